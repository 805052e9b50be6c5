"""Interface strings: equal keys, equal placeholders, every key that is used exists."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builder import strings

BUILDER = Path(strings.__file__).parents[1]
KEY = re.compile(r"[\"']((?:[a-z]+)\.[a-z_]+(?:\.label)?)[\"']")
AREAS = {key.partition(".")[0] for key in strings.load("nl")}


def test_both_languages_are_there() -> None:
    assert {"en", "nl"} <= set(strings.languages())


@pytest.mark.parametrize("language", strings.languages())
def test_a_language_matches_the_dutch_one(language: str) -> None:
    loaded = strings.load(language)
    assert strings.compare(strings.load("nl"), loaded) == ()
    assert list(loaded) == sorted(loaded)


@pytest.mark.parametrize("language", strings.languages())
def test_a_file_has_every_key_once_and_in_order(language: str) -> None:
    text = (BUILDER / "strings" / f"{language}.json").read_text(encoding="utf-8")
    keys = [key for key, _ in json.loads(text, object_pairs_hook=list)]
    assert keys == sorted(set(keys))


def test_voice() -> None:
    for key, text in strings.load("nl").items():
        assert "!" not in text, key
        assert not re.search(r"\b(?:u|uw|oeps)\b", text.replace("{", " ")), key
        for sentence in re.split(r"(?<=[.?])\s", text):
            assert len(sentence.split()) <= 15, key


def test_unknown_language() -> None:
    with pytest.raises(KeyError):
        strings.load("xx")


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({}, "key a.x is missing"),
        ({"a.x": "{n}", "a.y": "y"}, "key a.y is unknown"),
        ({"a.x": "{m}"}, "key a.x needs the placeholders ['n'], not ['m']"),
        ({"a.x": " "}, "key a.x needs the placeholders ['n'], not []"),
        ({"a.x": "{n}", "a.x.one": "1"}, "key a.x.one has no partner a.x.other"),
    ],
)
def test_faults_of_a_language(other: dict[str, str], fault: str) -> None:
    assert fault in strings.compare({"a.x": "{n}"}, other)


def test_plural() -> None:
    words = {"a.x.one": "1 les", "a.x.other": "{n} lessen over {what}"}
    assert strings.plural(words, "a.x", 1, what="y") == "1 les"
    assert strings.plural(words, "a.x", 0, what="y") == "0 lessen over y"


def test_every_key_that_page_and_player_use_exists() -> None:
    known = strings.load("nl")
    sources = [
        *(BUILDER / "player" / "src").rglob("*.ts*"),
        *(BUILDER / "render").rglob("*.py"),
        *(BUILDER / "render").rglob("*.j2"),
        *(BUILDER / "blocks").rglob("*.py"),
    ]
    assert len(sources) > 20
    used = {
        (key, path.name)
        for path in sources
        for key in KEY.findall(path.read_text(encoding="utf-8"))
        if key.partition(".")[0] in AREAS
    }
    assert used
    missing = [(key, name) for key, name in used if key not in known and f"{key}.one" not in known]
    assert missing == []
