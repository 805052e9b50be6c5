"""Every string that the player asks for exists, and so does every icon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder import strings

ROOT = Path(__file__).parents[2]
PLAYER = ROOT / "builder/player/src"
ICONS = ROOT / "builder/render/templates/icons.j2"


def _sources() -> Iterator[str]:
    for folder in ("shell", "blocks"):
        for path in sorted((PLAYER / folder).glob("*.ts*")):
            yield path.read_text(encoding="utf-8")


def test_strings_exist() -> None:
    known = strings.load("nl")
    areas = "|".join(sorted({key.split(".")[0] for key in known}))
    asked = {
        key for source in _sources() for key in re.findall(rf'"((?:{areas})\.[a-z_]+)"', source)
    }
    assert len(asked) > 60
    missing = {key for key in asked if key not in known and f"{key}.other" not in known}
    assert not missing


def test_icons_exist() -> None:
    (names,) = re.findall(r"type IconName =\s*([^;]+);", (PLAYER / "shell/icon.tsx").read_text())
    asked = set(re.findall(r'"([a-z]+)"', names))
    drawn = set(re.findall(r'<symbol id="i-([a-z]+)"', ICONS.read_text(encoding="utf-8")))
    assert asked
    assert asked <= drawn
