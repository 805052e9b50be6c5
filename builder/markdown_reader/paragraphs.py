"""The lines of paragraphs as they were written: for what an author meant as a list or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from builder.markdown_reader.parser import OPEN
from builder.markdown_reader.source import Source

_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:.*?[^`])\1(?!`)", re.DOTALL)
_HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, without white space around it."""

    text: str
    """With other signs in place of its code."""
    written: str
    number: int
    """Zero-based line within the parsed text."""
    column: int
    """Zero-based column at which ``text`` starts."""
    index: int
    """Place in its paragraph, from 0."""
    has_break: bool
    """It ends with two spaces or a backslash, which break the line on the page too."""
    is_alone: bool
    """Its paragraph has no other lines."""
    above: str
    """The last line with words above it, in its paragraph or before it; "" when there is none."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``index`` is that of its inline token."""

    index: int
    token: Token
    lines: tuple[Line, ...]
    is_item: bool
    """It stands at the start of an item of a list."""
    is_speech: bool
    """It stands in a quotation in a block, where every line can be drawn by itself."""


def paragraphs(tokens: Sequence[Token], source: Source) -> Iterator[Paragraph]:
    """All paragraphs of a text in order."""
    around: list[str] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            around.append(token.type)
        elif token.nesting == -1:
            around.pop()
        if token.type == "inline" and token.map and tokens[index - 1].type == "paragraph_open":
            shown = hide_code(token.content).split("\n")
            written = token.content.split("\n")
            first = token.map[0]
            lines = (_line(shown, written, first, place, source) for place in range(len(shown)))
            is_item = index > 1 and tokens[index - 2].type == "list_item_open"
            is_speech = {OPEN, "blockquote_open"} <= set(around)
            yield Paragraph(index, token, tuple(lines), is_item, is_speech)


def hide_code(text: str) -> str:
    """A text with other signs in place of its code, so that nothing in it is taken for Markdown."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", _HIDDEN, found[0]), text)


def _line(
    shown: Sequence[str], written: Sequence[str], first: int, index: int, source: Source
) -> Line:
    blank = " \t"
    number = first + index
    text = written[index].strip(blank)
    whole = source.lines[number] if number < len(source.lines) else ""
    numbers = range(min(number, len(source.lines)) - 1, -1, -1)
    above = next((source.lines[one] for one in numbers if source.lines[one].strip()), "")
    return Line(
        text=shown[index].strip(blank),
        written=text,
        number=number,
        column=max(whole.find(text), 0),
        index=index,
        has_break=written[index].endswith(("  ", "\\")),
        is_alone=len(written) == 1,
        above=above.rstrip(),
    )
