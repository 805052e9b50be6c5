"""Small questions about names and plain values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from builder.fields import ID_PATTERN
from builder.yaml_reader import Value

_LIKENESS = 0.6
_MOST_NAMED = 6
"""Possible names that a finding sums up, the closest first."""


def is_id(text: str) -> bool:
    """Whether a text can be an id at all; if not, the schema says so."""
    return re.fullmatch(ID_PATTERN, text) is not None


def name_known(name: str, known: Iterable[str]) -> dict[str, str]:
    """The names that exist as a parameter of a finding, the likeliest first; none of no names."""
    names = closest(name, known)
    return {"known": names} if names else {}


def closest(name: str, known: Iterable[str]) -> str:
    """The names that exist, those that look most like ``name`` first."""
    likeness = difflib.SequenceMatcher(b=name)

    def unlikeness(other: str) -> tuple[float, str]:
        likeness.set_seq1(other)
        return -likeness.ratio(), other

    return ", ".join(sorted(known, key=unlikeness)[:_MOST_NAMED])


def names_in(folder: str, paths: Iterable[str]) -> set[str]:
    """The ids of the folders or YAML files directly in ``folder``."""
    parts = [path.split("/") for path in paths]
    found = {one[1] for one in parts if len(one) == 2 and one[0] == folder}
    return {name.removesuffix(".yaml") for name in found}


def guess_value(lines: Sequence[str], key: str) -> str | None:
    """What stands behind a key on the highest level of a text that is no good YAML."""
    pattern = re.compile(rf"{key}: +[\"']?([a-z0-9-]+)[\"']? *(#.*)?")
    return next((found[1] for line in lines if (found := pattern.fullmatch(line))), None)


def guess_list(lines: Sequence[str], key: str) -> list[str]:
    """The ids in the list below a key on the highest level of a text that is no good YAML."""
    start = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    found: list[str] = []
    for line in lines[start + 1 :] if start is not None else ():
        item = re.fullmatch(r" *- +[\"']?([a-z0-9-]+)[\"']? *(#.*)?", line)
        if item:
            found.append(item[1])
        elif re.match(r"[a-z]", line):
            break
    return list(dict.fromkeys(found))


def texts_of(value: Value) -> list[tuple[int, str]]:
    """The texts in a list with their places in it; none when it is no list."""
    items = value if isinstance(value, list) else []
    return [(number, item) for number, item in enumerate(items) if isinstance(item, str)]


def pairs_of(value: Value) -> Iterable[tuple[str, Value]]:
    """Keys and values; none when it is no mapping."""
    return value.items() if isinstance(value, dict) else ()


def length_of(value: Value) -> int:
    """Items of a list; 0 when it is no list."""
    return len(value) if isinstance(value, list) else 0


def propose(name: str, known: Iterable[str]) -> dict[str, str | int]:
    """Params of a finding about a name that does not exist: the ones that do, and the likeliest."""
    names = sorted(known)
    close = difflib.get_close_matches(name.casefold(), names, 1, _LIKENESS)
    found: dict[str, str | int] = {"known": closest(name, names)}
    return found | ({"write": close[0]} if close else {})
