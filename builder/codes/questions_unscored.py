"""Codes Q17x: questions without a right answer."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="Q170",
        slug="unscored-question-has-no-points",
        severity=Severity.ERROR,
        sentence='the question "{id}" is a {type}, so it cannot have points',
        fix="remove the line with `points`",
        explanation=(
            "A rating or a reflection has no right answer, so there is nothing to earn. It does "
            "have to be answered before the quiz is finished."
        ),
        wrong="type: rating\npoints: 2",
        right="type: rating",
    ),
)
