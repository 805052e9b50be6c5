"""``lesbouwer`` and ``python -m builder``: loads the command line, which takes a moment.

What goes wrong in that moment has the exit codes of ``builder.cli.exit_codes`` too, which cannot be
asked before it is loaded.
"""

from __future__ import annotations

import os
import sys

from builder import i18n

BROKEN_OFF, MACHINE_FAILS = 130, 3


def start() -> int:
    """Runs the command line of the process and returns its exit code."""
    try:
        from builder.cli import main
    except KeyboardInterrupt:
        return _leave("\n" + _translate("Broken off."), BROKEN_OFF)
    except ImportError as error:
        name = (error.name or "").split(".")[0]
        if name in ("", "builder"):
            raise
        sentence = "the Python package {name} is missing or damaged: install lesbouwer again"
        return _leave("lesbouwer: " + _translate(sentence).format(name=name), MACHINE_FAILS)
    return main()


def _translate(message: str) -> str:
    i18n.speak(i18n.choose_language(i18n.find_requested_language(sys.argv[1:]), os.environ))
    return i18n.translate(message)


def _leave(text: str, code: int) -> int:
    sys.stderr.write(text + "\n")
    return code


if __name__ == "__main__":
    sys.exit(start())
