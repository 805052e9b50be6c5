"""What has another name, what is gone for good, and what never was in a package."""

from __future__ import annotations

import pytest

from builder.lock import plan_lock
from tests.unit.lock.locks import FIRST, Project


@pytest.mark.conformance(54)
def test_another_name_keeps_its_number(project: Project) -> None:
    project.lessons = ["les-een", "nieuwe-les"]
    project.questions = {"nieuwe-vraag": "abd", "vraag-twee": "ab", "klopt-het": ""}
    project.extra = (
        "renamed:\n  les-twee: nieuwe-les\n  vraag-een: nieuwe-vraag\n"
        "  vraag-een/c: nieuwe-vraag/d\n"
    )
    plan = project.plan(FIRST)
    assert plan.slots.pages["nieuwe-les"] == 1
    assert plan.slots.questions["nieuwe-vraag"] == 0
    assert plan.slots.options["nieuwe-vraag"] == {"a": 0, "b": 1, "d": 2}
    numbers = plan.text.partition("renamed:")[0]
    assert "les-twee" not in numbers
    assert "vraag-een" not in numbers
    assert project.plan(plan.text) == plan
    project.extra = ""
    assert project.plan(plan.text) == plan


def test_an_option_may_be_renamed_by_the_present_name_of_its_question(project: Project) -> None:
    project.questions["vraag-een"] = "abe"
    project.extra = "renamed: {vraag-een/c: vraag-een/e}\n"
    assert project.plan(FIRST).slots.options["vraag-een"] == {"a": 0, "b": 1, "e": 2}


def test_names_that_changed_twice(project: Project) -> None:
    project.lessons = ["les-een", "derde-naam"]
    project.extra = "renamed: {les-twee: tweede-naam, tweede-naam: derde-naam}\n"
    assert project.plan(FIRST).slots.pages["derde-naam"] == 1
    assert project.plan(FIRST.replace("les-twee", "tweede-naam")).slots.pages["derde-naam"] == 1


def test_renamed_and_then_retired(project: Project) -> None:
    project.lessons = ["les-een"]
    project.extra = "renamed: {les-twee: tweede-naam}\nretired: [tweede-naam]\n"
    assert project.plan(FIRST).slots.pages == {"les-een": 0, "toets": 2}


def test_a_lesson_may_become_a_page_of_another_kind(project: Project) -> None:
    """Lessons and quizzes share one range of numbers."""
    project.lessons = ["les-een"]
    project.extra = "retired: [les-twee]\n"
    text = FIRST.replace("toets: 2", "oude-toets: 2")
    assert project.faults(text) == [("C501", "quizzes/toets.yaml:1:5")]
    project.extra += "renamed: {oude-toets: toets}\n"
    assert project.plan(text).slots.pages["toets"] == 2


CLAIMS = {
    "renamed, but still there": ("renamed: {les-een: les-twee}\n", [("C509", "8:11")]),
    "renamed to nothing": ("renamed: {weg: nergens}\n", [("C510", "8:16")]),
    "renamed in a circle": (
        "renamed: {weg: ver, ver: weg}\n",
        [("C510", "8:16"), ("C510", "8:26")],
    ),
    "option renamed to nothing": (
        "renamed: {vraag-een/z: vraag-een/y}\n",
        [("C510", "8:24")],
    ),
    "retired, but still there": ("retired: [les-een]\n", [("C511", "8:11")]),
    "option retired, but still there": ("retired: [vraag-een/a]\n", [("C511", "8:11")]),
}


@pytest.mark.parametrize("case", CLAIMS)
def test_claims_must_be_true(case: str, project: Project) -> None:
    project.extra, expected = CLAIMS[case]
    places = [(code, f"courses/proef/course.yaml:{place}") for code, place in expected]
    old = FIRST.replace("toets: 2", "toets: 2\n  weg: 3").replace("c: 2}", "c: 2, z: 3}")
    found = project.faults(old)
    assert [one for one in found if one[0] not in ("C501", "C503")] == places


NEVER = {
    "renamed": ("renamed: {nooit: les-twee}\n", "C514", "8:11", ""),
    "renamed to nothing": ("renamed: {nooit: nergens}\n", "C514", "8:11", ""),
    "option renamed": ("renamed: {vraag-een/z: vraag-een/a}\n", "C514", "8:11", ""),
    "retired": ("retired: [nooit]\n", "C515", "8:11", ""),
    "option retired": ("retired: [vraag-een/z]\n", "C515", "8:11", ""),
    "option of a statement": ("retired: [klopt-het/a]\n", "C515", "8:11", ""),
    "misspelt": ("retired: [oude-lse]\n", "C515", "8:11", "oude-les"),
    "misspelt new name": ("renamed: {oude-lse: nergens}\n", "C514", "8:11", "oude-les"),
}


@pytest.mark.parametrize("case", NEVER)
def test_what_was_in_no_package_is_not_passed_over(case: str, project: Project) -> None:
    extra, code, place, write = NEVER[case]
    full = project.plan(None).text.replace("toets: 2", "toets: 2\n  oude-les: 3", 1)
    project.extra = extra
    said = [
        (one.code, str(one.location), str(one.params.get("write", "")))
        for one in plan_lock(project.course(), full).diagnostics
        if one.code != "C501"
    ]
    assert said == [(code, f"courses/proef/course.yaml:{place}", write)]


def test_without_any_package_nothing_can_have_another_name(project: Project) -> None:
    project.extra = "renamed: {les-oud: les-een}\nretired: [les-weg]\n"
    assert [code for code, _, _ in project.remarks(None)] == ["C514", "C515"]


def test_the_lock_remembers_former_names(project: Project) -> None:
    full = project.plan(None).text
    project.lessons = ["les-een", "nieuwe-les"]
    project.extra = "renamed: {les-twee: nieuwe-les}\n"
    first = project.plan(full).text
    assert first.endswith("renamed:\n  les-twee: nieuwe-les\n")
    assert project.plan(first).text == first
    project.extra = ""
    assert project.plan(first).text == first
    project.extra = "renamed: {les-twe: nieuwe-les}\n"
    assert [code for code, _, _ in project.remarks(first)] == ["C514"]


def test_an_older_lock_gets_the_benefit_of_the_doubt(project: Project) -> None:
    project.extra = "renamed: {les-oud: les-een, vraag-oud/a: vraag-een/a}\n"
    plan = project.plan(FIRST)
    assert plan.text.endswith("renamed:\n  les-oud: les-een\n  vraag-oud/a: vraag-een/a\n")
    assert project.plan(plan.text) == plan


def test_two_things_cannot_become_one(project: Project) -> None:
    project.lessons = ["les-een"]
    project.extra = "renamed: {les-twee: les-een}\n"
    assert project.faults(FIRST) == [("C508", "courses/proef/course.yaml:8:21")]
    project.lessons = ["samen"]
    project.extra = "renamed: {les-een: samen, les-twee: samen}\n"
    assert project.faults(FIRST) == [("C508", "courses/proef/course.yaml:8:37")]


def test_two_options_cannot_become_one(project: Project) -> None:
    project.questions["vraag-een"] = "ab"
    project.extra = "renamed: {vraag-een/c: vraag-een/b}\n"
    assert project.faults(FIRST) == [("C508", "courses/proef/course.yaml:8:24")]
