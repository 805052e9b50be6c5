"""Slots that stay: of what is there, of what has another name, of what is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder import sources
from builder.assemble import assemble
from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lock import LockPlan, lock_path, plan_lock, read_lock, write_lock

COURSE = """\
format: 1
id: proef
title: Een proef
version: 1.0.0
language: nl
publisher: {name: Voorbeeldschool, namespace: nl.voorbeeld}
modules: [eerste]
"""
CHOICE = """\
  - id: {id}
    type: {type}
    prompt: Wat zie je?
    options:
"""
STATEMENT = """\
  - id: {id}
    type: true-false
    prompt: Klopt dit?
    answer: true
    feedback: {{true: Ja., false: Nee.}}
"""


class Project:
    """A course on disk that can be changed between two builds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lessons = ["les-een", "les-twee"]
        self.questions: dict[str, str] = {"vraag-een": "abc", "vraag-twee": "ab", "klopt-het": ""}
        self.extra = ""

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def course(self) -> Course:
        for old in self.folder.glob("modules/eerste/*.md"):
            old.unlink()
        self.write("courses/proef/course.yaml", COURSE + self.extra)
        self.write("modules/eerste/module.yaml", "id: eerste\ntitle: Eerste\nquiz: toets\n")
        for number, name in enumerate(self.lessons, 1):
            front = f"---\nid: {name}\ntitle: Les\nminutes: 1\n---\n\nTekst.\n"
            self.write(f"modules/eerste/{number:02}-les.md", front)
        quiz = "id: toets\ntitle: Toets\nminutes: 1\nquestions:\n"
        for name, letters in self.questions.items():
            if not letters:
                quiz += STATEMENT.format(id=name)
                continue
            kind = "multiple-choice" if letters[0].isupper() else "single-choice"
            quiz += CHOICE.format(id=name, type=kind)
            for letter in letters.lower():
                correct = "true" if letter == letters[0].lower() else "false"
                quiz += (
                    f"      {letter}: {{text: Dit {letter}, correct: {correct}, feedback: X.}}\n"
                )
        self.write("quizzes/toets.yaml", quiz)
        tree = sources.read(self.folder).value
        assert tree is not None
        assembled = assemble(tree, "proef", ["scorm12", "scorm2004"])
        assert assembled.diagnostics == ()
        assert assembled.value is not None
        return assembled.value

    def plan(self, old: str | None) -> LockPlan:
        planned = plan_lock(self.course(), old)
        assert planned.diagnostics == ()
        assert planned.value is not None
        return planned.value

    def faults(self, old: str) -> list[tuple[str, str]]:
        planned = plan_lock(self.course(), old)
        assert planned.value is None
        return [(one.code, str(one.location)) for one in planned.diagnostics]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


FIRST = """\
format: 1
pages:
  les-een: 0
  les-twee: 1
  toets: 2
questions:
  vraag-een: 0
  vraag-twee: 1
  klopt-het: 2
options:
  vraag-een: {a: 0, b: 1, c: 2}
  vraag-twee: {a: 0, b: 1}
"""


def body(text: str) -> str:
    """A lock without its comment."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_the_first_build_numbers_everything_in_reading_order(project: Project) -> None:
    plan = project.plan(None)
    assert body(plan.text) == FIRST
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


def test_the_error_stands_at_the_list_to_which_something_must_be_added(project: Project) -> None:
    project.lessons = ["les-een"]
    project.extra = "retired: [heel-oud]\n"
    assert project.faults(FIRST) == [("C501", "courses/proef/course.yaml:8:1")]


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
    assert "les-twee" not in plan.text
    assert "vraag-een" not in plan.text
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
    assert project.faults(FIRST) == places


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


def test_choices_and_statements_do_not_share_a_name(project: Project) -> None:
    project.questions["vraag-twee"] = ""
    assert project.faults(FIRST) == [("C512", "quizzes/toets.yaml:13:11")]
    project.questions["vraag-twee"] = "ab"
    project.questions["klopt-het"] = "ab"
    assert [code for code, _ in project.faults(FIRST)] == ["C512"]


def test_single_and_multiple_choice_may_change_places(project: Project) -> None:
    project.questions["vraag-een"] = "ABC"
    assert body(project.plan(FIRST).text) == FIRST


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


BROKEN = {
    "no YAML": ("pages: [", [("C505", 1, 8)]),
    "empty": ("", [("C505", 0, 0)]),
    "merge conflict": ("format: 1\n<<<<<<< HEAD\npages: {}\n", [("C507", 2, 1)]),
    "another format": (FIRST.replace("format: 1", "format: 2"), [("C505", 1, 9)]),
    "a key more": (FIRST + "extra: 1\n", [("C505", 13, 8)]),
    "no pages": (FIRST.replace("pages:", "bladzijden:"), [("C505", 2, 1), ("C505", 1, 1)]),
    "a list": (FIRST.replace("{a: 0, b: 1}", "[a, b]"), [("C505", 12, 3)]),
    "a number that is none": (FIRST.replace("toets: 2", "toets: twee"), [("C505", 5, 10)]),
    "a number below zero": (FIRST.replace("toets: 2", "toets: -1"), [("C505", 5, 10)]),
    "no number": (FIRST.replace("toets: 2", "toets:"), [("C505", 5, 9)]),
    "a name that is none": (FIRST.replace("  toets: 2", "  Toets: 2"), [("C505", 5, 10)]),
    "a letter that is none": (FIRST.replace("{a: 0, b: 1}", "{aa: 0}"), [("C505", 12, 20)]),
    "a number twice": (FIRST.replace("toets: 2", "toets: 1"), [("C506", 5, 10)]),
    "a number twice in options": (FIRST.replace("b: 1}", "b: 0}"), [("C506", 12, 25)]),
    "a name twice": (FIRST.replace("  toets: 2", "  les-een: 2"), [("C505", 5, 3)]),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_lock_that_cannot_be_trusted(case: str, project: Project) -> None:
    text, expected = BROKEN[case]
    read = read_lock(text, "course.lock")
    assert read.value is None
    assert [(one.code, one.location.line, one.location.column) for one in read.diagnostics] == [
        *expected
    ]
    planned = plan_lock(project.course(), text)
    assert planned.value is None
    assert {one.code for one in planned.diagnostics} == {code for code, _, _ in expected}


def test_a_lock_reads_back_as_it_was_written() -> None:
    lock = read_lock(FIRST, "course.lock").value
    assert lock is not None
    assert body(write_lock(lock)) == FIRST
    empty = read_lock(None, "course.lock").value
    assert empty is not None
    assert read_lock(write_lock(empty), "course.lock").value == empty


def test_findings_are_plain_values(project: Project) -> None:
    project.lessons = []
    project.lessons.append("iets-anders")
    findings: tuple[Diagnostic, ...] = plan_lock(project.course(), FIRST).diagnostics
    assert {type(value) for one in findings for value in one.params.values()} == {str}
