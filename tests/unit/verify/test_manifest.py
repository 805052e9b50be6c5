"""Finding and parsing the manifest."""

from __future__ import annotations

import pytest

from builder.standards import SCORM2004_3, SCORM2004_4
from builder.verify.manifest import Manifest, find_manifest, parse_manifest
from builder.verify.opening import open_zip
from tests.packages.faults import MANIFEST, change
from tests.packages.sample import sample_files, zip_files


def parsed(raw: bytes, path: str = MANIFEST) -> Manifest:
    manifest = parse_manifest(path, raw)
    assert isinstance(manifest, Manifest)
    return manifest


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a/imsmanifest.xml", "imsmanifest.xml", "IMSMANIFEST.XML"], "imsmanifest.xml"),
        (["a/b/imsmanifest.xml", "c/imsmanifest.xml"], "c/imsmanifest.xml"),
        (["a/imsmanifest.xml", "IMSManifest.XML"], "IMSManifest.XML"),
        (["manifest.xml", "imsmanifest.xml.bak"], None),
    ],
)
def test_find(paths: list[str], found: str | None) -> None:
    package = open_zip(zip_files(dict.fromkeys(paths, b"x")), "x.zip").value
    assert package is not None
    assert find_manifest(package) == found


@pytest.mark.parametrize(
    ("version", "standard"),
    [
        ("2004 3rd Edition", SCORM2004_3),
        ("CAM 1.3", SCORM2004_3),
        ("2004 4th Edition", SCORM2004_4),
        ("2004 9th Edition", SCORM2004_4),
    ],
)
def test_edition(version: str, standard: object) -> None:
    raw = change(sample_files("scorm2004")[MANIFEST], ("2004 4th Edition", version))
    assert parsed(raw).standard is standard


def test_namespace_of_nobody() -> None:
    assert parsed(b"<manifest><resources/></manifest>").standard is None


def test_paths_are_seen_from_the_manifest() -> None:
    manifest = parsed(sample_files("scorm12")[MANIFEST], "map/imsmanifest.xml")
    (first, *_) = manifest.all("resource")
    assert manifest.folder == "map/"
    assert manifest.member(first, "./index.html?a=1#b") == "map/index.html"
    assert manifest.member(first, "een%20les.html") == "map/een les.html"


def test_comments_and_instructions_do_no_harm() -> None:
    raw = sample_files("scorm12")[MANIFEST].replace(b"<item", b"<!-- x --><?y z?><item")
    assert len(parsed(raw).sco_items()) == 1
