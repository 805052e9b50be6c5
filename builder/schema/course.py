"""``courses/<id>/course.yaml``: what a course consists of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from builder.fields import (
    Authored,
    Boolean,
    Day,
    Id,
    Line,
    Markdown,
    Namespace,
    Percentage,
    StateId,
    Version,
)

FORMAT = 1
"""Version of the author's files that this compiler reads."""


def _check_format(number: int) -> int:
    if number != FORMAT:
        raise PydanticCustomError("unknown_format", "unknown format", {"format": number})
    return number


class Publisher(Authored):
    """Who publishes the course."""

    model_config = ConfigDict(
        title="Uitgever", json_schema_extra={"description": "Wie de cursus uitgeeft."}
    )

    name: Line = Field(
        description="Naam van de uitgever, zoals cursisten hem lezen.", examples=["Voorbeeldschool"]
    )
    namespace: Namespace = Field(
        description="Eigen domeinnaam in omgekeerde volgorde. Maakt de cursus uniek in een"
        " leeromgeving; verander hem daarna niet meer.",
        examples=["nl.voorbeeld"],
    )


class Certificate(Authored):
    """What stands on the certificate besides name, course and date."""

    model_config = ConfigDict(
        title="Certificaat",
        json_schema_extra={"description": "Certificaat dat cursisten na afloop kunnen printen."},
    )

    issuer: Line = Field(
        description="Wie het certificaat uitgeeft, zoals het erop staat.",
        examples=["Voorbeeldschool"],
    )
    show_score: Boolean = Field(
        default=False, description="Of de score op het certificaat staat: true of false."
    )


class CourseFile(Authored):
    """A course as its author wrote it."""

    model_config = ConfigDict(
        title="Cursus", json_schema_extra={"description": "Waaruit een cursus bestaat."}
    )

    format: Annotated[int, AfterValidator(_check_format), WithJsonSchema({"const": FORMAT})] = (
        Field(description="Versie van deze bestandsvorm: altijd 1.", examples=[FORMAT])
    )
    id: Id = Field(
        description="Vaste naam van de cursus, gelijk aan de naam van de map. Kleine letters,"
        " cijfers en streepjes.",
        examples=["mijn-cursus"],
    )
    title: Line = Field(description="Titel van de cursus.", examples=["Mijn cursus"])
    version: Version = Field(
        description="Versie van de inhoud: drie getallen, zoals 1.0.0. Verhoog hem bij elke"
        " uitgave.",
        examples=["1.0.0"],
    )
    language: Literal["en", "nl"] = Field(
        description="Taal van de cursus: nl of en.", examples=["nl"]
    )
    description: Markdown | None = Field(
        default=None, description="Waar de cursus over gaat, in een paar zinnen."
    )
    publisher: Publisher = Field(
        description="Wie de cursus uitgeeft.",
        examples=[{"name": "Voorbeeldschool", "namespace": "nl.voorbeeld"}],
    )
    modules: tuple[Id, ...] = Field(
        description="Ids van de modules, in leesvolgorde.",
        json_schema_extra={"minItems": 1, "uniqueItems": True},
        examples=[["mijn-module"]],
    )
    mastery_score: Percentage | None = Field(
        default=None,
        description="Percentage waarmee je slaagt, van 1 tot en met 100. Weglaten: de cursus"
        " geeft geen cijfer.",
    )
    certificate: Certificate | None = Field(
        default=None,
        description="Certificaat voor wie de cursus haalt. Weglaten: er is geen certificaat.",
        examples=[{"issuer": "Voorbeeldschool"}],
    )
    completion: Literal["answer", "pass", "view"] = Field(
        default="answer",
        description="Wanneer de cursus af is. view: alle lessen zijn gelezen. answer: en alle"
        " vragen zijn beantwoord. pass: en de cursist is geslaagd.",
    )
    targets: tuple[str, ...] = Field(
        default=("scorm12", "scorm2004"),
        description="Pakketten die gemaakt worden als je er bij het bouwen geen noemt.",
        json_schema_extra={"minItems": 1, "uniqueItems": True},
        examples=[["scorm12", "scorm2004"]],
    )
    license: Line | None = Field(
        default=None, description="Licentie van de inhoud.", examples=["CC BY-SA 4.0"]
    )
    checked: Day | None = Field(
        default=None,
        description="Dag waarop de inhoud voor het laatst is nagekeken: jaar-maand-dag.",
        examples=["2026-01-31"],
    )
    glossary: tuple[Id, ...] = Field(
        default=(),
        description="Begrippen uit library/glossary.yaml die op de pagina Begrippen staan, naast"
        " die waarnaar een les verwijst.",
    )
    renamed: dict[StateId, StateId] = Field(
        default={},
        description="Oude id: nieuwe id, van een les, toets of vraag; van een antwoord als"
        " vraag/a. Zo houden cursisten hun voortgang.",
    )
    retired: tuple[StateId, ...] = Field(
        default=(),
        description="Ids die niet meer bestaan: van een les, toets of vraag; van een antwoord"
        " als vraag/a.",
    )
