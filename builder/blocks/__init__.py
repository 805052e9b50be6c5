"""The blocks that an author can use, alphabetical by their Dutch name."""

from __future__ import annotations

from builder.blocks.base import Block, Fault, FileUse, TitleRule, Use, Writer
from builder.blocks.callouts import LETOP, TIP, WEETJE
from builder.blocks.case import CASUS
from builder.blocks.check import KENNISCHECK
from builder.blocks.fold import UITKLAP
from builder.blocks.head import Head, HeadError
from builder.blocks.overview import OVERZICHT
from builder.blocks.recording import AUDIO, VIDEO, RecordingBlock
from builder.blocks.reflection import REFLECTIE

BLOCKS: tuple[Block, ...] = (
    AUDIO,
    CASUS,
    KENNISCHECK,
    LETOP,
    OVERZICHT,
    REFLECTIE,
    TIP,
    UITKLAP,
    VIDEO,
    WEETJE,
)

ALERTS = {
    "caution": LETOP.name,
    "important": LETOP.name,
    "info": WEETJE.name,
    "note": WEETJE.name,
    "tip": TIP.name,
    "warning": LETOP.name,
}
"""GitHub's names in ``> [!NAME]`` and what they are here."""

_BY_NAME = {name: block for block in BLOCKS for name in (block.name, *block.aliases)}


def find(name: str) -> Block | None:
    """The block of that Dutch or English name, in upper or lower case."""
    return _BY_NAME.get(name.casefold())


def names() -> tuple[str, ...]:
    """All Dutch and English names, alphabetical."""
    return tuple(sorted(_BY_NAME))


__all__ = [
    "ALERTS",
    "BLOCKS",
    "Block",
    "Fault",
    "FileUse",
    "Head",
    "HeadError",
    "RecordingBlock",
    "TitleRule",
    "Use",
    "Writer",
    "find",
    "names",
]
