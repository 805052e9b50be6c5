"""A quiz: its questions, what they refer to, and the files that they use."""

from __future__ import annotations

from pydantic import TypeAdapter

from builder.assemble.bench import TEXT_ENDING, Bench
from builder.assemble.media import find_media
from builder.assemble.names import closest, is_id, length_of, names_in, pairs_of
from builder.course import Quiz
from builder.diagnostics import Location
from builder.markdown_reader import Reference
from builder.models_reader import read_part
from builder.questions import AnyQuestion, Question
from builder.schema.quiz import QuizFile
from builder.yaml_reader import Document, Path

_QUESTION: TypeAdapter[Question] = TypeAdapter(AnyQuestion)


def read_quiz(bench: Bench, name: str, where: Location, module_folder: str) -> Quiz | None:
    """The quiz that a module names at ``where``; None when too little of it can be read."""
    path = f"quizzes/{name}.yaml"
    first = bench.quizzes.setdefault(name, where)
    if first != where:
        bench.report("C208", where, quiz=name, first=str(first))
        return None
    if not any(map(bench.tree.exists, (path, f"quizzes/{name}.yml", path + TEXT_ENDING))):
        known = closest(name, names_in("quizzes", bench.tree.files))
        bench.miss("C204", where, quiz=name, known=known)
        return None
    document = bench.open(path, "C204", where)
    if document is None:
        return None
    reading = bench.read_model(QuizFile, document, name)
    bench.claim(document, "id", expected=name)
    bench.check_title(document)
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
    return Quiz(reading.model, path, reading.positions, bench.lines(path), media)


def check_lesson_links(bench: Bench) -> None:
    """The lesson that a question sends its learner to must be in this course."""
    for lesson, where in bench.lesson_links:
        if lesson not in bench.lesson_ids and not bench.has_unknown_lesson:
            bench.report("C205", where, lesson=lesson, known=closest(lesson, bench.lesson_ids))


def _check_question(bench: Bench, document: Document, number: int) -> None:
    """Faults of one question, also when another in the file is bad."""
    at = ("questions", number)
    question = read_part(_QUESTION, document, *at)
    if question:
        for problem in question.problems():
            path = (*at, *problem.path)
            if not (document.was_refused(*path) or document.is_incomplete(*path)):
                bench.report(problem.code, document.positions.at(*path), **problem.params)
    lesson = document.get(*at, "lesson")
    if isinstance(lesson, str) and is_id(lesson):
        bench.lesson_links.append((lesson, document.positions.at(*at, "lesson")))


def _check_question_texts(bench: Bench, document: Document, number: int) -> list[Reference]:
    at = ("questions", number)
    lines: list[Path] = [(*at, "prompt")]
    texts: list[Path] = [(*at, "case"), (*at, "hint")]
    for key, _ in pairs_of(document.get(*at, "options")):
        lines.append((*at, "options", key, "text"))
        texts.append((*at, "options", key, "feedback"))
    texts += [(*at, "feedback", key) for key, _ in pairs_of(document.get(*at, "feedback"))]
    references = bench.check_texts(document, texts)
    return references + bench.check_texts(document, lines, is_line=True)
