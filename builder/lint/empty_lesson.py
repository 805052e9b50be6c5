"""L203: a lesson has text.

A lesson with front matter only would be a page with a title and nothing under it, and learners
would get the minutes for it anyway. A comment is not text.

Wrong: front matter, and nothing behind it.

Right: at least one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at


def check(course: Course) -> Iterator[Diagnostic]:
    """Lessons without a body."""
    for lesson in course.lessons:
        if all(token.type == "html_block" for token in lesson.tokens):
            location = lesson.positions.at("title")
            params: dict[str, str | int] = {"id": lesson.id}
            yield Diagnostic("L203", location, params, line_at(lesson.lines, location))
