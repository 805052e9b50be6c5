"""The types of the last three stages: what is rendered, planned and zipped."""

from __future__ import annotations

from dataclasses import dataclass

from builder.course import CheckedCourse


@dataclass(frozen=True, slots=True)
class PackageFile:
    """One file of a package: ``path`` relative to the package root with forward slashes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RenderedCourse:
    """A course as files that are equal for every target: page, payload, style, font, media.

    The player's script is not among them: a target adds the bundle with its own transport.
    ``state_bound`` is the worst-case length of the suspend data in characters.
    ``build`` is the six-character hash of everything a learner can see.
    """

    course: CheckedCourse
    files: tuple[PackageFile, ...]
    state_bound: int
    build: str


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that goes into one zip, manifest first, the rest sorted by path."""

    target: str
    file_name: str
    launch: str
    files: tuple[PackageFile, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """A finished zip. ``sha256`` is in lower-case hexadecimal."""

    package: Package
    data: bytes
    sha256: str
