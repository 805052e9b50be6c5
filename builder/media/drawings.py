"""How large a drawing (SVG) is shown when nothing says otherwise."""

from __future__ import annotations

import re

from lxml import etree

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*")


def measure_drawing(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, else those of the view box; 0 and 0 when neither is known.

    Raises lxml's ``XMLSyntaxError`` for what is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    sides = [_LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
    if sides[0] and sides[1]:
        return round(float(sides[0][1])), round(float(sides[1][1]))
    numbers = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    try:
        width, height = float(numbers[2]), float(numbers[3])
    except (IndexError, ValueError):
        return 0, 0
    return round(width), round(height)
