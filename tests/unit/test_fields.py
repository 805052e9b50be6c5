"""The small types: what they take, what they refuse, what an editor is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from builder import fields


def read(types: Any, value: object) -> object:
    return TypeAdapter(types).validate_python(value)


GOOD: list[tuple[Any, object, object]] = [
    (fields.Id, "a1", "a1"),
    (fields.Id, "a" * 48, "a" * 48),
    (fields.Line, "  Een titel ", "Een titel"),
    (fields.Markdown, "Een\n\n*tekst*\n", "Een\n\n*tekst*"),
    (fields.Version, "0.0.0", "0.0.0"),
    (fields.Version, "10.200.3000", "10.200.3000"),
    (fields.Namespace, "nl.mijn-school.cursus", "nl.mijn-school.cursus"),
    (fields.WebAddress, "https://voorbeeld.nl/é?a=b#c", "https://voorbeeld.nl/é?a=b#c"),
    (fields.Fact, "F140", "F140"),
    (fields.Points, "3", 3),
    (fields.Boolean, "true", True),
    (fields.Boolean, "False", False),
    (fields.Day, "2026-02-28", date(2026, 2, 28)),
    (fields.StateId, "eerste-stap/a", "eerste-stap/a"),
    (fields.Letter, "z", "z"),
]
BAD: list[tuple[Any, object]] = [
    (fields.Id, "a"),
    (fields.Id, "a" * 49),
    (fields.Id, "1a"),
    (fields.Id, "een_twee"),
    (fields.Id, "één"),
    (fields.Id, "een\n"),
    (fields.Line, " \n "),
    (fields.Line, "een\ntwee"),
    (fields.Line, "x" * 201),
    (fields.Line, "een\u2028twee"),
    (fields.Markdown, ""),
    (fields.Markdown, "bel \x07"),
    (fields.Version, "1.0"),
    (fields.Version, "01.0.0"),
    (fields.Version, "1.0.0-beta"),
    (fields.Version, "\u0661.0.0"),
    (fields.Namespace, "voorbeeld"),
    (fields.Namespace, "nl..voorbeeld"),
    (fields.Namespace, "nl.voorbeeld-"),
    (fields.Namespace, "NL.voorbeeld"),
    (fields.WebAddress, "javascript:alert(1)"),
    (fields.WebAddress, "https://"),
    (fields.WebAddress, "https://een twee"),
    (fields.Fact, "12"),
    (fields.Points, "0"),
    (fields.Points, "1.5"),
    (fields.Boolean, "ja"),
    (fields.Boolean, "1"),
    (fields.Day, "1700000000"),
    (fields.Day, "2026-02-30"),
    (fields.Day, "2026-1-1"),
    (fields.Day, "2026-01-01T00:00:00"),
    (fields.StateId, "eerste-stap/ab"),
    (fields.Letter, "aa"),
]


@pytest.mark.parametrize(("types", "value", "expected"), GOOD)
def test_takes(types: Any, value: object, expected: object) -> None:
    assert read(types, value) == expected


@pytest.mark.parametrize(("types", "value"), BAD)
def test_refuses(types: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        read(types, value)


def test_an_editor_is_told_the_same() -> None:
    assert TypeAdapter(fields.Boolean).json_schema() == {"type": "boolean"}
    assert TypeAdapter(fields.Day).json_schema() == {"type": "string", "format": "date"}
    assert TypeAdapter(fields.Id).json_schema()["pattern"] == fields.ID_PATTERN


@pytest.mark.parametrize("character", ["\x00", "\r", "\x7f", "\x85", "\u2029", "\ufeff", "\ud800"])
def test_invisible_characters_are_found(character: str) -> None:
    match = fields.find_invisible(f"ab{character}c")
    assert match is not None
    assert match.start() == 2


def test_what_one_can_see_is_not_invisible() -> None:
    assert fields.find_invisible("é “ë” – …\tx\n😀\u00ad\u200d") is None
