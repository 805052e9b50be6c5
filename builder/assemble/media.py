"""The pictures and other files that texts use."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable

from builder.assemble.bench import Bench
from builder.course import Media
from builder.markdown_reader import Reference


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
            bench.report("A101", where, target=target, expected=path)
    return None


def _is_refused(bench: Bench, path: str) -> bool:
    """Whether the file, or a folder that it lies in, exists but has a finding of its own."""
    return any(path == one or path.startswith(one + "/") for one in bench.tree.refused)
