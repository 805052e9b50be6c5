"""Everything that is wrong with a zip, found by opening it afresh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, in_order
from builder.standards import SCORM12, Standard
from builder.verify.archive_rules import ARCHIVE_RULES, OWN_ARCHIVE_RULES
from builder.verify.manifest import Manifest, describe_fault, find_manifest, parse_manifest
from builder.verify.media_rules import OWN_MEDIA_PAGE_RULES, OWN_MEDIA_RULES
from builder.verify.metadata_rules import METADATA_RULES
from builder.verify.opening import OpenedZip, open_zip
from builder.verify.page_rules import OWN_PAGE_RULES, PAGE_RULES, read_site
from builder.verify.payload import COURSE_SCRIPT, Payload, read_payload
from builder.verify.resource_rules import RESOURCE_RULES
from builder.verify.schema_rules import SCHEMA_RULES
from builder.verify.scorm12_rules import SCORM12_RULES
from builder.verify.scorm2004_rules import SCORM2004_RULES
from builder.verify.structure_rules import STRUCTURE_RULES
from builder.verify.subject import Rule, Subject
from builder.verify.text_rules import TEXT_RULES

COMMON_RULES: tuple[Rule, ...] = (*RESOURCE_RULES, *SCHEMA_RULES, *STRUCTURE_RULES, *TEXT_RULES)
SCORM_2004_RULES: tuple[Rule, ...] = (*METADATA_RULES, *SCORM2004_RULES)


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on one zip: what is wrong, nothing at all for a package of lesbouwer's own.

    ``standard`` is ``None`` when the manifest belongs to none that is known here.
    """

    name: str
    standard: Standard | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A zip with what could be read of it."""

    zip: OpenedZip
    manifest: Manifest | None
    payload: Payload | None
    diagnostics: tuple[Diagnostic, ...]


def verify(data: bytes, name: str) -> Verification:
    """Judges the bytes of a zip. ``name`` is what its findings call the file."""
    opening = open_zip(data, name)
    if opening.value is None:
        return Verification(name, None, opening.diagnostics)
    return judge(open_package(opening.value))


def open_package(package: OpenedZip) -> Opened:
    """Reads manifest and payload; what cannot be read becomes a finding."""
    path = find_manifest(package)
    raw = package.text_bytes(path) if path else None
    manifest: Manifest | None = None
    found: list[Diagnostic] = []
    if path is not None and raw is not None:
        parsed = parse_manifest(path, raw)
        if isinstance(parsed, Manifest):
            manifest = parsed
        else:
            where = package.at(path, parsed.lineno or 0)
            found.append(Diagnostic("V201", where, describe_fault(parsed)))
    folder = manifest.folder if manifest else ""
    payload = read_payload(package.text_bytes(folder + COURSE_SCRIPT))
    return Opened(package, manifest, payload, tuple(found))


def judge(opened: Opened) -> Verification:
    """Runs every rule that fits."""
    manifest = opened.manifest
    standard = manifest.standard if manifest else None
    found = [*opened.diagnostics, *_judge_zip(opened)]
    if manifest is not None:
        found += _judge_manifest(Subject(opened.zip, manifest, opened.payload))
    return Verification(opened.zip.name, standard, in_order(found))


def _judge_zip(opened: Opened) -> Iterator[Diagnostic]:
    is_own = opened.payload is not None
    own_archive_rules = (*OWN_ARCHIVE_RULES, *OWN_MEDIA_RULES) if is_own else ()
    for archive_rule in (*ARCHIVE_RULES, *own_archive_rules):
        yield from archive_rule(opened.zip)
    site = read_site(opened.zip, opened.payload)
    own_page_rules = (*OWN_PAGE_RULES, *OWN_MEDIA_PAGE_RULES) if is_own else ()
    for page_rule in (*PAGE_RULES, *own_page_rules):
        yield from page_rule(site)


def _judge_manifest(subject: Subject) -> Iterator[Diagnostic]:
    standard = subject.manifest.standard
    if standard is None:
        namespace = subject.manifest.packaging
        yield subject.finding("V210", subject.manifest.root, namespace=namespace)
        return
    for rule in COMMON_RULES:
        yield from rule(subject)
    for rule in SCORM12_RULES if standard is SCORM12 else SCORM_2004_RULES:
        yield from rule(subject)
