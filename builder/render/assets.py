"""Media of a course: file names in the package, sizes for the page.

Names are lower-case ASCII and unique whatever the case of letters (standards §5.4).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from lxml import etree
from PIL import Image

from builder.course import Course, Media
from builder.markdown_reader import slug
from builder.package import PackageFile

FOLDER = "media"
LONGEST_STEM = 60

_ENDINGS = {".jpeg": ".jpg"}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")
_EXIF_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the package. Sizes are those of a picture as it is shown, 0 when unknown."""

    path: str
    data: bytes
    width_px: int = 0
    height_px: int = 0


@dataclass(frozen=True, slots=True)
class Assets:
    """All media of a course, by their path in the project."""

    by_source: Mapping[str, Asset]

    def of(self, media: Media) -> Asset:
        """The file of the package for a file of the project."""
        return self.by_source[media.source]

    def files(self) -> tuple[PackageFile, ...]:
        """The files to put in the package, each once, sorted by path."""
        unique = {asset.path: asset.data for asset in self.by_source.values()}
        return tuple(PackageFile(path, data) for path, data in sorted(unique.items()))


def collect(course: Course) -> Assets:
    """Gives every file a name. Equal files share one, different files of one name get a hash."""
    media = {item.source: item for item in _media(course)}
    taken: dict[str, bytes] = {}
    assets: dict[str, Asset] = {}
    for source in sorted(media):
        data = media[source].data
        path = _path(source)
        if taken.get(path, data) != data:
            path = _path(source, "-" + hashlib.sha256(data).hexdigest()[:8])
        taken[path] = data
        width_px, height_px = _size(path, data)
        assets[source] = Asset(path, data, width_px, height_px)
    return Assets(assets)


def _media(course: Course) -> Iterator[Media]:
    holders: Iterable[Mapping[str, Media]] = (
        *(lesson.media for lesson in course.lessons),
        *(quiz.media for quiz in course.quizzes),
        *(pool.source.media for quiz in course.quizzes for pool in quiz.drawn if pool.source),
    )
    for holder in holders:
        yield from holder.values()


def _path(source: str, suffix: str = "") -> str:
    name = PurePosixPath(source)
    ending = name.suffix.lower()
    stem = slug(name.stem)[:LONGEST_STEM].strip("-")
    return f"{FOLDER}/{stem}{suffix}{_ENDINGS.get(ending, ending)}"


def _size(path: str, data: bytes) -> tuple[int, int]:
    if path.endswith(".svg"):
        return _drawing_size(data)
    if path.endswith(".pdf"):
        return 0, 0
    with Image.open(BytesIO(data)) as picture:
        width, height = picture.size
        is_sideways = picture.getexif().get(_EXIF_ORIENTATION) in _SIDEWAYS
    return (height, width) if is_sideways else (width, height)


def _drawing_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, else those of the view box."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    sides = [_LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
    if sides[0] and sides[1]:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    numbers = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    try:
        width, height = float(numbers[2]), float(numbers[3])
    except (IndexError, ValueError):
        return 0, 0
    return round(width), round(height)
