"""``modules/<id>/module.yaml``: what a module is called and which quiz ends it."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Line, Markdown


class Objective(Authored):
    """What a learner can do after the module."""

    model_config = ConfigDict(
        title="Leerdoel", json_schema_extra={"description": "Wat de cursist na de module kan."}
    )

    text: Markdown = Field(
        description="Het leerdoel in één zin, die begint met “Je kunt”.",
        examples=["Je kunt een goede eerste stap noemen."],
    )
    level: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"] = Field(
        description="Niveau volgens Bloom: remember (onthouden), understand (begrijpen), apply"
        " (toepassen), analyse (analyseren), evaluate (beoordelen) of create (creëren)."
    )


class ModuleFile(Authored):
    """A module as its author wrote it; its lessons are the Markdown files beside it."""

    model_config = ConfigDict(
        title="Module",
        json_schema_extra={
            "description": "Hoe een module heet. De lessen zijn de bestanden 01-naam.md ernaast."
        },
    )

    id: Id = Field(
        description="Vaste naam van de module, gelijk aan de naam van de map.",
        examples=["mijn-module"],
    )
    title: Line = Field(description="Titel van de module.", examples=["Mijn module"])
    description: Markdown | None = Field(
        default=None, description="Waar de module over gaat, in een paar zinnen."
    )
    quiz: Id | None = Field(default=None, description="Id van de toets aan het eind van de module.")
    objectives: dict[Id, Objective] = Field(
        default={},
        description="De leerdoelen, elk onder een vaste naam. Een les noemt wat zij behandelt, een"
        " vraag wat zij toetst.",
    )
