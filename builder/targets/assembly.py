"""The files of a package: what was rendered, a player, the schemas of the standard, a manifest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from builder.codes import CODES
from builder.course import Course
from builder.diagnostics import Diagnostic, LesbouwerError, Outcome, Severity
from builder.ids import package_file_name
from builder.package import Package, PackageFile, RenderedCourse
from builder.standards import Standard, schema_files
from builder.targets.manifest import MANIFEST
from builder.targets.requirements import check_course

LAUNCH = "index.html"
PLAYER = "player.js"
BUNDLES = files("builder") / "player" / "static"
"""The players, one per transport, made when the project is set up."""

MakeManifest = Callable[[RenderedCourse, Sequence[str]], bytes]
"""Makes a manifest of a course and the paths that it has to list, the launch file left out."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is particular about a target. ``transport`` names the player's bundle."""

    name: str
    standard: Standard
    transport: str
    max_state_length: int
    """Room for the learner's state, in characters."""
    make_manifest: MakeManifest

    def check(self, course: Course, state_length: int | None) -> tuple[Diagnostic, ...]:
        """What stands in the way of a package; ``state_length`` as in ``requirements``."""
        return tuple(check_course(course, self.standard.label, state_length, self.max_state_length))

    def plan(self, rendered: RenderedCourse) -> Outcome[Package]:
        """The package of a course that ``check`` had nothing against, or what it had.

        Raises ``LesbouwerError`` when lesbouwer is not fully installed.
        """
        found = self.check(rendered.course.course, rendered.state_bound)
        if any(CODES[one.code].severity is Severity.ERROR for one in found):
            return Outcome(None, found)
        return Outcome(self._assemble(rendered), found)

    def _assemble(self, rendered: RenderedCourse) -> Package:
        course = rendered.course.course.file
        listed = [*rendered.files, PackageFile(PLAYER, player_script(self.transport))]
        schemas = [PackageFile(name, data) for name, data in schema_files(self.standard)]
        shared = sorted(file.path for file in listed if file.path != LAUNCH)
        manifest = PackageFile(MANIFEST, self.make_manifest(rendered, shared))
        rest = sorted([*listed, *schemas], key=lambda file: file.path)
        return Package(
            target=self.name,
            file_name=package_file_name(course.id, course.version, self.name),
            launch=LAUNCH,
            files=(manifest, *rest),
        )


def player_script(transport: str) -> bytes:
    """The player's bundle for one transport.

    Raises ``LesbouwerError`` when it was never made.
    """
    name = f"player-{transport}.js"
    try:
        return (BUNDLES / name).read_bytes()
    except OSError as error:
        raise LesbouwerError(
            "the player is not installed ({file}): run the set-up of lesbouwer again", file=name
        ) from error
