"""Faults of headings: a second title, a skipped level, no text, inside a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.plain import headings
from builder.markdown_reader.source import Source, diagnose


def heading_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """All faults of the headings in a lesson, whose own title is level 1."""
    before = 1
    for heading in headings(tokens):
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
