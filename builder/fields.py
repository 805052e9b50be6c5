"""The small types of which the author's files are made: id, Markdown text, points, version.

Descriptions are Dutch: they end up in the JSON Schema, where a trainer's editor shows them.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9-]{1,47}$"
LETTER_PATTERN = r"^[a-z]$"
ROW_PATTERN = r"^[a-z0-9][a-z0-9-]{0,47}$"
VERSION_PATTERN = r"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$"
NAMESPACE_PATTERN = r"^[a-z]([a-z0-9-]*[a-z0-9])?(\.[a-z]([a-z0-9-]*[a-z0-9])?)+$"
WEB_ADDRESS_PATTERN = r"^https?://[^\s/]\S*$"
FACT_PATTERN = r"^[A-Za-z][A-Za-z0-9-]{0,19}$"
STATE_ID_PATTERN = r"^[a-z][a-z0-9-]{1,47}(/([a-z0-9][a-z0-9-]{0,47}/)?[a-z0-9])?$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

LONGEST_LINE = 200
"""Characters of a title or other single line; standards allow no more for titles."""
LONGEST_TEXT = 20_000
"""Characters of a Markdown text inside a YAML file."""

_NUMBER = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,4})?")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def find_invisible(text: str) -> re.Match[str] | None:
    """The first control character, which XML cannot carry or which breaks lines unseen."""
    return _INVISIBLE.search(text)


def _refuse_invisible(text: str) -> str:
    match = find_invisible(text)
    if match:
        raise PydanticCustomError(
            "invisible_character", "control character", {"point": f"U+{ord(match[0]):04X}"}
        )
    return text


def _refuse_line_breaks(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise PydanticCustomError("several_lines", "more than one line")
    return text


def _read_boolean(value: object) -> object:
    """Only the words true and false, so that editors and the compiler agree."""
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("true", "false"):
            return word == "true"
        raise PydanticCustomError("not_true_or_false", "true or false")
    return value


def _read_date(value: object) -> object:
    """Only year-month-day: pydantic would take a bare number for seconds since 1970."""
    if isinstance(value, str) and not re.match(DATE_PATTERN, value):
        raise PydanticCustomError("not_a_date", "a date")
    return value


def _read_number(value: object) -> object:
    """A number in digits, with a point or a comma; never an exponent, so that it reads as typed."""
    text = str(value).strip() if isinstance(value, (str, int, float, Decimal)) else ""
    match = _NUMBER.fullmatch(text)
    if isinstance(value, bool) or not match:
        raise PydanticCustomError("not_a_number", "a number")
    return Decimal(text.replace(",", "."))


def _hyphenate(name: str) -> str:
    return name.replace("_", "-")


class Authored(BaseModel):
    """Something that an author writes: keys with hyphens, no unknown keys, never changed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=_hyphenate, populate_by_name=True
    )


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""Name that never changes: small letters, digits and hyphens."""

RowId = Annotated[str, StringConstraints(pattern=ROW_PATTERN)]
"""Name of a row of an overview: as an id, and it may start with a digit, such as ``113``."""

Letter = Annotated[str, StringConstraints(pattern=LETTER_PATTERN)]
"""Key of an option: one small letter."""

StateId = Annotated[str, StringConstraints(pattern=STATE_ID_PATTERN)]
"""Id of a page or question, or ``question-id/a`` for an option, also ``question-id/step/a``."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_refuse_line_breaks),
    AfterValidator(_refuse_invisible),
]
"""Plain text on one line, such as a title."""

Markdown = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT),
    AfterValidator(_refuse_invisible),
]
"""Text with Markdown, of one or more lines."""

Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
"""Version of a course: three numbers with points between them."""

Namespace = Annotated[str, StringConstraints(pattern=NAMESPACE_PATTERN, max_length=100)]
"""Domain of the publisher in reverse order, such as ``nl.voorbeeld``."""

WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS_PATTERN, max_length=2_000)]
"""Address of a web page, with http or https."""

Fact = Annotated[str, StringConstraints(pattern=FACT_PATTERN)]
"""Number of a fact in the author's own file of facts, such as ``F12``."""

Points = Annotated[int, Field(ge=1, le=100)]
"""Whole points, from 1."""

Minutes = Annotated[int, Field(ge=1, le=600)]
"""Whole minutes, from 1."""

Percentage = Annotated[int, Field(ge=1, le=100)]
"""Whole percentage, from 1."""

Number = Annotated[Decimal, BeforeValidator(_read_number), WithJsonSchema({"type": "number"})]
"""A number of at most twelve digits, and four behind the point or comma."""

Boolean = Annotated[bool, BeforeValidator(_read_boolean), WithJsonSchema({"type": "boolean"})]
"""The word true or the word false."""

Day = Annotated[
    date, BeforeValidator(_read_date), WithJsonSchema({"type": "string", "format": "date"})
]
"""A date as year-month-day."""
