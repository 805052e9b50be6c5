"""Whole small projects with one kind of fault each: exactly the findings of ``expected.yaml``.

A folder ``tests/projects/bad-…`` is laid over ``tests/projects/minimal``, file by file. It holds
``expected.yaml``, a list of ``{code, path, line, column}`` (line and column 0 when left out), and
perhaps ``project.yaml`` for what does not fit in a checkout:

- ``base``: ``minimal`` (as it is without the key) or ``none``;
- ``remove``: paths that the base has and this project has not;
- ``write``: path → ``{text, encoding}``, for files in another encoding than UTF-8;
- ``large``: path → size in bytes;
- ``media``: path → a picture or recording, see ``make_file`` in ``tests/media_samples.py``;
- ``links``: path → where the symbolic link leads; ``{outside}`` is a folder beside the project.

A good project may have such a file too, for its media.

All courses are checked as `lesbouwer check` does it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.assemble import course_ids
from builder.codes import CODES
from builder.diagnostics import Diagnostic, in_order
from builder.pipeline import check_course, find_unused, read_project
from builder.report import make_finding
from tests.project_copy import PROJECTS, copy_project, load

BAD = sorted(folder.name for folder in PROJECTS.glob("bad-*"))
GOOD = sorted(
    folder.name for folder in PROJECTS.iterdir() if folder.is_dir() and folder.name not in BAD
)


def find_all(project: Path) -> tuple[Diagnostic, ...]:
    tree, found = read_project(project)
    results = [check_course(tree, found, name) for name in course_ids(tree)]
    checked = (one for result in results for one in result.diagnostics)
    return in_order((*found, *checked, *find_unused(tree, results)))


def describe(finding: Diagnostic) -> dict[str, object]:
    where = finding.location
    return {"code": finding.code, "path": where.path, "line": where.line, "column": where.column}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_project_has_no_findings(name: str, tmp_path: Path) -> None:
    assert [describe(one) for one in find_all(copy_project(name, tmp_path))] == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_project_has_exactly_its_findings(name: str, tmp_path: Path) -> None:
    project = copy_project(name, tmp_path)
    findings = find_all(project)
    expected = [{"line": 0, "column": 0} | one for one in load(PROJECTS / name / "expected.yaml")]
    assert [describe(one) for one in findings] == expected
    assert expected, "a bad project has at least one finding"
    for finding in findings:
        check_words(finding, project)


def check_words(finding: Diagnostic, project: Path) -> None:
    """Every finding can be said, points into a file, and shows the line that it points at."""
    words = make_finding(finding)
    for template, text in (
        (CODES[finding.code].sentence, words.sentence),
        (CODES[finding.code].choose_fix(finding.params), words.fix),
    ):
        assert text == template.format(**finding.params), "a param is missing"
        assert text
    where = finding.location
    assert not Path(where.path).is_absolute()
    assert (project / where.path).exists() or (project / where.path).is_symlink()
    if where.line:
        data = (project / where.path).read_bytes()
        lines = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", "replace").split("\n")
        assert where.line <= len(lines)
        is_plain = "\N{REPLACEMENT CHARACTER}" not in lines[where.line - 1] + finding.source_line
        if is_plain:
            assert finding.source_line == lines[where.line - 1].lstrip("\ufeff").rstrip("\r")
        assert where.column <= len(lines[where.line - 1]) + 1


def test_there_are_bad_projects() -> None:
    assert len(BAD) > 20
