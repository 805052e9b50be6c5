"""``kennischeck``: questions to practise with, in the middle of a lesson.

::: kennischeck mijn-oefening
Tekst erboven, als dat nodig is.
:::
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.blocks.base import Block, Fault, FileUse, TitleRule, Use, Writer

_ID = re.compile(r"[a-z][a-z0-9-]{1,47}")


class _Kennischeck(Block):
    """A card that leads to a quiz for practice, which has a page of its own."""

    name = "kennischeck"
    aliases = ("check",)
    title = TitleRule.REQUIRED
    may_be_empty = True
    template = "check.j2"

    def faults(self, use: Use) -> Iterator[Fault]:
        """A first line that cannot be the id of a quiz."""
        if use.head.title and not _ID.fullmatch(use.head.title):
            yield Fault("M240", use.line, {"written": use.head.title})

    def files(self, use: Use) -> Iterator[FileUse]:
        """The quiz."""
        if _ID.fullmatch(use.head.title):
            yield FileUse(use.head.title, use.line, "quiz")

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        title, questions = writer.check(use.head.title)
        return {
            "id": f"check_{use.head.title}",
            "label": writer.word("check.title"),
            "title": title,
            "questions": questions,
            "rule": writer.word("check.rule"),
            "begin": writer.word("check.begin"),
            "level": writer.heading_level(),
            "address": f"#p-{use.head.title}",
            "body": writer.html(use.tokens),
        }


KENNISCHECK = _Kennischeck()
