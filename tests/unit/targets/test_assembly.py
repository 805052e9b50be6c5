"""The files of a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.diagnostics import LesbouwerError
from builder.standards import SCORM12, schema_files
from builder.targets import TARGETS, plan
from tests.packages.sample import PLAYER, plan_sample, render_sample


@pytest.mark.parametrize("target", TARGETS)
def test_manifest_first_then_sorted(target: str) -> None:
    package = plan_sample(target)
    paths = [file.path for file in package.files]
    assert paths[0] == "imsmanifest.xml"
    assert paths[1:] == sorted(paths[1:])
    assert len(set(paths)) == len(paths)
    assert (package.target, package.launch) == (target, "index.html")
    assert package.file_name == f"kort-en-goed-1.2.0-{target}.zip"


def test_every_file_is_what_was_rendered_the_player_and_the_schemas() -> None:
    rendered = render_sample()
    files = {file.path: file.data for file in plan_sample("scorm12").files}
    expected = {file.path: file.data for file in rendered.files}
    expected |= dict(schema_files(SCORM12)) | {"player.js": PLAYER.encode()}
    assert {path: data for path, data in files.items() if path != "imsmanifest.xml"} == expected


def test_transport_of_the_target(player: Path) -> None:
    (player / "player-scorm2004.js").write_bytes(b"completion_status")
    scripts = {
        target: {file.path: file.data for file in plan_sample(target).files}["player.js"]
        for target in TARGETS
    }
    assert scripts["scorm12"] == PLAYER.encode()
    assert scripts["scorm2004"] == scripts["scorm2004-3"] == b"completion_status"


def test_player_that_was_never_made(player: Path) -> None:
    (player / "player-scorm12.js").unlink()
    with pytest.raises(LesbouwerError, match=r"the player is not installed \(player-scorm12\.js\)"):
        plan("scorm12", render_sample())
