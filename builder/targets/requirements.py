"""What a standard asks of a course, said before anything is made of it."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, Location
from builder.package import RenderedCourse


def check_course(
    rendered: RenderedCourse, standard: str, max_state_length: int
) -> tuple[Diagnostic, ...]:
    """Faults of the course for a standard; ``max_state_length`` is in characters."""
    course = rendered.course.course
    found: list[Diagnostic] = []
    title = course.file.title.strip()
    if title in ("", "0"):
        found.append(Diagnostic("P101", course.positions.at("title"), {"title": title}))
    if rendered.state_bound > max_state_length:
        params: dict[str, str | int] = {
            "length": rendered.state_bound,
            "limit": max_state_length,
            "standard": standard,
        }
        found.append(Diagnostic("P102", Location(course.path), params))
    return tuple(found)
