"""A question with wrong values still tells what else is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from builder import yaml_reader
from builder.assemble.mending import mend
from builder.questions import AnyQuestion

TYPES: TypeAdapter[Any] = TypeAdapter(AnyQuestion)
QUESTION = """\
id: eerste-stap
type: single-choice
prompt: Wat doe je eerst?
points: 2
options:
  a: {text: Vragen., correct: true, feedback: Ja.}
  b: {text: Wachten., feedback: Nee.}
"""


def problems(text: str) -> list[str]:
    read = yaml_reader.read(text, "q.yaml")
    assert read.value is not None
    mended = mend(TYPES, read.value)
    assert mended is not None
    return [one.code for one in mended.value.problems() if not mended.concerns(one.path)]


def test_a_good_question_is_taken_as_it_is() -> None:
    assert problems(QUESTION) == []
    assert problems(QUESTION.replace("correct: true", "correct: false")) == ["Q101"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("points: 2", "points: 0,5"),
        ("points: 2", "kleur: rood"),
        ("points: 2", "facts: [12, 13]"),
        ("points: 2", "lesson: Les een"),
        ("prompt: Wat doe je eerst?\n", ""),
        ("id: eerste-stap", "id: Eerste stap"),
    ],
)
def test_a_wrong_value_hides_no_fault_elsewhere_in_the_question(old: str, new: str) -> None:
    text = QUESTION.replace(", correct: true", "").replace(", feedback: Nee.", "")
    assert old in text
    assert problems(text.replace(old, new)) == ["Q107", "Q101"]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("correct: true", "correct: ja", []),
        ("  a:", "  A:", []),
        ("options:", "opties:", []),
        ("text: Wachten., feedback: Nee.", "text: [x]", ["Q107"]),
        ("{text: Wachten., feedback: Nee.}", "Wachten.", []),
    ],
)
def test_a_wrong_value_is_not_blamed_on_the_author_twice(
    old: str, new: str, left: list[str]
) -> None:
    assert old in QUESTION
    assert problems(QUESTION.replace(old, new)) == left


@pytest.mark.parametrize("text", ["type: meerkeuze\n", "id: x\n", "type: [a]\n"])
def test_without_a_type_nothing_can_be_said(text: str) -> None:
    read = yaml_reader.read(text, "q.yaml")
    assert read.value is not None
    assert mend(TYPES, read.value) is None
    assert mend(TYPES, read.value, "questions", 3) is None
