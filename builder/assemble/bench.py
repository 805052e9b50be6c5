"""Where one course is put together: the files at hand, what was found, which ids are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from builder import markdown_reader, models_reader, yaml_reader
from builder.assemble.names import is_id
from builder.course import Quiz
from builder.diagnostics import Diagnostic, Location
from builder.fields import Authored
from builder.library import Library, Uses
from builder.markdown_reader import Reference
from builder.models_reader import Reading
from builder.sources import SourceTree
from builder.yaml_reader import Document, Path

TEXT_ENDING = ".txt"
"""What some editors put behind the name of a file that has an ending already."""

F = TypeVar("F", bound=Authored)


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
    is_whole: bool = True
    library: Library = field(default_factory=Library)
    doubtful: set[str] = field(default_factory=set)
    """What of the library may be there all the same, for its own file has faults: an overview by
    its name, the sources as ``sources``, the terms as ``terms``."""
    used_of_library: Collected = field(default_factory=Collected)
    is_read: bool = True
    """Every file that is named was found, and all of it could be parsed."""

    def report(self, code: str, where: Location, **params: str | int) -> None:
        """Adds a finding."""
        self.findings.append(Diagnostic(code, where, params))

    def miss(self, code: str, where: Location, **params: str | int) -> None:
        """Adds a finding about something without which the course is not whole."""
        self.is_whole = self.is_read = False
        self.report(code, where, **params)

    def lines(self, path: str) -> tuple[str, ...]:
        """The lines of a text file."""
        file = self.tree.files.get(path)
        return file.lines if file else ()

    def open(self, path: str, missing: str, where: Location) -> Document | None:
        """The YAML in a file; ``missing`` is the code, at ``where``, for one that is not there."""
        self.used.add(path)
        text = self.tree.text(path)
        if text is None:
            self.is_whole = self.is_read = False
            other = path.removesuffix(".yaml") + ".yml"
            if self.tree.exists(path + TEXT_ENDING):
                self.report_text_ending(path + TEXT_ENDING)
            elif self.tree.exists(other):
                self.used.add(other)
                self.report("C103", Location(other), path=path)
            elif not self.tree.is_refused(path):
                self.report(missing, where, path=path)
            return None
        read = yaml_reader.read(text, path)
        self.findings += read.diagnostics
        if read.value is None or read.value.is_incomplete():
            self.is_whole = self.is_read = False
        return read.value

    def report_text_ending(self, path: str) -> None:
        """Refuses a file to whose name an editor added an ending."""
        self.used.add(path)
        self.miss("C308", Location(path), name=path.rpartition("/")[2][: -len(TEXT_ENDING)])

    def read_model(self, model: type[F], document: Document, name: str) -> Reading[F] | None:
        """The model of a file; with errors what is good of it, under the id ``name``."""
        read = models_reader.read(model, document)
        self.findings += read.diagnostics
        if read.value is not None:
            return Reading(read.value, document.positions)
        self.is_whole = False
        return models_reader.salvage(model, document, {"id": name})

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
