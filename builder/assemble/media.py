"""The pictures and other files that texts use."""

from __future__ import annotations

import difflib
import posixpath
import unicodedata
from collections.abc import Iterable

from builder import proposals
from builder.assemble.bench import Bench
from builder.course import Media
from builder.markdown_reader import Reference

_LIKENESS = 0.8
"""From where on one path may be meant as another: a letter that is missing, or one too many."""


def find_media(
    bench: Bench, references: Iterable[Reference], folder: str, homes: tuple[str, ...]
) -> dict[str, Media]:
    """Path as written → file.

    A path is seen from ``folder``, the folder of the text, and has to stay in one of ``homes``.
    """
    media: dict[str, Media] = {}
    for reference in references:
        found = _find(bench, reference, folder, homes)
        if found:
            media[reference.target] = found
    return media


def _find(bench: Bench, reference: Reference, folder: str, homes: tuple[str, ...]) -> Media | None:
    target, where = reference.target, reference.location
    path = posixpath.normpath(posixpath.join(folder, unicodedata.normalize("NFC", target)))
    if path.startswith(("/", "../")) or path == "..":
        bench.report("A102", where, target=target)
        return None
    file = bench.tree.files.get(path)
    if not any(path.startswith(home + "/") for home in homes):
        bench.report("C402", where, target=target, home=homes[0])
    elif file:
        bench.used.add(path)
        return Media(path, file.data)
    elif not _is_refused(bench, path):
        actual = next((one for one in bench.tree.files if one.casefold() == path.casefold()), "")
        if actual:
            bench.used.add(actual)
            written = posixpath.relpath(actual, folder)
            bench.report("C401", where, target=target, actual=written)
        else:
            proposed = _propose(bench, reference, folder, homes)
            bench.report("A101", where, target=target, expected=path, **proposed)
    return None


def _propose(
    bench: Bench, reference: Reference, folder: str, homes: tuple[str, ...]
) -> dict[str, str | int]:
    """What to write instead of a path that leads nowhere: an address, or a file that is like it."""
    target = reference.target
    address = proposals.propose_website(target) or proposals.propose_contact(target)
    if address and reference.kind == "file":
        return {"write": address}
    media = [
        posixpath.relpath(file.path, folder)
        for file in bench.tree.files.values()
        if file.text is None and any(file.path.startswith(home + "/") for home in homes)
    ]
    name = posixpath.basename(reference.target).casefold()
    same = [one for one in media if posixpath.basename(one).casefold() == name]
    close = same or difflib.get_close_matches(reference.target, media, 1, _LIKENESS)
    return {"write": close[0]} if close else {}


def _is_refused(bench: Bench, path: str) -> bool:
    """Whether the file, or a folder that it lies in, exists but has a finding of its own."""
    return any(path == one or path.startswith(one + "/") for one in bench.tree.refused)
