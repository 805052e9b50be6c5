"""Faults of raw HTML: what is not allowed, what is left open, Markdown that is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader import raw_html
from builder.markdown_reader.source import Source, diagnose
from builder.markdown_reader.spots import Spot

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAKS = re.compile(r"(?:\s*<br\s*/?>)+\s*", re.IGNORECASE)


def html_faults(
    tokens: Sequence[Token], inside: Sequence[Spot], source: Source
) -> Iterator[Diagnostic]:
    """All faults of raw HTML in a text; ``inside`` are its inline tokens."""
    for token in tokens:
        if token.type == "html_block":
            yield from _block_faults(token, source)
    open_elements: list[Spot] = []
    children: Sequence[Token] | None = None
    refused: set[str] = set()
    for spot in inside:
        if spot.children is not children:
            yield from _left_open(open_elements, source)
            open_elements, children, refused = [], spot.children, set()
        if spot.token.type == "text":
            yield from _comment_faults(spot, source)
        if spot.token.type != "html_inline":
            continue
        for markup in raw_html.scan(spot.token.content):
            for fault in raw_html.faults(markup, refused):
                yield diagnose(source, fault.code, spot.line, spot.column, fault.params)
            if markup.name not in raw_html.ALLOWED or markup.name in raw_html.VOID:
                continue
            if markup.kind == "start":
                open_elements.append(spot)
            elif open_elements and _element(open_elements[-1]) == markup.name:
                open_elements.pop()
            else:
                params: dict[str, str | int] = {"element": markup.name}
                yield diagnose(source, "M403", spot.line, spot.column, params)
    yield from _left_open(open_elements, source)


def _left_open(open_elements: Sequence[Spot], source: Source) -> Iterator[Diagnostic]:
    for spot in open_elements:
        params: dict[str, str | int] = {"element": _element(spot)}
        yield diagnose(source, "M403", spot.line, spot.column, params)


def _element(spot: Spot) -> str:
    return next((markup.name for markup in raw_html.scan(spot.token.content)), "")


def _comment_faults(spot: Spot, source: Source) -> Iterator[Diagnostic]:
    """A comment in a paragraph ends in that paragraph, or it is shown."""
    at = spot.token.content.find("<!--")
    if at >= 0 and at not in spot.token.meta.get("escaped", ()):
        yield diagnose(source, "M404", spot.line, spot.column_of(at))


def _block_faults(token: Token, source: Source) -> Iterator[Diagnostic]:
    """A block of raw HTML may hold comments only: Markdown inside it would not be read."""
    is_reported = False
    refused: set[str] = set()
    for markup in raw_html.scan(token.content):
        line, column = _position(token, markup.at, source)
        for fault in raw_html.faults(markup, refused):
            is_reported = True
            yield diagnose(source, fault.code, line, column, fault.params)
    rest = _COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), token.content)
    if rest.strip() and not is_reported:
        line, column = _position(token, len(rest) - len(rest.lstrip()), source)
        yield diagnose(source, "M406" if _BREAKS.fullmatch(rest) else "M405", line, column)


def _position(token: Token, at: int, source: Source) -> tuple[int, int]:
    """Line and column in the text of a character of a block."""
    before = token.content[:at].split("\n")
    number = len(before) - 1
    line = (token.map[0] if token.map else 0) + number
    whole = source.lines[line] if line < len(source.lines) else ""
    indent = max(whole.find(token.content.split("\n")[number]), 0)
    return line, indent + len(before[-1])
