"""What an author most likely meant."""

from __future__ import annotations

import pytest

from builder.proposals import (
    propose_address,
    propose_boolean,
    propose_contact,
    propose_date,
    propose_id,
    propose_key,
    propose_number,
    propose_website,
)


@pytest.mark.parametrize(
    ("written", "key", "expected"),
    [
        ("80%", "mastery-score", "80"),
        ("80 %", "mastery-score", "80"),
        ("80 procent", "mastery-score", "80"),
        ("0.8", "mastery-score", "80"),
        ("0,8", "mastery-score", "80"),
        ("0,75", "mastery-score", "75"),
        ("1,0", "mastery-score", "100"),
        ("0,0", "mastery-score", None),
        ("4 minuten", "minutes", "4"),
        ("4 min.", "minutes", "4"),
        ("0,8", "minutes", None),
        ("4 dagen", "minutes", None),
        ("vijf", "minutes", None),
    ],
)
def test_numbers(written: str, key: str, expected: str | None) -> None:
    assert propose_number(written, key) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ja", "true"),
        ("Juist", "true"),
        ("waar", "true"),
        ("nee", "false"),
        ("onjuist", "false"),
        ("“nee”", "false"),
        ("misschien", None),
    ],
)
def test_booleans(written: str, expected: str | None) -> None:
    assert propose_boolean(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("22-11-2026", "2026-11-22"),
        ("5/1/2026", "2026-01-05"),
        ("2026-1-5", "2026-01-05"),
        ("22 november 2026", "2026-11-22"),
        ("31-2-2026", None),
        ("22 nivember 2026", None),
        ("gisteren", None),
    ],
)
def test_dates(written: str, expected: str | None) -> None:
    assert propose_date(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Eerst luisteren", "eerst-luisteren"),
        ("eerst_luisteren", "eerst-luisteren"),
        ("“Één klas”", "een-klas"),
        ("01-foto's", "fotos"),
        ("x" * 60, "x" * 48),
        ("5", None),
        ("A", None),
    ],
)
def test_ids(written: str, expected: str | None) -> None:
    assert propose_id(written) == expected


def test_addresses() -> None:
    assert propose_address("www.voorbeeld.nl/bron") == "https://www.voorbeeld.nl/bron"
    assert propose_address("zie de site") is None
    assert propose_website("www.voorbeeld.nl") == "https://www.voorbeeld.nl"
    assert propose_website("voorbeeld.nl/over") == "https://voorbeeld.nl/over"
    assert propose_website("media/foto.png") is None
    assert propose_website("foto.png") is None


def test_dutch_keys() -> None:
    assert propose_key("vraag", ["id", "prompt"]) == "prompt"
    assert propose_key("Juist", ["answer"]) == "answer"
    assert propose_key("vraag", ["id"]) is None
    assert propose_key("kleur", ["id"]) is None


def test_contacts() -> None:
    assert propose_contact("noor@voorbeeld.nl") == "mailto:noor@voorbeeld.nl"
    assert propose_contact("06 1234 5678") == "tel:0612345678"
    assert propose_contact("+31 (0)800-0113") == "tel:+318000113"
    assert propose_contact("113") == "tel:113"
    assert propose_contact("media/foto.png") is None
    assert propose_contact("2026-plan.pdf") is None
