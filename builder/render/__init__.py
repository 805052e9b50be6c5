"""Stage 4: a checked course → the files that are the same for every target."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.resources import files

from builder import strings
from builder.course import CheckedCourse
from builder.diagnostics import LesbouwerError, Outcome
from builder.package import PackageFile, RenderedCourse
from builder.render.assets import collect
from builder.render.page import PageMaker, load_templates
from builder.render.payload import make_payload, serialise
from builder.state_bound import state_bound

BUILD_LENGTH = 6
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_STATIC = ("font.woff2", "licences.txt", "player.css")


def render(checked: CheckedCourse) -> Outcome[RenderedCourse]:
    """Page, payload, style, font and media.

    Raises ``LesbouwerError`` when the player was not built with the Python package.
    """
    course = checked.course
    words = strings.load(course.file.language)
    assets = collect(course)
    maker = PageMaker(course, words, assets, load_templates())
    page = maker.make()
    payload = make_payload(checked, words, lambda quiz, source: maker.writer(quiz.id, source.media))
    media = assets.files()
    build = hash_build((page, serialise(payload), *(file.data for file in media)))
    made = (
        PackageFile("index.html", page),
        PackageFile("course.js", serialise({**payload, "build": build})),
        *(PackageFile(name, _static(name)) for name in _STATIC),
        *media,
    )
    rendered = RenderedCourse(
        course=checked,
        files=tuple(sorted(made, key=lambda file: file.path)),
        state_bound=state_bound(course, checked.slots),
        build=build,
    )
    return Outcome(rendered)


def hash_build(parts: Iterable[bytes]) -> str:
    """Six characters 0-9a-z that change when anything a learner can see changes."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    number = int.from_bytes(digest.digest(), "big")
    characters = []
    for _ in range(BUILD_LENGTH):
        number, remainder = divmod(number, len(_DIGITS))
        characters.append(_DIGITS[remainder])
    return "".join(characters)


def _static(name: str) -> bytes:
    """A file of the player as it was built with the Python package."""
    try:
        return (files("builder") / "player" / "static" / name).read_bytes()
    except OSError as error:
        raise LesbouwerError(
            "the player is not installed ({file}): run the set-up of lesbouwer again", file=name
        ) from error
