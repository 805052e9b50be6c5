"""The rows of an overview from a CSV file, as if they stood in the YAML."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

from builder.assemble.bench import Bench
from builder.assemble.names import pairs_of, propose
from builder.diagnostics import Location
from builder.schema.library import OWN_KEYS
from builder.yaml_reader import Document, Path, Value, YamlPositions
from builder.yaml_reader.values import Place

ROW_ID = "id"
"""The column with the ids of the rows."""
_BETWEEN_VALUES = "|"


def read_rows(bench: Bench, document: Document, path: str) -> Document:
    """The document with the rows of the table at ``path``, each value at its own line.

    The first line holds the keys of the columns. Both commas and semicolons will do: spreadsheets
    write what the language of the computer asks for.
    """
    text = bench.tree.text(path) or ""
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    lines = list(_read_lines(bench, text, path, delimiter))
    if not lines:
        bench.miss("C730", Location(path, 1, 1), columns=f"{ROW_ID}{delimiter}…")
        return document
    (_, heads), *rows = lines
    heads = [head.strip() for head in heads]
    columns = [key for key, _ in pairs_of(document.get("columns"))]
    if not _check_heads(bench, path, heads, columns, delimiter):
        return document
    values: dict[str, Value] = {}
    places: dict[Path, Place] = {("rows",): Place(Location(path, 1, 1), None, True)}
    first_with: dict[str, int] = {}
    for number, cells in rows:
        where = Location(path, number, 1)
        row = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
        name = row.pop(ROW_ID, "")
        if len(cells) != len(heads):
            bench.miss("C731", where, found=len(cells), expected=len(heads))
        elif not name:
            bench.miss("C732", where)
        elif name in first_with:
            bench.miss("C733", where, row=name, first=first_with[name])
        else:
            first_with[name] = number
            values[name] = {key: _split(key, value) for key, value in row.items() if value}
            places[("rows", name)] = Place(where, where, True)
            places |= {("rows", name, key): Place(where, where, False) for key in row if row[key]}
    positions = YamlPositions(document.path, {**document.positions.places, **places})
    return replace(document, value={**document.value, "rows": values}, positions=positions)


def _read_lines(
    bench: Bench, text: str, path: str, delimiter: str
) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it starts; what is no CSV ends it."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    before = 0
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error:
            bench.miss("C734", Location(path, before + 1, 1))
            return
        number, before = before + 1, reader.line_num
        if any(cell.strip() for cell in record):
            yield number, record


def _check_heads(
    bench: Bench, path: str, heads: list[str], columns: list[str], delimiter: str
) -> bool:
    """Whether the first line names what the YAML names, and the rows."""
    where = Location(path, 1, 1)
    known = (ROW_ID, *columns, *OWN_KEYS)
    missing = [key for key in (ROW_ID, *columns) if key not in heads]
    unknown = [head for head in heads if head not in known]
    for head in unknown:
        bench.miss("C706", where, column=head, overview=path, **propose(head, known))
    if missing and not unknown:
        bench.miss("C730", where, columns=delimiter.join(known))
    return not missing and not unknown


def _split(key: str, value: str) -> Value:
    """Several values of a cell stand with a bar between them."""
    parts = [part.strip() for part in value.split(_BETWEEN_VALUES)]
    return value if key in OWN_KEYS or len(parts) == 1 else [part for part in parts if part]
