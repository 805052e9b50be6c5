"""The places of tags and attributes in drawings as programs write them."""

from __future__ import annotations

import pytest

from builder.diagnostics import Location
from builder.lint.svg_safety import faults

PATH = "modules/eerste/media/a.svg"
XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def find(text: str, encoding: str = "utf-8") -> list[tuple[str, int, int, str]]:
    found = faults(PATH, text.encode(encoding))
    return [(one.code, one.place.line, one.place.column, one.source_line) for one in found]


def test_a_tag_over_more_lines_shows_the_attribute() -> None:
    text = f'<svg {XMLNS}>\n<rect\n  width="4"\n  onclick="x()"\n  height="4"/>\n</svg>'
    assert find(text) == [("A205", 4, 3, '  onclick="x()"')]


def test_attributes_are_told_apart_by_their_prefix() -> None:
    xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    text = f'<svg {XMLNS} {xlink}>\n<use href="#a" xlink:href="b.svg"/>\n</svg>'
    assert find(text) == [("A206", 2, 16, '<use href="#a" xlink:href="b.svg"/>')]


def test_comments_instructions_and_character_data_are_no_tags() -> None:
    text = (
        f"<?xml version='1.0'?>\n<!-- <script/> -->\n<svg {XMLNS}>\n"
        "<style><![CDATA[ .a > .b {fill:red} /* <script> */ ]]></style>\n"
        "<!-- <script> -->\n  <script/>\n</svg>"
    )
    assert find(text) == [("A204", 6, 3, "  <script/>")]


def test_a_greater_than_sign_in_an_attribute_ends_no_tag() -> None:
    text = f'<svg {XMLNS}><text id="a>b">x</text>\n<script/></svg>'
    assert find(text) == [("A204", 2, 1, "<script/></svg>")]


def test_a_document_type_with_entities_is_shown_where_it_starts() -> None:
    text = f'<?xml version="1.0"?>\n<!DOCTYPE svg [\n<!ENTITY a "b">\n]>\n<svg {XMLNS}/>'
    assert find(text) == [("A209", 2, 1, "<!DOCTYPE svg [")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_columns_count_characters(encoding: str) -> None:
    text = f"<svg {XMLNS}><title>één</title>\n<text>één</text><script/></svg>"
    assert find(text, encoding) == [("A204", 2, 17, "<text>één</text><script/></svg>")]


def test_the_encoding_that_the_drawing_names_is_used() -> None:
    text = (
        f'<?xml version="1.0" encoding="iso-8859-1"?>\n<svg {XMLNS}><desc>é</desc><script/></svg>'
    )
    found = find(text, "iso-8859-1")
    assert [(code, line) for code, line, _, _ in found] == [("A204", 2)]
    assert "é" in found[0][3]


def test_line_ends_of_windows_count_once() -> None:
    text = f"<svg {XMLNS}>\r\n<g>\r\n<script/></g></svg>"
    assert find(text) == [("A204", 3, 1, "<script/></g></svg>")]


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"<svg", b"<svg>\n<g>\n</svg>", b"\xff\xfe<"])
def test_what_cannot_be_read_has_a_place_in_the_file(data: bytes) -> None:
    (found,) = faults(PATH, data)
    assert found.code == "A203"
    lines = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", "replace").split("\n")
    assert found.place.path == PATH
    assert 1 <= found.place.line <= len(lines)
    assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1
    assert found.source_line == lines[found.place.line - 1]


def test_a_good_drawing_has_no_findings() -> None:
    assert list(faults(PATH, f"<svg {XMLNS}><rect/></svg>".encode())) == []


def test_places_are_of_the_drawing_itself() -> None:
    (found,) = faults(PATH, f"<svg {XMLNS}><script/></svg>".encode())
    assert found.place == Location(PATH, 1, 41)
