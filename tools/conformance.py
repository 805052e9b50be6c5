"""Writes docs/conformance.md: which test covers which item of the conformance list.

A Python test names its items with ``@pytest.mark.conformance(4, 9)``; a TypeScript test in its
title: ``test("starts with incomplete [item 29]", …)`` or ``[items 30, 31]``.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.conformance_items import ITEMS, NOT_YET, SECTIONS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "conformance.md"
_TITLE = re.compile(r"""\b(?:test|it)\(\s*(["'`])(?P<title>.*?)(?<!\\)\1""", re.DOTALL)
# A title that names its case: the case at its start goes, a value within becomes an ellipsis.
_CASE = re.compile(r"^\$\{[^}]*\}[^:]{0,20}: ")
_VALUE = re.compile(r"\$\{[^}]*\}")
_ITEMS = re.compile(r"\s*\[items? (?P<numbers>[0-9, ]+)\]")

HEADER = """\
# Conformance

<!-- Written by `make docs`. -->

What the standards and the learning platforms ask of a package, and the tests that show it.
The numbers are fixed; those left out belong to targets and question types that are not there yet.
"""

Coverage = dict[int, list[tuple[str, str]]]


def python_tests(file: Path) -> Iterator[tuple[int, str]]:
    """The items that a Python test file covers, each with the name of the test."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    whole_file = [
        number
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        and any(
            isinstance(name, ast.Name) and name.id == "pytestmark" for name in statement.targets
        )
        for number in marked(statement.value)
    ]

    def walk(body: Iterable[ast.stmt], inherited: list[int]) -> Iterator[tuple[int, str]]:
        for statement in body:
            if isinstance(statement, ast.ClassDef):
                own = [number for mark in statement.decorator_list for number in marked(mark)]
                yield from walk(statement.body, [*inherited, *own])
            elif isinstance(
                statement, ast.FunctionDef | ast.AsyncFunctionDef
            ) and statement.name.startswith("test_"):
                own = [number for mark in statement.decorator_list for number in marked(mark)]
                for number in dict.fromkeys([*inherited, *own]):
                    yield number, statement.name.removeprefix("test_").replace("_", " ")

    return walk(tree.body, whole_file)


def marked(node: ast.AST) -> Iterator[int]:
    """The numbers in every ``pytest.mark.conformance(…)`` below a node."""
    for child in ast.walk(node):
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Attribute)
            and child.func.attr == "conformance"
        ):
            for argument in child.args:
                if not isinstance(argument, ast.Constant) or not isinstance(argument.value, int):
                    raise ValueError(f"conformance() wants plain numbers, line {child.lineno}")
                yield argument.value


def typescript_tests(file: Path) -> Iterator[tuple[int, str]]:
    """The items that a TypeScript test file covers, each with the title of the test."""
    for match in _TITLE.finditer(file.read_text(encoding="utf-8")):
        title = match["title"]
        items = _ITEMS.search(title)
        if items:
            plain = _VALUE.sub("…", _CASE.sub("", _ITEMS.sub("", title))).strip()
            for number in items["numbers"].split(","):
                yield int(number), plain


def collect(root: Path = ROOT) -> Coverage:
    """Item → (file, name of the test), sorted."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for file in sorted((root / "tests").rglob("test_*.py")):
        for number, name in python_tests(file):
            found[number].add((file.relative_to(root).as_posix(), name))
    for file in sorted((root / "tests").rglob("*.test.ts*")):
        for number, name in typescript_tests(file):
            found[number].add((file.relative_to(root).as_posix(), name))
    return {number: sorted(tests) for number, tests in sorted(found.items())}


def faults(coverage: Coverage) -> list[str]:
    """What is wrong: items without a test or a reason, tests of items that do not exist."""
    lost = [
        f"item {number} has no test" for number in ITEMS if number not in {**coverage, **NOT_YET}
    ]
    strange = [f"there is no item {number}" for number in coverage if number not in ITEMS]
    return [*lost, *strange]


def write(coverage: Coverage) -> str:
    """The document."""
    parts = [HEADER]
    for title, numbers in SECTIONS.items():
        parts.append(f"\n## {title}\n\n| item | what holds | shown by |\n| --- | --- | --- |\n")
        for number in numbers:
            cells = [f"[{escape(name)}](../{file})" for file, name in coverage.get(number, [])]
            if number in NOT_YET:
                cells.append(f"*{NOT_YET[number]}*")
            parts.append(f"| {number} | {ITEMS[number]} | {'<br>'.join(cells)} |\n")
    return "".join(parts)


def escape(text: str) -> str:
    """Plain text as Markdown inside a table cell."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))


def main() -> int:
    """Write the document; 1 when an item lacks a test."""
    coverage = collect()
    DOCUMENT.write_text(write(coverage), encoding="utf-8")
    wrong = faults(coverage)
    for fault in wrong:
        print(f"docs/conformance.md: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
