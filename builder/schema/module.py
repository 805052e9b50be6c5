"""``modules/<id>/module.yaml``: what a module is called and which quiz ends it."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Line, Markdown


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
