"""Multiple choice: several options, one or more are right, and the learner ticks them all.

The player gives points × max(0, right ones ticked - wrong ones ticked) ÷ number of right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import ConfigDict, Field

from builder.questions.base import Problem, count_digits
from builder.questions.choice import LetteredChoice


class MultipleChoice(LetteredChoice):
    """Part of the points for part of the right options; a wrong tick takes one right tick away."""

    model_config = ConfigDict(
        title="Meer goede antwoorden",
        json_schema_extra={"description": "Vraag waarbij je alle goede antwoorden aanvinkt."},
    )

    type: Literal["multiple-choice"] = Field(
        description="Soort vraag: één of meer goede antwoorden."
    )

    def problems(self) -> Iterator[Problem]:
        """Faults of the options, then of the key: ticking nothing or all may not be right."""
        yield from super().problems()
        correct = self.count_correct()
        if correct == 0:
            yield Problem("Q101", ("options",), {"id": self.id})
        elif correct == len(self.options):
            yield Problem("Q103", ("options",), {"id": self.id})

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """The bits of all options."""
        return count_digits(sum(1 << slot for slot in slots.values()))
