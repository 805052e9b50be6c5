"""Front matter, references, values of YAML files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import markdown_reader, yaml_reader
from builder.diagnostics import Location
from builder.markdown_reader import LinkKind, headings, plain, read_title, read_value
from builder.markdown_reader.links import understand
from builder.yaml_reader import YamlText

FRONT = "---\nid: les\ntitle: Les\n---\n"
HERE = YamlText("quizzes/toets.yaml", ("    text: x",), 6, "", (0, 10), (0, 11))


def codes(text: str) -> list[str]:
    return [finding.code for finding in markdown_reader.read(text, "a.md").diagnostics]


def test_front_matter_is_yaml_with_the_places_of_the_file() -> None:
    file = markdown_reader.read("---\nid: les\n\ntitle: Les\n---\nTekst.\n", "m/a.md").value
    assert file is not None
    assert file.front is not None
    assert file.front.value == {"id": "les", "title": "Les"}
    assert file.front.positions.at("title") == Location("m/a.md", 4, 8)


def test_a_reference_to_the_schema_is_only_a_comment() -> None:
    reference = "# yaml-language-server: $schema=../../schemas/lesson.schema.json"
    outcome = markdown_reader.read(f"---\n{reference}\nid: les\n---\nTekst.\n", "m/a.md")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.front is not None
    assert outcome.value.front.value == {"id": "les"}
    assert outcome.value.front.positions.at("id") == Location("m/a.md", 3, 5)
    (start,) = {token.map[0] for token in outcome.value.tokens if token.map}
    assert start + outcome.value.offset == 5


def test_offset_leads_from_token_to_line() -> None:
    file = markdown_reader.read(FRONT + "\nEen.\n\nTwee.\n", "a.md").value
    assert file is not None
    maps = [token.map for token in file.tokens if token.type == "paragraph_open" and token.map]
    written = [file.lines[start + file.offset - 1] for start, _ in maps]
    assert written == ["Een.", "Twee."]


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_front_matter_ends_in_several_ways(end: str) -> None:
    assert codes(f"---\nid: les\n{end}\nTekst.\n") == []


@pytest.mark.parametrize("text", ["", "Tekst.", "\n---\nid: les\n---\n", "----\nid: les\n----\n"])
def test_missing_front_matter(text: str) -> None:
    assert codes(text)[0] == "M101"


def test_unclosed_front_matter() -> None:
    assert codes("---\nid: les\n\nTekst.\n") == ["M102"]


def test_text_is_checked_when_the_front_matter_is_bad() -> None:
    outcome = markdown_reader.read("---\nid: [\n---\n[a](javascript:x)\n", "a.md")
    assert outcome.value is not None
    assert outcome.value.front is None
    assert "M501" in [finding.code for finding in outcome.diagnostics]


def test_faults_in_front_matter_have_the_line_of_the_file() -> None:
    finding = markdown_reader.read("---\nid: a\nid: b\n---\n", "a.md").diagnostics[0]
    assert finding.location == Location("a.md", 3, 1)


def test_references_are_paths_as_written() -> None:
    text = FRONT + (
        "![a](media/a%20b.svg) [w](<media/w één.pdf>) ![a](https://x.nl/y.png) [l](les:x)\n"
        "\n::: tip\n![b](media/b.png?v=1#x)\n:::\n"
    )
    file = markdown_reader.read(text, "a.md").value
    assert file is not None
    found = [(one.target, one.kind, one.location.line) for one in file.references]
    assert found == [
        ("media/a b.svg", "picture", 5),
        ("media/w één.pdf", "file", 5),
        ("media/b.png", "picture", 8),
    ]


def test_windows_line_ends() -> None:
    text = (FRONT + "::: tip\nTekst.\n:::\n").replace("\n", "\r\n")
    assert codes(text) == []


def test_a_title_keeps_its_words() -> None:
    file = markdown_reader.read(
        FRONT + "::: casus Noor: *wat* nu? {initialen=N}\nx\n:::\n", "a"
    ).value
    assert file is not None
    head = file.tokens[0].meta["head"]
    assert (head.name, head.title, dict(head.extras)) == (
        "casus",
        "Noor: *wat* nu?",
        {"initialen": "N"},
    )


def test_headings_have_anchors_of_their_own() -> None:
    tokens = markdown_reader.parse("## Één kop\n\n### Een kop!\n\n## ???\n")
    assert [(one.level, one.anchor) for one in headings(tokens)] == [
        (2, "een-kop"),
        (3, "een-kop-2"),
        (2, "kop"),
    ]


def test_plain_text() -> None:
    tokens = markdown_reader.parse(
        "Een **vet** `woord`\nen ![plaat](a.svg) &amp; [x](y).\n\n- punt\n"
    )
    assert plain(tokens) == "Een vet woord en plaat & x. punt"


@pytest.mark.parametrize(
    ("text", "is_line", "expected"),
    [
        ("Wat *zie* je?", True, []),
        ("Eén.\n\nTwee.", True, ["M603"]),
        ("- punt", True, ["M605"]),
        ("1. Wat zie je?", True, ["M605"]),
        ("> 18 jaar", True, ["M605"]),
        ("- een\n- twee", True, ["M603"]),
        ("    ingesprongen", True, ["M308"]),
        ("Eén.\n\n- punt", False, []),
        ("# Kop", False, ["M602"]),
        ("::: tip\nTekst.\n:::", False, ["M601"]),
        ("> [!TIP]\n> Tekst.", False, ["M601"]),
        ("[x](javascript:y) <b onclick=z>a</b>", True, ["M402", "M501"]),
    ],
)
def test_values_of_yaml_files(text: str, is_line: bool, expected: list[str]) -> None:
    outcome = read_value(text, HERE, is_line=is_line)
    assert [finding.code for finding in outcome.diagnostics] == expected


def test_values_have_references() -> None:
    outcome = read_value("![a](media/a.svg)", HERE)
    assert outcome.value is not None
    assert [one.target for one in outcome.value.references] == ["media/a.svg"]


@pytest.mark.parametrize(
    ("address", "kind", "target"),
    [
        ("les:twee-lijnen", LinkKind.PAGE, "twee-lijnen"),
        ("Lesson:x", LinkKind.PAGE, "x"),
        ("#kop", LinkKind.HEADING, "kop"),
        ("media/a%20b.png?x#y", LinkKind.FILE, "media/a b.png"),
        ("https://www.rivm.nl/a", LinkKind.OUTSIDE, "https://www.rivm.nl/a"),
        ("mailto:a@b.nl", LinkKind.CONTACT, "mailto:a@b.nl"),
        ("mailto:", LinkKind.REFUSED, "mailto:"),
        ("vbscript:x", LinkKind.REFUSED, "vbscript:x"),
        ("//host/x", LinkKind.REFUSED, "//host/x"),
    ],
)
def test_addresses(address: str, kind: LinkKind, target: str) -> None:
    link = understand(address)
    assert (link.kind, link.target) == (kind, target)


SIGNS = ":> -*_`[]()<>!#{}\"'=\nabctip|&;\\/^~.1+\t\u00a0\u200bé•–"


@given(st.text(alphabet=SIGNS, max_size=120))
def test_any_text_is_read_and_every_finding_points_into_it(text: str) -> None:
    outcome = markdown_reader.read(FRONT + text, "a.md")
    assert outcome.value is not None
    lines = outcome.value.lines
    for finding in outcome.diagnostics:
        where = finding.location
        assert 1 <= where.line <= len(lines)
        assert finding.source_line == lines[where.line - 1]
        assert 1 <= where.column <= len(finding.source_line) + 1
    read_value(text.strip(), HERE, is_line=True)


def places(text: str, *, is_line: bool = False) -> list[tuple[str, int, int, str]]:
    """The findings about the value ``a`` of a YAML text."""
    document = yaml_reader.read(text, "quizzes/toets.yaml").value
    assert document is not None
    value = document.get("a")
    assert isinstance(value, str)
    found = read_value(value.strip(), document.positions.text("a"), is_line=is_line).diagnostics
    return [
        (one.code, one.location.line, one.location.column, one.source_line.strip()) for one in found
    ]


def test_a_fault_in_a_block_of_text_has_its_own_line() -> None:
    text = "a: |\n\n  Eén.\n\n  Zie [x](javascript:y).\n\n  | a |\n  | --- |\n  | b | c |\n"
    assert places(text) == [
        ("M501", 5, 7, "Zie [x](javascript:y)."),
        ("M701", 9, 9, "| b | c |"),
    ]


def test_a_fault_in_folded_and_quoted_text_has_its_own_line() -> None:
    assert places("a: >-\n  Eén en\n  [x](javascript:y)\n") == [("M501", 3, 3, "[x](javascript:y)")]
    assert places("a: 'Foto''s en\n  [x](javascript:y)'\n") == [
        ("M501", 2, 3, "[x](javascript:y)'")
    ]
    assert places('a: "Zo \\"x\\" en\\\n  \\ [x](javascript:y)"\n') == [
        ("M501", 2, 5, '\\ [x](javascript:y)"')
    ]


def test_a_text_of_two_paragraphs_has_the_place_of_the_first() -> None:
    assert places("a: |\n\n  Eén.\n\n  Twee.\n", is_line=True) == [("M603", 3, 3, "Eén.")]


def test_items_that_yaml_puts_behind_each_other() -> None:
    assert places("a: >-\n  Wat helpt:\n  - een\n  - twee\n") == [("M606", 3, 3, "- een")]
    assert places("a: Wat helpt\n  1. een\n  2. twee\n") == [("M606", 2, 3, "1. een")]
    assert places("a: >-\n  Dit is een zin\n  - met een zijweg - erin.\n") == []
    assert places("a: |\n  Wat helpt:\n  - een\n  - twee\n") == []


def test_no_heading_is_proposed_in_a_quiz() -> None:
    assert [one[0] for one in places("a: |\n  ##Kop\n\n  [!TIP] Doe dit.\n")] == ["M602", "M601"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Twee **lijnen**", "**lijnen**"),
        ("De `code`", "`code`"),
        ("[Les](les:x)", "[Les](les:x)"),
        ("H<sub>2</sub>O", "<sub>"),
        ("## Kop", "## "),
        ("_Stil_", "_Stil_"),
        ("5 * 3 * 2, C#, <naam>, een_naam_hier [1] en foto's*", ""),
    ],
)
def test_a_title_is_plain(title: str, shown: str) -> None:
    found = read_title(title, HERE).diagnostics
    assert [(one.code, one.params["text"]) for one in found] == ([("M604", shown)] if shown else [])


@pytest.mark.parametrize(
    ("text", "expected", "front", "body"),
    [
        ("\n---\nid: les\n---\nTekst.", [("M101", 1)], "les", "Tekst."),
        ("id: les\ntitle: Les\n---\nTekst.", [("M101", 1)], "les", "Tekst."),
        ("—\nid: les\n—\nTekst.", [("M101", 1), ("M102", 3)], "les", "Tekst."),
        ("---\nid: les\n--\nTekst.", [("M102", 3)], "les", "Tekst."),
        ("---\nid: les\n\n## Kop\n\n---\n\nTekst.", [("M102", 4)], "les", "## Kop"),
        ("---\nid: les\n", [("M102", 1)], "les", ""),
        ("Tekst.\n\n---\n\nTekst.", [("M101", 1)], None, "Tekst."),
        ("---\nid: les\ngoals:\n- a\n\n- b\n# c\n---\nTekst.", [], "les", "Tekst."),
    ],
)
def test_front_matter_is_read_where_it_was_meant(
    text: str, expected: list[tuple[str, int]], front: str | None, body: str
) -> None:
    outcome = markdown_reader.read(text, "a.md")
    assert [(one.code, one.location.line) for one in outcome.diagnostics] == expected
    assert outcome.value is not None
    found = outcome.value.front
    assert (found.get("id") if found else None) == front
    assert [*outcome.value.lines, ""][outcome.value.offset - 1] == body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Noor:** Dag.\n\n- punt\n\n[x](les:toets)", []),
        ("Eén.\n\n## Kop\n", ["M611 3"]),
        ("---\nid: x\n---\nTekst.\n", ["M611 2"]),
        ("::: tip\nTekst.\n:::\n", ["M611 1"]),
        ("Eén.\n\n[x](javascript:y)", ["M501 3"]),
        ("##Kop\n\n:: tip\n", ["M611 1", "M611 3"]),
        ("| a |\n| --- |\n| b | c |\n\nEen **woord.\n", ["M701 3", "M516 5"]),
    ],
)
def test_transcripts(text: str, expected: list[str]) -> None:
    outcome = markdown_reader.read_transcript(text, "modules/m/media/a.md")
    found = [f"{one.code} {one.location.line}" for one in outcome.diagnostics]
    assert found == expected
    assert outcome.value is not None
    for one in outcome.diagnostics:
        assert one.source_line == outcome.value.lines[one.location.line - 1]
