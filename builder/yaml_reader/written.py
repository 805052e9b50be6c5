"""A text as it stands in a YAML file: from a character of the value back to the author's own line.

YAML takes indentation, quotes and escapes away and joins lines, but every other character stands
in the file in the same order. So the value and the file are walked side by side, and only white
space has to be matched loosely. Only what the library put in place of a mark stands nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.diagnostics import Location

_BLANK = " \t\n\r"
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^xuU])")
_ESCAPED = {
    **{"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f"},
    **{"r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"},
}
"""YAML 1.1, §5.6: characters behind a backslash that stand for another one."""

_Unit = tuple[str, int, int]
"""A character of the value with the line and column, from 0, at which it was written."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """One text in a YAML file. ``start`` and ``end`` are line and column, from 0, in ``lines``.

    ``style`` is ``|``, ``>``, a quotation mark, or nothing for a text without marks around it.
    """

    path: str
    lines: Sequence[str]
    line_offset: int
    style: str
    start: tuple[int, int]
    end: tuple[int, int]

    def places(self, text: str) -> list[Location]:
        """The place of each character of ``text``, the value without white space around it."""
        units = list(self._units())
        signs = [sign for sign in text if sign not in _BLANK]
        solid = [unit for unit in units if unit[0] not in _BLANK]
        if [unit[0] for unit in solid[: len(signs)]] != signs:
            return self._places_like(text, signs, solid)
        at = 0
        found: list[Location] = []
        for number, character in enumerate(text):
            is_blank = character in _BLANK
            while not is_blank and at < len(units) - 1 and units[at][0] in _BLANK:
                at += 1
            _, line, column = units[at] if at < len(units) else ("", *self.start)
            found.append(Location(self.path, line + 1 + self.line_offset, column + 1))
            is_next_blank = text[number + 1 : number + 2] in (*_BLANK, "")
            next_unit = units[at + 1][0] if at + 1 < len(units) else ""
            if not is_blank or (is_next_blank and next_unit in _BLANK):
                at += 1
        return found

    def _places_like(
        self, text: str, signs: Sequence[str], solid: Sequence[_Unit]
    ) -> list[Location]:
        """The places for a value in which words were put that do not stand in the file.

        Those have the place of what they stand for.
        """
        at = [0] * len(signs)
        likeness = SequenceMatcher(None, [unit[0] for unit in solid], signs, autojunk=False)
        for tag, first, _, start, end in likeness.get_opcodes():
            for number in range(start, end):
                at[number] = first + number - start if tag == "equal" else first
        found: list[Location] = []
        number = 0
        for sign in text:
            unit = at[number] if number < len(at) else len(solid)
            _, line, column = (
                solid[unit] if unit < len(solid) else (solid or [("", *self.start)])[-1]
            )
            found.append(Location(self.path, line + 1 + self.line_offset, column + 1))
            number += sign not in _BLANK
        return found

    @property
    def last_line(self) -> int:
        """The last line of the file, from 1, on which something of it stands."""
        last, column = self.end
        lines = range(last, self.start[0], -1) if column else range(last - 1, self.start[0], -1)
        last = next((one for one in lines if self.lines[one].strip()), self.start[0])
        return last + 1 + self.line_offset

    def line(self, number: int) -> str:
        """A line of the file by its number from 1, as the author wrote it."""
        index = number - 1 - self.line_offset
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def joined(self) -> Iterator[Location]:
        """The places of the lines that YAML joins to the line above them with a space."""
        if self.style == "|":
            return
        first = self.start[0] + (2 if self.style == ">" else 1)
        last = min(self.end[0], len(self.lines) - 1)
        base = _indent(self.lines[first - 1]) if self.style == ">" and first <= last else None
        for number in range(first, last + 1):
            above, text = self.lines[number - 1], self.lines[number]
            if number == self.end[0]:
                text = text[: self.end[1]]
            if not text.strip() or not above.strip():
                continue
            if base is None or _indent(text) == _indent(above) == base:
                line = number + 1 + self.line_offset
                yield Location(self.path, line, _indent(self.lines[number]) + 1)

    def _units(self) -> Iterator[_Unit]:
        line, column = self.start
        last, end = self.end
        if self.style in ("|", ">"):
            line, column = line + 1, 0
        elif self.style:
            column, end = column + 1, end - 1
        while line <= last and line < len(self.lines):
            text = self.lines[line][: end if line == last else None]
            yield from self._units_of(text, line, column)
            yield "\n", line, len(text)
            line, column = line + 1, 0

    def _units_of(self, text: str, line: int, column: int) -> Iterator[_Unit]:
        while column < len(text):
            character, width = text[column], 1
            if self.style == "'" and text.startswith("''", column):
                width = 2
            elif self.style == '"' and character == "\\":
                escape = _ESCAPE.match(text, column)
                if escape is None:
                    return
                name, width = escape[1], len(escape[0])
                is_number = len(name) > 1
                character = chr(int(name[1:], 16)) if is_number else _ESCAPED.get(name, name)
            yield character, line, column
            column += width


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))
