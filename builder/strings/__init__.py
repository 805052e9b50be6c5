"""Interface strings of the page and the player: one JSON file per language beside this module.

A key is ``area.name``; plural forms are ``area.name.one`` and ``area.name.other``.
Placeholders are named: ``{title}``. Dutch is the reference that every other language must match.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

REFERENCE = "nl"

_PLACEHOLDER = re.compile(r"\{([a-z_]*)\}")


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a file here, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def load(language: str) -> Mapping[str, str]:
    """All strings of a language, sorted by key.

    Raises ``KeyError`` for a language that does not exist and ``ValueError`` for a file that
    does not match the Dutch one: both are mistakes in this program, not in the author's course.
    """
    if language not in languages():
        raise KeyError(f"no interface strings for language {language!r}")
    strings = _read(language)
    faults = compare(_read(REFERENCE), strings)
    if faults:
        raise ValueError(f"builder/strings/{language}.json: " + "; ".join(faults))
    return MappingProxyType(dict(sorted(strings.items())))


def compare(reference: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with ``other``: keys too few or too many, other placeholders, empty strings."""
    faults = [f"key {key} is missing" for key in sorted(reference.keys() - other.keys())]
    faults += [f"key {key} is unknown" for key in sorted(other.keys() - reference.keys())]
    for key in sorted(reference.keys() & other.keys()):
        expected, found = _placeholders(reference[key]), _placeholders(other[key])
        if expected != found:
            faults.append(
                f"key {key} needs the placeholders {sorted(expected)}, not {sorted(found)}"
            )
    faults += [f"key {key} is empty" for key, text in sorted(other.items()) if not text.strip()]
    return (*faults, *_plural_faults(other))


def plural(strings: Mapping[str, str], key: str, number: int, **values: str | int) -> str:
    """The plural form of ``key`` for ``number``, filled in; ``{n}`` is the number itself.

    Holds for languages with the two forms of Dutch and English.
    """
    form = "one" if number == 1 else "other"
    return strings[f"{key}.{form}"].format(n=number, **values)


def _plural_faults(strings: Mapping[str, str]) -> list[str]:
    pairs = {"one": "other", "other": "one"}
    faults = []
    for key in sorted(strings):
        stem, _, form = key.rpartition(".")
        if form in pairs and f"{stem}.{pairs[form]}" not in strings:
            faults.append(f"key {key} has no partner {stem}.{pairs[form]}")
    return faults


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def _read(language: str) -> dict[str, str]:
    text = files(__package__).joinpath(f"{language}.json").read_text(encoding="utf-8")
    strings: dict[str, str] = json.loads(text)
    return strings
