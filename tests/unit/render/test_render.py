"""The stage as a whole: which files, the hash, a machine without a built player."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builder.render as render_room
from builder.diagnostics import LesbouwerError
from builder.package import RenderedCourse
from builder.render import hash_build, render
from builder.state_bound import state_bound
from tests.unit.sample_course import COURSE, LESSON, make_checked, make_course, make_slots

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'


@pytest.fixture(autouse=True)
def built_player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A player as the build leaves it, whatever lies in the checkout."""
    static = tmp_path / "player" / "static"
    static.mkdir(parents=True)
    (static / "player.css").write_bytes(b"css")
    (static / "font.woff2").write_bytes(b"font")
    (static / "licences.txt").write_bytes(b"licences")
    monkeypatch.setattr(render_room, "files", lambda package: tmp_path)
    return static


def rendered(lesson: str = LESSON, course: str = COURSE, **files: bytes) -> RenderedCourse:
    media = {f"media/{name}.svg": data for name, data in files.items()}
    outcome = render(make_checked(make_course(lesson, course=course, files=media)))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_files_are_sorted_and_hold_no_script_of_a_target() -> None:
    made = rendered(LESSON + "\n![Een plaat](media/plaat.svg)\n", plaat=PICTURE)
    assert [file.path for file in made.files] == [
        "course.js",
        "font.woff2",
        "index.html",
        "licences.txt",
        "media/plaat.svg",
        "player.css",
    ]
    assert {file.path: file.data for file in made.files}["media/plaat.svg"] == PICTURE


def test_state_bound_is_that_of_the_course() -> None:
    course = make_course()
    assert rendered().state_bound == state_bound(course, make_slots(course))


def test_build_is_in_the_payload() -> None:
    made = rendered()
    assert re.fullmatch(r"[0-9a-z]{6}", made.build)
    script = next(file.data for file in made.files if file.path == "course.js")
    assert f'"build":"{made.build}"'.encode() in script


def test_build_changes_with_what_a_learner_sees() -> None:
    shown = LESSON + "\n![Een plaat](media/plaat.svg)\n"
    builds = [
        rendered().build,
        rendered(LESSON + "\nEen zin meer.\n").build,
        rendered(course=COURSE.replace("1.0.0", "1.0.1")).build,
        rendered(shown, plaat=PICTURE).build,
        rendered(shown, plaat=PICTURE + b" ").build,
    ]
    assert len(set(builds)) == len(builds)
    assert rendered().build == builds[0]
    assert rendered(LESSON + "\n<!-- voor auteurs -->\n").build == builds[0]


def test_hash_tells_parts_apart() -> None:
    assert hash_build([b"ab", b"c"]) != hash_build([b"a", b"bc"])


def test_a_player_that_was_not_built_is_said_in_one_sentence(built_player: Path) -> None:
    (built_player / "font.woff2").unlink()
    with pytest.raises(LesbouwerError, match=r"font\.woff2"):
        render(make_checked(make_course()))
