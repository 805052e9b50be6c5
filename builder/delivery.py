"""Puts a course that was built in its place: packages, lock and report, all of them or none.

Two programs may do so at the same moment, for the same course or into the same folder. Each then
waits for the other while it writes, and a lock that changed since it was read is not overwritten:
slots that are in a package already must never be given to something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.build_report import FILE_NAME as REPORT_NAME
from builder.build_report import PackageEntry, make_report, merge_entries, read_entries
from builder.diagnostics import LesbouwerError, refusal
from builder.output import OutputFile, hold, replace_files


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A finished and verified zip that is not on the disk yet."""

    entry: PackageEntry
    data: bytes


@dataclass(frozen=True, slots=True)
class LockChange:
    """The lock of a course: its text when the course was read, None for none, and the new one."""

    path: Path
    before: str | None
    after: str


def deliver(out: Path, packages: Sequence[BuiltPackage], change: LockChange | None) -> None:
    """Packages first, then the lock that they were made with, then the report that names them.

    Raises ``LesbouwerError`` when the machine refuses or another build went before.
    """
    with hold([out, *([change.path.parent] if change else [])]):
        files = [OutputFile(out / package.entry.path, package.data) for package in packages]
        if change is not None:
            _require_same(change)
            files.append(OutputFile(change.path, change.after.encode()))
        report = out / REPORT_NAME
        entries = merge_entries(
            earlier=read_entries(_read(report) or ""),
            built=[package.entry for package in packages],
            still_there=lambda entry: _has_size(out / entry.path, entry.size),
        )
        files.append(OutputFile(report, make_report(entries)))
        replace_files(files)


def _require_same(change: LockChange) -> None:
    if _read(change.path) not in (change.before, change.after):
        raise LesbouwerError(
            "{path} was changed by another build in the meantime: build once more",
            path=str(change.path),
        )


def _read(path: Path) -> str | None:
    """The text of a file, None when there is none; what is no UTF-8 is replaced."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refusal("{path} could not be read: {reason}", error, path=str(path)) from error


def _has_size(path: Path, size_bytes: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size_bytes
    except (OSError, ValueError):
        return False
