"""The player's script in a package that lesbouwer made."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.verify.subject import Subject

PLAYER_SCRIPT = "player.js"


def find_name_in_player(subject: Subject, name: str) -> Iterator[Diagnostic]:
    """A finding when the script does not hold the name as it stands."""
    if subject.payload is None:
        return
    script = subject.zip.text_bytes(subject.manifest.folder + PLAYER_SCRIPT) or b""
    if name.encode("ascii") not in script:
        yield Diagnostic("V609", subject.zip.at(PLAYER_SCRIPT), {"name": name})
