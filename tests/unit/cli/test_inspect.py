"""What ``lesbouwer inspect`` tells of a package."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.unit.command_line import CommandLine

ZIP = "dist/voorbeeld-1.0.0-scorm12.zip"

FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="MAN-x" version="3" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <organizations default="ORG-x">
    <organization identifier="ORG-x">
      <title>Van een ander\x85</title>
      <item identifier="ITEM-x" identifierref="RES-x"><title>Deel</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="RES-x" type="webcontent" adlcp:scormtype="sco" href="start.htm">
      <file href="start.htm"/>
    </resource>
  </resources>
</manifest>
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A package of another program, without the file that it starts with."""
    path = tmp_path / "foreign.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("imsmanifest.xml", FOREIGN)
        package.writestr("an\x1b[2Jother.htm", "<html></html>")
    return path


def rows_of(text: str) -> dict[str, str]:
    rows = [line.strip().split("  ", 1) for line in text.splitlines() if line.startswith("  ")]
    return {row[0]: row[1].strip() for row in rows if len(row) == 2}


def test_an_own_package_is_told_in_full(run: CommandLine) -> None:
    run("build")
    result = run("inspect", ZIP)
    assert result.exit_code == 0
    assert result.stderr == ""
    rows = rows_of(result.stdout)
    assert rows["standard"] == "SCORM 1.2"
    assert rows["made by"] == "lesbouwer"
    assert rows["title"] == "Voorbeeldcursus"
    assert rows["version"] == "1.0.0"
    assert rows["manifest"] == "MAN-nl_voorbeeld__voorbeeld"
    assert rows["starts with"] == "index.html"
    assert rows["lessons"] == "1"
    assert rows["questions"] == "2"
    assert rows["mastery score"] == "–"
    assert "imsmanifest.xml" in result.stdout


def test_json_holds_the_same(run: CommandLine) -> None:
    run("build")
    package = run.json("inspect", ZIP)["package"]
    assert package["standard"] == "SCORM 1.2"
    assert package["is_own"] is True
    assert package["lessons"] == 1
    assert package["mastery_score"] is None
    assert {"path", "size_bytes", "packed_bytes"} == set(package["files"][0])


def test_a_package_of_another_program_is_told_and_judged(run: CommandLine, foreign: Path) -> None:
    result = run("inspect", str(foreign))
    assert result.exit_code == 1
    rows = rows_of(result.stdout)
    assert rows["made by"] == "another program"
    assert rows["lessons"] == "–"
    assert "foreign.zip!imsmanifest.xml:" in result.stderr
    assert "\x1b" not in result.output
    assert "\x85" not in result.output


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04" + bytes(40)])
def test_what_is_no_package_at_all_is_said(
    run: CommandLine, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(content)
    result = run("inspect", str(path))
    assert result.exit_code == 1
    assert "broken.zip: error V101" in result.stderr
    assert sorted(rows_of(result.stdout)) == ["sha256", "size"]


def test_a_zip_without_a_manifest_is_said(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "empty.zip"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("readme.txt", "hello")
    path.write_bytes(stream.getvalue())
    result = run("inspect", str(path))
    assert result.exit_code == 1
    assert rows_of(result.stdout)["standard"] == "not recognised"


def test_no_project_is_needed(
    run: CommandLine, foreign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(foreign.parent)
    assert run("inspect", "foreign.zip").exit_code == 1
