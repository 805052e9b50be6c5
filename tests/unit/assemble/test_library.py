"""What texts take from the library, and rows from a table; faults are in tests/projects."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from builder import sources
from builder.assemble import assemble
from builder.assemble.bench import Bench
from builder.assemble.marks import Linker
from builder.course import Course
from builder.diagnostics import Location
from builder.library import Library
from builder.pipeline import render_course
from builder.schema.library import Source
from builder.sources import SourceTree
from builder.yaml_reader import Document, Value, YamlPositions

MINIMAL = Path(__file__).parents[2] / "projects" / "minimal"
TARGETS = ("scorm12", "scorm2004")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "project"))


def read(project: Path) -> SourceTree:
    tree = sources.read(project).value
    assert tree is not None
    return tree


def course_of(project: Path) -> Course:
    outcome = assemble(read(project), "voorbeeld", TARGETS)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


OVERVIEW = """\
id: lijnen
title: Lijnen
columns: {naam: {title: Naam}, telefoon: {title: Telefoon, type: phone}}
"""


def add_library(project: Path, **files: str) -> None:
    folder = project / "library"
    (folder / "overviews").mkdir(parents=True)
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        place = folder / "overviews" if stem == "lijnen" else folder
        (place / f"{stem}.{ending}").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("sign", [",", ";"])
def test_rows_may_stand_in_a_table_beside_the_yaml(project: Path, sign: str) -> None:
    lines = ["id,naam,telefoon,review-by", "een,Een *ding*,0800-0113|113,2027-01-01", "", "twee,,,"]
    add_library(project, lijnen_yaml=OVERVIEW, lijnen_csv="\n".join(lines).replace(",", sign))
    overview = course_of(project).library.overviews["lijnen"]
    rows = overview.file.rows
    assert rows["een"].cells == {"naam": ("Een *ding*",), "telefoon": ("0800-0113", "113")}
    assert rows["twee"].cells == {}
    place = overview.positions.at("rows", "een", "review-by")
    assert place == Location("library/overviews/lijnen.csv", 2, 1)


def test_a_value_in_a_title_or_question_becomes_its_words(project: Path) -> None:
    rows = "rows: {een: {naam: 'Een *ding* [hier](https://voorbeeld.nl)', telefoon: 0800-0113}}\n"
    add_library(project, lijnen_yaml=OVERVIEW + rows)
    quiz = project / "quizzes" / "begin-toets.yaml"
    replace_in(quiz, "title: Toets", "title: Toets over {{lijnen.een.naam}}")
    replace_in(quiz, "prompt: Wat is een", "prompt: Wat is {{lijnen.een.telefoon}} een")
    replace_in(quiz, "text: Je wacht af.", "text: Je belt {{lijnen.een.naam}}.")
    replace_in(quiz, "feedback: Dan weet", "feedback: Bel {{lijnen.een.telefoon}}. Dan weet")
    course = course_of(project)
    quiz_file = course.quizzes[0].file
    assert quiz_file.title == "Toets over Een ding hier"
    question = quiz_file.questions[0]
    assert question.prompt == r"Wat is 0800\-0113 een goede eerste stap?"
    option = question.options_view()[1]
    assert option.text == "Je belt Een ding hier."
    assert option.feedback.startswith("Bel {{lijnen.een.telefoon|0800-0113}}. Dan")
    assert course.uses.overviews == course.quizzes[0].uses.overviews == ("lijnen",)


def test_a_lesson_knows_what_it_uses_in_the_order_of_its_text(project: Path) -> None:
    add_library(
        project,
        sources_yaml="sources: {aa: {text: A}, bb: {text: B}, cc: {text: C}, dd: {text: D}}\n",
        glossary_yaml="terms: {aa: {term: aatje, text: A.}, bb: {term: beetje, text: B.}}\n",
        lijnen_yaml=OVERVIEW + "rows: {een: {naam: Een, source: cc}}\n",
    )
    lesson = project / "modules" / "begin" / "01-eerste-les.md"
    block = "Dit [@bb].\n\n::: overzicht lijnen\n:::\n\n[[bb]] en [[aa|A]] [@aa] [@bb].\n\nDit is"
    replace_in(lesson, "Dit is", block)
    replace_in(lesson, "minutes:", "sources: [dd]\nlead: 'Eerst [[aa]].'\nminutes:")
    course = course_of(project)
    uses = course.lessons[0].uses
    assert (uses.sources, uses.terms, uses.overviews) == (
        ("bb", "cc", "aa"),
        ("aa", "bb"),
        ("lijnen",),
    )
    assert course.lessons[0].front.lead == "Eerst [[aa|aatje]]."
    assert set(course.uses.sources) == {"aa", "bb", "cc", "dd"}


def test_what_may_be_in_a_file_with_faults_is_not_called_missing(project: Path) -> None:
    add_library(
        project,
        sources_yaml="sources: {aa: {tekst: A}}\n",
        glossary_yaml="terms: {aa: {term: a}}\n",
        lijnen_yaml=OVERVIEW + "rows: {een: {naam: Een, telefoon: bel ons}}\n",
    )
    lesson = project / "modules" / "begin" / "01-eerste-les.md"
    replace_in(lesson, "Dit is", "[[bb]] [@bb] {{lijnen.twee.naam}} Dit is")
    assert {one.code for one in assemble(read(project), "voorbeeld", TARGETS).diagnostics} == {
        "C725",
        "Y201",
        "Y202",
    }


@pytest.mark.parametrize(
    ("path", "is_text"),
    [
        (("questions", 0, "steps", "begin", "text"), True),
        (("result-feedback", 1, "text"), True),
        (("questions", 0, "feedback", "wrong"), True),
        (("questions", 0, "steps", "begin", "choices", "a", "text"), False),
        (("questions", 0, "options", "a", "text"), False),
    ],
)
def test_a_source_stands_in_what_is_told_and_not_in_what_is_chosen(
    path: tuple[str | int, ...], is_text: bool
) -> None:
    value: Value = "Dit [@aa]."
    for step in reversed(path):
        value = [value] * 2 if isinstance(step, int) else {step: value}
    assert isinstance(value, dict)
    bench = Bench(SourceTree({}), library=Library(sources={"aa": Source(text="A")}))
    document = Document("a.yaml", value, YamlPositions("a.yaml", {}))
    assert Linker(bench, takes_sources=True).link_document(document).value == value
    assert bool(bench.findings) is not is_text


BANK = """\
id: bank
title: Bank
minutes: 1
questions:
  - id: bankvraag
    type: true-false
    prompt: Klopt dit?
    objective: elders
    answer: true
    feedback: {"true": "Ja [@bb].", "false": "Nee [@aa]."}
"""


def test_what_is_drawn_from_elsewhere_brings_its_sources_and_no_objective(project: Path) -> None:
    add_library(project, sources_yaml="sources: {aa: {text: A}, bb: {text: B}}\n")
    (project / "quizzes" / "bank.yaml").write_text(BANK, encoding="utf-8")
    quiz = project / "quizzes" / "begin-toets.yaml"
    replace_in(
        quiz, "minutes: 1", "minutes: 1\nintro: 'Eerst [@aa].'\ndraw: [{from: bank, count: 1}]"
    )
    course = course_of(project)
    copy = course.askable[-1]
    assert (copy.id, copy.objective) == ("begin-toets.bankvraag", None)
    rendered = render_course(read(project), (), "voorbeeld").value
    assert rendered is not None
    script = next(one.data for one in rendered.files if one.path == "course.js").decode()
    payload = json.loads(script.partition("=")[2].rstrip().rstrip(";"))
    options = payload["questions"][copy.id]["options"]
    numbers = [re.findall(r"</span>(\d)</button>", one["feedback"]) for one in options]
    assert numbers == [["2"], ["1"]]
