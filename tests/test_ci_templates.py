"""The files for CI work as they stand: their own commands are run, on copies of this repository.

Nothing is imitated but the server: a fresh copy, a fresh Python without our packages, the shell
that GitHub and GitLab use. pip installs from the same index as ``make setup``.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import __version__

ROOT = Path(__file__).parents[1]
CI = ROOT / "docs" / "ci"
WHEEL = f"lesbouwer-{__version__}-py3-none-any.whl"
CONTENT = ("courses", "library", "modules", "quizzes")
MADE = ("builder/player/static", "builder/schemas_xsd")
PACKAGES = tuple(
    f"{course}-{version}-{target}.zip"
    for course, version in (
        ("mentaal-welbevinden", "0.2.0"),
        ("schoolbrede-aanpak", "0.1.0"),
        ("signaleren", "0.1.0"),
    )
    for target in ("scorm12", "scorm2004")
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the servers of the templates run Linux")

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Template:
    """A file for CI: its variables, its commands as scripts with their folders, what it keeps."""

    variables: Mapping[str, str]
    scripts: list[tuple[str, str]]
    shell: tuple[str, ...]
    kept: list[str]


def read_template(name: str) -> Template:
    content: Any = yaml.safe_load((CI / name).read_text(encoding="utf-8"))
    if "github" in name:
        steps = content["jobs"]["packages"]["steps"]
        return Template(
            content.get("env", {}),
            [(one["run"], one.get("working-directory", ".")) for one in steps if "run" in one],
            ("bash", "-e", "-c"),
            steps[-1]["with"]["path"].split(),
        )
    job = content["packages"]
    script = "\n".join(job["script"])
    shell = ("bash", "-eo", "pipefail", "-c")
    return Template(job["variables"], [(script, ".")], shell, job["artifacts"]["paths"])


def run_template(
    template: Template, folder: Path, path: Path, variables: Mapping[str, str] | None = None
) -> Done:
    """Runs the commands in their order; stops at the first that fails, as the servers do."""
    env = surroundings(path) | dict(template.variables) | dict(variables or {})
    for script, where in template.scripts:
        done = subprocess.run(
            [*template.shell, script],
            cwd=folder / where,
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            break
    return done


def surroundings(path: Path) -> dict[str, str]:
    """Our environment without anything that leads to our own Python, and ``path`` in front."""
    ours = ("PYTHON", "VIRTUAL_ENV", "LESBOUWER", "GITHUB", "PYTEST")
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    rest = [each for each in env["PATH"].split(os.pathsep) if each != str(Path(sys.prefix, "bin"))]
    # Byte code is left to the first import: it takes pip longer than all the rest.
    own = {"PATH": os.pathsep.join([str(path), *rest]), "LANG": "C.UTF-8", "PIP_NO_COMPILE": "1"}
    return env | own


def assert_kept(template: Template, folder: Path) -> None:
    """What the server keeps is there, and the checksums are those of the packages."""
    kept = {file.name: file for pattern in template.kept for file in folder.glob(pattern)}
    assert sorted(kept) == sorted(("SHA256SUMS", *PACKAGES, "report.json"))
    lines = kept["SHA256SUMS"].read_text(encoding="utf-8").splitlines()
    sums = {name: sha256 for sha256, name in (line.split("  ") for line in lines)}
    assert sums == {name: hashlib.sha256(kept[name].read_bytes()).hexdigest() for name in PACKAGES}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``python`` as a server has it: an interpreter with pip and nothing of ours."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
    return folder / "bin"


def require_success(done: Done, bare: Path) -> None:
    """Where not even a package that surely exists can be had, there is nothing to be proved."""
    if done.returncode != 0:
        words = ["-m", "pip", "download", "--no-deps", "--dest", str(bare)]
        known = f"click=={version('click')}"
        asked = subprocess.run([str(bare / "python"), *words, known], check=False)
        if asked.returncode != 0:
            pytest.skip("no package index can be reached from here")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of this repository as it is now. What needs Node is there, as if it were cached."""
    folder = tmp_path_factory.mktemp("fork") / "lesbouwer"
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this is no clone of the repository")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for made in MADE:
        shutil.copytree(ROOT / made, folder / made)
    return folder


@pytest.fixture(scope="module")
def wheel(fork: Path, bare: Path) -> Path:
    """What the guide says: ``make wheel`` in a clone."""
    done = subprocess.run(
        ["make", "wheel", "PYTHON=python"],
        cwd=fork,
        env=surroundings(bare),
        capture_output=True,
        text=True,
        check=False,
    )
    require_success(done, bare)
    return fork / "build" / WHEEL


@pytest.fixture
def content(tmp_path: Path, wheel: Path) -> Path:
    """A repository with only courses and the wheel."""
    for name in CONTENT:
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "tool").mkdir()
    shutil.copyfile(wheel, tmp_path / "tool" / wheel.name)
    return tmp_path


@pytest.mark.parametrize("name", ["fork-github.yml", "fork-gitlab.yml"])
def test_program_and_courses_together(fork: Path, bare: Path, name: str) -> None:
    template = read_template(name)
    done = run_template(template, fork, bare)
    require_success(done, bare)
    assert_kept(template, fork)
    for kept in ("SHA256SUMS", *PACKAGES, "report.json"):
        (fork / "dist" / kept).unlink()


@pytest.mark.parametrize("name", ["content-github.yml", "content-gitlab.yml"])
def test_only_courses(content: Path, bare: Path, name: str) -> None:
    template = read_template(name)
    assert template.variables["LESBOUWER"] == f"tool/{WHEEL}"
    done = run_template(template, content, bare)
    require_success(done, bare)
    assert_kept(template, content)


def test_a_wheel_on_the_web_is_held_against_its_checksum(
    content: Path, bare: Path, wheel: Path
) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(wheel.parent))
    template = read_template("content-github.yml")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_port}/{wheel.name}"
        good, bad = hashlib.sha256(wheel.read_bytes()).hexdigest(), "0" * 64
        subprocess.run([bare / "python", "-m", "pip", "uninstall", "-qy", "lesbouwer"], check=True)
        refused = run_template(template, content, bare, {"LESBOUWER": f"{place}#sha256={bad}"})
        assert refused.returncode != 0
        assert not (content / "dist").exists()
        done = run_template(template, content, bare, {"LESBOUWER": f"{place}#sha256={good}"})
        server.shutdown()
    assert done.returncode == 0, done.stdout + done.stderr
    assert_kept(template, content)


def test_a_course_without_its_lock_is_not_built(content: Path, bare: Path) -> None:
    (content / "courses" / "mentaal-welbevinden" / "course.lock").unlink()
    done = run_template(read_template("content-gitlab.yml"), content, bare)
    assert done.returncode == 1
    assert "error P201" in done.stderr
    assert not list(content.glob("dist/mentaal-welbevinden-*"))


def test_a_mistake_stops_the_job_and_github_shows_it(content: Path, bare: Path) -> None:
    (content / "quizzes" / "wat-is-mentaal-welbevinden-toets.yaml").unlink()
    done = run_template(read_template("content-github.yml"), content, bare)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=modules/wat-is-mentaal-welbevinden/module.yaml,")


# --- before a commit -------------------------------------------------------------------------


def hook() -> dict[str, Any]:
    (one,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(one, dict)
    return one


def test_the_hook_checks_before_a_commit(content: Path, bare: Path) -> None:
    """As pre-commit does: the entry as words, in the top folder, with an environment in front."""
    one = hook()
    assert one["pass_filenames"] is False
    install = ["-m", "pip", "install", "--quiet", f"tool/{WHEEL}"]
    words = [str(bare / "python"), *install]
    subprocess.run(words, cwd=content, env=surroundings(bare), check=True)

    def commit() -> Done:
        return subprocess.run(
            shlex.split(one["entry"]),
            cwd=content,
            env=surroundings(bare),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    assert commit().returncode == 0
    (content / "quizzes" / "wat-is-mentaal-welbevinden-toets.yaml").unlink()
    done = commit()
    assert done.returncode == 1
    assert "error C204" in done.stdout


def test_the_hook_wakes_up_for_files_of_courses_only() -> None:
    wakes = re.compile(hook()["files"]).search
    assert wakes("courses/een/course.yaml")
    assert wakes("modules/een/media/plein.png")
    assert wakes("inhoud/quizzes/toets.yaml")
    assert not wakes("docs/modules.md")
    assert not wakes("README.md")


def test_the_hook_in_the_guide_is_the_same() -> None:
    text = (ROOT / "docs" / "automatisch-bouwen.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(one) for one in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S)]
    (ours,), (own,) = ([one["hooks"][0]] for each in shown for one in each["repos"])
    published = hook()
    assert ours == {"id": published["id"]}
    for key in ("id", "name", "entry", "files", "pass_filenames"):
        assert own[key] == published[key]
