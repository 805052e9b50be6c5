"""What every SCORM manifest has to say: identifiers, metadata, organizations and items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.standards import XML, XSI
from builder.verify.manifest import local_name, text_of
from builder.verify.subject import Rule, Subject

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
MAX_PARAMETERS_LENGTH = 1000
_PAIR = r"[^\s?#&=]+=[^\s?#&]*"
_PARAMETERS = re.compile(rf"#\S*|\??{_PAIR}(&{_PAIR})*(#\S*)?")
_IDENTIFIED = ("manifest", "organization", "item", "resource")

_HOME_OF = {
    "scormtype": "resource",
    "scormType": "resource",
    "objectivesGlobalToSystem": "organization",
    "sharedDataGlobalToSystem": "organization",
}
"""Extension attribute → the only element that may carry it."""


def identifiers_are_unique(subject: Subject) -> Iterator[Diagnostic]:
    """Item 4. An LMS keeps what a learner did under the identifier of an item."""
    seen: set[str] = set()
    for name in _IDENTIFIED:
        for element in subject.manifest.all(name):
            identifier = element.get("identifier", "")
            if identifier and identifier in seen:
                yield subject.finding("V301", element, identifier=identifier)
            seen.add(identifier)


def identifiers_are_plain(subject: Subject) -> Iterator[Diagnostic]:
    """Item 4. xs:ID, in ASCII: a letter or underscore, then letters, digits, ``_ . -``."""
    for name in _IDENTIFIED:
        for element in subject.manifest.all(name):
            identifier = element.get("identifier", "")
            if not IDENTIFIER.fullmatch(identifier):
                yield subject.finding("V302", element, identifier=identifier)


def metadata_names_the_standard(subject: Subject) -> Iterator[Diagnostic]:
    """Items 1, 2, 3. One ``metadata``, first ``schema`` (ADL SCORM), then ``schemaversion``."""
    root = subject.manifest.root
    found = subject.manifest.children(root, "metadata")
    first = [each for each in found[0] if isinstance(each.tag, str)][:2] if found else []
    if (
        len(found) != 1
        or [local_name(each) for each in first] != ["schema", "schemaversion"]
        or text_of(first[0]) != "ADL SCORM"
    ):
        yield subject.finding("V303", found[0] if found else root)


def default_organization_exists(subject: Subject) -> Iterator[Diagnostic]:
    """Item 5. ``organizations@default`` names an organization; XML Schema does not look."""
    for parent in subject.manifest.all("organizations"):
        found = subject.manifest.children(parent, "organization")
        names = {each.get("identifier") for each in found}
        if names and parent.get("default") not in names:
            yield subject.finding("V304", parent, identifier=parent.get("default", ""))


def references_lead_somewhere(subject: Subject) -> Iterator[Diagnostic]:
    """Item 5. Every ``identifierref`` names a resource; libxml2 does not check references."""
    for name in ("item", "dependency"):
        for element in subject.manifest.all(name):
            reference = element.get("identifierref")
            if reference is not None and subject.manifest.resource(reference) is None:
                yield subject.finding("V305", element, identifier=reference)


def leaves_have_content(subject: Subject) -> Iterator[Diagnostic]:
    """Item 6. An item without items below it starts a resource (SCORM CAM, item)."""
    for item in subject.manifest.all("item"):
        if not subject.manifest.children(item, "item") and not item.get("identifierref"):
            yield subject.finding("V306", item, identifier=item.get("identifier", ""))


def branches_have_no_content(subject: Subject) -> Iterator[Diagnostic]:
    """Item 6. An item with items below it starts nothing itself (SCORM CAM, item)."""
    for item in subject.manifest.all("item"):
        if subject.manifest.children(item, "item") and item.get("identifierref") is not None:
            yield subject.finding("V307", item, identifier=item.get("identifier", ""))


def organizations_have_items(subject: Subject) -> Iterator[Diagnostic]:
    """Item 6. Without an organization with an item there is nothing to open."""
    found = list(subject.manifest.all("organization"))
    for organization in found:
        if not subject.manifest.children(organization, "item"):
            yield subject.finding("V331", organization)
    if not found:
        yield subject.finding("V331")


def parameters_are_legal(subject: Subject) -> Iterator[Diagnostic]:
    """Item 10. SCORM CAM, parameters: name=value pairs or a fragment, on items that start one."""
    for item in subject.manifest.all("item"):
        value = item.get("parameters")
        if value and (
            not item.get("identifierref")
            or len(value) > MAX_PARAMETERS_LENGTH
            or not _PARAMETERS.fullmatch(value)
        ):
            yield subject.finding("V325", item, value=value[:80])


def visibility_is_true_or_false(subject: Subject) -> Iterator[Diagnostic]:
    """Item 6. xs:boolean allows 1 and 0, ADL's checker does not."""
    for item in subject.manifest.all("item"):
        value = item.get("isvisible", "true")
        if value not in ("true", "false"):
            yield subject.finding("V326", item, value=value)


def there_is_one_manifest(subject: Subject) -> Iterator[Diagnostic]:
    """Item 5. Manifests inside a manifest are never read by LMSs."""
    for inner in list(subject.manifest.all("manifest"))[1:]:
        yield subject.finding("V322", inner)


def attributes_are_at_home(subject: Subject) -> Iterator[Diagnostic]:
    """Item 7. ``scormType`` belongs on a resource, the ``…GlobalToSystem`` on an organization."""
    for element in subject.manifest.root.iter(f"{{{subject.manifest.packaging}}}*"):
        for name in map(str, element.attrib):
            home = _HOME_OF.get(etree.QName(name).localname)
            if "}" in name and home and home != local_name(element):
                attribute = etree.QName(name).localname
                yield subject.finding("V328", element, attribute=attribute, home=home)


def extensions_stand_once(subject: Subject) -> Iterator[Diagnostic]:
    """Item 14. Each extension element stands at most once in an item or organization."""
    for name in ("item", "organization"):
        for parent in subject.manifest.all(name):
            children = [each for each in parent if isinstance(each.tag, str)]
            counts = Counter(
                str(each.tag)
                for each in children
                if etree.QName(each).namespace != subject.manifest.packaging
            )
            for tag, count in counts.items():
                if count > 1:
                    yield subject.finding("V332", parent, name=etree.QName(tag).localname)


def prefixes_are_the_usual(subject: Subject) -> Iterator[Diagnostic]:
    """Item 11. Moodle compares ``adlcp:scormtype`` letter by letter and knows no namespaces."""
    standard = subject.manifest.standard
    assert standard is not None
    expected = {v.namespace: v.prefix for v in standard.vocabularies if v.prefix != "imsmd"}
    seen: set[tuple[str, str]] = set()
    for element in subject.manifest.root.iter("*"):
        prefixes = {uri: prefix for prefix, uri in element.nsmap.items()}
        used = [(etree.QName(element).namespace, element.prefix or "")]
        spaces = (etree.QName(str(name)).namespace for name in element.attrib)
        used += [(uri, prefixes.get(uri) or "") for uri in spaces if uri]
        for uri, prefix in used:
            wrong = uri in expected and expected[uri] != prefix
            if uri and wrong and (uri, prefix) not in seen:
                seen.add((uri, prefix))
                yield subject.finding(
                    "V318", element, prefix=prefix, expected=expected[uri], namespace=uri
                )


def schema_location_is_complete(subject: Subject) -> Iterator[Diagnostic]:
    """Item 11. ADL's checker wants a pair in ``xsi:schemaLocation`` for every namespace used."""
    root, pairs = subject.manifest.root, _schema_locations(subject)
    names = {str(each.tag): each for each in root.iter("*")}
    names |= {str(name): each for each in root.iter("*") for name in each.attrib}
    used = {etree.QName(name).namespace or "": each for name, each in names.items()}
    for namespace, element in sorted(used.items(), key=lambda pair: pair[0]):
        if namespace not in pairs and namespace not in ("", XML, XSI):
            yield subject.finding("V320", element, namespace=namespace)


def schema_files_are_included(subject: Subject) -> Iterator[Diagnostic]:
    """Item 11. Every file that ``xsi:schemaLocation`` names lies beside the manifest."""
    for name in sorted(set(_schema_locations(subject).values())):
        if subject.manifest.folder + name not in subject.zip.files:
            yield subject.finding("V321", name=name)


def _schema_locations(subject: Subject) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for element in subject.manifest.root.iter("*"):
        words = element.get(f"{{{XSI}}}schemaLocation", "").split()
        pairs.update(zip(words[::2], words[1::2], strict=False))
    return pairs


STRUCTURE_RULES: tuple[Rule, ...] = (
    attributes_are_at_home,
    branches_have_no_content,
    default_organization_exists,
    extensions_stand_once,
    identifiers_are_plain,
    identifiers_are_unique,
    leaves_have_content,
    metadata_names_the_standard,
    organizations_have_items,
    parameters_are_legal,
    prefixes_are_the_usual,
    references_lead_somewhere,
    schema_files_are_included,
    schema_location_is_complete,
    there_is_one_manifest,
    visibility_is_true_or_false,
)
