"""The payload of the player: course.js. The contract is builder/player/src/payload.ts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from builder.course import CheckedCourse, Course, Quiz
from builder.markdown_reader import parse, plain
from builder.questions.base import OptionView, Question
from builder.render.writer import PageWriter

SCHEMA = 1
VARIABLE = "window.LESBOUWER_COURSE"

JsonObject = dict[str, Any]


def make_payload(
    checked: CheckedCourse,
    strings: Mapping[str, str],
    writer_of: Callable[[Quiz], PageWriter],
) -> JsonObject:
    """Everything but ``build``, which is the hash of all this and the page together."""
    course, slots = checked.course, checked.slots
    questions: JsonObject = {}
    for quiz in course.quizzes:
        writer = writer_of(quiz)
        for question in quiz.questions:
            questions[question.id] = _question(question, checked, strings, writer)
    score = course.file.mastery_score
    return {
        "schema": SCHEMA,
        "course": {
            "id": course.id,
            "title": course.file.title,
            "version": course.file.version,
            "language": course.file.language,
        },
        "masteryScore": None if score is None else score / 100,
        "modules": [
            {
                "id": module.id,
                "title": module.file.title,
                "pages": [
                    *(lesson.id for lesson in module.lessons),
                    *([module.quiz.id] if module.quiz else []),
                ],
            }
            for module in course.modules
        ],
        "pages": _pages(course, slots.pages),
        "quizzes": {
            quiz.id: {
                "questions": [question.id for question in quiz.questions],
                "questionAttempts": quiz.file.question_attempts,
                "quizAttempts": quiz.file.quiz_attempts,
            }
            for quiz in course.quizzes
        },
        "questions": questions,
        "objectives": _objectives(course),
        "strings": dict(strings),
    }


def serialise(payload: JsonObject) -> bytes:
    """A script that assigns one global: learning environments may forbid fetching and inline code.

    Pure ASCII, sorted keys, and no ``</`` that could end a script element.
    """
    text = json.dumps(payload, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    safe = text.replace("</", "<\\/")
    return f"{VARIABLE}={safe};\n".encode("ascii")


def _pages(course: Course, slots: Mapping[str, int]) -> list[JsonObject]:
    pages: list[JsonObject] = []
    for module in course.modules:
        for lesson in module.lessons:
            pages.append(
                {
                    "id": lesson.id,
                    "slot": slots[lesson.id],
                    "kind": "lesson",
                    "title": lesson.front.title,
                    "minutes": lesson.front.minutes,
                    "module": module.id,
                }
            )
        if module.quiz:
            file = module.quiz.file
            pages.append(
                {
                    "id": file.id,
                    "slot": slots[file.id],
                    "kind": "quiz",
                    "title": file.title,
                    "minutes": file.minutes,
                    "module": module.id,
                }
            )
    return pages


def _objectives(course: Course) -> list[JsonObject]:
    return [
        {
            "id": name,
            "text": plain(parse(objective.text)),
            "level": objective.level,
            "module": module.id,
            "lessons": [one.id for one in course.lessons if name in one.front.objectives],
        }
        for module in course.modules
        for name, objective in module.file.objectives.items()
    ]


def option_text(option: OptionView, strings: Mapping[str, str]) -> str:
    """The author's Markdown, or the word of the interface for true and false."""
    return option.text or strings[f"quiz.{option.key}"]


def _question(
    question: Question, checked: CheckedCourse, strings: Mapping[str, str], writer: PageWriter
) -> JsonObject:
    slots = checked.slots
    option_slots = slots.options.get(question.id, question.FIXED_SLOTS or {})
    return {
        "id": question.id,
        "slot": slots.questions[question.id],
        "type": question.type,
        "points": question.points,
        "text": plain(parse(question.prompt)),
        "lesson": question.lesson,
        "objective": question.objective,
        "options": [
            {
                "key": option.key,
                "slot": option_slots[option.key],
                "correct": option.correct,
                "text": plain(parse(option_text(option, strings))),
                "feedback": str(writer.text(option.feedback)).strip(),
                **option.extra,
            }
            for option in question.options_view()
        ],
    }
