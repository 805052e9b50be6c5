"""Telephone numbers and addresses of overviews, and which rows a block shows."""

from __future__ import annotations

import pytest

from builder.library import address_of, dial, find_numbers, guess_type, is_of, rows_where, words_of
from builder.schema.library import ColumnType
from tests.unit.sample_course import make_library

OVERVIEW = """\
id: lijnen
title: Lijnen
columns:
  naam: {title: Naam}
  sector: {title: Sector}
rows:
  een: {naam: Een, sector: [po, VO]}
  twee: {naam: Twee, sector: vo}
  drie: {naam: Drie}
"""


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("113", "113"),
        ("0800-0113", "08000113"),
        ("(088) 505 12 20", "0885051220"),
        ("+31 (0)88 505 12 20", "+31885051220"),
    ],
)
def test_a_number_is_dialled_without_what_makes_it_readable(written: str, dialled: str) -> None:
    assert is_of("phone", written)
    assert dial(written) == dialled
    assert address_of("phone", written) == f"tel:{dialled}"
    assert words_of("phone", written) == written


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "12"),
        ("phone", "0800-0113 (gratis)"),
        ("phone", "bel ons"),
        ("email", "een@twee"),
        ("email", "een twee@voorbeeld.nl"),
        ("web", "www.voorbeeld.nl"),
        ("web", "https://voorbeeld.nl/ een"),
        ("web", "https://voorbeeld"),
    ],
)
def test_what_does_not_fit_is_no_link(kind: ColumnType, value: str) -> None:
    assert not is_of(kind, value)


def test_addresses_lead_where_they_say() -> None:
    assert address_of("email", "een@voorbeeld.nl") == "mailto:een@voorbeeld.nl"
    assert address_of("web", "https://www.voorbeeld.nl/a?b=c") == "https://www.voorbeeld.nl/a?b=c"
    assert words_of("web", "https://www.voorbeeld.nl/a?b=c") == "voorbeeld.nl"
    assert address_of("text", "0800-0113") == ""


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0800-0113", "phone"),
        ("+31 88 505 12 20", "phone"),
        ("113", "text"),
        ("2026-11-22", "text"),
        ("info@voorbeeld.nl", "email"),
        ("https://voorbeeld.nl", "web"),
        ("Bel 0800-0113", "text"),
    ],
)
def test_only_what_is_obvious_is_guessed(value: str, kind: ColumnType) -> None:
    assert guess_type(value) == kind


def test_numbers_are_found_in_a_text() -> None:
    found = list(find_numbers("Bel 0800-0113, of +31 (0)88 505 12 20. Niet v0800-0113, 10.000."))
    assert [number for _, number in found] == ["0800-0113", "+31 (0)88 505 12 20"]
    assert found[0][0] == 4


def test_rows_are_chosen_by_value_in_any_case() -> None:
    file = make_library(OVERVIEW).overviews["lijnen"].file
    assert list(rows_where(file, {})) == ["een", "twee", "drie"]
    assert list(rows_where(file, {"sector": "vo"})) == ["een", "twee"]
    assert list(rows_where(file, {"sector": "VO", "naam": "twee"})) == ["twee"]
    assert not rows_where(file, {"sector": "mbo"})
