"""Looking into any zip: there is an answer for everything, never an exception."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.verify import InspectedFile, inspect
from tests.packages.faults import MANIFEST, change
from tests.packages.sample import sample_files, zip_files

TAIL = "nl_voorbeeld__kort-en-goed"


@pytest.mark.parametrize(
    ("target", "label"),
    [
        ("scorm12", "SCORM 1.2"),
        ("scorm2004", "SCORM 2004, 4th edition"),
        ("scorm2004-3", "SCORM 2004, 3rd edition"),
    ],
)
def test_package_of_ours(target: str, label: str) -> None:
    files = sample_files(target)
    data = zip_files(files)
    seen = inspect(data, "kort.zip")
    assert seen.diagnostics == ()
    assert (seen.name, seen.standard, seen.is_own) == ("kort.zip", label, True)
    assert (seen.title, seen.version) == ("Kort &\u00a0één", "1.2.0")
    assert (seen.manifest_id, seen.organization_id) == (f"MAN-{TAIL}", f"ORG-{TAIL}")
    assert (seen.item_ids, seen.launch) == ((f"ITEM-{TAIL}",), "index.html")
    assert (seen.mastery_score, seen.lessons, seen.questions) == (75, 2, 1)
    assert (seen.size_bytes, seen.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert [(each.path, each.size_bytes) for each in seen.files] == [
        (path, len(content)) for path, content in files.items()
    ]


def test_package_of_others() -> None:
    files = sample_files("scorm12", **{"mastery-score": None})
    del files["course.js"]
    files[MANIFEST] = change(files[MANIFEST], ('<file href="course.js"/>', ""))
    seen = inspect(zip_files(files), "anders.zip")
    assert (seen.is_own, seen.lessons, seen.questions, seen.mastery_score) == (False,) + (None,) * 3
    assert seen.title == "Kort &\u00a0één"


def test_launch_in_a_folder_with_a_query() -> None:
    files = sample_files("scorm12")
    files[MANIFEST] = change(files[MANIFEST], ('href="index.html">', 'href="index.html?a=1">'))
    seen = inspect(zip_files({f"map/{path}": data for path, data in files.items()}))
    assert seen.launch == "map/index.html?a=1"
    assert [each.code for each in seen.diagnostics] == ["V104"]


@pytest.mark.parametrize(
    ("name", "standard"),
    [("cmi5.xml", "cmi5"), ("tincan.xml", "xAPI (tincan.xml)"), ("index.html", None)],
)
def test_other_standards(name: str, standard: str | None) -> None:
    seen = inspect(zip_files({name: b"<a/>"}))
    assert seen.standard == standard
    assert "V103" in [each.code for each in seen.diagnostics]
    assert seen.files == (InspectedFile(name, 4, 6),)


def test_manifest_of_another_standard() -> None:
    cartridge = (
        b'<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" identifier="C"/>'
    )
    seen = inspect(zip_files({MANIFEST: cartridge}))
    assert (seen.standard, seen.manifest_id) == (None, "C")
    assert [each.code for each in seen.diagnostics] == ["V210"]


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"PK\x05\x06" + bytes(18)])
def test_something_that_is_no_package(data: bytes) -> None:
    seen = inspect(data, "x.zip")
    assert [each.code for each in seen.diagnostics] in (["V101"], ["V103"])
    assert str(seen.diagnostics[0].location) == "x.zip"


def test_mastery_score_that_is_no_number() -> None:
    files = sample_files("scorm12")
    files[MANIFEST] = change(files[MANIFEST], (">75<", ">veel<"))
    assert inspect(zip_files(files)).mastery_score is None


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_anywhere_gives_an_answer(data: Any) -> None:
    raw = bytearray(zip_files(sample_files("scorm2004")))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([0, 0, 0, 10, 1000]))
    seen = inspect(bytes(raw[: len(raw) - cut]), "x.zip")
    assert seen.size_bytes == len(raw) - cut


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_in_the_manifest_gives_an_answer(data: Any) -> None:
    files = sample_files(data.draw(st.sampled_from(["scorm12", "scorm2004"])))
    words = files[MANIFEST].split(b'"')
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(words) - 1))
        words[place] = data.draw(
            st.sampled_from([b"", b"0", b"#", b"%", b"a b", b"<", b"\xc3\xa9", b"http://x/", b">"])
        )
    files[MANIFEST] = b'"'.join(words)
    assert inspect(zip_files(files)).files
