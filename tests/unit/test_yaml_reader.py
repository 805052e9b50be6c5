"""YAML text → plain values with places, and every way in which a text can be no good YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import yaml_reader
from builder.diagnostics import Location
from builder.yaml_reader import Document, YamlPositions


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers of PyYAML: a machine without libyaml has only the second."""
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))
    return str(request.param)


def document(text: str, offset: int = 0) -> Document:
    read = yaml_reader.read(text, "f.yaml", offset)
    assert read.diagnostics == ()
    assert read.value is not None
    return read.value


def faults(text: str) -> list[tuple[str, int, int]]:
    found = yaml_reader.read(text, "f.yaml").diagnostics
    return [(one.code, one.location.line, one.location.column) for one in found]


@pytest.mark.usefixtures("loader")
def test_values_stay_text() -> None:
    text = "a: 0123\nb: 1.10\nc: no\nd: 12:30\ne: 2024-01-01\nf: true\ng: 'null'\nh: ''\n"
    assert document(text).value == {
        "a": "0123",
        "b": "1.10",
        "c": "no",
        "d": "12:30",
        "e": "2024-01-01",
        "f": "true",
        "g": "null",
        "h": "",
    }


@pytest.mark.usefixtures("loader")
def test_nothing_is_none() -> None:
    value = document("a:\nb: ~\nc: null\nd: [x, ]\ne: {f: }\n").value
    assert value == {"a": None, "b": None, "c": None, "d": ["x"], "e": {"f": None}}


@pytest.mark.usefixtures("loader")
def test_texts_of_several_lines() -> None:
    text = 'a: >-\n  een\n  twee\nb: |\n  een\n  twee\nc: een\n  twee\nd: "é\\\n  ë"\n'
    value = document(text).value
    assert value == {"a": "een twee", "b": "een\ntwee\n", "c": "een twee", "d": "éë"}


@pytest.mark.usefixtures("loader")
def test_line_ends_of_windows() -> None:
    read = document("a: b\r\nc:\r\n  - d\r\n")
    assert read.value == {"a": "b", "c": ["d"]}
    assert read.positions.at("c", 0) == Location("f.yaml", 3, 5)


@pytest.mark.usefixtures("loader")
def test_places() -> None:
    positions = document("é: ë\nlist:\n  - id: x\n    n: {p: q}\nwide: [1, 2]\n", 10).positions
    where = {
        ("é",): (11, 4),
        ("list",): (12, 1),
        ("list", 0): (13, 5),
        ("list", 0, "id"): (13, 9),
        ("list", 0, "n"): (14, 5),
        ("list", 0, "n", "p"): (14, 12),
        ("wide", 1): (15, 11),
        (): (11, 1),
    }
    for path, (line, column) in where.items():
        assert positions.at(*path) == Location("f.yaml", line, column), path
    assert positions.at("é", key=True) == Location("f.yaml", 11, 1)


@pytest.mark.usefixtures("loader")
def test_the_place_of_what_is_absent_is_that_of_its_nearest_parent() -> None:
    positions = document("a: b\nlist:\n  - id: x\n").positions
    assert positions.at("list", 0, "title") == Location("f.yaml", 3, 5)
    assert positions.at("list", 7, "title") == Location("f.yaml", 2, 1)
    assert positions.at("a", "deeper") == Location("f.yaml", 1, 1)
    assert positions.at("no") == Location("f.yaml", 1, 1)
    assert positions.knows("list", 0)
    assert not positions.knows("list", 1)


def test_places_without_some_items() -> None:
    positions = document("l:\n  - a: 1\n  - a: 2\n  - a: 3\nm: [1]\n").positions.without("l", {1})
    assert positions.at("l", 0, "a").line == 2
    assert positions.at("l", 1, "a").line == 4
    assert not positions.knows("l", 2)
    assert positions.at("m", 0).line == 5


def test_get() -> None:
    read = document("a: {b: [c, {d: e}]}\n")
    assert read.get("a", "b", 1, "d") == "e"
    assert read.get("a", "b", 2) is None
    assert read.get("a", "x", "y") is None
    assert read.get("a", 0) is None
    assert read.get() == read.value


FAULTY = {
    "tab": ("id: x\nlist:\n\t- a\n", "Y102", 3, 1),
    "tab after spaces": ("a:\n  b: 1\n \tc: 2\n", "Y102", 3, 2),
    "no space behind the colon": ("id: x\ntitle:Foo\nversion: 1\n", "Y103", 2, 6),
    "no space behind the last colon": ("id: x\ntitle:Foo\n", "Y103", 2, 6),
    "no space behind the first colon": ("id:x\ntitle: Foo\n", "Y103", 1, 3),
    "no space behind any colon": ("id:x\ntitle:Foo\n", "Y103", 1, 1),
    "no colon": ("id: x\nfoo\nversion: 1\n", "Y104", 2, 1),
    "double quotation mark": ('id: x\ntitle: "Foo\nversion: 1\n', "Y114", 2, 8),
    "single quotation mark": ("id: x\ntitle: 'Foo\nversion: 1\n", "Y114", 2, 8),
    "apostrophe": ("id: x\ntitle: 'Foo's dag'\n", "Y115", 2, 13),
    "text behind the quotation mark": ('title: "Foo" dag\n', "Y115", 1, 14),
    "second colon": ("id: x\ntitle: Foo: bar\n", "Y116", 2, 11),
    "second colon behind quotation marks": ('a: "b": c\n', "Y116", 1, 7),
    "deeper without a reason": ("id: x\n  title: y\n", "Y117", 2, 3),
    "less deep than the others": ("a:\n    b: 1\n  c: 2\n", "Y117", 3, 3),
    "list less deep": ("a:\n  - b\n - c\n", "Y117", 3, 2),
    "key among hyphens": ("a:\n  - b\n  c: d\n", "Y128", 3, 3),
    "word among hyphens": ("a:\n  - b\n  c\nd: e\n", "Y128", 3, 3),
    "word among hyphens without indent": ("a:\n- b\nc\nd: e\n", "Y128", 3, 1),
    "answers half as a list": ("a:\n  - b:\n    c: d\n  e:\n    c: d\n", "Y128", 4, 3),
    "hyphen without a space": ("a:\n  - b: c\n  -d: e\n", "Y129", 3, 3),
    "text that starts with a hyphen": ("id: x\ncase: - Een zin.\n", "Y118", 2, 7),
    "text behind a list": ("id: x\ntitle: [Eerst] luisteren\nb: c\n", "Y118", 2, 8),
    "text behind braces": ("title: {Eerst} luisteren", "Y118", 1, 8),
    "text behind an item": ("goals:\n  - [x] doen\n  - b\n", "Y118", 2, 5),
    "no-break space behind a colon": ("id: x\ntitle:\u00a0Een\nb: c\n", "Y126", 2, 7),
    "no-break space before a key": ("q:\n- id: x\n\u00a0\u00a0a: x\n  b: y\n", "Y126", 3, 1),
    "no-break space behind a hyphen": ("a:\n  - b\n  -\u00a0c\nd: e\n", "Y126", 3, 4),
    "narrow space behind a colon": ("id: x\ntitle:\u202fEen\nb: c\n", "Y126", 2, 7),
    "nothing but no-break spaces": ("id:\u00a0x\ntitle:\u00a0y\n", "Y126", 1, 1),
    "at sign": ("title: @foo\n", "Y118", 1, 8),
    "backtick": ("title: `foo`\n", "Y118", 1, 8),
    "bold text": ("id: x\ntitle: **Noor:** zegt\n", "Y118", 2, 8),
    "list not closed": ("id: x\nlist: [a, b\n", "Y119", 2, 7),
    "list not closed and empty": ("id: x\nlist: [\n", "Y119", 2, 7),
    "mapping not closed": ("m: {a: b\ntitle: q\n", "Y119", 1, 4),
    "unknown backslash": ('a: "b\\qc"\n', "Y120", 1, 6),
    "text behind |": ("id: |foo\n bar\n", "Y121", 1, 6),
    "text behind >": ("id: > tekst\n bar\n", "Y121", 1, 7),
    "merge conflict": ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "Y123", 2, 1),
    "control character": ("a: b\nc: \x07d\n", "Y124", 2, 4),
    "half an emoji": ("a: \ud800", "Y124", 1, 4),
    "same key": ("a: 1\nb: 2\na: 3\n", "Y105", 3, 1),
    "same key deeper": ("x:\n  - {b: 1, b: 2}\n", "Y105", 2, 12),
    "anchor": ("a: &q 1\n", "Y106", 1, 4),
    "alias": ("a: *q\n", "Y106", 1, 4),
    "alias as key": ("*q : 1\n", "Y106", 1, 1),
    "merge key": ("a:\n  <<: *b\n  y: 2\n", "Y107", 2, 3),
    "tag": ("a: !!str 5\n", "Y108", 1, 4),
    "own tag on a list": ("a: !foo [b]\n", "Y108", 1, 4),
    "second document": ("a: b\n---\nc: d\n", "Y109", 2, 1),
    "too deep": ("a: " + "[" * 30 + "]" * 30, "Y110", 1, 23),
    "empty": ("", "Y111", 0, 0),
    "comments only": ("# niets\n", "Y111", 0, 0),
    "list on top": ("- a\n- b\n", "Y112", 1, 1),
    "text on top": ("zomaar tekst\n", "Y112", 1, 1),
    "list as key": ("? [a, {b: c}]\n: d\nz: 1\n", "Y113", 1, 3),
    "hash in a text": ("title: Les #3\n", "Y122", 1, 12),
    "hash at the start of a text": ("title: #samen\n", "Y122", 1, 8),
}


@pytest.mark.parametrize("case", FAULTY)
@pytest.mark.usefixtures("loader")
def test_fault(case: str) -> None:
    text, *expected = FAULTY[case]
    assert faults(text) == [tuple(expected)]


def test_comments_are_no_fault() -> None:
    assert document("a: b # c\n# d\ne: '#f' # g\nh: i#j\n").value == {
        "a": "b",
        "e": "#f",
        "h": "i#j",
    }


def test_web_addresses_are_no_keys() -> None:
    assert document("a: https://voorbeeld.nl\nb: tekst:tekst\n").value == {
        "a": "https://voorbeeld.nl",
        "b": "tekst:tekst",
    }


def test_many_faults_are_found_in_one_go() -> None:
    text = "a: &x 1\na: 2\nb: *x\nc: {d: !t e, d: f}\n"
    assert [code for code, _, _ in faults(text)] == ["Y106", "Y105", "Y106", "Y108", "Y105"]


def test_what_was_refused_is_known() -> None:
    read = yaml_reader.read("a: *x\nb: {c: *y}\nd:\n  <<: *z\n  e: 1\nf: {g: 1, g: 2}\n", "f.yaml")
    assert read.value is not None
    assert read.value.value == {"a": None, "b": {"c": None}, "d": {"e": "1"}, "f": {"g": "1"}}
    assert read.value.was_refused("a")
    assert read.value.was_refused("b", "c", "deeper")
    assert read.value.was_refused("d", "e")
    assert not read.value.was_refused("b")
    assert read.value.is_incomplete("b")
    assert read.value.is_incomplete("f")
    assert not read.value.is_incomplete("f", "g")


def test_aliases_do_not_multiply() -> None:
    laughs = "a0: &a0 [x, x]\n" + "".join(
        f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]\n" for number in range(1, 40)
    )
    read = yaml_reader.read(laughs, "f.yaml")
    assert read.value is not None
    assert read.value.get("a39") == [None, None]
    assert {one.code for one in read.diagnostics} == {"Y106"}


def test_line_offset_holds_for_faults_too() -> None:
    (finding,) = yaml_reader.read("a: b\na: c\n", "les.md", 1).diagnostics
    assert finding.location == Location("les.md", 3, 1)
    assert finding.params == {"key": "a", "first": 2}
    (finding,) = yaml_reader.read("a: 'b\n", "les.md", 1).diagnostics
    assert finding.location == Location("les.md", 2, 4)


MARKS = st.sampled_from([*"abc:- \n\t'\"#&*!|>[]{},?%@`~<=\\é\r\x07", "<<", "---\n", "  "])


@settings(deadline=None)
@given(st.lists(MARKS, max_size=40).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    read = yaml_reader.read(text, "f.yaml")
    lines = text.replace("\r\n", "\n").split("\n")
    assert read.value is not None or read.diagnostics
    for finding in read.diagnostics:
        assert finding.location.line <= len(lines) + 1
    if read.value is not None:
        assert isinstance(read.value.value, dict)


def first_params(text: str) -> dict[str, str | int]:
    return dict(yaml_reader.read(text, "f.yaml").diagnostics[0].params)


def test_a_letter_that_is_taken_gets_a_free_one() -> None:
    text = "options:\n  a: een\n  b: twee\n  b: drie\n  d: vier\n  a: vijf\n"
    found = yaml_reader.read(text, "f.yaml").diagnostics
    assert [(one.code, one.params["write"]) for one in found] == [("Y105", "c"), ("Y105", "e")]
    assert "write" not in first_params("title: een\ntitle: twee\n")
    assert "write" not in first_params("feedback:\n  a: een\n  a: twee\n")


def test_the_spaces_that_a_line_should_have() -> None:
    text = "publisher:\n    name: School\n   namespace: nl.school\n"
    assert first_params(text) == {"spaces": 3, "write": 4}
    text = "questions:\n  - id: een\n    type: x\n     prompt: Wat?\n"
    assert first_params(text) == {"spaces": 5, "write": 4}
    text = "questions:\n  - id: een\n   type: x\n"
    found = yaml_reader.read(text, "f.yaml").diagnostics
    assert [(one.code, dict(one.params)) for one in found] == [("Y117", {})], "2 and 4 are as near"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("title: “Stil zijn”\n", ["Y125"]),
        ("title: ‘Stil zijn’\n", ["Y125"]),
        ("title: “Stil” en “luid”\n", []),
        ("title: Wat is “stil”?\n", []),
        ('title: "“Stil zijn”"\n', []),
        ("text: “Ik ben er.”\n", []),
        ("feedback: “Ik ben er.”\n", []),
    ],
)
def test_curly_marks_around_a_title(text: str, codes: list[str]) -> None:
    assert [one.code for one in yaml_reader.read(text, "f.yaml").diagnostics] == codes


def find_place(text: str, words: str, *path: str | int, offset: int = 0) -> tuple[int, int, str]:
    """Where the value at ``path`` has ``words``: line, column and what stands there."""
    found = document(text, offset)
    value = found.get(*path)
    assert isinstance(value, str)
    written = found.positions.text(*path)
    shown = value.strip()
    place = written.places(shown)[shown.index(words)]
    return place.line, place.column, written.line(place.line)[place.column - 1 :]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: een hier", 1, 8),
        ("a: een\n  twee\n\n  hier drie\n", 4, 3),
        ("a: |\n  een\n    hier\n", 3, 5),
        ("a: |2-  # opmerking\n\n   een\n\n  hier\n", 5, 3),
        ("a: >-\n  een\n  twee hier\n", 3, 8),
        ("a: >\n  een\n\n    hier\n  drie\n", 4, 5),
        ("a: 'een ''twee'' hier'", 1, 18),
        ("a: 'een\n  twee\n\n  hier'", 4, 3),
        ('a: "een \\"\\u00e9\\" \\x41 \\t hier"', 1, 28),
        ('a: "een\\\n   \\ twee\\n\n  hier"', 3, 3),
        ("x: {y: 1}\na: een # b\n  \n", 2, 4),
    ],
)
def test_a_word_in_a_text_is_found_back_in_the_file(text: str, line: int, column: int) -> None:
    words = "hier" if "hier" in text else "een"
    found = find_place(text, words, "a", offset=4)
    assert found[:2] == (line + 4, column)
    assert found[2].startswith(words)


WORDS = st.lists(
    st.text(alphabet="abé'\"\\:#*-[]{}|>%&!?,.1", min_size=1, max_size=8), min_size=1, max_size=12
)


@given(WORDS, st.sampled_from(["|", ">", "'", '"', None]), st.booleans())
def test_every_word_of_every_style_is_found_back(
    words: list[str], style: str | None, is_paragraphs: bool
) -> None:
    value = ("\n\n" if is_paragraphs else " ").join(words)
    text = yaml.dump({"a": value}, default_style=style, allow_unicode=True, width=20)
    found = yaml_reader.read(text, "f.yaml").value
    assert found is not None
    (key,) = found.value
    assert found.get(key) == value
    written = found.positions.text(key)
    for character, place in zip(value, written.places(value), strict=True):
        if character not in " \n" and not (style == '"' and character in "\"'\\"):
            assert written.line(place.line)[place.column - 1] == character


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Bel {{x.y.z}} of kijk hier\n", "Bel 0800\\-0113 of kijk hier"),
        ("a: Bel {{x.y.z}} of kijk hier\n", "Bel {{x.y.z|0800-0113}} of kijk hier"),
        (
            "a: >-\n  Wat is [[x]]? En [[y]]?\n  Kijk hier\n",
            "Wat is [[x|x i]]? En [[y|y]]? Kijk hier",
        ),
    ],
)
def test_words_behind_a_filled_mark_keep_their_place(text: str, value: str) -> None:
    written = document(text).positions.text("a")
    place = written.places(value)[value.index("hier")]
    assert written.line(place.line)[place.column - 1 :] == "hier"


def test_a_list_of_words_has_the_place_of_its_start() -> None:
    positions = document("a:\n  - b\nc: d\n").positions
    assert positions.text("a").places("b")[0] == Location("f.yaml", 2, 3)
    assert positions.text("a", 7).places("b")[0] == Location("f.yaml", 2, 3)
    assert positions.text("weg").places("b")[0] == Location("f.yaml", 1, 1)
    assert YamlPositions("f.yaml", {}).text("a").places("b")[0] == Location("f.yaml", 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: een\n  twee\n\n  drie\n  vier\n", [(2, 3), (5, 3)]),
        ("a: >-\n  een\n  twee\n    drie\n  vier\n\n  vijf\nb: c\n", [(3, 3)]),
        ("a: |\n  een\n  twee\n", []),
        ("a: 'een\n  twee'\n", [(2, 3)]),
        ("a: een\n", []),
    ],
)
def test_lines_that_yaml_joins(text: str, expected: list[tuple[int, int]]) -> None:
    joined = document(text).positions.text("a").joined()
    assert [(one.line, one.column) for one in joined] == expected


def test_the_last_line_of_what_starts_on_a_line() -> None:
    text = "a: >-\n  een\n  twee\n\n# x\nb: |\n  drie\nc: vier\n  vijf\nd: zes\n"
    positions = document(text).positions
    assert [positions.last_line(line) for line in (1, 2, 6, 8, 10)] == [3, 2, 7, 9, 10]
