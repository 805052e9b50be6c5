"""What report.json says, and what it keeps of an earlier one."""

import json
from dataclasses import replace

import pytest

from builder.build_report import PackageEntry, make_report, merge_entries, read_entries

ENTRY = PackageEntry(
    course="proef",
    version="1.0.0",
    target="scorm12",
    path="proef-1.0.0-scorm12.zip",
    size=1234,
    sha256="ab" * 32,
    lessons=2,
    questions=3,
    state=120,
    build="abc123",
)
OTHER = replace(ENTRY, course="ander", path="ander-1.0.0-scorm12.zip")


def test_what_is_written_can_be_read() -> None:
    assert read_entries(make_report([ENTRY, OTHER]).decode()) == (OTHER, ENTRY)


def test_order_does_not_matter() -> None:
    assert make_report([ENTRY, OTHER]) == make_report([OTHER, ENTRY])


def test_every_fact_has_its_key() -> None:
    report = json.loads(make_report([ENTRY]))
    assert report["format"] == 1
    assert report["packages"] == [
        {
            "course": "proef",
            "version": "1.0.0",
            "target": "scorm12",
            "path": "proef-1.0.0-scorm12.zip",
            "size": 1234,
            "sha256": "ab" * 32,
            "lessons": 2,
            "questions": 3,
            "state": 120,
            "build": "abc123",
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 2, "packages": []}',
        '{"format": 1, "packages": [{"course": "proef"}]}',
        '{"format": 1, "packages": [7]}',
        make_report([ENTRY]).decode().replace("1234", '"1234"'),
        make_report([ENTRY]).decode().replace("1234", "true"),
    ],
)
def test_a_report_that_is_not_ours_counts_for_nothing(text: str) -> None:
    assert read_entries(text) == ()


def test_other_courses_stay_while_their_package_is_there() -> None:
    gone = replace(OTHER, course="weg", path="weg-1.0.0-scorm12.zip")
    merged = merge_entries([OTHER, gone, ENTRY], [ENTRY], lambda entry: entry != gone)
    assert merged == (OTHER, ENTRY)


def test_what_was_made_anew_takes_the_place_of_the_earlier_entry() -> None:
    anew = replace(ENTRY, size=99)
    assert merge_entries([ENTRY], [anew], lambda entry: True) == (anew,)


def test_another_package_of_the_same_contents_stays() -> None:
    sibling = replace(ENTRY, target="scorm2004", path="proef-1.0.0-scorm2004.zip")
    assert merge_entries([sibling], [ENTRY], lambda entry: True) == (ENTRY, sibling)


def test_another_package_of_older_contents_under_the_same_version_goes() -> None:
    sibling = replace(ENTRY, target="scorm2004", path="proef-1.0.0-scorm2004.zip", build="zzzzzz")
    assert merge_entries([sibling], [ENTRY], lambda entry: True) == (ENTRY,)


def test_an_earlier_version_stays() -> None:
    earlier = replace(ENTRY, version="0.9.0", path="proef-0.9.0-scorm12.zip", build="zzzzzz")
    assert merge_entries([earlier], [ENTRY], lambda entry: True) == (earlier, ENTRY)
