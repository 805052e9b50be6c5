"""An overview of the library as a table of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from builder.library import Overview, rows_where
from builder.markdown_reader import parse, plain
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
    dates = [row.checked for row in rows if row.checked]
    is_checked = len(dates) == len(rows)
    checked = show_date(min(dates), scope.words) if is_checked else ""
    return {
        "title": overview.file.title,
        "columns": [{"title": head.title, "is_filter": head.filter} for head in heads.values()],
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


def _plain(values: Sequence[str]) -> str:
    return "|".join(plain(parse(value)).replace("|", "/") for value in values)
