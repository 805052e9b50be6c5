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
    propose_letter,
    propose_list,
    propose_namespace,
    propose_number,
    propose_type,
    propose_version,
    propose_website,
    propose_word,
)

TYPES = ("judgement", "multiple-choice", "single-choice", "true-false")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("multiplechoice", "multiple-choice"),
        ("Single choice", "single-choice"),
        ("true/false", "true-false"),
        ("singel-choice", "single-choice"),
        ("judgment", "judgement"),
        ("meerkeuze", None),
        ("", None),
    ],
)
def test_types(written: str, expected: str | None) -> None:
    assert propose_type(written, TYPES) == expected


@pytest.mark.parametrize(
    ("written", "key", "known", "expected"),
    [
        ("Nederlands", "language", ("en", "nl"), "nl"),
        ("NL", "language", ("en", "nl"), "nl"),
        ("English", "language", ("en", "nl"), "en"),
        ("Frans", "language", ("en", "nl"), None),
        ("goed", "grade", ("good", "defensible", "risky"), "good"),
        ("Riskant", "grade", ("good", "defensible", "risky"), "risky"),
        ("defensable", "grade", ("good", "defensible", "risky"), "defensible"),
        ("matig", "grade", ("good", "defensible", "risky"), None),
    ],
)
def test_words(written: str, key: str, known: tuple[str, ...], expected: str | None) -> None:
    assert propose_word(written, key, known) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("A", "a"), ("b)", "b"), ("1", "a"), ("3.", "c"), ("0", None), ("aa", None), ("é", None)],
)
def test_letters(written: str, expected: str | None) -> None:
    assert propose_letter(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1.0", "1.0.0"),
        ("2", "2.0.0"),
        ("v1.2.3", "1.2.3"),
        ("1,2", "1.2.0"),
        ("01.2.3", "1.2.3"),
        ("1.2.3.4", None),
        ("eerste", None),
    ],
)
def test_versions(written: str, expected: str | None) -> None:
    assert propose_version(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("voorbeeldschool.nl", "nl.voorbeeldschool"),
        ("https://www.Voorbeeld.nl/over", "nl.voorbeeld"),
        ("leren.voorbeeld.nl", "nl.voorbeeld.leren"),
        ("voorbeeld", None),
        ("Mijn school", None),
    ],
)
def test_namespaces(written: str, expected: str | None) -> None:
    assert propose_namespace(written) == expected


@pytest.mark.parametrize(
    ("written", "key", "expected"),
    [
        ("luisteren, vragen", "modules", "[luisteren, vragen]"),
        ("-luisteren -vragen", "modules", "[luisteren, vragen]"),
        ("scorm12", "targets", "[scorm12]"),
        ("F1; F2", "facts", "[F1, F2]"),
        ("een gesprek openen", "goals", None),
        ("één", "modules", None),
        ("", "modules", None),
    ],
)
def test_lists(written: str, key: str, expected: str | None) -> None:
    assert propose_list(written, key) == expected


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
