"""SCORM 2004 manifests of both editions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from builder.standards import SCORM2004_4
from tests.packages.sample import sample_files

SPACES = {each.prefix or "cp": each.namespace for each in SCORM2004_4.vocabularies}
TARGETS = ("scorm2004", "scorm2004-3")


def manifest(target: str, **course: Any) -> etree._Element:
    return etree.fromstring(sample_files(target, **course)["imsmanifest.xml"])


def count(root: etree._Element, path: str) -> int:
    return len(root.findall(path, SPACES))


@pytest.mark.conformance(16)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("mastery", range(1, 101))
def test_pass_mark_is_exact(target: str, mastery: int) -> None:
    root = manifest(target, **{"mastery-score": mastery})
    (measure,) = root.iterfind(".//imsss:minNormalizedMeasure", SPACES)
    assert Decimal(measure.text or "") * 100 == mastery
    assert "E" not in (measure.text or "")
    (objective,) = root.iterfind(".//imsss:primaryObjective", SPACES)
    assert objective.get("satisfiedByMeasure") == "true"
    assert objective.get("objectiveID") == "obj_kort_en_goed"


@pytest.mark.conformance(16)
@pytest.mark.parametrize("target", TARGETS)
def test_no_objective_when_not_graded(target: str) -> None:
    root = manifest(target, **{"mastery-score": None})
    assert count(root, ".//imsss:objectives") == 0


@pytest.mark.conformance(14, 15)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("mastery", [75, None])
def test_sequencing_that_is_always_there(target: str, mastery: int | None) -> None:
    root = manifest(target, **{"mastery-score": mastery})
    (controls,) = root.iterfind(".//cp:item/imsss:sequencing/imsss:deliveryControls", SPACES)
    assert dict(controls.attrib) == {
        "tracked": "true",
        "completionSetByContent": "true",
        "objectiveSetByContent": "true",
    }
    (mode,) = root.iterfind(".//cp:organization/imsss:sequencing/imsss:controlMode", SPACES)
    assert dict(mode.attrib) == {"choice": "true", "flow": "true"}
    hidden = [each.text for each in root.iterfind(".//adlnav:hideLMSUI", SPACES)]
    assert hidden == ["continue", "previous"]
    for name in ("imsss:mapInfo", "imsss:sequencingCollection", "adlcp:completionThreshold"):
        assert count(root, f".//{name}") == 0


def test_editions_differ_in_their_version_only() -> None:
    third, fourth = (sample_files(target)["imsmanifest.xml"] for target in reversed(TARGETS))
    assert third.replace(b"2004 3rd Edition", b"2004 4th Edition") == fourth
