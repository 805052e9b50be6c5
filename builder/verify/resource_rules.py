"""Resources and files: what is listed exists, what is there is listed, and hrefs are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from builder.diagnostics import Diagnostic
from builder.standards import XML
from builder.verify.manifest import text_of
from builder.verify.subject import Rule, Subject

MAX_HREF_LENGTH = 2000
_SCHEMA_EXTENSIONS = (".xsd", ".dtd")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def resources_have_a_type(subject: Subject) -> Iterator[Diagnostic]:
    """Item 7. IMS Content Packaging: ``type`` is required."""
    for resource in subject.manifest.all("resource"):
        if not resource.get("type"):
            yield subject.finding("V310", resource, identifier=resource.get("identifier", ""))


def resources_tell_sco_from_asset(subject: Subject) -> Iterator[Diagnostic]:
    """Item 7. ``adlcp:scormtype`` in 1.2, ``adlcp:scormType`` in 2004, on assets too."""
    standard = subject.manifest.standard
    assert standard is not None
    for resource in subject.manifest.all("resource"):
        if subject.manifest.scorm_type(resource) not in ("sco", "asset"):
            name = resource.get("identifier", "")
            yield subject.finding(
                "V311", resource, identifier=name, attribute=f"adlcp:{standard.scorm_type}"
            )


def first_resource_is_the_launch(subject: Subject) -> Iterator[Diagnostic]:
    """Item 8. Open edX and others launch the first resource, whatever the items say."""
    first = next(subject.manifest.all("resource"), None)
    if first is not None and (subject.manifest.scorm_type(first) != "sco" or not first.get("href")):
        yield subject.finding("V312", first, identifier=first.get("identifier", ""))


def launched_resources_have_an_address(subject: Subject) -> Iterator[Diagnostic]:
    """Item 8. A resource that an item starts needs an ``href`` (SCORM CAM, resource)."""
    for item in subject.manifest.all("item"):
        resource = subject.manifest.resource(item.get("identifierref"))
        if resource is not None and not resource.get("href"):
            name = resource.get("identifier", "")
            yield subject.finding("V313", resource, identifier=name)


def all_files_are_listed(subject: Subject) -> Iterator[Diagnostic]:
    """Item 9. A file in the zip that no resource lists may be left out by an LMS."""
    manifest = subject.manifest
    listed = {manifest.member(element, href) for element, href in _hrefs(subject)}
    listed |= {manifest.member(each, text_of(each)) for each in _locations(subject)}
    strays = [
        path
        for path in subject.zip.files
        if path.startswith(manifest.folder)
        and path != manifest.path
        and path not in listed
        and not path.lower().endswith(_SCHEMA_EXTENSIONS)
    ]
    if strays:
        yield subject.finding("V314", member=strays[0], count=len(strays))


def listed_files_exist(subject: Subject) -> Iterator[Diagnostic]:
    """Item 9. Every listed file is in the zip, spelt the same: most servers tell case apart."""
    folded = {path.casefold(): path for path in subject.zip.files}
    for element, href in _hrefs(subject):
        path = subject.manifest.member(element, href)
        if path in subject.zip.files or _SCHEME.match(href):
            continue
        other = folded.get(path.casefold())
        if other is None:
            yield subject.finding("V315", element, href=href)
        else:
            yield subject.finding("V330", element, href=href, member=other)


def locations_exist(subject: Subject) -> Iterator[Diagnostic]:
    """Item 9. ``adlcp:location`` names a metadata file that is in the package."""
    for element in _locations(subject):
        path = text_of(element)
        if not path or subject.manifest.member(element, path) not in subject.zip.files:
            yield subject.finding("V333", element, href=path)


def hrefs_are_plain(subject: Subject) -> Iterator[Diagnostic]:
    """Item 10. Relative, forward slashes, no space, no ``%``, with an extension (ADL, IMS CP)."""
    for element, href in _hrefs(subject):
        path = re.split(r"[?#]", href, maxsplit=1)[0]
        if (
            not path
            or "\\" in href
            or "%" in path
            or re.search(r"\s", href)
            or path.startswith("/")
            or ".." in path.split("/")
            or _SCHEME.match(href)
            or not re.search(r"[^/]\.[A-Za-z0-9]+$", path)
        ):
            yield subject.finding("V316", element, href=href)


def hrefs_are_short(subject: Subject) -> Iterator[Diagnostic]:
    """Item 10. Longer than 2000 characters is longer than an LMS has to keep."""
    for element, href in _hrefs(subject):
        if len(href) > MAX_HREF_LENGTH:
            yield subject.finding("V329", element, length=len(href), limit=MAX_HREF_LENGTH)


def there_is_no_base(subject: Subject) -> Iterator[Diagnostic]:
    """Item 10. LMSs honour ``xml:base`` in some places and not in others."""
    for element in subject.manifest.root.iter("*"):
        if element.get(f"{{{XML}}}base") is not None:
            yield subject.finding("V317", element)


def launch_file_is_listed(subject: Subject) -> Iterator[Diagnostic]:
    """Item 9. The file that a resource starts with is one of the files it lists (IMS CP)."""
    for resource in subject.manifest.all("resource"):
        href = resource.get("href")
        files = {each.get("href") for each in subject.manifest.children(resource, "file")}
        if href and re.split(r"[?#]", href, maxsplit=1)[0] not in files:
            yield subject.finding("V323", resource, href=href)


def resources_are_used(subject: Subject) -> Iterator[Diagnostic]:
    """Item 9. A resource that no item and no dependency names is ballast (ADL's checker warns)."""
    used = {
        element.get("identifierref")
        for name in ("item", "dependency")
        for element in subject.manifest.all(name)
    }
    for resource in subject.manifest.all("resource"):
        identifier = resource.get("identifier", "")
        if identifier not in used:
            yield subject.finding("V324", resource, identifier=identifier)


def _hrefs(subject: Subject) -> Iterator[tuple[_Element, str]]:
    for resource in subject.manifest.all("resource"):
        href = resource.get("href")
        if href is not None:
            yield resource, href
        for file in subject.manifest.children(resource, "file"):
            yield file, file.get("href", "")


def _locations(subject: Subject) -> list[_Element]:
    return list(subject.manifest.root.iter(subject.manifest.extension("adlcp", "location")))


RESOURCE_RULES: tuple[Rule, ...] = (
    all_files_are_listed,
    first_resource_is_the_launch,
    hrefs_are_plain,
    hrefs_are_short,
    launch_file_is_listed,
    launched_resources_have_an_address,
    listed_files_exist,
    locations_exist,
    resources_are_used,
    resources_have_a_type,
    resources_tell_sco_from_asset,
    there_is_no_base,
)
