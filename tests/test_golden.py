"""Packages as they were accepted: every change of one is read by somebody before it is kept.

Of a package are kept: its manifest, the names of its files, its page, and its course without what
changes with everything (the build) or stands elsewhere (the words of the interface).
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from builder.pipeline import CourseTask, compile_course, find_courses, read_project
from builder.targets import TARGETS
from tests.golden_tree import VARIABLE, assert_golden, assert_no_strays
from tests.packages.sample import install_player, sample_files
from tests.project_copy import PROJECTS, copy_project

SAMPLES: dict[str, dict[str, Any]] = {
    "sample-graded": {},
    "sample-not-graded": {"mastery-score": None, "description": None, "license": None},
}
SAMPLE_CASES = [f"{sample}/{target}" for sample in SAMPLES for target in TARGETS]
COURSES = [
    (project.name, course.parent.name)
    for project in sorted(PROJECTS.iterdir())
    for course in sorted(project.glob("courses/*/course.yaml"))
    if not project.name.startswith("bad-")
]

PARTS = (*TARGETS, "page")


@pytest.mark.conformance(9, 11)
@pytest.mark.parametrize("case", SAMPLE_CASES)
def test_sample(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_player(tmp_path, monkeypatch)
    sample, target = case.split("/")
    assert_golden(case, manifest_and_names(sample_files(target, **SAMPLES[sample])))


@pytest.mark.conformance(9, 11)
@pytest.mark.parametrize(("project", "course"), COURSES, ids="/".join)
def test_course_of_a_project(project: str, course: str, tmp_path: Path) -> None:
    tree, found = read_project(copy_project(project, tmp_path))
    assert course in find_courses(tree)
    result = compile_course(CourseTask(tree, course, tuple(TARGETS)), found)
    assert len(result.packages) == len(TARGETS), result.diagnostics
    pages = []
    for package in result.packages:
        with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        case = f"{project}/{course}/{package.entry.target}"
        assert_golden(case, manifest_and_names(files))
        pages.append(page_and_course(files))
    assert pages[0] == pages[1] == pages[2]
    assert_golden(f"{project}/{course}/page", pages[0])


def test_every_golden_file_belongs_to_a_case() -> None:
    assert_no_strays(
        [
            *SAMPLE_CASES,
            *(f"{project}/{course}/{part}" for project, course in COURSES for part in PARTS),
        ]
    )


def test_differences_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "write")
    assert_golden("a", {"x.xml": b"<a b='1' c='2'/>", "map/y.txt": b"y"}, tmp_path)
    monkeypatch.delenv(VARIABLE)
    assert_golden("a", {"x.xml": b'<a c="2" b="1"></a>', "map/y.txt": b"y"}, tmp_path)
    for other in (
        {"x.xml": b"<a b='1' c='3'/>", "map/y.txt": b"y"},
        {"x.xml": b"<a b='1' c='2'/>", "map/y.txt": b"z"},
        {"x.xml": b"<a b='1' c='2'/>"},
        {"x.xml": b"<a b='1' c='2'/>", "map/y.txt": b"y", "nieuw.txt": b""},
    ):
        with pytest.raises(AssertionError):
            assert_golden("a", other, tmp_path)
    assert_no_strays(["a"], tmp_path)
    with pytest.raises(AssertionError, match="delete them"):
        assert_no_strays(["b"], tmp_path)


def manifest_and_names(files: dict[str, bytes]) -> dict[str, bytes]:
    """What differs per target and is ours."""
    names = "".join(f"{path}\n" for path in files)
    return {"imsmanifest.xml": files["imsmanifest.xml"], "files.txt": names.encode()}


def page_and_course(files: dict[str, bytes]) -> dict[str, bytes]:
    """What a learner reads, as text that shows its differences line by line."""
    course = json.loads(files["course.js"].decode().partition("=")[2].rstrip().rstrip(";"))
    del course["build"], course["strings"]
    text = json.dumps(course, indent=2, ensure_ascii=False, sort_keys=True)
    return {"index.html": files["index.html"], "course.json": f"{text}\n".encode()}
