"""What an author most likely meant: the exact words that would be right in place of wrong ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date

from builder.fields import ID_PATTERN

_NUMBER = re.compile(
    r"(\d{1,4})(?:[.,]0+)? *(?:%|procent|percent|min\.?|minuut|minuten|minutes?|punt|punten|x)",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(?:0?[.,](\d{1,2})|1[.,]0+)")
_TRUE = frozenset(("ja", "juist", "waar", "goed", "klopt", "yes", "right", "correct"))
_FALSE = frozenset(("nee", "onjuist", "onwaar", "niet waar", "niet juist", "fout", "no", "wrong"))
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_ADDRESS = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", re.I)
_WEBSITE = re.compile(r"www\.\S+\.\S+|[a-z0-9-]+\.(?:be|com|eu|nl|nu|org)(?:[/?#]\S*)?", re.I)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d ()-]{1,17}\d")
_DUTCH_KEYS = {
    "antwoord": ("answer", "options"),
    "antwoorden": ("options",),
    "beschrijving": ("description",),
    "bronnen": ("sources",),
    "casus": ("case",),
    "doelen": ("goals",),
    "feiten": ("facts",),
    "goed": ("correct",),
    "inleiding": ("lead", "intro"),
    "juist": ("correct", "answer"),
    "les": ("lesson",),
    "licentie": ("license",),
    "minuten": ("minutes",),
    "naam": ("name",),
    "opties": ("options",),
    "punten": ("points",),
    "situatie": ("case",),
    "taal": ("language",),
    "tekst": ("text",),
    "titel": ("title",),
    "toets": ("quiz",),
    "uitgever": ("publisher",),
    "uitleg": ("feedback",),
    "versie": ("version",),
    "vraag": ("prompt",),
    "vragen": ("questions",),
}


def propose_key(written: str, missing: Collection[str]) -> str | None:
    """The key that a Dutch word stands for, when it is one of those that are not there yet."""
    meant = _DUTCH_KEYS.get(written.lower(), ())
    return next((key for key in meant if key in missing), None)


def propose_number(written: str, key: str) -> str | None:
    """Digits without the unit behind them; a share of one as a percentage where that is meant."""
    text = _strip_quotes(written)
    found = _NUMBER.fullmatch(text)
    if found:
        return str(int(found[1]))
    fraction = _FRACTION.fullmatch(text) if key == "mastery-score" else None
    if fraction is None:
        return None
    share = int(fraction[1].ljust(2, "0")) if fraction[1] else 100
    return str(share) if share else None


def propose_boolean(written: str) -> str | None:
    """``true`` or ``false`` for a word that means it."""
    word = _strip_quotes(written).lower()
    if word in _TRUE:
        return "true"
    return "false" if word in _FALSE else None


def propose_date(written: str) -> str | None:
    """Year, month and day for a date that was written another way round and exists."""
    text = _strip_quotes(written).lower()
    found = re.fullmatch(r"(\d{1,2})[-/. ]([a-z]+|\d{1,2})[-/. ](\d{4})", text)
    if found:
        day, month, year = found.groups()
    else:
        found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text)
        if not found:
            return None
        year, month, day = found.groups()
    try:
        number = _MONTHS.index(month) + 1 if month.isalpha() else int(month)
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def propose_id(written: str) -> str | None:
    """The id that the words would make: small letters without accents, hyphens for the rest."""
    letters = unicodedata.normalize("NFKD", written)
    plain = "".join(one for one in letters if not unicodedata.combining(one)).lower()
    plain = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", plain)
    name = re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:48].strip("-")
    return name if re.fullmatch(ID_PATTERN, name) else None


def propose_address(written: str) -> str | None:
    """The whole address of a web page of which the start was left out."""
    return f"https://{written}" if _ADDRESS.fullmatch(written) else None


def propose_website(target: str) -> str | None:
    """The address of a website that was written as if it were a file of the project."""
    return f"https://{target}" if _WEBSITE.fullmatch(target) else None


def propose_contact(target: str) -> str | None:
    """The address for a mail or a telephone number that was written as if it were a file."""
    if _MAIL.fullmatch(target):
        return f"mailto:{target}"
    digits = re.sub(r"\(0\)|[^0-9+]", "", target)
    return f"tel:{digits}" if _PHONE.fullmatch(target) else None


def _strip_quotes(text: str) -> str:
    return text.strip(" \"'“”„‘’")
