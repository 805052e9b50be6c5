"""Which project and which courses a command line is about, and where its output may go."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

import click

from builder.cli.options import find_start
from builder.codes import CODES
from builder.diagnostics import Diagnostic, LesbouwerError
from builder.i18n import translate as _


def require_project(ctx: click.Context) -> Path:
    """The folder given with ``--project``, else the nearest one upward with ``courses/``.

    Raises ``click.UsageError`` when there is none, ``LesbouwerError`` when the folder that the
    command was given in was removed.
    """
    from builder.pipeline import find_project, is_folder

    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise LesbouwerError(
            "the folder that you are in no longer exists: go to another folder"
        ) from error
    start = find_start(ctx)
    if start is None:
        project = find_project(here)
        if project is None:
            raise click.UsageError(
                _(
                    "There is no folder courses/ here or in a folder above. "
                    "Go to the folder of your project, or name it with --project."
                ),
                ctx,
            )
        return project
    if not is_folder(start):
        raise click.UsageError(_("There is no folder '{folder}'.").format(folder=start), ctx)
    if not is_folder(start / "courses"):
        raise click.UsageError(
            _("There is no folder courses/ in '{folder}'. Name the folder that holds it.").format(
                folder=start
            ),
            ctx,
        )
    return start


def require_apart(ctx: click.Context, out: Path | None) -> None:
    """Keeps output out of the folders with the author's work, where it would count as that.

    Raises ``click.UsageError``.
    """
    from builder.pipeline import SOURCE_FOLDERS, find_project

    if out is None:
        return
    place = Path(os.path.realpath(out))
    project = find_project(place)
    if project is None or place == project:
        return
    name = place.relative_to(project).parts[0]
    if name in SOURCE_FOLDERS:
        raise click.UsageError(
            _(
                "'{folder}' lies in {name}/, between your own files. "
                "Choose a folder elsewhere, such as dist."
            ).format(folder=out, name=name),
            ctx,
        )


def require_courses(
    ctx: click.Context,
    project: Path,
    wanted: Sequence[str],
    known: Sequence[str],
    faults: Sequence[Diagnostic],
) -> tuple[str, ...]:
    """The courses asked for in the order of the line, each once; all of them when none is named.

    Raises ``click.UsageError`` for a name that is no course, with the name that was probably
    meant; ``LesbouwerError`` when nobody can tell, because ``faults`` say that the folder with
    the courses cannot be read.
    """
    for name in wanted:
        if name not in known:
            _require_readable(project, faults)
            raise click.UsageError(_suggest(project, name, known), ctx)
    return tuple(dict.fromkeys(wanted)) or tuple(known)


def _require_readable(project: Path, faults: Sequence[Diagnostic]) -> None:
    for one in faults:
        if one.location.path == "courses" and CODES[one.code].is_machine:
            path = str(project / "courses")
            raise LesbouwerError("{path} could not be read: {reason}", path=path, **one.params)


def _suggest(project: Path, name: str, known: Sequence[str]) -> str:
    sentences = [_("There is no course '{course}'.").format(course=name)]
    is_path = "/" in name or os.sep in name or "." in name or os.path.exists(name)
    if is_path:
        sentences.append(_("A course is named by its folder in courses/, without a path."))
    meant = _find_owner(project, name) if is_path else None
    close = difflib.get_close_matches(Path(name).name.lower(), known, 1, 0.5)
    if meant in known or close:
        course = meant if meant in known else close[0]
        sentences.append(_("Did you mean '{course}'?").format(course=course))
    elif known:
        sentences.append(_("These are there: {courses}.").format(courses=", ".join(known)))
    return " ".join(sentences)


def _find_owner(project: Path, path: str) -> str | None:
    """The course in whose folder a path lies."""
    courses = Path(os.path.realpath(project / "courses"))
    place = Path(os.path.realpath(path))
    inside = place.relative_to(courses).parts if place.is_relative_to(courses) else ()
    return inside[0] if inside else None
