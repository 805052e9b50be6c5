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
from builder.diagnostics import Diagnostic, Location
from builder.lint.passages import passages
from builder.lint.svg_text import SvgText, decode
from builder.markdown_reader import LinkKind, read_link

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
_DOCTYPE = re.compile(r"<!DOCTYPE")
_CODE = re.compile(r"^[\s\x00-\x20]*(?:javascript|vbscript)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Fault:
    code: str
    place: Location
    source_line: str
    params: dict[str, str | int] = field(default_factory=dict)


def check(course: Course) -> Iterator[Diagnostic]:
    """Drawings that do more than draw: each file once, with the place where it is first used."""
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
            used = str(passage.source.place(spot.line, spot.column))
            for fault in faults(media.source, media.data):
                params = {"used": used, **fault.params}
                yield Diagnostic(fault.code, fault.place, params, fault.source_line)


def faults(path: str, data: bytes) -> Iterator[_Fault]:
    """What is wrong with one drawing. Nothing is fetched and no entity is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        text = decode(path, data)
        place = text.place_near(*error.position)
        yield _Fault("A203", place, text.line_at(place))
        return
    drawing = _Drawing(decode(path, data, root.getroottree().docinfo.encoding), root)
    yield from drawing.faults()


class _Drawing:
    """A drawing that can be read."""

    def __init__(self, text: SvgText, root: etree._Element) -> None:
        self._text = text
        self._root = root
        before = list(root.itersiblings(preceding=True))
        instructions = [one for one in reversed(before) if _is_instruction(one)]
        inside = [one for one in root.iter() if _is_instruction(one) or isinstance(one.tag, str)]
        self._nodes = [*instructions, *inside]

    def faults(self) -> Iterator[_Fault]:
        """What is wrong with it."""
        dtd = self._root.getroottree().docinfo.internalDTD
        if dtd is not None and any(True for _ in dtd.iterentities()):
            yield self._fault("A209", self._text.find(_DOCTYPE))
        if self._root.tag != f"{{{SVG}}}svg":
            yield self._fault("A203", self._text.node(self._nodes.index(self._root)))
            return
        for number, node in enumerate(self._nodes):
            yield from self._node_faults(number, node)

    def _fault(self, code: str, offset: int, **params: str | int) -> _Fault:
        place = self._text.place(offset)
        return _Fault(code, place, self._text.line_at(place), params)

    def _node_faults(self, number: int, node: etree._Element) -> Iterator[_Fault]:
        start = self._text.node(number)
        if isinstance(node, etree._ProcessingInstruction):
            yield self._fault("A206", start, reference=node.target or "?")
            return
        name = etree.QName(node)
        if name.localname.lower() == "script":
            yield self._fault("A204", start)
        elif name.namespace == _XHTML or (
            name.namespace == SVG and not _is_drawing(name.localname)
        ):
            yield self._fault("A207", start, element=name.localname)
        elif name.localname.lower() == "style" and _LOADS.search(
            "".join(map(str, node.itertext()))
        ):
            yield self._fault("A208", self._text.inside(number, _LOADS))
        for attribute, value in node.attrib.items():
            for code, params in _attribute_faults(str(attribute), str(value)):
                yield self._fault(code, self._text.attribute(number, str(attribute)), **params)


def _is_instruction(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction)


def _is_drawing(name: str) -> bool:
    return name in _ELEMENTS or re.fullmatch(r"fe[A-Z]\w*", name) is not None


def _attribute_faults(attribute: str, value: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    """Codes and params of what is wrong with one attribute."""
    local = attribute.rpartition("}")[2].lower()
    if local.startswith("on"):
        yield "A205", {"attribute": local}
    elif attribute == _XML_BASE or _CODE.match(value):
        yield "A206", {"reference": value[:60]}
    elif attribute == _XLINK_HREF or attribute in ("href", "src"):
        if not value.strip().startswith("#") and not _EMBEDDED_PICTURE.match(value):
            yield "A206", {"reference": value[:60]}
    elif ("url(" in value.lower() or local == "style") and _LOADS.search(value):
        yield "A208", {}
