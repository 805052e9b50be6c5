"""``letop``, ``tip``, ``weetje``: a remark beside the text, with an icon and a word."""

from __future__ import annotations

from typing import ClassVar

from builder.blocks.base import Block, Use, Writer


class Callout(Block):
    """A remark that is not needed to follow the text. The title stands behind the word."""

    template = "callout.j2"
    kind: ClassVar[str]
    """Suffix of the class in the page: ``callout--tip``."""
    icon: ClassVar[str]

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        """Kind, icon, word, title and text."""
        return {
            "kind": self.kind,
            "icon": self.icon,
            "word": writer.word(f"block.{self.kind}"),
            "title": writer.inline(use.head.title),
            "label_id": writer.element_id(self.kind),
            "body": writer.html(use.tokens),
        }


class _Letop(Callout):
    """Something that goes wrong easily."""

    name = "letop"
    aliases = ("note",)
    kind = "note"
    icon = "note"


class _Tip(Callout):
    """Something to try tomorrow."""

    name = "tip"
    kind = "tip"
    icon = "tip"


class _Weetje(Callout):
    """Something good to know."""

    name = "weetje"
    aliases = ("fact",)
    kind = "fact"
    icon = "fact"


LETOP = _Letop()
TIP = _Tip()
WEETJE = _Weetje()
