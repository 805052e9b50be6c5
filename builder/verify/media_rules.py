"""Pictures, films, sound and captions in a package: what their names say, and nothing personal."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.diagnostics import Diagnostic
from builder.verify.archive_rules import ArchiveRule
from builder.verify.opening import UNREADABLE, OpenedZip, is_readable
from builder.verify.page_rules import PageRule, Site, fetched_addresses

_START_BYTES = 64
_SIGNATURES = {
    "gif": re.compile(rb"GIF8[79]a"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "m4a": re.compile(rb".{4}ftyp", re.DOTALL),
    "mp3": re.compile(rb"ID3|\xff[\xe2-\xff]"),
    "mp4": re.compile(rb".{4}ftyp", re.DOTALL),
    "pdf": re.compile(rb"%PDF-"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "vtt": re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)"),
    "webm": re.compile(rb"\x1a\x45\xdf\xa3"),
    "webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
"""Ending of a name → how such a file starts."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_TELLING_CHUNKS = (b"EXIF", b"XMP ")
"""Parts of a WebP file that may tell who made a picture, where and with what (RFC 9649 §2.7)."""


def files_are_what_their_names_say(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 23. Served under the type of its name, a file of another kind does not show."""
    for path in package.files:
        signature = _SIGNATURES.get(path.rpartition(".")[2])
        start = _read(package, path, _START_BYTES) if signature else None
        if signature and start is not None and not signature.match(start):
            yield Diagnostic("V141", package.at(path), {"member": path})


def pictures_tell_nothing_else(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 23. A photo may say where it was taken; nobody has to know that."""
    for path in package.files:
        if path.endswith(".webp"):
            data = _read(package, path) or b""
            if any(name in _TELLING_CHUNKS for name in _chunks(data)):
                yield Diagnostic("V142", package.at(path), {"member": path})


def what_is_fetched_is_there(site: Site) -> Iterator[Diagnostic]:
    """Item 9. Every picture, film, script and style that the page names is in the package."""
    for page in site.pages:
        missing: list[tuple[int, dict[str, str]]] = []
        for tag in page.tags:
            for address in fetched_addresses(tag):
                written = unquote(re.split(r"[?#]", address.strip(), maxsplit=1)[0])
                path = posixpath.join(posixpath.dirname(page.path), written)
                is_own = written and not _ELSEWHERE.match(written)
                if is_own and path not in site.zip.files:
                    missing.append((tag.line, {"address": written[:120]}))
        yield from site.first_of("V610", page.path, missing)


def _read(package: OpenedZip, path: str, size: int = -1) -> bytes | None:
    """The start of a member, or all of it; nothing when it cannot be read."""
    entry = package.files[path]
    if package.is_a_bomb or not is_readable(entry):
        return None
    try:
        with package.zip.open(entry) as stream:
            return stream.read(size)
    except UNREADABLE:
        return None


def _chunks(data: bytes) -> Iterator[bytes]:
    """The names of the parts of a RIFF file, as far as it is whole."""
    at = 12
    while at + 8 <= len(data):
        yield data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2


OWN_MEDIA_RULES: tuple[ArchiveRule, ...] = (
    files_are_what_their_names_say,
    pictures_tell_nothing_else,
)
OWN_MEDIA_PAGE_RULES: tuple[PageRule, ...] = (what_is_fetched_is_there,)
"""Run on packages that lesbouwer made."""
