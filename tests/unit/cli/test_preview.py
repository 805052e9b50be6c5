"""The start and the end of a preview; the server itself is tested beside it."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import pytest

from builder.preview import server
from builder.preview.site import Site
from tests.unit.command_line import CommandLine

Served = list[tuple[Site, int]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What would have been served."""
    calls: Served = []

    def note(site: Site, follow: Callable[..., object], listener: socket.socket) -> None:
        assert callable(follow)
        calls.append((site, listener.getsockname()[1]))

    monkeypatch.setattr(server, "serve", note)
    return calls


def test_it_tells_where_to_look_and_ends_with_0(run: CommandLine, served: Served) -> None:
    result = run("preview")
    [(site, port)] = served
    assert result.exit_code == 0
    assert result.stdout == (
        f"voorbeeld: shown\nPreview at http://127.0.0.1:{port}/ (Ctrl-C ends it)\nPreview ended.\n"
    )
    assert site.language == "en"


def test_mistakes_are_told_on_the_terminal_too(run: CommandLine, served: Served) -> None:
    run.spoil()
    result = run("preview", "--lang", "nl")
    assert result.exit_code == 0
    assert "voorbeeld: 1 fout in 1 bestand\n" in result.stdout
    assert "error Q101: " in result.stderr
    assert served[0][0].language == "nl"


def test_the_browser_is_opened_only_when_asked(
    run: CommandLine, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    run("preview")
    assert opened == []
    run("preview", "--open")
    assert opened == [f"http://127.0.0.1:{served[1][1]}/"]


def test_a_port_that_is_taken_is_the_machine(run: CommandLine, served: Served) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("preview", "--port", str(port))
    assert result.exit_code == 3
    assert f"lesbouwer: port {port} is in use by another program" in result.stderr
    assert served == []


def test_a_browser_that_does_not_start_is_said(
    run: CommandLine, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    result = run("preview", "--open")
    assert result.exit_code == 0
    assert result.stderr.startswith("No browser could be started. Open the address above")
    assert len(served) == 1
