"""Findings as text, JSON, GitHub annotations and SARIF."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from builder import i18n
from builder.codes import CODES
from builder.diagnostics import Diagnostic, LesbouwerError, Location, Severity
from builder.report import (
    LONGEST_LINE,
    Places,
    join_plain,
    make_excerpt,
    make_finding,
    make_findings,
    make_github,
    make_json,
    make_sarif,
    make_text,
    make_visible,
    say_failure,
)

BUILDER = Path(__file__).parents[2] / "builder"
PARAMS = {"target": "media/foto.png", "expected": "modules/een/media/foto.png"}
LATER = Diagnostic("A101", Location("b.md", 14, 9), PARAMS, "  ![x](media/foto.png)")
FIRST = Diagnostic("A101", Location("a.md", 3), PARAMS, "![x](media/foto.png)")
REMARK = Diagnostic("A101", Location("a.md"), PARAMS, severity=Severity.INFO)


def text_of(*diagnostics: Diagnostic, prefix: str = "") -> str:
    return join_plain(make_text(make_findings(diagnostics), Places(prefix)))


def test_text_shows_place_line_caret_fix_and_hint_once() -> None:
    assert text_of(LATER, FIRST, LATER) == (
        'a.md:3: error A101: the file "media/foto.png" does not exist\n'
        "    3 | ![x](media/foto.png)\n"
        "   fix: check the spelling of the path, or put the file there"
        " (modules/een/media/foto.png)\n"
        "   more: lesbouwer explain A101\n"
        "\n"
        'b.md:14:9: error A101: the file "media/foto.png" does not exist\n'
        "   14 |   ![x](media/foto.png)\n"
        "      |         ^\n"
        "   fix: check the spelling of the path, or put the file there"
        " (modules/een/media/foto.png)\n"
        "\n"
        "2 errors in 2 files\n"
    )


def test_text_speaks_dutch_but_keeps_the_word_that_editors_look_for() -> None:
    i18n.speak("nl")
    text = text_of(LATER, REMARK)
    assert "b.md:14:9: error A101: " in text
    assert "\n   oplossing: " in text
    assert "\n   meer: lesbouwer explain A101\n" in text
    assert text.endswith("\n1 fout, 1 opmerking in 2 bestanden\n")


def test_nothing_found_is_nothing_said() -> None:
    assert text_of() == ""


def test_paths_are_shown_from_where_the_reader_is() -> None:
    assert text_of(FIRST, prefix="inhoud").startswith("inhoud/a.md:3: ")
    assert text_of(FIRST, prefix="../..").startswith("../../a.md:3: ")
    inside = Diagnostic("A101", Location("dist/x.zip!imsmanifest.xml", 2), PARAMS)
    assert text_of(inside, prefix="..").startswith("dist/x.zip!imsmanifest.xml:2: ")


def test_a_finding_without_a_file_names_the_program() -> None:
    assert text_of(Diagnostic("A101", Location(""), PARAMS)).startswith("lesbouwer: error A101: ")


@pytest.mark.parametrize(
    ("line", "column", "caret_under"),
    [
        ("abc def", 5, "d"),
        ("\tabc", 2, "a"),
        ("日本 x", 4, "x"),
        ("e\u0301 x", 4, "x"),
        ("ab", 3, ""),
    ],
)
def test_the_caret_stands_under_the_column(line: str, column: int, caret_under: str) -> None:
    finding = make_finding(Diagnostic("A101", Location("a.md", 1, column), PARAMS, line))
    shown, caret = join_plain(make_excerpt(finding)).splitlines()
    cells = {"日": 2, "本": 2, "\u0301": 0}
    position = len(caret) - 1
    before, width = "", 0
    for character in shown:
        if width >= position and cells.get(character, 1):
            break
        before += character
        width += cells.get(character, 1)
    assert caret.endswith("^")
    assert shown[len(before) :][:1] == caret_under


@pytest.mark.parametrize("column", [1, 40, 250, 499, 500])
def test_a_long_line_is_cut_around_the_column(column: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(500))
    finding = make_finding(Diagnostic("A101", Location("a.md", 1, column), PARAMS, line))
    shown, caret = join_plain(make_excerpt(finding)).splitlines()
    assert len(shown) <= LONGEST_LINE + len("    1 | ……")
    assert shown[len(caret) - 1] == line[column - 1]


def test_no_line_is_shown_when_there_is_none() -> None:
    blank = make_finding(Diagnostic("A101", Location("a.md", 1, 1), PARAMS, "   "))
    assert join_plain(make_excerpt(blank)) == ""


def test_what_an_author_typed_cannot_steer_the_terminal() -> None:
    wild = Diagnostic(
        "A101",
        Location("a.md", 1, 1),
        {"target": "\x1b[2J\nx", "expected": "\u202edlrow"},
        "\x1b]0;title\x07 \u202eabc",
    )
    text = text_of(wild)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert make_visible("a\x1bb") == "a␛b"


def test_a_missing_param_does_not_break_the_report() -> None:
    assert "{target}" in text_of(Diagnostic("A101", Location("a.md", 1)))


@pytest.mark.parametrize(("language", "words"), [("en", "did you mean"), ("nl", "bedoel je")])
def test_a_suggestion_among_the_params_is_translated_too(language: str, words: str) -> None:
    i18n.speak(language)
    params = {"target": "les-en", "suggestion": " (did you mean les-een?)", "known": "les-een"}
    sentence = make_finding(Diagnostic("L206", Location("a.md", 1), params)).sentence
    assert sentence.endswith(f'"les-en" ({words} les-een?)')
    without = make_finding(Diagnostic("L206", Location("a.md", 1), {**params, "suggestion": ""}))
    assert without.sentence.endswith('"les-en"')


def test_json_holds_everything_in_order() -> None:
    report = json.loads(make_json(make_findings([LATER, REMARK]), {"courses": []}))
    assert report["format"] == 1
    assert report["counts"] == {"error": 1, "warning": 0, "info": 1}
    assert report["courses"] == []
    assert [one["path"] for one in report["diagnostics"]] == ["a.md", "b.md"]
    assert report["diagnostics"][1] == {
        "code": "A101",
        "slug": "media-file-exists",
        "severity": "error",
        "path": "b.md",
        "line": 14,
        "column": 9,
        "sentence": 'the file "media/foto.png" does not exist',
        "fix": "check the spelling of the path, or put the file there (modules/een/media/foto.png)",
        "source_line": "  ![x](media/foto.png)",
        "params": PARAMS,
    }


def test_github_annotations_are_one_escaped_line_each() -> None:
    odd = Diagnostic("A101", Location("a,b:c%.md", 3, 4), {"target": "100%", "expected": "x"})
    [wild, plain] = make_github(make_findings([odd, REMARK]), Places("inhoud")).splitlines()
    assert wild == (
        "::error file=inhoud/a%2Cb%3Ac%25.md,line=3,col=4,title=A101 media-file-exists::"
        'the file "100%25" does not exist%0A'
        "fix: check the spelling of the path, or put the file there (x)"
    )
    assert plain.startswith("::notice file=inhoud/a.md,title=A101 media-file-exists::the file ")


def sarif_of(*diagnostics: Diagnostic) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(make_sarif(make_findings(diagnostics), Places("in"), "nl"))
    return log


def test_sarif_has_what_the_standard_asks() -> None:
    """Required properties of SARIF 2.1.0: §3.13, §3.14, §3.18, §3.19, §3.27, §3.30, §3.49."""
    other = Diagnostic("L901", Location("a b.md", 2), {"code": "L204"}, "<!-- -->")
    log = sarif_of(LATER, FIRST, REMARK, other)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "lesbouwer"
    assert re.fullmatch(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?", driver["language"])
    rules = driver["rules"]
    assert [rule["id"] for rule in rules] == ["A101", "L901"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert len(run["results"]) == 4
    for result in run["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        [place] = result["locations"]
        physical = place["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", physical["artifactLocation"]["uri"])
        region = physical.get("region", {"startLine": 1})
        assert region["startLine"] >= 1
        assert region.get("startColumn", 1) >= 1


def test_sarif_knows_a_finding_again_after_lines_moved() -> None:
    moved = Diagnostic("A101", Location("b.md", 99, 1), PARAMS)
    other = Diagnostic("A101", Location("b.md", 14, 9), {**PARAMS, "target": "x"})
    prints = [
        sarif_of(one)["runs"][0]["results"][0]["partialFingerprints"]
        for one in (LATER, moved, other)
    ]
    assert prints[0] == prints[1] != prints[2]


def test_a_clean_sarif_log_has_a_run_without_results() -> None:
    [run] = sarif_of()["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_a_failure_of_the_machine_is_said_in_the_language_in_force() -> None:
    error = LesbouwerError("{path} could not be written: {reason}", path="x", reason="y")
    assert say_failure(error) == "x could not be written: y"
    i18n.speak("nl")
    assert say_failure(error) == "x kon niet geschreven worden: y"
    assert say_failure(LesbouwerError("just { this")) == "just { this"


def test_every_code_in_the_source_is_in_the_tables() -> None:
    pattern = re.compile(r"[SYMCQLAPV][0-9]{3}")
    unknown = [
        f"{file.relative_to(BUILDER)}: {node.value}"
        for file in BUILDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and pattern.fullmatch(node.value)
        and node.value not in CODES
    ]
    assert unknown == []
