"""Finished files → disk: all of a set or none, each replaced whole."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics import LesbouwerError


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its whole new content."""

    path: Path
    data: bytes


def replace_files(files: Iterable[OutputFile]) -> None:
    """Writes every file beside its place, then puts them in place in the order given.

    A full disk or a missing right shows while writing, when nothing has been replaced yet.
    Folders are made if need be. Raises ``LesbouwerError`` when the machine refuses; nothing
    half-written is left behind then.
    """
    written: list[tuple[Path, Path]] = []
    current = Path()
    try:
        for file in files:
            current = file.path
            if current.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            current.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_beside(file), current))
        while written:
            beside, current = written[0]
            beside.replace(current)
            written.pop(0)
    except OSError as error:
        raise LesbouwerError(
            "{path} could not be written: {reason}",
            path=str(current),
            reason=error.strerror or str(error),
        ) from error
    finally:
        for beside, _ in written:
            with contextlib.suppress(OSError):
                beside.unlink()


def _write_beside(file: OutputFile) -> Path:
    """A complete copy under a hidden name in the same folder, readable for everyone (mode 0644)."""
    handle, name = tempfile.mkstemp(
        dir=file.path.parent, prefix=f".{file.path.name}.", suffix=".part"
    )
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(0o644)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    return beside
