"""A quiz: its questions, what they refer to, and the files that they use."""

from __future__ import annotations

from pydantic import TypeAdapter

from builder.assemble.bench import Bench
from builder.assemble.media import find_media
from builder.assemble.mending import mend
from builder.assemble.names import is_id, length_of, name_known, names_in, pairs_of
from builder.assemble.reach import find_meant
from builder.course import Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Reference
from builder.questions import AnyQuestion, Question
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document, Path

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
    path = f"quizzes/{name}.yaml"
    first = bench.quizzes.setdefault(name, where)
    if first != where:
        bench.has_lost_names = True
        bench.miss("C208", where, quiz=name, first=str(first))
        return None
    bench.reached.add(path)
    document = bench.open(path, "C204", where, QuizFile)
    if document is None:
        return None
    expected = name if is_id(name) else written
    reading = bench.read_model(QuizFile, document, expected)
    bench.claim(document, "id", expected=expected)
    references = bench.check_texts(document, [("intro",)])
    listed = document.get("questions")
    if isinstance(listed, list) and not listed:
        bench.report("Q109", document.positions.at("questions"), quiz=name)
    for number in range(length_of(listed)):
        bench.claim(document, "questions", number, "id")
        _check_question(bench, document, number)
        references += _check_question_texts(bench, document, number)
    media = find_media(bench, references, "quizzes", ("quizzes", module_folder))
    if reading is None:
        return None
    return Quiz(reading.model, document.path, reading.positions, bench.lines(path), media)


def _find_meant(bench: Bench, written: str, where: Location) -> str | None:
    """The name of the file of a quiz: as it was written, or as it was most likely meant."""
    if bench.exists(f"quizzes/{written}.yaml"):
        return written
    bench.is_whole = False
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


def _check_question(bench: Bench, document: Document, number: int) -> None:
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
    lesson = document.get(*at, "lesson")
    if isinstance(lesson, str) and is_id(lesson):
        bench.lesson_links.append((lesson, document.positions.at(*at, "lesson")))


def _check_question_texts(bench: Bench, document: Document, number: int) -> list[Reference]:
    at = ("questions", number)
    lines: list[Path] = [(*at, "prompt")]
    texts: list[Path] = [(*at, "case")]
    for key, _ in pairs_of(document.get(*at, "options")):
        lines.append((*at, "options", key, "text"))
        texts.append((*at, "options", key, "feedback"))
    texts += [(*at, "feedback", key) for key, _ in pairs_of(document.get(*at, "feedback"))]
    references = bench.check_texts(document, texts)
    return references + bench.check_texts(document, lines, is_line=True)
