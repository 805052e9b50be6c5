"""``overzicht``: a table of the library, whole or in part, with filters for who has script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.blocks.base import Block, Use, Writer
from builder.blocks.settings import read_settings

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


def read_selection(use: Use) -> Selection:
    """The lines between first and last line of the block."""
    columns: list[str] = []
    only: dict[str, str] = {}
    lines: dict[str, int] = {}
    unread: list[tuple[int, str]] = []
    for one in read_settings(use):
        words = [word.strip() for word in one.value.split(",") if word.strip()]
        name = one.key.casefold()
        if words and name in _COLUMNS:
            columns += words
            lines |= dict.fromkeys(words, one.line)
        elif words and name in _ONLY and all("=" in word for word in words):
            for word in words:
                column, _, value = word.partition("=")
                only[column.strip()] = value.strip()
                lines[column.strip()] = one.line
        else:
            unread.append((one.line, f"{one.key}: {one.value}" if one.key else one.value))
    return Selection(tuple(columns), only, lines, tuple(unread))


class _Overzicht(Block):
    """The title is the id of the overview; the lines inside choose columns and rows."""

    name = "overzicht"
    aliases = ("overview",)
    takes_settings = True
    template = "overview.j2"

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        selection = read_selection(use)
        return {
            "table": writer.overview(use.head.title, selection.columns, selection.only),
            "caption_id": writer.element_id("overview"),
            "search": writer.word("overview.search"),
            "all": writer.word("overview.all"),
            "clear": writer.word("overview.clear"),
        }


OVERZICHT = _Overzicht()
