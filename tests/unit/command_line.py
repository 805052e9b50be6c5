"""Runs command lines on a small project."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from click.testing import CliRunner, Result

from builder.cli import main

MINIMAL = Path(__file__).parents[1] / "projects" / "minimal"


class Program:
    """The installed command as Click's test runner wants it."""

    name = "lesbouwer"

    def main(self, args: Sequence[str], **_extra: object) -> NoReturn:
        """What the entry point does."""
        sys.exit(main(args))


class CommandLine:
    """Runs command lines in English from inside a project."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def __call__(self, *words: str, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(Program(), list(words), env=env)  # type: ignore[arg-type]

    def json(self, *words: str) -> Any:
        """The report of a command line for programs."""
        return json.loads(self(*words, "--format", "json").stdout)

    def replace(self, path: str, old: str, new: str) -> None:
        """Changes a file of the project."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def spoil(self) -> None:
        """Makes a mistake in the quiz: no right answer."""
        self.replace("quizzes/begin-toets.yaml", "        correct: true\n", "")

    def add_course(self, name: str) -> None:
        """A second course of the same module."""
        shutil.copytree(self.project / "courses" / "voorbeeld", self.project / "courses" / name)
        self.replace(f"courses/{name}/course.yaml", "id: voorbeeld", f"id: {name}")

    def contents(self, folder: str) -> dict[str, bytes]:
        """Every file in a folder of the project."""
        found = (self.project / folder).glob("*")
        return {file.name: file.read_bytes() for file in found}
