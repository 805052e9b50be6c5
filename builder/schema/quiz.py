"""``quizzes/<id>.yaml``: a quiz and its questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Line, Markdown, Minutes
from builder.questions import AnyQuestion

MOST_QUESTION_ATTEMPTS = 35
"""The learner's state keeps the tries of a question in one base-36 digit (docs/state.md)."""
MOST_QUIZ_ATTEMPTS = 1_295
"""The learner's state keeps the attempt of a quiz in two base-36 digits (docs/state.md)."""

MOST_WEIGHT = 1_000
"""More would only be another way to write a smaller ratio."""


class Draw(Authored):
    """Questions of another quiz that come back in this one."""

    model_config = ConfigDict(
        title="Trekking", json_schema_extra={"description": "Vragen uit een andere toets."}
    )

    source: Id = Field(
        alias="from",
        description="Id van de toets waar de vragen uit komen.",
        examples=["andere-toets"],
    )
    count: Annotated[int, Field(ge=1)] = Field(
        description="Hoeveel vragen de cursist eruit krijgt.", examples=[2]
    )


class ResultFeedback(Authored):
    """What is said after the whole quiz from a score on."""

    model_config = ConfigDict(
        title="Slotwoord",
        json_schema_extra={"description": "Wat de cursist na de hele toets leest."},
    )

    minimum: Annotated[int, Field(ge=0, le=100)] = Field(
        alias="from", description="Vanaf welke score in procenten dit geldt.", examples=[0]
    )
    text: Markdown = Field(description="De tekst zelf.", examples=["Mooi gedaan."])


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
    kind: Literal["practice", "test"] = Field(
        default="test",
        description="test: telt mee voor de score. practice: oefenen, telt niet mee.",
    )
    shuffle: tuple[Literal["options", "questions"], ...] = Field(
        default=(),
        description="Wat elke cursist in een eigen volgorde krijgt: questions (de vragen),"
        " options (de antwoorden), of allebei.",
        json_schema_extra={"uniqueItems": True},
        examples=[["questions", "options"]],
    )
    retake: Literal["all", "wrong"] = Field(
        default="all",
        description="Wat je opnieuw maakt bij een nieuwe poging: all (alles) of wrong (alleen wat"
        " nog niet goed was).",
    )
    weight: Annotated[int, Field(ge=1, le=MOST_WEIGHT)] | None = Field(
        default=None,
        description="Hoe zwaar de toets telt in de score van de cursus. Weglaten: zo zwaar als"
        " de punten die je ermee kunt halen.",
    )
    draw: Annotated[int, Field(ge=1)] | tuple[Draw, ...] | None = Field(
        default=None,
        description="Een getal: zoveel van deze vragen krijgt de cursist, door loting. Een lijst"
        " van {from, count}: er komen vragen uit andere toetsen bij.",
    )
    result_feedback: tuple[ResultFeedback, ...] = Field(
        default=(), description="Slotwoord bij de hele toets, per score."
    )
    questions: tuple[AnyQuestion, ...] = Field(
        default=(),
        description="De vragen, in volgorde. Mag alleen ontbreken als draw een lijst is.",
    )
