"""The library: what ``library/`` holds, read and checked as a whole."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from builder.assemble.bench import TEXT_ENDING, Bench, F
from builder.assemble.names import is_id, length_of, pairs_of, propose
from builder.assemble.overview_csv import read_rows
from builder.diagnostics import Location
from builder.library import Library, Overview, guess_type, is_of
from builder.markdown_reader import library_marks
from builder.schema.library import (
    OWN_KEYS,
    ColumnType,
    GlossaryFile,
    OverviewFile,
    Source,
    SourcesFile,
    Term,
)
from builder.yaml_reader import Document, Path

FOLDER = "library"
OVERVIEWS = f"{FOLDER}/overviews"

_LINKED: tuple[ColumnType, ...] = ("email", "phone", "web")


def read_library(bench: Bench) -> Library:
    """All that courses share; what is wrong with it is found in every course alike."""
    places: dict[str, Location] = {}
    sources = _read_list(bench, "sources", "sources", SourcesFile, places)
    glossary = _read_list(bench, "glossary", "terms", GlossaryFile, places)
    library = Library(
        sources=sources.sources if sources else {},
        terms=glossary.terms if glossary else {},
        places=places,
    )
    # Rows of overviews name sources.
    bench.library = library
    overviews: dict[str, Overview] = {}
    for name in _names(bench):
        before = len(bench.findings)
        overview = _read_overview(bench, name)
        if overview is None or len(bench.findings) > before:
            bench.doubtful.add(name)
        if overview:
            overviews[overview.file.id] = overview
    return replace(library, overviews=overviews)


def _read_list(
    bench: Bench, name: str, kind: str, model: type[F], places: dict[str, Location]
) -> F | None:
    """``library/<name>.yaml``, which may be absent: entries below ``kind``, noted in ``places``."""
    path = f"{FOLDER}/{name}.yaml"
    if not any(map(bench.tree.exists, (path, f"{FOLDER}/{name}.yml", path + TEXT_ENDING))):
        return None
    before = len(bench.findings)
    document = bench.open(path, "C306", Location(path), model)
    reading = bench.read_model(model, document, name) if document else None
    for key, _ in pairs_of(document.get(kind) if document else None):
        if document:
            places[f"{kind}/{key}"] = document.positions.at(kind, key, key=True)
            _check_text(bench, document, (kind, key, "text"))
    if reading is None or len(bench.findings) > before:
        bench.doubtful.add(kind)
    return reading.model if reading else None


def _check_text(bench: Bench, document: Document, path: Path) -> None:
    """A text of one paragraph, without marks: the library does not refer to itself."""
    bench.check_texts(document, [path], is_line=True)
    text = document.get(*path)
    if isinstance(text, str) and library_marks.may_hold_marks(text):
        bench.report("C702", document.positions.at(*path), mark=text.strip()[:60])


def _names(bench: Bench) -> Iterator[str]:
    """The names of the overviews, from their files, whatever the ending."""
    names = {
        posixpath.basename(path).partition(".")[0]
        for path in (*bench.tree.files, *bench.tree.refused)
        if posixpath.dirname(path) == OVERVIEWS and path.endswith((".yaml", ".yml", ".csv", ".txt"))
    }
    yield from sorted(names)


def _read_overview(bench: Bench, name: str) -> Overview | None:
    path = f"{OVERVIEWS}/{name}.yaml"
    table = f"{OVERVIEWS}/{name}.csv"
    document = bench.open(path, "C720", Location(table), OverviewFile)
    if bench.tree.exists(table):
        bench.used.add(table)
    if document is None:
        return None
    written = document.get("id")
    if isinstance(written, str) and is_id(written) and written != name:
        bench.miss("C104", document.positions.at("id"), id=written, expected=name)
    if document.get("columns") == {}:
        bench.report("C722", document.positions.at("columns"))
    before = len(bench.findings)
    if bench.tree.exists(table):
        if document.get("rows") is not None:
            bench.report("C723", document.positions.at("rows", key=True), table=table)
        elif table in bench.tree.files:
            document = read_rows(bench, document, table)
        else:
            bench.is_whole = False
    has_rows = any(True for _ in pairs_of(document.get("rows")))
    if not has_rows and table not in bench.tree.refused and len(bench.findings) == before:
        bench.report("C721", document.positions.at("rows"), table=table)
    reading = bench.read_model(OverviewFile, document, name)
    _check_rows(bench, document)
    return Overview(reading.model, reading.positions) if reading else None


def _check_rows(bench: Bench, document: Document) -> None:
    """What the schema cannot say: keys that are columns, values of the right kind."""
    columns = dict(pairs_of(document.get("columns")))
    for key in columns:
        if key in (*OWN_KEYS, "id"):
            where = document.positions.at("columns", key, key=True)
            bench.report("C724", where, column=key)
    if not columns:
        return
    for row, content in pairs_of(document.get("rows")):
        for key, _ in pairs_of(content):
            path = ("rows", row, key)
            where = document.positions.at(*path, key=True)
            if key in columns:
                _check_cell(bench, document, path)
            elif key == "source":
                name = document.get(*path)
                if isinstance(name, str) and is_id(name):
                    find_source(bench, name, document.positions.at(*path))
            elif key not in OWN_KEYS:
                known = (*columns, *OWN_KEYS)
                bench.report("C706", where, column=key, overview=row, **propose(key, known))


def find_source(bench: Bench, name: str, where: Location) -> Source | None:
    """A source of the library, or a finding at ``where``."""
    found = bench.library.sources.get(name)
    if found is None and "sources" not in bench.doubtful:
        bench.report("C703", where, name=name, **propose(name, bench.library.sources))
    return found


def find_term(bench: Bench, name: str, where: Location) -> Term | None:
    """A term of the library, or a finding at ``where``."""
    found = bench.library.terms.get(name)
    if found is None and "terms" not in bench.doubtful:
        bench.report("C711", where, name=name, **propose(name, bench.library.terms))
    return found


def _check_cell(bench: Bench, document: Document, path: Path) -> None:
    kind = document.get("columns", str(path[-1]), "type") or "text"
    linked = next((one for one in _LINKED if one == kind), None)
    several = length_of(document.get(*path))
    for one in [(*path, number) for number in range(several)] or [path]:
        value = document.get(*one)
        if not isinstance(value, str) or not value.strip():
            continue
        where = document.positions.at(*one)
        if kind == "text":
            _check_text(bench, document, one)
            guess = guess_type(value.strip())
            if guess != "text":
                bench.report("C726", where, value=value.strip(), type=guess, column=str(path[-1]))
        elif linked and not is_of(linked, value.strip()):
            bench.report("C725", where, value=value.strip(), type=linked)
