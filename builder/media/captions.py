"""Captions: WebVTT (W3C) → cues with their places, and what a viewer would miss or could not read.

A browser drops a cue that it cannot read without a word, so everything that it would drop is a
fault here. The library for this format reads an end before its start and finds no cues at all in
times with a comma without saying so, hence this reader.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST_CHARACTERS_A_SECOND = 20

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_ARROW = "-->"
_TIME = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_OTHER_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: ``line`` is that of its times, from 1; ``text`` has no marks or line breaks."""

    line: int
    start_ms: int
    end_ms: int
    text: str

    @property
    def is_too_fast(self) -> bool:
        """More characters a second than people read."""
        return len(self.text) * 1000 > MOST_CHARACTERS_A_SECOND * (self.end_ms - self.start_ms)


@dataclass(frozen=True, slots=True)
class CaptionFault:
    """One kind of fault in a file, with all lines where it is, from 1."""

    code: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Captions:
    """The cues that a browser would show, and the faults in the order of their codes."""

    cues: tuple[Cue, ...]
    faults: tuple[CaptionFault, ...]


def read_captions(text: str) -> Captions:
    """Reads WebVTT with line feeds at its line ends."""
    lines = text.removeprefix("\ufeff").split("\n")
    found: dict[str, list[int]] = {}
    if not _HEADER.fullmatch(lines[0]):
        found["A311"] = [1]
    cues = tuple(_read_cues(lines, found))
    if not cues and "A312" not in found:
        found["A318"] = [1]
    _judge(cues, found)
    faults = (CaptionFault(code, tuple(sorted(found[code]))) for code in sorted(found))
    return Captions(cues, tuple(faults))


def share_of_words(spoken: Iterable[str], told: str) -> float:
    """How much of the words of captions comes back in another text, from 0 to 1; order aside."""
    wanted = _count(" ".join(spoken))
    there = _count(told)
    total = sum(wanted.values())
    met = sum(min(count, there.get(word, 0)) for word, count in wanted.items())
    return met / total if total else 1.0


def _count(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(text.casefold()):
        counts[word] = counts.get(word, 0) + 1
    return counts


def _read_cues(lines: Sequence[str], found: dict[str, list[int]]) -> Iterator[Cue]:
    for first, block in _blocks(lines):
        arrows = [number for number, line in enumerate(block) if _ARROW in line]
        if not arrows:
            if first and not _OTHER_BLOCK.match(block[0]):  # the first one has been judged
                found.setdefault("A319", []).append(first + 1)
            continue
        if arrows[0] > 1 or len(arrows) > 1:
            wrong = arrows[0] if arrows[0] > 1 else arrows[1]
            found.setdefault("A320", []).append(first + wrong + 1)
            continue
        line = first + arrows[0] + 1
        times = _read_times(block[arrows[0]])
        if times is None:
            found.setdefault("A312", []).append(line)
            continue
        text = html.unescape(_TAG.sub("", " ".join(block[arrows[0] + 1 :])))
        yield Cue(line, *times, " ".join(text.split()))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between empty ones, each with the zero-based number of its first line."""
    block: list[str] = []
    for number, line in enumerate((*lines, "")):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _read_times(line: str) -> tuple[int, int] | None:
    start, _, rest = line.partition(_ARROW)
    end = rest.split(maxsplit=1)
    times = [_TIME.fullmatch(text) for text in (start.strip(), end[0] if end else "")]
    if times[0] is None or times[1] is None:
        return None
    return _milliseconds(times[0]), _milliseconds(times[1])


def _milliseconds(time: re.Match[str]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in time.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _judge(cues: Sequence[Cue], found: dict[str, list[int]]) -> None:
    """What is wrong with cues by themselves, and with each after the one before it."""
    before: Cue | None = None
    for cue in cues:
        if cue.end_ms <= cue.start_ms:
            found.setdefault("A313", []).append(cue.line)
        elif before and cue.start_ms < before.start_ms:
            found.setdefault("A314", []).append(cue.line)
        elif before and cue.start_ms < before.end_ms:
            found.setdefault("A315", []).append(cue.line)
        if not cue.text:
            found.setdefault("A316", []).append(cue.line)
        before = cue
