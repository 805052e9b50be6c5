"""Where one course is put together: the files at hand, what was found, which ids are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from builder import markdown_reader, models_reader, spelling, yaml_reader
from builder.assemble.names import is_id
from builder.assemble.reach import Unnamed, find_meant, find_unnamed
from builder.course import Course, Quiz
from builder.diagnostics import Diagnostic, Location, in_order
from builder.fields import Authored
from builder.library import Library, Uses
from builder.markdown_reader import Reference
from builder.models_reader import Reading
from builder.sources import SourceTree, add_source_lines
from builder.yaml_reader import Document, Path

TEXT_ENDING = ".txt"
"""What some editors put behind the name of a file that has an ending already."""

F = TypeVar("F", bound=Authored)


class Assembled(NamedTuple):
    """A course, as far as it could be read, and everything wrong with its files."""

    value: Course
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Collected:
    """What of the library is used, each once, in the order in which it is met."""

    overviews: dict[str, None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    terms: dict[str, None] = field(default_factory=dict)

    def uses(self) -> Uses:
        """As it goes into the course."""
        return Uses(tuple(self.overviews), tuple(self.sources), tuple(self.terms))


@dataclass(slots=True)
class Bench:
    """Grows while one course is read; nothing of it outlives ``assemble``."""

    tree: SourceTree
    findings: list[Diagnostic] = field(default_factory=list)
    owners: dict[str, Location] = field(default_factory=dict)
    """Id of a module, page or question → where it was written first."""
    lesson_ids: set[str] = field(default_factory=set)
    has_unknown_lesson: bool = False
    """There is a lesson whose id could not be read."""
    has_unknown_quiz: bool = False
    """There is a quiz of which nothing could be read."""
    lesson_links: list[tuple[str, Location]] = field(default_factory=list)
    """What questions refer to; judged when all lessons are known."""
    objectives: dict[str, Location] = field(default_factory=dict)
    """Id of an objective → where it was written first."""
    has_unknown_objective: bool = False
    """There is a module whose objectives could not be read."""
    objective_links: list[tuple[str, Location]] = field(default_factory=list)
    """What lessons and questions refer to; judged when all modules are known."""
    quizzes: dict[str, Location] = field(default_factory=dict)
    """Id of a quiz → the module that uses it."""
    banks: dict[str, Quiz | None] = field(default_factory=dict)
    """Id of a quiz that others draw from → the quiz; None for one that cannot be read."""
    used: set[str] = field(default_factory=set)
    """Paths of the files that are part of the course."""
    reached: set[str] = field(default_factory=set)
    """Folders of modules and paths of quizzes that were looked into."""
    has_lost_names: bool = False
    """A module or quiz is meant that cannot be told: see ``Course``."""
    unnamed: Unnamed | None = None
    """What nothing in the project names, once that was looked for."""
    is_whole: bool = True
    library: Library = field(default_factory=Library)
    doubtful: set[str] = field(default_factory=set)
    """What of the library may be there all the same, for its own file has faults: an overview by
    its name, the sources as ``sources``, the terms as ``terms``."""
    used_of_library: Collected = field(default_factory=Collected)
    is_read: bool = True
    """Every file that is named was found, and all of it could be parsed."""

    def finish(self, course: Course) -> Assembled:
        """The course with all that was found, in order and with the lines that it is about."""
        return Assembled(course, in_order(add_source_lines(self.tree, self.findings)))

    def report(self, code: str, where: Location, **params: str | int) -> None:
        """Adds a finding."""
        self.findings.append(Diagnostic(code, where, params))

    def retract(self, code: str, where: Location) -> None:
        """Takes back a finding at a place of which there is more to say."""
        self.findings = [one for one in self.findings if (one.code, one.location) != (code, where)]

    def miss(self, code: str, where: Location, **params: str | int) -> None:
        """Adds a finding about something without which the course is not whole."""
        self.is_whole = self.is_read = False
        self.report(code, where, **params)

    def lines(self, path: str) -> tuple[str, ...]:
        """The lines of a text file, also when its name has another ending."""
        files = (self.tree.files.get(one) for one in (path, *_other_names(path)))
        return next((file.lines for file in files if file), ())

    def exists(self, path: str) -> bool:
        """Whether a YAML file is there, perhaps with another ending, perhaps unreadable."""
        is_there = any(map(self.tree.exists, (path, *_other_names(path))))
        return is_there or self.tree.is_refused(path)

    def find_meant_quiz(self, written: str) -> str | None:
        """The quiz that no module names and ``written`` stands for; None when that is not clear."""
        if self.unnamed is None:
            self.unnamed = find_unnamed(self.tree)
        names = self.unnamed.quizzes
        return find_meant(
            written, (one for one in names if f"quizzes/{one}.yaml" not in self.reached)
        )

    def open(
        self, path: str, missing: str, where: Location, model: type[Authored]
    ) -> Document | None:
        """The YAML in a file, with its keys as they were meant by somebody who misspelt them.

        ``missing`` is the code, at ``where``, for one that is not there. The path of the document
        is that of the file that was found, which may have another ending.
        """
        self.used.add(path)
        found = self._find(path, missing, where)
        text = self.tree.text(found)
        if text is None:
            self.is_whole = self.is_read = False
            return None
        read = yaml_reader.read(text, found)
        self.findings += read.diagnostics
        if read.value is None:
            self.is_whole = self.is_read = False
            return None
        return self.spell(model, read.value)

    def spell(self, model: type[Authored], document: Document) -> Document:
        """The document with its misspelt keys put right, each of which is a finding."""
        spelt, found = spelling.spell(model, document)
        self.findings += found
        if document.is_incomplete():
            self.is_read = False
        if found or document.is_incomplete():
            self.is_whole = self.is_read = False
        return spelt

    def _find(self, path: str, missing: str, where: Location) -> str:
        """The file at ``path``, or one of which only the ending is wrong; that is a fault."""
        if self.tree.exists(path):
            return path
        by_editor, by_habit = _other_names(path)
        if self.tree.exists(by_editor):
            self.report_text_ending(by_editor)
            return by_editor
        if self.tree.exists(by_habit):
            self.used.add(by_habit)
            self.miss("C103", Location(by_habit), path=path)
            return by_habit
        if not self.tree.is_refused(path):
            self.miss(missing, where, path=path)
        return path

    def report_text_ending(self, path: str) -> None:
        """Refuses a file to whose name an editor added an ending."""
        self.used.add(path)
        self.miss("C308", Location(path), name=path.rpartition("/")[2][: -len(TEXT_ENDING)])

    def make_up(self, model: type[F], path: str, name: str = "") -> Reading[F]:
        """A model that stands in for one of which nothing can be read, so that the rest is checked.

        It has the id ``name`` if that can be one, and for the rest the examples of the schema.
        """
        self.is_whole = False
        return models_reader.make_up(model, path, {"id": name} if is_id(name) else {})

    def read_model(self, model: type[F], document: Document, name: str) -> Reading[F] | None:
        """The model of a file; with errors what is good of it, under the id ``name``."""
        read = models_reader.read(model, document)
        self.findings += read.diagnostics
        self.findings += models_reader.find_empty(document, read.diagnostics)
        if read.value is not None:
            return Reading(read.value, document.positions)
        self.is_whole = False
        stand_in = {"id": name} if is_id(name) else {}
        return models_reader.salvage(model, document, stand_in)

    def claim(self, document: Document, *path: str | int, expected: str = "") -> None:
        """Notes the id at ``path``: used once in the course, and equal to its file or folder."""
        value = document.get(*path)
        if not isinstance(value, str):
            return
        where = document.positions.at(*path)
        if expected and value != expected and is_id(value):
            self.miss("C104", where, id=value, expected=expected)
        first = self.owners.setdefault(value, where)
        if first != where:
            self.miss("C201", where, id=value, first=str(first))

    def check_title(self, document: Document, key: str = "title") -> None:
        """A line that is shown as it stands has no Markdown in it."""
        text = document.get(key)
        if isinstance(text, str) and text.strip():
            written = document.positions.text(key)
            self.findings += markdown_reader.read_title(text.strip(), written).diagnostics

    def check_texts(
        self, document: Document, paths: Iterable[Path], *, is_line: bool = False
    ) -> list[Reference]:
        """Reads Markdown inside YAML; returns the files of the project that it uses.

        ``is_line`` is for texts that fit in one paragraph.
        """
        references: list[Reference] = []
        for path in paths:
            text = document.get(*path)
            if isinstance(text, str) and text.strip():
                written = document.positions.text(*path)
                read = markdown_reader.read_value(text.strip(), written, is_line=is_line)
                self.findings += read.diagnostics
                references += read.value.references if read.value else ()
        return references


def _other_names(path: str) -> tuple[str, str]:
    """What a YAML file may be called by an editor that adds an ending, and by old habit."""
    return path + TEXT_ENDING, path.removesuffix(".yaml") + ".yml"
