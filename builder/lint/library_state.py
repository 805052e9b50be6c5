"""The state of the library: what has to be checked again, and what nobody uses.

No rules of ``RULES``. The first depends on the day, and a course is built the same on any day; the
second can only be said of all courses together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.library import Library, Overview
from builder.schema.library import Row

WARN_DAYS = 60
"""Days before the day of review from which on a row is named."""


def overdue(courses: Sequence[Course], today: date) -> Iterator[Diagnostic]:
    """The rows whose review is near, or past, of the overviews that the courses use."""
    for course in courses:
        for overview in map(course.library.overviews.get, course.uses.overviews):
            for row, content in overview.file.rows.items() if overview else ():
                if overview and content.review_by:
                    yield from _judge(overview, row, content.review_by, today)


def _judge(overview: Overview, row: str, review_by: date, today: date) -> Iterator[Diagnostic]:
    days = (review_by - today).days
    where = overview.positions.at("rows", row, "review-by")
    params: dict[str, str | int] = {"row": row, "date": review_by.isoformat()}
    if days < 0:
        yield Diagnostic("C741", where, params)
    elif days <= WARN_DAYS:
        yield Diagnostic("C740", where, {**params, "days": days})


def unused(courses: Sequence[Course]) -> Iterator[Diagnostic]:
    """What of the library none of the courses takes; each of them has all of the library."""
    library = courses[0].library if courses else Library()
    overviews = {name for course in courses for name in course.uses.overviews}
    for name, overview in library.overviews.items():
        if name not in overviews:
            yield Diagnostic("C750", overview.positions.at("id"), {"name": name})
    sources = {name for course in courses for name in course.uses.sources}
    sources |= {row.source or "" for name in overviews for row in _rows(library, name)}
    for name in library.sources.keys() - sources:
        yield Diagnostic("C751", library.places[f"sources/{name}"], {"name": name})
    terms = {name for course in courses for name in course.uses.terms}
    for name in library.terms.keys() - terms:
        yield Diagnostic("C752", library.places[f"terms/{name}"], {"name": name})


def _rows(library: Library, name: str) -> Iterable[Row]:
    overview = library.overviews.get(name)
    return overview.file.rows.values() if overview else ()
