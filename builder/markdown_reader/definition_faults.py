"""Definitions of links (``[label]: address``): a page shows nothing of one that is not used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.parser import Definition
from builder.markdown_reader.source import Source, diagnose


def definition_faults(
    definitions: Sequence[Definition], tokens: Sequence[Token], source: Source
) -> Iterator[Diagnostic]:
    """Definitions that no link uses, and those of which the label was taken."""
    used = {
        str(child.meta["label"])
        for token in tokens
        for child in token.children or ()
        if "label" in child.meta
    }
    first_lines: dict[str, int] = {}
    for definition in definitions:
        params: dict[str, str | int] = {"label": definition.written}
        if definition.label in first_lines:
            params["first_line"] = first_lines[definition.label]
            yield diagnose(source, "M513", definition.line, params=params)
            continue
        first_lines[definition.label] = source.place(definition.line).line
        if definition.label not in used:
            yield diagnose(source, "M512", definition.line, params=params)
