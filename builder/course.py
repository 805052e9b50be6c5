"""The assembled course: the author's files, linked, each with the place it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from markdown_it.token import Token

from builder.diagnostics import Location, Written
from builder.library import Library, Uses
from builder.questions.base import Question
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile


class Positions(Protocol):
    """Where a value of a YAML file stands."""

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of the value at ``path`` (or of its key); its nearest parent when absent."""

    def text(self, *path: str | int) -> Written:
        """The text at ``path`` as it is written; its nearest parent when absent."""

    def last_line(self, line: int) -> int:
        """The last line of the texts that start on a line of the file."""


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a text uses, such as a picture; ``source`` is its path in the project."""

    source: str
    data: bytes
    is_shown: bool = True
    """A picture in the text; else something that is linked to, or played."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What is said in a recording, as Markdown; ``lines`` is its whole file."""

    path: str
    tokens: tuple[Token, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Questions of which ``count`` are asked; all of them where the count is their number."""

    count: int
    questions: tuple[Question, ...]
    source: Quiz | None = None
    """The quiz that they are copies from; None for questions of the quiz itself."""

    @property
    def has_chance(self) -> bool:
        """Whether two learners can get different questions."""
        return self.count < len(self.questions)


@dataclass(frozen=True, slots=True)
class Quiz:
    """One quiz with its questions in the author's order."""

    file: QuizFile
    path: str
    positions: Positions
    lines: tuple[str, ...]
    media: Mapping[str, Media] = field(default_factory=dict)
    drawn: tuple[Pool, ...] = ()
    """What comes from other quizzes: copies with an id of their own."""
    uses: Uses = field(default_factory=Uses)

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.file.id

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those of its own, in the author's order."""
        return tuple(self.file.questions)

    @property
    def pools(self) -> tuple[Pool, ...]:
        """Everything that can be asked: first its own questions, then those of other quizzes."""
        own = self.questions
        count = self.file.draw if isinstance(self.file.draw, int) else len(own)
        return (*((Pool(min(count, len(own)), own),) if own else ()), *self.drawn)

    @property
    def has_chance(self) -> bool:
        """Whether questions, or an order, are drawn by lot."""
        return bool(self.file.shuffle) or any(pool.has_chance for pool in self.pools)

    @property
    def askable(self) -> tuple[Question, ...]:
        """The questions of all pools."""
        return tuple(question for pool in self.pools for question in pool.questions)


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
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    """The same references, for those that are the text of a recording."""
    uses: Uses = field(default_factory=Uses)
    checks: tuple[Quiz, ...] = ()
    """Quizzes to practise with that the lesson leads to; each has a page of its own."""

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.front.id


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

    @property
    def pages(self) -> tuple[Lesson | Quiz, ...]:
        """What has a page: each lesson with its checks behind it, then the quiz."""
        pages: list[Lesson | Quiz] = []
        for lesson in self.lessons:
            pages += (lesson, *lesson.checks)
        return (*pages, *((self.quiz,) if self.quiz else ()))

    @property
    def stops(self) -> tuple[Lesson | Quiz, ...]:
        """The pages that a learner passes on the way: all but the checks."""
        return (*self.lessons, *((self.quiz,) if self.quiz else ()))

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The checks of the lessons and the quiz at the end, in reading order."""
        return tuple(page for page in self.pages if isinstance(page, Quiz))


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
    library: Library = field(default_factory=Library)
    """All of it, also what this course does not use."""
    uses: Uses = field(default_factory=Uses)
    """What its lessons, quizzes and descriptions use of the library, all together."""

    @property
    def id(self) -> str:
        """The author's name for it."""
        return self.file.id

    @property
    def module_numbers(self) -> Mapping[str, int]:
        """Id of a module → its number, from 1; a module without lessons only asks and has none."""
        taught = (module.id for module in self.modules if module.lessons)
        return {name: number for number, name in enumerate(taught, start=1)}

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons of all modules, in reading order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The quizzes of all modules, checks too, in reading order."""
        return tuple(quiz for module in self.modules for quiz in module.quizzes)

    @property
    def quiz_paths(self) -> frozenset[str]:
        """The files of its quizzes and of those that they draw from."""
        sources = (pool.source for quiz in self.quizzes for pool in quiz.drawn)
        return frozenset(quiz.path for quiz in (*self.quizzes, *sources) if quiz)

    @property
    def askable(self) -> tuple[Question, ...]:
        """What all quizzes can ask, copies too, in reading order: each needs its slot."""
        return tuple(question for quiz in self.quizzes for question in quiz.askable)

    @property
    def question_count(self) -> int:
        """How many questions one learner gets on the way, those of checks left out."""
        return sum(
            pool.count for module in self.modules if module.quiz for pool in module.quiz.pools
        )


@dataclass(frozen=True, slots=True)
class Slots:
    """The integers that stand for ids in the learner's state; from ``course.lock``, append-only.

    ``pages`` holds lessons and quizzes in one number range; ``options`` is keyed by question id,
    then by what its answers name: the letters of its options.
    """

    pages: Mapping[str, int]
    questions: Mapping[str, int]
    options: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class CheckedCourse:
    """A course without errors and with a slot for everything; only ``lint.check`` makes one."""

    course: Course
    slots: Slots
