"""The manifest against the published XML schemas, offline, one compiled schema per edition."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree
from lxml.etree import _Element

from builder.diagnostics import Diagnostic
from builder.standards import SCORM12, XML, XSI, Standard, schema_files
from builder.verify.manifest import namespace_of
from builder.verify.subject import Rule, Subject

XSD = "http://www.w3.org/2001/XMLSchema"
MAX_FINDINGS = 20

_XML_ATTRIBUTES = f"""<xs:schema xmlns:xs="{XSD}" targetNamespace="{XML}">
  <xs:attribute name="lang" type="xs:language"/>
  <xs:attribute name="base" type="xs:string"/>
  <xs:attribute name="space" type="xs:string"/>
  <xs:attribute name="link" type="xs:string"/>
</xs:schema>"""


class _Installed(etree.Resolver):
    """Finds schemas among the installed files and nowhere else.

    Two files of SCORM 1.2 break rules of XML Schema that libxml2 keeps: ``ims_xml.xsd`` makes the
    XML namespace its default one, and ``imsmd_rootv1p2p1.xsd`` has an ambiguous wildcard.
    """

    def __init__(self, standard: Standard) -> None:
        self._files = dict(schema_files(standard))
        if standard is SCORM12:
            self._files["ims_xml.xsd"] = _XML_ATTRIBUTES.encode()
            metadata = self._files["imsmd_rootv1p2p1.xsd"]
            self._files["imsmd_rootv1p2p1.xsd"] = metadata.replace(b'"##any"', b'"##other"')

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:
        """The installed file of that name; a document type is empty; all else is refused."""
        name = (system_url or "").rpartition("/")[2]
        if name.endswith(".dtd"):
            return self.resolve_string("", context)
        if name in self._files:
            return self.resolve_string(self._files[name], context, base_url=name)
        raise OSError(f"no schema file named {name}")


@cache
def compiled_schema(standard: Standard) -> etree.XMLSchema:
    """All schemas of an edition as one, because their wildcards refer to one another."""
    driver = etree.Element(f"{{{XSD}}}schema", nsmap={"xs": XSD})
    for each in standard.vocabularies:
        attributes = {"namespace": each.namespace, "schemaLocation": each.schema_file}
        etree.SubElement(driver, f"{{{XSD}}}import", attributes)
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    parser.resolvers.add(_Installed(standard))
    return etree.XMLSchema(etree.fromstring(etree.tostring(driver), parser))


@cache
def declared_names(standard: Standard) -> frozenset[str]:
    """Elements, and attributes after an @, that the schemas declare for use in other documents."""
    files, names = dict(schema_files(standard)), set()
    for each in standard.vocabularies:
        root = etree.fromstring(files[each.schema_file], etree.XMLParser(no_network=True))
        for kind, mark in (("element", ""), ("attribute", "@")):
            for declaration in root.findall(f"{{{XSD}}}{kind}"):
                names.add(f"{mark}{{{each.namespace}}}{declaration.get('name')}")
    return frozenset(names)


def manifest_is_valid(subject: Subject) -> Iterator[Diagnostic]:
    """Items 1, 2, 3. XML Schema of the edition; vocabularies it does not hold are left out."""
    assert subject.manifest.standard is not None
    tree = etree.ElementTree(_known_part(subject.manifest.root, subject.manifest.standard))
    schema = compiled_schema(subject.manifest.standard)
    try:
        if schema.validate(tree):
            return
    except etree.XMLSchemaValidateError as error:  # the XML library gives up on the document
        yield subject.finding("V203", detail=_plain(str(error)))
        return
    for entry in list(schema.error_log)[:MAX_FINDINGS]:
        where = subject.zip.at(subject.manifest.path, entry.line)
        yield Diagnostic("V203", where, {"detail": _plain(entry.message), "libxml2": entry.type})


def extension_names_are_known(subject: Subject) -> Iterator[Diagnostic]:
    """Item 11. The fourth edition's wildcards are lax: a misspelt extension passes its schema."""
    standard = subject.manifest.standard
    assert standard is not None
    known, packaging = declared_names(standard), standard.packaging
    extensions = {each.namespace for each in standard.vocabularies} - {packaging}
    for element in subject.manifest.root.iter(f"{{{packaging}}}*"):
        used = [f"@{name}" for name in map(str, element.attrib)]
        used += [child.tag for child in element if isinstance(child.tag, str)]
        for name in used:
            bare = etree.QName(name.removeprefix("@"))
            if bare.namespace in extensions and name not in known:
                yield subject.finding("V327", element, name=bare.localname)


def _known_part(root: _Element, standard: Standard) -> _Element:
    """A copy without vocabularies that have no schema here (LOM of 2004), and without entities."""
    known = {each.namespace for each in standard.vocabularies} | {"", XML, XSI}
    tree = copy.deepcopy(root)
    etree.strip_elements(tree, etree.Entity, with_tail=False)
    for element in list(tree.iter("*")):
        for name in [str(each) for each in element.attrib]:
            if (etree.QName(name).namespace or "") not in known:
                del element.attrib[name]
        parent = element.getparent()
        if parent is not None and namespace_of(element) not in known:
            parent.remove(element)
    return tree


def _plain(message: str) -> str:
    """The message of the XML library on one line, without namespaces and their braces.

    Braces also stand around the values that a list allows; those are in quotes, and stay.
    """
    short = re.sub(r"\{[^{}']*\}|[{}]", "", message)
    return re.sub(r"\s+", " ", short).strip().rstrip(".")


SCHEMA_RULES: tuple[Rule, ...] = (extension_names_are_known, manifest_is_valid)
