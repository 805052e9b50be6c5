"""Codes Q175–Q178 and L416: questions that point at a place in a picture."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        number="L416",
        slug="area-fits-a-thumb",
        severity=Severity.WARNING,
        sentence="the area of option {option} is {width} by {height} pixels on a small phone, and "
        "a thumb needs {least}",
        fix="make the area at least {least_width} percent wide and {least_height} percent high, or "
        "crop the picture",
        explanation=(
            "On a phone of 320 pixels a picture is 288 pixels wide. An area of less than 44 by 44 "
            "pixels is hard to hit with a thumb. The list below the picture stays, so nobody gets "
            "stuck; but whoever points should not have to aim."
        ),
        wrong="area: [10, 20, 5, 5]",
        right="area: [10, 20, 20, 25]",
    ),
    Code(
        number="Q175",
        slug="question-picture-has-alt-text",
        severity=_ERROR,
        sentence='the picture of the question "{id}" has no alternative text',
        fix="write behind `alt:` what the picture shows, without giving the answer away",
        explanation=(
            "Who does not see the picture hears this text instead, and answers with the list. "
            "Describe the whole scene; the options say what can be chosen."
        ),
        wrong="image: media/klas.svg",
        right="image: media/klas.svg\nalt: Een klas met vijf leerlingen, van bovenaf gezien.",
    ),
    Code(
        number="Q176",
        slug="area-has-four-numbers",
        severity=_ERROR,
        sentence="the area of option {option} is not four numbers with a width and a height",
        fix="write four percentages: from the left, from the top, the width and the height",
        explanation=(
            "The numbers are percentages of the picture, so that the area stays in its place at "
            "every width of the screen. The last two are more than zero."
        ),
        wrong="area: [10, 20]",
        right="area: [10, 20, 25, 30]",
    ),
    Code(
        number="Q177",
        slug="area-is-in-picture",
        severity=_ERROR,
        sentence="the area of option {option} sticks out of the picture",
        fix="keep left plus width, and top plus height, at 100 or less",
        explanation=(
            "The numbers of an area are percentages: from the left, from the top, its width and "
            "its height. What lies outside the picture cannot be pointed at."
        ),
        wrong="area: [80, 20, 30, 30]",
        right="area: [70, 20, 30, 30]",
    ),
    Code(
        number="Q178",
        slug="areas-do-not-overlap",
        severity=_ERROR,
        sentence="the area of option {option} overlaps that of option {first}",
        fix="move or shrink one of the two",
        explanation=(
            "Where two areas overlap, nobody can see which one is chosen. They may share an edge."
        ),
        wrong="a: {area: [10, 10, 30, 30], …}\nb: {area: [30, 10, 30, 30], …}",
        right="a: {area: [10, 10, 20, 30], …}\nb: {area: [30, 10, 30, 30], …}",
    ),
)
