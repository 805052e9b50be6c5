"""The documents say what is true: commands, codes, examples, links, generated pages."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
import yaml

from builder.blocks import BLOCKS
from builder.cli.group import make_group
from builder.codes import CODES
from builder.i18n import LOCALE_FOLDER
from builder.questions import QUESTION_TYPES
from tests.media_samples import make_file, make_mp3, make_mp4
from tools import catalog, conformance, reference

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
FENCE = re.compile(
    r'^(?P<ticks>`{3,})(?P<kind>\w*)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^(?P=ticks)$',
    re.MULTILINE | re.DOTALL,
)
PLACEHOLDERS = {"x", "xx"}


@dataclass(frozen=True)
class Example:
    """A fenced piece of a document: its kind, the file that it shows (or ""), and the text."""

    kind: str
    title: str
    text: str


def documents() -> list[Path]:
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "dist" / "README.md"]
    return sorted(found)


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def examples(document: Path) -> list[Example]:
    text = document.read_text(encoding="utf-8")
    return [Example(one["kind"], one["title"] or "", one["text"]) for one in FENCE.finditer(text)]


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "builder", "--project", str(project), *words]
    return subprocess.run(
        line, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def write_project(folder: Path, files: list[Example]) -> None:
    for one in files:
        file = folder / one.title
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf-8")


# --- the reference ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(make_group().commands))
def test_every_command_is_documented(name: str) -> None:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert re.search(rf"^#+ .*\b{name}\b", text, re.MULTILINE)
    for parameter in make_group().commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[-1] in text


@pytest.mark.parametrize("number", sorted(CODES))
def test_every_code_is_documented(number: str) -> None:
    text = (REFERENCE / "codes.md").read_text(encoding="utf-8")
    assert re.search(rf"\b{number}\b.*\b{re.escape(CODES[number].slug)}\b", text)


def test_every_block_and_question_type_is_in_the_guide() -> None:
    shown = examples(ROOT / "docs" / "trainers.md")
    # A block that needs another file cannot stand in an example that is checked by itself.
    lessons = "\n".join(one.text for one in shown if one.kind in ("markdown", "text"))
    quizzes = "\n".join(one.text for one in shown if one.kind == "yaml")
    assert [block.name for block in BLOCKS if f"::: {block.name}" not in lessons] == []
    assert [name for name in QUESTION_TYPES if f"type: {name}" not in quizzes] == []


# --- generated documents ---------------------------------------------------------------------


def test_the_conformance_list_is_complete() -> None:
    assert conformance.faults(conformance.collect()) == []


def test_the_conformance_document_is_current() -> None:
    written = conformance.write(conformance.collect())
    is_current = conformance.DOCUMENT.read_text(encoding="utf-8") == written
    assert is_current, "run: make docs"


@pytest.mark.parametrize("name", sorted(reference.write_all()))
def test_the_reference_is_current(name: str) -> None:
    is_current = (REFERENCE / name).read_text(encoding="utf-8") == reference.write_all()[name]
    assert is_current, "run: make docs"


@pytest.mark.parametrize(
    "file", sorted(LOCALE_FOLDER.rglob("*.po")), ids=lambda file: file.parts[-3]
)
def test_the_catalogues_are_current_and_complete(file: Path) -> None:
    catalogue = catalog.update(catalog.read_catalogue(file))
    is_current = file.read_bytes() == catalog.make_po(catalogue)
    assert is_current, "run: make docs"
    texts = [one for one in catalogue if one.id]
    assert [one.id for one in texts if not one.string or not all(one.string)] == []


def test_the_schemas_are_current(tmp_path: Path) -> None:
    done = run(ROOT, "schema", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    made = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    kept = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "schemas").iterdir()}
    stale = [name for name in {**kept, **made} if kept.get(name) != made.get(name)]
    assert not stale, f"run: make docs, for {', '.join(stale)}"


SCHEMAS = {
    "courses/*/course.yaml": "course",
    "modules/*/*.md": "lesson",
    "modules/*/module.yaml": "module",
    "quizzes/*.yaml": "quiz",
}


@pytest.mark.parametrize("pattern", sorted(SCHEMAS))
def test_every_file_of_our_course_names_its_schema(pattern: str) -> None:
    files = sorted(ROOT.glob(pattern))
    assert files
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        line = lines[1] if file.suffix == ".md" else lines[0]
        reference = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        assert reference, f"{name_of(file)} does not start with a reference to its schema"
        named = (file.parent / reference[1]).resolve()
        assert named == ROOT / "schemas" / f"{SCHEMAS[pattern]}.schema.json"
        assert named.is_file()


def test_every_shown_reference_to_a_schema_leads_somewhere() -> None:
    """In the guide: in a file it is seen from there, elsewhere it is one of the table."""
    text = (ROOT / "docs" / "trainers.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"[./]+/schemas/\w+\.schema\.json", text))
    assert {name.rpartition("/")[2] for name in shown} == {
        file.name for file in (ROOT / "schemas").iterdir()
    }
    for pattern, kind in SCHEMAS.items():
        folder = next(iter(ROOT.glob(pattern))).parent
        written = [name for name in shown if name.endswith(f"/{kind}.schema.json")]
        assert [(folder / name).resolve().is_file() for name in written] == [True]


# --- what a reader types -----------------------------------------------------------------------


def shown_lines() -> Iterator[tuple[str, list[str]]]:
    """Every command line in a fence of a document, and in the files for CI, as words."""
    for document in documents():
        for one in examples(document):
            if one.kind in ("sh", "console"):
                for line in one.text.splitlines():
                    yield name_of(document), shlex.split(line, comments=True)
    for file in sorted((ROOT / "docs" / "ci").glob("*.yml")):
        for line in re.findall(r"(?:run: |- )(\S*lesbouwer .*)", file.read_text(encoding="utf-8")):
            yield name_of(file), shlex.split(line)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        yield ".pre-commit-hooks.yaml", shlex.split(hook["entry"])


def test_every_shown_call_of_lesbouwer_is_understood() -> None:
    group = make_group()
    calls = [(where, words) for where, words in shown_lines() if words[:1] != []]
    ours = [(where, words) for where, words in calls if Path(words[0]).name == "lesbouwer"]
    assert len(ours) >= 6
    for where, words in ours:
        command = group.commands[words[1]]
        try:
            command.make_context(words[1], words[2:])
        except click.ClickException as fault:
            pytest.fail(f"{where}: {shlex.join(words)}: {fault.message}")


def test_every_shown_target_of_make_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    shown = {words[1] for _, words in shown_lines() if words[:1] == ["make"]}
    assert {"build", "test", "check"} <= shown
    assert shown - targets == set()


def test_ci_runs_what_the_readme_says() -> None:
    assert "make check test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_example_of_the_readme_builds(tmp_path: Path) -> None:
    files = [one for one in examples(ROOT / "README.md") if one.title]
    assert len(files) == 3
    write_project(tmp_path, files)
    checked = run(tmp_path, "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "warning" not in checked.stdout + checked.stderr
    built = run(tmp_path, "build", "--out", str(tmp_path / "dist"))
    assert built.returncode == 0, built.stderr
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    made = sorted(file.name for file in (tmp_path / "dist").glob("*.zip"))
    assert made == ["goed-gesprek-1.0.0-scorm12.zip", "goed-gesprek-1.0.0-scorm2004.zip"]
    assert f"dist/{made[0]}" in text
    assert (tmp_path / "courses" / "goed-gesprek" / "course.lock").is_file()


def test_the_examples_of_the_guide_have_no_faults(tmp_path: Path) -> None:
    shown = examples(ROOT / "docs" / "trainers.md")
    files = [one for one in shown if one.title]
    write_project(tmp_path, files)
    lesson = tmp_path / "modules" / "luisteren" / "01-eerst-luisteren.md"
    quiz = tmp_path / "quizzes" / "luisteren-toets.yaml"
    media = lesson.parent / "media"
    (media / "gesprek.mp4").write_bytes(make_mp4(30))
    (media / "sam.mp3").write_bytes(make_mp3())
    (media / "luisteren.jpg").write_bytes(make_file({"format": "JPEG", "width": 1600}))
    (quiz.parent / "media").mkdir()
    (quiz.parent / "media" / "kring.jpg").write_bytes(make_file({"format": "JPEG", "width": 900}))
    for one in shown:
        if one.kind == "markdown" and not one.title:
            with lesson.open("a", encoding="utf-8") as stream:
                stream.write(f"\n{one.text}")
        elif one.kind == "yaml" and not one.title:
            with quiz.open("a", encoding="utf-8") as stream:
                stream.write("\n" + re.sub(r"^(?=.)", "  ", one.text, flags=re.MULTILINE))
    done = run(tmp_path, "check", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr


# --- links and names -----------------------------------------------------------------------------


def anchors(document: Path) -> set[str]:
    """The fragments that GitHub gives the headings of a document."""
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]", r"\1", heading).strip().lower()
        found.add(re.sub(r"[^\w\- ]", "", plain).replace(" ", "-"))
    return found


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"`[^`\n]+`", "", FENCE.sub("", document.read_text(encoding="utf-8")))
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or (fragment and fragment not in anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_named_files_exist(document: Path) -> None:
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    gone = [
        name
        for name in re.findall(r"`((?:builder|docs|tests|tools|requirements)/[\w./-]+)`", text)
        if not PLACEHOLDERS & set(re.split(r"[/.]", name)) and not (ROOT / name).exists()
    ]
    assert gone == []


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = sorted(file.name for file in folder.glob("[0-9]*.md"))
    assert re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", index) == pages
    for number, page in enumerate(pages, 1):
        text = (folder / page).read_text(encoding="utf-8")
        assert page.startswith(f"{number:04d}-")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequence"], page
