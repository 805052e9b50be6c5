"""The identifiers: alphabet, stability, and no two authors' ids that become one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import ids

author_ids = st.from_regex(r"[a-z][a-z0-9-]{1,47}", fullmatch=True)
namespaces = st.from_regex(r"[a-z][a-z0-9]{0,10}(\.[a-z][a-z0-9]{0,10}){1,3}", fullmatch=True)


@pytest.mark.conformance(4)
@given(namespaces, author_ids)
def test_manifest_identifiers_are_different_xml_ids(namespace: str, course_id: str) -> None:
    made = ids.manifest_identifiers(namespace, course_id)
    values = [made.manifest, made.organization, made.item, made.resource, made.files]
    assert len(set(values)) == len(values)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", value) for value in values)


def test_manifest_identifiers_are_as_documented() -> None:
    made = ids.manifest_identifiers("nl.voorbeeld", "mentaal-welbevinden")
    assert made == ids.ManifestIdentifiers(
        manifest="MAN-nl_voorbeeld__mentaal-welbevinden",
        organization="ORG-nl_voorbeeld__mentaal-welbevinden",
        item="ITEM-nl_voorbeeld__mentaal-welbevinden",
        resource="RES-nl_voorbeeld__mentaal-welbevinden",
        files="RES-nl_voorbeeld__mentaal-welbevinden-files",
    )


def test_namespace_and_id_are_never_taken_for_one_another() -> None:
    pairs = [
        ("nl.school", "noord-rekenen"),
        ("nl.school-noord", "rekenen"),
        ("nl.school.noord", "rekenen"),
        ("nl", "school-noord-rekenen"),
    ]
    items = {ids.manifest_identifiers(*pair).item for pair in pairs}
    assert len(items) == len(pairs)


@given(author_ids, author_ids)
def test_run_time_identifiers_of_two_ids_differ(one: str, other: str) -> None:
    made = [ids.runtime_identifier("q", each) for each in (one, other)]
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", each) for each in made)
    assert (made[0] == made[1]) == (one == other)


def test_run_time_identifier_is_as_documented() -> None:
    assert ids.runtime_identifier("q", "geen-klachten") == "q_geen_klachten"


def test_package_file_name() -> None:
    assert ids.package_file_name("kort", "1.2.0", "scorm12") == "kort-1.2.0-scorm12.zip"
