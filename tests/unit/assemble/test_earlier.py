"""A question that stands beside an earlier one: the two exist, compare, and come in this order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder import sources
from builder.assemble import assemble
from builder.diagnostics import Diagnostic

MINIMAL = Path(__file__).parents[2] / "projects" / "minimal"
SCALE = "labels: {low: nee, high: ja}"


def rating(id: str, more: str = "") -> str:
    return f"  - {{id: {id}, type: rating, prompt: Hoe?, {SCALE}{more and ', ' + more}}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A course of two modules: a quiz before, and a quiz after."""
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "project"))
    course = folder / "courses" / "voorbeeld" / "course.yaml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("modules:\n", "modules:\n  - vooraf\n"), encoding="utf-8")
    module = folder / "modules" / "vooraf"
    shutil.copytree(folder / "modules" / "begin", module)
    for file in module.glob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\nid: ", "\nid: eerdere-", 1), encoding="utf-8")
    (module / "module.yaml").write_text("id: vooraf\ntitle: Vooraf\nquiz: vooraf-toets\n")
    return folder


def check(project: Path, first: str, second: str, settings: str = "") -> list[Diagnostic]:
    """What is found of both quizzes, each a list of questions."""
    head = "title: Toets\nminutes: 1\n"
    quizzes = project / "quizzes"
    (quizzes / "vooraf-toets.yaml").write_text(f"id: vooraf-toets\n{head}questions:\n{first}")
    path = quizzes / "begin-toets.yaml"
    path.write_text(f"id: begin-toets\n{head}{settings}questions:\n{second}")
    tree = sources.read(project).value
    assert tree is not None
    return list(assemble(tree, "voorbeeld", ("scorm12", "scorm2004")).diagnostics)


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code for one in found]


def test_two_ratings_in_two_quizzes(project: Path) -> None:
    assert check(project, rating("eerst"), rating("later", "before: eerst")) == []


def test_two_ratings_in_one_quiz(project: Path) -> None:
    both = rating("eerst") + rating("later", "before: eerst")
    assert check(project, rating("iets-anders"), both) == []
    shuffled = check(project, rating("iets-anders"), both, "shuffle: [questions]\n")
    assert codes(shuffled) == ["C229"]


def test_an_earlier_quiz_may_be_shuffled(project: Path) -> None:
    second = rating("later", "before: eerst")
    assert check(project, rating("eerst"), second, "shuffle: [questions]\n") == []


def test_an_unknown_name_gets_the_one_that_was_meant(project: Path) -> None:
    (found,) = check(project, rating("eerst"), rating("later", "before: eerste"))
    assert found.code == "C227"
    assert found.params == {"question": "eerste", "known": "eerst"}
    assert found.location.path == "quizzes/begin-toets.yaml"


def test_a_rating_that_is_asked_later(project: Path) -> None:
    assert codes(check(project, rating("eerst", "before: later"), rating("later"))) == ["C229"]
    both = rating("eerst", "before: later") + rating("later")
    assert codes(check(project, rating("iets-anders"), both)) == ["C229"]


def test_a_rating_beside_itself(project: Path) -> None:
    found = check(project, rating("eerst"), rating("later", "before: later"))
    assert codes(found) == ["C229"]


def test_another_scale_or_another_type_does_not_compare(project: Path) -> None:
    second = rating("later", "before: eerst")
    assert codes(check(project, rating("eerst", "steps: 10"), second)) == ["C228"]
    other = "  - {id: eerst, type: reflection, prompt: Wat?}\n"
    assert codes(check(project, other, second)) == ["C228"]


def test_a_rating_with_faults_of_its_own_is_not_called_unknown(project: Path) -> None:
    found = check(project, rating("eerst", "steps: veel"), rating("later", "before: eerst"))
    assert codes(found) == ["Y206"]


def test_a_quiz_that_cannot_be_read_hides_its_names(project: Path) -> None:
    found = check(project, "  - {id: eerst\n", rating("later", "before: eerst"))
    assert "C227" not in codes(found)
    assert found != []
