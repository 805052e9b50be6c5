"""Questions that name an earlier one, to be compared with: it exists, compares, and comes first."""

from __future__ import annotations

from collections.abc import Iterable

from builder.assemble.bench import Bench
from builder.assemble.names import closest
from builder.course import Module
from builder.diagnostics import Location
from builder.questions.base import Question


def check_earlier(bench: Bench, modules: Iterable[Module]) -> None:
    """Judged when all quizzes are known; copies of questions are not, as none of them compares."""
    quizzes = [module.quiz for module in modules if module.quiz]
    known = {question.id: question for quiz in quizzes for question in quiz.questions}
    before: set[str] = set()
    for quiz in quizzes:
        for number, question in enumerate(quiz.questions):
            for path, name in question.earlier().items():
                where = quiz.positions.at("questions", number, *path)
                _check(bench, question, name, known, where)
                if name in known and name not in before:
                    bench.report("C229", where, question=name)
            if "questions" not in quiz.file.shuffle:
                before.add(question.id)
        before.update(question.id for question in quiz.questions)


def _check(
    bench: Bench, question: Question, name: str, known: dict[str, Question], where: Location
) -> None:
    other = known.get(name)
    if other:
        if not question.compares_with(other):
            bench.report("C228", where, question=name)
    elif bench.is_read and not _is_faulty(bench, name):
        alike = [one.id for one in known.values() if question.compares_with(one)]
        names = [one for one in alike if one != question.id]
        bench.report("C227", where, question=name, known=closest(name, names))


def _is_faulty(bench: Bench, name: str) -> bool:
    """Whether it is a question with findings of its own, so that little is known of it."""
    owner = bench.owners.get(name)
    return owner is not None and owner.path.startswith("quizzes/") and name not in bench.quizzes
