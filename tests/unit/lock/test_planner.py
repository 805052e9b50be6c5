"""Slots that stay: of what is there, of what moved, of what is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Diagnostic
from builder.lock import lock_path, plan_lock
from tests.unit.lock.locks import FIRST, MEMORY, Project, body


def test_the_first_build_numbers_everything_in_reading_order(project: Project) -> None:
    plan = project.plan(None)
    assert body(plan.text) == FIRST + MEMORY
    assert plan.text.startswith("# Geschreven door `lesbouwer build`.")
    assert plan.slots.pages == {"les-een": 0, "les-twee": 1, "toets": 2}
    assert plan.slots.questions == {"vraag-een": 0, "vraag-twee": 1, "klopt-het": 2}
    assert plan.slots.options == {
        "vraag-een": {"a": 0, "b": 1, "c": 2},
        "vraag-twee": {"a": 0, "b": 1},
        "klopt-het": {"true": 0, "false": 1},
    }
    assert lock_path(project.course()) == "courses/proef/course.lock"


def test_nothing_changed(project: Project) -> None:
    first = project.plan(None)
    assert project.plan(first.text) == first


@pytest.mark.conformance(54)
def test_another_order_changes_no_slot(project: Project) -> None:
    first = project.plan(None)
    project.lessons.reverse()
    project.questions = dict(reversed(project.questions.items()))
    project.questions["vraag-een"] = "cab"
    again = project.plan(first.text)
    assert again.text == first.text
    assert again.slots.pages == first.slots.pages
    assert again.slots.options["vraag-een"] == {"a": 0, "b": 1, "c": 2}


@pytest.mark.conformance(54)
def test_newcomers_get_the_next_numbers_wherever_they_stand(project: Project) -> None:
    project.lessons.insert(0, "les-nul")
    project.questions = {"vraag-nul": "ab", **project.questions, "vraag-een": "dabc"}
    plan = project.plan(FIRST)
    assert plan.slots.pages == {"les-nul": 3, "les-een": 0, "les-twee": 1, "toets": 2}
    assert plan.slots.questions["vraag-nul"] == 3
    assert plan.slots.options["vraag-een"] == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert body(plan.text).splitlines()[2:6] == [
        "  les-een: 0",
        "  les-twee: 1",
        "  toets: 2",
        "  les-nul: 3",
    ]


def test_what_is_gone_is_an_error_that_says_what_to_add(project: Project) -> None:
    project.lessons = ["les-een", "les-drie"]
    project.questions = {"vraag-een": "ad", "klopt-het": ""}
    found = plan_lock(project.course(), FIRST).diagnostics
    course = "courses/proef/course.yaml"
    assert [(one.code, one.params) for one in found] == [
        ("C501", {"id": "les-twee", "new": "les-drie", "course": course}),
        ("C502", {"id": "vraag-twee", "course": course}),
        (
            "C503",
            {"id": "vraag-een/b", "new": "vraag-een/d", "course": course},
        ),
        (
            "C503",
            {"id": "vraag-een/c", "new": "vraag-een/d", "course": course},
        ),
    ]
    assert project.faults(FIRST) == [
        ("C501", "modules/eerste/02-les.md:2:5"),
        ("C502", "courses/proef/course.yaml:7:1"),
        ("C503", "quizzes/toets.yaml:8:5"),
        ("C503", "quizzes/toets.yaml:8:5"),
    ]


def test_the_error_stands_where_the_thing_stood_as_far_as_the_lock_tells(project: Project) -> None:
    full = project.plan(None).text
    project.lessons = ["les-een"]
    project.questions = {"klopt-het": ""}
    assert project.faults(full) == [
        ("C501", "modules/eerste/module.yaml:1:5"),
        ("C502", "quizzes/toets.yaml:4:1"),
        ("C502", "quizzes/toets.yaml:4:1"),
    ]
    modules = "courses/proef/course.yaml:7:1"
    assert [place for _, place in project.faults(FIRST)] == [modules] * 3


def test_a_quiz_that_is_gone_stood_behind_the_key_of_its_module(project: Project) -> None:
    full = project.plan(None).text.replace("toets", "eindtoets")
    module = "modules/eerste/module.yaml:3:7"
    project.lessons.append("les-drie")
    found = project.faults(full.replace("klopt-het: 2", "klopt-het: 2\n  vraag-weg: 3"))
    assert ("C501", module) in found
    assert ("C502", "courses/proef/course.yaml:7:1") in found
    full = full.replace("klopt-het: eindtoets", "klopt-het: eindtoets\n  vraag-weg: eindtoets")
    found = project.faults(full.replace("klopt-het: 2", "klopt-het: 2\n  vraag-weg: 3"))
    assert ("C502", module) in found


def test_what_moves_to_another_file_does_not_change_the_lock(project: Project) -> None:
    full = project.plan(None).text
    assert (
        project.plan(full.replace("les-een: eerste", "les-een: tweede")).text.count("tweede") == 1
    )
    project.lessons.append("les-drie")
    grown = project.plan(full.replace("les-een: eerste", "les-een: tweede")).text
    assert "  les-een: eerste\n" in grown


def test_of_two_new_things_none_is_proposed(project: Project) -> None:
    project.lessons = ["les-een", "les-drie", "les-vier"]
    (found,) = plan_lock(project.course(), FIRST).diagnostics
    assert "new" not in found.params
    assert str(found.location) == "courses/proef/course.yaml:7:1"


def test_the_place_of_a_new_question_is_shown(project: Project) -> None:
    project.questions = {"vraag-nul": "abc", "vraag-twee": "ab", "klopt-het": ""}
    (found,) = plan_lock(project.course(), FIRST).diagnostics
    assert (found.code, found.params["new"]) == ("C502", "vraag-nul")
    assert str(found.location) == "quizzes/toets.yaml:5:9"


@pytest.mark.conformance(54)
def test_retired_numbers_are_never_given_again(project: Project) -> None:
    project.lessons = ["les-een", "les-drie"]
    project.questions = {"vraag-een": "abd", "klopt-het": "", "vraag-drie": "ab"}
    project.extra = "retired: [les-twee, vraag-twee, vraag-een/c]\n"
    plan = project.plan(FIRST)
    assert plan.slots.pages == {"les-een": 0, "les-drie": 3, "toets": 2}
    assert plan.slots.questions == {"vraag-een": 0, "klopt-het": 2, "vraag-drie": 3}
    assert plan.slots.options["vraag-een"] == {"a": 0, "b": 1, "d": 3}
    assert "  les-twee: 1\n" in plan.text
    assert "  vraag-een: {a: 0, b: 1, c: 2, d: 3}\n" in plan.text
    assert "  vraag-twee: {a: 0, b: 1}\n" in plan.text
    assert project.plan(plan.text) == plan


def test_what_comes_back_gets_its_old_number(project: Project) -> None:
    project.lessons = ["les-een", "les-drie"]
    project.extra = "retired: [les-twee]\n"
    plan = project.plan(FIRST)
    project.lessons = ["les-een", "les-drie", "les-twee"]
    project.extra = ""
    assert project.plan(plan.text).slots.pages["les-twee"] == 1


def test_choices_and_statements_do_not_share_a_name(project: Project) -> None:
    project.questions["vraag-twee"] = ""
    assert project.faults(FIRST) == [("C512", "quizzes/toets.yaml:13:11")]
    project.questions["vraag-twee"] = "ab"
    project.questions["klopt-het"] = "ab"
    assert [code for code, _ in project.faults(FIRST)] == ["C512"]


def test_one_answer_does_not_become_several(project: Project) -> None:
    full = project.plan(None).text
    project.questions["vraag-een"] = "ABC"
    (found,) = plan_lock(project.course(), full).diagnostics
    assert (found.code, str(found.location)) == ("C512", "quizzes/toets.yaml:6:11")
    assert found.params == {
        "id": "vraag-een",
        "before": "single-choice",
        "type": "multiple-choice",
        "course": "courses/proef/course.yaml",
    }
    project.extra = "retired: [vraag-een]\n"
    project.questions = {"vraag-nieuw": "ABC", "vraag-twee": "ab", "klopt-het": ""}
    later = project.plan(full).text
    assert "  vraag-een: single-choice\n" in later
    assert "  vraag-nieuw: multiple-choice\n" in later


def test_a_changed_type_is_found_under_a_new_name_too(project: Project) -> None:
    full = project.plan(None).text
    project.questions = {"vraag-nieuw": "ABC", "vraag-twee": "ab", "klopt-het": ""}
    project.extra = "renamed: {vraag-een: vraag-nieuw}\n"
    assert project.faults(full) == [("C512", "quizzes/toets.yaml:6:11")]


def test_a_choice_and_a_judgement_keep_the_same_answers(project: Project) -> None:
    full = project.plan(None).text.replace("vraag-een: single-choice", "vraag-een: judgement")
    assert project.remarks(full) == [("C516", "quizzes/toets.yaml:6:11", "")]
    planned = plan_lock(project.course(), full).value
    assert planned is not None
    assert "  vraag-een: single-choice\n" in planned.text


def test_an_older_lock_does_not_know_the_types_and_learns_them(project: Project) -> None:
    project.questions["vraag-een"] = "ABC"
    plan = project.plan(FIRST)
    assert body(plan.text) == FIRST + MEMORY.replace(
        "vraag-een: single-choice", "vraag-een: multiple-choice"
    )


def test_a_type_that_is_no_more_fits_nothing(project: Project) -> None:
    full = project.plan(None).text.replace("vraag-een: single-choice", "vraag-een: hotspot")
    assert [code for code, _ in project.faults(full)] == ["C512"]


def test_numbers_of_options_run_out(project: Project) -> None:
    full = FIRST.replace("c: 2}", "c: 49}")
    project.questions["vraag-een"] = "abcd"
    assert project.plan(full).slots.options["vraag-een"]["d"] == 50
    project.questions["vraag-een"] = "abcde"
    assert project.faults(full) == [("C513", "quizzes/toets.yaml:8:5")]


def test_a_course_that_could_not_be_read_loses_nothing(project: Project) -> None:
    project.lessons = ["les-een"]
    course = replace(project.course(), is_whole=False)
    assert plan_lock(course, FIRST) == type(plan_lock(course, FIRST))(None)


def test_what_is_certain_is_said_of_a_course_that_could_not_be_read(project: Project) -> None:
    full = project.plan(None).text
    project.lessons = ["les-een"]
    project.questions["vraag-een"] = "ABC"
    project.extra = "retired: [les-een, nooit]\n"
    planned = plan_lock(replace(project.course(), is_whole=False), full)
    assert planned.value is None
    assert [one.code for one in planned.diagnostics] == ["C511", "C515", "C512"]


def test_findings_are_plain_values(project: Project) -> None:
    project.lessons = []
    project.lessons.append("iets-anders")
    findings: tuple[Diagnostic, ...] = plan_lock(project.course(), FIRST).diagnostics
    assert {type(value) for one in findings for value in one.params.values()} == {str}
