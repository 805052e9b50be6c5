"""The command ``lesbouwer``: the one border where outcomes and failures become exit codes."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress

import click

from builder import __version__, i18n
from builder.cli.console import finish, prepare_streams, write_last_words, write_lines
from builder.cli.exit_codes import BROKEN_OFF, FINE, MACHINE_FAILS, OUR_FAULT, WRONG_USE
from builder.cli.group import make_group
from builder.diagnostics import LesbouwerError
from builder.i18n import translate as _
from builder.report import make_failure, make_failure_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (default: the process's own) and returns its exit code."""
    line = list(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    i18n.speak(i18n.choose_language(i18n.find_requested_language(line), os.environ))
    code = _run_and_tell(line)
    try:
        finish()
    except LesbouwerError as error:
        return _tell(error)
    return code


def _run_and_tell(line: list[str]) -> int:
    try:
        return _run(line)
    except click.ClickException as error:
        return _tell_click(error)
    except (KeyboardInterrupt, EOFError, click.Abort):
        write_last_words("\n" + _("Broken off.") + "\n")
        return BROKEN_OFF
    except LesbouwerError as error:
        return _tell(error)
    except BrokenPipeError:  # the reader of the help went away
        return FINE
    except OSError as error:
        return _tell(make_failure(error))
    except MemoryError:
        return _tell(
            LesbouwerError("this machine has not enough memory for it: close other programs")
        )
    except ImportError as error:
        if not _is_of_others(error):
            return _tell_fault(line)
        return _tell(_name_missing_part(error))
    except Exception:
        return _tell_fault(line)


def _run(line: list[str]) -> int:
    try:
        with make_group().make_context("lesbouwer", line) as context:
            result = context.command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else FINE


def _tell(error: LesbouwerError) -> int:
    with suppress(LesbouwerError):  # where nobody hears it, the exit code still tells
        write_lines(make_failure_text(error), sys.stderr)
    return MACHINE_FAILS


def _tell_click(error: click.ClickException) -> int:
    text = io.StringIO()
    error.show(text)
    write_last_words(text.getvalue())
    return WRONG_USE if isinstance(error, click.UsageError) else MACHINE_FAILS


def _tell_fault(line: Sequence[str]) -> int:
    """Everything that whoever mends lesbouwer needs; called while the exception is handled."""
    plea = _(
        "This is a fault of lesbouwer {version}, not of your files. Please report it with the "
        "lines above and the command: lesbouwer {command}"
    ).format(version=__version__, command=" ".join(line))
    write_last_words(traceback.format_exc() + plea + "\n")
    return OUR_FAULT


def _is_of_others(error: ImportError) -> bool:
    """Whether a package is missing or broken that lesbouwer needs, and not a part of itself."""
    return bool(error.name) and str(error.name).split(".")[0] != "builder"


def _name_missing_part(error: ImportError) -> LesbouwerError:
    return LesbouwerError(
        "the Python package {name} is missing or damaged: install lesbouwer again",
        name=str(error.name).split(".")[0],
    )
