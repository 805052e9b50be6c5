"""Where a piece of Markdown comes from, so that a fault in it gets a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from builder.diagnostics import Diagnostic, Location, Severity, Written


class Source(Protocol):
    """Turns zero-based lines and columns of the parsed text into places in a file."""

    @property
    def lines(self) -> Sequence[str]:
        """The parsed text, line by line."""

    def place(self, line: int, column: int | None = None) -> Location:
        """The place in the file; without a column where the line's text starts."""

    def line_at(self, place: Location) -> str:
        """The line of the file at a place, as the author wrote it."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A Markdown file. ``lines`` is the text behind the front matter; ``offset`` its first line."""

    path: str
    lines: Sequence[str]
    offset: int = 1

    def place(self, line: int, column: int | None = None) -> Location:
        """Line and column of the file, counted from 1."""
        return Location(self.path, line + self.offset, _column(self, line, column) + 1)

    def line_at(self, place: Location) -> str:
        """The line without its line break; "" behind the last one."""
        line = place.line - self.offset
        return self.lines[line] if 0 <= line < len(self.lines) else ""


class ValueSource:
    """A Markdown value inside a YAML file: every fault is shown in the author's own line."""

    def __init__(self, text: str, value: Written) -> None:
        self.value = value
        self.lines: Sequence[str] = text.split("\n")
        self.text = text
        self._places: Sequence[Location] = ()

    def place(self, line: int, column: int | None = None) -> Location:
        """Line and column of the file, counted from 1."""
        above = sum(len(text) + 1 for text in self.lines[:line])
        return self.place_of(above + _column(self, line, column))

    def place_of(self, at: int) -> Location:
        """The place of one character of the text; behind the last one for what comes after it."""
        if not self._places:
            self._places = self.value.places(self.text or " ")
        if at < len(self._places):
            return self._places[at]
        last = self._places[-1]
        return Location(last.path, last.line, last.column + 1)

    def line_at(self, place: Location) -> str:
        """The line of the YAML file."""
        return self.value.line(place.line)


def _column(source: Source, line: int, column: int | None) -> int:
    """The column itself, within the line; without one where the line's text starts."""
    text = source.lines[line] if 0 <= line < len(source.lines) else ""
    return len(text) - len(text.lstrip()) if column is None else min(column, len(text))


def diagnose(
    source: Source,
    code: str,
    line: int,
    column: int | None = None,
    params: Mapping[str, str | int] | None = None,
    severity: Severity | None = None,
) -> Diagnostic:
    """A finding at a place of the source."""
    place = source.place(line, column)
    return Diagnostic(code, place, params or {}, source.line_at(place), severity)
