"""``overzicht``: a table of the library, whole or in part; the player adds filters to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from builder.blocks.base import Block, Use, Writer

_COLUMNS = frozenset({"columns", "kolommen"})
_ONLY = frozenset({"alleen", "only"})
OPTIONS = ("kolommen: naam, telefoon", "alleen: sector=vo")
"""The lines that may stand in the block, as examples."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of an overview is shown. Without columns all of them are.

    ``only`` is column → the value that a row must have. ``lines`` are the zero-based lines of the
    text on which columns and conditions stand; ``unread`` those that say something else.
    """

    columns: tuple[str, ...] = ()
    only: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[tuple[int, str], ...] = ()


def read_selection(tokens: Sequence[Token]) -> Selection:
    """The lines between first and last line of the block."""
    columns: list[str] = []
    only: dict[str, str] = {}
    lines: dict[str, int] = {}
    unread: list[tuple[int, str]] = []
    for number, text in _lines(tokens):
        key, colon, rest = text.partition(":")
        words = [word.strip() for word in rest.split(",") if word.strip()]
        name = key.strip().casefold()
        if colon and words and name in _COLUMNS:
            columns += words
            lines |= dict.fromkeys(words, number)
        elif colon and words and name in _ONLY and all("=" in word for word in words):
            for word in words:
                column, _, value = word.partition("=")
                only[column.strip()] = value.strip()
                lines[column.strip()] = number
        else:
            unread.append((number, text))
    return Selection(tuple(columns), only, lines, tuple(unread))


def _lines(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """The written lines; of a list, a table and the like only what starts it."""
    found: list[tuple[int, str]] = []
    for position, token in enumerate(tokens):
        if token.level > tokens[0].level or token.nesting < 0 or token.type == "html_block":
            continue
        start = token.map[0] if token.map else 0
        if token.type == "paragraph_open":
            texts = tokens[position + 1].content.split("\n")
            found += [(start + number, text.strip()) for number, text in enumerate(texts)]
        else:
            found.append((start, token.markup or token.tag))
    return found


class _Overzicht(Block):
    """The title is the id of the overview; the lines inside choose columns and rows."""

    name = "overzicht"
    aliases = ("overview",)
    may_be_empty = True
    template = "overview.j2"

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        selection = read_selection(use.tokens)
        return {
            "table": writer.overview(use.head.title, selection.columns, selection.only),
            "caption_id": writer.element_id("overview"),
        }


OVERZICHT = _Overzicht()
