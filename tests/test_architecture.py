"""The rules of docs/architecture.md, read from the document and held against the code."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILDER = ROOT / "builder"
DOCUMENT = ROOT / "docs" / "architecture.md"

LONGEST_PYTHON = 400
LONGEST_TYPESCRIPT = 300
EMPTY_NAMES = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
FAMILIES = ("blocks", "codes", "lint", "questions", "targets")
# What the table calls by one word.
GROUPS = {"readers": ("yaml_reader", "models_reader", "markdown_reader")}
# Imported by markdown-it-py when a text has links, never by us.
INDIRECT = {"linkify-it-py"}


@dataclass(frozen=True)
class Import:
    """One import statement: who imports which module, where, and whether at start-up."""

    module: str
    imported: str
    line: int
    is_at_start: bool


def python_files() -> list[Path]:
    folders = (BUILDER, ROOT / "tests", ROOT / "tools")
    found = [file for folder in folders for file in folder.rglob("*.py")]
    return sorted(file for file in [*found, ROOT / "hatch_build.py"] if is_ours(file))


def typescript_files() -> list[Path]:
    folders = (BUILDER / "player", ROOT / "tests")
    kinds = ("*.ts", "*.tsx", "*.mjs")
    found = (file for folder in folders for kind in kinds for file in folder.rglob(kind))
    return sorted(file for file in found if is_ours(file))


def is_ours(file: Path) -> bool:
    return not {"node_modules", "static", "__pycache__"} & set(file.relative_to(ROOT).parts)


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in python_files() if file.is_relative_to(BUILDER)}


def imports_of(module: str) -> Iterator[Import]:
    """Every import of a module; those in functions and for type checkers are not at start-up."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))

    def walk(node: ast.AST, *, is_at_start: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(module, alias.name, child.lineno, is_at_start)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{module}:{child.lineno} imports relatively"
                for alias in child.names:
                    deeper = f"{child.module}.{alias.name}"
                    name = deeper if deeper in MODULES else str(child.module)
                    yield Import(module, name, child.lineno, is_at_start)
            else:
                is_later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) or (
                    isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
                )
                yield from walk(child, is_at_start=is_at_start and not is_later)

    return walk(tree, is_at_start=True)


def room_of(module: str) -> str:
    """The room of a module of ours: the word after ``builder``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def read_table() -> dict[str, str]:
    """Room → what the document says it may import, in the order of the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    section = text.split("\n## Rooms\n")[1].split("\n## ")[0]
    rooms: dict[str, str] = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 3:
            for name in re.findall(r"`([^`]+)`", cells[0]):
                rooms[name.removesuffix("/").removesuffix(".py")] = cells[2]
    return rooms


TABLE = read_table()


def may_import(room: str) -> set[str]:
    """The rooms that a room may import, its own among them."""
    words = [word.strip() for word in TABLE[room].split(",")]
    rooms = list(TABLE)
    allowed = {room} if words == ["standard library"] else {room, "diagnostics"}
    for word in words:
        if word == "all above":
            allowed |= set(rooms[: rooms.index(room)])
        else:
            allowed |= set(GROUPS.get(word, (word,)))
    return allowed


def test_every_module_has_a_room() -> None:
    rooms = {room_of(module) for module in MODULES} - {"__init__", "__main__"}
    assert rooms - set(TABLE) == set(), "add these rooms to the table in docs/architecture.md"


def test_every_room_exists() -> None:
    gone = [room for room in TABLE if not any(BUILDER.glob(f"{room}*"))]
    assert gone == [], "docs/architecture.md has rooms that builder/ has not"


def test_the_table_names_only_rooms_and_packages() -> None:
    known = {
        "all above",
        "no Python",
        "standard library",
        *GROUPS,
        *TABLE,
        *packages_distributions(),
    }
    for room, cell in TABLE.items():
        unknown = {word.strip() for word in cell.split(",")} - known
        assert unknown == set(), f"docs/architecture.md: {room} may import {unknown}: what is that?"


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    room = room_of(module)
    if room in ("__init__", "__main__"):
        return
    breaches = []
    for one in dict.fromkeys(imports_of(module)):
        top = one.imported.split(".")[0]
        if top == "builder":
            other = room_of(one.imported)
            if other != "__init__" and other not in may_import(room):
                breaches.append(f"line {one.line}: {module} may not import {one.imported}")
        elif TABLE[room] == "standard library" and top not in sys.stdlib_module_names:
            breaches.append(f"line {one.line}: {module} may import only the standard library")
    assert not breaches, "\n".join([*breaches, "see docs/architecture.md"])


def find_cycle(edges: dict[str, set[str]]) -> list[str]:
    """One cycle in a graph as a path that ends where it began; empty when there is none."""
    done: set[str] = set()

    def visit(node: str, path: list[str]) -> list[str]:
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        for following in sorted(edges.get(node, ())):
            if cycle := visit(following, [*path, node]):
                return cycle
        done.add(node)
        return []

    return next((cycle for node in sorted(edges) if (cycle := visit(node, []))), [])


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges = {
        module: {
            one.imported
            for one in imports_of(module)
            if one.is_at_start and one.imported in MODULES and one.imported != module
        }
        for module in MODULES
    }
    assert find_cycle(edges) == []


def test_no_rooms_may_import_each_other_in_a_circle() -> None:
    assert find_cycle({room: (may_import(room) & set(TABLE)) - {room} for room in TABLE}) == []


def test_a_cycle_is_found() -> None:
    assert find_cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


@pytest.mark.parametrize(
    ("files", "longest"),
    [(python_files(), LONGEST_PYTHON), (typescript_files(), LONGEST_TYPESCRIPT)],
    ids=["python", "typescript"],
)
def test_no_module_is_too_long(files: list[Path], longest: int) -> None:
    lengths = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in files
    }
    assert {name: length for name, length in lengths.items() if length > longest} == {}


def test_no_module_has_an_empty_name() -> None:
    names = [file.relative_to(ROOT) for file in [*python_files(), *typescript_files()]]
    assert [name for name in names if {*name.parts[:-1], name.stem} & EMPTY_NAMES] == []


def registries_of(family: str) -> Iterator[tuple[str, list[str]]]:
    """The tuples, lists, unions and dicts that the ``__init__`` of a family writes out."""
    tree = ast.parse((BUILDER / family / "__init__.py").read_text(encoding="utf-8"))
    for statement in tree.body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        value = statement.value
        if isinstance(value, ast.Tuple | ast.List):
            yield ast.unparse(target), [ast.unparse(entry) for entry in value.elts]
        elif isinstance(value, ast.Dict):
            yield ast.unparse(target), [ast.unparse(key) for key in value.keys if key is not None]
        elif isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
            yield ast.unparse(target), ast.unparse(value).split(" | ")


@pytest.mark.parametrize("family", FAMILIES)
def test_registries_are_alphabetical(family: str) -> None:
    for name, entries in registries_of(family):
        if name != "__all__":  # ruff sorts that one in its own way
            assert entries == sorted(entries), f"builder/{family}/__init__.py: {name}"


def test_unit_tests_mirror_the_package() -> None:
    unit = ROOT / "tests" / "unit"
    strays = []
    for file in unit.rglob("test_*.py"):
        home = BUILDER / file.parent.relative_to(unit)
        name = file.stem.removeprefix("test_")
        is_whole_room = home != BUILDER and home.is_dir()
        if not (is_whole_room or (home / f"{name}.py").is_file() or (home / name).is_dir()):
            strays.append(file.relative_to(ROOT).as_posix())
    assert not strays, f"called after no module of builder/: {', '.join(strays)}"


def test_the_package_needs_what_it_imports_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[\[<>=~! ]", need)[0].lower() for need in project["dependencies"]}
    provided = packages_distributions()
    imported = {
        one.imported.split(".")[0]
        for module in MODULES
        for one in imports_of(module)
        if one.imported.split(".")[0] not in {*sys.stdlib_module_names, "builder"}
    }
    used = {provided[name][0].lower().replace("_", "-") for name in imported}
    assert declared - INDIRECT == used


def test_pinned_packages_are_hashed_and_name_no_address() -> None:
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text, file.name
        pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
        assert pins, file.name
        assert all(re.match(r"[a-z0-9.-]+==[^ ]+ .*\\$", pin) for pin in pins), file.name
    lock = (BUILDER / "player" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
