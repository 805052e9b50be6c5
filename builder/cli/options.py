"""What every command shares: its shape in the help, ``--project`` and ``--lang``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from builder.i18n import LANGUAGES
from builder.i18n import translate as _

_PROJECT = "lesbouwer.project"

TODAY_VARIABLE = "LESBOUWER_TODAY"
"""A day as year-month-day, for tests and for looking ahead."""

HELP_NAMES = ("-h", "--help")


def _keep_project(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[_PROJECT] = value


def find_start(ctx: click.Context) -> Path | None:
    """The folder given with ``--project``, before or after the name of the command."""
    start: Path | None = ctx.meta.get(_PROJECT)
    return start


def find_today(ctx: click.Context) -> date:
    """The day against which `check` holds review dates: LESBOUWER_TODAY, else the calendar's.

    Raises ``click.UsageError`` when LESBOUWER_TODAY is no date.
    """
    written = os.environ.get(TODAY_VARIABLE, "")
    try:
        return date.fromisoformat(written) if written else date.today()
    except ValueError as error:
        sentence = _("{name} is no date: {value}. Write it as 2026-01-31.")
        raise click.UsageError(sentence.format(name=TODAY_VARIABLE, value=written), ctx) from error


def make_shared_options() -> list[click.Parameter]:
    """``--project`` and ``--lang``, which stand on the program and on each of its commands.

    The language is read from the line before Click starts, see ``i18n.find_requested_language``;
    the option is here for the help and for its check.
    """
    return [
        click.Option(
            ["--project"],
            type=click.Path(path_type=Path, readable=False),
            metavar=_("FOLDER"),
            expose_value=False,
            callback=_keep_project,
            help=_("Folder with courses/; without it the nearest one upward from here."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=_("Language of the messages; without it LESBOUWER_LANG, then the locale."),
        ),
    ]


def make_course_argument() -> click.Argument:
    """The names of courses; none means all of them."""
    return click.Argument(
        ["courses"],
        nargs=-1,
        metavar=_("[COURSE]..."),
        help=_("Name of a course: its folder in courses/. Without a name: all courses."),
    )


def make_format_option(formats: Sequence[str]) -> click.Option:
    """``--format`` with the formats that this command can write."""
    return click.Option(
        ["--format", "format_name"],
        type=click.Choice(formats),
        default="text",
        show_default=True,
        help=_("How to write the result."),
    )


def make_command(
    name: str,
    callback: Callable[..., Any],
    help_text: str,
    params: Sequence[click.Parameter],
) -> click.Command:
    """A command in the house's shape; ``help_text`` is translated already."""
    return click.Command(
        name,
        callback=callback,
        help=help_text,
        params=[*params, *make_shared_options()],
        options_metavar=_("[OPTIONS]"),
        context_settings={"help_option_names": list(HELP_NAMES)},
    )
