"""``casus``: a situation from practice, with quoted lines drawn as a conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.blocks.base import Block, Fault, TitleRule, Use, Writer

_ME = frozenset({"jij", "ik", "you", "me"})
_HONORIFICS = frozenset({"mevrouw", "meneer", "juf", "meester", "mw", "dhr", "mr", "mrs", "ms"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_WORD: re.Pattern[str] = re.compile(r"[^\W\d_][\w’'-]*")
_NAME_FIRST = re.compile(r"([A-ZÀ-Þ][\w’'-]*(?:\s(?:van|de|der|den|ten|ter|[A-ZÀ-Þ][\w’'-]*))*),\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of speech: who says it, and the inline tokens of what is said."""

    speaker: str
    tokens: tuple[Token, ...]

    @property
    def is_own(self) -> bool:
        """Said by the learner; drawn on the right."""
        return self.speaker.casefold() in _ME


@dataclass(frozen=True, slots=True)
class _Piece:
    """Either a conversation (``lines``) or other Markdown (``tokens``)."""

    tokens: tuple[Token, ...] = ()
    lines: tuple[Line, ...] = ()


class _Casus(Block):
    """A case card: initials, title, text, conversation, and perhaps a fold with the answer."""

    name = "casus"
    aliases = ("case",)
    title = TitleRule.REQUIRED
    extras = frozenset({"initialen", "initials"})
    holds = frozenset({"audio", "letop", "reflectie", "tip", "uitklap", "video", "weetje"})
    template = "case.j2"

    def faults(self, use: Use) -> Iterator[Fault]:
        for start, _, quote in _quotes(use.tokens):
            rows = list(_rows(quote))
            is_speech = any(_speaker(row) for row in rows)
            if is_speech and rows and not _speaker(rows[0]):
                line = use.tokens[start].map
                yield Fault("M212", line[0] if line else use.line)

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        pieces = _pieces(use.tokens)
        parts: list[dict[str, object]] = []
        for piece in pieces:
            if piece.lines:
                lines = [
                    {
                        "speaker": line.speaker,
                        "is_own": line.is_own,
                        "text": writer.html([_inline(line.tokens)]),
                    }
                    for line in piece.lines
                ]
                parts.append({"lines": lines, "html": ""})
            else:
                parts.append({"lines": [], "html": writer.html(piece.tokens)})
        return {
            "word": writer.word("block.case"),
            "title": writer.inline(use.head.title),
            "title_id": writer.element_id("case"),
            "level": writer.heading_level(),
            "initials": _own_initials(use) or initials(use.head.title, pieces),
            "parts": parts,
        }


def initials(title: str, pieces: Sequence[_Piece]) -> str:
    """One or two letters for the person in the case; "" when no name is found.

    That is the name with which the title starts (``Noor, groep 5``), else the speaker whom the
    title mentions, else the first speaker other than the learner.
    """
    start = _NAME_FIRST.match(title)
    others = [line.speaker for piece in pieces for line in piece.lines if not line.is_own]
    mentioned = [name for name in others if name in title]
    for name in ([start[1]] if start else []) + mentioned + others:
        words: list[str] = [
            word
            for word in _WORD.findall(name)
            if word[0].isupper() and word.casefold() not in _HONORIFICS
        ]
        if words:
            return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
    return ""


def _own_initials(use: Use) -> str:
    extras = use.head.extras
    return (extras.get("initialen") or extras.get("initials") or "")[:2].upper()


def _pieces(tokens: Sequence[Token]) -> tuple[_Piece, ...]:
    """The content split into conversations and other Markdown; neighbouring quotes become one."""
    pieces: list[_Piece] = []
    position = 0

    def add_markdown(end: int) -> None:
        if end > position:
            pieces.append(_Piece(tokens=tuple(tokens[position:end])))

    for start, end, quote in _quotes(tokens):
        lines = tuple(_lines(quote))
        if not lines:
            continue
        add_markdown(start)
        if start == position and pieces and pieces[-1].lines:
            pieces[-1] = _Piece(lines=pieces[-1].lines + lines)
        else:
            pieces.append(_Piece(lines=lines))
        position = end
    add_markdown(len(tokens))
    return tuple(pieces)


def _quotes(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """Start, end and inner tokens of the quotations that stand directly in the block."""
    depth = 0
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "blockquote_open" and depth == 0:
            start = index
        depth += token.nesting
        if token.type == "blockquote_close" and depth == 0:
            yield start, index + 1, tokens[start + 1 : index]


def _lines(quote: Sequence[Token]) -> Iterator[Line]:
    """Lines of speech in a quotation; none when it is an ordinary one."""
    speaker = ""
    said: list[Token] = []
    for row in _rows(quote):
        found = _speaker(row)
        if found:
            if speaker:
                yield Line(speaker, tuple(said))
            speaker, said = found, list(_after_speaker(row))
        elif speaker:
            said += [Token("softbreak", "br", 0), *row]
    if speaker:
        yield Line(speaker, tuple(said))


def _rows(quote: Sequence[Token]) -> Iterator[list[Token]]:
    """The inline tokens of a quotation, one list per written line."""
    for token in quote:
        if token.type != "inline":
            continue
        row: list[Token] = []
        for child in token.children or ():
            if child.type in _BREAKS and child.level == 0:
                yield row
                row = []
            else:
                row.append(child)
        yield row


def _speaker(row: Sequence[Token]) -> str:
    """The name in ``**Name:** …`` or ``**Name**: …``; "" when the line has none."""
    kinds = [token.type for token in row]
    first = 1 if kinds[:1] == ["text"] and not row[0].content.strip() else 0
    if kinds[first : first + 1] != ["strong_open"] or "strong_close" not in kinds:
        return ""
    end = kinds.index("strong_close")
    inner = row[first + 1 : end]
    if any(token.type != "text" for token in inner):
        return ""
    name = "".join(token.content for token in inner).strip()
    after = row[end + 1].content if end + 1 < len(row) and row[end + 1].type == "text" else ""
    if name.endswith(":"):
        return name[:-1].strip()
    return name if after.lstrip().startswith(":") else ""


def _after_speaker(row: Sequence[Token]) -> Iterator[Token]:
    end = [token.type for token in row].index("strong_close")
    for index, token in enumerate(row[end + 1 :]):
        if index == 0 and token.type == "text":
            text = token.content.lstrip()
            yield token.copy(content=text.removeprefix(":").lstrip())
        else:
            yield token


def _inline(children: Sequence[Token]) -> Token:
    return Token("inline", "", 0, children=list(children))


CASUS = _Casus()
