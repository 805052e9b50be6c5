"""Numeric: the learner types a number, and every number within the tolerance gives all points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from builder.fields import Line, Markdown, Number
from builder.questions.base import Problem, Texts
from builder.questions.typed import (
    CHARACTER_WIDTH,
    AnswerFeedback,
    TypedQuestion,
    demand_feedback,
    find_feedback_problems,
    write_feedback,
)

MOST_CHARACTERS = 20
"""What a learner can type, unit included; more than the longest number of an author takes."""


class NumericFeedback(AnswerFeedback):
    """What is too low or too high may have an explanation of its own."""

    low: Markdown | None = Field(
        default=None, description="Uitleg na een te laag getal. Weglaten: die van wrong."
    )
    high: Markdown | None = Field(
        default=None, description="Uitleg na een te hoog getal. Weglaten: die van wrong."
    )


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag waarbij je een getal typt."
    demand_feedback(schema)


class Numeric(TypedQuestion):
    """All points for the right number, give or take the tolerance."""

    model_config = ConfigDict(title="Getal", json_schema_extra=_describe)

    type: Literal["numeric"] = Field(description="Soort vraag: een getal typen.")
    answer: Number = Field(
        description="Het goede getal. De cursist mag een komma of een punt typen.", examples=[25]
    )
    tolerance: Annotated[Number, Field(ge=0)] = Field(
        default=Decimal(0), description="Hoeveel een goed antwoord ernaast mag zitten."
    )
    unit: Line | None = Field(
        default=None, description="Eenheid, achter het veld.", examples=["procent"]
    )
    feedback: NumericFeedback = Field(
        default_factory=NumericFeedback,
        description="Uitleg na een goed en na een fout antwoord.",
    )

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``NumericPayload`` of ``numeric.tsx``."""
        del slots
        return {
            "answer": _write_number(self.answer),
            "low": _write_number(self.answer - self.tolerance),
            "high": _write_number(self.answer + self.tolerance),
            "unit": self.unit or "",
            "maxLength": MOST_CHARACTERS,
            "feedback": write_feedback(self.feedback, texts),
        }

    def problems(self) -> Iterator[Problem]:
        """Explanations that are missing."""
        yield from find_feedback_problems(self.id, self.feedback)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """A number is kept as it was typed, without its unit: a character each."""
        del slots
        return MOST_CHARACTERS

    def draft_width(self, slots: Mapping[str, int]) -> int:
        """What is not a number is kept as text, with a mark in front."""
        del slots
        return 1 + CHARACTER_WIDTH * MOST_CHARACTERS


def _write_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
