"""Every text of a course with its place: the body of a lesson, and each Markdown value in YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.course import Course, Lesson, Media, Positions, Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Spot, parse, spots
from builder.markdown_reader.source import FileSource, Source, ValueSource

_NO_TEXT = frozenset({"id", "type", "lesson", "facts"})


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
    yield from _description(course.positions, course.file.description)
    for module in course.modules:
        yield from _description(module.positions, module.file.description)
        for lesson in module.lessons:
            yield from _front_passages(lesson)
            yield body(lesson)
        if module.quiz:
            yield from _quiz_passages(module.quiz)


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
    media: Mapping[str, Media]

    def passage(self, text: str, *path: str | int, may_hold_files: bool = True) -> Passage:
        source = ValueSource(text, self.positions.text(*path))
        return Passage(parse(text), source, self.media, may_hold_files)


def _description(positions: Positions, text: str | None) -> Iterator[Passage]:
    if text:
        yield _File(positions, {}).passage(text, "description", may_hold_files=False)


def _front_passages(lesson: Lesson) -> Iterator[Passage]:
    file = _File(lesson.positions, lesson.media)
    front = lesson.front
    if front.lead:
        yield file.passage(front.lead, "lead")
    for number, goal in enumerate(front.goals):
        yield file.passage(goal, "goals", number)
    for number, origin in enumerate(front.sources):
        yield file.passage(origin.text, "sources", number, "text")


def _quiz_passages(quiz: Quiz) -> Iterator[Passage]:
    file = _File(quiz.positions, quiz.media)
    if quiz.file.intro:
        yield file.passage(quiz.file.intro, "intro")
    for number, question in enumerate(quiz.questions):
        written = question.model_dump(by_alias=True, exclude_none=True)
        for path, text in _texts(written, ("questions", number)):
            yield file.passage(text, *path)


def _texts(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The Markdown in a question, whatever its type: every text but ids and the like."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _NO_TEXT:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
