"""Plain values → models: each error a finding of its own, in the right place."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from builder import models_reader, yaml_reader
from builder.fields import Authored
from builder.questions import QUESTION_TYPES, AnyQuestion, Question
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
    type: single-choice
    prompt: Wat?
    options:
      a: {text: Dit, correct: true, feedback: Ja.}
      b: {text: Dat, feedback: Nee.}
  - id: twee
    type: true-false
    prompt: Klopt dit?
    answer: true
    feedback: {true: Ja., false: Nee.}
"""


def document(text: str) -> Document:
    value = yaml_reader.read(text, "f.yaml").value
    assert value is not None
    return value


def faults(model: type[Authored], text: str) -> list[tuple[str, int, int]]:
    found = models_reader.read(model, document(text)).diagnostics
    return [(one.code, one.location.line, one.location.column) for one in found]


def test_a_whole_course() -> None:
    text = (
        COURSE + "mastery-score: 80\nchecked: 2026-01-31\nrenamed: {oud: nieuw, vraag/a: vraag/b}\n"
    )
    course = models_reader.read(CourseFile, document(text)).value
    assert course is not None
    assert course.mastery_score == 80
    assert course.targets == ("scorm12", "scorm2004")
    assert course.checked is not None
    assert course.checked.isoformat() == "2026-01-31"
    assert course.renamed == {"oud": "nieuw", "vraag/a": "vraag/b"}
    assert course.description is None


def test_a_whole_quiz() -> None:
    quiz = models_reader.read(QuizFile, document(QUIZ)).value
    assert quiz is not None
    assert (quiz.question_attempts, quiz.quiz_attempts, quiz.intro) == (2, None, None)
    assert [question.type for question in quiz.questions] == ["single-choice", "true-false"]


FAULTY: dict[str, tuple[type[Authored], str, list[tuple[str, int, int]]]] = {
    "missing key": (ModuleFile, "id: een\n", [("Y201", 1, 1)]),
    "missing key deeper": (
        CourseFile,
        COURSE.replace("  name: Voorbeeldschool\n", ""),
        [("Y201", 6, 1)],
    ),
    "missing key in a list": (
        LessonFront,
        "id: les\ntitle: Les\nminutes: 5\nsources:\n  - text: x\n  - url: https://x.nl\n",
        [("Y201", 6, 5)],
    ),
    "key almost right": (ModuleFile, "id: een\ntitel: Een\n", [("Y202", 2, 1)]),
    "key with an underscore": (
        CourseFile,
        COURSE + "mastery_score: 80\n",
        [("Y202", 11, 1)],
    ),
    "key unknown": (ModuleFile, "id: een\ntitle: Een\nkleur: blauw\n", [("Y203", 3, 1)]),
    "keys that were not indented": (
        CourseFile,
        COURSE.replace("  name", "name").replace("  namespace", "namespace"),
        [("Y203", 7, 1), ("Y203", 8, 1)],
    ),
    "list without spaces": (
        CourseFile,
        COURSE.replace("  - eerste", "  -eerste\n  -tweede"),
        [("Y129", 10, 3)],
    ),
    "list with no-break spaces": (
        CourseFile,
        COURSE.replace("  - eerste", "  -\u00a0eerste"),
        [("Y126", 10, 3)],
    ),
    "keys with no-break spaces": (
        ModuleFile,
        "id: een\n\u00a0title: Een\n",
        [("Y201", 1, 1), ("Y126", 2, 1)],
    ),
    "type under another key": (
        QuizFile,
        QUIZ.replace("    type: true-false", "    soort: true-false"),
        [("Y202", 12, 5)],
    ),
    "type without a value": (
        QuizFile,
        QUIZ.replace("    type: true-false", "    type:"),
        [("Y204", 12, 10)],
    ),
    "key unknown deeper": (
        QuizFile,
        QUIZ.replace("{text: Dat,", "{text: Dat, gewicht: 3,"),
        [("Y203", 10, 22)],
    ),
    "key of another type": (
        QuizFile,
        QUIZ.replace("    answer: true\n", "    answer: true\n    options: {}\n"),
        [("Y203", 15, 5)],
    ),
    "no value": (ModuleFile, "id: een\ntitle:\n", [("Y204", 2, 7)]),
    "no value in a list": (CourseFile, COURSE + "  -\n", [("Y204", 11, 4)]),
    "list for a text": (ModuleFile, "id: een\ntitle: [a]\n", [("Y205", 2, 1)]),
    "word for a number": (QuizFile, QUIZ.replace("minutes: 5", "minutes: x"), [("Y206", 3, 10)]),
    "half a number": (QuizFile, QUIZ.replace("minutes: 5", "minutes: 5.5"), [("Y206", 3, 10)]),
    "list for a number": (QuizFile, QUIZ.replace("minutes: 5", "minutes: [5]"), [("Y206", 3, 1)]),
    "huge number": (
        QuizFile,
        QUIZ.replace("minutes: 5", "minutes: 1" + "0" * 5000),
        [("Y206", 3, 10)],
    ),
    "another word for true": (
        QuizFile,
        QUIZ.replace("answer: true", "answer: yes"),
        [("Y207", 14, 13)],
    ),
    "list for true": (QuizFile, QUIZ.replace("answer: true", "answer: [x]"), [("Y207", 14, 5)]),
    "no date": (CourseFile, COURSE + "checked: vandaag\n", [("Y208", 11, 10)]),
    "a date that is not there": (CourseFile, COURSE + "checked: 2026-02-30\n", [("Y208", 11, 10)]),
    "text for a list": (
        CourseFile,
        COURSE.replace("modules:\n  - eerste\n", "modules: eerste\n"),
        [("Y209", 9, 10)],
    ),
    "text for keys": (
        CourseFile,
        COURSE.replace("publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld\n", "")
        + "publisher: Voorbeeld\n",
        [("Y210", 8, 12)],
    ),
    "list for keys": (
        QuizFile,
        QUIZ.replace("feedback: {true: Ja., false: Nee.}", "feedback: [Ja.]"),
        [("Y210", 15, 5)],
    ),
    "key without a space": (
        CourseFile,
        COURSE.replace("  name: Voorbeeldschool\n  namespace: nl.voorbeeld\n", "  name:School\n"),
        [("Y103", 7, 3)],
    ),
    "number too small": (QuizFile, QUIZ.replace("minutes: 5", "minutes: 0"), [("Y211", 3, 10)]),
    "number too large": (CourseFile, COURSE + "mastery-score: 101\n", [("Y212", 11, 16)]),
    "more tries than the state can hold": (
        QuizFile,
        QUIZ + "question-attempts: 36\n",
        [("Y212", 16, 20)],
    ),
    "empty text": (ModuleFile, 'id: een\ntitle: "  "\n', [("Y213", 2, 8)]),
    "bad id": (ModuleFile, "id: Een Twee\ntitle: Een\n", [("Y214", 1, 5)]),
    "bad version": (CourseFile, COURSE.replace("1.0.0", "1.0"), [("Y215", 4, 10)]),
    "bad namespace": (CourseFile, COURSE.replace("nl.voorbeeld", "x"), [("Y216", 8, 14)]),
    "bad letter": (QuizFile, QUIZ.replace("      b:", "      bb:"), [("Y217", 10, 7)]),
    "bad old id": (CourseFile, COURSE + "renamed: {A: b1}\n", [("Y218", 11, 11)]),
    "bad new id": (CourseFile, COURSE + "renamed: {a1: B}\n", [("Y218", 11, 15)]),
    "bad address": (
        LessonFront,
        "id: les\ntitle: Les\nminutes: 5\nsources:\n  - text: x\n    url: www.x.nl\n",
        [("Y219", 6, 10)],
    ),
    "bad fact": (LessonFront, "id: les\ntitle: Les\nminutes: 5\nfacts: [1]\n", [("Y220", 4, 9)]),
    "long title": (ModuleFile, f"id: een\ntitle: {'x' * 201}\n", [("Y221", 2, 8)]),
    "unknown word": (CourseFile, COURSE.replace("language: nl", "language: de"), [("Y222", 5, 11)]),
    "question without a type": (
        QuizFile,
        QUIZ.replace("    type: true-false\n", ""),
        [("Y223", 11, 5)],
    ),
    "question of an unknown type": (
        QuizFile,
        QUIZ.replace("type: true-false", "type: waar-onwaar"),
        [("Y224", 12, 11)],
    ),
    "question that is a text": (
        QuizFile,
        QUIZ.replace("questions:\n", "questions:\n  - Wat?\n"),
        [("Y210", 5, 5)],
    ),
    "two lines": (ModuleFile, "id: een\ntitle: |\n  Een\n  twee\n", [("Y225", 2, 8)]),
    "control character": (ModuleFile, 'id: een\ntitle: "x\\x07"\n', [("Y124", 2, 8)]),
    "format of the future": (
        CourseFile,
        COURSE.replace("format: 1", "format: 2"),
        [("Y226", 1, 9)],
    ),
}


@pytest.mark.parametrize("case", FAULTY)
def test_fault(case: str) -> None:
    model, text, expected = FAULTY[case]
    assert faults(model, text) == expected


def test_all_places_in_one_go() -> None:
    text = QUIZ.replace("id: toets", "id: T").replace("id: een", "id: E").replace("twee", "t")
    assert [code for code, _, _ in faults(QuizFile, text)] == ["Y214", "Y214", "Y214"]


def params(model: type[Authored], text: str) -> dict[str, str | int]:
    (finding,) = models_reader.read(model, document(text)).diagnostics
    return dict(finding.params)


def test_a_misspelt_key_gets_the_right_one() -> None:
    found = params(ModuleFile, "id: een\ntitle: Een\nquizz: toets\n")
    assert (found["key"], found["suggestion"]) == ("quizz", "quiz")
    found = params(QuizFile, QUIZ.replace("correct: true", "Corect: true"))
    assert found["suggestion"] == "correct"
    found = params(QuizFile, QUIZ.replace("text: Dat", "tekst: Dat"))
    assert found["suggestion"] == "text"
    found = params(QuizFile, QUIZ.replace("correct: true", "Corect: true"))
    assert found["parent"] == "questions.1.options.a"


def test_a_key_that_is_there_is_not_proposed() -> None:
    found = params(ModuleFile, "id: een\ntitle: Een\ntitel: Een\n")
    assert "suggestion" not in found
    assert found["known"] == "id, title, description, quiz, objectives"


def test_keys_of_the_type_at_hand_are_proposed() -> None:
    text = QUIZ.replace("    answer: true\n", "    answer: true\n    prijs: 3\n")
    assert "answer" in str(params(QuizFile, text)["known"])
    assert "options" not in str(params(QuizFile, text)["known"])


def test_types_of_questions_are_proposed_by_likeness() -> None:
    found = params(QuizFile, QUIZ.replace("type: true-false", "type: true-or-false"))
    first, *others = str(found["known"]).split(", ")
    assert first == "true-false"
    assert {first, *others} == set(QUESTION_TYPES)


def test_limits_are_named() -> None:
    assert params(CourseFile, COURSE + "mastery-score: 0\n")["limit"] == 1
    assert params(CourseFile, COURSE + "mastery-score: 101\n")["limit"] == 100
    assert params(ModuleFile, f"id: een\ntitle: {'x' * 201}\n")["limit"] == 200


def test_long_values_are_shortened() -> None:
    value = str(params(ModuleFile, f"id: {'x' * 500}\ntitle: Een\n")["value"])
    assert len(value) == 60
    assert value.endswith("…")


def test_what_the_yaml_reader_refused_is_not_reported_again() -> None:
    read = yaml_reader.read("id: *a\ntitle: Een\n", "f.yaml")
    assert read.value is not None
    outcome = models_reader.read(ModuleFile, read.value)
    assert (outcome.value, outcome.diagnostics) == (None, ())


def test_python_names_are_not_keys() -> None:
    assert [code for code, _, _ in faults(QuizFile, QUIZ + "question_attempts: 3\n")] == ["Y202"]


def test_read_part() -> None:
    questions: TypeAdapter[Question] = TypeAdapter(AnyQuestion)
    text = QUIZ.replace("answer: true", "answer: ja")
    first = models_reader.read_part(questions, document(text), "questions", 0)
    assert first is not None
    assert first.id == "een"
    assert models_reader.read_part(questions, document(text), "questions", 1) is None
    assert models_reader.read_part(questions, document(text), "questions", 7) is None


def salvage(model: type[Any], text: str) -> models_reader.Reading[Any]:
    reading = models_reader.salvage(model, document(text), {"id": "naam-van-bestand"})
    assert reading is not None
    return reading


def test_salvage_keeps_what_is_good() -> None:
    text = COURSE.replace("id: proef", "id: P").replace("title: Een proef\n", "") + "kleur: rood\n"
    course = salvage(CourseFile, text).model
    assert course.id == "naam-van-bestand"
    assert course.title == "Mijn cursus"
    assert course.publisher.name == "Voorbeeldschool"
    assert course.modules == ("eerste",)


def test_salvage_leaves_bad_questions_out_and_keeps_the_places_of_the_others() -> None:
    text = QUIZ.replace("questions:\n", "questions:\n  - id: nul\n    type: x\n  - niets\n")
    reading = salvage(QuizFile, text)
    assert [question.id for question in reading.model.questions] == ["een", "twee"]
    assert reading.positions.at("questions", 0, "id").line == 8
    assert reading.positions.at("questions", 1, "id").line == 14


def test_salvage_of_nothing_at_all() -> None:
    reading = salvage(QuizFile, "kleur: rood\n")
    assert reading.model.questions == ()
    reading = salvage(LessonFront, "id: [x]\ngoals: een doel\nfacts: [1, F2, 3]\n")
    assert reading.model.goals
    assert reading.model.facts == ("F2",)


WRITTEN: dict[str, tuple[type[Authored], str, str]] = {
    "percentage": (CourseFile, COURSE + "mastery-score: 80%\n", "80"),
    "share": (CourseFile, COURSE + "mastery-score: 0,8\n", "80"),
    "minutes": (QuizFile, QUIZ.replace("minutes: 5", "minutes: 4 minuten"), "4"),
    "date": (CourseFile, COURSE + "checked: 22-11-2026\n", "2026-11-22"),
    "yes": (QuizFile, QUIZ.replace("correct: true", "correct: ja"), "true"),
    "id": (ModuleFile, "id: Eerst luisteren\ntitle: Een\n", "eerst-luisteren"),
    "address": (
        LessonFront,
        "id: les\ntitle: Les\nminutes: 1\nsources: [{text: Bron, url: www.voorbeeld.nl}]\n",
        "https://www.voorbeeld.nl",
    ),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_the_fix_says_what_to_write(case: str) -> None:
    model, text, expected = WRITTEN[case]
    (finding,) = models_reader.read(model, document(text)).diagnostics
    assert f"`{expected}`" in make_finding(finding).fix


def test_without_an_idea_the_fix_says_it_in_general() -> None:
    text = QUIZ.replace("minutes: 5", "minutes: vijf")
    (finding,) = models_reader.read(QuizFile, document(text)).diagnostics
    assert "write" not in finding.params
    assert make_finding(finding).fix


def test_a_dutch_key_is_one_finding() -> None:
    found = params(QuizFile, QUIZ.replace("    prompt: Wat?", "    vraag: Wat?"))
    assert (found["key"], found["suggestion"]) == ("vraag", "prompt")
    assert (
        params(QuizFile, QUIZ.replace("feedback: Nee.}\n  -", "uitleg: Nee.}\n  -"))["suggestion"]
        == "feedback"
    )
    assert (
        params(QuizFile, QUIZ.replace("vragen", "x").replace("minutes", "minuten"))["suggestion"]
        == "minutes"
    )
