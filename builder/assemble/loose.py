"""A module or quiz that no course reaches, read by itself."""

from __future__ import annotations

from pathlib import PurePosixPath

from builder.assemble.bench import Assembled, Bench
from builder.assemble.draws import link_draws
from builder.assemble.library import read_library
from builder.assemble.modules import read_module
from builder.assemble.quizzes import read_quiz
from builder.course import Course, Module
from builder.diagnostics import Location
from builder.schema.course import CourseFile
from builder.schema.module import ModuleFile
from builder.sources import SourceTree


def assemble_loose(tree: SourceTree, path: str) -> Assembled:
    """The folder of a module, or the file of a quiz, as all there is of a course that is made up.

    What lies outside it is not judged: which lessons and ids there are beside its own.
    """
    bench = Bench(tree, has_unknown_lesson=True, has_unknown_objective=True)
    bench.library = read_library(bench)
    name = PurePosixPath(path).stem if path.startswith("quizzes/") else PurePosixPath(path).name
    if path.startswith("quizzes/"):
        made_up = bench.make_up(ModuleFile, path)
        quiz = read_quiz(bench, name, Location(path), "modules")
        module = Module(made_up.model, path, made_up.positions, (), quiz)
    else:
        module = read_module(bench, name)
    modules = link_draws(bench, [module])
    course = bench.make_up(CourseFile, path)
    whole = Course(
        course.model,
        path,
        course.positions,
        modules,
        is_whole=False,
        reached=frozenset(bench.reached),
        knows_pages=False,
        library=bench.library,
        uses=bench.used_of_library.uses(),
    )
    return bench.finish(whole)
