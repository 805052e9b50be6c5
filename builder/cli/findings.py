"""Puts the findings of a command on the right stream in the format asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.cli.console import write_document, write_lines
from builder.i18n import LANGUAGES
from builder.report import (
    Finding,
    Places,
    make_github,
    make_json,
    make_sarif,
    make_text,
)

GITHUB_ROOT = "GITHUB_WORKSPACE"
"""GitHub's variable with the folder that its paths start from."""


def find_places(project: Path, format_name: str) -> Places:
    """How files of the project are named: from where the reader stands, so that links work.

    People read from the working directory; GitHub and SARIF from the top of the repository,
    which is the working directory too unless GitHub says otherwise. A project elsewhere on the
    disk is named in full for people and by its own paths for programs.
    """
    from_here = Path.cwd()
    if format_name != "text" and os.environ.get(GITHUB_ROOT):
        from_here = Path(os.environ[GITHUB_ROOT]).absolute()
    project = project.absolute()
    if project.is_relative_to(from_here) or from_here.is_relative_to(project):
        return Places(Path(os.path.relpath(project, from_here)).as_posix())
    return Places(project.as_posix() if format_name == "text" else "")


def write_findings(
    findings: Sequence[Finding],
    places: Places,
    format_name: str,
    extra: Mapping[str, Any] | None = None,
) -> None:
    """Text goes to standard error, the formats for programs to standard output.

    ``extra`` is what the command adds to the JSON object.
    """
    if format_name == "json":
        write_document(make_json(findings, extra))
    elif format_name == "github":
        write_document(make_github(findings, places))
    elif format_name == "sarif":
        write_document(make_sarif(findings, places, find_language()))
    else:
        write_lines(make_text(findings, places), sys.stderr)


def find_language() -> str:
    """The language in force, see ``i18n.speak``."""
    chosen = os.environ.get("LANGUAGE", "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]
