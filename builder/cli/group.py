"""The program itself: its commands and the options before a command's name."""

from __future__ import annotations

import click

from builder import __version__
from builder.cli import build, check, explain, inspect, preview, schema
from builder.cli.options import HELP_NAMES, make_shared_options
from builder.i18n import translate as _

_COMMANDS = (build, check, explain, inspect, preview, schema)


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"lesbouwer {__version__}")
        ctx.exit()


def make_group() -> click.Group:
    """The command line in the language in force: Click builds help from ready texts."""
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=_("Show the version and exit."),
    )
    return click.Group(
        "lesbouwer",
        commands=[module.make() for module in _COMMANDS],
        params=[version, *make_shared_options()],
        help=_("Turns lessons in Markdown and quizzes in YAML into packages for an LMS."),
        epilog=_(
            "Exit codes: 0 fine, 1 the content has errors, 2 wrong use, "
            "3 the machine (disk, rights, missing program), 70 a fault of lesbouwer."
        ),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        context_settings={"help_option_names": list(HELP_NAMES)},
        no_args_is_help=True,
    )
