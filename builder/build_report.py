"""``report.json`` beside the packages: what was built, for programs that upload or archive it.

The same packages give the same bytes: no time, no absolute path, sorted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

FILE_NAME = "report.json"
FORMAT = 1
"""Version of the file; goes up when a key changes its meaning or disappears."""


@dataclass(frozen=True, slots=True, order=True)
class PackageEntry:
    """One package. ``path`` is seen from the report; ``size`` in bytes, ``state`` in characters."""

    course: str
    version: str
    target: str
    path: str
    size: int
    sha256: str
    lessons: int
    questions: int
    state: int
    """Worst-case length of what the package asks an LMS to keep for one learner."""
    build: str
    """Six characters that stand for everything a learner can see."""


def read_entries(text: str) -> tuple[PackageEntry, ...]:
    """The entries of an earlier report; none when it is not one of ours or cannot be read.

    The file is output only: whatever is wrong with it, the next build makes it anew.
    """
    try:
        report: Any = json.loads(text)
        if report["format"] != FORMAT:
            return ()
        entries = tuple(PackageEntry(**entry) for entry in report["packages"])
    except (ValueError, KeyError, TypeError):
        return ()
    return entries if all(map(_is_well_typed, entries)) else ()


def _is_well_typed(entry: PackageEntry) -> bool:
    """Whether each value is what the class says; JSON may have held anything."""
    kinds = {"str": str, "int": int}
    return all(type(getattr(entry, one.name)) is kinds[str(one.type)] for one in fields(entry))


def merge_entries(
    earlier: Iterable[PackageEntry],
    built: Iterable[PackageEntry],
    still_there: Callable[[PackageEntry], bool],
) -> tuple[PackageEntry, ...]:
    """The entries for the new report, sorted.

    An earlier entry stays when its file is still there, byte for byte, and was not made anew. One
    of the same course and version but of other contents goes: it no longer belongs to what was
    built.
    """
    new = tuple(built)
    paths = {entry.path for entry in new}
    builds = {(entry.course, entry.version): entry.build for entry in new}
    kept = [
        entry
        for entry in earlier
        if entry.path not in paths
        and builds.get((entry.course, entry.version), entry.build) == entry.build
        and still_there(entry)
    ]
    return tuple(sorted((*kept, *new)))


def make_report(entries: Iterable[PackageEntry]) -> bytes:
    """The file's bytes: UTF-8, keys in the order of ``PackageEntry``."""
    report = {"format": FORMAT, "packages": [asdict(entry) for entry in sorted(entries)]}
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()
