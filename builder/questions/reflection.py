"""Reflection: the learner writes, for nobody else; then a model answer stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Markdown
from builder.questions.base import Path, Question, Texts
from builder.questions.unscored import UnscoredQuestion, leave_points_out


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag om zelf over te schrijven. De tekst blijft op het apparaat."
    leave_points_out(schema)


class Reflection(UnscoredQuestion):
    """Only that it is done is known outside the learner's device."""

    model_config = ConfigDict(title="Reflectie", json_schema_extra=_describe)

    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("model",))

    type: Literal["reflection"] = Field(description="Soort vraag: zelf iets opschrijven.")
    model: Markdown | None = Field(
        default=None,
        description="Voorbeeldantwoord. De cursist ziet het na het schrijven, naast de eigen"
        " tekst.",
    )

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``ReflectionPayload`` of ``reflection.tsx``."""
        del slots
        return {"isPrivate": True, "model": texts.html(self.model) if self.model else ""}

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """One digit, for done."""
        del slots
        return 1
