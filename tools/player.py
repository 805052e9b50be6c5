"""Runs an npm script of the player: ``python -m tools.player test``.

Always on the Node of the development packages, so that a test does not depend on the machine's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hatch_build

PLAYER = Path(__file__).resolve().parents[1] / hatch_build.PLAYER


def main() -> int:
    """Install what the script needs and run it; its exit code is ours."""
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
    words = [*node.npm, "run", "--loglevel=error", *sys.argv[1:]]
    return subprocess.run(
        words, cwd=PLAYER, env={**os.environ, "PATH": path}, check=False
    ).returncode


if __name__ == "__main__":
    raise SystemExit(main())
