"""L101, L104: a picture says in words what it shows.

A learner who does not see the picture hears its alternative text instead, and sees it when the
picture cannot be loaded. Without one a screen reader reads out the name of the file. A picture
that says nothing (a decoration) is silenced with a reason; it then gets an empty text on purpose.

Wrong: ``![](media/twee-lijnen.svg)``, ``![twee-lijnen.svg](media/twee-lijnen.svg)``

Right: ``![Twee lijnen, een voor klachten en een voor welbevinden](media/twee-lijnen.svg)``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import passages
from builder.markdown_reader import inline_text, read_link
from builder.markdown_reader.source import diagnose

_SAYS_NOTHING = re.compile(
    r"(?:een )?(?:afbeelding|foto|plaatje|figuur|illustratie|image|picture|photo|figure)(?: \d+)?"
    r"|\S+\.(?:png|jpe?g|gif|svg|webp)",
    re.IGNORECASE,
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Pictures without alternative text, or with one that says nothing."""
    for passage in passages(course):
        for spot in passage.spots():
            if spot.token.type != "image":
                continue
            text = inline_text(spot.token)
            target = read_link(spot.token).target
            if not text:
                yield diagnose(passage.source, "L101", spot.line, spot.column, {"target": target})
            elif says_nothing(text):
                yield diagnose(passage.source, "L104", spot.line, spot.column, {"text": text})


def says_nothing(text: str) -> bool:
    """Whether words for a picture are no more than “picture”, or the name of its file."""
    return _SAYS_NOTHING.fullmatch(text) is not None
