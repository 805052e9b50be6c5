"""The pictures, recordings and other files that texts use."""

from __future__ import annotations

import difflib
import posixpath
import unicodedata
from collections.abc import Iterable, Mapping

from builder import markdown_reader, proposals
from builder.assemble.bench import Bench
from builder.course import Media, Transcript
from builder.markdown_reader import Reference

TRANSCRIPT_ENDING = ".md"

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
        if reference.kind == "quiz":
            continue
        found = _find(bench, reference, folder, homes)
        before = media.get(reference.target)
        if found:
            media[reference.target] = before if before and before.is_shown else found
    return media


def read_transcripts(
    bench: Bench, references: Iterable[Reference], media: Mapping[str, Media]
) -> dict[str, Transcript]:
    """Path as written → what is said in a recording; files of other kinds are for the rules."""
    transcripts: dict[str, Transcript] = {}
    for reference in references:
        found = media.get(reference.target)
        if reference.kind != "transcript" or found is None:
            continue
        text = bench.tree.text(found.source)
        if text is not None and found.source.lower().endswith(TRANSCRIPT_ENDING):
            read = markdown_reader.read_transcript(text, found.source)
            bench.findings += read.diagnostics
            if read.value:
                made = Transcript(found.source, read.value.tokens, read.value.lines)
                transcripts[reference.target] = made
    return transcripts


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
        return Media(path, file.data, is_shown=reference.kind == "picture")
    elif not bench.tree.is_refused(path):
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
    """What to write instead of a path that leads nowhere: a website, or a file that is like it."""
    website = proposals.propose_website(reference.target) if reference.kind == "file" else None
    if website:
        return {"write": website}
    ending = posixpath.splitext(reference.target)[1].casefold()
    media = [
        posixpath.relpath(file.path, folder)
        for file in bench.tree.files.values()
        if (file.text is None or (ending and file.path.endswith(ending)))
        and any(file.path.startswith(home + "/") for home in homes)
    ]
    name = posixpath.basename(reference.target).casefold()
    same = [one for one in media if posixpath.basename(one).casefold() == name]
    close = same or difflib.get_close_matches(reference.target, media, 1, _LIKENESS)
    return {"write": close[0]} if close else {}
