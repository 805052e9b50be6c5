"""A103-A105, A201, A202, A210, L401, L411: a picture is in the project, opens and is light enough.

A package makes no requests to anything outside itself, so a picture from the web is refused. Kinds
of files that a learning environment does not know are refused, and so are damaged pictures and
pictures whose name says another kind than they are. Pictures of dots become WebP of at most 1200
pixels wide; one that stays above 150 kB makes a phone wait for detail that nobody sees.

Wrong: ``![Plein](https://voorbeeld.nl/plein.jpg)``, ``![Plein](media/plein.tiff)``

Right: ``![Leerlingen op een plein](media/plein.jpg)``
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.course import Course, Media
from builder.diagnostics import Diagnostic
from builder.lint.passages import passages
from builder.markdown_reader import LinkKind, read_link
from builder.markdown_reader.source import diagnose
from builder.media.pictures import (
    FORMATS,
    LARGEST_BYTES,
    LONGEST_SIDE_PX,
    MOST_PIXELS,
    WIDEST_PX,
    Reason,
    Refusal,
    make_picture,
)

PICTURE_ENDINGS = (*FORMATS, ".svg")
FILE_ENDINGS = (*PICTURE_ENDINGS, ".pdf")
"""Endings of files that a lesson may link to (a subset of standards §5.3)."""

Fault = tuple[str, dict[str, str | int]]
"""A code and its params."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Pictures from outside, of an unknown kind, damaged, or too heavy; each file once."""
    seen: set[tuple[str, str]] = set()
    for passage in passages(course):
        for spot in passage.spots():
            kind = spot.token.type
            if kind not in ("image", "link_open"):
                continue
            link = read_link(spot.token)
            media = passage.media.get(link.target) if link.kind is LinkKind.FILE else None
            found: list[Fault] = []
            if kind == "image" and link.kind is LinkKind.OUTSIDE:
                found.append(("A105", {}))
            if link.kind is LinkKind.FILE and not passage.may_hold_files:
                found.append(("A104", {}))
            if media and (media.source, kind) not in seen:
                seen.add((media.source, kind))
                allowed = PICTURE_ENDINGS if kind == "image" else FILE_ENDINGS
                found += file_faults(media, allowed, is_shown=kind == "image")
            for code, params in found:
                params = {"target": link.target, **params}
                yield diagnose(passage.source, code, spot.line, spot.column, params)


def file_faults(media: Media, allowed: tuple[str, ...], *, is_shown: bool) -> Iterator[Fault]:
    """What is wrong with one file; ``allowed`` are endings, a link may also go to a document."""
    ending = PurePosixPath(media.source).suffix.lower()
    if ending not in allowed:
        yield "A103", {"allowed": ", ".join(sorted(allowed))}
    elif ending in FORMATS:
        yield from _raster_faults(media, ending)
    elif is_shown and len(media.data) > LARGEST_BYTES:
        yield "L401", _weight(len(media.data))


def _raster_faults(media: Media, ending: str) -> Iterator[Fault]:
    made = make_picture(media.data, ending)
    if isinstance(made, Refusal):
        yield _refusal(made, ending)
        return
    if made.was_moving:
        yield "L411", {}
    if not made.is_light:
        yield "L401", _weight(len(made.large.data))


def _refusal(refusal: Refusal, ending: str) -> Fault:
    if refusal.reason is Reason.OTHER_KIND:
        return "A202", {"extension": ending, "found": refusal.found}
    if refusal.reason is Reason.TOO_LARGE:
        most = {"most_million": MOST_PIXELS // 1_000_000, "side_px": LONGEST_SIDE_PX}
        return "A210", {**most, "enough_px": WIDEST_PX}
    return "A201", {}


def _weight(size_bytes: int) -> dict[str, str | int]:
    return {"size_kb": -(-size_bytes // 1000), "most_kb": LARGEST_BYTES // 1000}
