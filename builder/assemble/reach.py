"""What lies in ``modules`` and ``quizzes`` without a course or module that names it.

Looked for only when something is named that is not there: then one of these may be meant.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder import markdown_reader, proposals, yaml_reader
from builder.assemble.names import guess_list, guess_value, length_of, names_in, texts_of
from builder.sources import SourceTree
from builder.yaml_reader import Document

_LIKENESS = 0.6
"""From where on a name may be a misspelling of another one."""
_DISTANCE = 0.1
"""How much closer the name that is meant has to be than the one after it."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Ids of modules that no course names, and of quizzes that no module, lesson or quiz names."""

    modules: frozenset[str]
    quizzes: frozenset[str]


def find_unnamed(tree: SourceTree) -> Unnamed:
    """What no file of the project names, whether or not it is any good."""
    modules, quizzes = names_in("modules", tree.folders), names_in("quizzes", _list_quizzes(tree))
    for course in names_in("courses", tree.folders):
        path = f"courses/{course}/course.yaml"
        document = _read(tree, path)
        listed = document.get("modules") if document else None
        named = [name for _, name in texts_of(listed)]
        modules -= set(named if document else guess_list(_lines(tree, path), "modules"))
    for module in names_in("modules", tree.folders):
        path = f"modules/{module}/module.yaml"
        document = _read(tree, path)
        quiz = document.get("quiz") if document else guess_value(_lines(tree, path), "quiz")
        quizzes -= {quiz} if isinstance(quiz, str) else set()
    quizzes -= set(_list_practised(tree)) | set(_list_drawn(tree))
    return Unnamed(frozenset(modules), frozenset(quizzes))


def find_meant(written: str, known: Iterable[str]) -> str | None:
    """The one name that ``written`` is most likely a misspelling of; None when it is not clear."""
    names = sorted(known)
    proposed = proposals.propose_id(written)
    if proposed in names:
        return proposed
    likeness = difflib.SequenceMatcher(b=proposed or written)
    ranked: list[tuple[float, str]] = []
    for name in names:
        likeness.set_seq1(name)
        ranked.append((likeness.ratio(), name))
    ranked.sort(reverse=True)
    if not ranked or ranked[0][0] < _LIKENESS:
        return None
    is_clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _DISTANCE
    return ranked[0][1] if is_clear else None


def _list_practised(tree: SourceTree) -> Iterator[str]:
    """The quizzes that lessons lead to."""
    for file in tree.under("modules"):
        if file.text and file.path.endswith(".md"):
            read = markdown_reader.read(file.text, file.path).value
            for reference in read.references if read else ():
                if reference.kind == "quiz":
                    yield reference.target


def _list_drawn(tree: SourceTree) -> Iterator[str]:
    """The quizzes that others draw from."""
    for path in _list_quizzes(tree):
        document = _read(tree, path) if path.startswith("quizzes/") else None
        for number in range(length_of(document.get("draw")) if document else 0):
            name = document.get("draw", number, "from") if document else None
            if isinstance(name, str):
                yield name


def _list_quizzes(tree: SourceTree) -> Iterable[str]:
    return (path for path in tree.files if path.endswith(".yaml"))


def _read(tree: SourceTree, path: str) -> Document | None:
    text = tree.text(path)
    return yaml_reader.read(text, path).value if text is not None else None


def _lines(tree: SourceTree, path: str) -> tuple[str, ...]:
    file = tree.files.get(path)
    return file.lines if file else ()
