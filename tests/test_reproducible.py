"""The same course gives the same bytes: in another folder, time zone, language, umask, process."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "tests" / "projects" / "graded"

SURROUNDINGS: list[tuple[int, dict[str, str]]] = [
    (0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    (0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "12345"}),
    (0o000, {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "99", "PYTHONUTF8": "0"}),
]

PACK_SAMPLE = """
import hashlib, pathlib, sys, pytest
from builder.archive import pack
from builder.targets import TARGETS
from tests.packages.sample import install_player, plan_sample
install_player(pathlib.Path("."), pytest.MonkeyPatch())
for target in TARGETS:
    print(target, pack(plan_sample(target)).sha256)
"""


def run(words: list[str], folder: Path, umask: int, variables: Mapping[str, str]) -> str:
    """The output of a Python program in surroundings of its own."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, **variables, "PYTHONPATH": str(ROOT)},
        umask=umask,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.conformance(20)
def test_equal_packages_give_equal_zips(tmp_path: Path) -> None:
    results = set()
    for number, (umask, variables) in enumerate(SURROUNDINGS):
        folder = tmp_path / f"map {number}"
        folder.mkdir()
        results.add(run(["-c", PACK_SAMPLE], folder, umask, variables))
    (lines,) = results
    assert len(lines.splitlines()) == 3


@pytest.mark.conformance(20)
def test_equal_courses_give_equal_packages(tmp_path: Path) -> None:
    results = []
    for number, (umask, variables) in enumerate(SURROUNDINGS):
        folder = tmp_path / ("map" * (number + 1))
        project, out = folder / "inhoud", folder / "uit"
        shutil.copytree(PROJECT, project)
        for file in project.rglob("*"):
            os.utime(file, (1_000_000_000 + number * 1000, 1_000_000_000 + number * 1000))
        words = ["-m", "builder", "build", "--project", str(project), "--out", str(out)]
        for target in ("scorm12", "scorm2004", "scorm2004-3"):
            words += ["--target", target]
        run(words, folder, umask, variables)
        results.append(
            {
                file.name: hashlib.sha256(file.read_bytes()).hexdigest()
                for file in sorted(out.iterdir())
            }
        )
    assert results[0] == results[1] == results[2]
    assert len([name for name in results[0] if name.endswith(".zip")]) == 3
    assert "report.json" in results[0]
