"""A quiz: its questions, what they refer to, and the files that they use."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter

from builder.assemble.bench import Bench
from builder.assemble.marks import Linker
from builder.assemble.media import find_media
from builder.assemble.mending import mend
from builder.assemble.names import is_id, length_of, name_known, names_in
from builder.assemble.objectives import note_objective
from builder.assemble.reach import find_meant
from builder.course import Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Reference
from builder.markdown_reader.source import ValueSource
from builder.questions import QUESTION_TYPES, AnyQuestion, Question
from builder.questions.base import Path, find_paths
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document

_QUESTION: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def read_quiz(bench: Bench, written: str, where: Location, module_folder: str) -> Quiz | None:
    """The quiz that a module names at ``where``; None when too little of it can be read."""
    quiz = _read_quiz(bench, written, where, module_folder)
    if quiz is None:
        bench.has_unknown_quiz = True
    return quiz


def _read_quiz(bench: Bench, written: str, where: Location, module_folder: str) -> Quiz | None:
    name = _find_meant(bench, written, where)
    if name is None:
        return None
    first = bench.quizzes.setdefault(name, where)
    if first != where:
        bench.has_lost_names = True
        bench.miss("C208", where, quiz=name, first=str(first))
        return None
    expected = name if is_id(name) else written
    return _read(bench, name, expected, where, ("quizzes", module_folder), has_lessons=True)


def read_bank(bench: Bench, written: str, where: Location) -> Quiz | None:
    """A quiz of another course that is drawn from at ``where``; None when it cannot be read.

    Its lessons and objectives need not be in this course.
    """
    if written not in bench.banks:
        name = _find_meant(bench, written, where)
        found: Quiz | None = None
        if name is not None:
            expected = name if is_id(name) else written
            found = _read(bench, name, expected, where, ("quizzes",), has_lessons=False)
        bench.banks[written] = found
    return bench.banks[written]


def _read(
    bench: Bench,
    name: str,
    expected: str,
    where: Location,
    folders: tuple[str, ...],
    *,
    has_lessons: bool,
) -> Quiz | None:
    """The quiz in ``quizzes/<name>.yaml``; ``expected`` is the id that it should have."""
    path = f"quizzes/{name}.yaml"
    bench.reached.add(path)
    document = bench.open(path, "C204", where, QuizFile)
    if document is None:
        return None
    linker = Linker(bench, takes_sources=True)
    reading = bench.read_model(QuizFile, linker.link_document(document), expected)
    bench.claim(document, "id", expected=expected)
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
        document.path,
        reading.positions,
        bench.lines(path),
        media,
        uses=linker.used.uses(),
    )


def _find_meant(bench: Bench, written: str, where: Location) -> str | None:
    """The name of the file of a quiz: as it was written, or as it was most likely meant."""
    if bench.exists(f"quizzes/{written}.yaml"):
        return written
    bench.is_whole = bench.is_read = False
    meant = bench.find_meant_quiz(written)
    if meant is None:
        bench.has_lost_names = True
    if meant is not None and not is_id(meant):
        bench.report("C310", Location(f"quizzes/{meant}.yaml"), name=meant, id=written)
    elif is_id(written):
        params = name_known(written, names_in("quizzes", bench.tree.files))
        if meant:
            params["write"] = meant
        bench.report("C204", where, quiz=written, **params)
    return meant


def check_lesson_links(bench: Bench) -> None:
    """The lesson that a question sends its learner to must be in this course."""
    for lesson, where in bench.lesson_links:
        if lesson in bench.lesson_ids or bench.has_unknown_lesson:
            continue
        meant = find_meant(lesson, bench.lesson_ids)
        if meant or not bench.has_lost_names:
            params = name_known(lesson, bench.lesson_ids)
            if meant:
                params["write"] = meant
            bench.report("C205", where, lesson=lesson, **params)


def _check_question(bench: Bench, document: Document, number: int, *, has_lessons: bool) -> None:
    """Faults of one question, also when another in the file is bad."""
    at = ("questions", number)
    mended = mend(_QUESTION, document, *at)
    if mended:
        for problem in mended.value.problems():
            path = (*at, *problem.path)
            is_told = document.was_refused(*path) or document.is_incomplete(*path)
            if not (is_told or mended.concerns(problem.path)):
                where = document.positions.at(*path)
                bench.retract("Y204", where)
                bench.report(problem.code, where, **problem.params)
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
