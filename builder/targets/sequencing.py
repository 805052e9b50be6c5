"""The manifest of SCORM 2004: one SCO with its sequencing, for the third and fourth edition."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lxml.etree import _Element

from builder.ids import manifest_identifiers, runtime_identifier
from builder.package import RenderedCourse
from builder.standards import Standard
from builder.targets.assembly import LAUNCH
from builder.targets.manifest import ManifestTree, add_metadata, add_resources

MAX_STATE_LENGTH = 20_000
"""Of 64 000 in the standard: some LMSs send everything again at each commit, and browsers let
no more than 64 KiB through when a page closes."""


def make_manifest(standard: Standard, rendered: RenderedCourse, shared: Sequence[str]) -> bytes:
    """``imsmanifest.xml`` (SCORM 2004 Content Aggregation Model), equal but for the version."""
    file = rendered.course.course.file
    identifiers = manifest_identifiers(file.publisher.namespace, file.id)
    prefixes = ("", "adlcp", "adlseq", "adlnav", "imsss")
    tree = ManifestTree(standard, prefixes, identifiers.manifest, file.version)
    add_metadata(tree, standard)
    organizations = tree.add(tree.root, "organizations", default=identifiers.organization)
    organization = tree.add(
        organizations,
        "organization",
        identifier=identifiers.organization,
        adlseq__objectivesGlobalToSystem="false",
    )
    tree.add(organization, "title", file.title)
    item = tree.add(
        organization,
        "item",
        identifier=identifiers.item,
        identifierref=identifiers.resource,
        isvisible="true",
    )
    tree.add(item, "title", file.title)
    _add_item_sequencing(tree, item, file.id, file.mastery_score)
    _hide_buttons(tree, item)
    sequencing = tree.add(organization, "imsss:sequencing")
    tree.add(sequencing, "imsss:controlMode", choice="true", flow="true")
    add_resources(tree, standard, identifiers, LAUNCH, shared)
    return tree.serialise()


def _add_item_sequencing(
    tree: ManifestTree, item: _Element, course_id: str, mastery_score: int | None
) -> None:
    """The pass mark when graded, and always that the content itself sets status and success.

    Without the delivery controls some LMSs take the SCO for one that reports nothing.
    """
    sequencing = tree.add(item, "imsss:sequencing")
    if mastery_score is not None:
        objectives = tree.add(sequencing, "imsss:objectives")
        objective = tree.add(
            objectives,
            "imsss:primaryObjective",
            objectiveID=runtime_identifier("obj", course_id),
            satisfiedByMeasure="true",
        )
        measure = Decimal(mastery_score) / 100
        tree.add(objective, "imsss:minNormalizedMeasure", f"{measure:f}")
    tree.add(
        sequencing,
        "imsss:deliveryControls",
        tracked="true",
        completionSetByContent="true",
        objectiveSetByContent="true",
    )


def _hide_buttons(tree: ManifestTree, item: _Element) -> None:
    """There is one SCO: buttons of the LMS to go on or back would only end the session."""
    presentation = tree.add(item, "adlnav:presentation")
    interface = tree.add(presentation, "adlnav:navigationInterface")
    for button in ("continue", "previous"):
        tree.add(interface, "adlnav:hideLMSUI", button)
