"""SCORM 1.2: one SCO, a mastery score when the course is graded, metadata inline."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from builder.course import Course
from builder.ids import manifest_identifiers
from builder.package import RenderedCourse
from builder.standards import SCORM12
from builder.state_bound import SCORM12_LIMIT
from builder.targets.assembly import LAUNCH, Target
from builder.targets.manifest import ManifestTree, add_metadata, add_resources


def make_manifest(rendered: RenderedCourse, shared: Sequence[str]) -> bytes:
    """``imsmanifest.xml`` (SCORM 1.2 Content Aggregation Model)."""
    course = rendered.course.course
    file = course.file
    identifiers = manifest_identifiers(file.publisher.namespace, file.id)
    tree = ManifestTree(SCORM12, ("", "adlcp", "imsmd"), identifiers.manifest, file.version)
    _add_lom(tree, add_metadata(tree, SCORM12), course)
    organizations = tree.add(tree.root, "organizations", default=identifiers.organization)
    organization = tree.add(organizations, "organization", identifier=identifiers.organization)
    tree.add(organization, "title", file.title)
    item = tree.add(
        organization,
        "item",
        identifier=identifiers.item,
        identifierref=identifiers.resource,
        isvisible="true",
    )
    tree.add(item, "title", file.title)
    if file.mastery_score is not None:  # Moodle overrides the status by it: only when graded
        tree.add(item, "adlcp:masteryscore", str(file.mastery_score))
    add_resources(tree, SCORM12, identifiers, LAUNCH, shared)
    return tree.serialise()


def _add_lom(tree: ManifestTree, metadata: _Element, course: Course) -> None:
    """IMS metadata 1.2.1: what a catalogue can use, and nothing that the author did not say."""
    file, language = course.file, course.file.language
    lom = tree.add(metadata, "imsmd:lom")
    general = tree.add(lom, "imsmd:general")
    _add_text(tree, general, "title", file.title, language)
    entry = tree.add(general, "imsmd:catalogentry")
    tree.add(entry, "imsmd:catalog", file.publisher.namespace)
    _add_text(tree, entry, "entry", file.id, "x-none")
    tree.add(general, "imsmd:language", language)
    if file.description:
        _add_text(tree, general, "description", file.description, language)
    for module in course.modules:
        _add_text(tree, general, "keyword", module.file.title, language)
    lifecycle = tree.add(lom, "imsmd:lifecycle")
    _add_text(tree, lifecycle, "version", file.version, "x-none")
    technical = tree.add(lom, "imsmd:technical")
    tree.add(technical, "imsmd:format", "text/html")
    tree.add(technical, "imsmd:location", LAUNCH, type="URI")
    minutes = sum(lesson.front.minutes for lesson in course.lessons)
    minutes += sum(quiz.file.minutes for quiz in course.quizzes)
    educational = tree.add(lom, "imsmd:educational")
    duration = tree.add(educational, "imsmd:typicallearningtime")
    tree.add(duration, "imsmd:datetime", f"PT{minutes}M")
    if file.license:
        rights = tree.add(lom, "imsmd:rights")
        _add_text(tree, rights, "description", file.license, language)


def _add_text(tree: ManifestTree, parent: _Element, name: str, text: str, language: str) -> None:
    element = tree.add(parent, f"imsmd:{name}")
    tree.add(element, "imsmd:langstring", text, xml__lang=language)


SCORM12_TARGET = Target(
    name="scorm12",
    standard=SCORM12,
    transport="scorm12",
    max_state_length=SCORM12_LIMIT,
    make_manifest=make_manifest,
)
