"""Lines ``key: value`` inside a block that is set up by its author and holds no text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.blocks.base import Use

LINES = "lines"
"""Type of the tokens that stand for such lines, in the place of ``inline``."""

_SETTING = re.compile(r"\s*([A-Za-z][\w-]*)\s*:(?:\s+(.*?))?\s*")


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: ``key`` as written, "" for a line that is something else; ``line`` zero-based."""

    key: str
    value: str
    line: int


def read_settings(use: Use) -> Iterator[Setting]:
    """The lines of a block in their order; comments for authors are none."""
    paragraph_level = use.tokens[0].level + 1 if use.tokens else 0
    for token in use.tokens:
        first = token.map[0] if token.map else use.line
        if token.type == LINES:
            for number, text in enumerate(token.content.split("\n"), start=first):
                found = _SETTING.fullmatch(text) if token.level == paragraph_level else None
                if found:
                    yield Setting(found[1], found[2] or "", number)
                else:
                    yield Setting("", text.strip(), number)
        elif token.type in ("fence", "code_block", "hr"):
            yield Setting("", token.content.strip() or token.markup, first)
