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
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.sources import SourceFile
from builder.yaml_reader import Path

_LESSON_NAME = re.compile(r"([0-9]{2})-[a-z0-9]+(-[a-z0-9]+)*\.md")


def read_module(bench: Bench, name: str) -> Module | None:
    """The module in ``modules/<name>/``; None when too little of it can be read."""
    folder = f"modules/{name}"
    path = f"{folder}/module.yaml"
    document = bench.open(path, "C301", Location(folder))
    reading = None
    if document:
        reading = bench.read_model(ModuleFile, Linker(bench).link_document(document), name)
        bench.claim(document, "id", expected=name)
        bench.check_title(document)
        bench.check_texts(document, [("description",)])
    else:
        bench.is_whole = False
    claim_objectives(bench, document)
    files = _find_lessons(bench, folder)
    read = [_read_lesson(bench, one, folder) for one in files]
    _report_misplaced(bench, folder)
    is_refused = bench.tree.is_refused(folder)
    if is_refused or any(path.startswith(folder + "/") for path in bench.tree.refused):
        bench.has_unknown_lesson = True
        bench.is_whole = False
    quiz = None
    written = document.get("quiz") if document else guess_value(bench.lines(path), "quiz")
    is_empty = not files and not written and not _has_unread_lesson(bench, folder)
    if is_empty and not is_refused:
        bench.report("C302", Location(path if document else folder), module=name)
    if isinstance(written, str) and is_id(written):
        where = document.positions.at("quiz") if document else Location(path)
        quiz = read_quiz(bench, written, where, folder)
    if reading is None:
        return None
    lessons = tuple(lesson for lesson in read if lesson)
    return Module(reading.model, path, reading.positions, lessons, quiz)


def _find_lessons(bench: Bench, folder: str) -> list[SourceFile]:
    """The lesson files of a module in order; names that would be skipped are faults."""
    lessons: list[SourceFile] = []
    numbers: dict[str, str] = {}
    for file in bench.tree.under(folder):
        if file.path.lower().endswith(".md" + TEXT_ENDING):
            bench.has_unknown_lesson = True
            bench.report_text_ending(file.path)
        if not file.path.lower().endswith(".md") or posixpath.dirname(file.path) != folder:
            continue
        bench.used.add(file.path)
        name = posixpath.basename(file.path)
        match = _LESSON_NAME.fullmatch(name)
        if not match:
            bench.has_unknown_lesson = True
            bench.miss("C303", Location(file.path), name=name)
        else:
            first = numbers.setdefault(match[1], name)
            if first != name:
                bench.report("C305", Location(file.path), number=match[1], first=first)
            lessons.append(file)
    return lessons


def _report_misplaced(bench: Bench, folder: str) -> None:
    """Markdown in a folder below that of the module, where no lesson uses it as a transcript."""
    for file in bench.tree.under(folder):
        is_below = posixpath.dirname(file.path) != folder
        if is_below and file.path.lower().endswith(".md") and file.path not in bench.used:
            bench.used.add(file.path)
            bench.has_unknown_lesson = True
            bench.miss("C304", Location(file.path), folder=folder)


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
        bench.is_whole = False
        return None
    file, document = read.value, read.value.front
    linker = Linker(bench, takes_sources=True, takes_terms=True)
    linked = linker.link_document(document) if document else None
    body = file.lines[file.offset - 1 :]
    linker.link_lesson(file.tokens, FileSource(source.path, body, file.offset))
    if document and document.is_incomplete():
        bench.is_whole = False
    references = list(file.references)
    reading = None
    if document is None or linked is None:
        bench.has_unknown_lesson = True
    else:
        name = posixpath.basename(source.path)[3:].removesuffix(".md")
        reading = bench.read_model(LessonFront, linked, name)
        linker.link_sources(document)
        note_objectives(bench, document)
        bench.claim(document, "id")
        bench.check_title(document)
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
    media = find_media(bench, references, folder, (folder,))
    transcripts = read_transcripts(bench, references, media)
    for one in transcripts.values():
        said = FileSource(one.path, one.lines, 1)
        Linker(bench, used=linker.used).link_lesson(one.tokens, said)
    checks = tuple(_read_checks(bench, references, folder))
    if reading is None:
        bench.is_whole = False
        return None
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
            bench.report("C227", quiz.positions.at("kind"), quiz=quiz.id)
        if quiz:
            yield quiz
