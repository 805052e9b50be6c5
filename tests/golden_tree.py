"""Compares what was made with the files under ``tests/golden``, and keeps those clean.

``LESBOUWER_GOLDEN=write`` accepts what is made now. A golden file that nothing made is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

GOLDEN = Path(__file__).parent / "golden"
VARIABLE = "LESBOUWER_GOLDEN"


def assert_golden(case: str, made: Mapping[str, bytes], golden: Path = GOLDEN) -> None:
    """The folder ``case`` holds exactly these files; XML is compared in its canonical form."""
    folder = golden / case
    if os.environ.get(VARIABLE) == "write":
        _accept(folder, made)
    kept = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert sorted(kept) == sorted(made), f"other files than in {folder}: run make golden"
    for path, data in made.items():
        assert _comparable(path, data) == _comparable(path, kept[path]), f"{case}/{path} changed"


def assert_no_strays(cases: list[str], golden: Path = GOLDEN) -> None:
    """Every golden file belongs to one of the cases."""
    folders = [golden / case for case in cases]
    strays = [
        file.relative_to(golden).as_posix()
        for file in golden.rglob("*")
        if file.is_file() and not any(file.is_relative_to(folder) for folder in folders)
    ]
    assert strays == [], "nothing makes these golden files any more: delete them"


def _accept(folder: Path, made: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _comparable(path: str, data: bytes) -> bytes:
    if not path.endswith(".xml"):
        return data
    return etree.tostring(etree.fromstring(data), method="c14n2")
