"""What the questions share that have no right answer: they are answered, and earn nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from builder.questions.base import Problem, Question


def leave_points_out(schema: dict[str, Any]) -> None:
    """Tells the author's editor that there are no points to write."""
    schema["properties"].pop("points")


class UnscoredQuestion(Question):
    """A question without points; other quizzes never draw it."""

    IS_SCORED: ClassVar[bool] = False
    FIXED_SLOTS: ClassVar[Mapping[str, int] | None] = {}

    def problems(self) -> Iterator[Problem]:
        """Points that its author expects to count."""
        if "points" in self.model_fields_set:
            yield Problem("Q170", ("points",), {"id": self.id, "type": self.type})
