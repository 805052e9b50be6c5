"""What the author did wrong, as values: every stage returns them, nobody throws or prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(Enum):
    """How bad a finding is: only ``ERROR`` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: ``path`` in the project with forward slashes, line and column from 1.

    Line 0 means the file as a whole, column 0 the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. The sentence and the fix come from the table of codes, filled with ``params``.

    ``params`` holds plain strings and numbers only, so that a finding can be written as JSON
    and shown in another language. ``source_line`` is the offending line as the author wrote it.
    """

    code: str
    location: Location
    params: Mapping[str, str | int] = field(default_factory=dict)
    source_line: str = ""
    severity: Severity | None = None
    """Overrides the severity of the code; ``None`` means the code's own."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage returns: a value (or nothing when it could not be made) and its findings."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


class LesbouwerError(Exception):
    """The machine let us down (disk full, no rights, missing program): one sentence, exit code 3.

    ``sentence`` is a ``str.format`` template filled with ``params``, so that the command line
    can say it in another language; without params it is taken as it stands.
    """

    def __init__(self, sentence: str, **params: str | int) -> None:
        super().__init__(sentence.format(**params) if params else sentence)
        self.sentence = sentence
        self.params = params


def refusal(sentence: str, error: OSError, **params: str | int) -> LesbouwerError:
    """The failure for what the operating system refused. ``sentence`` asks for ``{reason}``."""
    return LesbouwerError(sentence, **params, **describe_refusal(error))


def describe_refusal(error: OSError) -> dict[str, str | int]:
    """Why the system refused, as params: its own word, and the number that it is translated by."""
    return {"reason": error.strerror or str(error), "errno": error.errno or 0}


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Order of a report: file, line, column, code."""
    where = diagnostic.location
    return (where.path, where.line, where.column, diagnostic.code)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings sorted for a report, equal ones once."""
    seen: dict[tuple[str, Location, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        key = (diagnostic.code, diagnostic.location, repr(sorted(diagnostic.params.items())))
        seen.setdefault(key, diagnostic)
    return tuple(sorted(seen.values(), key=sort_key))
