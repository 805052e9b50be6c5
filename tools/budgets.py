"""Builds the courses, measures what a learner has to load, and fails over budget.

Sizes are in kB of 1000 bytes. The page without its lessons is the shell; as it holds every lesson
so that it can be read without script, the page as a whole is printed beside it and grows with
the course.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import lxml.html

ROOT = Path(__file__).resolve().parents[1]

FIRST_VIEW_KB = 75.0
SCRIPT_KB = 40.0
STYLE_KB = 8.0
FONT_KB = 34.0
PACKAGE_KB = 250.0
PICTURE_KB = 150.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of one package; ``budget_kb`` is absent when it is only printed."""

    name: str
    size_kb: float
    budget_kb: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is more than its budget."""
        return self.budget_kb is not None and self.size_kb > self.budget_kb

    def __str__(self) -> str:
        """One line of the report."""
        allowed = "" if self.budget_kb is None else f" of {self.budget_kb:5.0f}"
        return f"  {self.name:<38}{self.size_kb:7.1f} kB{allowed}{'  OVER' if self.is_over else ''}"


def gzip_kb(data: bytes) -> float:
    """Size after gzip, as a web server sends it."""
    return len(gzip.compress(data, 9, mtime=0)) / 1000


def shell_of(page: bytes) -> bytes:
    """The page without its lessons and quizzes; the start page stays."""
    tree = lxml.html.document_fromstring(page)
    for article in tree.xpath("//article[@data-kind != 'start']"):
        article.drop_tree()
    return bytes(lxml.html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))


def measure(package: Path) -> list[Measure]:
    """All numbers of one package."""
    with zipfile.ZipFile(package) as archive:
        page, payload, script, style, font = (
            archive.read(name)
            for name in ("index.html", "course.js", "player.js", "player.css", "font.woff2")
        )
        entries = [one for one in archive.infolist() if one.filename.startswith("media/")]
        media = sum(entry.compress_size for entry in entries)
        pictures = [one.file_size for one in entries if one.filename.endswith((".svg", ".webp"))]
    parts = [
        Measure("page without lessons", gzip_kb(shell_of(page))),
        Measure("style", gzip_kb(style), STYLE_KB),
        Measure("script", gzip_kb(script), SCRIPT_KB),
        Measure("font", gzip_kb(font), FONT_KB),
    ]
    return [
        *parts,
        Measure("first view", sum(part.size_kb for part in parts), FIRST_VIEW_KB),
        Measure("page with every lesson", gzip_kb(page)),
        Measure("questions and settings (course.js)", gzip_kb(payload)),
        Measure("heaviest picture", max(pictures, default=0) / 1000, PICTURE_KB),
        Measure("package without media", (package.stat().st_size - media) / 1000, PACKAGE_KB),
    ]


def build(folder: Path) -> float:
    """Build every course into ``folder`` in a process of its own; the wall time in seconds.

    Raises:
        SystemExit: the build failed.
    """
    words = [sys.executable, "-m", "builder", "--project", str(ROOT)]
    words += ["build", "--locked", "--out", str(folder)]
    start = time.perf_counter()
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    duration_s = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"lesbouwer build failed:\n{done.stderr}")
    return duration_s


def main() -> int:
    """Print every measure; 1 when one is over its budget."""
    is_over = False
    with tempfile.TemporaryDirectory(prefix="lesbouwer-") as temporary:
        folder = Path(temporary)
        duration_s = build(folder)
        packages = sorted(folder.glob("*.zip"))
        if not packages:
            raise SystemExit("lesbouwer build made no package to measure")
        for package in packages:
            print(f"{package.name} (sizes after gzip, but for the package)")
            for one in measure(package):
                print(one)
                is_over = is_over or one.is_over
    print(f"lesbouwer build of {len(packages)} packages took {duration_s:.1f} s as a whole process")
    if is_over:
        print("a budget is exceeded: make it smaller, or change tools/budgets.py with a reason")
    return 1 if is_over else 0


if __name__ == "__main__":
    raise SystemExit(main())
