"""L416: an area in a picture fits a thumb. And for pictures of questions all rules for pictures.

A question can stand in a picture: its options are areas to point at. The picture is a file beside
the text rather than a part of it, so its file, its drawing and its words are looked at here, with
the codes that pictures in texts have too. On a phone of 320 pixels the picture is 288 pixels wide;
an area of less than 44 by 44 pixels is then hard to hit.

Wrong: ``area: [10, 20, 5, 5]``

Right: ``area: [10, 20, 20, 25]``
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from builder.course import Course, Media, Quiz
from builder.diagnostics import Diagnostic, Location
from builder.lint.alternative_text import says_nothing
from builder.lint.passages import line_at
from builder.lint.picture_file import PICTURE_ENDINGS, file_faults
from builder.lint.svg_safety import faults
from builder.media.drawings import measure_drawing
from builder.media.pictures import FORMATS, Refusal, make_picture
from builder.questions.base import Path, Question

NARROWEST_PX = 288
"""How wide a picture is shown on a phone of 320 pixels."""
THUMB_PX = 44
"""Side of the smallest area that a thumb hits (WCAG 2.2, 2.5.5)."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Files, drawings and words of the pictures of questions, and areas that are small."""
    for quiz in course.quizzes:
        for number, question in enumerate(quiz.questions):
            for picture in question.pictures_view():
                media = quiz.media.get(picture.name)
                if says_nothing(picture.text):
                    yield _find(quiz, number, "L104", picture.text_path, {"text": picture.text})
                if media is None:
                    continue
                found = list(file_faults(media, PICTURE_ENDINGS, is_shown=True))
                for code, params in found:
                    params = {"target": picture.name, **params}
                    yield _find(quiz, number, code, picture.path, params)
                inside = _drawing_faults(media, quiz.positions.at("questions", number))
                yield from inside
                if not found and not inside:
                    yield from _area_faults(quiz, number, question, media)


def _drawing_faults(media: Media, used: Location) -> list[Diagnostic]:
    """What is wrong inside a drawing, at its own place there."""
    if not _is_drawing(media):
        return []
    return [
        Diagnostic(one.code, one.place, {"used": str(used), **one.params}, one.source_line)
        for one in faults(media.source, media.data)
    ]


def _area_faults(quiz: Quiz, number: int, question: Question, media: Media) -> Iterator[Diagnostic]:
    width_px, height_px = _measure(media)
    if not width_px:
        return
    shown_px = min(NARROWEST_PX, width_px)
    tall_px = shown_px * height_px / width_px
    least = {
        "least": THUMB_PX,
        "least_width": math.ceil(100 * THUMB_PX / shown_px),
        "least_height": math.ceil(100 * THUMB_PX / tall_px),
    }
    for area in question.areas_view():
        width, height = area.width * shown_px / 100, area.height * tall_px / 100
        if min(width, height) < THUMB_PX:
            found: dict[str, str | int] = {"width": int(width), "height": int(height)}
            yield _find(quiz, number, "L416", area.path, {"option": area.key, **found, **least})


def _measure(media: Media) -> tuple[int, int]:
    """Width and height in pixels; 0 when they are not known."""
    if _is_drawing(media):
        try:
            return measure_drawing(media.data)
        except etree.XMLSyntaxError:
            return 0, 0
    ending = PurePosixPath(media.source).suffix.lower()
    made = make_picture(media.data, ending) if ending in FORMATS else None
    if made is None or isinstance(made, Refusal):
        return 0, 0
    return made.large.width_px, made.large.height_px


def _is_drawing(media: Media) -> bool:
    return PurePosixPath(media.source).suffix.lower() == ".svg"


def _find(
    quiz: Quiz, number: int, code: str, path: Path, params: dict[str, str | int]
) -> Diagnostic:
    location = quiz.positions.at("questions", number, *path)
    return Diagnostic(code, location, params, line_at(quiz.lines, location))
