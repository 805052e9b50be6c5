"""The compiled schemas: sound manifests pass, and what they can catch is caught."""

from __future__ import annotations

import re
from typing import Any

import pytest

from builder.standards import STANDARDS, schema_files
from builder.verify.schema_rules import compiled_schema, declared_names
from tests.packages.faults import codes, findings

TARGETS = ("scorm12", "scorm2004", "scorm2004-3")
RES = 'identifier="RES-nl_voorbeeld__kort-en-goed"'


@pytest.mark.conformance(1, 2, 3)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("mastery", [None, 1, 75, 100])
def test_our_manifests_are_valid(target: str, mastery: int | None) -> None:
    course: dict[str, Any] = {"mastery-score": mastery}
    assert findings(target, **course) == ()


@pytest.mark.conformance(1, 2, 3)
@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
def test_schemas_compile_without_a_network(standard: object) -> None:
    (found,) = [each for each in STANDARDS if each is standard]
    assert compiled_schema(found) is compiled_schema(found)
    assert f"{{{found.packaging}}}manifest" in declared_names(found)
    assert len(schema_files(found)) in (4, 17)


@pytest.mark.conformance(1)
@pytest.mark.parametrize(
    "edit",
    [
        pytest.param((RES, 'identifier="9-res"'), id="identifier starts with a digit"),
        pytest.param(('-files" type', '" type'), id="duplicate identifier"),
        pytest.param(("adlcp:scormtype", "adlcp:scormType"), id="scormType in the wrong case"),
        pytest.param(
            ("<title>Kort", "<title>" + "o" * 201 + " Kort"), id="title above 200 characters"
        ),
        pytest.param(
            (
                "<adlcp:masteryscore>75</adlcp:masteryscore>",
                "<adlcp:datafromlms>" + "x" * 256 + "</adlcp:datafromlms>"
                "<adlcp:masteryscore>75</adlcp:masteryscore>",
            ),
            id="datafromlms above 255 characters",
        ),
        pytest.param(
            ('isvisible="true">', 'isvisible="true"><adlcp:masteryscore>5</adlcp:masteryscore>'),
            id="extension before the title",
        ),
    ],
)
def test_schema_of_1_2_catches(edit: tuple[str, str]) -> None:
    found = findings("scorm12", edit)
    assert "V203" in {each.code for each in found}
    assert all(each.location.path == "kort.zip!imsmanifest.xml" for each in found)


@pytest.mark.conformance(3)
@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(
            (
                "<imsss:controlMode",
                '<imsss:deliveryControls tracked="true"/><imsss:controlMode',
            ),
            id="sequencing children out of order",
        ),
        pytest.param((">continue<", ">forward<"), id="unknown button"),
        pytest.param((">0.75<", ">80<"), id="measure above 1"),
    ],
)
def test_schema_of_2004_catches(edit: tuple[str, str]) -> None:
    assert "V203" in codes("scorm2004", edit)
    assert "V203" in codes("scorm2004-3", edit)


@pytest.mark.conformance(2, 15)
def test_third_edition_does_not_know_the_attributes_of_the_fourth() -> None:
    edit = (
        "<imsss:sequencing>",
        '<adlcp:completionThreshold minProgressMeasure="1.0"/><imsss:sequencing>',
    )
    assert {"V203", "V506"} <= codes("scorm2004-3", edit)
    assert codes("scorm2004", edit) == set()


def test_message_has_a_line_and_no_namespaces() -> None:
    (found,) = [each for each in findings("scorm2004", (">0.75<", ">80<")) if each.code == "V203"]
    assert found.location.line == 15
    assert "minNormalizedMeasure" in str(found.params["detail"])
    assert not re.search(r"[{}]|\.$", str(found.params["detail"]))


def test_many_faults_do_not_flood_the_report() -> None:
    rows = "".join(f'\n<file nothing="{number}"/>' for number in range(200))
    found = findings("scorm12", ('<file href="course.js"/>', '<file href="course.js"/>' + rows))
    assert len([each for each in found if each.code == "V203"]) == 20


@pytest.mark.conformance(11)
@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (("adlcp:scormType", "adlcp:scormtype"), "scormtype"),
        (("adlnav:presentation>", "adlnav:presentations>"), "presentations"),
        (("adlseq:objectivesGlobalToSystem", "adlseq:objectives"), "objectives"),
    ],
)
def test_lax_wildcards_do_not_hide_a_misspelling(edit: tuple[str, str], name: str) -> None:
    old, new = edit
    close = [(f"</{old}", f"</{new}")] if old.endswith(">") else []
    found = [each for each in findings("scorm2004", edit, *close) if each.code == "V327"]
    assert [each.params["name"] for each in found] == [name]


def test_other_vocabularies_are_left_to_others() -> None:
    edit = (
        "<schemaversion>2004 3rd Edition</schemaversion>",
        "<schemaversion>2004 3rd Edition</schemaversion>"
        '<x:note xmlns:x="urn:x" x:a="1"><x:b/></x:note>',
    )
    assert codes("scorm2004-3", edit) == {"V320"}
