"""Quizzes that lessons and other quizzes lead to: reached, named once, and kept by the lock."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import pipeline
from builder.assemble.reach import find_unnamed
from builder.lock import plan_lock
from builder.sources import SourceTree
from tests.unit.assemble.test_draws import BANK, MINIMAL, course_of

LESSON = "modules/begin/01-eerste-les.md"
QUIZ = "quizzes/begin-toets.yaml"
DRAW = "draw:\n  - {from: voorraad, count: 2}\nquestions:\n"
CHECK = "\n::: kennischeck oefening\n:::\n"
PRACTICE = BANK.replace("voorraad", "oefening").replace("-van-drie", "-oefenvraag")
PRACTICE = PRACTICE.replace("minutes:", "kind: practice\nminutes:", 1)
PRACTICE = PRACTICE.replace("    lesson: les-van-een-ander\n", "")

Change = Callable[[str, str, str], None]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "project"))
    (folder / "quizzes" / "voorraad.yaml").write_text(BANK, encoding="utf-8")
    (folder / "quizzes" / "oefening.yaml").write_text(PRACTICE, encoding="utf-8")
    return folder


@pytest.fixture
def change(project: Path) -> Change:
    def change(path: str, old: str, new: str) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def linked(project: Path, change: Change) -> Path:
    change(QUIZ, "questions:\n", DRAW)
    with (project / LESSON).open("a", encoding="utf-8") as stream:
        stream.write(CHECK)
    return project


def tree_of(project: Path) -> SourceTree:
    return pipeline.read_project(project)[0]


def codes(project: Path) -> list[tuple[str, str]]:
    tree = tree_of(project)
    result = pipeline.check_course(tree, (), "voorbeeld")
    found = (*result.diagnostics, *pipeline.find_unused(tree, [result]))
    return [(one.code, one.location.path) for one in found]


def test_what_is_drawn_or_practised_is_named_and_used(linked: Path) -> None:
    assert find_unnamed(tree_of(linked)).quizzes == frozenset()
    assert codes(linked) == []


def test_what_nobody_leads_to_is_not(project: Path) -> None:
    assert find_unnamed(tree_of(project)).quizzes == {"oefening", "voorraad"}
    assert codes(project) == [
        ("C307", "quizzes/oefening.yaml"),
        ("C307", "quizzes/voorraad.yaml"),
    ]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [(LESSON, "kennischeck oefening", "kennischeck oefenig"), (QUIZ, "voorraad", "voorrad")],
)
def test_a_misspelt_quiz_is_read_as_the_one_that_is_meant(
    linked: Path, change: Change, path: str, right: str, wrong: str
) -> None:
    for name in ("oefening", "voorraad"):
        change(f"quizzes/{name}.yaml", "text: Twee., feedback: Nee.", "text: Twee.")
    change(path, right, wrong)
    found = codes(linked)
    assert ("C204", path) in found
    assert found.count(("Q107", "quizzes/oefening.yaml")) == 1
    assert found.count(("Q107", "quizzes/voorraad.yaml")) == 1
    assert "C307" not in {code for code, _ in found}


def test_a_loose_quiz_says_nothing_of_what_it_draws_from(linked: Path, change: Change) -> None:
    text = (linked / QUIZ).read_text(encoding="utf-8")
    (linked / "quizzes" / "los.yaml").write_text(
        text.replace("id: begin-toets", "id: los").replace("count: 2", "count: 9"), encoding="utf-8"
    )
    change("quizzes/voorraad.yaml", "text: Twee., feedback: Nee.", "text: Twee.")
    found = codes(linked)
    assert found.count(("Q107", "quizzes/voorraad.yaml")) == 1
    assert ("C307", "quizzes/los.yaml") in found
    assert ("C220", "quizzes/los.yaml") in found


def test_a_copy_follows_the_new_letters_of_its_question(linked: Path, change: Change) -> None:
    first = plan_lock(course_of(linked), None).value
    assert first is not None
    change("quizzes/voorraad.yaml", "b: {text: Twee.", "c: {text: Twee.")
    change(
        "courses/voorbeeld/course.yaml",
        "modules:",
        "renamed: {tweede-van-drie/b: tweede-van-drie/c}\nmodules:",
    )
    planned = plan_lock(course_of(linked), first.text)
    assert planned.diagnostics == ()
    assert planned.value is not None
    assert planned.value.slots.options["begin-toets.tweede-van-drie"] == {"a": 0, "c": 1}


def test_a_copy_of_another_type_is_told_where_it_is_drawn(linked: Path, change: Change) -> None:
    first = plan_lock(course_of(linked), None).value
    assert first is not None
    change("quizzes/voorraad.yaml", "type: single-choice", "type: multiple-choice")
    (found,) = plan_lock(course_of(linked), first.text).diagnostics
    assert (found.code, found.location.path) == ("C512", QUIZ)
    assert found.params["id"] == "tweede-van-drie"


def test_a_check_that_is_gone_stood_in_its_lesson(linked: Path, change: Change) -> None:
    first = plan_lock(course_of(linked), None).value
    assert first is not None
    change(LESSON, CHECK, "")
    found = plan_lock(course_of(linked), first.text).diagnostics
    assert {(one.code, one.location.path) for one in found} == {("C501", LESSON), ("C502", LESSON)}


def test_a_check_that_counts_is_refused(linked: Path, change: Change) -> None:
    change("quizzes/oefening.yaml", "kind: practice\n", "kind: test\n")
    assert codes(linked) == [("C230", "quizzes/oefening.yaml")]
