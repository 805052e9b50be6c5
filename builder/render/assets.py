"""Media of a course: file names in the package, sizes for the page.

Names are lower-case ASCII and unique whatever the case of letters (standards §5.4). Pictures of
dots become WebP here; drawings and documents stay as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from builder.course import Course, Media
from builder.markdown_reader import slug
from builder.media.drawings import measure_drawing
from builder.media.pictures import FORMATS, Refusal, Rendition, make_picture
from builder.media.recordings import FILM_ENDINGS, read_recording
from builder.package import PackageFile

FOLDER = "media"
LONGEST_STEM = 60


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the package. Sizes are those of a picture as it is shown, 0 when unknown."""

    path: str
    data: bytes
    width_px: int = 0
    height_px: int = 0
    small: Asset | None = None
    """The same picture in fewer dots, for narrow screens; of those that a text shows."""


@dataclass(frozen=True, slots=True)
class Assets:
    """All media of a course, by their path in the project."""

    by_source: Mapping[str, Asset]

    def of(self, media: Media) -> Asset:
        """The file of the package for a file of the project."""
        return self.by_source[media.source]

    def files(self) -> tuple[PackageFile, ...]:
        """The files to put in the package, each once, sorted by path."""
        both = [(one, one.small) for one in self.by_source.values()]
        unique = {asset.path: asset.data for pair in both for asset in pair if asset}
        return tuple(PackageFile(path, data) for path, data in sorted(unique.items()))


def collect(course: Course) -> Assets:
    """Gives every file a name. Equal files share one, different files of one name get a hash."""
    media = {item.source: item for item in _media(course) if not _is_transcript(item)}
    shown = {item.source for item in _media(course) if item.is_shown}
    names = _Names()
    return Assets(
        {
            source: _make_asset(media[source], names, is_shown=source in shown)
            for source in sorted(media)
        }
    )


@dataclass(slots=True)
class _Names:
    """The names that are given out."""

    taken: dict[str, bytes] = field(default_factory=dict)

    def give(self, stem: str, ending: str, data: bytes) -> str:
        path = f"{FOLDER}/{stem}{ending}"
        if self.taken.get(path, data) != data:
            path = f"{FOLDER}/{stem}-{hashlib.sha256(data).hexdigest()[:8]}{ending}"
        self.taken[path] = data
        return path


def _make_asset(media: Media, names: _Names, *, is_shown: bool) -> Asset:
    name = PurePosixPath(media.source)
    ending = name.suffix.lower()
    stem = slug(name.stem)[:LONGEST_STEM].strip("-")
    if ending in FORMATS:
        return _make_picture(media, stem, ending, names, has_small=is_shown)
    path = names.give(stem, ending, media.data)
    if ending == ".svg":
        return Asset(path, media.data, *measure_drawing(media.data))
    film = read_recording(media.data, ending) if ending in FILM_ENDINGS else None
    return Asset(path, media.data, *((film.width_px, film.height_px) if film else (0, 0)))


def _make_picture(media: Media, stem: str, ending: str, names: _Names, *, has_small: bool) -> Asset:
    made = make_picture(media.data, ending)
    if isinstance(made, Refusal):
        raise ValueError(f"{media.source} is no picture, in a checked course")

    def name(one: Rendition, stem: str, small: Asset | None = None) -> Asset:
        path = names.give(stem, ".webp", one.data)
        return Asset(path, one.data, one.width_px, one.height_px, small)

    small = made.small if has_small else None
    return name(made.large, stem, name(small, f"{stem}-{small.width_px}") if small else None)


def _is_transcript(media: Media) -> bool:
    """Whether the page shows the words of a file, so that the package does not need it."""
    return media.source.lower().endswith(".md")


def _media(course: Course) -> Iterator[Media]:
    holders: Iterable[Mapping[str, Media]] = (
        *(lesson.media for lesson in course.lessons),
        *(quiz.media for quiz in course.quizzes),
        *(pool.source.media for quiz in course.quizzes for pool in quiz.drawn if pool.source),
    )
    for holder in holders:
        yield from holder.values()
