"""Plain text out of tokens: for reports, headings' anchors and rules about wording."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.markdown_reader.library_marks import mark_of

_BREAKS = frozenset({"softbreak", "hardbreak"})
_WORDY = frozenset({"inline", "fence", "code_block"})
_TEXTS = frozenset({"text", "code_inline", "text_special"})


def plain(tokens: Sequence[Token]) -> str:
    """The words of a text, paragraphs joined by a space; pictures by their alternative text."""
    parts = [
        inline_text(token) if token.type == "inline" else token.content
        for token in tokens
        if token.type in _WORDY
    ]
    return re.sub(r"\s+", " ", " ".join(parts)).strip()


def inline_text(token: Token) -> str:
    """The words of one inline token or picture."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in _TEXTS:
            parts.append(child.content)
        elif child.type in _BREAKS:
            parts.append(" ")
        elif child.type == "image":
            parts.append(inline_text(child))
        else:
            mark = mark_of(child)
            parts.append(mark.words if mark else "")
    return "".join(parts).strip()


def slug(text: str) -> str:
    """Words as an anchor: small letters without accents, digits and hyphens; never empty."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-") or "kop"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``index`` of its opening token, ``anchor`` unique within the text."""

    index: int
    level: int
    text: str
    anchor: str
    line: int


def headings(tokens: Sequence[Token]) -> Iterator[Heading]:
    """All headings of a text in order; a second one with the same words gets ``-2``."""
    used: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        text = inline_text(tokens[index + 1])
        stem = slug(text)
        used[stem] = used.get(stem, 0) + 1
        anchor = stem if used[stem] == 1 else f"{stem}-{used[stem]}"
        line = token.map[0] if token.map else 0
        yield Heading(index, int(token.tag[1:]), text, anchor, line)
