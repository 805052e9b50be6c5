"""The command that lets many learners live by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import learners, player

TEST = Path(__file__).parents[1] / "player" / f"{learners.TEST}.test.ts"


def test_the_test_reads_what_the_command_sets() -> None:
    text = TEST.read_text(encoding="utf-8")
    for name in learners.environment(3, 7):
        assert f'process.env["{name}"]' in text


def test_number_and_seed_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], dict[str, str]]] = []

    def run(script: list[str], extra: dict[str, str]) -> int:
        asked.append((script, extra))
        return 0

    monkeypatch.setattr(player, "run", run)
    monkeypatch.setattr("sys.argv", ["learners", "--runs", "3", "--seed", "7"])
    assert learners.main() == 0
    assert asked == [(["test", "any-learner"], {"LESBOUWER_RUNS": "3", "LESBOUWER_SEED": "7"})]
