"""Splits a lesson into its front matter and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_OPENING = re.compile(r"-{3}\s*")
_CLOSING = re.compile(r"(?:-{3}|\.{3})\s*")


@dataclass(frozen=True, slots=True)
class Split:
    """``front`` is the YAML between the two lines; the text starts at ``body_line`` (zero-based).

    ``code`` names what is wrong; then the front matter is empty.
    """

    front: str
    body_line: int
    code: str = ""


def split(lines: Sequence[str]) -> Split:
    """Front matter stands between a first line ``---`` and the next ``---`` (or ``...``)."""
    if not lines or not _OPENING.fullmatch(lines[0]):
        return Split("", 0, "M101")
    for number, text in enumerate(lines[1:], start=1):
        if _CLOSING.fullmatch(text):
            return Split("\n".join(lines[1:number]) + "\n", number + 1)
    return Split("", len(lines), "M102")
