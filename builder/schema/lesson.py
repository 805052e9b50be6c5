"""Front matter of ``modules/<id>/NN-<name>.md``: what the course must know about a lesson."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from builder.fields import Authored, Fact, Id, Line, Markdown, Minutes, WebAddress


class Source(Authored):
    """A source on which a lesson rests."""

    model_config = ConfigDict(
        title="Bron", json_schema_extra={"description": "Een bron bij de les."}
    )

    text: Markdown = Field(
        description="Bron in woorden: wie, wat, wanneer.", examples=["Voorbeeldinstituut, 2026."]
    )
    url: WebAddress | None = Field(default=None, description="Adres van de bron, met https://.")


class LessonFront(Authored):
    """The block between the two lines of three hyphens at the top of a lesson."""

    model_config = ConfigDict(
        title="Les",
        json_schema_extra={"description": "Wat bovenaan een les tussen de streepjes staat."},
    )

    id: Id = Field(
        description="Vaste naam van de les. Verander hem nooit: de leeromgeving bewaart de"
        " voortgang onder deze naam.",
        examples=["mijn-les"],
    )
    title: Line = Field(description="Titel van de les.", examples=["Mijn les"])
    minutes: Minutes = Field(description="Hoeveel minuten de les ongeveer duurt.", examples=[5])
    lead: Markdown | None = Field(
        default=None,
        description="Inleiding van één of twee zinnen, groter gedrukt.",
        examples=["Waar de les over gaat."],
    )
    goals: tuple[Markdown, ...] = Field(
        default=(),
        description="Wat je na deze les kunt. Elk doel begint klein, zonder punt.",
        examples=[["een goede eerste stap noemen"]],
    )
    sources: tuple[Source, ...] = Field(
        default=(),
        description="Bronnen onderaan de les.",
        examples=[[{"text": "Voorbeeldinstituut, 2026."}]],
    )
    facts: tuple[Fact, ...] = Field(
        default=(),
        description="Nummers van de feiten waarop de les steunt, zoals F2.",
        examples=[["F2"]],
    )
