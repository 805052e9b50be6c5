"""Puts a course that was built in its place: packages, lock and report, all of them or none.

Two programs may do so at the same moment, for the same course or into the same folder. Each then
waits for the other while it writes, and a lock that changed since it was read is not overwritten:
slots that are in a package already must never be given to something else.
"""

from __future__ import annotations

import hashlib
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


def deliver(
    out: Path,
    packages: Sequence[BuiltPackage],
    change: LockChange | None,
    seen: dict[PackageEntry, bool] | None = None,
) -> None:
    """Packages first, then the lock that they were made with, then the report that names them.

    ``seen`` grows: which packages are on the disk as the report has them, so that a build of many
    courses looks at each once.

    Raises ``LesbouwerError`` when the machine refuses or another build went before.
    """
    seen = {} if seen is None else seen

    def is_there(entry: PackageEntry) -> bool:
        if entry not in seen:
            seen[entry] = _is_same(out / entry.path, entry)
        return seen[entry]

    with hold([out, *([change.path.parent] if change else [])]):
        files = [OutputFile(out / package.entry.path, package.data) for package in packages]
        if change is not None:
            _require_same(change)
            files.append(OutputFile(change.path, change.after.encode()))
        report = out / REPORT_NAME
        entries = merge_entries(
            earlier=read_entries(_read(report) or ""),
            built=[package.entry for package in packages],
            still_there=is_there,
        )
        files.append(OutputFile(report, make_report(entries)))
        replace_files(files)
        seen.update((package.entry, True) for package in packages)


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


def _is_same(path: Path, entry: PackageEntry) -> bool:
    """Whether a file still is the package that the report tells of; reads it only when it may be.

    A file of another size is another one for certain.
    """
    try:
        if not path.is_file() or path.stat().st_size != entry.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
    except (OSError, ValueError):
        return False
