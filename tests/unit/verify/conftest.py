"""A stand-in for the player's bundle."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packages.sample import install_player


@pytest.fixture(autouse=True)
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install_player(tmp_path, monkeypatch)
    return tmp_path
