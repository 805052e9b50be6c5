"""Colour on a terminal only, and progress that waits."""

import errno
import io
import sys
import threading
import time

import pytest

from builder.cli import console
from builder.diagnostics import LesbouwerError
from builder.report import Line

LINES: list[Line] = [
    (("a.md:1: ", "place"), ("error A101: ", "error"), ("[bold]:smile: not markup", "sentence")),
    (("x" * 300, ""),),
    (),
]
PLAIN = "a.md:1: error A101: [bold]:smile: not markup\n" + "x" * 300 + "\n\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def written(stream: io.StringIO) -> str:
    console.write_lines(LINES, stream)
    return stream.getvalue()


def test_a_pipe_gets_plain_lines() -> None:
    assert written(io.StringIO()) == PLAIN


def test_a_terminal_gets_colour_and_whole_lines(terminal: Terminal) -> None:
    text = written(terminal)
    assert "\x1b[1;31merror A101: \x1b[0m" in text
    assert "[bold]:smile: not markup" in text
    assert "x" * 300 + "\n" in text


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert written(terminal) == PLAIN


def test_an_empty_no_color_refuses_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in written(terminal)


def test_work_on_no_terminal_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(console, "PROGRESS_DELAY_S", 0)
    with console.show_progress("Building", 2) as steps:
        steps.finish_one()
    assert stream.getvalue() == ""


def test_quick_work_shows_no_progress(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(console, "PROGRESS_DELAY_S", 60)
    before = threading.active_count()
    with console.show_progress("Building", 2) as steps:
        steps.finish_one()
    assert terminal.getvalue() == ""
    assert threading.active_count() == before


def test_long_work_shows_how_far_it_is(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(console, "PROGRESS_DELAY_S", 0)
    with console.show_progress("Building", 2) as steps:
        steps.finish_one()
        while "1/2" not in terminal.getvalue():
            time.sleep(0.01)
    assert "Building" in terminal.getvalue()


def test_a_document_is_utf8_whatever_the_terminal_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    binary = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(binary, encoding="ascii"))
    console.write_document("één\n")
    assert binary.getvalue() == "één\n".encode()


class Full(io.StringIO):
    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


class Gone(io.StringIO):
    def flush(self) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


def test_a_stream_that_takes_nothing_is_a_failure() -> None:
    with pytest.raises(LesbouwerError, match="the output could not be written"):
        console.write_lines(LINES, Full())


def test_a_reader_that_went_away_is_not() -> None:
    console.write_lines(LINES, Gone())


def test_last_words_that_nobody_hears_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (Full(), Gone()):
        monkeypatch.setattr(sys, "stderr", stream)
        console.write_last_words("why\n")
        assert stream.getvalue() == "why\n"
