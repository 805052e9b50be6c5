"""Every pair of colours that touches in the player has the contrast that WCAG 2.2 asks for.

1.4.3 asks 4.5 for text, 1.4.6 asks 7 for the running text, 1.4.11 asks 3 for borders and icons.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "builder/player/style/tokens.css"

MODES = {
    "light": (),
    "dark": ("(prefers-color-scheme: dark)",),
    "contrast": ("(prefers-contrast: more)",),
    "contrast and dark": (
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ),
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
    """Colours by the condition they stand under; "" for none."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    colours: dict[str, dict[str, str]] = {}
    for condition, body in re.findall(r"(?:@media\s+([^{]+?)\s*\{\s*)?:root\s*\{([^}]*)\}", css):
        found = re.findall(r"--([\w-]+):\s*#([0-9a-f]{3}(?:[0-9a-f]{3})?);", body)
        colours[condition] = dict(found)
    return colours


def _colours(mode: str) -> dict[str, str]:
    """What holds in one mode: later conditions win, as in the stylesheet."""
    read = _read()
    merged = dict(read[""])
    for condition in MODES[mode]:
        merged.update(read[condition])
    return merged


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
def test_each_mode_names_every_colour(mode: str) -> None:
    read = _read()
    assert set(read) == {"", *(condition for mode in MODES.values() for condition in mode)}
    for condition in MODES[mode]:
        assert read[condition].keys() == read[""].keys()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "ground", "needed"), PAIRS)
def test_pair_has_enough_contrast(mode: str, front: str, ground: str, needed: float) -> None:
    colours = _colours(mode)
    measured = _contrast(colours[front], colours[ground])
    assert measured >= needed, f"{front} on {ground} in {mode}: {measured:.2f}, needs {needed}"
