"""L206: a link to a lesson goes to a lesson of this course.

A link such as ``les:twee-lijnen`` goes by the id of a lesson or quiz. Nothing else can be checked
before the whole course is put together, so it is checked here.

Wrong: ``[de vorige les](les:tweelijnen)``

Right: ``[de vorige les](les:twee-lijnen)``
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import passages
from builder.markdown_reader import LinkKind, read_link
from builder.markdown_reader.source import diagnose


def check(course: Course) -> Iterator[Diagnostic]:
    """Links to lessons that do not exist."""
    ids = [lesson.id for lesson in course.lessons] + [quiz.id for quiz in course.quizzes]
    for passage in passages(course):
        for spot in passage.spots():
            if spot.token.type != "link_open":
                continue
            link = read_link(spot.token)
            if link.kind is LinkKind.PAGE and link.target not in ids:
                close = get_close_matches(link.target.partition("#")[0], ids, n=1, cutoff=0.6)
                params: dict[str, str | int] = {
                    "target": link.target,
                    "suggestion": f" (did you mean {close[0]}?)" if close else "",
                    "known": ", ".join(ids),
                }
                yield diagnose(passage.source, "L206", spot.line, spot.column, params)
