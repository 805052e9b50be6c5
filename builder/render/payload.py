"""The payload of the player: course.js. The contract is builder/player/src/payload.ts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from builder.course import CheckedCourse, Course, Module, Quiz
from builder.markdown_reader import parse, plain
from builder.questions.base import Question
from builder.render.writer import PageWriter, QuestionTexts
from builder.schema.lesson import LessonFront
from builder.schema.quiz import QuizFile

SCHEMA = 1
VARIABLE = "window.LESBOUWER_COURSE"

JsonObject = dict[str, Any]


def make_payload(
    checked: CheckedCourse,
    strings: Mapping[str, str],
    writer_of: Callable[[Quiz, Quiz], PageWriter],
) -> JsonObject:
    """Everything but ``build``, which is the hash of all this and the page together."""
    course, slots = checked.course, checked.slots
    questions: JsonObject = {}
    for quiz in course.quizzes:
        for pool in quiz.pools:
            writer = writer_of(quiz, pool.source or quiz)
            for question in pool.questions:
                questions[question.id] = _question(question, checked, writer)
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
        "certificate": _certificate(course),
        "completion": course.file.completion,
        "modules": [
            {
                "id": module.id,
                "number": course.module_numbers.get(module.id),
                "title": module.file.title,
                "pages": [page.id for page in module.stops],
            }
            for module in course.modules
        ],
        "pages": _pages(course, slots.pages),
        "quizzes": {quiz.id: _quiz(quiz, writer_of(quiz, quiz)) for quiz in course.quizzes},
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
            home = {"lesson": lesson.id}
            pages.append(_page(lesson.id, "lesson", lesson.front, slots, module))
            pages += [
                _page(check.id, "check", check.file, slots, module) | home
                for check in lesson.checks
            ]
        if module.quiz:
            pages.append(_page(module.quiz.id, "quiz", module.quiz.file, slots, module))
    return pages


def _page(
    id: str, kind: str, file: LessonFront | QuizFile, slots: Mapping[str, int], module: Module
) -> JsonObject:
    return {
        "id": id,
        "slot": slots[id],
        "kind": kind,
        "title": file.title,
        "minutes": file.minutes,
        "module": module.id,
    }


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


def _certificate(course: Course) -> JsonObject | None:
    certificate = course.file.certificate
    if certificate is None:
        return None
    return {"issuer": certificate.issuer, "showScore": certificate.show_score}


def _quiz(quiz: Quiz, writer: PageWriter) -> JsonObject:
    file = quiz.file
    return {
        "pools": [
            {"count": pool.count, "questions": [one.id for one in pool.questions]}
            for pool in quiz.pools
        ],
        "isScored": file.kind == "test",
        "shufflesQuestions": "questions" in file.shuffle,
        "shufflesOptions": "options" in file.shuffle,
        "retakesWrong": file.retake == "wrong",
        "weight": file.weight,
        "feedback": [
            {"from": one.minimum / 100, "html": str(writer.text(one.text)).strip()}
            for one in sorted(file.result_feedback, key=lambda one: -one.minimum)
        ],
        "questionAttempts": file.question_attempts,
        "quizAttempts": file.quiz_attempts,
    }


def _question(question: Question, checked: CheckedCourse, writer: PageWriter) -> JsonObject:
    slots = checked.slots
    return {
        "id": question.id,
        "slot": slots.questions[question.id],
        "type": question.type,
        "points": question.worth,
        "text": plain(parse(question.prompt)),
        "lesson": question.lesson,
        "objective": question.objective,
        **question.payload_data(QuestionTexts(writer), slots.options[question.id]),
    }
