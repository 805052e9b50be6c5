"""The library of a project as values: what ``library/`` holds, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from builder.diagnostics import Location
from builder.schema.library import ColumnType, OverviewFile, Row, Source, Term
from builder.yaml_reader import YamlPositions

_DIGITS = re.compile(r"\D")
_TRUNK = re.compile(r"\(0\)")
_PATTERNS: dict[ColumnType, re.Pattern[str]] = {
    "email": re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}", re.IGNORECASE),
    "phone": re.compile(r"\+?[\d(][\d ()./-]{1,23}\d"),
    "web": re.compile(r"https?://[^\s/<>]+\.[^\s<>]+", re.IGNORECASE),
}
_FEWEST_DIGITS = 3
_FEWEST_OBVIOUS = 8
"""Digits from which on a number cannot be anything but that of a telephone."""
_WRITTEN_NUMBER = re.compile(r"(?<![\w.,/-])\+?\(?\d[\d ()-]{1,22}\d(?![\w/]|[.,-]\d)")


@dataclass(frozen=True, slots=True)
class Overview:
    """One overview: the author's file, and where its parts stand."""

    file: OverviewFile
    positions: YamlPositions

    def type_of(self, column: str) -> ColumnType:
        """What a column holds."""
        return self.file.columns[column].type

    def phone_numbers(self) -> Iterator[tuple[str, str, str]]:
        """Row, column and number of each telephone number."""
        for row, content in self.file.rows.items():
            for column, values in content.cells.items():
                if column in self.file.columns and self.type_of(column) == "phone":
                    yield from ((row, column, value) for value in values)


@dataclass(frozen=True, slots=True)
class Library:
    """All that courses may refer to, by id."""

    overviews: Mapping[str, Overview] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each source and term stands, as ``sources/id`` and ``terms/id``."""


@dataclass(frozen=True, slots=True)
class Uses:
    """What of the library a text uses, each once, in the order of the text."""

    overviews: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def is_of(kind: ColumnType, value: str) -> bool:
    """Whether a value is what its column says: a number, an address, or any text."""
    if kind == "text":
        return True
    if not _PATTERNS[kind].fullmatch(value):
        return False
    return kind != "phone" or len(dial(value)) >= _FEWEST_DIGITS


def guess_type(value: str) -> ColumnType:
    """What a value obviously is; ``113`` alone may be any number, so it is text."""
    for kind in ("email", "web"):
        if is_of(kind, value):
            return kind
    is_number = is_of("phone", value) and value.startswith(("0", "+", "("))
    return "phone" if is_number and len(dial(value)) >= _FEWEST_OBVIOUS else "text"


def dial(number: str) -> str:
    """A telephone number as a link dials it (RFC 3966): digits, and perhaps a plus before them."""
    digits = _DIGITS.sub("", _TRUNK.sub("", number))
    return f"+{digits}" if number.startswith("+") else digits


def address_of(kind: ColumnType, value: str) -> str:
    """Where a link on a value goes; "" when it is none."""
    schemes = {"email": "mailto:", "phone": "tel:", "web": ""}
    if kind == "text":
        return ""
    return schemes[kind] + (dial(value) if kind == "phone" else value)


def words_of(kind: ColumnType, value: str) -> str:
    """What stands on a link: of a web address only the name of the website."""
    if kind != "web":
        return value
    return (urlsplit(value).hostname or value).removeprefix("www.")


def find_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Everything in a text that may be a telephone number: where it starts, and as written."""
    for found in _WRITTEN_NUMBER.finditer(text):
        yield found.start(), found[0]


def rows_where(overview: OverviewFile, only: Mapping[str, str]) -> dict[str, Row]:
    """The rows in which each column of ``only`` has that value, in upper or lower case."""
    return {
        name: row
        for name, row in overview.rows.items()
        if all(
            value.casefold() in (one.casefold() for one in row.cells.get(column, ()))
            for column, value in only.items()
        )
    }
