"""``quizzes/<id>.yaml``: a quiz and its questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Line, Markdown, Minutes
from builder.questions import AnyQuestion

MOST_QUESTION_ATTEMPTS = 35
"""The learner's state keeps the tries of a question in one base-36 digit (docs/state.md)."""
MOST_QUIZ_ATTEMPTS = 1_295
"""The learner's state keeps the attempt of a quiz in two base-36 digits (docs/state.md)."""


class QuizFile(Authored):
    """A quiz as its author wrote it."""

    model_config = ConfigDict(
        title="Toets", json_schema_extra={"description": "Een toets en zijn vragen."}
    )

    id: Id = Field(
        description="Vaste naam van de toets, gelijk aan de naam van het bestand.",
        examples=["mijn-toets"],
    )
    title: Line = Field(description="Titel van de toets.", examples=["Mijn toets"])
    intro: Markdown | None = Field(
        default=None, description="Inleiding: wat de cursist vooraf moet weten."
    )
    minutes: Minutes = Field(description="Hoeveel minuten de toets ongeveer duurt.", examples=[10])
    question_attempts: Annotated[int, Field(ge=1, le=MOST_QUESTION_ATTEMPTS)] = Field(
        default=2, description="Hoe vaak je een vraag mag proberen."
    )
    quiz_attempts: Annotated[int, Field(ge=1, le=MOST_QUIZ_ATTEMPTS)] | None = Field(
        default=None,
        description="Hoe vaak je de hele toets mag maken. Weglaten: zo vaak je wilt.",
    )
    questions: tuple[AnyQuestion, ...] = Field(
        description="De vragen, in volgorde.", json_schema_extra={"minItems": 1}
    )
