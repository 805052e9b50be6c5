"""Every text of a course with its place: the body of a lesson, and each Markdown value in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from builder.course import Course, Lesson, Media, Positions, Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Spot, parse, spots
from builder.markdown_reader.source import FileSource, Source, ValueSource
from builder.questions.base import Path, find_paths


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. ``may_hold_files`` is false where there is no folder to find a picture in."""

    tokens: Sequence[Token]
    source: Source
    media: Mapping[str, Media]
    may_hold_files: bool = True

    def spots(self) -> Iterator[Spot]:
        """Its inline tokens with their places."""
        return spots(self.tokens, self.source)


def passages(course: Course) -> Iterator[Passage]:
    """All texts of a course in reading order."""
    yield from _description(course.positions, course.lines, course.file.description)
    for module in course.modules:
        yield from _description(module.positions, (), module.file.description)
        for lesson in module.lessons:
            yield from _front_passages(lesson)
            yield body(lesson)
            for one in lesson.transcripts.values():
                source = FileSource(one.path, one.lines)
                yield Passage(one.tokens, source, {}, may_hold_files=False)
        for quiz in module.quizzes:
            yield from _quiz_passages(quiz)


def body(lesson: Lesson) -> Passage:
    """The text of a lesson behind its front matter."""
    source = FileSource(lesson.path, lesson.lines[lesson.offset - 1 :], lesson.offset)
    return Passage(lesson.tokens, source, lesson.media)


def line_at(lines: Sequence[str], location: Location) -> str:
    """The line of a file on which a location lies."""
    return lines[location.line - 1] if 0 < location.line <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class _File:
    positions: Positions
    lines: Sequence[str]
    media: Mapping[str, Media]

    def passage(self, text: str, *path: str | int, may_hold_files: bool = True) -> Passage:
        location = self.positions.at(*path)
        source = ValueSource(text.split("\n"), location, line_at(self.lines, location))
        return Passage(parse(text), source, self.media, may_hold_files)


def _description(positions: Positions, lines: Sequence[str], text: str | None) -> Iterator[Passage]:
    if text:
        yield _File(positions, lines, {}).passage(text, "description", may_hold_files=False)


def _front_passages(lesson: Lesson) -> Iterator[Passage]:
    file = _File(lesson.positions, lesson.lines, lesson.media)
    front = lesson.front
    if front.lead:
        yield file.passage(front.lead, "lead")
    for number, goal in enumerate(front.goals):
        yield file.passage(goal, "goals", number)
    for number, origin in enumerate(front.sources):
        if not isinstance(origin, str):
            yield file.passage(origin.text, "sources", number, "text")


def _quiz_passages(quiz: Quiz) -> Iterator[Passage]:
    file = _File(quiz.positions, quiz.lines, quiz.media)
    if quiz.file.intro:
        yield file.passage(quiz.file.intro, "intro")
    for number, question in enumerate(quiz.questions):
        written = question.model_dump(by_alias=True, exclude_none=True)
        for pattern in (*question.TEXTS, *question.LINES):
            for path in find_paths(written, pattern):
                yield file.passage(_value_at(written, path), "questions", number, *path)


def _value_at(value: Any, path: Path) -> str:
    for step in path:
        value = value[step]
    return str(value)
