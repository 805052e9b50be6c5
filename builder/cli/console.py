"""Where the command line writes: styles on a terminal, plain lines elsewhere, late progress."""

from __future__ import annotations

import codecs
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from builder.diagnostics import refusal
from builder.report import Line, join_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

PROGRESS_DELAY_S = 1.0
"""Work that is done sooner shows no progress at all."""

_LENIENT = "lesbouwer"
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": "..."}

_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "place": "bold",
    "gutter": "dim",
    "caret": "bold red",
    "label": "cyan",
    "count": "bold",
    "title": "bold",
    "good": "green",
}


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody watches this stream on a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_styled(stream: TextIO) -> bool:
    """Whether a stream gets colour: a terminal, unless ``NO_COLOR`` is set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def _open_console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


def write_lines(lines: Iterable[Line], stream: TextIO) -> None:
    """Writes lines, styled on a terminal; lines are never broken to fit the width.

    A reader that went away (``| head``) is no failure: the rest is written to nobody.
    Raises ``LesbouwerError`` when the stream takes nothing, as on a full disk.
    """
    with _writing(stream):
        if not is_styled(stream):
            stream.write(join_plain(lines))
        else:
            from rich.text import Text

            console = _open_console(stream)
            for line in lines:
                styled = Text.assemble(*((text, _STYLES.get(style, "")) for text, style in line))
                console.print(styled, soft_wrap=True)
        stream.flush()


def write_document(text: str) -> None:
    """Writes a report for programs on standard output: UTF-8, whatever the terminal speaks.

    Fails and does not fail as ``write_lines`` does.
    """
    with _writing(sys.stdout):
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            binary.write(text.encode())
        sys.stdout.flush()


def write_last_words(text: str) -> None:
    """Writes on standard error why a command ends. Where that cannot be, the exit code tells."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        _silence(sys.stderr)


def finish() -> None:
    """Writes what is still in a buffer, so that Python has nothing left to fail on at its end.

    Raises ``LesbouwerError`` when it cannot be written.
    """
    with _writing(sys.stdout):
        sys.stdout.flush()


@contextmanager
def _writing(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise refusal("the output could not be written: {reason}", error) from error


def _silence(stream: TextIO) -> None:
    """From now on nobody hears what is written here, not even what a buffer still holds."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def prepare_streams() -> None:
    """Makes standard output and error safe to write to, whatever they are.

    A stream that was closed (``>&-``) leads nowhere, as was asked for; without this, the next
    file to be opened would take its number. Of what a stream cannot encode, our own curly quotes
    and dashes become straight ones, and all else becomes escapes: what an author typed is shown
    exactly.
    """
    codecs.register_error(_LENIENT, _replace)
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_WRONLY)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8"))
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_LENIENT)


def _replace(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeEncodeError):
        plain = _PLAIN.get(error.object[error.start])
        if plain is not None:
            return plain, error.start + 1
        error.end = error.start + 1
    return codecs.backslashreplace_errors(error)


class Steps:
    """Counts finished steps; drawn as a bar once the work takes longer than a second."""

    def __init__(self, label: str, total: int) -> None:
        self._label, self._total, self._done = label, total, 0
        self._progress: Progress | None = None
        self._lock = threading.Lock()

    def finish_one(self) -> None:
        """One more step is done."""
        with self._lock:
            self._done += 1
            if self._progress is not None:
                self._progress.update(self._progress.task_ids[0], completed=self._done)

    def _draw(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        with self._lock:
            self._progress = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                console=_open_console(sys.stderr),
                transient=True,
            )
            self._progress.add_task(self._label, total=self._total, completed=self._done)
            self._progress.start()

    def _erase(self) -> None:
        if self._progress is not None:
            self._progress.stop()


@contextmanager
def show_progress(label: str, total: int) -> Iterator[Steps]:
    """A bar on standard error while the block runs: only on a terminal, only after a second."""
    steps = Steps(label, total)
    if not is_terminal(sys.stderr):
        yield steps
        return
    timer = threading.Timer(PROGRESS_DELAY_S, steps._draw)
    timer.daemon = True
    timer.start()
    try:
        yield steps
    finally:
        timer.cancel()
        timer.join()
        steps._erase()
