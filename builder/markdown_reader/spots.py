"""Places of inline tokens: markdown-it gives lines to blocks only, so the rest is looked up."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.markdown_reader.source import Source

_BREAKS = frozenset({"softbreak", "hardbreak"})
_ENTITY = re.compile(r"&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One inline token: ``children[index]`` is it; line and column are zero-based."""

    token: Token
    children: Sequence[Token]
    index: int
    line: int
    column: int
    parent_type: str
    """Type of the token that opens the block around it: ``paragraph_open``, ``heading_open``…"""
    columns: Sequence[int] = ()
    """Columns of the characters of a text in which escapes or entities stand; else nothing."""

    def column_of(self, offset: int) -> int:
        """The column of one character of a text token."""
        if offset < len(self.columns):
            return self.columns[offset]
        return self.column + offset

    @property
    def before(self) -> str:
        """Type of the token before it in the same line of text; "" for the first."""
        return self.children[self.index - 1].type if self.index else ""

    @property
    def is_in_link(self) -> bool:
        """Part of the words of a link."""
        earlier = [token.type for token in self.children[: self.index]]
        return earlier.count("link_open") > earlier.count("link_close")


def spots(tokens: Sequence[Token], source: Source) -> Iterator[Spot]:
    """All inline tokens in the order of the text, each with its place.

    A token is found by the characters that start it, searched from the previous one on; when it
    was written in another way the place of the previous one stands for it.
    """
    reached: dict[int, int] = {}
    for number, token in enumerate(tokens):
        if token.type != "inline" or not token.children:
            continue
        first, end = token.map or (0, 1)
        line = first
        parent_type = tokens[number - 1].type if number else ""
        for index, child in enumerate(token.children):
            if child.type in _BREAKS:
                line = min(line + 1, end - 1)
                continue
            needle = _needle(child, token.children[index + 1 : index + 2])
            column = reached.get(line, 0)
            columns: Sequence[int] = ()
            for candidate in range(line, max(end, line + 1)):
                text = source.lines[candidate] if candidate < len(source.lines) else ""
                found = text.find(needle, reached.get(candidate, 0)) if needle else -1
                if found >= 0:
                    line, column = candidate, found
                    reached[line] = found + _width(child, needle)
                    break
                if needle and child.type == "text":
                    columns = _align(needle, text, reached.get(candidate, 0))
                if columns:
                    line, column = candidate, columns[0]
                    reached[line] = columns[-1] + 1
                    break
            yield Spot(child, token.children, index, line, column, parent_type, columns)
            if child.type == "html_inline":
                line = min(line + child.content.count("\n"), end - 1)


def _needle(token: Token, following: Sequence[Token]) -> str:
    if token.type == "image":
        return "!["
    if token.type == "link_open":
        if token.markup == "autolink":
            return "<"
        if token.markup == "linkify" and following:
            return following[0].content
        return "["
    if token.type == "code_inline":
        return token.markup
    return token.content.split("\n", 1)[0]


def _width(token: Token, needle: str) -> int:
    """Characters that only the token itself takes; the words of a link come after it."""
    if token.type == "link_open":
        return 0 if token.markup == "linkify" else 1
    return len(needle)


def _align(content: str, text: str, start: int) -> Sequence[int]:
    """Columns of the characters of ``content`` in a line that writes some in another way."""
    for begin in range(start, len(text)):
        columns = _align_at(content, text, begin)
        if columns:
            return columns
    return ()


def _align_at(content: str, text: str, column: int) -> Sequence[int]:
    columns: list[int] = []
    while len(columns) < len(content):
        wanted = content[len(columns)]
        entity = _ENTITY.match(text, column)
        meant = html.unescape(entity[0]) if entity else ""
        if text[column : column + 2] == "\\" + wanted:
            columns.append(column)
            column += 2
        elif entity and content.startswith(meant, len(columns)):
            columns += [column] * len(meant)
            column = entity.end()
        elif text[column : column + 1] == wanted:
            columns.append(column)
            column += 1
        else:
            return ()
    return columns
