"""An overview of the library as a table of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from builder.library import Overview, rows_where
from builder.markdown_reader import parse, plain, slug
from builder.render.dates import show_date
from builder.render.html import Scope, write_line
from builder.render.marks import write_cite, write_value


def make_overview(
    overview: Overview, columns: Sequence[str], only: Mapping[str, str], scope: Scope
) -> dict[str, object]:
    """Title, columns and rows of a part of an overview, the first column being the row's name.

    ``filter_by`` of a cell are the values by which the player filters, a bar between them.
    """
    shown = tuple(columns) or tuple(overview.file.columns)
    heads = {key: overview.file.columns[key] for key in shown}
    rows = list(rows_where(overview.file, only).values())
    values = {key: [one for row in rows for one in row.cells.get(key, ())] for key in heads}
    dates = [row.checked for row in rows if row.checked]
    is_checked = len(dates) == len(rows)
    checked = show_date(min(dates), scope.words) if is_checked else ""
    return {
        "title": overview.file.title,
        "columns": [{"title": head.title} for head in heads.values()],
        "filters": [
            {
                "title": head.title,
                "column": number,
                "values_in_order": _order(values[key]),
            }
            for number, (key, head) in enumerate(heads.items())
            if head.filter
        ],
        "rows": [
            [
                {
                    "label": head.title,
                    "html": _write_cell(overview, key, row.cells.get(key, ()), scope),
                    "filter_by": _plain(row.cells.get(key, ())) if head.filter else "",
                }
                for key, head in heads.items()
            ]
            for row in rows
        ],
        "cites": [_write_cite(row.source, scope) for row in rows],
        "checked": scope.words["overview.checked"].format(date=checked) if checked else "",
    }


def _write_cell(overview: Overview, column: str, values: Sequence[str], scope: Scope) -> Markup:
    """One value as it is, several as a list; numbers and addresses are links."""

    def line(text: str) -> Markup:
        return write_line(text, scope)

    written = [write_value(overview, column, value, scope, line) for value in values]
    if len(written) < 2:
        return Markup("").join(written)
    items = Markup("").join(Markup("<li>{}</li>").format(one) for one in written)
    return Markup("<ul>{}</ul>").format(items)


def _write_cite(source: str | None, scope: Scope) -> Markup:
    return write_cite(source, scope, Markup) if source in scope.cited and source else Markup()


def _plain(values: Iterable[str]) -> str:
    return "|".join(plain(parse(value)).replace("|", "/") for value in values)


def _order(values: Iterable[str]) -> list[str]:
    """Each value once, as the cells have it, in the order of the alphabet."""
    return sorted({_plain((value,)) for value in values}, key=lambda value: (slug(value), value))
