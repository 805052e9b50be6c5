"""The command ``lesbouwer``: the one border where outcomes and failures become exit codes.

0 fine; 1 the content has errors; 2 wrong use; 3 the machine; 70 our fault; 130 broken off.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress

import click

from builder import __version__, i18n
from builder.cli.console import make_streams_lenient
from builder.cli.group import make_group
from builder.diagnostics import LesbouwerError
from builder.i18n import translate as _
from builder.report import say_failure

FINE, CONTENT_HAS_ERRORS, WRONG_USE, MACHINE_FAILS, OUR_FAULT, BROKEN_OFF = 0, 1, 2, 3, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (default: the process's own) and returns its exit code."""
    line = list(sys.argv[1:] if arguments is None else arguments)
    make_streams_lenient()
    i18n.speak(i18n.choose_language(i18n.find_requested_language(line), os.environ))
    try:
        code = _run(line)
        sys.stdout.flush()
        return code
    except click.UsageError as error:
        error.show()
        return WRONG_USE
    except click.ClickException as error:
        error.show()
        return MACHINE_FAILS
    except (KeyboardInterrupt, EOFError, click.Abort):
        with suppress(OSError):
            click.echo("\n" + _("Broken off."), err=True)
        return BROKEN_OFF
    except LesbouwerError as error:
        return _tell(_say_which_failed(error))
    except OSError as error:
        if error.errno == errno.EPIPE:
            return _leave_quietly()
        return _tell(_say_what_failed(error))
    except MemoryError:
        return _tell(_("this machine has not enough memory for it"))
    except Exception:
        traceback.print_exc()
        click.echo(_make_plea(line), err=True)
        return OUR_FAULT


def _run(line: list[str]) -> int:
    try:
        with make_group().make_context("lesbouwer", line) as context:
            result = context.command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else FINE


def _tell(sentence: str) -> int:
    click.echo(_("lesbouwer: {sentence}").format(sentence=sentence), err=True)
    return MACHINE_FAILS


def _say_which_failed(error: LesbouwerError) -> str:
    """The sentence of a failure, with the reason that the system gave in our own words."""
    cause = error.__cause__
    if isinstance(cause, OSError) and "reason" in error.params:
        return say_failure(
            LesbouwerError(error.sentence, **{**error.params, "reason": _name_reason(cause)})
        )
    return say_failure(error)


def _say_what_failed(error: OSError) -> str:
    reason = _name_reason(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _name_reason(error: OSError) -> str:
    reasons = {
        errno.EACCES: _("no right to read or write here"),
        errno.EPERM: _("no right to read or write here"),
        errno.EROFS: _("this disk cannot be written to"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk is full"),
        errno.ENOENT: _("no such file or folder"),
        errno.EADDRINUSE: _("this address is in use by another program"),
    }
    return reasons.get(error.errno or 0, error.strerror or str(error))


def _leave_quietly() -> int:
    """The reader of our output went away (``| head``): nothing to say, and nobody to say it to."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _make_plea(line: Sequence[str]) -> str:
    return _(
        "This is a fault of lesbouwer {version}, not of your files. Please report it with the "
        "lines above and the command: lesbouwer {command}"
    ).format(version=__version__, command=" ".join(line))
