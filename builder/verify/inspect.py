"""What is inside a zip, whoever made it, told without judging more than ``verify`` does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from builder.diagnostics import Diagnostic
from builder.standards import SCORM12
from builder.verify.manifest import Manifest, text_of
from builder.verify.opening import OpenedZip, open_zip
from builder.verify.verification import Opened, judge, open_package

CMI5_STRUCTURE, TINCAN_STRUCTURE = "cmi5.xml", "tincan.xml"


@dataclass(frozen=True, slots=True)
class InspectedFile:
    """A file in the zip; sizes unpacked and packed."""

    path: str
    size_bytes: int
    packed_bytes: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """What can be told of a package. What it does not tell is ``None`` or empty."""

    name: str
    size_bytes: int
    sha256: str
    standard: str | None = None
    """``SCORM 1.2``, ``SCORM 2004, 4th edition`` …"""
    is_own: bool = False
    """Made by lesbouwer."""
    title: str | None = None
    version: str | None = None
    manifest_id: str | None = None
    organization_id: str | None = None
    item_ids: tuple[str, ...] = ()
    launch: str | None = None
    """Path in the zip of the first page that an item starts, with its query if it has one."""
    mastery_score: float | None = None
    """Percentage."""
    lessons: int | None = None
    questions: int | None = None
    files: tuple[InspectedFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def inspect(data: bytes, name: str = "package.zip") -> Inspection:
    """Looks into the bytes of a zip. Anything at all may be in them: there is always an answer."""
    sha256 = hashlib.sha256(data).hexdigest()
    opening = open_zip(data, name)
    if opening.value is None:
        return Inspection(name, len(data), sha256, diagnostics=opening.diagnostics)
    opened = open_package(opening.value)
    manifest, payload = opened.manifest, opened.payload
    return Inspection(
        name=name,
        size_bytes=len(data),
        sha256=sha256,
        standard=_standard(opened),
        is_own=payload is not None,
        title=(_title(manifest) if manifest else None) or (payload.title if payload else None),
        version=manifest.root.get("version") if manifest else None,
        manifest_id=manifest.root.get("identifier") if manifest else None,
        organization_id=_organization_id(manifest) if manifest else None,
        item_ids=tuple(each.get("identifier", "") for each in manifest.all("item"))
        if manifest
        else (),
        launch=_launch(manifest) if manifest else None,
        mastery_score=_mastery_score(manifest) if manifest else None,
        lessons=payload.lessons if payload else None,
        questions=payload.questions if payload else None,
        files=_files(opening.value),
        diagnostics=judge(opened).diagnostics,
    )


def _standard(opened: Opened) -> str | None:
    if opened.manifest is not None and opened.manifest.standard is not None:
        return opened.manifest.standard.label
    names = {path.lower().rpartition("/")[2] for path in opened.zip.files}
    if CMI5_STRUCTURE in names:
        return "cmi5"
    return "xAPI (tincan.xml)" if TINCAN_STRUCTURE in names else None


def _files(package: OpenedZip) -> tuple[InspectedFile, ...]:
    return tuple(
        InspectedFile(path, entry.file_size, entry.compress_size)
        for path, entry in package.files.items()
    )


def _organization_id(manifest: Manifest) -> str | None:
    """The default organization, else the first."""
    found = [each.get("identifier") for each in manifest.all("organization")]
    defaults = [each.get("default") for each in manifest.all("organizations")]
    return next((each for each in defaults if each in found), found[0] if found else None)


def _title(manifest: Manifest) -> str | None:
    chosen = _organization_id(manifest)
    for organization in manifest.all("organization"):
        if organization.get("identifier") == chosen:
            titles = manifest.children(organization, "title")
            return text_of(titles[0]) or None if titles else None
    return None


def _launch(manifest: Manifest) -> str | None:
    for item in manifest.all("item"):
        resource = manifest.resource(item.get("identifierref"))
        href = resource.get("href") if resource is not None else None
        if resource is not None and href:
            return manifest.folder + manifest.base_of(resource) + href
    return None


def _mastery_score(manifest: Manifest) -> float | None:
    if manifest.standard is None:
        return None
    is_12 = manifest.standard is SCORM12
    prefix, name = ("adlcp", "masteryscore") if is_12 else ("imsss", "minNormalizedMeasure")
    element = next(manifest.root.iter(manifest.extension(prefix, name)), None)
    try:
        value = float(Decimal(text_of(element)))
    except (InvalidOperation, OverflowError):
        return None
    return value if is_12 else round(value * 100, 6)
