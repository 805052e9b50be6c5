"""Short text: the learner types a word or a few, and every accepted form gives all points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.questions.base import Path, Problem, Texts
from builder.questions.forms import Forms
from builder.questions.typed import CHARACTER_WIDTH, TypedQuestion, demand_feedback


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag waarbij je één of enkele woorden typt."
    demand_feedback(schema)


class ShortText(Forms, TypedQuestion):
    """All points for an accepted form, also with a few typing mistakes when the author allows."""

    model_config = ConfigDict(title="Kort antwoord", json_schema_extra=_describe)

    TEXTS: ClassVar[tuple[Path, ...]] = (*TypedQuestion.TEXTS, ("mistakes", "*", "feedback"))

    type: Literal["short-text"] = Field(description="Soort vraag: een kort antwoord typen.")

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``ShortTextPayload`` of ``short-text.tsx``."""
        del slots
        return self.write_forms(texts)

    def problems(self) -> Iterator[Problem]:
        """Faults of the answers, of the expected mistakes, then of the feedback."""
        yield from self.form_problems(self.id)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """Every character of the widest kind."""
        del slots
        return CHARACTER_WIDTH * self.max_length
