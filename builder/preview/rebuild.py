"""The author's files → the site of the moment, again at every save."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import awatch

from builder import pipeline
from builder.diagnostics import Diagnostic, LesbouwerError
from builder.i18n import translate as _
from builder.preview.server import Stage
from builder.preview.site import CourseView, Site, collect_files
from builder.report import make_failure, make_findings, say_failure
from builder.sources import FOLDERS, SourceTree
from builder.targets.assembly import player_script

DEBOUNCE_MS = 50
"""Saves that follow each other this closely are built once."""
STEP_MS = 10
PATIENCE_S = 0.5
"""Between two looks whether a project that was moved away is there again."""
LOOK_S = 1.0
"""Between two looks whether something changed, where the system does not tell."""

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
            if tree.is_refused("courses"):
                views["courses"] = CourseView("courses", None, make_findings(faults))
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
    if isinstance(error, OSError):
        error = make_failure(error)
    if isinstance(error, LesbouwerError):
        return CourseView(name, None, (), failure=say_failure(error))
    traceback.print_exception(error, file=sys.stderr)
    failure = _("lesbouwer itself failed; the terminal shows where. Please report it.")
    return CourseView(name, None, (), failure=failure)


async def watch(project: Path) -> AsyncIterator[None]:
    """Yields once per burst of saves in the folders of a project.

    Also when such a folder comes or goes, which only its parent notices. Where the system does
    not tell of changes (no room for more watches, a folder that may not be read), it looks by
    itself every second.
    """
    try:
        async for _change in _listen(project):
            yield
    except (OSError, RuntimeError, ExceptionGroup):  # all of them come from watchfiles
        async for _change in _look(project):
            yield


async def _listen(project: Path) -> AsyncIterator[None]:
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
            if guard.done():
                guard.result()
        except FileNotFoundError:
            await asyncio.sleep(PATIENCE_S)
        finally:
            guard.cancel()
        yield


async def _wait_for_folders(project: Path, known: Iterable[Path], stop: asyncio.Event) -> None:
    """Sets ``stop`` when other folders are to be watched, or when it cannot tell that."""
    before = set(known)
    try:
        async for _changes in awatch(project, recursive=False, step=STEP_MS):
            if {project / name for name in FOLDERS if (project / name).is_dir()} != before:
                return
    finally:
        stop.set()


async def _look(project: Path) -> AsyncIterator[None]:
    before = await asyncio.to_thread(_take_stock, project)
    while True:
        await asyncio.sleep(LOOK_S)
        now = await asyncio.to_thread(_take_stock, project)
        if now != before:
            before = now
            yield


def _take_stock(project: Path) -> dict[str, tuple[int, int, int]]:
    """Path → rights, time of change (ns) and size of all that can be seen in the folders."""
    stock: dict[str, tuple[int, int, int]] = {}
    for name in FOLDERS:
        for folder, _folders, files in os.walk(project / name):
            for path in (folder, *(os.path.join(folder, file) for file in files)):
                with suppress(OSError):
                    status = os.stat(path)
                    stock[path] = (status.st_mode, status.st_mtime_ns, status.st_size)
    return stock
