"""Where a piece of Markdown comes from, so that a fault in it gets a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from builder.diagnostics import Diagnostic, Location


class Source(Protocol):
    """Turns zero-based lines and columns of the parsed text into places in a file."""

    @property
    def lines(self) -> Sequence[str]:
        """The parsed text, line by line."""

    def place(self, line: int, column: int | None = None) -> Location:
        """The place in the file; without a column where the line's text starts."""

    def written(self, line: int) -> str:
        """The line of the file as the author wrote it."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A Markdown file. ``lines`` is the text behind the front matter; ``offset`` its first line."""

    path: str
    lines: Sequence[str]
    offset: int = 1

    def place(self, line: int, column: int | None = None) -> Location:
        """Line and column of the file, counted from 1."""
        if column is None:
            text = self.written(line)
            column = len(text) - len(text.lstrip())
        return Location(self.path, line + self.offset, column + 1)

    def written(self, line: int) -> str:
        """The line without its line break; "" behind the last one."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class ValueSource:
    """A Markdown value inside a YAML file: every fault is shown where the value starts."""

    lines: Sequence[str]
    location: Location
    line_text: str = ""

    def place(self, line: int, column: int | None = None) -> Location:
        """Where the value starts."""
        return self.location

    def written(self, line: int) -> str:
        """The line of the YAML file on which the value starts."""
        return self.line_text


def diagnose(
    source: Source,
    code: str,
    line: int,
    column: int | None = None,
    params: Mapping[str, str | int] | None = None,
) -> Diagnostic:
    """A finding at a place of the source."""
    return Diagnostic(code, source.place(line, column), params or {}, source.written(line))
