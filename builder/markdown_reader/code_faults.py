"""Text that becomes code without having been meant as such, and words that code swallows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.source import Source, diagnose

_LANGUAGE = re.compile(r"[a-z][a-z0-9+#.-]*")


def code_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """All faults of code in blocks."""
    for token in tokens:
        if not token.map:
            continue
        line = token.map[0]
        if token.type == "code_block":
            yield diagnose(source, "M308", line)
        elif token.type == "fence":
            if not _is_closed(token, source):
                yield diagnose(source, "M309", line, params={"fence": token.markup})
            words = token.info.strip()
            if words and not _LANGUAGE.fullmatch(words):
                column = source.lines[line].find(words)
                yield diagnose(source, "M310", line, max(column, 0), {"text": words})


def _is_closed(token: Token, source: Source) -> bool:
    start, end = token.map or (0, 0)
    last = source.lines[end - 1] if end <= len(source.lines) else ""
    sign, count = re.escape(token.markup[:1]), len(token.markup)
    return end - start > 1 and re.fullmatch(rf"[> \t]*{sign}{{{count},}}\s*", last) is not None
