"""The assembled course: the author's files, linked, each with the place it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from markdown_it.token import Token

from builder.diagnostics import Location
from builder.questions.base import Question
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile


class Positions(Protocol):
    """Where a value of a YAML file stands."""

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of the value at ``path`` (or of its key); its nearest parent when absent."""


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a text uses, such as a picture; ``source`` is its path in the project."""

    source: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. ``tokens`` is the Markdown as markdown-it-py tokens; ``lines`` its whole file.

    ``offset`` is added to a token's zero-based line to get the line in the file.
    """

    front: LessonFront
    path: str
    positions: Positions
    tokens: tuple[Token, ...]
    lines: tuple[str, ...]
    offset: int
    media: Mapping[str, Media] = field(default_factory=dict)
    """Reference as written in the lesson → the file."""

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.front.id


@dataclass(frozen=True, slots=True)
class Quiz:
    """One quiz with its questions in the author's order."""

    file: QuizFile
    path: str
    positions: Positions
    lines: tuple[str, ...]
    media: Mapping[str, Media] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.file.id

    @property
    def questions(self) -> tuple[Question, ...]:
        """In the author's order."""
        return tuple(self.file.questions)


@dataclass(frozen=True, slots=True)
class Module:
    """Lessons in order, then the quiz if there is one."""

    file: ModuleFile
    path: str
    positions: Positions
    lessons: tuple[Lesson, ...]
    quiz: Quiz | None = None

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.file.id


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course, linked but not yet checked against the lint rules."""

    file: CourseFile
    path: str
    positions: Positions
    modules: tuple[Module, ...]
    lines: tuple[str, ...] = ()
    is_whole: bool = True
    """Every file that it names was found and read; else something may be missing from it."""
    reached: frozenset[str] = frozenset()
    """Folders of modules and paths of quizzes that it names, or seems to mean."""
    has_lost_names: bool = False
    """It names a module or quiz of which nobody can tell what is meant."""
    knows_pages: bool = True
    """The ids of all its lessons and quizzes could be read, whatever else is wrong."""

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.file.id

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons of all modules, in reading order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The quizzes of all modules, in reading order."""
        return tuple(module.quiz for module in self.modules if module.quiz)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all quizzes, in reading order."""
        return tuple(question for quiz in self.quizzes for question in quiz.questions)


@dataclass(frozen=True, slots=True)
class Slots:
    """The integers that stand for ids in the learner's state; from ``course.lock``, append-only.

    ``pages`` holds lessons and quizzes in one number range; ``options`` is keyed by question id,
    then by option letter.
    """

    pages: Mapping[str, int]
    questions: Mapping[str, int]
    options: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class CheckedCourse:
    """A course without errors and with a slot for everything; only ``lint.check`` makes one."""

    course: Course
    slots: Slots
