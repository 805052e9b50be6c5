"""What an author most likely meant: the exact words that would be right in place of wrong ones."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection
from datetime import date
from string import ascii_lowercase

from builder.fields import ID_PATTERN, NAMESPACE_PATTERN

_NUMBER = re.compile(
    r"(\d{1,4})(?:[.,]0+)? *"
    r"(?:[,;.]|%|procent|percent|min\.?|minuut|minuten|minutes?|punt|punten|x)",
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
    "cijfer": ("mastery-score",),
    "correct": ("grade",),
    "doelen": ("goals",),
    "duur": ("minutes",),
    "feiten": ("facts",),
    "goed": ("correct", "grade"),
    "hoofdstukken": ("modules",),
    "inleiding": ("lead", "intro"),
    "juist": ("correct", "answer"),
    "leerdoelen": ("goals",),
    "leestijd": ("minutes",),
    "les": ("lesson",),
    "licentie": ("license",),
    "minuten": ("minutes",),
    "naam": ("name",),
    "opties": ("options",),
    "pakketten": ("targets",),
    "pogingen": ("question-attempts",),
    "oordeel": ("grade",),
    "punten": ("points",),
    "situatie": ("case",),
    "soort": ("type",),
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
_LANGUAGES = {
    "dutch": "nl",
    "engels": "en",
    "english": "en",
    "ned": "nl",
    "nederlands": "nl",
}
_GRADES = {
    "fout": "risky",
    "goed": "good",
    "risico": "risky",
    "riskant": "risky",
    "verdedigbaar": "defensible",
}
_LISTS_OF_WORDS = ("facts", "modules", "retired", "targets")
_MEANT = {("language", "nl"): _LANGUAGES, ("grade", "good"): _GRADES}
_ALIKE = 0.8
"""From where on a word is a misspelling of another one and nothing else."""


def propose_type(written: str, known: Collection[str]) -> str | None:
    """The type of question that was misspelt; a word that may stand for several is not."""
    word = re.sub(r"[\s_/]+", "-", _strip_quotes(written).lower())
    close = difflib.get_close_matches(word, known, 1, _ALIKE)
    return close[0] if close else None


def propose_word(written: str, key: str, known: Collection[str]) -> str | None:
    """One of a few possible words: the same but for capitals, its Dutch name, or a misspelling."""
    word = _strip_quotes(written).lower()
    for (name, sign), words in _MEANT.items():
        if name == key and sign in known and word in words:
            return words[word]
    close = difflib.get_close_matches(word, known, 1, _ALIKE)
    return close[0] if close else None


def propose_letter(written: str) -> str | None:
    """The letter of an answer that was a capital, a number or had something behind it."""
    found = re.fullmatch(r"([A-Za-z]|[1-9])[.):]?", _strip_quotes(written))
    if found is None:
        return None
    return ascii_lowercase[int(found[1]) - 1] if found[1].isdigit() else found[1].lower()


def propose_version(written: str) -> str | None:
    """Three numbers for a version with fewer, or with a v before it."""
    found = re.fullmatch(r"[vV]?\.? *(\d{1,6}(?:[.,]\d{1,6}){0,2})", _strip_quotes(written))
    if found is None:
        return None
    numbers = [str(int(number)) for number in re.split("[.,]", found[1])]
    return ".".join([*numbers, "0", "0"][:3])


def propose_namespace(written: str) -> str | None:
    """A domain name back to front, for the address of a website as it is usually written."""
    text = re.sub(r"^https?://", "", _strip_quotes(written).lower())
    host = re.sub(r"^www\.", "", re.split("[/?#]", text)[0])
    name = ".".join(reversed(host.split(".")))
    is_website = re.fullmatch(r".+\.[a-z]{2,6}", host) is not None
    return name if is_website and re.match(NAMESPACE_PATTERN, name) else None


def propose_list(written: str, key: str) -> str | None:
    """Words with commas or spaces between them as a list of YAML, for a key with a list of ids."""
    if key not in _LISTS_OF_WORDS:
        return None
    words = [word.strip("-") for word in re.split(r"[,;\s]+", written) if word.strip("-")]
    is_list = bool(words) and all(re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", word) for word in words)
    return f"[{', '.join(words)}]" if is_list else None


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
    letters = unicodedata.normalize("NFKD", re.sub(r"\.(ya?ml|md)$", "", written.strip()))
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
