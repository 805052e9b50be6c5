"""Places of inline tokens: markdown-it gives lines to blocks only, so the rest is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.markdown_reader.source import Source

_BREAKS = frozenset({"softbreak", "hardbreak"})


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


def spots(tokens: Sequence[Token], source: Source) -> Iterator[Spot]:
    """All inline tokens in the order of the text, each with its place.

    A token is found by the characters that start it, searched from the previous one on; when it
    was written in another way (an entity, say) the place of the previous one stands for it.
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
            last = line + 1 if child.type == "text" else end
            column = reached.get(line, 0)
            for candidate in range(line, max(last, line + 1)):
                text = source.lines[candidate] if candidate < len(source.lines) else ""
                found = text.find(needle, reached.get(candidate, 0)) if needle else -1
                if found >= 0:
                    line, column = candidate, found
                    reached[line] = found + (1 if child.type == "link_open" else len(needle))
                    break
            yield Spot(child, token.children, index, line, column, parent_type)


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
