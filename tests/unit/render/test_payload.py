"""course.js: the contract of builder/player/src/payload.ts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import builder
from builder import strings
from builder.render.assets import collect
from builder.render.page import PageMaker, load_templates
from builder.render.payload import SCHEMA, VARIABLE, make_payload, serialise
from tests.unit.sample_course import COURSE, QUIZ, make_checked, make_course

CONTRACT = Path(builder.__file__).parent / "player" / "src" / "payload.ts"
CHOICE = CONTRACT.parent / "questions" / "choice.tsx"
RICH_QUIZ = """\
id: toets-een
title: Toets één
minutes: 5
question-attempts: 3
quiz-attempts: 2
questions:
  - id: vraag-een
    type: multiple-choice
    prompt: Wat zie *je*?
    points: 2
    options:
      b: {text: "Dit & **dat**", correct: true, feedback: "Ja, zie [les](les:les-een)."}
      a: {text: Niets, feedback: "Nee.</p></script>"}
  - id: vraag-twee
    type: true-false
    prompt: Het klopt.
    lesson: les-een
    answer: false
    feedback: {"true": Nee., "false": Ja.}
  - id: vraag-drie
    type: judgement
    prompt: Wat doe je?
    hint: Lees **terug**.
    options:
      a: {text: Luisteren, grade: good, feedback: Ja.}
      b: {text: Wachten, grade: defensible, score: 35, feedback: Even.}
    panel: {a: 80, b: 20}
"""


def payload_of(quiz: str | None = QUIZ, course: str = COURSE) -> dict[str, Any]:
    made = make_course(quiz=quiz, course=course)
    words = strings.load(made.file.language)
    maker = PageMaker(made, words, collect(made), load_templates())
    return make_payload(
        make_checked(made), words, lambda one, source: maker.writer(one.id, source.media)
    )


def fields_of(interface: str, path: Path = CONTRACT, *, optional: bool = True) -> set[str]:
    text = path.read_text(encoding="utf-8")
    body = re.search(rf"export interface {interface}\b[^{{]*\{{\n(.*?)\n\}}", text, re.DOTALL)
    assert body
    pattern = r"^  (\w+)\??:" if optional else r"^  (\w+):"
    return set(re.findall(pattern, body[1], re.MULTILINE))


def test_fields_are_those_of_the_contract() -> None:
    payload = payload_of(RICH_QUIZ)
    assert set(payload) | {"build"} == fields_of("Payload")
    assert set(payload["modules"][0]) == fields_of("ModulePayload")
    always = fields_of("PagePayload", optional=False)
    assert {frozenset(page) for page in payload["pages"]} == {frozenset(always)}
    assert fields_of("PagePayload") - always == {"lesson"}
    assert set(payload["quizzes"]["toets-een"]) == fields_of("QuizPayload")
    options = []
    for question in payload["questions"].values():
        shared = fields_of("QuestionPayload", optional=False)
        assert shared <= set(question)
        assert set(question) - shared == fields_of("ChoicePayload", CHOICE)
        options += question["options"]
    every = fields_of("OptionPayload", CHOICE)
    demanded = fields_of("OptionPayload", CHOICE, optional=False)
    assert all(demanded <= set(option) <= every for option in options)
    assert set().union(*options) == every
    assert f"schema: {SCHEMA};" in CONTRACT.read_text(encoding="utf-8")
    assert payload["schema"] == SCHEMA


def test_course_pages_and_quiz() -> None:
    payload = payload_of(RICH_QUIZ)
    assert payload["course"] == {
        "id": "proef",
        "title": "Een proef",
        "version": "1.0.0",
        "language": "nl",
    }
    assert payload["masteryScore"] == 0.8
    assert payload["modules"] == [
        {
            "id": "eerste",
            "number": 1,
            "title": "De eerste module",
            "pages": ["les-een", "toets-een"],
        }
    ]
    assert [(page["id"], page["slot"], page["kind"]) for page in payload["pages"]] == [
        ("les-een", 0, "lesson"),
        ("toets-een", 1, "quiz"),
    ]
    assert payload["quizzes"]["toets-een"] == {
        "pools": [{"count": 3, "questions": ["vraag-een", "vraag-twee", "vraag-drie"]}],
        "isScored": True,
        "shufflesQuestions": False,
        "shufflesOptions": False,
        "retakesWrong": False,
        "weight": None,
        "feedback": [],
        "questionAttempts": 3,
        "quizAttempts": 2,
    }


def test_questions_have_plain_words_and_ready_feedback() -> None:
    questions = payload_of(RICH_QUIZ)["questions"]
    assert questions["vraag-een"]["text"] == "Wat zie je?"
    assert questions["vraag-een"]["points"] == 2
    assert questions["vraag-een"]["lesson"] is None
    assert questions["vraag-een"]["options"] == [
        {
            "key": "b",
            "slot": 0,
            "correct": True,
            "text": "Dit & dat",
            "feedback": '<p>Ja, zie <a href="#p-les-een">les</a>.</p>',
        },
        {"key": "a", "slot": 1, "correct": False, "text": "Niets", "feedback": "<p>Nee.</p>"},
    ]
    assert [
        (one["grade"], one["share"], one["panel"]) for one in questions["vraag-drie"]["options"]
    ] == [
        ("good", 1, 80),
        ("defensible", 0.35, 20),
    ]
    assert questions["vraag-twee"]["lesson"] == "les-een"
    assert [(one["key"], one["text"]) for one in questions["vraag-twee"]["options"]] == [
        ("true", "Klopt"),
        ("false", "Klopt niet"),
    ]


def test_a_course_without_score_and_quiz() -> None:
    payload = payload_of(None, COURSE.replace("mastery-score: 80\n", ""))
    assert payload["masteryScore"] is None
    assert payload["quizzes"] == payload["questions"] == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_strings_are_those_of_the_language(language: str) -> None:
    payload = payload_of(course=COURSE.replace("language: nl", f"language: {language}"))
    assert payload["strings"] == dict(strings.load(language))


def test_script_is_ascii_sorted_and_cannot_end_its_element() -> None:
    script = serialise(payload_of(RICH_QUIZ) | {"note": "</script>\u2028é"})
    text = script.decode("ascii")
    assert text.startswith(f"{VARIABLE}=")
    assert text.endswith(";\n")
    assert "</" not in text
    body = text.removeprefix(f"{VARIABLE}=").removesuffix(";\n")
    read = json.loads(body)
    assert read["note"] == "</script>\u2028é"
    assert list(read) == sorted(read)
