"""``reflectie``: a question to think about, with a private note that stays on the device."""

from __future__ import annotations

from collections.abc import Iterator

from builder.blocks.base import Block, Fault, Use, Writer


class _Reflectie(Block):
    """The last paragraph is the label of the field; what stands above it is an introduction.

    A note is kept under the author's ``{#id}``, so that it survives when another reflection is
    put before it; without an id under a running number, which is safe for one reflection only.
    """

    name = "reflectie"
    aliases = ("reflection",)
    takes_id = True
    template = "reflection.j2"

    def faults(self, use: Use) -> Iterator[Fault]:
        if use.tokens and not _ends_with_question(use):
            yield Fault("M211", use.line)

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        note = writer.note_id(use.head.id)
        title = use.head.title or writer.word("reflect.title")
        return {
            "note": note,
            "title": writer.inline(title),
            "tag_id": f"r_{note}",
            "field_id": f"n_{note}",
            "private_id": f"v_{note}",
            "intro": writer.html(use.tokens[:-3]),
            "question": writer.html(use.tokens[-2:-1]),
            "private": writer.word("reflect.private"),
            "noscript": writer.word("reflect.noscript"),
        }


def _ends_with_question(use: Use) -> bool:
    """Paragraph open, inline, paragraph close, with words and without a picture or a link."""
    last = use.tokens[-3:]
    if [token.type for token in last] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    kinds = {child.type for child in last[1].children or ()}
    return "text" in kinds and not kinds & {"image", "link_open"}


REFLECTIE = _Reflectie()
