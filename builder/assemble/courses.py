"""A course: what ``course.yaml`` names, in order, and what lies about without being named."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

from builder.assemble.bench import Bench
from builder.assemble.draws import link_draws
from builder.assemble.earlier import check_earlier
from builder.assemble.library import FOLDER, find_term, read_library
from builder.assemble.marks import Linker
from builder.assemble.modules import read_module
from builder.assemble.names import closest, guess_list, is_id, names_in, texts_of
from builder.assemble.objectives import check_objectives
from builder.assemble.quizzes import check_lesson_links
from builder.course import Course, Module
from builder.diagnostics import Location
from builder.schema.course import CourseFile
from builder.yaml_reader import Document


def read_course(bench: Bench, name: str, known_targets: Collection[str]) -> Course | None:
    """The course in ``courses/<name>/``; None when too little of it can be read."""
    folder = f"courses/{name}"
    path = f"{folder}/course.yaml"
    bench.used.add(f"{folder}/course.lock")
    bench.library = read_library(bench)
    if not is_id(name):
        bench.report("C105", Location(folder), name=name)
    document = bench.open(path, "C101", Location(folder))
    if document is None:
        _read_guessed_modules(bench, path)
        return None
    reading = bench.read_model(CourseFile, Linker(bench).link_document(document), name)
    written = document.get("id")
    if isinstance(written, str) and is_id(written) and is_id(name) and written != name:
        bench.report("C104", document.positions.at("id"), id=written, expected=name)
    bench.check_title(document)
    bench.check_texts(document, [("description",)])
    for number, term in texts_of(document.get("glossary")):
        find_term(bench, term, document.positions.at("glossary", number))
        bench.used_of_library.terms[term] = None
    _check_targets(bench, document, known_targets)
    modules = link_draws(bench, _read_modules(bench, document))
    check_lesson_links(bench)
    check_objectives(bench)
    check_earlier(bench, modules)
    _report_strays(bench, folder, *(posixpath.dirname(module.path) for module in modules))
    if reading is None:
        return None
    if reading.model.completion == "pass" and reading.model.mastery_score is None:
        bench.report("C226", document.positions.at("completion"))
    lines = bench.lines(path)
    return Course(
        reading.model,
        path,
        reading.positions,
        modules,
        lines,
        bench.is_whole,
        bench.library,
        bench.used_of_library.uses(),
    )


def _read_guessed_modules(bench: Bench, path: str) -> None:
    """Finds what is wrong in the modules of a course whose own file cannot be read."""
    for name in guess_list(bench.lines(path), "modules"):
        if f"modules/{name}" in bench.tree.folders:
            read_module(bench, name)
    check_lesson_links(bench)
    check_objectives(bench)


def _check_targets(bench: Bench, document: Document, known: Collection[str]) -> None:
    listed = document.get("targets")
    if listed == []:
        bench.report("C207", document.positions.at("targets"), known=", ".join(sorted(known)))
    seen: set[str] = set()
    for number, name in texts_of(listed):
        where = document.positions.at("targets", number)
        if name not in known:
            bench.report("C206", where, target=name, known=closest(name, known))
        elif name in seen:
            bench.report("C202", where, name=name, key="targets")
        seen.add(name)


def _read_modules(bench: Bench, course: Document) -> Iterator[Module]:
    listed = course.get("modules")
    if listed == []:
        bench.report("C102", course.positions.at("modules"))
    seen: set[str] = set()
    for number, name in texts_of(listed):
        where = course.positions.at("modules", number)
        if name in seen:
            bench.report("C202", where, name=name, key="modules")
        elif f"modules/{name}" in bench.tree.folders:
            module = read_module(bench, name)
            if module:
                yield module
        else:
            bench.is_whole = bench.is_read = False
            if is_id(name) and not bench.tree.is_refused(f"modules/{name}"):
                known = closest(name, names_in("modules", bench.tree.folders))
                bench.report("C203", where, module=name, known=known)
        seen.add(name)


def _report_strays(bench: Bench, *folders: str) -> None:
    """Files beside the ones that count: their author expects them to do something."""
    for path in bench.tree.files:
        folder, name = posixpath.split(path)
        is_beside = folder in folders or folder in ("courses", "modules")
        is_beside = is_beside or path.startswith(f"{FOLDER}/")
        is_lost_quiz = path.startswith("quizzes/") and (
            name.endswith((".yaml", ".yml", ".md")) and (folder != "quizzes" or ".md" in name)
        )
        if (is_beside or is_lost_quiz) and path not in bench.used:
            bench.report("C306", Location(path), name=name)
