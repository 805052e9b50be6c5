"""Names of the standards and their schema files."""

from __future__ import annotations

import pytest

from builder import standards
from builder.diagnostics import LesbouwerError
from builder.standards import SCORM12, SCORM2004_4, STANDARDS, Standard, schema_files


@pytest.mark.conformance(11)
@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.name)
def test_every_vocabulary_has_its_schema(standard: Standard) -> None:
    names = [name for name, _ in schema_files(standard)]
    assert {each.schema_file for each in standard.vocabularies} <= set(names)
    assert names == sorted(names)


@pytest.mark.conformance(11)
def test_prefixes_are_those_that_lmss_expect() -> None:
    assert [each.prefix for each in SCORM12.vocabularies] == ["", "adlcp", "imsmd"]
    prefixes = [each.prefix for each in SCORM2004_4.vocabularies]
    assert prefixes == ["", "adlcp", "adlseq", "adlnav", "imsss"]


def test_prefix_of_another_standard_is_unknown() -> None:
    assert SCORM2004_4.namespace("imsss") == "http://www.imsglobal.org/xsd/imsss"
    with pytest.raises(KeyError):
        SCORM12.namespace("imsss")


def test_missing_schemas_are_said_in_one_sentence() -> None:
    absent = standards.Standard("scorm99", "SCORM 99", "99", SCORM12.vocabularies, "scormtype")
    with pytest.raises(LesbouwerError, match=r"SCORM 99 are not installed .*imscp_rootv1p1p2\.xsd"):
        schema_files(absent)
