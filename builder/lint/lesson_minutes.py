"""L201: a lesson takes at most eight minutes.

Teachers follow a course between other things. What fits in a break gets finished; what does not is
left half-way. Two short lessons also show more progress than a long one.

Wrong: ``minutes: 15``

Right: ``minutes: 6``, and a second lesson.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at

MOST_MINUTES = 8


def check(course: Course) -> Iterator[Diagnostic]:
    """Lessons that are too long."""
    for lesson in course.lessons:
        if lesson.front.minutes > MOST_MINUTES:
            location = lesson.positions.at("minutes")
            params: dict[str, str | int] = {"minutes": lesson.front.minutes, "most": MOST_MINUTES}
            yield Diagnostic("L201", location, params, line_at(lesson.lines, location))
