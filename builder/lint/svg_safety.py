"""A203-A209: a drawing only draws.

An SVG file is a document that can run code, fetch something from outside and carry a web page
inside it. All of that is refused; what is left are shapes, text, gradients, filters and styles
that refer to the drawing itself.

Wrong: ``<svg onload="…">``, ``<image href="https://…"/>``, ``<style>@import …</style>``

Right: ``<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">…</svg>``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lxml import etree

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import passages
from builder.markdown_reader import LinkKind, read_link
from builder.markdown_reader.source import diagnose

SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XHTML = "http://www.w3.org/1999/xhtml"
_ELEMENTS = frozenset(
    {
        *("circle", "ellipse", "line", "path", "polygon", "polyline", "rect"),
        *("text", "textPath", "tspan", "desc", "metadata", "title"),
        *("defs", "g", "svg", "switch", "symbol", "use", "image", "style"),
        *("clipPath", "filter", "linearGradient", "marker", "mask", "pattern"),
        *("radialGradient", "stop"),
    }
)
_EMBEDDED_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,")
_LOADS = re.compile(r"@import|url\((?!\s*['\"]?\s*#)|expression\s*\(|\\", re.IGNORECASE)
_CODE = re.compile(r"^[\s\x00-\x20]*(?:javascript|vbscript)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    at_line: int = 0
    params: dict[str, str | int] = field(default_factory=dict)


def check(course: Course) -> Iterator[Diagnostic]:
    """Drawings that do more than draw; each file once, shown where it is first used."""
    seen: set[str] = set()
    for passage in passages(course):
        for spot in passage.spots():
            if spot.token.type not in ("image", "link_open"):
                continue
            link = read_link(spot.token)
            media = passage.media.get(link.target) if link.kind is LinkKind.FILE else None
            if media is None or media.source in seen:
                continue
            if PurePosixPath(media.source).suffix.lower() != ".svg":
                continue
            seen.add(media.source)
            for fault in faults(media.data):
                params = {"target": link.target, "at_line": fault.at_line, **fault.params}
                yield diagnose(passage.source, fault.code, spot.line, spot.column, params)


def faults(data: bytes) -> Iterator[_Fault]:
    """What is wrong with one drawing. Nothing is fetched and no entity is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield _Fault("A203", error.lineno or 0)
        return
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        yield _Fault("A209")
    if root.tag != f"{{{SVG}}}svg":
        yield _Fault("A203", root.sourceline or 0)
        return
    for instruction in root.itersiblings(preceding=True):
        if isinstance(instruction, etree._ProcessingInstruction):
            yield _Fault("A206", instruction.sourceline or 0, {"reference": instruction.target})
    for element in root.iter():
        yield from _node_faults(element)


def _node_faults(element: etree._Element) -> Iterator[_Fault]:
    line = element.sourceline or 0
    if isinstance(element, etree._ProcessingInstruction):
        yield _Fault("A206", line, {"reference": element.target or "?"})
    if not isinstance(element.tag, str):
        return
    name = etree.QName(element)
    if name.localname.lower() == "script":
        yield _Fault("A204", line)
    elif name.namespace == _XHTML or (name.namespace == SVG and not _is_drawing(name.localname)):
        yield _Fault("A207", line, {"element": name.localname})
    elif name.localname.lower() == "style" and _LOADS.search("".join(map(str, element.itertext()))):
        yield _Fault("A208", line)
    for attribute, value in element.attrib.items():
        yield from _attribute_faults(str(attribute), str(value), line)


def _is_drawing(name: str) -> bool:
    return name in _ELEMENTS or re.fullmatch(r"fe[A-Z]\w*", name) is not None


def _attribute_faults(attribute: str, value: str, line: int) -> Iterator[_Fault]:
    local = attribute.rpartition("}")[2].lower()
    if local.startswith("on"):
        yield _Fault("A205", line, {"attribute": local})
    elif attribute == _XML_BASE or _CODE.match(value):
        yield _Fault("A206", line, {"reference": value[:60]})
    elif attribute == _XLINK_HREF or attribute in ("href", "src"):
        if not value.strip().startswith("#") and not _EMBEDDED_PICTURE.match(value):
            yield _Fault("A206", line, {"reference": value[:60]})
    elif ("url(" in value.lower() or local == "style") and _LOADS.search(value):
        yield _Fault("A208", line)
