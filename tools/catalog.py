"""Collects every text of the command line for translators: ``python -m tools.catalog``.

Writes what is new into each ``locale/*/LC_MESSAGES/messages.po`` and drops what is gone.
Sources are the calls of gettext in ``builder``, the tables of codes, and Click, whose words
stand in the same catalogue. Needs Babel, which only those who build the project have.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from builder.codes import CODES
from builder.i18n import LOCALE_FOLDER

_PACKAGE = Path(__file__).parents[1] / "builder"
_KEYWORDS = {
    "_": None,
    "translate": None,
    "mark": None,
    "LesbouwerError": None,
    "refusal": None,
    "translate_count": (1, 2),
    "gettext": None,
    "ngettext": (1, 2),
}
_EXPLANATION = "explanation"
"""Explanations are shown as they are; a brace in them is a brace."""
_HEADER = "# The words of the command line. `python -m tools.catalog` brings it up to date."


def _extract(folder: Path) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    found = extract_from_dir(
        folder, method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=()
    )
    for file_name, _line, message, _comments, _context in found:
        if message and all(message if isinstance(message, tuple) else (message,)):
            yield Path(file_name).as_posix(), message


def collect_messages() -> dict[str | tuple[str, ...], str]:
    """Every text → the file that it comes from; a tuple is singular and plural."""
    found: dict[str | tuple[str, ...], str] = {}
    for code in CODES.values():
        for message in (code.sentence, code.fix, code.exact, code.bare):
            found.setdefault(message, f"codes {code.number}")
        found.setdefault(code.explanation, f"codes {code.number} {_EXPLANATION}")
    found.pop("", None)
    for file_name, own in _extract(_PACKAGE):
        found.setdefault(own, f"builder/{file_name}")
    click = find_spec("click")
    if click is None or not click.submodule_search_locations:
        raise ModuleNotFoundError("click")
    for file_name, theirs in _extract(Path(click.submodule_search_locations[0])):
        found.setdefault(theirs, f"click/{file_name}")
    return found


def update(catalogue: Catalog) -> Catalog:
    """A catalogue with exactly the texts of today, translated as far as ``catalogue`` goes."""
    fresh = Catalog(
        locale=catalogue.locale,
        header_comment=_HEADER,
        project="lesbouwer",
        charset="utf-8",
        fuzzy=False,
    )
    messages = sorted(collect_messages().items(), key=lambda item: item[1])
    for message, origin in messages:
        known = catalogue.get(message if isinstance(message, str) else message[0])
        fresh.add(
            message,
            known.string if known and isinstance(known.string, type(message)) else None,
            locations=[(origin, 0)],
        )
    return fresh


def read_catalogue(path: Path) -> Catalog:
    """The catalogue in a file. Raises Babel's ``PoFileError`` when it is malformed."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parent.parent.name, abort_invalid=True)


def make_po(catalogue: Catalog) -> bytes:
    """The text of a ``.po`` file: no dates and no line numbers, so that diffs stay small."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, include_lineno=False, omit_header=True)
    header = (
        f'{_HEADER}\nmsgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + stream.getvalue()


def main() -> int:
    """Brings every catalogue up to date; 1 when a translation is missing."""
    missing = 0
    for path in sorted(LOCALE_FOLDER.glob("*/LC_MESSAGES/messages.po")):
        catalogue = update(read_catalogue(path))
        path.write_bytes(make_po(catalogue))
        open_ones = [
            message for message in catalogue if message.id and not _is_done(message.string)
        ]
        sys.stdout.write(f"{path.relative_to(_PACKAGE)}: {len(open_ones)} to translate\n")
        missing += len(open_ones)
    return 1 if missing else 0


def _is_done(translation: object) -> bool:
    if isinstance(translation, (tuple, list)):
        return all(translation)
    return bool(translation)


if __name__ == "__main__":
    sys.exit(main())
