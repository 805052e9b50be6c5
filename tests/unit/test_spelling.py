"""Misspelt words are put right for the rest of the run, and every one is told."""

from __future__ import annotations

import pytest

from builder import models_reader, spelling, yaml_reader
from builder.fields import Authored
from builder.schema.course import CourseFile
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document

QUIZ = """\
id: toets
titel: Toets
minutes: 5
vragen:
  - id: een
    typ: singel-choice
    promt: Wat?
    opties:
      a: {tekst: Dit., correct: true, uitleg: Ja.}
      b: {text: Dat., feedback: Nee.}
"""


def spell(model: type[Authored], text: str) -> tuple[Document, list[tuple[str, str]]]:
    read = yaml_reader.read(text, "a.yaml")
    assert read.value is not None
    document, found = spelling.spell(model, read.value)
    return document, [(one.code, str(one.location)) for one in found]


def test_everything_below_a_misspelt_key_is_read_as_it_was_meant() -> None:
    document, found = spell(QuizFile, QUIZ)
    assert sorted(found) == [
        ("Y202", "a.yaml:2:1"),
        ("Y202", "a.yaml:4:1"),
        ("Y202", "a.yaml:6:5"),
        ("Y202", "a.yaml:7:5"),
        ("Y202", "a.yaml:8:5"),
        ("Y202", "a.yaml:9:11"),
        ("Y202", "a.yaml:9:39"),
        ("Y224", "a.yaml:6:10"),
    ]
    quiz = models_reader.read(QuizFile, document).value
    assert quiz is not None
    assert quiz.questions[0].options_view()[0].feedback == "Ja."


def test_places_stay_where_they_are_in_the_file() -> None:
    document, _ = spell(QuizFile, QUIZ)
    options = ("questions", 0, "options")
    assert str(document.positions.at(*options, key=True)) == "a.yaml:8:5"
    assert str(document.positions.at(*options, "a", "feedback")) == "a.yaml:9:47"
    assert not document.positions.knows("vragen")


def test_the_author_s_own_values_are_not_changed() -> None:
    read = yaml_reader.read(QUIZ, "a.yaml")
    assert read.value is not None
    spelling.spell(QuizFile, read.value)
    assert "vragen" in read.value.value


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("id: een\ntitle: Een\ntitel: Twee\n", ["Y203"]),
        ("id: een\ntitle: Een\nkleur: rood\n", ["Y203"]),
        ("id: een\ntitle: Een\n", []),
    ],
)
def test_what_is_there_already_is_not_taken_away(text: str, left: list[str]) -> None:
    document, found = spell(ModuleFile, text)
    assert found == []
    codes = [one.code for one in models_reader.read(ModuleFile, document).diagnostics]
    assert [code.replace("Y202", "Y203") for code in codes] == left


def test_of_two_misspellings_of_one_key_the_first_counts() -> None:
    document, found = spell(ModuleFile, "id: een\ntitel: Een\ntitl: Twee\n")
    assert found == [("Y202", "a.yaml:2:1")]
    assert document.get("title") == "Een"
    (rest,) = models_reader.read(ModuleFile, document).diagnostics
    assert str(rest.location) == "a.yaml:3:1"


def test_a_type_that_may_be_several_is_left_as_it_is() -> None:
    document, found = spell(QuizFile, QUIZ.replace("singel-choice", "meerkeuze"))
    assert "Y224" not in [code for code, _ in found]
    assert document.get("questions", 0, "type") == "meerkeuze"


def test_what_was_refused_is_not_spelt() -> None:
    read = yaml_reader.read("id: a\n<<: *b\ntitel: x\n", "a.yaml")
    assert read.value is not None
    assert spelling.spell(CourseFile, read.value) == (read.value, ())
