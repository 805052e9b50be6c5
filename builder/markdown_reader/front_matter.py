"""Splits a lesson into its front matter and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_OPENING = re.compile(r"-{3}\s*")
_CLOSING = re.compile(r"(?:-{3}|\.{3})\s*")
_NEARLY = re.compile(r"\s*(?:-{2,}|[–—]+-?|\*{3,}|_{3,}|={3,})\s*")
"""What a hurried hand or a word processor makes of three hyphens."""
_KEY = re.compile(r"[a-z][a-z-]*:(?:\s|$)")
_YAML = re.compile(r"\s|- |#(?!#)|[\]}]|[\"']?[\w-]+[\"']?\s*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class SplitFault:
    """What is wrong with the lines around the front matter; ``line`` counts from 0."""

    code: str
    line: int
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Split:
    """``front`` is the YAML from ``front_line`` on, none when there is no front matter.

    The text starts at ``body_line``. Lines count from 0.
    """

    front: str | None
    front_line: int
    body_line: int
    faults: tuple[SplitFault, ...] = ()


def split(lines: Sequence[str]) -> Split:
    """Front matter stands between a first line ``---`` and the next ``---`` (or ``...``).

    When one of the two lines is missing, the rest is split where it was probably meant.
    """
    first = next((number for number, text in enumerate(lines) if text.strip()), 0)
    is_opened = _OPENING.fullmatch(lines[first]) is not None
    faults: list[SplitFault] = []
    if first or not is_opened:
        faults.append(SplitFault("M101", 0))
    if is_opened or _NEARLY.fullmatch(lines[first]):
        start = first + 1
    elif _KEY.match(lines[first]):
        start = first
    else:
        return Split(None, 0, 0, tuple(faults))
    end, body, fault = _find_end(lines, start)
    if fault:
        faults.append(fault)
    return Split("\n".join(lines[start:end]) + "\n", start, body, tuple(faults))


def _find_end(lines: Sequence[str], start: int) -> tuple[int, int, SplitFault | None]:
    """The line behind the YAML, the first line of the text, and what is wrong."""
    stray = _find_text(lines, start)
    nearly = None
    for number in range(start, len(lines)):
        if number == stray:
            break
        if _CLOSING.fullmatch(lines[number]):
            return number, number + 1, None
        if nearly is None and _NEARLY.fullmatch(lines[number]):
            nearly = number
    if nearly is not None:
        params: dict[str, str | int] = {"written": lines[nearly].strip()}
        return nearly, nearly + 1, SplitFault("M102", nearly, params)
    if stray is not None:
        return stray, stray, SplitFault("M102", stray)
    return len(lines), len(lines), SplitFault("M102", max(start - 1, 0))


def _find_text(lines: Sequence[str], start: int) -> int | None:
    """The first line below an empty one that cannot be part of the YAML."""
    for number in range(start + 1, len(lines)):
        if _CLOSING.fullmatch(lines[number]) or _NEARLY.fullmatch(lines[number]):
            continue
        if lines[number] and not lines[number - 1].strip() and not _YAML.match(lines[number]):
            return number
    return None
