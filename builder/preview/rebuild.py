"""The author's files → the site of the moment, again at every save."""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import awatch

from builder import pipeline
from builder.diagnostics import Diagnostic, LesbouwerError
from builder.i18n import translate as _
from builder.preview.server import Stage
from builder.preview.site import CourseView, Site, collect_files
from builder.report import make_findings, say_failure
from builder.sources import FOLDERS, SourceTree
from builder.targets.assembly import player_script

DEBOUNCE_MS = 50
"""Saves that follow each other this closely are built once."""
STEP_MS = 10
PATIENCE_S = 0.5
"""Between two looks whether a project that was moved away is there again."""

Tell = Callable[[Site], None]
"""Called after every build, to tell it on the terminal."""


@dataclass(slots=True)
class Workshop:
    """Builds the site of a project. Without ``wanted`` it holds all courses of the moment."""

    project: Path
    wanted: tuple[str, ...]
    language: str
    start: str
    """Differs per run of the server, so that a page left open from an earlier one loads anew."""
    tell: Tell = lambda site: None
    _count: int = field(default=0, init=False)

    def build(self) -> Site:
        """The site of the files as they are now; whatever goes wrong becomes a part of it."""
        self._count += 1
        views: dict[str, CourseView] = {}
        try:
            tree, faults = pipeline.read_project(self.project)
        except Exception as error:
            views = {name: _make_failed(name, error) for name in self.wanted or ("courses",)}
        else:
            names = self.wanted or pipeline.find_courses(tree)
            views = {name: _make_view(tree, faults, name) for name in names}
        site = Site(views, self.language, f"{self.start}-{self._count}")
        self.tell(site)
        return site

    async def follow(self, stage: Stage) -> None:
        """Puts a new site on the stage after every save."""
        async for _changes in watch(self.project):
            stage.show(await asyncio.to_thread(self.build))


def _make_view(tree: SourceTree, faults: Sequence[Diagnostic], name: str) -> CourseView:
    try:
        rendered = pipeline.render_course(tree, faults, name)
        findings = make_findings(rendered.diagnostics)
        if rendered.value is None or pipeline.has_errors(rendered.diagnostics):
            return CourseView(name, None, findings)
        return CourseView(name, collect_files(rendered.value, player_script("local")), findings)
    except Exception as error:
        return _make_failed(name, error)


def _make_failed(name: str, error: Exception) -> CourseView:
    """A failure is shown in the page, and the next save tries again."""
    if isinstance(error, LesbouwerError):
        return CourseView(name, None, (), failure=say_failure(error))
    if isinstance(error, OSError):
        return CourseView(name, None, (), failure=str(error))
    traceback.print_exception(error, file=sys.stderr)
    failure = _("lesbouwer itself failed; the terminal shows where. Please report it.")
    return CourseView(name, None, (), failure=failure)


async def watch(project: Path) -> AsyncIterator[None]:
    """Yields once per burst of saves in the folders of a project.

    Also when such a folder comes or goes, which only its parent notices.
    """
    while True:
        if not project.is_dir():
            await asyncio.sleep(PATIENCE_S)
            continue
        folders = [project / name for name in FOLDERS if (project / name).is_dir()]
        stop = asyncio.Event()
        guard = asyncio.create_task(_wait_for_folders(project, folders, stop))
        try:
            if folders:
                async for _changes in awatch(
                    *folders, debounce=DEBOUNCE_MS, step=STEP_MS, stop_event=stop
                ):
                    yield
            else:
                await stop.wait()
        except FileNotFoundError:
            await asyncio.sleep(PATIENCE_S)
        finally:
            guard.cancel()
        yield


async def _wait_for_folders(project: Path, known: Iterable[Path], stop: asyncio.Event) -> None:
    """Sets ``stop`` when the folders to watch are no longer the ones that are watched."""
    before = set(known)
    async for _changes in awatch(project, recursive=False, step=STEP_MS):
        if {project / name for name in FOLDERS if (project / name).is_dir()} != before:
            stop.set()
            return
