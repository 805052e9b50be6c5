"""A quiz: its questions, what they refer to, and the files that they use."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter

from builder.assemble.bench import TEXT_ENDING, Bench
from builder.assemble.marks import Linker
from builder.assemble.media import find_media
from builder.assemble.names import closest, is_id, length_of, names_in
from builder.assemble.objectives import note_objective
from builder.course import Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Reference
from builder.markdown_reader.source import ValueSource
from builder.models_reader import read_part
from builder.questions import QUESTION_TYPES, AnyQuestion, Question
from builder.questions.base import Path, find_paths
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document

_QUESTION: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def read_quiz(bench: Bench, name: str, where: Location, module_folder: str) -> Quiz | None:
    """The quiz that a module names at ``where``; None when too little of it can be read."""
    first = bench.quizzes.setdefault(name, where)
    if first != where:
        bench.report("C208", where, quiz=name, first=str(first))
        return None
    if not _exists(bench, name):
        known = closest(name, names_in("quizzes", bench.tree.files))
        bench.miss("C204", where, quiz=name, known=known)
        return None
    return _read(bench, name, where, ("quizzes", module_folder), has_lessons=True)


def read_bank(bench: Bench, name: str, where: Location) -> Quiz | None:
    """A quiz of another course that is drawn from at ``where``; None when it cannot be read.

    Its lessons and objectives need not be in this course.
    """
    if name not in bench.banks:
        bench.banks[name] = None
        if _exists(bench, name):
            bench.banks[name] = _read(bench, name, where, ("quizzes",), has_lessons=False)
        else:
            known = closest(name, names_in("quizzes", bench.tree.files))
            bench.miss("C204", where, quiz=name, known=known)
    return bench.banks[name]


def _exists(bench: Bench, name: str) -> bool:
    """Whether there is a file for it, also one that the system does not let us read."""
    path = f"quizzes/{name}.yaml"
    is_there = any(map(bench.tree.exists, (path, f"quizzes/{name}.yml", path + TEXT_ENDING)))
    return is_there or bench.tree.is_refused(path)


def _read(
    bench: Bench, name: str, where: Location, folders: tuple[str, ...], *, has_lessons: bool
) -> Quiz | None:
    path = f"quizzes/{name}.yaml"
    document = bench.open(path, "C204", where)
    if document is None:
        return None
    linker = Linker(bench, takes_sources=True)
    reading = bench.read_model(QuizFile, linker.link_document(document), name)
    bench.claim(document, "id", expected=name)
    bench.check_title(document)
    closing = range(length_of(document.get("result-feedback")))
    texts: list[Path] = [("intro",), *(("result-feedback", one, "text") for one in closing)]
    references = bench.check_texts(document, texts)
    listed = document.get("questions")
    if not isinstance(document.get("draw"), list) and (listed is None or listed == []):
        bench.report("Q109", document.positions.at("questions"), quiz=name)
    for number in range(length_of(listed)):
        bench.claim(document, "questions", number, "id")
        _check_question(bench, document, number, has_lessons=has_lessons)
        references += _check_question_texts(bench, document, number)
    media = find_media(bench, references, "quizzes", folders)
    if reading is None:
        return None
    return Quiz(
        reading.model,
        path,
        reading.positions,
        bench.lines(path),
        media,
        uses=linker.used.uses(),
    )


def check_lesson_links(bench: Bench) -> None:
    """The lesson that a question sends its learner to must be in this course."""
    for lesson, where in bench.lesson_links:
        if lesson not in bench.lesson_ids and not bench.has_unknown_lesson:
            bench.report("C205", where, lesson=lesson, known=closest(lesson, bench.lesson_ids))


def _check_question(bench: Bench, document: Document, number: int, *, has_lessons: bool) -> None:
    """Faults of one question, also when another in the file is bad."""
    at = ("questions", number)
    question = read_part(_QUESTION, document, *at)
    if question:
        for problem in question.problems():
            path = (*at, *problem.path)
            if not (document.was_refused(*path) or document.is_incomplete(*path)):
                bench.report(problem.code, document.positions.at(*path), **problem.params)
    if has_lessons:
        note_objective(bench, document, *at)
    lesson = document.get(*at, "lesson")
    if has_lessons and isinstance(lesson, str) and is_id(lesson):
        bench.lesson_links.append((lesson, document.positions.at(*at, "lesson")))


def _check_question_texts(bench: Bench, document: Document, number: int) -> list[Reference]:
    """Reads the Markdown of a question, also of one that has no type or one that has other faults.

    Of a question without a known type every text is read that a question of any type can have.
    """
    at = ("questions", number)
    written = document.get(*at)
    word = document.get(*at, "type")
    known = QUESTION_TYPES.get(word) if isinstance(word, str) else None
    types = (known,) if known else tuple(QUESTION_TYPES.values())

    def find(patterns: Iterable[Path]) -> list[Path]:
        paths = (path for one in dict.fromkeys(patterns) for path in find_paths(written, one))
        return [(*at, *path) for path in paths]

    texts = find(path for one in types for path in one.TEXTS)
    lines = find(path for one in types for path in one.LINES)
    references = bench.check_texts(document, texts)
    references += bench.check_texts(document, lines, is_line=True)
    for path in find(path for one in types for path in one.PICTURES):
        name = document.get(*path)
        if isinstance(name, str) and name.strip():
            source = ValueSource(name.strip(), document.positions.text(*path))
            where = source.place(0)
            references.append(Reference(name.strip(), "picture", where, source.line_at(where)))
    return references
