"""What a file leaves out: a key without a value, a key that is not there, a group of keys."""

from __future__ import annotations

from builder import models_reader, yaml_reader
from builder.diagnostics import Severity
from builder.fields import Authored
from builder.report import make_finding
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document

COURSE = """\
format: 1
id: proef
title: Een proef
version: 1.0.0
language: nl
publisher:
  name: Voorbeeldschool
  namespace: nl.voorbeeld
modules:
  - eerste
"""
QUIZ = """\
id: toets
title: Toets
minutes: 5
questions:
  - id: een
    type: true-false
    prompt: Klopt dit?
    answer: true
    feedback: {true: Ja., false: Nee.}
"""


def read(text: str) -> Document:
    value = yaml_reader.read(text, "a.yaml").value
    assert value is not None
    return value


def empty(model: type[Authored], text: str) -> list[tuple[str, int, Severity | None]]:
    written = read(text)
    found = models_reader.read(model, written).diagnostics
    return [
        (str(one.params["key"]), one.location.line, one.severity)
        for one in models_reader.find_empty(written, found)
    ]


def test_a_key_without_a_value_is_named_even_where_it_may_be_left_out() -> None:
    text = QUIZ + "intro:\nquiz-attempts: ~\n"
    assert models_reader.read(QuizFile, read(text)).value is not None
    line = text.count("\n")
    assert empty(QuizFile, text) == [
        ("intro", line - 1, Severity.WARNING),
        ("quiz-attempts", line, Severity.WARNING),
    ]
    assert empty(QuizFile, text + "kleur:\n")[2:] == []
    assert empty(ModuleFile, "id:\ntitle: Een\nquiz: 'null'\n") == []
    assert (
        empty(CourseFile, COURSE.replace("  name", "name").replace("  namespace", "namespace"))
        == []
    )


def test_what_is_missing_and_can_be_one_thing_only_is_told() -> None:
    (found,) = models_reader.read(CourseFile, read(COURSE[10:])).diagnostics
    assert make_finding(found).fix == "add a line `format: 1` here"


def test_the_keys_that_a_group_can_have_are_told() -> None:
    text = COURSE.replace(
        "publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld",
        "publisher: Voorbeeldschool",
    )
    (found,) = models_reader.read(CourseFile, read(text)).diagnostics
    assert (found.code, found.params["first"], found.params["known"]) == (
        "Y210",
        "name",
        "name, namespace",
    )


def test_an_empty_key_below_something_that_was_told_is_not_told_again() -> None:
    assert empty(ModuleFile, "id: een\ntitle: {naam}\n") == []


def test_what_is_made_up_lacks_nothing_that_a_rule_asks_for() -> None:
    made_up = models_reader.make_up(LessonFront, "modules/een/01-les.md", {"id": "les"})
    assert (made_up.model.id, made_up.model.title) == ("les", "Mijn les")
    assert made_up.model.goals
    assert made_up.positions.at("goals", 0).path == "modules/een/01-les.md"
