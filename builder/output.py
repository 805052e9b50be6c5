"""Finished files → disk: all of a set or none, each replaced whole."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.diagnostics import refusal

if sys.platform != "win32":
    import fcntl


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its whole new content."""

    path: Path
    data: bytes


@contextlib.contextmanager
def hold(folders: Iterable[Path]) -> Iterator[None]:
    """Keeps other processes that also ``hold`` one of the folders waiting; makes the folders.

    They are taken in one order for everybody, so that two never wait for each other, and each
    once, under whatever name. A disk without such locks (some network drives) lets all pass, and
    so does a folder in which one may write but not look. Raises ``LesbouwerError`` when a folder
    cannot be made.
    """
    with contextlib.ExitStack() as stack:
        held: dict[tuple[int, int], int] = {}
        for folder in folders:
            with _said(folder):
                folder.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):
                handle = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, handle)
                status = os.fstat(handle)
                held.setdefault((status.st_dev, status.st_ino), handle)
        if sys.platform != "win32":
            for _, handle in sorted(held.items()):
                with contextlib.suppress(OSError):
                    fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def replace_files(files: Iterable[OutputFile]) -> None:
    """Writes every file beside its place, then puts them in place in the order given.

    A full disk or a missing right shows while writing, when nothing has been replaced yet.
    Folders are made if need be. Raises ``LesbouwerError`` when the machine refuses; nothing
    half-written is left behind then.
    """
    begun: list[tuple[Path, Path]] = []
    try:
        for file in files:
            with _said(file.path):
                if file.path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
                file.path.parent.mkdir(parents=True, exist_ok=True)
                # Noted before it is made, so that Ctrl-C at any moment leaves nothing behind.
                name = f".{file.path.name}.{secrets.token_hex(4)}.part"
                begun.append((file.path.with_name(name), file.path))
                _write(begun[-1][0], file.data)
        while begun:
            beside, place = begun[0]
            with _said(place):
                beside.replace(place)
            begun.pop(0)
    finally:
        for beside, _ in begun:
            with contextlib.suppress(OSError):
                beside.unlink()


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    """Puts a refusal of the system into words: ``path`` could not be written."""
    try:
        yield
    except OSError as error:
        raise refusal("{path} could not be written: {reason}", error, path=str(path)) from error


def _write(path: Path, data: bytes) -> None:
    """A new file that is complete on the disk, readable for everyone (mode 0644)."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(0o644)
