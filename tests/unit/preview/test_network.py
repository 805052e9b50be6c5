"""The port of the preview."""

import socket

import pytest

from builder.diagnostics import LesbouwerError
from builder.preview import network


def test_it_listens_on_loopback_only() -> None:
    with network.listen(None) as listener:
        address, port = listener.getsockname()
        assert address == "127.0.0.1"
        assert network.FIRST_PORT <= port <= network.LAST_PORT


def test_a_taken_port_is_passed_over() -> None:
    with network.listen(None) as first, network.listen(None) as second:
        assert first.getsockname()[1] < second.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_said() -> None:
    with network.listen(None) as first:
        port = first.getsockname()[1]
        with pytest.raises(LesbouwerError, match=f"port {port} is in use"):
            network.listen(port)


def test_no_free_port_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind((network.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(network, "FIRST_PORT", port)
        monkeypatch.setattr(network, "LAST_PORT", port)
        with pytest.raises(LesbouwerError, match=f"no port between {port} and {port} is free"):
            network.listen(None)
