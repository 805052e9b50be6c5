"""Fixtures of the browser tests: Debian's Chromium, built packages, a loopback LMS."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from builder.sources import FOLDERS
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.project_copy import copy_project

ROOT = Path(__file__).parents[2]
PLAYER = ROOT / "builder" / "player"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STANDARDS = ("scorm12", "scorm2004")
RUNTIMES = ("again", "strict")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium, without its calls home."""
    program = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if program is None:
        pytest.fail("no Chromium on this machine: install the package 'chromium'")
    return {
        **browser_type_launch_args,
        "executable_path": program,
        "args": FLAGS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Dutch browser."""
    return {**browser_context_args, "locale": "nl-NL"}


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Zips by (course, target), built as a trainer would build them."""
    out = tmp_path_factory.mktemp("dist")
    zips: dict[tuple[str, str], bytes] = {}
    for project, course in (
        (ROOT, "mentaal-welbevinden"),
        (ROOT / "tests" / "projects" / "graded", "proefcursus"),
        (ROOT / "tests" / "projects" / "everything", "alles"),
    ):
        folder = tmp_path_factory.mktemp("project")
        copy = copy_project(project.name, folder) if project != ROOT else folder / "content"
        if project == ROOT:
            for name in FOLDERS:
                if (project / name).is_dir():
                    shutil.copytree(project / name, copy / name)
        build = [sys.executable, "-m", "builder", "build", course, "--out", str(out)]
        targets = [word for target in STANDARDS for word in ("--target", target)]
        subprocess.run([*build, *targets, "--project", str(copy)], cwd=ROOT, check=True)
        for target in STANDARDS:
            (found,) = out.glob(f"{course}-*-{target}.zip")
            zips[(course, target)] = found.read_bytes()
    return zips


@pytest.fixture(scope="session")
def doubles(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The strict run-times as one classic script."""
    target = tmp_path_factory.mktemp("doubles") / "doubles.js"
    subprocess.run(
        [sys.executable, "-m", "tools.player", "doubles", "--", str(target)], cwd=ROOT, check=True
    )
    return target.read_bytes()


@pytest.fixture(scope="session")
def site(archives: dict[tuple[str, str], bytes], doubles: bytes) -> Iterator[Site]:
    """The web server with everything on it."""
    site = Site()
    for (course, target), data in archives.items():
        site.add_package(f"{course}-{target}", data)
    again = PLAYER / "node_modules" / "scorm-again" / "dist"
    for name in ("scorm12", "scorm2004"):
        site.files[f"/lib/{name}.js"] = (again / f"{name}.min.js").read_bytes()
    site.files["/lib/doubles.js"] = doubles
    site.origin = site.start()
    yield site
    site.stop()


class Watch:
    """What a page did that it should not: console errors, requests to other hosts."""

    def __init__(self, page: Page, origin: str) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.origin = origin
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "about:", "blob:")):
            self.outside.append(request.url)


@pytest.fixture
def watch(page: Page, site: Site) -> Iterator[Watch]:
    """Fails the test when the console shows an error or a request leaves the package."""
    watch = Watch(page, site.origin)
    yield watch
    assert watch.outside == []
    assert watch.errors == []


@pytest.fixture
def learner(page: Page, site: Site, watch: Watch) -> Callable[..., Learner]:
    """Makes learners: ``learner("scorm12", "strict", course="proefcursus")``."""

    def make(standard: str, runtime: str = "strict", course: str = "proefcursus") -> Learner:
        launch = f"/pkg/{course}-{standard}/index.html"
        return Learner(page, site.origin, launch, standard, runtime)

    return make
