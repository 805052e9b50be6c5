"""The text of an SVG drawing: where its elements and attributes stand.

The XML parser tells a line at most, and of a tag over more lines the last one. In a text that it
accepted every tag can be found by its signs, in the order in which the parser met them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from builder.diagnostics import Location

_NODE = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>"
    r"|<\?(?!xml\s).*?\?>|<[^\s/<>!?]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s([^\s=\"'<>/]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_MARKS = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


@dataclass(frozen=True)
class SvgText:
    """The text of the drawing at ``path``."""

    path: str
    text: str

    @cached_property
    def lines(self) -> Sequence[str]:
        """Line by line."""
        return self.text.split("\n")

    @cached_property
    def _nodes(self) -> Sequence[re.Match[str]]:
        """Start tags and processing instructions, in order."""
        return [one for one in _NODE.finditer(self.text) if not one[0].startswith("<!")]

    def place(self, offset: int) -> Location:
        """The place in the file of a character of the text."""
        before = self.text[:offset]
        return Location(self.path, before.count("\n") + 1, offset - before.rfind("\n"))

    def place_near(self, line: int, column: int) -> Location:
        """A place of which the parser may be a little wrong; both count from 1."""
        line = min(max(line, 1), len(self.lines))
        return Location(self.path, line, min(max(column, 1), len(self.lines[line - 1]) + 1))

    def line_at(self, place: Location) -> str:
        """The line at a place."""
        return self.lines[place.line - 1]

    def find(self, pattern: re.Pattern[str]) -> int:
        """Where a pattern first occurs; 0 when it does not."""
        found = pattern.search(self.text)
        return found.start() if found else 0

    def node(self, number: int) -> int:
        """Where the start tag or instruction with that number begins."""
        return self._nodes[number].start() if number < len(self._nodes) else 0

    def attribute(self, number: int, name: str) -> int:
        """Where an attribute of a node stands; ``name`` is as the XML parser gives it."""
        if number >= len(self._nodes):
            return 0
        node = self._nodes[number]
        space, _, local = name.rpartition("}")
        for found in _ATTRIBUTE.finditer(node[0]):
            prefix, _, written = found[1].rpartition(":")
            if written == local and bool(prefix) == bool(space):
                return node.start() + found.start(1)
        return node.start()

    def inside(self, number: int, pattern: re.Pattern[str]) -> int:
        """Where a pattern occurs in the text of an element; else where the element starts."""
        if number >= len(self._nodes):
            return 0
        node = self._nodes[number]
        end = self.text.find("</", node.end())
        found = pattern.search(self.text, node.end(), end if end >= 0 else len(self.text))
        return found.start() if found else node.start()


def decode(path: str, data: bytes, encoding: str | None = None) -> SvgText:
    """The text of a drawing, as well as it can be read. ``encoding`` is what its parser found."""
    mark = next((name for sign, name in _MARKS if data.startswith(sign)), None)
    try:
        text = data.decode(mark or encoding or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return SvgText(path, text.replace("\r\n", "\n").replace("\r", "\n"))
