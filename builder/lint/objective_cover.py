"""L601, L602: every objective is taught and asked.

Once a course has objectives, each of them is a promise: a lesson keeps it, and questions show that
it was kept. One question can be answered by luck, so there are two.

Wrong: an objective that no lesson names below ``objectives:``, or that one question names.

Right: ``objectives: [eerste-stap]`` in a lesson, and ``objective: eerste-stap`` at two questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic

FEWEST_QUESTIONS = 2


def check(course: Course) -> Iterator[Diagnostic]:
    """Objectives that no lesson teaches, or that too few questions ask about."""
    taught = {name for lesson in course.lessons for name in lesson.front.objectives}
    scored = (question for question in course.askable if question.IS_SCORED)
    # A copy in another quiz is the same question: only what stands behind the dot is its own name.
    distinct = {(one.objective, one.id.rpartition(".")[2]) for one in scored}
    asked = Counter(objective for objective, _ in distinct)
    for module in course.modules:
        for name in module.file.objectives:
            where = module.positions.at("objectives", name, key=True)
            if name not in taught:
                yield Diagnostic("L601", where, {"id": name})
            if asked[name] < FEWEST_QUESTIONS:
                params: dict[str, str | int] = {"id": name, "count": asked[name]}
                yield Diagnostic("L602", where, {**params, "fewest": FEWEST_QUESTIONS})
