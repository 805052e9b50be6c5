"""The projects of the tests as folders on the disk, with all that a checkout cannot hold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.media_samples import make_file

PROJECTS = Path(__file__).parent / "projects"
NOT_PART = ("expected.yaml", "project.yaml")


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def copy_project(name: str, folder: Path) -> Path:
    """The project ``name`` in ``folder``, with all that a checkout cannot hold."""
    project, outside = folder / "project", folder / "outside"
    outside.mkdir()
    (outside / "buiten.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    plan = load(PROJECTS / name / "project.yaml")
    base = plan.get("base", "minimal" if name.startswith("bad-") else "none")
    if base != "none":
        shutil.copytree(PROJECTS / base, project)
    ignored = shutil.ignore_patterns(*NOT_PART)
    shutil.copytree(PROJECTS / name, project, dirs_exist_ok=True, ignore=ignored)
    for path in plan.get("remove", ()):
        (project / path).unlink()
    for path, content in plan.get("write", {}).items():
        (project / path).write_bytes(content["text"].encode(content["encoding"]))
    for path, size in plan.get("large", {}).items():
        (project / path).write_bytes(b"a" * size)
    for path, content in plan.get("media", {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(make_file(content))
    for path, target in plan.get("links", {}).items():
        (project / path).symlink_to(target.format(outside=outside))
    return project
