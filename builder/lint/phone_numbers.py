"""L501: a telephone number that stands in an overview is taken from there.

A number that is written out in a lesson stays wrong when it changes: nobody looks for it there.
With a reference it stands in one place, and that place says when to check it again.

Wrong: ``Bel 0800-0113.``

Right: ``Bel {{hulplijnen.113.telefoon}}.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.course import Course
from builder.diagnostics import Diagnostic, Location
from builder.library import dial, find_numbers

FEWEST_DIGITS = 6
"""Shorter numbers, such as 113, may count something; a link that dials one does not."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Numbers of an overview that are written out in a lesson or quiz."""
    known: dict[str, str] = {}
    for name, overview in course.library.overviews.items():
        for row, column, number in overview.phone_numbers():
            known.setdefault(_national(number), f"{{{{{name}.{row}.{column}}}}}")
    if not known:
        return
    for lesson in course.lessons:
        yield from _written_out(lesson.path, lesson.lines, known)
    for quiz in course.quizzes:
        yield from _written_out(quiz.path, quiz.lines, known)


def _national(number: str) -> str:
    """A number as it is dialled inside the Netherlands, however it is written."""
    return re.sub(r"^(\+|00)31", "0", dial(number))


def _written_out(path: str, lines: Sequence[str], known: dict[str, str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, start=1):
        for start, written in find_numbers(line):
            mark = known.get(_national(written))
            is_short = len(dial(written)) < FEWEST_DIGITS and not line[:start].endswith("tel:")
            if mark and not is_short:
                where = Location(path, number, start + 1)
                yield Diagnostic("L501", where, {"number": written, "mark": mark}, line)
