"""A module: its lessons in order of their numbers, and its quiz."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from builder import markdown_reader
from builder.assemble.bench import TEXT_ENDING, Bench
from builder.assemble.marks import Linker
from builder.assemble.media import find_media, read_transcripts
from builder.assemble.names import guess_value, is_id, length_of, texts_of
from builder.assemble.objectives import claim_objectives, note_objectives
from builder.assemble.quizzes import read_quiz
from builder.course import Lesson, Module, Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Reference
from builder.markdown_reader.source import FileSource
from builder.models_reader import Reading
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.sources import SourceFile
from builder.yaml_reader import Document, Path, Value

_LESSON_NAME = re.compile(r"([0-9]{2})-[a-z0-9]+(-[a-z0-9]+)*\.md")


def read_module(bench: Bench, name: str, id: str = "") -> Module:
    """The module in ``modules/<name>/``, as far as it can be read.

    ``id`` is for a folder that should have been called otherwise.
    """
    folder = f"modules/{name}"
    path = f"{folder}/module.yaml"
    bench.reached.add(folder)
    expected = name if is_id(name) else id
    document = bench.open(path, "C301", Location(folder), ModuleFile)
    reading: Reading[ModuleFile] | None = None
    if document:
        reading = bench.read_model(ModuleFile, Linker(bench).link_document(document), expected)
        bench.claim(document, "id", expected=expected)
        bench.check_texts(document, [("description",)])
    claim_objectives(bench, document)
    files = _find_lessons(bench, folder)
    read = [_read_lesson(bench, one, folder) for one in files]
    # Only now is known which of the other files say what a recording says.
    misplaced = _find_misplaced(bench, folder)
    read += [_read_lesson(bench, one, folder) for one in misplaced]
    is_refused = bench.tree.is_refused(folder)
    if is_refused or any(path.startswith(folder + "/") for path in bench.tree.refused):
        bench.has_unknown_lesson = True
        bench.is_whole = False
    written = document.get("quiz") if document else guess_value(bench.lines(path), "quiz")
    is_empty = not (files or misplaced or written) and not _has_unread_lesson(bench, folder)
    if is_empty and not is_refused:
        bench.report("C302", Location(path if document else folder), module=name)
    quiz = _read_quiz(bench, document, path, written)
    reading = reading or bench.make_up(ModuleFile, path, expected)
    lessons = tuple(lesson for lesson in read if lesson)
    return Module(reading.model, path, reading.positions, lessons, quiz)


def _read_quiz(bench: Bench, document: Document | None, path: str, written: Value) -> Quiz | None:
    """The quiz of a module, if it names one in a way that can be understood."""
    if isinstance(written, str):
        where = document.positions.at("quiz") if document else Location(path)
        return read_quiz(bench, written, where, posixpath.dirname(path))
    if document is None or "quiz" in document.value:
        bench.has_lost_names = True
    return None


def _find_lessons(bench: Bench, folder: str) -> list[SourceFile]:
    """The lesson files of a module in order; names that would be skipped are faults."""
    lessons: list[SourceFile] = []
    numbers: dict[str, str] = {}
    for file in bench.tree.under(folder):
        plain = file.path.removesuffix(TEXT_ENDING)
        if not plain.lower().endswith(".md") or posixpath.dirname(plain) != folder:
            continue
        bench.used.add(file.path)
        name = posixpath.basename(plain)
        match = _LESSON_NAME.fullmatch(name)
        if plain != file.path:
            bench.report_text_ending(file.path)
        if not match:
            bench.miss("C303", Location(file.path), name=name)
        elif numbers.setdefault(match[1], name) != name:
            bench.report("C305", Location(file.path), number=match[1], first=numbers[match[1]])
        if match or _is_lesson(file):
            lessons.append(file)
        else:
            bench.has_unknown_lesson = True
    return lessons


def _find_misplaced(bench: Bench, folder: str) -> list[SourceFile]:
    """Lessons in a folder below that of the module; Markdown that no lesson uses is a fault."""
    lessons: list[SourceFile] = []
    for file in bench.tree.under(folder):
        plain = file.path.removesuffix(TEXT_ENDING)
        is_below = posixpath.dirname(file.path) != folder
        if not is_below or not plain.lower().endswith(".md") or file.path in bench.used:
            continue
        bench.used.add(file.path)
        if plain != file.path:
            bench.report_text_ending(file.path)
        bench.miss("C304", Location(file.path), folder=folder)
        if _LESSON_NAME.fullmatch(posixpath.basename(plain)) or _is_lesson(file):
            lessons.append(file)
        else:
            bench.has_unknown_lesson = True
    return lessons


def _is_lesson(file: SourceFile) -> bool:
    """Whether a file is meant as a lesson, whatever it is called: it has front matter."""
    return bool(file.lines) and file.lines[0].rstrip() == "---"


def _has_unread_lesson(bench: Bench, folder: str) -> bool:
    """Whether there are lessons after all, each with its own finding."""
    paths = (*bench.tree.refused, *bench.used)
    return any(
        path.startswith(folder + "/") and path.endswith((".md", ".md" + TEXT_ENDING))
        for path in paths
    )


def _read_lesson(bench: Bench, source: SourceFile, folder: str) -> Lesson | None:
    read = markdown_reader.read(source.text or "", source.path)
    bench.findings += read.diagnostics
    if read.value is None:
        bench.has_unknown_lesson = bench.has_lost_names = True
        bench.is_whole = False
        return None
    file = read.value
    document = bench.spell(LessonFront, file.front) if file.front else None
    name = posixpath.basename(source.path).removesuffix(TEXT_ENDING)[3:].removesuffix(".md")
    linker = Linker(bench, takes_sources=True, takes_terms=True)
    linked = linker.link_document(document) if document else None
    body = file.lines[file.offset - 1 :]
    linker.link_lesson(file.tokens, FileSource(source.path, body, file.offset))
    references = list(file.references)
    reading = None
    if document is None or linked is None:
        bench.has_unknown_lesson = True
    else:
        reading = bench.read_model(LessonFront, linked, name)
        linker.link_sources(document)
        note_objectives(bench, document)
        bench.claim(document, "id")
        written = document.get("id")
        if isinstance(written, str) and is_id(written):
            bench.lesson_ids.add(written)
        else:
            bench.has_unknown_lesson = True
        sources = range(length_of(document.get("sources")))
        texts: list[Path] = [("lead",), *(("sources", number, "text") for number in sources)]
        references += bench.check_texts(document, texts)
        goals: list[Path] = [("goals", number) for number, _ in texts_of(document.get("goals"))]
        references += bench.check_texts(document, goals, is_line=True)
    if posixpath.dirname(source.path) != folder:
        # Seen from where it should be, every path in it may be another one.
        references = [one for one in references if one.kind == "quiz"]
    media = find_media(bench, references, folder, (folder,))
    transcripts = read_transcripts(bench, references, media)
    for one in transcripts.values():
        said = FileSource(one.path, one.lines, 1)
        Linker(bench, used=linker.used).link_lesson(one.tokens, said)
    checks = tuple(_read_checks(bench, references, folder))
    if reading is None and not file.tokens:
        bench.is_whole = False
        return None
    reading = reading or bench.make_up(LessonFront, source.path, name)
    return Lesson(
        reading.model,
        source.path,
        reading.positions,
        file.tokens,
        file.lines,
        file.offset,
        media,
        transcripts,
        linker.used.uses(),
        checks,
    )


def _read_checks(bench: Bench, references: Iterable[Reference], folder: str) -> Iterator[Quiz]:
    """The quizzes to practise with that a lesson shows, in its order."""
    for reference in references:
        if reference.kind != "quiz":
            continue
        quiz = read_quiz(bench, reference.target, reference.location, folder)
        if quiz and quiz.file.kind == "test":
            bench.report("C230", quiz.positions.at("kind"), quiz=quiz.id)
        if quiz:
            yield quiz
