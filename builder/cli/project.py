"""Which project and which courses a command line is about."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from builder.cli.options import find_start
from builder.i18n import translate as _


def require_project(ctx: click.Context) -> Path:
    """The folder given with ``--project``, else the nearest one upward with ``courses/``.

    Raises ``click.UsageError`` when there is none.
    """
    from builder.pipeline import find_project

    start = find_start(ctx)
    if start is None:
        project = find_project(Path.cwd())
        if project is None:
            raise click.UsageError(
                _(
                    "There is no folder courses/ here or in a folder above. "
                    "Go to the folder of your project, or name it with --project."
                ),
                ctx,
            )
        return project
    if not start.is_dir():
        raise click.UsageError(_("There is no folder {folder}.").format(folder=start), ctx)
    if not (start / "courses").is_dir():
        raise click.UsageError(
            _("There is no folder courses/ in {folder}. Name the folder that holds it.").format(
                folder=start
            ),
            ctx,
        )
    return start


def require_courses(
    ctx: click.Context, wanted: Sequence[str], known: Sequence[str]
) -> tuple[str, ...]:
    """The courses asked for in the order of the line, each once; all of them when none is named.

    Raises ``click.UsageError`` for a name that is no course, with the name that was probably meant.
    """
    for name in wanted:
        if name not in known:
            raise click.UsageError(_suggest(name, known), ctx)
    return tuple(dict.fromkeys(wanted)) or tuple(known)


def _suggest(name: str, known: Sequence[str]) -> str:
    sentence = _("There is no course '{course}'.").format(course=name)
    close = difflib.get_close_matches(name.lower(), known, 1, 0.5)
    if close:
        return sentence + " " + _("Did you mean '{course}'?").format(course=close[0])
    if known:
        listed = ", ".join(known)
        return sentence + " " + _("These are there: {courses}.").format(courses=listed)
    return sentence
