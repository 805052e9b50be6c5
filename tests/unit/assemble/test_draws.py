"""What a quiz draws from itself and from others: copies, their slots, and what can be wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder import sources
from builder.assemble import Assembled, assemble
from builder.course import Course
from builder.lock import plan_lock, read_lock
from builder.state_bound import state_bound

MINIMAL = Path(__file__).parents[2] / "projects" / "minimal"
LOCK = "courses/voorbeeld/course.lock"
BANK = """\
id: voorraad
title: Voorraad
minutes: 5
questions:
  - id: eerste-van-drie
    type: true-false
    prompt: Dit klopt.
    answer: true
    feedback: {true: Ja., false: Nee.}
  - id: tweede-van-drie
    type: single-choice
    prompt: Wat kies je?
    lesson: les-van-een-ander
    options:
      a: {text: Eén., correct: true, feedback: Ja.}
      b: {text: Twee., feedback: Nee.}
  - id: derde-van-drie
    type: true-false
    prompt: Dit klopt ook.
    answer: true
    feedback: {true: Ja., false: Nee.}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "project"))
    (folder / "quizzes" / "voorraad.yaml").write_text(BANK, encoding="utf-8")
    return folder


def add(project: Path, settings: str) -> None:
    path = project / "quizzes" / "begin-toets.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("questions:\n", f"{settings}questions:\n", 1), encoding="utf-8")


def read(project: Path) -> Assembled:
    tree = sources.read(project).value
    assert tree is not None
    return assemble(tree, "voorbeeld", ("scorm12", "scorm2004"))


def course_of(project: Path) -> Course:
    outcome = read(project)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def codes(project: Path) -> list[str]:
    return [one.code for one in read(project).diagnostics]


def test_questions_of_another_quiz_come_as_copies(project: Path) -> None:
    add(project, "draw:\n  - {from: voorraad, count: 2}\n")
    (quiz,) = course_of(project).quizzes
    own, bank = quiz.pools
    assert [question.id for question in own.questions] == ["eerste-stap", "twee-lijnen"]
    assert (own.count, own.has_chance) == (2, False)
    assert [question.id for question in bank.questions] == [
        "begin-toets.eerste-van-drie",
        "begin-toets.tweede-van-drie",
        "begin-toets.derde-van-drie",
    ]
    assert (bank.count, bank.has_chance) == (2, True)
    assert bank.questions[1].lesson is None, "a lesson of another course cannot be read again here"
    assert [question.id for question in quiz.questions] == ["eerste-stap", "twee-lijnen"]
    assert course_of(project).question_count == 4


def test_a_number_draws_from_its_own_questions(project: Path) -> None:
    add(project, "draw: 1\n")
    (quiz,) = course_of(project).quizzes
    assert [(pool.count, len(pool.questions)) for pool in quiz.pools] == [(1, 2)]
    assert course_of(project).question_count == 1


def test_a_quiz_may_consist_of_draws_alone(project: Path) -> None:
    path = project / "quizzes" / "begin-toets.yaml"
    path.write_text(
        "id: begin-toets\ntitle: Toets\nminutes: 5\ndraw:\n  - {from: voorraad, count: 1}\n",
        encoding="utf-8",
    )
    (quiz,) = course_of(project).quizzes
    assert [pool.count for pool in quiz.pools] == [1]


def test_a_module_may_hold_a_quiz_and_no_lesson(project: Path) -> None:
    add(project, "draw: 1\n")
    (project / "modules" / "begin" / "01-eerste-les.md").unlink()
    assert "C302" not in codes(project)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("draw: 3\n", "C220"),
        ("draw:\n  - {from: voorraad, count: 4}\n", "C220"),
        ("draw:\n  - {from: begin-toets, count: 1}\n", "C221"),
        ("draw:\n  - {from: voorraad, count: 1}\n  - {from: voorraad, count: 1}\n", "C222"),
        ("draw:\n  - {from: voorrad, count: 1}\n", "C204"),
        ("result-feedback:\n  - {from: 50, text: A.}\n  - {from: 50, text: B.}\n", "C224"),
        ("kind: practice\nweight: 3\n", "C225"),
    ],
)
def test_what_does_not_fit_is_told(project: Path, settings: str, code: str) -> None:
    add(project, settings)
    assert codes(project) == [code]


def test_points_do_not_depend_on_chance(project: Path) -> None:
    path = project / "quizzes" / "voorraad.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "    answer: true\n", "    points: 2\n    answer: true\n", 1
    )
    path.write_text(text, encoding="utf-8")
    add(project, "draw:\n  - {from: voorraad, count: 2}\n")
    assert codes(project) == ["C223"]


def test_without_chance_points_may_differ(project: Path) -> None:
    path = project / "quizzes" / "voorraad.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "    answer: true\n", "    points: 2\n    answer: true\n", 1
    )
    path.write_text(text, encoding="utf-8")
    add(project, "draw:\n  - {from: voorraad, count: 3}\n")
    assert codes(project) == []


def test_completion_by_passing_needs_a_score(project: Path) -> None:
    path = project / "courses" / "voorbeeld" / "course.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "completion: pass\n", encoding="utf-8")
    expected = [] if "mastery-score" in text else ["C226"]
    assert codes(project) == expected


def test_copies_have_slots_of_their_own_that_stay(project: Path) -> None:
    add(project, "draw:\n  - {from: voorraad, count: 2}\n")
    first = plan_lock(course_of(project), None).value
    assert first is not None
    assert first.slots.questions["begin-toets.derde-van-drie"] == 4
    assert first.slots.options["begin-toets.tweede-van-drie"] == {"a": 0, "b": 1}
    assert read_lock(first.text, LOCK).value is not None
    bank = project / "quizzes" / "voorraad.yaml"
    text = bank.read_text(encoding="utf-8")
    start = text.index("  - id: eerste-van-drie")
    end = text.index("  - id: tweede-van-drie")
    bank.write_text(text[:start] + text[end:], encoding="utf-8")
    second = plan_lock(course_of(project), first.text)
    assert second.diagnostics == (), "a copy that is no longer drawn needs no word of the author"
    assert second.value is not None
    assert second.value.slots.questions["begin-toets.derde-van-drie"] == 4
    assert "begin-toets.eerste-van-drie: 2" in second.value.text


def test_a_copy_follows_the_new_names_of_quiz_and_question(project: Path) -> None:
    add(project, "draw:\n  - {from: voorraad, count: 2}\n")
    first = plan_lock(course_of(project), None).value
    assert first is not None
    bank = project / "quizzes" / "voorraad.yaml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("tweede-van-drie", "nieuwe-naam"), encoding="utf-8"
    )
    course = project / "courses" / "voorbeeld" / "course.yaml"
    text = course.read_text(encoding="utf-8") + "renamed: {tweede-van-drie: nieuwe-naam}\n"
    course.write_text(text, encoding="utf-8")
    plan = plan_lock(course_of(project), first.text).value
    assert plan is not None
    assert plan.slots.questions["begin-toets.nieuwe-naam"] == 3


def test_the_bound_counts_what_one_learner_can_get(project: Path) -> None:
    add(project, "draw:\n  - {from: voorraad, count: 2}\n")
    drawn = course_of(project)
    plan = plan_lock(drawn, None).value
    assert plan is not None
    path = project / "quizzes" / "begin-toets.yaml"
    text = path.read_text(encoding="utf-8").replace("count: 2}", "count: 3}")
    path.write_text(text, encoding="utf-8")
    whole = course_of(project)
    # The third question costs `,4.z12`; a draw costs `.zzz.3-4`, and `Ux;` for what was seen.
    longest = len(",4.z12") - len(".zzz.3-4") - len("Ux;")
    assert state_bound(whole, plan.slots) - state_bound(drawn, plan.slots) == longest
