"""True or false: a statement that is right or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Boolean
from builder.questions.base import (
    DemandedText,
    OptionView,
    Path,
    Problem,
    Question,
    count_digits,
)
from builder.questions.choice import Choice


def _accept_plain_words(schema: dict[str, Any]) -> None:
    """Editors read an unquoted ``true`` as a truth value; a pattern matches both readings."""
    schema["description"] = "Uitleg bij elk van de twee antwoorden."
    schema["required"] = ["true", "false"]
    schema["patternProperties"] = {"^(true|false)$": {"type": "string", "minLength": 1}}


def _demand_feedback(schema: dict[str, Any]) -> None:
    schema["description"] = "Stelling die juist of onjuist is."
    schema["required"].append("feedback")


class Feedback(Authored):
    """Feedback for whoever says true and for whoever says false."""

    model_config = ConfigDict(title="Uitleg", json_schema_extra=_accept_plain_words)

    when_true: DemandedText = Field(
        default=None, alias="true", description="Uitleg voor wie “juist” kiest."
    )
    when_false: DemandedText = Field(
        default=None, alias="false", description="Uitleg voor wie “onjuist” kiest."
    )


class TrueFalse(Choice):
    """All points for the right word."""

    model_config = ConfigDict(title="Juist of onjuist", json_schema_extra=_demand_feedback)

    FIXED_SLOTS: ClassVar[Mapping[str, int] | None] = {"true": 0, "false": 1}
    LINES: ClassVar[tuple[Path, ...]] = Question.LINES
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("feedback", "*"))

    type: Literal["true-false"] = Field(description="Soort vraag: juist of onjuist.")
    answer: Boolean = Field(description="Of de stelling juist is: true of false.", examples=[True])
    feedback: Feedback = Field(
        default_factory=Feedback, description="Uitleg bij elk van de twee antwoorden."
    )

    def options_view(self) -> tuple[OptionView, ...]:
        """True, then false."""
        return (
            OptionView("true", "", self.answer, self.feedback.when_true or ""),
            OptionView("false", "", not self.answer, self.feedback.when_false or ""),
        )

    def problems(self) -> Iterator[Problem]:
        """An answer without feedback."""
        for view in self.options_view():
            if not view.feedback:
                params: dict[str, str | int] = {"id": self.id, "answer": view.key}
                yield Problem("Q108", ("feedback", view.key), params)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """One bit of two."""
        return count_digits(1 << max(slots.values(), default=0))
