"""Files → a linked course. Faults are in tests/projects; here what comes out of good ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from builder import sources
from builder.assemble import assemble, course_ids
from builder.codes import CODES
from builder.course import Course
from builder.diagnostics import Diagnostic, Location, in_order
from builder.lock import plan_lock
from builder.sources import SourceTree
from tests.media_samples import CAPTIONS, TRANSCRIPT, make_file, make_mp4
from tests.unit.mutilated import make_tree, mutilated

MINIMAL = Path(__file__).parents[1] / "projects" / "minimal"
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
    return outcome.value


def findings(project: Path, name: str = "voorbeeld") -> tuple[Diagnostic, ...]:
    return assemble(read(project), name, TARGETS).diagnostics


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_course_is_linked(project: Path) -> None:
    course = course_of(project)
    assert course.is_whole
    assert (course.id, course.path) == ("voorbeeld", "courses/voorbeeld/course.yaml")
    (module,) = course.modules
    (lesson,) = module.lessons
    assert module.quiz is not None
    assert (module.id, module.path) == ("begin", "modules/begin/module.yaml")
    assert (lesson.id, lesson.path) == ("eerste-les", "modules/begin/01-eerste-les.md")
    assert (module.quiz.id, module.quiz.path) == ("begin-toets", "quizzes/begin-toets.yaml")
    assert [question.id for question in course.askable] == ["eerste-stap", "twee-lijnen"]
    assert course.lines[0] == "format: 1"
    assert module.quiz.lines[0] == "id: begin-toets"


def test_places_are_those_in_the_files(project: Path) -> None:
    course = course_of(project)
    quiz = course.quizzes[0]
    assert course.positions.at("version") == Location(course.path, 4, 10)
    assert quiz.positions.at("questions", 1, "answer") == Location(quiz.path, 20, 13)
    lesson = course.lessons[0]
    assert lesson.positions.at("minutes") == Location(lesson.path, 4, 10)
    paragraph = next(token for token in lesson.tokens if token.type == "paragraph_open")
    assert paragraph.map is not None
    assert lesson.lines[paragraph.map[0] + lesson.offset - 1] == "Dit is de tekst van de les."


def test_media_are_kept_under_the_path_as_written(project: Path) -> None:
    quiz = project / "quizzes" / "begin-toets.yaml"
    replace_in(
        quiz, "text: Je wacht af.", "text: Je wacht ![af](../modules/begin/media/vierkant.svg)"
    )
    shutil.copytree(project / "modules" / "begin" / "media", project / "quizzes" / "media")
    replace_in(quiz, "prompt: Wat is", "prompt: Wat ![is](media/vierkant.svg)")
    course = course_of(project)
    (media,) = course.lessons[0].media.items()
    assert media[0] == "media/vierkant.svg"
    assert media[1].source == "modules/begin/media/vierkant.svg"
    assert media[1].data.startswith(b"<svg")
    assert {key: one.source for key, one in course.quizzes[0].media.items()} == {
        "../modules/begin/media/vierkant.svg": "modules/begin/media/vierkant.svg",
        "media/vierkant.svg": "quizzes/media/vierkant.svg",
    }


def test_lessons_come_in_order_of_their_numbers(project: Path) -> None:
    first = project / "modules" / "begin" / "01-eerste-les.md"
    for number, name in ((10, "tiende"), (2, "tweede")):
        text = first.read_text(encoding="utf-8").replace("eerste-les", f"{name}-les")
        (project / "modules" / "begin" / f"{number:02}-les.md").write_text(text, encoding="utf-8")
    ids = [lesson.id for lesson in course_of(project).lessons]
    assert ids == ["eerste-les", "tweede-les", "tiende-les"]


def test_modules_come_in_the_order_of_the_course(project: Path) -> None:
    other = project / "modules" / "aan-het-eind"
    other.mkdir()
    (other / "module.yaml").write_text("id: aan-het-eind\ntitle: Slot\n", encoding="utf-8")
    lesson = "---\nid: slot\ntitle: Slot\nminutes: 1\n---\n\nTot slot.\n"
    (other / "01-slot.md").write_text(lesson, encoding="utf-8")
    course = project / "courses" / "voorbeeld" / "course.yaml"
    replace_in(course, "  - begin\n", "  - begin\n  - aan-het-eind\n")
    assert [module.id for module in course_of(project).modules] == ["begin", "aan-het-eind"]
    assert course_of(project).modules[1].quiz is None


def test_line_ends_of_windows_change_nothing_but_the_bytes(project: Path) -> None:
    before = course_of(project)
    for path in (*project.rglob("*.yaml"), *project.rglob("*.md")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = course_of(project)
    assert after.file == before.file
    assert after.lessons[0].lines == before.lessons[0].lines
    assert [token.as_dict() for token in after.lessons[0].tokens] == [
        token.as_dict() for token in before.lessons[0].tokens
    ]


def test_courses_are_the_folders_in_courses(project: Path) -> None:
    (project / "courses" / "ander").mkdir()
    (project / "courses" / "los.txt").write_text("x", encoding="utf-8")
    tree = read(project)
    assert course_ids(tree) == ("ander", "voorbeeld")
    assert [one.code for one in findings(project, "ander")] == ["C101"]


def test_a_course_with_a_fault_is_still_there_for_other_checks(project: Path) -> None:
    replace_in(project / "courses" / "voorbeeld" / "course.yaml", "version: 1.0.0", "version: x")
    outcome = assemble(read(project), "voorbeeld", TARGETS)
    assert [one.code for one in outcome.diagnostics] == ["Y215"]
    assert not outcome.value.is_whole
    assert len(outcome.value.lessons) == 1


def test_faults_that_leave_nothing_out_keep_the_course_whole(project: Path) -> None:
    replace_in(project / "quizzes" / "begin-toets.yaml", "        correct: true\n", "")
    outcome = assemble(read(project), "voorbeeld", TARGETS)
    assert [one.code for one in outcome.diagnostics] == ["Q101"]
    assert outcome.value.is_whole


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("courses/voorbeeld/course.yaml", "title:", "title"),
        ("modules/begin/module.yaml", "title:", "title"),
        ("modules/begin/01-eerste-les.md", "title:", "title"),
        ("quizzes/begin-toets.yaml", "title:", "title"),
    ],
)
def test_one_unreadable_file_does_not_hide_the_faults_of_the_others(
    path: str, old: str, new: str, project: Path
) -> None:
    replace_in(project / "quizzes" / "begin-toets.yaml", "minutes: 1", "minutes: 0")
    replace_in(project / "modules" / "begin" / "01-eerste-les.md", "](media", "](meda")
    before = {one.location.path for one in findings(project)}
    replace_in(project / path, old, new)
    after = {one.location.path for one in findings(project)}
    assert path in after
    assert after >= before


def test_findings_come_in_order_and_with_their_lines(project: Path) -> None:
    replace_in(project / "courses" / "voorbeeld" / "course.yaml", "- scorm12", "- scorm99")
    replace_in(project / "quizzes" / "begin-toets.yaml", "lesson: eerste-les", "lesson: weg")
    found = findings(project)
    assert found == in_order(found)
    assert [one.source_line for one in found] == ["  - scorm99", "    lesson: weg"]


def test_known_names_are_given_the_closest_first(project: Path) -> None:
    course = project / "courses" / "voorbeeld" / "course.yaml"
    for name in ("eind", "beginnen", "midden"):
        (project / "modules" / name).mkdir()
    replace_in(course, "  - begin\n", "  - begin\n  - beginne\n")
    (finding,) = (one for one in findings(project) if one.code == "C203")
    assert finding.params["write"] == "beginnen"
    assert str(finding.params["known"]).split(", ")[:2] == ["beginnen", "begin"]


def test_two_courses_may_share_a_module(project: Path) -> None:
    shutil.copytree(project / "courses" / "voorbeeld", project / "courses" / "tweede")
    replace_in(project / "courses" / "tweede" / "course.yaml", "id: voorbeeld", "id: tweede")
    assert findings(project) == findings(project, "tweede") == ()


@settings(deadline=None, max_examples=200)
@given(mutilated())
def test_no_mutilated_project_is_too_odd(files: dict[str, str]) -> None:
    tree = make_tree(files)
    outcome = assemble(tree, "voorbeeld", TARGETS)
    for finding in outcome.diagnostics:
        assert finding.code in CODES
        assert finding.location.path in {*tree.files, *tree.folders}
        code = CODES[finding.code]
        assert code.sentence.format(**finding.params)
        assert code.fix.format(**finding.params)
    assert outcome.value.is_whole or outcome.diagnostics


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("vierkant.svg", "media/vierkant.svg"),
        ("media/vierkan.svg", "media/vierkant.svg"),
        ("beeld/Vierkant.svg", "media/vierkant.svg"),
        ("www.voorbeeld.nl/bron", "https://www.voorbeeld.nl/bron"),
        ("media/heel-iets-anders.pdf", None),
    ],
)
def test_a_path_that_leads_nowhere_gets_one_that_does(
    project: Path, target: str, expected: str | None
) -> None:
    lesson = project / "modules" / "begin" / "01-eerste-les.md"
    with lesson.open("a", encoding="utf-8") as stream:
        stream.write(f"\nLees [dit]({target}).\n")
    (found,) = findings(project)
    assert (found.code, found.params.get("write")) == ("A101", expected)


@pytest.mark.parametrize(
    "path",
    [
        "courses/voorbeeld/course.yaml",
        "modules/begin/module.yaml",
        "modules/begin/01-eerste-les.md",
        "quizzes/begin-toets.yaml",
    ],
)
def test_an_ending_of_notepad_is_the_only_finding(project: Path, path: str) -> None:
    """The lesson, too, to which a question sends its learner, is not called missing."""
    (project / path).rename(project / f"{path}.txt")
    (found,) = findings(project)
    assert (found.code, str(found.location)) == ("C308", f"{path}.txt")
    assert found.params["name"] == path.rpartition("/")[2]


LOCK = """\
format: 1
pages: {eerste-les: 0, oude-les: 1, begin-toets: 2}
questions: {eerste-stap: 0, twee-lijnen: 1, oude-vraag: 2}
options:
  eerste-stap: {a: 0, b: 1, c: 2, d: 3, e: 4}
  oude-vraag: {a: 0, b: 1}
"""


def lock_codes(project: Path) -> set[str]:
    course = assemble(read(project), "voorbeeld", TARGETS).value
    return {one.code for one in plan_lock(course, LOCK).diagnostics}


BREAK = {
    "letter twice": ("quizzes/begin-toets.yaml", "      b:", "      a:"),
    "id differs": ("quizzes/begin-toets.yaml", "id: begin-toets", "id: oude-toets"),
    "id twice": ("quizzes/begin-toets.yaml", "id: twee-lijnen", "id: eerste-stap"),
    "bad id": ("modules/begin/01-eerste-les.md", "id: eerste-les", "id: Eerste les"),
    "key twice in a lesson": (
        "modules/begin/01-eerste-les.md",
        "id: eerste-les\n",
        "id: eerste-les\nid: tweede-les\n",
    ),
}


@pytest.mark.parametrize("case", BREAK)
def test_what_a_fault_hides_is_not_called_gone(project: Path, case: str) -> None:
    assert lock_codes(project) == {"C501", "C502", "C503"}
    path, old, new = BREAK[case]
    replace_in(project / path, old, new)
    assert findings(project)
    assert lock_codes(project) == set()


def test_a_lesson_that_could_not_be_read_is_not_called_gone(project: Path) -> None:
    (project / "modules" / "begin" / "02-oude-les.md").write_bytes(b"\x00")
    assert lock_codes(project) == set()


def add_film(project: Path, *lines: str) -> None:
    lesson = project / "modules/begin/01-eerste-les.md"
    block = "\n".join(("", "::: video media/a.mp4", *lines, ":::", ""))
    lesson.write_text(lesson.read_text(encoding="utf-8") + block, encoding="utf-8")
    (project / "modules/begin/media/a.mp4").write_bytes(make_mp4())
    (project / "modules/begin/media/a.vtt").write_text(CAPTIONS, encoding="utf-8")
    (project / "modules/begin/media/a.md").write_text(TRANSCRIPT, encoding="utf-8")


def test_a_film_has_its_files_and_its_text(project: Path) -> None:
    add_film(project, "transcript: media/a.md", "ondertitels: media/a.vtt")
    lesson = course_of(project).lessons[0]
    assert {"media/a.mp4", "media/a.vtt", "media/a.md"} <= lesson.media.keys()
    (transcript,) = lesson.transcripts.values()
    assert transcript.path == "modules/begin/media/a.md"
    assert transcript.lines == (TRANSCRIPT.strip(), "")


def test_a_transcript_that_no_film_uses_is_a_misplaced_lesson(project: Path) -> None:
    add_film(project)
    assert [(one.code, str(one.location)) for one in findings(project)] == [
        ("C304", "modules/begin/media/a.md")
    ]


def test_files_of_a_film_that_are_not_there(project: Path) -> None:
    add_film(project, "transcript: media/A.md", "ondertitels: media/b.vtt", "poster: ../x.jpg")
    found = [(one.code, one.location.line, one.location.column) for one in findings(project)]
    assert found == [("C401", 14, 13), ("A101", 15, 14), ("C402", 16, 9)]
    missing = next(one for one in findings(project) if one.code == "A101")
    assert missing.params["write"] == "media/a.vtt"
    assert missing.source_line == "ondertitels: media/b.vtt"


def test_a_fault_in_a_transcript_has_its_place_there(project: Path) -> None:
    add_film(project, "transcript: media/a.md")
    (project / "modules/begin/media/a.md").write_text("Dag.\n\n# Kop\n", encoding="utf-8")
    (found,) = findings(project)
    assert (found.code, str(found.location)) == ("M611", "modules/begin/media/a.md:3:1")


def test_a_picture_is_shown_wherever_else_it_is_named(project: Path) -> None:
    add_film(project, "transcript: media/a.md", "poster: media/p.png")
    (project / "modules/begin/media/p.png").write_bytes(make_file({"format": "PNG"}))
    assert not course_of(project).lessons[0].media["media/p.png"].is_shown
    lesson = project / "modules/begin/01-eerste-les.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(f"{text}\n![Plein](media/p.png) [groot](media/p.png)\n", encoding="utf-8")
    assert course_of(project).lessons[0].media["media/p.png"].is_shown
