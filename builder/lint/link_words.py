"""L103: the words of a link say where it goes.

Who uses a screen reader can ask for a list of all links on a page. "Hier" and "lees meer" say
nothing in such a list, and little on the page itself.

Wrong: ``Klik [hier](https://www.rivm.nl) voor de cijfers.``

Right: ``Bekijk de [cijfers van het RIVM](https://www.rivm.nl).``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import passages
from builder.markdown_reader import Spot
from builder.markdown_reader.source import diagnose

_VAGUE = re.compile(
    r"(?:klik|druk|tik) (?:hier|op deze link)\b.*"
    r"|hier|daar|deze (?:link|pagina|site|website)|link|(?:de )?website|ga (?:hierheen|verder)"
    r"|(?:lees|bekijk|zie) (?:hier|meer|verder|dit)(?: meer| verder)?|meer(?: info(?:rmatie)?)?"
    r"|click here\b.*|here|this (?:link|page|site|website)|(?:read|see|learn) more"
    r"|more(?: info(?:rmation)?)?",
    re.IGNORECASE,
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Links whose words say nothing."""
    for passage in passages(course):
        for spot in passage.spots():
            if spot.token.type == "link_open":
                words = _words(spot)
                if _VAGUE.fullmatch(words.strip(" .…!>»")):
                    params: dict[str, str | int] = {"text": words}
                    yield diagnose(passage.source, "L103", spot.line, spot.column, params)


def _words(spot: Spot) -> str:
    parts: list[str] = []
    for position in range(spot.index + 1, len(spot.children)):
        child = spot.children[position]
        if child.type == "link_close":
            break
        parts.append(" " if child.type == "softbreak" else child.content)
    return "".join(parts).strip()
