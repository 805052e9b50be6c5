"""A course: what ``course.yaml`` names, in order, and what lies about without being named."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator

from builder.assemble.bench import Bench
from builder.assemble.draws import link_draws
from builder.assemble.earlier import check_earlier
from builder.assemble.library import FOLDER, find_term, read_library
from builder.assemble.marks import Linker
from builder.assemble.modules import read_module
from builder.assemble.names import closest, guess_list, is_id, name_known, names_in, texts_of
from builder.assemble.objectives import check_objectives
from builder.assemble.quizzes import check_lesson_links
from builder.assemble.reach import find_meant
from builder.course import Course, Module
from builder.diagnostics import Location
from builder.models_reader import Reading
from builder.schema.course import CourseFile
from builder.yaml_reader import Document


def read_course(bench: Bench, name: str, known_targets: Collection[str]) -> Course:
    """The course in ``courses/<name>/``, as far as it can be read."""
    folder = f"courses/{name}"
    path = f"{folder}/course.yaml"
    bench.used.add(f"{folder}/course.lock")
    bench.library = read_library(bench)
    if not is_id(name):
        bench.report("C105", Location(folder), name=name)
    document = bench.open(path, "C101", Location(folder), CourseFile)
    reading: Reading[CourseFile] | None = None
    if document:
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
        _report_strays(bench, folder, *(posixpath.dirname(module.path) for module in modules))
    else:
        modules = link_draws(bench, _read_guessed_modules(bench, path))
    check_lesson_links(bench)
    check_objectives(bench)
    check_earlier(bench, modules)
    if reading:
        _check_passing(bench, reading, modules)
    reading = reading or bench.make_up(CourseFile, path, name)
    return Course(
        reading.model,
        path,
        reading.positions,
        modules,
        lines=bench.lines(path),
        is_whole=bench.is_whole,
        reached=frozenset(bench.reached),
        has_lost_names=bench.has_lost_names,
        knows_pages=not (
            bench.has_unknown_lesson or bench.has_unknown_quiz or bench.has_lost_names
        ),
        library=bench.library,
        uses=bench.used_of_library.uses(),
    )


def _read_guessed_modules(bench: Bench, path: str) -> Iterator[Module]:
    """The modules of a course whose own file cannot be read."""
    names = guess_list(bench.lines(path), "modules")
    bench.has_lost_names = not names and bench.exists(path)
    bench.has_unknown_lesson = bench.has_unknown_objective = True
    bench.is_read = False
    yield from _read_known_modules(bench, names)


def _read_known_modules(bench: Bench, names: Iterable[str]) -> Iterator[Module]:
    """Those that exist; that something else was meant by the rest has been said."""
    for name in dict.fromkeys(names):
        if f"modules/{name}" in bench.tree.folders:
            yield read_module(bench, name)


def _check_passing(bench: Bench, course: Reading[CourseFile], modules: Iterable[Module]) -> None:
    """Who has to pass needs a score to reach, and a quiz that counts to reach it with."""
    score = course.model.mastery_score
    if course.model.completion == "pass" and score is None:
        bench.report("C226", course.positions.at("completion"))
    quizzes = (quiz for module in modules for quiz in module.quizzes)
    if score is not None and bench.is_whole and all(one.file.kind == "practice" for one in quizzes):
        bench.report("C209", course.positions.at("mastery-score"), score=score)


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
    if isinstance(listed, str):
        yield from _read_known_modules(bench, re.findall(r"[a-z][a-z0-9-]+", listed))
    elif not isinstance(listed, list) or any(isinstance(one, (dict, list)) for one in listed):
        bench.has_lost_names = True
    named = {name for _, name in texts_of(listed)}
    seen: set[str] = set()
    for number, name in texts_of(listed):
        where = course.positions.at("modules", number)
        module: Module | None = None
        if name in seen:
            bench.report("C202", where, name=name, key="modules")
        elif f"modules/{name}" in bench.tree.folders:
            module = read_module(bench, name)
        else:
            module = _read_meant_module(bench, name, where, named)
        if module:
            yield module
        seen.add(name)


def _read_meant_module(
    bench: Bench, name: str, where: Location, named: Collection[str]
) -> Module | None:
    """What is most likely meant by a module that is not there; ``named`` are all in the list."""
    bench.is_whole = bench.is_read = False
    if bench.tree.is_refused(f"modules/{name}"):
        bench.has_unknown_lesson = bench.has_lost_names = True
        return None
    others = names_in("modules", bench.tree.folders).difference(named)
    meant = find_meant(name, (one for one in others if f"modules/{one}" not in bench.reached))
    if meant is None:
        bench.has_lost_names = True
    if meant is not None and not is_id(meant):
        bench.report("C309", Location(f"modules/{meant}"), name=meant, id=name)
    elif is_id(name):
        params = name_known(name, names_in("modules", bench.tree.folders))
        if meant:
            params["write"] = meant
        bench.report("C203", where, module=name, **params)
    return read_module(bench, meant, name) if meant is not None else None


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
