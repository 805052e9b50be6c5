"""A SCORM manifest as a tree: what all editions share. Built by lxml, written as UTF-8."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element

from builder.ids import ManifestIdentifiers
from builder.standards import XML, XSI, Standard

MANIFEST = "imsmanifest.xml"
_LOST_SPACE = re.compile(r"(?<=[&<>]) (?=[^\x00-\x7f])")


class ManifestTree:
    """A manifest being made. Names are written with the prefixes of the standard."""

    def __init__(
        self, standard: Standard, prefixes: Sequence[str], identifier: str, version: str
    ) -> None:
        """``prefixes``: the vocabularies that the manifest is going to use, "" among them."""
        used = [each for each in standard.vocabularies if each.prefix in prefixes]
        self._namespaces = {each.prefix: each.namespace for each in used} | {"xml": XML}
        nsmap: dict[str | None, str] = {each.prefix or None: each.namespace for each in used}
        self.root = etree.Element(self._name("manifest"), nsmap=nsmap | {"xsi": XSI})
        self.root.set("identifier", identifier)
        self.root.set("version", version)
        pairs = [f"{each.namespace} {each.schema_file}" for each in used]
        self.root.set(f"{{{XSI}}}schemaLocation", " ".join(pairs))

    def add(
        self, parent: _Element, name: str, text: str | None = None, **attributes: str
    ) -> _Element:
        """A new last child. A prefixed attribute is written ``adlcp__scormtype``."""
        element = etree.SubElement(parent, self._name(name))
        for key, value in attributes.items():
            prefix, _, local = key.rpartition("__")
            element.set(self._name(f"{prefix}:{local}") if prefix else local, value)
        if text is not None:
            element.text = manifest_text(text)
        return element

    def serialise(self) -> bytes:
        """UTF-8 with raw characters, a declaration, line feeds, two spaces per level."""
        etree.indent(self.root, space="  ")
        declaration = b'<?xml version="1.0" encoding="UTF-8"?>\n'
        return declaration + etree.tostring(self.root, encoding="UTF-8") + b"\n"

    def _name(self, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        return f"{{{self._namespaces[prefix]}}}{local}"


def manifest_text(text: str) -> str:
    """Text that importers show as it is.

    Moodle drops the space between an entity and a letter outside ASCII; a no-break space survives.
    """
    return _LOST_SPACE.sub("\u00a0", re.sub(r"\s*[\r\n\t]\s*", " ", text).strip())


def add_metadata(tree: ManifestTree, standard: Standard) -> _Element:
    """``metadata`` with the two elements by which an LMS knows the edition."""
    metadata = tree.add(tree.root, "metadata")
    tree.add(metadata, "schema", "ADL SCORM")
    tree.add(metadata, "schemaversion", standard.schema_version)
    return metadata


def add_resources(
    tree: ManifestTree,
    standard: Standard,
    identifiers: ManifestIdentifiers,
    launch: str,
    shared: Sequence[str],
) -> None:
    """The SCO first, since some LMSs launch the first resource; then all other files as an asset.

    The asset carries no href, so that nothing can launch it.
    """
    scorm_type = f"adlcp__{standard.scorm_type}"
    resources = tree.add(tree.root, "resources")
    sco = tree.add(
        resources,
        "resource",
        identifier=identifiers.resource,
        type="webcontent",
        **{scorm_type: "sco"},
        href=launch,
    )
    tree.add(sco, "file", href=launch)
    tree.add(sco, "dependency", identifierref=identifiers.files)
    asset = tree.add(
        resources,
        "resource",
        identifier=identifiers.files,
        type="webcontent",
        **{scorm_type: "asset"},
    )
    for path in shared:
        tree.add(asset, "file", href=path)
