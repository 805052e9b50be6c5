"""Front matter, references, values of YAML files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import markdown_reader
from builder.diagnostics import Location
from builder.markdown_reader import LinkKind, headings, plain, read_value
from builder.markdown_reader.links import understand

FRONT = "---\nid: les\ntitle: Les\n---\n"
HERE = Location("quizzes/toets.yaml", 7, 13)


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
        ("- punt", True, ["M603"]),
        ("Eén.\n\n- punt", False, []),
        ("# Kop", False, ["M602"]),
        ("::: tip\nTekst.\n:::", False, ["M601"]),
        ("> [!TIP]\n> Tekst.", False, ["M601"]),
        ("[x](javascript:y) <b onclick=z>a</b>", True, ["M402", "M501"]),
    ],
)
def test_values_of_yaml_files(text: str, is_line: bool, expected: list[str]) -> None:
    outcome = read_value(text, HERE, "    text: x", is_line=is_line)
    assert [finding.code for finding in outcome.diagnostics] == expected
    for finding in outcome.diagnostics:
        assert finding.location == HERE
        assert finding.source_line == "    text: x"


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


@given(st.text(alphabet=":> -*_`[]()<>!#{}\"'=\nabctip|&;\\/", max_size=120))
def test_any_text_is_read(text: str) -> None:
    outcome = markdown_reader.read(FRONT + text, "a.md")
    assert outcome.value is not None
    count = len(outcome.value.lines)
    for finding in outcome.diagnostics:
        assert 1 <= finding.location.line <= count
    read_value(text, HERE, is_line=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Noor:** Dag.\n\n- punt\n\n[x](les:toets)", []),
        ("Eén.\n\n## Kop\n", ["M611 3"]),
        ("---\nid: x\n---\nTekst.\n", ["M611 2"]),
        ("::: tip\nTekst.\n:::\n", ["M611 1"]),
        ("Eén.\n\n[x](javascript:y)", ["M501 3"]),
    ],
)
def test_transcripts(text: str, expected: list[str]) -> None:
    outcome = markdown_reader.read_transcript(text, "modules/m/media/a.md")
    found = [f"{one.code} {one.location.line}" for one in outcome.diagnostics]
    assert found == expected
    assert outcome.value is not None
    for one in outcome.diagnostics:
        assert one.source_line == outcome.value.lines[one.location.line - 1]
