"""Marks in a text that stand for something of the library.

``{{overview.row.column}}`` is one value of an overview, ``[@id]`` refers to a source, and
``[[id]]`` or ``[[id|other words]]`` to a term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MARK = "library_mark"
"""Type of the token of a mark; its ``content`` is the mark as written."""


class MarkKind(Enum):
    """What a mark stands for. The value is an example of how it is written."""

    CELL = "{{hulplijnen.113.telefoon}}"
    CITE = "[@rivm-2024]"
    TERM = "[[welbevinden]]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, read. ``words`` are those that a reader sees: the author's, or filled in later.

    Without a target it is an opening that nothing closes.
    """

    kind: MarkKind
    written: str
    target: str = ""
    words: str = ""


_FORMS = {
    MarkKind.CELL: re.compile(r"\{\{(?P<target>[^{}|\n]*)(?:\|(?P<words>.*?))?\}\}"),
    MarkKind.CITE: re.compile(r"\[@(?P<target>[^\[\]\n]*)\]"),
    MarkKind.TERM: re.compile(r"\[\[(?P<target>[^\[\]|\n]*)(?:\|(?P<words>[^\[\]]*))?\]\]"),
}
_TARGETS = {
    MarkKind.CELL: re.compile(
        r"[a-z][a-z0-9-]{1,47}\.[a-z0-9][a-z0-9-]{0,47}\.[a-z][a-z0-9-]{1,47}"
    ),
    MarkKind.CITE: re.compile(r".+"),
    MarkKind.TERM: re.compile(r".+"),
}
_LONGEST_SHOWN = 40
_STARTS = {"{{": MarkKind.CELL, "[@": MarkKind.CITE, "[[": MarkKind.TERM}
_OPENING = re.compile(r"\{\{|\[@|\[\[")
_CONTENTS = re.compile(r"\[\[_?toc_?\]\]", re.IGNORECASE)
"""What other programs put a table of contents in place of."""
_TERM_START = re.compile(r"\[\[[a-z][a-z0-9-]*\s*(?:\||\](?!\()|$)", re.MULTILINE)
"""Two brackets can also start the words of a link: those are not taken for an unclosed term."""
_CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


def install(markdown: MarkdownIt) -> None:
    """Teaches a parser the marks."""
    markdown.inline.ruler.before("link", MARK, _take)


def _take(state: StateInline, silent: bool) -> bool:
    found = _match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    mark, end = found
    if not silent:
        if mark.kind is MarkKind.CITE:
            # A number belongs to the word before it.
            state.pending = state.pending.rstrip(" ")
        token = state.push(MARK, "", 0)
        token.content = state.src[state.pos : end]
        token.meta["mark"] = mark
    state.pos = end
    return True


def _match(text: str, start: int, end: int) -> tuple[Mark, int] | None:
    """The mark that starts at a place, and where it ends."""
    kind = _STARTS.get(text[start : start + 2])
    if kind is None:
        return None
    match = _FORMS[kind].match(text, start, end)
    if kind is MarkKind.TERM:
        is_other = not match and not _TERM_START.match(text, start, end)
        if is_other or _CONTENTS.match(text, start, end):
            return None
    if match is None:
        return Mark(kind, text[start:end].split("\n")[0][:_LONGEST_SHOWN]), start + 2
    words = " ".join((match.groupdict().get("words") or "").split())
    return Mark(kind, match[0], match["target"].strip(), words), match.end()


def mark_of(token: Token) -> Mark | None:
    """The mark that a token holds, if it is one."""
    return token.meta["mark"] if token.type == MARK else None


def is_readable(mark: Mark) -> bool:
    """Whether what stands between the brackets can be a target at all."""
    return _TARGETS[mark.kind].fullmatch(mark.target) is not None


def may_hold_marks(text: str) -> bool:
    """Whether it is worth looking for marks."""
    return _OPENING.search(text) is not None


def replace_marks(text: str, written: dict[str, str]) -> str:
    """A text in which each mark of ``written`` is replaced; not in code."""
    kept: list[str] = []
    position = 0
    while position < len(text):
        code = _CODE.match(text, position)
        found = None if code else _match(text, position, len(text))
        end = position + (2 if text[position] == "\\" else 1)
        if code:
            end = code.end()
        elif found:
            end = found[1]
        piece, position = text[position:end], end
        kept.append(written.get(piece, piece) if found else piece)
    return "".join(kept)
