"""A103-A105, A201, A202, L401, L402: a picture is in the project, opens and is not too heavy.

A package makes no requests to anything outside itself, so a picture from the web is refused. Kinds
of files that a learning environment does not know are refused, and so are damaged pictures and
pictures whose name says another kind than they are. A picture above 150 kB or wider than 1200
pixels makes a phone wait for detail that nobody sees.

Wrong: ``![Plein](https://voorbeeld.nl/plein.jpg)``, ``![Plein](media/plein.tiff)``

Right: ``![Leerlingen op een plein](media/plein.jpg)``
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image

from builder.course import Course, Media
from builder.diagnostics import Diagnostic
from builder.lint.passages import Passage, passages
from builder.markdown_reader import LinkKind, Spot, read_link
from builder.markdown_reader.source import diagnose

LARGEST_PICTURE_BYTES = 150_000
WIDEST_PICTURE_PX = 1200
RASTER_FORMATS = {
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}
"""Ending of a name → what Pillow calls the format."""
PICTURE_ENDINGS = (*RASTER_FORMATS, ".svg")
FILE_ENDINGS = (*PICTURE_ENDINGS, ".pdf")
"""Endings of files that a lesson may link to (a subset of standards §5.3)."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Pictures from outside, of an unknown kind, damaged, or too heavy; each file once."""
    seen: set[tuple[str, str]] = set()
    for passage in passages(course):
        for spot in passage.spots():
            if spot.token.type not in ("image", "link_open"):
                continue
            link = read_link(spot.token)
            if spot.token.type == "image" and link.kind is LinkKind.OUTSIDE:
                yield _found(passage, spot, "A105", target=link.target)
            if link.kind is LinkKind.FILE and not passage.may_hold_files:
                yield _found(passage, spot, "A104", target=link.target)
            media = passage.media.get(link.target) if link.kind is LinkKind.FILE else None
            if media and (media.source, spot.token.type) not in seen:
                seen.add((media.source, spot.token.type))
                yield from _file_faults(passage, spot, media)


def _file_faults(passage: Passage, spot: Spot, media: Media) -> Iterator[Diagnostic]:
    target = read_link(spot.token).target
    ending = PurePosixPath(media.source).suffix.lower()
    allowed = PICTURE_ENDINGS if spot.token.type == "image" else FILE_ENDINGS
    if ending not in allowed:
        yield _found(passage, spot, "A103", target=target, allowed=", ".join(sorted(allowed)))
        return
    if ending in RASTER_FORMATS:
        yield from _raster_faults(passage, spot, media, ending)
    if spot.token.type == "image" and len(media.data) > LARGEST_PICTURE_BYTES:
        size_kb, most_kb = len(media.data) // 1000, LARGEST_PICTURE_BYTES // 1000
        yield _found(passage, spot, "L401", target=target, size_kb=size_kb, most_kb=most_kb)


def _raster_faults(passage: Passage, spot: Spot, media: Media, ending: str) -> Iterator[Diagnostic]:
    target = read_link(spot.token).target
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(media.data)) as picture:
                picture.load()
                found, width_px = picture.format or "?", picture.width
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        yield _found(passage, spot, "A201", target=target)
        return
    except Image.DecompressionBombWarning:
        yield _found(passage, spot, "A201", target=target)
        return
    if found != RASTER_FORMATS[ending]:
        yield _found(passage, spot, "A202", target=target, extension=ending, found=found)
    elif spot.token.type == "image" and width_px > WIDEST_PICTURE_PX:
        yield _found(
            passage, spot, "L402", target=target, width_px=width_px, most_px=WIDEST_PICTURE_PX
        )


def _found(passage: Passage, spot: Spot, code: str, **params: str | int) -> Diagnostic:
    return diagnose(passage.source, code, spot.line, spot.column, params)
