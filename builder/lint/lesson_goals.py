"""L202: a lesson says what you can do after it.

Goals stand at the top of a lesson ("Na deze les kun je"). They tell a learner what to look for,
and they keep a writer to the point.

Wrong: front matter without ``goals``.

Right: ``goals: [uitleggen wat welbevinden is]``
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at


def check(course: Course) -> Iterator[Diagnostic]:
    """Lessons without goals."""
    for lesson in course.lessons:
        if not lesson.front.goals:
            location = lesson.positions.at("title")
            params: dict[str, str | int] = {"id": lesson.id}
            yield Diagnostic("L202", location, params, line_at(lesson.lines, location))
