"""Finding and reading a project: what is read, what is refused, what never happens."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from builder import sources
from builder.diagnostics import Diagnostic, Location
from builder.sources import SourceTree, add_source_lines, find_project


def make(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path) -> tuple[SourceTree, list[tuple[str, str]]]:
    outcome = sources.read(folder)
    assert outcome.value is not None
    return outcome.value, [(one.code, str(one.location)) for one in outcome.diagnostics]


COURSE: dict[str, str | bytes] = {"courses/proef/course.yaml": "id: proef\n"}


def test_finds_the_nearest_project_upward(tmp_path: Path) -> None:
    inner = make(tmp_path / "buiten" / "binnen", COURSE)
    make(tmp_path / "buiten", COURSE)
    assert find_project(inner / "courses" / "proef") == inner
    assert find_project(inner) == inner
    assert find_project(tmp_path / "buiten") == tmp_path / "buiten"


def test_finds_no_project_where_there_is_none(tmp_path: Path) -> None:
    make(tmp_path, {"courses": "a file"})
    assert find_project(tmp_path) is None


def test_reads_the_folders_of_the_author_and_nothing_else(tmp_path: Path) -> None:
    make(
        tmp_path,
        {
            **COURSE,
            "modules/een/media/a.png": b"\x89PNG",
            "brands/school.yaml": "name: School\n",
            "dist/oud.zip": b"zip",
            "README.md": "lees mij",
            "modules/een/.verborgen.md": "x",
            "modules/een/01-les.md~": "x",
            "modules/.git/config": "x",
            "modules/een/media/Thumbs.db": b"x",
        },
    )
    (tmp_path / "quizzes").mkdir()
    tree, findings = read(tmp_path)
    assert findings == []
    assert list(tree.files) == [
        "brands/school.yaml",
        "courses/proef/course.yaml",
        "modules/een/media/a.png",
    ]
    assert "quizzes" in tree.folders
    assert "modules/een/media" in tree.folders
    assert [file.path for file in tree.under("modules/een")] == ["modules/een/media/a.png"]


def test_files_hold_bytes_text_lines_and_a_hash(tmp_path: Path) -> None:
    data = "één\r\ntwee\rdrie\n".encode()
    make(tmp_path, {"courses/proef/course.yaml": data, "modules/een/media/a.png": b"\r\n\xff"})
    tree, findings = read(tmp_path)
    assert findings == []
    file = tree.files["courses/proef/course.yaml"]
    assert file.data == data
    assert file.text == "één\ntwee\ndrie\n"
    assert file.lines == ("één", "twee", "drie", "")
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    picture = tree.files["modules/een/media/a.png"]
    assert (picture.text, picture.lines, picture.data) == (None, (), b"\r\n\xff")
    assert tree.text("modules/een/media/a.png") is None
    assert tree.text("modules/niets.md") is None


def test_lines_of_findings(tmp_path: Path) -> None:
    tree, _ = read(make(tmp_path, {"courses/proef/course.yaml": "een\ntwee"}))
    path = "courses/proef/course.yaml"
    findings = [
        Diagnostic("Y101", Location(path, 2, 1)),
        Diagnostic("Y101", Location(path, 1), source_line="eigen"),
        Diagnostic("Y101", Location(path, 3)),
        Diagnostic("Y101", Location(path)),
        Diagnostic("Y101", Location("elders.yaml", 1)),
    ]
    shown = [one.source_line for one in add_source_lines(tree, findings)]
    assert shown == ["twee", "eigen", "", "", ""]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id: proef\ntitle: caf\xe9 x\n", [("S101", ":2:11")]),
        (b"a: \xc3\xa9\xff\n", [("S101", ":1:5")]),
        (b"a: b\r\nc: \xe9\r\n", [("S101", ":2:4")]),
        (b"\xef\xbb\xbfid: proef\n", [("S102", ":1:1")]),
        (b"\xef\xbb\xbfid: \xe9\n", [("S101", ":1:5"), ("S102", ":1:1")]),
        ("id: proef\n".encode("utf-16"), [("S101", ":1:1")]),
        (b"id: \x00\n", [("S113", "")]),
        (b"a: \x0b\nb: \xe2\x80\xa8\x07\n", [("S108", ":1:4"), ("S108", ":2:4")]),
        (b"a" * 1_000_000, []),
        (b"a" * 1_000_001, [("S103", "")]),
    ],
)
def test_text_that_is_no_good_utf_8(
    data: bytes, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    tree, findings = read(make(tmp_path, {"courses/proef/course.yaml": data}))
    path = "courses/proef/course.yaml"
    assert sorted(findings) == sorted((code, path + place) for code, place in expected)
    assert tree.exists(path)


def test_wrong_encoding_is_read_as_well_as_possible(tmp_path: Path) -> None:
    make(
        tmp_path,
        {
            "courses/a/course.yaml": "title: één café\n".encode("cp1252"),
            "courses/b/course.yaml": "title: één\n".encode("utf-16"),
            "courses/c/course.yaml": b"\xef\xbb\xbftitle: x\x0by\n",
        },
    )
    tree, _ = read(tmp_path)
    assert tree.text("courses/a/course.yaml") == "title: één café\n"
    assert tree.text("courses/b/course.yaml") == "title: één\n"
    assert tree.text("courses/c/course.yaml") == "title: x\N{REPLACEMENT CHARACTER}y\n"


def test_the_finding_names_the_byte(tmp_path: Path) -> None:
    outcome = sources.read(make(tmp_path, {"courses/proef/course.yaml": b"id: \xe9\n"}))
    assert [one.params for one in outcome.diagnostics] == [{"byte": 5}]
    assert outcome.diagnostics[0].source_line == "id: é"


def test_media_may_be_larger_than_text(tmp_path: Path) -> None:
    make(
        tmp_path,
        {
            **COURSE,
            "modules/een/media/a.png": b"a" * 20_000_000,
            "modules/een/media/b.png": b"a" * 20_000_001,
            "modules/een/media/c.MP4": b"a" * 20_000_001,
        },
    )
    tree, findings = read(tmp_path)
    assert findings == [("S104", "modules/een/media/b.png")]
    assert "modules/een/media/a.png" in tree.files
    assert tree.refused == {"modules/een/media/b.png"}


def test_films_may_be_larger_still(tmp_path: Path) -> None:
    make(tmp_path, {**COURSE, "modules/een/media/a.mp4": b"", "modules/een/media/b.Mp3": b""})
    for name in ("a.mp4", "b.Mp3"):  # files with a hole take no room
        os.truncate(tmp_path / "modules/een/media" / name, 200_000_001)
    _, findings = read(tmp_path)
    assert findings == [
        ("S104", "modules/een/media/a.mp4"),
        ("S104", "modules/een/media/b.Mp3"),
    ]


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    outside = make(tmp_path / "geheim", {"wachtwoord.md": "geheim", "map/b.md": "geheim"})
    project = make(tmp_path / "project", COURSE)
    (project / "modules").symlink_to(outside)
    (project / "quizzes").mkdir()
    (project / "quizzes" / "toets.yaml").symlink_to(outside / "wachtwoord.md")
    (project / "quizzes" / "media").symlink_to(outside / "map")
    (project / "quizzes" / "omweg.yaml").symlink_to(project / ".." / "geheim" / "wachtwoord.md")
    tree, findings = read(project)
    assert findings == [
        ("S105", "modules"),
        ("S105", "quizzes/media"),
        ("S105", "quizzes/omweg.yaml"),
        ("S105", "quizzes/toets.yaml"),
    ]
    assert not any(b"geheim" in file.data for file in tree.files.values())


def test_links_inside_the_project_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    project = make(tmp_path / "project", {**COURSE, "modules/een/01-les.md": "tekst"})
    (project / "modules" / "twee").symlink_to("een")
    (project / "modules" / "een" / "rond").symlink_to("..")
    (project / "modules" / "een" / "02-les.md").symlink_to("01-les.md")
    (project / "modules" / "een" / "weg.md").symlink_to("niets.md")
    tree, findings = read(project)
    assert tree.text("modules/twee/01-les.md") == "tekst"
    assert tree.text("modules/een/02-les.md") == "tekst"
    assert ("S107", "modules/een/weg.md") in findings
    assert ("S112", "modules/een/rond") in findings
    assert {code for code, _ in findings} == {"S107", "S112"}


def test_a_project_that_is_itself_a_link(tmp_path: Path) -> None:
    make(tmp_path / "echt", COURSE)
    (tmp_path / "link").symlink_to("echt")
    tree, findings = read(tmp_path / "link")
    assert findings == []
    assert "courses/proef/course.yaml" in tree.files


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    project = make(tmp_path, {**COURSE, "quizzes": "a file"})
    (project / "modules" / "een").mkdir(parents=True)
    os.mkfifo(project / "modules" / "een" / "01-les.md")
    tree, findings = read(project)
    assert findings == [("S116", "modules/een/01-les.md"), ("S111", "quizzes")]
    assert tree.exists("modules/een/01-les.md")


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights do not stop an administrator, who may run the tests, so the system refuses here."""
    project = make(
        tmp_path, {**COURSE, "modules/een/01-les.md": "x", "modules/twee/01-les.md": "x"}
    )
    read_bytes, listdir = Path.read_bytes, os.listdir

    def refuse_file(path: Path) -> bytes:
        if path.match("een/01-les.md"):
            raise OSError(errno.EIO, "Input/output error")
        return read_bytes(path)

    def refuse_folder(path: Path) -> list[str]:
        if path.name == "twee":
            raise PermissionError(errno.EACCES, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(Path, "read_bytes", refuse_file)
    monkeypatch.setattr(os, "listdir", refuse_folder)
    outcome = sources.read(project)
    found = {str(one.location): (one.code, one.params) for one in outcome.diagnostics}
    assert found == {
        "modules/een/01-les.md": ("S106", {"errno": errno.EIO, "reason": "Input/output error"}),
        "modules/twee": ("S106", {"errno": errno.EACCES, "reason": "Permission denied"}),
    }
    assert outcome.value is not None
    assert outcome.value.is_refused("modules/twee/01-les.md")
    assert not outcome.value.is_refused("modules/tweede")


def test_courses_that_may_not_be_read_are_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(tmp_path, COURSE)

    def refuse(_path: Path) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    _, findings = read(project)
    assert findings == [("S106", "courses")]


def test_a_file_that_goes_away_while_it_is_read_was_never_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(tmp_path, {**COURSE, "modules/een/01-les.md": "x", "modules/een/#01": "x"})
    read_bytes = Path.read_bytes

    def take_away(path: Path) -> bytes:
        if path.name == "#01":
            path.unlink()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", take_away)
    tree, findings = read(project)
    assert findings == []
    assert "modules/een/#01" not in tree.files


def test_a_link_to_itself_leads_nowhere(tmp_path: Path) -> None:
    project = make(tmp_path, {**COURSE, "modules/een/01-les.md": "x"})
    (project / "modules" / "een" / "rond.md").symlink_to("rond.md")
    _, findings = read(project)
    assert findings == [("S107", "modules/een/rond.md")]


def test_a_folder_that_nobody_may_look_for_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied")

    assert not sources.is_folder(tmp_path / "nergens")
    assert not sources.is_folder(make(tmp_path, COURSE) / "courses/proef/course.yaml/x")
    monkeypatch.setattr(os, "stat", refuse)
    with pytest.raises(PermissionError):
        sources.is_folder(tmp_path / "courses")


def test_names_that_differ_in_capitals_only(tmp_path: Path) -> None:
    project = make(tmp_path, {**COURSE, "modules/een/media/a.png": b"1"})
    (project / "modules/een/media/A.png").write_bytes(b"2")
    if len(os.listdir(project / "modules/een/media")) < 2:
        pytest.skip("this file system cannot hold both names")
    _, findings = read(project)
    assert findings == [("S114", "modules/een/media/a.png")]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    project = make(tmp_path, COURSE)
    (project / "modules").mkdir()
    try:
        with open(os.fsencode(project) + b"/modules/l\xe9s.md", "wb"):
            pass
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    _, findings = read(project)
    assert findings == [("S109", "modules/l\\udce9s.md")]


def test_accents_are_one_sign_whatever_the_file_system_makes_of_them(tmp_path: Path) -> None:
    tree, _ = read(make(tmp_path, {**COURSE, "modules/een/media/e\u0301e\u0301n.png": b"1"}))
    assert "modules/een/media/één.png" in tree.files


def test_no_course(tmp_path: Path) -> None:
    _, findings = read(make(tmp_path, {"courses/leesmij.md": "x"}))
    assert findings == [("S110", "courses")]
    _, findings = read(tmp_path / "nergens")
    assert findings == [("S110", "courses")]


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    one = make(tmp_path / "een", {**COURSE, "modules/b/x.md": "", "modules/a-b/x.md": ""})
    two = make(tmp_path / "twee", {"modules/a-b/x.md": "", "modules/b/x.md": "", **COURSE})
    assert list(read(one)[0].files) == list(read(two)[0].files)


def test_soft_hyphens_are_named_once_a_line(tmp_path: Path) -> None:
    text = "een\nwel\u00adbe\u00advinden\ntwee\nles\u00adsen\n"
    tree, found = read(make(tmp_path, {**COURSE, "modules/een/01-les.md": text}))
    assert found == [("S115", "modules/een/01-les.md:2:4"), ("S115", "modules/een/01-les.md:4:4")]
    assert tree.text("modules/een/01-les.md") == text
