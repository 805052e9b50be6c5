"""Small courses for tests, made of the author's own files by the real readers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder import markdown_reader, models_reader, yaml_reader
from builder.course import CheckedCourse, Course, Lesson, Media, Module, Quiz, Slots, Transcript
from builder.diagnostics import Location
from builder.library import Library, Overview
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.library import OverviewFile
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile
from builder.yaml_reader import YamlText

COURSE = """\
format: 1
id: proef
title: Een proef
version: 1.0.0
language: nl
description: Een cursus om mee te *proeven*.
publisher: {name: Voorbeeldschool, namespace: nl.voorbeeld}
modules: [eerste]
mastery-score: 80
"""
MODULE = """\
id: eerste
title: De eerste module
"""
LESSON = """\
---
id: les-een
title: Les een
minutes: 5
goals: [zien wat je ziet]
---

Dit is de tekst van de les.
"""
QUIZ = """\
id: toets-een
title: Toets een
minutes: 5
questions:
  - id: vraag-een
    type: single-choice
    prompt: Wat zie je?
    lesson: les-een
    options:
      a: {text: Dit, correct: true, feedback: Ja dit.}
      b: {text: Dat, feedback: Nee dat niet.}
"""


class NoPositions:
    def at(self, *path: str | int, key: bool = False) -> Location:
        return Location("courses/proef/course.yaml", 1, 1)

    def text(self, *path: str | int) -> YamlText:
        return YamlText("courses/proef/course.yaml", (), 0, "", (0, 0), (0, 0))

    def last_line(self, line: int) -> int:
        return line


def make_lesson(text: str, path: str, files: Mapping[str, bytes]) -> Lesson:
    """A lesson of Markdown with front matter, whatever is wrong with its text."""
    file = markdown_reader.read(text, path).value
    assert file is not None
    assert file.front is not None
    front = models_reader.read(LessonFront, file.front).value
    assert front is not None
    media = _media((reference.target for reference in file.references), files, "modules/eerste")
    return Lesson(
        front=front,
        path=path,
        positions=file.front.positions,
        tokens=file.tokens,
        lines=file.lines,
        offset=file.offset,
        media=media,
        transcripts={
            target: make_transcript(one.data.decode(), one.source)
            for target, one in media.items()
            if target.endswith(".md")
        },
    )


def make_transcript(text: str, path: str) -> Transcript:
    """What is said in a recording, whatever is wrong with its text."""
    file = markdown_reader.read_transcript(text, path).value
    assert file is not None
    return Transcript(path, file.tokens, file.lines)


def make_quiz(text: str, path: str, files: Mapping[str, bytes]) -> Quiz:
    """A quiz of YAML."""
    document = yaml_reader.read(text, path).value
    assert document is not None
    outcome = models_reader.read(QuizFile, document)
    assert outcome.value is not None, outcome.diagnostics
    targets = re.findall(r"(?:\]\(|\bimage: )(media/[^)\s]+)", text)
    return Quiz(
        file=outcome.value,
        path=path,
        positions=document.positions,
        lines=tuple(text.split("\n")),
        media=_media(targets, files, "quizzes"),
    )


def make_library(*overviews: str) -> Library:
    """A library of YAML texts."""
    made: dict[str, Overview] = {}
    for text in overviews:
        document = yaml_reader.read(text, "library/overviews/een.yaml").value
        assert document is not None
        outcome = models_reader.read(OverviewFile, document)
        assert outcome.value is not None, outcome.diagnostics
        made[outcome.value.id] = Overview(outcome.value, document.positions)
    return Library(made)


def make_course(
    *lessons: str,
    quiz: str | None = QUIZ,
    course: str = COURSE,
    module: str = MODULE,
    files: Mapping[str, bytes] | None = None,
    library: Library | None = None,
) -> Course:
    """A course of one module. ``files`` are pictures by the path that the texts use."""
    texts = lessons or (LESSON,)
    course_path, module_path = "courses/proef/course.yaml", "modules/eerste/module.yaml"
    course_document = yaml_reader.read(course, course_path).value
    module_document = yaml_reader.read(module, module_path).value
    assert course_document is not None
    assert module_document is not None
    course_file = models_reader.read(CourseFile, course_document).value
    module_file = models_reader.read(ModuleFile, module_document).value
    assert course_file is not None
    assert module_file is not None
    made = Module(
        file=module_file,
        path=module_path,
        positions=module_document.positions,
        lessons=tuple(
            make_lesson(text, f"modules/eerste/{number:02d}-les.md", files or {})
            for number, text in enumerate(texts, start=1)
        ),
        quiz=make_quiz(quiz, "quizzes/toets-een.yaml", files or {}) if quiz else None,
    )
    return Course(
        file=course_file,
        path=course_path,
        positions=course_document.positions,
        modules=(made,),
        lines=tuple(course.split("\n")),
        library=library or Library(),
    )


def make_slots(course: Course) -> Slots:
    """Slots in the order of the course."""
    pages = [lesson.id for lesson in course.lessons] + [quiz.id for quiz in course.quizzes]
    return Slots(
        pages={page: slot for slot, page in enumerate(pages)},
        questions={question.id: slot for slot, question in enumerate(course.askable)},
        options={
            question.id: {key: n for n, key in enumerate(question.slot_keys())}
            for question in course.askable
        },
    )


def make_checked(course: Course) -> CheckedCourse:
    """A course as if every rule had passed it."""
    return CheckedCourse(course, make_slots(course))


def _media(targets: object, files: Mapping[str, bytes], folder: str) -> dict[str, Media]:
    assert isinstance(targets, (list, tuple)) or hasattr(targets, "__iter__")
    return {
        target: Media(f"{folder}/{target}", files[target]) for target in targets if target in files
    }
