"""What a standard asks of a course, said before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.course import Course, Media
from builder.diagnostics import Diagnostic
from builder.media.pictures import FORMATS, LARGEST_BYTES

LARGE_BYTES = 100 * 1000**2
"""From where on uploads often fail (standards §5.4)."""
TOO_LARGE_BYTES = 250 * 1000**2
"""From where on some learning environments refuse a package."""


def check_course(
    course: Course, standard: str, state_length: int | None, max_state_length: int
) -> Iterator[Diagnostic]:
    """Faults of the course for a standard, called by the name in ``standard``.

    ``state_length`` is the worst case of the learner's state in characters, None when that is not
    known because the course has other faults.
    """
    title = course.file.title.strip()
    if title in ("", "0"):
        yield Diagnostic("P101", course.positions.at("title"), {"title": title})
    if state_length is not None and state_length > max_state_length:
        params: dict[str, str | int] = {
            "length": state_length,
            "limit": max_state_length,
            "standard": standard,
        }
        if standard == "SCORM 1.2":
            params["roomier"] = "SCORM 2004"
        yield Diagnostic("P102", course.positions.at("modules", key=True), params)
    yield from _check_size(course)


def _check_size(course: Course) -> Iterator[Diagnostic]:
    """What recordings and other files take at least; beside them a package is small."""
    sources = (pool.source for quiz in course.quizzes for pool in quiz.drawn)
    holders = (
        *(lesson.media for lesson in course.lessons),
        *(quiz.media for quiz in course.quizzes),
        *(source.media for source in sources if source),
    )
    sizes = {one.source: _least_size(one) for each in holders for one in each.values()}
    size_bytes = sum(sizes.values())
    if size_bytes > LARGE_BYTES:
        is_refused = size_bytes > TOO_LARGE_BYTES
        params: dict[str, str | int] = {
            "size_mb": size_bytes // 1000**2,
            "limit_mb": (TOO_LARGE_BYTES if is_refused else LARGE_BYTES) // 1000**2,
            "largest": max(sizes, key=lambda source: sizes[source]),
        }
        where = course.positions.at("modules", key=True)
        yield Diagnostic("P104" if is_refused else "P103", where, params)


def _least_size(media: Media) -> int:
    """Bytes that a file takes for certain; a picture of dots is made smaller first."""
    is_picture = PurePosixPath(media.source).suffix.lower() in FORMATS
    return min(len(media.data), LARGEST_BYTES) if is_picture else len(media.data)
