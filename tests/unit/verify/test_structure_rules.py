"""Identifiers, metadata, organizations, items and namespaces: one fault at a time."""

from __future__ import annotations

import pytest

from tests.packages.faults import codes, findings, judge
from tests.packages.sample import zip_files

TARGETS = ("scorm12", "scorm2004", "scorm2004-3")
TAIL = "nl_voorbeeld__kort-en-goed"
ITEM = f'<item identifier="ITEM-{TAIL}" identifierref="RES-{TAIL}" isvisible="true">'
INNER = f'<item identifier="ITEM-in" identifierref="RES-{TAIL}"><title>In</title></item>'
ON_1_2 = "<adlcp:masteryscore>75</adlcp:masteryscore>"


@pytest.mark.conformance(4)
@pytest.mark.parametrize("target", TARGETS)
def test_identifier_used_twice(target: str) -> None:
    assert "V301" in codes(target, (f'identifier="ITEM-{TAIL}"', f'identifier="ORG-{TAIL}"'))


@pytest.mark.conformance(4)
@pytest.mark.parametrize("identifier", ["9-item", "item een", "ïtem", "-item", ""])
@pytest.mark.parametrize("target", TARGETS)
def test_identifier_that_is_none(target: str, identifier: str) -> None:
    edit = (f'identifier="ITEM-{TAIL}"', f'identifier="{identifier}"')
    assert "V302" in codes(target, edit)


@pytest.mark.conformance(1, 2, 3)
@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(("<schema>ADL SCORM</schema>", ""), id="no schema"),
        pytest.param((">ADL SCORM<", ">SCORM<"), id="another schema"),
        pytest.param(
            ("</metadata>", "</metadata><metadata><schema>ADL SCORM</schema></metadata>"),
            id="metadata twice",
        ),
    ],
)
@pytest.mark.parametrize("target", TARGETS)
def test_metadata_that_does_not_name_the_standard(target: str, edit: tuple[str, str]) -> None:
    assert "V303" in codes(target, edit)


@pytest.mark.conformance(1, 3)
def test_no_metadata_at_all() -> None:
    metadata = (
        "<metadata>\n    <schema>ADL SCORM</schema>\n"
        "    <schemaversion>2004 4th Edition</schemaversion>\n  </metadata>"
    )
    assert codes("scorm2004", (metadata, "")) == {"V206", "V303"}


@pytest.mark.conformance(5)
@pytest.mark.parametrize("target", TARGETS)
def test_default_organization_that_does_not_exist(target: str) -> None:
    assert codes(target, (f'default="ORG-{TAIL}"', 'default="ORG-ander"')) == {"V304"}


@pytest.mark.conformance(5)
@pytest.mark.parametrize("target", TARGETS)
def test_reference_of_an_item_to_nothing(target: str) -> None:
    found = codes(target, (f'identifierref="RES-{TAIL}" ', 'identifierref="RES-ander" '))
    assert "V305" in found
    assert "V203" not in found


@pytest.mark.conformance(5)
@pytest.mark.parametrize("target", TARGETS)
def test_dependency_on_nothing(target: str) -> None:
    edit = (f'identifierref="RES-{TAIL}-files"', 'identifierref="RES-ander"')
    assert codes(target, edit) == {"V305", "V324"}


@pytest.mark.conformance(6)
@pytest.mark.parametrize("target", TARGETS)
def test_leaf_without_content(target: str) -> None:
    assert "V306" in codes(target, (f'identifierref="RES-{TAIL}" ', ""))


@pytest.mark.conformance(6)
@pytest.mark.parametrize("target", TARGETS)
def test_branch_with_content(target: str) -> None:
    title = "één</title>"
    edits = ((title, "a</title>"), (title, f"één</title>{INNER}"))
    assert "V307" in codes(target, *edits)


@pytest.mark.conformance(6)
@pytest.mark.parametrize("target", TARGETS)
def test_organization_without_items(target: str) -> None:
    text = '<organization identifier="ORG-leeg"><title>Leeg</title></organization>'
    assert "V331" in codes(target, ("</organizations>", f"{text}</organizations>"))


@pytest.mark.conformance(10)
@pytest.mark.parametrize(
    ("value", "is_legal"),
    [
        ("?module=1", True),
        ("module=1&amp;les=2#top", True),
        ("#top", True),
        ("module 1", False),
        ("?module", False),
        ("m=" + "x" * 1000, False),
    ],
)
def test_parameters(value: str, *, is_legal: bool) -> None:
    found = codes("scorm12", (ITEM, ITEM.replace(">", f' parameters="{value}">')))
    assert ("V325" in found) != is_legal


@pytest.mark.conformance(6)
@pytest.mark.parametrize("target", TARGETS)
def test_visibility_in_digits(target: str) -> None:
    assert codes(target, ('isvisible="true"', 'isvisible="1"')) == {"V326"}


@pytest.mark.conformance(5)
def test_manifest_in_the_manifest() -> None:
    inner = '<manifest identifier="MAN-in"><organizations/><resources/></manifest>'
    assert "V322" in codes("scorm12", ("</manifest>", f"{inner}</manifest>"))


@pytest.mark.conformance(7)
@pytest.mark.parametrize(
    ("target", "edit"),
    [
        ("scorm2004", ('<item identifier="', '<item adlcp:scormType="sco" identifier="')),
        ("scorm12", ('<item identifier="', '<item adlcp:scormtype="sco" identifier="')),
        (
            "scorm2004",
            ('<item identifier="', '<item adlseq:objectivesGlobalToSystem="true" identifier="'),
        ),
    ],
)
def test_attribute_on_the_wrong_element(target: str, edit: tuple[str, str]) -> None:
    assert codes(target, edit) == {"V328"}


@pytest.mark.conformance(14)
@pytest.mark.parametrize(
    ("target", "text"),
    [("scorm12", ON_1_2), ("scorm2004", "<adlnav:presentation/>")],
)
def test_extension_that_stands_twice(target: str, text: str) -> None:
    assert "V332" in codes(target, ("</item>", f"{text}</item>"))


@pytest.mark.conformance(11)
@pytest.mark.parametrize("target", TARGETS)
def test_other_prefix(target: str) -> None:
    name = "scormtype" if target == "scorm12" else "scormType"
    edits = [(f"adlcp:{name}", f"adl:{name}")] * 2 + [("xmlns:adlcp", "xmlns:adl")]
    if target == "scorm12":
        edits += [("adlcp:masteryscore>75</adlcp:", "adl:masteryscore>75</adl:")]
    (found,) = findings(target, *edits)
    assert (found.code, found.params["prefix"], found.params["expected"]) == (
        "V318",
        "adl",
        "adlcp",
    )


@pytest.mark.conformance(11)
def test_packaging_namespace_that_is_not_the_default() -> None:
    manifest = (
        '<c:manifest xmlns:c="http://www.imsproject.org/xsd/imscp_rootv1p1p2" identifier="M">'
        "<c:metadata><c:schema>ADL SCORM</c:schema><c:schemaversion>1.2</c:schemaversion>"
        "</c:metadata><c:organizations/><c:resources/></c:manifest>"
    )
    found = judge(zip_files({"imsmanifest.xml": manifest.encode()}))
    prefixes = [each.params["prefix"] for each in found if each.code == "V318"]
    assert prefixes == ["c"]


@pytest.mark.conformance(11)
@pytest.mark.parametrize("target", TARGETS)
def test_schema_location_without_a_namespace(target: str) -> None:
    name = "adlcp_rootv1p2" if target == "scorm12" else "adlcp_v1p3"
    edit = (f" http://www.adlnet.org/xsd/{name} {name}.xsd", "")
    (found,) = findings(target, edit)
    assert (found.code, found.params["namespace"]) == (
        "V320",
        f"http://www.adlnet.org/xsd/{name}",
    )


@pytest.mark.conformance(11)
@pytest.mark.parametrize("target", TARGETS)
def test_schema_file_that_is_not_there(target: str) -> None:
    name = "adlcp_rootv1p2.xsd" if target == "scorm12" else "adlcp_v1p3.xsd"
    (found,) = findings(target, files={name: None})
    assert (found.code, found.params["name"]) == ("V321", name)
