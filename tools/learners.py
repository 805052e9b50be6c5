"""Lets many learners live by chance: ``python -m tools.learners --runs 10000 --seed 7``.

Each life is a course, a standard and a row of steps: answers, pages, windows that open, freeze and
vanish, an LMS that fails, throws or lies. The tests of the player live a few of them every time;
here are as many as you like. The number, the seed and the violations are printed, and with a
violation the shortest life that shows it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from tools import player

TEST = "any-learner"


def environment(runs: int, seed: int) -> dict[str, str]:
    """What tests/player/any-learner.test.ts reads."""
    return {"LESBOUWER_RUNS": str(runs), "LESBOUWER_SEED": str(seed)}


def options(words: Sequence[str]) -> argparse.Namespace:
    """The command line; a seed that is not given is taken from the clock and printed."""
    parser = argparse.ArgumentParser(prog="python -m tools.learners", description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000, help="lives for each property")
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="the same seed, the same lives"
    )
    return parser.parse_args(words)


def main() -> int:
    """Live; 0 when nothing was violated."""
    chosen = options(sys.argv[1:])
    return player.run(["test", TEST], environment(chosen.runs, chosen.seed))


if __name__ == "__main__":
    raise SystemExit(main())
