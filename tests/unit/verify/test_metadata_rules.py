"""Metadata of SCORM 2004."""

from __future__ import annotations

import pytest

from tests.packages.faults import codes

LOM = (
    '<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string{language}>Titel</string>'
    "</title></general><lifeCycle><status><source>{source}</source><value>{value}</value></status>"
    "</lifeCycle></lom>"
)


def codes_of(target: str, language: str, source: str, value: str) -> set[str]:
    lom = LOM.format(language=language, source=source, value=value)
    return codes(target, ("</metadata>", f"{lom}</metadata>")) - {"V320"}


@pytest.mark.conformance(2, 3)
@pytest.mark.parametrize("target", ["scorm2004", "scorm2004-3"])
@pytest.mark.parametrize(
    ("language", "source", "value", "expected"),
    [
        (' language="nl"', "LOMv1.0", "final", set()),
        (' language="nl"', "LOMv1.0", "Final", {"V513"}),
        (' language="nl"', "eigen", "klaar", set()),
        ("", "LOMv1.0", "draft", {"V514"}),
    ],
)
def test_words_and_languages(
    target: str, language: str, source: str, value: str, expected: set[str]
) -> None:
    assert codes_of(target, language, source, value) == expected
