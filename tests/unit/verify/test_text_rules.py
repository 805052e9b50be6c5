"""The manifest as text."""

from __future__ import annotations

import pytest

from tests.packages.faults import MANIFEST, codes, findings, judge
from tests.packages.sample import sample_files, zip_files


def codes_of_raw(raw: bytes) -> set[str]:
    files = sample_files("scorm12")
    files[MANIFEST] = raw
    return {each.code for each in judge(zip_files(files))}


@pytest.mark.conformance(12)
def test_byte_order_mark() -> None:
    raw = sample_files("scorm12")[MANIFEST]
    assert codes_of_raw(b"\xef\xbb\xbf" + raw) == {"V204"}


@pytest.mark.conformance(12)
@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16"])
def test_other_encodings(encoding: str) -> None:
    text = sample_files("scorm12")[MANIFEST].decode()
    raw = text.replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
    assert codes_of_raw(raw) == {"V204"}


@pytest.mark.conformance(12)
@pytest.mark.parametrize("reference", ["&#233;", "&#xE9;"])
def test_numeric_reference(reference: str) -> None:
    (found,) = findings("scorm2004", ("één</title>", f"{reference}één</title>"))
    assert (found.code, found.params["reference"], found.location.line) == ("V205", reference, 9)


@pytest.mark.conformance(12)
def test_space_between_entity_and_accent() -> None:
    (found,) = findings("scorm12", ("\u00a0één</title>", " één</title>"))
    assert (found.code, found.params["title"]) == ("V207", "Kort & één")


@pytest.mark.conformance(12)
def test_cdata() -> None:
    edit = (
        "<title>Kort &amp; één</title>".replace(" é", "\u00a0é"),
        "<title><![CDATA[A & B]]></title>",
    )
    assert codes("scorm12", edit) == {"V208"}


@pytest.mark.conformance(6, 12)
@pytest.mark.parametrize(
    ("title", "code"),
    [("<title>0</title>", "V209"), ("<title> </title>", "V308"), ("", "V308")],
)
def test_title_that_is_not_shown(title: str, code: str) -> None:
    edit = ("<title>Kort &amp; één</title>".replace(" é", "\u00a0é"), title)
    assert code in codes("scorm2004", edit)


@pytest.mark.conformance(6)
def test_second_title() -> None:
    edit = ("<title>", "<title>Nog een</title><title>")
    assert "V308" in codes("scorm2004", edit)


@pytest.mark.conformance(6)
def test_long_title_of_2004_is_not_the_business_of_its_schema() -> None:
    (found,) = findings("scorm2004", ("<title>", "<title>" + "o" * 200))
    assert (found.code, found.params["length"]) == ("V309", 210)


def test_document_type_is_refused_and_fetches_nothing() -> None:
    edit = ("<manifest ", '<!DOCTYPE manifest SYSTEM "http://192.0.2.1/x.dtd"><manifest ')
    assert "V202" in codes("scorm12", edit)


def test_entities_are_not_expanded() -> None:
    declared = '<!DOCTYPE manifest [<!ENTITY e SYSTEM "file:///etc/hostname">]><manifest '
    edits = (("<manifest ", declared), ("<title>", "<title>&e;"))
    assert {"V202", "V308"} <= codes("scorm12", *edits)


@pytest.mark.parametrize("raw", [b"", b"<manifest", b"\x00\x01", b"<a>&lol;</a>", b"geen xml"])
def test_text_that_is_no_xml(raw: bytes) -> None:
    found = codes_of_raw(raw)
    assert "V201" in found
    assert not {code for code in found if code.startswith(("V203", "V3"))}


@pytest.mark.conformance(1, 2, 3)
@pytest.mark.parametrize(
    ("target", "version", "other"),
    [
        ("scorm12", "1.2", "1.3"),
        ("scorm2004", "2004 4th Edition", "2004 4th edition"),
        ("scorm2004-3", "2004 3rd Edition", ""),
    ],
)
def test_unknown_version(target: str, version: str, other: str) -> None:
    edit = (f"<schemaversion>{version}<", f"<schemaversion>{other}<")
    (found,) = findings(target, edit)
    assert (found.code, found.params["value"]) == ("V206", other)
