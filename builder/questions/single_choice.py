"""Single choice: several options, exactly one is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.questions.base import Problem, count_digits
from builder.questions.choice import LetteredChoice


class SingleChoice(LetteredChoice):
    """All points for the right option, none for another."""

    model_config = ConfigDict(
        title="Eén goed antwoord", json_schema_extra={"description": "Vraag met één goed antwoord."}
    )

    KEPT_AS: ClassVar[str] = "one-option"

    type: Literal["single-choice"] = Field(description="Soort vraag: één goed antwoord.")

    def problems(self) -> Iterator[Problem]:
        """Faults of the options, then of the key."""
        yield from super().problems()
        if self.count_correct() == 0:
            yield Problem("Q101", ("options",), {"id": self.id})
        right = [key for key, option in self.options.items() if option.correct]
        for key in right[1:]:
            params: dict[str, str | int] = {"id": self.id, "option": key, "first": right[0]}
            yield Problem("Q102", ("options", key, "correct"), params)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """The bit of the option with the highest slot."""
        return count_digits(1 << max(slots.values(), default=0))
