"""Faults of headings: a second title, a skipped level, no text, inside a block, by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.plain import headings
from builder.markdown_reader.source import Source, diagnose

_KEY = re.compile(r"(?:id|title|minutes|lead|goals|sources|facts):(?:\s|$)")
_LONGEST_SHOWN = 40
"""Characters of the heading that a fix repeats."""
_PART_OF_YAML = re.compile(r"[a-z][a-z-]*:(?:\s|$)|\s|- |$")


def heading_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """All faults of the headings in a lesson, whose own title is level 1."""
    before = 1
    ends: set[int] = set()
    for start, end in _second_front_matter(tokens, source):
        ends.add(end)
        yield diagnose(source, "M103", start)
    for heading in headings(tokens):
        place = tokens[heading.index].map or (0, 1)
        if tokens[heading.index].markup in ("-", "="):
            if place[1] - 1 not in ends:
                yield _underline_fault(place[0], place[1] - 1, source)
            continue
        if tokens[heading.index].level > 0:
            yield diagnose(source, "M304", heading.line)
            continue
        if not heading.text:
            yield diagnose(source, "M303", heading.line)
        if heading.level == 1:
            yield diagnose(source, "M301", heading.line)
        elif heading.level > before + 1:
            params: dict[str, str | int] = {
                "before": before,
                "level": heading.level,
                "hashes": "#" * (before + 1),
            }
            yield diagnose(source, "M302", heading.line, params=params)
        before = heading.level


def _underline_fault(first: int, underline: int, source: Source) -> Diagnostic:
    """A line of hyphens or equals signs makes a heading of the text above it."""
    text = source.lines[underline].rstrip()
    sign = text.lstrip("> \t")
    words = source.lines[first].strip().lstrip("> \t")
    words = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1].rstrip() + "…"
    params: dict[str, str | int] = {"sign": sign, "words": words}
    return diagnose(source, "M306", underline, len(text) - len(sign), params)


def _second_front_matter(tokens: Sequence[Token], source: Source) -> Iterator[tuple[int, int]]:
    """First and last lines of blocks between two lines ``---`` that hold the keys of a lesson."""
    maps = [token.map for token in tokens if token.type in ("hr", "heading_open")]
    ends = [place[1] - 1 for place in maps if place]
    rules = [line for line in ends if source.lines[line].rstrip() == "---"]
    for start, end in pairwise(rules):
        between = source.lines[start + 1 : end]
        is_yaml = all(_PART_OF_YAML.match(text) for text in between)
        if is_yaml and any(_KEY.match(text) for text in between):
            yield start, end
