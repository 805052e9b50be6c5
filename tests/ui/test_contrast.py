"""Every pair of colours that touches in the player has the contrast that WCAG 2.2 asks for.

1.4.3 asks 4.5 for text, 1.4.6 asks 7 for the running text, 1.4.11 asks 3 for borders and icons.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "builder/player/style/tokens.css"

DARK = "@media (prefers-color-scheme: dark)"
CONTRAST = "@media (prefers-contrast: more)"
BY_LEARNER = {DARK: '[data-theme="dark"]', CONTRAST: '[data-contrast="more"]'}
BACK = ('[data-theme="light"]', '[data-contrast="less"]')

MODES: dict[str, tuple[str, ...]] = {
    "light": (),
    "dark": (DARK,),
    "contrast": (CONTRAST,),
    "contrast and dark": (DARK, CONTRAST),
}

GROUNDS = ("canvas", "surface", "sunken", "accent-soft", "ok-soft", "no-soft", "note-soft")

PAIRS = [
    *(("text", ground, 7.0) for ground in GROUNDS),
    *(("muted", ground, 4.5) for ground in GROUNDS),
    *(("accent", ground, 4.5) for ground in GROUNDS),
    *(("accent-hover", ground, 4.5) for ground in GROUNDS),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-hover", 4.5),
    *((tone, ground, 4.5) for tone in ("ok", "no") for ground in ("canvas", "surface")),
    ("ok", "ok-soft", 4.5),
    ("no", "no-soft", 4.5),
    ("note", "note-soft", 4.5),
    ("note", "canvas", 4.5),
    ("control", "surface", 3.0),
    ("control", "canvas", 3.0),
    ("accent", "track", 3.0),
    ("focus", "canvas", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "halo", 3.0),
]


def _read() -> dict[str, dict[str, str]]:
    """Custom properties by the place they stand in: ``:root``, a medium or a choice."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    places: dict[str, dict[str, str]] = {}
    rule = r"(@media[^{]+)\{\s*:root\s*\{([^}]*)\}|(:root|\[[^{]+\])\s*\{([^}]*)\}"
    for medium, in_medium, selector, body in re.findall(rule, css):
        found = re.findall(r"--([\w-]+):\s*([^;]*);", in_medium or body)
        place = (medium or selector).strip()
        assert place not in places, f"{place} stands in tokens.css twice"
        places[place] = {name: value.strip() for name, value in found}
    return places


def _merged(*places: str) -> dict[str, str]:
    """What holds when these places do: a later one wins, as in the stylesheet."""
    read = _read()
    merged: dict[str, str] = {}
    for place in (":root", *places):
        merged.update(read[place])
    return merged


def _resolve(value: str, properties: dict[str, str]) -> str:
    """A value with its switches filled in: ``initial`` gives the fallback, an empty one nothing."""
    inner = re.compile(r"var\(--([\w-]+),([^()]*)\)")
    while match := inner.search(value):
        is_on = properties[match[1]] == "initial"
        value = value[: match.start()] + (match[2] if is_on else "") + value[match.end() :]
    return value.strip()


def _colours(*places: str) -> dict[str, str]:
    """The colours as digits, in the mode that these places make."""
    merged = _merged(*places)
    resolved = {name: _resolve(value, merged) for name, value in merged.items()}
    return {name: value[1:] for name, value in resolved.items() if "#" in merged[name]}


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    wide = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    channels = [int(wide[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_measure_is_that_of_wcag() -> None:
    assert _contrast("fff", "000") == pytest.approx(21)
    assert _contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", MODES)
def test_each_mode_gives_every_colour_one_value(mode: str) -> None:
    colours = _colours(*MODES[mode])
    assert colours.keys() >= {name for pair in PAIRS for name in pair[:2]}
    for name, value in colours.items():
        assert re.fullmatch(r"[0-9a-f]{3}(?:[0-9a-f]{3})?", value), f"{name} in {mode}: {value}"


@pytest.mark.parametrize("mode", MODES)
def test_a_choice_gives_the_colours_of_the_medium(mode: str) -> None:
    chosen = [BY_LEARNER[medium] for medium in MODES[mode]]
    assert _colours(*chosen) == _colours(*MODES[mode])
    assert _colours(*MODES[mode], *BACK) == _colours()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "ground", "needed"), PAIRS)
def test_pair_has_enough_contrast(mode: str, front: str, ground: str, needed: float) -> None:
    colours = _colours(*MODES[mode])
    measured = _contrast(colours[front], colours[ground])
    assert measured >= needed, f"{front} on {ground} in {mode}: {measured:.2f}, needs {needed}"
