"""SCORM 2004: sequencing, thresholds and the pass mark."""

from __future__ import annotations

import pytest

from tests.packages.faults import codes, findings

TARGETS = ("scorm2004", "scorm2004-3")
CONTROLS = (
    '<imsss:deliveryControls tracked="true" completionSetByContent="true" '
    'objectiveSetByContent="true"/>'
)
TITLE = "één</title>\n        <imsss"


@pytest.mark.conformance(14)
@pytest.mark.parametrize(
    "edit",
    [
        (CONTROLS, ""),
        (' completionSetByContent="true"', ""),
        ('objectiveSetByContent="true"', 'objectiveSetByContent="false"'),
    ],
)
@pytest.mark.parametrize("target", TARGETS)
def test_delivery_controls(target: str, edit: tuple[str, str]) -> None:
    assert codes(target, edit) == {"V501"}


@pytest.mark.conformance(14)
@pytest.mark.parametrize("target", TARGETS)
def test_objective_map(target: str) -> None:
    edit = (
        "</imsss:minNormalizedMeasure>",
        '</imsss:minNormalizedMeasure><imsss:mapInfo targetObjectiveID="o"/>',
    )
    assert codes(target, edit) == {"V502"}


@pytest.mark.conformance(5, 14)
@pytest.mark.parametrize("target", TARGETS)
def test_sequencing_elsewhere(target: str) -> None:
    collection = (
        '<imsss:sequencingCollection><imsss:sequencing ID="s1"/></imsss:sequencingCollection>'
    )
    there = codes(target, ("</resources>", f"</resources>{collection}"))
    assert there == {"V503"}
    used = ("<imsss:sequencing>\n          <imsss:obj", '<imsss:sequencing IDRef="s1">\n<imsss:obj')
    assert codes(target, ("</resources>", f"</resources>{collection}"), used) == {"V503"}
    assert codes(target, used) == {"V504"}


@pytest.mark.conformance(14)
@pytest.mark.parametrize("content", ["", "<adlnav:navigationInterface/>"])
def test_empty_presentation(content: str) -> None:
    hidden = (
        "<adlnav:presentation>\n          <adlnav:navigationInterface>\n"
        "            <adlnav:hideLMSUI>continue</adlnav:hideLMSUI>\n"
        "            <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>\n"
        "          </adlnav:navigationInterface>\n        </adlnav:presentation>"
    )
    edit = (hidden, f"<adlnav:presentation>{content}</adlnav:presentation>")
    assert codes("scorm2004", edit) == {"V505"}


@pytest.mark.conformance(15)
@pytest.mark.parametrize(
    ("target", "threshold", "is_right"),
    [
        ("scorm2004", '<adlcp:completionThreshold minProgressMeasure="1.0"/>', True),
        ("scorm2004", "<adlcp:completionThreshold>1.0</adlcp:completionThreshold>", False),
        (
            "scorm2004",
            '<adlcp:completionThreshold minProgressMeasure="1.0">1.0</adlcp:completionThreshold>',
            False,
        ),
        ("scorm2004-3", "<adlcp:completionThreshold>1.0</adlcp:completionThreshold>", True),
        ("scorm2004-3", '<adlcp:completionThreshold minProgressMeasure="1.0"/>', False),
    ],
)
def test_threshold(target: str, threshold: str, *, is_right: bool) -> None:
    found = codes(target, (TITLE, TITLE.replace("<imsss", f"{threshold}<imsss")))
    assert ("V506" in found) != is_right


@pytest.mark.conformance(15)
@pytest.mark.parametrize("target", TARGETS)
def test_our_manifests_have_no_threshold(target: str) -> None:
    with pytest.raises(AssertionError, match="not in the manifest"):
        codes(target, ("completionThreshold", ""))


@pytest.mark.conformance(16)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    ("edit", "manifest"),
    [
        ((">0.75<", ">0.8<"), "80"),
        (('satisfiedByMeasure="true"', 'satisfiedByMeasure="false"'), "–"),
    ],
)
def test_pass_mark_that_is_not_the_players(
    target: str, edit: tuple[str, str], manifest: str
) -> None:
    (found,) = findings(target, edit)
    assert (found.code, found.params) == ("V507", {"manifest": manifest, "player": "75"})


@pytest.mark.conformance(14)
@pytest.mark.parametrize(
    "element",
    [
        "<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>",
        "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>",
    ],
)
@pytest.mark.parametrize("target", TARGETS)
def test_run_time_element_on_an_asset(target: str, element: str) -> None:
    place = (TITLE, TITLE.replace("<imsss", f"{element}<imsss"))
    assert codes(target, place) == set()
    asset = ('scormType="sco"', 'scormType="asset"')
    assert "V508" in codes(target, place, asset)


@pytest.mark.conformance(14)
@pytest.mark.parametrize("target", TARGETS)
def test_extensions_in_another_order(target: str) -> None:
    late = "</adlnav:presentation>"
    edit = (late, f"{late}<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>")
    assert codes(target, edit) == {"V509"}


@pytest.mark.conformance(14)
def test_long_launch_data() -> None:
    data = f"<adlcp:dataFromLMS>{'x' * 4001}</adlcp:dataFromLMS>"
    edit = (TITLE, TITLE.replace("<imsss", f"{data}<imsss"))
    assert codes("scorm2004", edit) == {"V512"}
