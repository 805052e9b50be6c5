"""Tables of which cells would be lost, and lines that were meant as a table and become none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.paragraphs import Paragraph, paragraphs
from builder.markdown_reader.source import Source, diagnose

_BORDER = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*\|?")
_TABBED = re.compile(r"[^\t]*\S[ ]*\t+[ ]*\S")
_LISTED = re.compile(r"(?:\W|o|\d{1,2}[.)]?|[a-z][.)])\t[^\t]*")
"""A bullet or number with a tab behind it, which belongs to a list."""


def table_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """Rows that do not fit the head of their table, and tables that are none."""
    columns = 0
    for index, token in enumerate(tokens):
        if token.type == "thead_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and tokens[index - 1].type != "thead_open":
            yield from _row_faults(token.map[0], columns, source)
    for paragraph in paragraphs(tokens, source):
        yield from _missing_tables(paragraph, source)


def _row_faults(line: int, columns: int, source: Source) -> Iterator[Diagnostic]:
    starts = _starts_of_cells(source.lines[line])
    params: dict[str, str | int] = {"cells": len(starts), "columns": columns}
    if len(starts) > columns:
        yield diagnose(source, "M701", line, starts[columns], params)
    elif not _BORDER.search(source.lines[line]):
        yield diagnose(source, "M521", line)
    elif len(starts) < columns:
        yield diagnose(source, "M702", line, params=params)


def _starts_of_cells(text: str) -> list[int]:
    """The column of each cell of a row."""
    text = text.rstrip()
    begin = len(text) - len(text.lstrip("> \t"))
    borders = [found.start() for found in _BORDER.finditer(text, begin)]
    starts = [begin, *(one + 1 for one in borders)]
    if borders and borders[0] == begin:
        starts.pop(0)
    if borders and borders[-1] == len(text) - 1:
        starts.pop()
    return [_skip_blanks(text, one) for one in starts]


def _skip_blanks(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _missing_tables(paragraph: Paragraph, source: Source) -> Iterator[Diagnostic]:
    lines = paragraph.lines
    barred = [line for line in lines if len(_BORDER.findall(line.text)) > 1]
    rulers = [line for line in lines[1:] if "|" in line.text and _RULER.fullmatch(line.text)]
    rows = [line for line in barred if line.text.startswith("|")]
    if rulers or len(rows) > 1:
        first = barred[0] if barred else lines[0]
        cells = len(_starts_of_cells(first.text))
        params = {"write": "| " + " | ".join(["---"] * cells) + " |"}
        yield diagnose(source, "M703", first.number, first.column, params)
        return
    tabbed = [
        line for line in lines if _TABBED.match(line.text) and not _LISTED.fullmatch(line.text)
    ]
    if len(tabbed) > 1:
        yield diagnose(source, "M704", tabbed[0].number, tabbed[0].column)
