"""The manifest of a package under test: read without network, entities or document types."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from builder.standards import SCORM12, SCORM2004_3, SCORM2004_4, STANDARDS, XML, Standard
from builder.verify.opening import OpenedZip

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A parsed manifest and its path in the zip."""

    path: str
    raw: bytes
    root: _Element
    standard: Standard | None
    """``None`` when the namespace belongs to no edition of SCORM that is known here."""

    @property
    def folder(self) -> str:
        """The folder of the manifest: "" or a path that ends in "/"."""
        return self.path[: self.path.rfind("/") + 1]

    @property
    def packaging(self) -> str:
        """The namespace of the root element: that of Content Packaging."""
        return namespace_of(self.root)

    @property
    def schema_version(self) -> str:
        """Text of the first ``<schemaversion>``, "" when there is none."""
        return text_of(self.root.find("{*}metadata/{*}schemaversion"))

    def all(self, name: str) -> Iterator[_Element]:
        """Every element of Content Packaging with that name, in the order of the document."""
        return self.root.iter(f"{{{self.packaging}}}{name}")

    def children(self, parent: _Element, name: str) -> list[_Element]:
        """Children of Content Packaging with that name."""
        return parent.findall(f"{{{self.packaging}}}{name}")

    def extension(self, prefix: str, name: str) -> str:
        """An element or attribute of an extension (``adlcp``, …) as lxml writes its name."""
        assert self.standard is not None
        return f"{{{self.standard.namespace(prefix)}}}{name}"

    def resource(self, identifier: str | None) -> _Element | None:
        """The resource with that identifier."""
        found = (each for each in self.all("resource") if each.get("identifier") == identifier)
        return next(found, None) if identifier else None

    def scorm_type(self, resource: _Element | None) -> str:
        """``sco``, ``asset`` or "" when the resource does not tell in the way of its standard."""
        if resource is None or self.standard is None:
            return ""
        return resource.get(self.extension("adlcp", self.standard.scorm_type), "")

    def sco_items(self) -> list[_Element]:
        """Items that start a SCO."""
        return [
            item
            for item in self.all("item")
            if self.scorm_type(self.resource(item.get("identifierref"))) == "sco"
        ]

    def base_of(self, element: _Element) -> str:
        """What ``xml:base`` on the element and on all around it puts before its href."""
        around = [element, *element.iterancestors()]
        return "".join(each.get(f"{{{XML}}}base", "") for each in reversed(around))

    def member(self, element: _Element, href: str) -> str:
        """The path in the zip that an href means, without its query and fragment."""
        path = unquote(self.base_of(element) + re.split(r"[?#]", href, maxsplit=1)[0])
        return self.folder + (posixpath.normpath(path) if path else "")


def namespace_of(element: _Element) -> str:
    """The namespace of an element, "" for none."""
    return etree.QName(element).namespace or ""


def local_name(element: _Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def text_of(element: _Element | None) -> str:
    """The text of an element without the white space around it, "" when there is none."""
    return ((element.text if element is not None else "") or "").strip()


def find_manifest(package: OpenedZip) -> str | None:
    """The path of the manifest: at the root, else in whatever case, else in the highest folder."""
    if MANIFEST in package.files:
        return MANIFEST
    found = [path for path in package.files if path.lower().rpartition("/")[2] == MANIFEST]
    return min(found, key=lambda path: (path.count("/"), path), default=None)


def parse_manifest(path: str, raw: bytes) -> Manifest | etree.XMLSyntaxError:
    """The parsed manifest, or the error that kept it from being parsed."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        return error
    manifest = Manifest(path=path, raw=raw, root=root, standard=None)
    return Manifest(path=path, raw=raw, root=root, standard=_standard(manifest))


def describe_fault(error: etree.XMLSyntaxError) -> dict[str, str | int]:
    """Why the XML cannot be parsed, as params: libxml2's sentence and the number of its kind."""
    sentence = re.sub(r", line \d+, column \d+$", "", error.msg or "")
    return {"detail": sentence, "libxml2": error.code or 0}


def _standard(manifest: Manifest) -> Standard | None:
    """The edition: the namespace tells 1.2 from 2004, ``schemaversion`` the editions of 2004.

    An unknown ``schemaversion`` is judged by the newest edition of its namespace.
    """
    if manifest.packaging == SCORM12.packaging:
        return SCORM12
    if manifest.packaging != SCORM2004_4.packaging:
        return None
    exact = {each.schema_version: each for each in STANDARDS if each is not SCORM12}
    if manifest.schema_version == "CAM 1.3":  # the second edition; the third only mended words
        return SCORM2004_3
    return exact.get(manifest.schema_version, SCORM2004_4)
