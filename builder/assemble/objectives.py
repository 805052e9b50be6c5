"""Learning objectives: unique in a course, and known where a lesson or question names one."""

from __future__ import annotations

from builder.assemble.bench import Bench
from builder.assemble.names import is_id, pairs_of, propose, texts_of
from builder.yaml_reader import Document


def claim_objectives(bench: Bench, module: Document | None) -> None:
    """Notes the objectives of a module, and checks their texts."""
    if module is None or module.is_incomplete("objectives"):
        bench.has_unknown_objective = True
    for name, _ in pairs_of(module.get("objectives") if module else None):
        if module:
            where = module.positions.at("objectives", name, key=True)
            first = bench.objectives.setdefault(name, where)
            if first != where:
                bench.miss("C801", where, id=name, first=str(first))
            bench.check_texts(module, [("objectives", name, "text")], is_line=True)


def note_objectives(bench: Bench, lesson: Document) -> None:
    """Notes the objectives that a lesson teaches; each once."""
    seen: set[str] = set()
    for number, name in texts_of(lesson.get("objectives")):
        where = lesson.positions.at("objectives", number)
        if name in seen:
            bench.report("C202", where, name=name, key="objectives")
        elif is_id(name):
            bench.objective_links.append((name, where))
        seen.add(name)


def note_objective(bench: Bench, quiz: Document, *question: str | int) -> None:
    """Notes the objective that a question asks about."""
    name = quiz.get(*question, "objective")
    if isinstance(name, str) and is_id(name):
        where = quiz.positions.at(*question, "objective")
        bench.objective_links.append((name, where))


def check_objectives(bench: Bench) -> None:
    """What a lesson or question names must be an objective of a module of this course."""
    if bench.has_unknown_objective or bench.has_lost_names:
        return
    for name, where in bench.objective_links:
        if name not in bench.objectives:
            bench.report("C802", where, id=name, **propose(name, bench.objectives))
