"""Resources and files: one fault at a time."""

from __future__ import annotations

import pytest

from tests.packages.faults import MANIFEST, change, codes, findings, judge
from tests.packages.sample import sample_files, zip_files

TARGETS = ("scorm12", "scorm2004", "scorm2004-3")
TAIL = "nl_voorbeeld__kort-en-goed"
PICTURE = '<file href="media/lijn.png"/>'


@pytest.mark.conformance(7)
@pytest.mark.parametrize("target", TARGETS)
def test_resource_without_a_type(target: str) -> None:
    assert "V310" in codes(target, ('type="webcontent" ', ""))


@pytest.mark.conformance(7)
@pytest.mark.parametrize(
    ("target", "old", "new"),
    [
        ("scorm12", ' adlcp:scormtype="sco"', ""),
        ("scorm12", ' adlcp:scormtype="asset"', ""),
        ("scorm12", 'adlcp:scormtype="sco"', 'adlcp:scormtype="SCO"'),
        ("scorm2004", ' adlcp:scormType="asset"', ""),
        ("scorm2004", "adlcp:scormType", "adlcp:scormtype"),
        ("scorm2004-3", "adlcp:scormType", "adlcp:scormtype"),
    ],
)
def test_resource_that_does_not_tell_what_it_is(target: str, old: str, new: str) -> None:
    assert "V311" in codes(target, (old, new))


@pytest.mark.conformance(8)
@pytest.mark.parametrize("target", TARGETS)
def test_asset_in_front_of_the_sco(target: str) -> None:
    name = "scormtype" if target == "scorm12" else "scormType"
    asset = (
        f'<resource identifier="RES-voor" type="webcontent" adlcp:{name}="asset" '
        'href="media/lijn.png"><file href="media/lijn.png"/></resource>'
    )
    found = codes(target, ("<resources>", f"<resources>{asset}"))
    assert found == {"V312", "V324"}


@pytest.mark.conformance(8)
@pytest.mark.parametrize("target", TARGETS)
def test_sco_without_an_address(target: str) -> None:
    assert {"V312", "V313"} <= codes(target, (' href="index.html">', ">"))


@pytest.mark.conformance(9)
@pytest.mark.parametrize("target", TARGETS)
def test_file_that_is_not_listed(target: str) -> None:
    found = findings(target, (PICTURE, ""))
    assert [(each.code, each.params["member"]) for each in found] == [("V314", "media/lijn.png")]


@pytest.mark.conformance(9)
@pytest.mark.parametrize("target", TARGETS)
def test_listed_file_that_is_absent(target: str) -> None:
    listed, shown = findings(target, files={"media/lijn.png": None})
    assert (listed.code, listed.params["href"]) == ("V315", "media/lijn.png")
    assert (shown.code, shown.params["address"]) == ("V610", "media/lijn.png")


@pytest.mark.conformance(9)
@pytest.mark.parametrize("target", TARGETS)
def test_listed_file_in_other_capitals(target: str) -> None:
    assert {"V314", "V330"} == codes(target, (PICTURE, '<file href="media/Lijn.png"/>'))


@pytest.mark.conformance(10)
@pytest.mark.parametrize(
    "href",
    [
        "media\\lijn.png",
        "/media/lijn.png",
        "../media/lijn.png",
        "file:///media/lijn.png",
        "https://example.org/lijn.png",
        "media/een lijn.png",
        "media/een%20lijn.png",
        "media/lijn",
        "",
    ],
)
@pytest.mark.parametrize("target", TARGETS)
def test_href_that_is_not_plain(target: str, href: str) -> None:
    assert "V316" in codes(target, (PICTURE, f'{PICTURE}<file href="{href}"/>'))


@pytest.mark.conformance(10)
def test_launch_with_a_query_is_plain() -> None:
    assert codes("scorm12", ('href="index.html">', 'href="index.html?les=1#top">')) == set()


@pytest.mark.conformance(10)
def test_long_href() -> None:
    href = "a" * 1999 + ".png"
    assert "V329" in codes("scorm2004", (PICTURE, f'{PICTURE}<file href="{href}"/>'))


@pytest.mark.conformance(10)
@pytest.mark.parametrize("start", ["<manifest ", "<resources", "<resource "])
def test_base(start: str) -> None:
    assert codes("scorm2004", (start, f'{start.strip()} xml:base="./" ')) == {"V317"}


def test_base_on_a_resource_is_followed() -> None:
    files = sample_files("scorm2004")
    files["les/index.html"] = files.pop("index.html")
    edits = (
        (
            f'<resource identifier="RES-{TAIL}" ',
            f'<resource xml:base="les/" identifier="RES-{TAIL}" ',
        ),
    )
    files[MANIFEST] = change(files[MANIFEST], *edits)
    found = judge(zip_files(files))
    assert [each.code for each in found] == ["V317", "V610"]


@pytest.mark.conformance(9)
@pytest.mark.parametrize("target", TARGETS)
def test_launch_file_that_is_not_listed(target: str) -> None:
    assert "V323" in codes(target, ('<file href="index.html"/>', ""))


@pytest.mark.conformance(9)
@pytest.mark.parametrize("target", TARGETS)
def test_resource_that_nobody_uses(target: str) -> None:
    edit = (f'<dependency identifierref="RES-{TAIL}-files"/>', "")
    assert codes(target, edit) == {"V324"}


@pytest.mark.conformance(9)
@pytest.mark.parametrize(
    ("path", "is_there"), [("index.html", True), ("meta.xml", False), ("", False)]
)
@pytest.mark.parametrize("target", ["scorm12", "scorm2004"])
def test_metadata_file(target: str, path: str, *, is_there: bool) -> None:
    edit = ("</metadata>", f"<adlcp:location>{path}</adlcp:location></metadata>")
    assert ("V333" in codes(target, edit)) != is_there


def test_files_of_a_manifest_in_a_folder_are_found() -> None:
    inner = {f"map/{path}": data for path, data in sample_files("scorm12").items()}
    found = judge(zip_files(inner))
    assert [each.code for each in found] == ["V104"]
