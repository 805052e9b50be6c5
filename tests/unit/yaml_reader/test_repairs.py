"""After a faulty line the rest of a text is read too, as far as it is clear what was meant."""

from __future__ import annotations

import pytest

from builder import yaml_reader
from builder.yaml_reader import Value

REPAIRED: dict[str, tuple[str, str, dict[str, Value]]] = {
    "colon in a text": ("title: Dit: dat\n", "Y116", {"title": "Dit: dat"}),
    "colon in an item": ("a:\n  - b: Dit: dat\n", "Y116", {"a": [{"b": "Dit: dat"}]}),
    "star": ("title: **Nooit** doen\n", "Y118", {"title": "**Nooit** doen"}),
    "hyphen": ("title: - een zin\n", "Y118", {"title": "- een zin"}),
    "bracket": ("title: [Eerst] dit\n", "Y118", {"title": "[Eerst] dit"}),
    "apostrophe": ("title: 'Sam's boek'\n", "Y115", {"title": "Sam's boek"}),
    "text behind a quote": ('title: "Ja" zei hij\n', "Y115", {"title": '"Ja" zei hij'}),
    "open quote": ('title: "Dit\nlast: x\n', "Y114", {"title": "Dit", "last": "x"}),
    "open quote at the end": ("title: 'Dit\n", "Y114", {"title": "Dit"}),
    "backslash": ('title: "C:\\map"\n', "Y120", {"title": "C:\\map"}),
    "glued colon": ("id: a\ntitle:Dit\nlast: x\n", "Y103", {"title": "Dit", "last": "x"}),
    "glued hyphen": ("a:\n  - b: c\n  -d: e\n", "Y129", {"a": [{"b": "c"}, {"d": "e"}]}),
    "no-break space": ("id: a\ntitle:\u00a0Dit\nlast: x\n", "Y126", {"title": "Dit", "last": "x"}),
}


@pytest.mark.parametrize("case", REPAIRED)
def test_what_stands_on_and_below_a_faulty_line_is_read(case: str) -> None:
    text, code, expected = REPAIRED[case]
    read = yaml_reader.read(text + "zz: 1\nzz: 2\n", "a.yaml")
    assert [one.code for one in read.diagnostics] == [code, "Y105"]
    assert read.value is not None
    assert expected.items() <= read.value.value.items()
    assert read.value.is_incomplete()


@pytest.mark.parametrize(
    "text",
    [
        "title: Dit: dat\n  en meer\nlast: x\n",
        'title: "Dit\nen meer\nlast: x\n',
        "a: {b: c: d}\n",
        "a: {b: **c**}\n",
        "a:\n   b: c\n  d: e\n",
        "a:\n\tb: c\n",
        "title: [a, b\nlast: x\n",
        "a:\n  - b\n  c: d\n",
        "zomaar wat\nlast: x\n",
    ],
)
def test_where_it_is_not_clear_the_reading_ends(text: str) -> None:
    read = yaml_reader.read(text, "a.yaml")
    assert read.value is None
    assert len(read.diagnostics) == 1


def test_every_faulty_line_is_named_once_and_in_its_own_place() -> None:
    text = "".join(f"k{number}: Dit: dat\n" for number in range(9))
    found = yaml_reader.read(text, "a.yaml", line_offset=3).diagnostics
    assert [(one.code, one.location.line, one.location.column) for one in found] == [
        ("Y116", number + 4, 8) for number in range(9)
    ]


def test_a_text_with_too_many_faults_is_left() -> None:
    text = "".join(f"k{number}: Dit: dat\n" for number in range(80))
    read = yaml_reader.read(text, "a.yaml")
    assert read.value is None
    assert len(read.diagnostics) == 50
