"""The course in a package that lesbouwer made: read back from ``course.js``, with distrust."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COURSE_SCRIPT = "course.js"
_ASSIGNMENT = re.compile(r"""\A(?:\s|["']use strict["'];)*window\.LESBOUWER_COURSE\s*=\s*""")


@dataclass(frozen=True, slots=True)
class Payload:
    """What ``course.js`` says. ``mastery_score`` is a percentage, or nothing when not graded."""

    course_id: str
    title: str
    version: str
    mastery_score: float | None
    lessons: int
    questions: int
    html: tuple[str, ...]
    """Pieces of HTML that the player puts in the page."""


def read_payload(script: bytes | None) -> Payload | None:
    """The course of a ``course.js``; nothing when the script is not one of lesbouwer's."""
    text = (script or b"").decode("utf-8", "replace")
    start = _ASSIGNMENT.match(text)
    if start is None:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(text, start.end())
        return _payload(value)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _payload(value: Any) -> Payload:
    course, pages = value["course"], value["pages"]
    mastery = value["masteryScore"]
    return Payload(
        course_id=str(course["id"]),
        title=str(course["title"]),
        version=str(course["version"]),
        mastery_score=None if mastery is None else round(float(mastery) * 100, 6),
        lessons=sum(1 for page in pages if page["kind"] == "lesson"),
        questions=len(value["questions"]),
        html=tuple(_html(value["questions"])),
    )


def _html(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if "<" in value:
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _html(each)
    elif isinstance(value, list):
        for each in value:
            yield from _html(each)
