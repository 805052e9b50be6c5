"""``uitklap``: text behind a line that opens it, for what not everyone needs to read."""

from __future__ import annotations

from builder.blocks.base import Block, TitleRule, Use, Writer


class _Uitklap(Block):
    """A fold; several may be open at once, and all are open in print."""

    name = "uitklap"
    aliases = ("fold",)
    title = TitleRule.REQUIRED
    template = "fold.j2"

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        return {"title": writer.inline(use.head.title), "body": writer.html(use.tokens)}


UITKLAP = _Uitklap()
