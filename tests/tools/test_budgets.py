"""Budgets measure what a learner has to load."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from tools import budgets

PAGE = b"""<!DOCTYPE html><html lang="nl"><body><main>
<article class="page" id="start" data-kind="start">begin</article>
<article class="page" id="p-a" data-kind="lesson">een les</article>
<article class="page" id="p-b" data-kind="quiz">een toets</article>
</main></body></html>"""


def package(folder: Path, script_bytes: int, picture_bytes: int = 150_000) -> Path:
    file = folder / "course.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("index.html", PAGE)
        archive.writestr("player.js", os.urandom(script_bytes))
        for name in ("course.js", "player.css", "font.woff2"):
            archive.writestr(name, b"x")
        archive.writestr("media/film.mp4", os.urandom(400_000))
        archive.writestr("media/foto.webp", os.urandom(picture_bytes))
    return file


def test_the_shell_is_the_page_without_lessons_and_quizzes() -> None:
    shell = budgets.shell_of(PAGE)
    assert b"begin" in shell
    assert b"een les" not in shell
    assert b"een toets" not in shell


def test_a_small_package_is_within_budget_whatever_its_media(tmp_path: Path) -> None:
    measures = budgets.measure(package(tmp_path, 10_000))
    assert [one.name for one in measures if one.is_over] == []
    assert {one.name for one in measures if one.budget_kb} == {
        "style",
        "script",
        "font",
        "first view",
        "heaviest picture",
        "package without media",
    }


def test_a_heavy_picture_is_over_budget(tmp_path: Path) -> None:
    measures = budgets.measure(package(tmp_path, 10_000, picture_bytes=150_001))
    assert [one.name for one in measures if one.is_over] == ["heaviest picture"]


def test_a_heavy_script_is_over_budget(tmp_path: Path) -> None:
    measures = budgets.measure(package(tmp_path, 80_000))
    assert [one.name for one in measures if one.is_over] == ["script", "first view"]
    assert "OVER" in str(next(one for one in measures if one.name == "script"))
