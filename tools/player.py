"""Runs an npm script of the player: ``python -m tools.player test``.

Always on the Node of the development packages, so that a test does not depend on the machine's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import hatch_build

PLAYER = Path(__file__).resolve().parents[1] / hatch_build.PLAYER


def run(script: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
    """Install what an npm script needs and run it with ``extra`` in its environment.

    ``script`` is its name and its words. The exit code is that of the script, 1 when it cannot run.
    """
    node = hatch_build.node_of_wheel()
    if node is None:
        print("error: the development packages are not installed: run make setup", file=sys.stderr)
        return 1
    try:
        hatch_build.install_node_modules(PLAYER, node, with_tests=True, say=print)
    except hatch_build.AssetError as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 1
    path = os.pathsep.join([str(Path(node.program).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, **(extra or {})}
    words = [*node.npm, "run", "--loglevel=error", *script]
    return subprocess.run(words, cwd=PLAYER, env=environment, check=False).returncode


def main() -> int:
    """Run the script that the command line names; its exit code is ours."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
