"""``library/``: what courses share. Overviews, sources and terms, each in one place only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from builder.fields import Authored, Boolean, Day, Id, Line, Markdown, RowId, WebAddress

ColumnType = Literal["email", "phone", "text", "web"]
OWN_KEYS = ("source", "checked", "review-by")
"""Keys of a row that are no columns."""


def _list_one(value: object) -> object:
    return [value] if isinstance(value, str) else value


Cell = Annotated[
    tuple[Markdown, ...],
    BeforeValidator(_list_one),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
            ]
        }
    ),
]
"""One value of a row, or several."""


class Column(Authored):
    """A column of an overview."""

    model_config = ConfigDict(
        title="Kolom", json_schema_extra={"description": "Een kolom van het overzicht."}
    )

    title: Line = Field(description="Wat boven de kolom staat.", examples=["Telefoon"])
    filter: Boolean = Field(
        default=False, description="Of de cursist op deze kolom kan filteren: true of false."
    )
    type: ColumnType = Field(
        default="text",
        description="Wat er in de kolom staat: text (gewone tekst), phone (telefoonnummers),"
        " email of web. Van een nummer of adres wordt vanzelf een link.",
    )


class Row(Authored):
    """A row: a value under the key of each column, and where the facts come from."""

    model_config = ConfigDict(
        title="Rij",
        extra="allow",
        json_schema_extra={
            "description": "Een rij: bij elke kolom een tekst of een lijst met teksten."
        },
    )
    __pydantic_extra__: dict[str, Cell]

    source: Id | None = Field(default=None, description="Id van de bron in library/sources.yaml.")
    checked: Day | None = Field(
        default=None, description="Dag waarop iemand de rij nakeek: jaar-maand-dag."
    )
    review_by: Day | None = Field(
        default=None,
        description="Dag waarop de rij opnieuw nagekeken moet zijn: jaar-maand-dag. `check`"
        " waarschuwt 60 dagen ervoor en keurt daarna af.",
    )

    @property
    def cells(self) -> dict[str, tuple[str, ...]]:
        """Key of a column → the values; a column without a value is absent."""
        return {key: value for key, value in self.__pydantic_extra__.items() if value}


class OverviewFile(Authored):
    """An overview as its author wrote it; the rows may stand in a CSV file beside it."""

    model_config = ConfigDict(
        title="Overzicht",
        json_schema_extra={
            "description": "Een tabel die op meer plekken gebruikt wordt. De rijen staan hier, of"
            " in een CSV-bestand met dezelfde naam ernaast."
        },
    )

    id: Id = Field(
        description="Vaste naam van het overzicht, gelijk aan de naam van het bestand.",
        examples=["hulplijnen"],
    )
    title: Line = Field(description="Titel boven de tabel.", examples=["Hulplijnen"])
    columns: dict[Id, Column] = Field(
        description="De kolommen, in volgorde, elk onder een vaste naam.",
        json_schema_extra={"minProperties": 1},
        examples=[{"naam": {"title": "Naam"}}],
    )
    rows: dict[RowId, Row] = Field(
        default={}, description="De rijen, elk onder een vaste naam. Weglaten met een CSV ernaast."
    )


class Term(Authored):
    """A word that not everyone knows, and what it means."""

    model_config = ConfigDict(
        title="Begrip", json_schema_extra={"description": "Een begrip met zijn uitleg."}
    )

    term: Line = Field(
        description="Het begrip zelf, zoals midden in een zin: met een kleine letter.",
        examples=["welbevinden"],
    )
    text: Markdown = Field(description="Uitleg in één alinea.", examples=["Hoe je je voelt."])


class GlossaryFile(Authored):
    """``library/glossary.yaml``: the words that lessons explain."""

    model_config = ConfigDict(
        title="Begrippen", json_schema_extra={"description": "De begrippen die lessen uitleggen."}
    )

    terms: dict[Id, Term] = Field(
        description="De begrippen, elk onder een vaste naam. Verwijs ernaar met [[naam]].",
        examples=[{}],
    )


class Source(Authored):
    """A source: words that name it, and where it can be read."""

    model_config = ConfigDict(title="Bron", json_schema_extra={"description": "Een bron."})

    text: Markdown = Field(
        description="Bron in woorden: wie, wat, wanneer.", examples=["Voorbeeldinstituut, 2026."]
    )
    url: WebAddress | None = Field(default=None, description="Adres van de bron, met https://.")
    year: Annotated[int, Field(ge=1000, le=2999)] | None = Field(
        default=None, description="Jaar van uitgave.", examples=[2026]
    )
    checked: Day | None = Field(
        default=None, description="Dag waarop iemand de bron nakeek: jaar-maand-dag."
    )


class SourcesFile(Authored):
    """``library/sources.yaml``: the sources that lessons and quizzes refer to."""

    model_config = ConfigDict(
        title="Bronnen",
        json_schema_extra={"description": "De bronnen waarnaar lessen en toetsen verwijzen."},
    )

    sources: dict[Id, Source] = Field(
        description="De bronnen, elk onder een vaste naam. Verwijs ernaar met [@naam].",
        examples=[{}],
    )
