"""The manifest as a tree and as bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.standards import SCORM12
from builder.targets.manifest import ManifestTree, manifest_text

TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=60)


def serialised(title: str) -> bytes:
    tree = ManifestTree(SCORM12, ("", "adlcp"), "MAN-x", "1.0.0")
    tree.add(tree.root, "title", title)
    return tree.serialise()


@pytest.mark.conformance(12)
@given(TITLES)
def test_titles_are_raw_utf8(title: str) -> None:
    raw = serialised(title)
    assert raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="http')
    assert b"&#" not in raw
    assert b"<![CDATA[" not in raw
    assert b"\r" not in raw
    root = etree.fromstring(raw)
    assert (root[0].text or "").replace("\u00a0", " ") == title.strip().replace("\u00a0", " ")
    assert not re.search(r"[&<>] [^\x00-\x7f]", root[0].text or "")


@pytest.mark.conformance(12)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Über & über", "Über &\u00a0über"),
        ("A & B", "A & B"),
        ("a < é > è", "a <\u00a0é >\u00a0è"),
        ("één & twee", "één & twee"),
        ("een\n  twee\tdrie", "een twee drie"),
        ("  rand ", "rand"),
    ],
)
def test_spaces_that_importers_drop(text: str, expected: str) -> None:
    assert manifest_text(text) == expected


@pytest.mark.conformance(11)
def test_namespaces_used_are_declared_with_their_schema() -> None:
    root = etree.fromstring(serialised("x"))
    assert set(root.nsmap) == {None, "adlcp", "xsi"}
    location = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")
    assert location == (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd "
        "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"
    )


def test_name_with_an_undeclared_prefix_is_our_fault() -> None:
    tree = ManifestTree(SCORM12, ("",), "MAN-x", "1.0.0")
    with pytest.raises(KeyError):
        tree.add(tree.root, "adlcp:masteryscore")
