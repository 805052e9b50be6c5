"""Faults of Markdown texts in YAML files, and of titles, which hold no Markdown at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader import raw_html
from builder.markdown_reader.block_faults import opened_blocks
from builder.markdown_reader.plain import headings
from builder.markdown_reader.source import ValueSource, diagnose

_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_KNOWN_BY_ITSELF = frozenset({"code_block", "html_block"})
"""What has findings of its own wherever it stands."""
_SIGN = re.compile(r"\d+[.)]|\S")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,2}[.)])\s+\S|\|.*\||#{1,6}\s|:::|>\s")
_MARKDOWN = re.compile(
    r"\*\*[^*]+\*\*|(?<!\w)\*[^\s*][^*]*\*(?!\w)|__[^_]+__|(?<!\w)_[^\s_][^_]*_(?!\w)|`[^`]+`"
    rf"|!?\[[^\]]*\]\([^)]*\)|{raw_html.WRITTEN_IN_WORDS}|^#{{1,6}}\s",
    re.IGNORECASE,
)


def value_faults(
    tokens: Sequence[Token], source: ValueSource, *, is_line: bool
) -> Iterator[Diagnostic]:
    """What does not fit in a text of a YAML file. ``is_line``: the text is one paragraph."""
    blocks = list(opened_blocks(tokens))
    for heading in headings(tokens):
        yield diagnose(source, "M602", heading.line)
    for block in blocks:
        yield diagnose(source, "M601", block.line, params={"name": block.name})
    outer = [token.type for token in tokens if token.level == 0 and token.nesting >= 0]
    is_plain = [token.type for token in tokens] == _PARAGRAPH
    is_known = bool(blocks) or any(
        kind in _KNOWN_BY_ITSELF or kind == "heading_open" for kind in outer
    )
    if is_line and not is_plain and not is_known:
        yield _line_fault(source, has_one_part=len(outer) == 1)
    yield from _joined_faults(source)


def _line_fault(source: ValueSource, *, has_one_part: bool) -> Diagnostic:
    sign = _SIGN.match(source.lines[0])
    if not has_one_part or len(source.lines) > 1 or sign is None:
        return diagnose(source, "M603", 0)
    text = source.lines[0]
    write = f"{sign[0][:-1]}\\{sign[0][-1]}{text[sign.end() :]}"
    return diagnose(source, "M605", 0, params={"sign": sign[0], "write": write})


def _joined_faults(source: ValueSource) -> Iterator[Diagnostic]:
    """Items of a list and rows of a table that YAML puts behind each other."""
    places = list(source.value.joined())
    items = [one for one in places if _ITEM.match(source.line_at(one)[one.column - 1 :])]
    lines = {one.line for one in items}
    starts_with_item = _ITEM.match(source.lines[0]) is not None
    for place in items:
        above = source.line_at(replace(place, line=place.line - 1))
        has_company = bool({place.line - 1, place.line + 1} & lines) or starts_with_item
        if has_company or above.rstrip().endswith(":"):
            yield Diagnostic("M606", place, {}, source.line_at(place))
            return


def title_faults(text: str, source: ValueSource) -> Iterator[Diagnostic]:
    """Markdown in a title, which shows its signs."""
    found = _MARKDOWN.search(text)
    if found:
        yield diagnose(source, "M604", 0, found.start(), {"text": found[0]})
