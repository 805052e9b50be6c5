"""SCORM 1.2 manifests."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from builder.standards import SCORM12
from tests.packages.sample import sample_files

SPACES = {
    "cp": SCORM12.packaging,
    "adlcp": SCORM12.adlcp,
    "md": SCORM12.namespace("imsmd"),
}


def manifest(**course: Any) -> etree._Element:
    return etree.fromstring(sample_files("scorm12", **course)["imsmanifest.xml"])


def texts(root: etree._Element, path: str) -> list[str]:
    return [each.text or "" for each in root.iterfind(path, SPACES)]


@pytest.mark.conformance(13)
def test_mastery_score_only_when_graded() -> None:
    assert texts(manifest(), ".//adlcp:masteryscore") == ["75"]
    assert texts(manifest(**{"mastery-score": None}), ".//adlcp:masteryscore") == []


@pytest.mark.conformance(8)
def test_first_resource_is_the_sco_and_assets_have_no_address() -> None:
    first, second = manifest().iterfind(".//cp:resource", SPACES)
    assert (first.get(f"{{{SCORM12.adlcp}}}scormtype"), first.get("href")) == ("sco", "index.html")
    assert second.get(f"{{{SCORM12.adlcp}}}scormtype") == "asset"
    assert "href" not in second.attrib


def test_metadata_says_what_the_author_said() -> None:
    root = manifest()
    text = ".//md:{}/md:langstring"
    assert texts(root, text.format("title")) == ["Kort &\u00a0één"]
    assert texts(root, text.format("description"))[0] == "Waar het over gaat. In twee regels."
    assert texts(root, text.format("version")) == ["1.2.0"]
    assert texts(root, text.format("keyword")) == ["Eerste module"]
    assert texts(root, ".//md:general/md:language") == ["nl"]
    assert texts(root, ".//md:typicallearningtime/md:datetime") == ["PT20M"]
    assert texts(root, ".//md:rights/md:description/md:langstring") == ["CC BY-SA 4.0"]


def test_metadata_invents_nothing() -> None:
    root = manifest(description=None, license=None)
    assert texts(root, ".//md:description/md:langstring") == []
    assert texts(root, ".//md:rights") == []
