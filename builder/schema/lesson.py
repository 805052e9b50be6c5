"""Front matter of ``modules/<id>/NN-<name>.md``: what the course must know about a lesson."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import PydanticKnownError
from pydantic_core.core_schema import CoreSchema, no_info_wrap_validator_function

from builder.fields import ID_PATTERN, Authored, Fact, Id, Line, Markdown, Minutes
from builder.schema.library import Source


def _read_source(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    if not isinstance(value, str):
        return handler(value)
    if not re.fullmatch(ID_PATTERN, value):
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": ID_PATTERN})
    return value


class _OrId:
    """Lets an author write the id of a source of the library in place of the source itself.

    No union: its errors would name both halves, and an author meant one of them.
    """

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_wrap_validator_function(_read_source, handler(Source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"type": "string", "pattern": ID_PATTERN}]}


if TYPE_CHECKING:
    SourceOrId = Source | str
else:
    SourceOrId = Annotated[Source, _OrId()]


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
    sources: tuple[SourceOrId, ...] = Field(
        default=(),
        description="Bronnen onderaan de les, naast die waarnaar de tekst met [@naam] verwijst:"
        " een naam uit library/sources.yaml, of een bron in woorden.",
        examples=[[{"text": "Voorbeeldinstituut, 2026."}]],
    )
    facts: tuple[Fact, ...] = Field(
        default=(),
        description="Nummers van de feiten waarop de les steunt, zoals F2.",
        examples=[["F2"]],
    )
    objectives: tuple[Id, ...] = Field(
        default=(),
        description="Ids van de leerdoelen uit module.yaml die deze les behandelt.",
        json_schema_extra={"uniqueItems": True},
    )
