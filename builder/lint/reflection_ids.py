"""L205: two reflections in one lesson each have an id.

A note that a learner writes is kept on the device under the id of its reflection. One reflection in
a lesson needs none. With two, a running number would move when another is put before them, and
notes would appear under the wrong question.

Wrong: two times ``::: reflectie``

Right: ``::: reflectie {#kijk-patroon}`` and ``::: reflectie {#eerste-stap}``
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.blocks.reflection import REFLECTIE
from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import body
from builder.markdown_reader import opened_blocks
from builder.markdown_reader.source import diagnose


def check(course: Course) -> Iterator[Diagnostic]:
    """Reflections without an id next to another one."""
    for lesson in course.lessons:
        uses = [item for item in opened_blocks(lesson.tokens) if item.block is REFLECTIE]
        if len(uses) > 1:
            for item in uses:
                if item.head and not item.head.id:
                    yield diagnose(
                        body(lesson).source, "L205", item.line, params={"count": len(uses)}
                    )
