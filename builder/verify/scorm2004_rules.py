"""What both editions of SCORM 2004 ask of a manifest and their schemas do not check."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree
from lxml.etree import _Element

from builder.diagnostics import Diagnostic
from builder.standards import SCORM2004_4
from builder.verify.manifest import local_name, text_of
from builder.verify.player_script import find_name_in_player
from builder.verify.subject import Rule, Subject

MAX_LAUNCH_DATA_LENGTH = 4000

_ORDER = (
    "title",
    "item",
    "metadata",
    "timeLimitAction",
    "dataFromLMS",
    "completionThreshold",
    "sequencing",
    "presentation",
    "data",
)
"""Order of the children of an item in SCORM CAM; an organization has some of them."""

_ONLY_ON_SCOS = ("timeLimitAction", "dataFromLMS", "completionThreshold", "data")


def delivery_controls_are_set(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. SuccessFactors takes a SCO without both flags for one that reports nothing."""
    path = f"{_imsss(subject, 'sequencing')}/{_imsss(subject, 'deliveryControls')}"
    for item in subject.manifest.sco_items():
        controls = item.find(path)
        flags = ("completionSetByContent", "objectiveSetByContent")
        if controls is None or any(controls.get(flag) not in ("true", "1") for flag in flags):
            yield subject.finding("V501", item, identifier=item.get("identifier", ""))


def there_is_no_objective_map(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. Moodle 5.1 on PHP 8 stops with a fatal error at ``imsss:mapInfo``."""
    for element in subject.manifest.root.iter(_imsss(subject, "mapInfo")):
        yield subject.finding("V502", element)


def sequencing_is_inline(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. Sequencing kept elsewhere and referred to is skipped by several LMSs."""
    for element in subject.manifest.root.iter(_imsss(subject, "sequencingCollection")):
        yield subject.finding("V503", element)


def sequencing_references_lead_somewhere(subject: Subject) -> Iterator[Diagnostic]:
    """Item 5. ``IDRef`` names a sequencing of the collection; XML Schema does not look."""
    root = subject.manifest.root
    known = {
        element.get("ID")
        for collection in root.iter(_imsss(subject, "sequencingCollection"))
        for element in collection.iter(_imsss(subject, "sequencing"))
    }
    for element in root.iter(_imsss(subject, "sequencing")):
        reference = element.get("IDRef")
        if reference is not None and reference not in known:
            yield subject.finding("V504", element, identifier=reference)


def presentation_hides_something(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. An empty ``adlnav:presentation`` trips importers and says nothing."""
    hide = subject.manifest.extension("adlnav", "hideLMSUI")
    for element in subject.manifest.root.iter(subject.manifest.extension("adlnav", "presentation")):
        if next(element.iter(hide), None) is None:
            yield subject.finding("V505", element)


def threshold_is_of_the_edition(subject: Subject) -> Iterator[Diagnostic]:
    """Item 15. Text in the third edition, attributes in the fourth; the other way is ignored."""
    name = subject.manifest.extension("adlcp", "completionThreshold")
    for element in subject.manifest.root.iter(name):
        is_fourth = subject.manifest.standard is SCORM2004_4
        if bool(text_of(element)) == is_fourth or bool(element.attrib) != is_fourth:
            yield subject.finding("V506", element)


def pass_mark_is_the_players(subject: Subject) -> Iterator[Diagnostic]:
    """Item 16. A sequencer works out success from this measure, so it must be the player's."""
    if subject.payload is None:
        return
    player = subject.payload.mastery_score
    found = [
        _percentage(measure)
        for objective in subject.manifest.root.iter(_imsss(subject, "primaryObjective"))
        for measure in objective.iter(_imsss(subject, "minNormalizedMeasure"))
        if objective.get("satisfiedByMeasure") in ("true", "1")
    ]
    expected = [] if player is None else [f"{player:g}"]
    if found != expected:
        manifest = ", ".join(found) or "–"
        yield subject.finding("V507", manifest=manifest, player=", ".join(expected) or "–")


def run_time_elements_are_on_scos(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. Time limit, launch data, threshold and shared data concern SCOs only (SCORM CAM)."""
    scos = subject.manifest.sco_items()
    for name in _ONLY_ON_SCOS:
        for element in subject.manifest.root.iter(subject.manifest.extension("adlcp", name)):
            parent = element.getparent()
            is_organization = parent is not None and local_name(parent) == "organization"
            if parent not in scos and not (is_organization and name == "completionThreshold"):
                yield subject.finding("V508", element, name=name)


def extensions_are_in_order(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. SCORM CAM gives the extensions of an item an order that the schema leaves free."""
    rank = {name: number for number, name in enumerate(_ORDER)}
    for name in ("item", "organization"):
        for parent in subject.manifest.all(name):
            names = [etree.QName(each).localname for each in parent if isinstance(each.tag, str)]
            ranks = [rank[each] for each in names if each in rank]
            if ranks != sorted(ranks):
                yield subject.finding("V509", parent, identifier=parent.get("identifier", ""))


def launch_data_fits(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. An LMS has to keep 4000 characters of ``adlcp:dataFromLMS``, not more."""
    for element in subject.manifest.root.iter(subject.manifest.extension("adlcp", "dataFromLMS")):
        length = len(text_of(element))
        if length > MAX_LAUNCH_DATA_LENGTH:
            yield subject.finding("V512", element, length=length, limit=MAX_LAUNCH_DATA_LENGTH)


def status_is_named(subject: Subject) -> Iterator[Diagnostic]:
    """Item 53. Open edX looks for the name of the status element in the files of a package."""
    yield from find_name_in_player(subject, "completion_status")


def _imsss(subject: Subject, name: str) -> str:
    return subject.manifest.extension("imsss", name)


def _percentage(measure: _Element) -> str:
    try:
        return f"{float(Decimal(text_of(measure)) * 100):g}"
    except (InvalidOperation, OverflowError):
        return text_of(measure)


SCORM2004_RULES: tuple[Rule, ...] = (
    delivery_controls_are_set,
    extensions_are_in_order,
    launch_data_fits,
    pass_mark_is_the_players,
    presentation_hides_something,
    run_time_elements_are_on_scos,
    sequencing_is_inline,
    sequencing_references_lead_somewhere,
    status_is_named,
    there_is_no_objective_map,
    threshold_is_of_the_edition,
)
