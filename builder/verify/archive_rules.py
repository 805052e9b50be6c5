"""The zip itself: order, methods, headers, names. These rules need no manifest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from builder.diagnostics import Diagnostic
from builder.verify.manifest import MANIFEST, find_manifest
from builder.verify.opening import (
    DATA_DESCRIPTOR,
    ENCRYPTED,
    MAX_TEXT_BYTES,
    READABLE_METHODS,
    OpenedZip,
)

ArchiveRule = Callable[[OpenedZip], Iterator[Diagnostic]]

VERSION_NEEDED = 20
LARGE_BYTES = 100 * 1000**2
TOO_LARGE_BYTES = 250 * 1000**2
MAX_PATH_LENGTH = 120
MAX_DEPTH = 4
_ZIP64_FIELD = 1
_ZIP64_LOCATOR = b"PK\x06\x07"

_JUNK_NAMES = frozenset(["thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "icon\r"])
_JUNK_EXTENSIONS = frozenset(["map", "php", "exe", "swf", "bat", "sh", "bak", "tmp"])
SERVED_EXTENSIONS = frozenset(
    [
        "html",
        "js",
        "css",
        "png",
        "jpg",
        "gif",
        "svg",
        "webp",
        "mp3",
        "m4a",
        "mp4",
        "webm",
        "vtt",
        "pdf",
        "json",
        "xml",
        "xsd",
        "dtd",
        "txt",
        "woff2",
    ]
)


def members_are_whole(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. A member whose checksum fails is lost, and many LMSs refuse the whole package."""
    for path in package.damaged():
        yield Diagnostic("V102", package.at(path), {"member": path})


def manifest_is_there(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. At the root, under its exact name (SCORM CAM, package interchange file)."""
    path = find_manifest(package)
    if path is None:
        yield Diagnostic("V103", package.at())
    elif "/" in path:
        yield Diagnostic("V104", package.at(path), {"member": path})
    elif path != MANIFEST:
        yield Diagnostic("V105", package.at(path), {"member": path})


def manifest_is_first(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Importers that read a stream look at the first entry only."""
    path = find_manifest(package)
    first = package.entries[0].filename if package.entries else ""
    if path is not None and path != first:
        yield Diagnostic("V106", package.at(path), {"first": first})


def paths_stay_inside(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. No absolute path, drive, backslash, ``..`` or control character in a name."""
    for entry in package.entries:
        path = entry.orig_filename
        parts = path.replace("\\", "/").split("/")
        if (
            not path
            or path.startswith("/")
            or "\\" in path
            or ".." in parts
            or re.match(r"[A-Za-z]:", path)
            or re.search(r"[\x00-\x1f]", path)
        ):
            yield Diagnostic("V107", package.at(path), {"member": path})


def methods_are_common(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Deflate and store are the only methods that every importer knows."""
    for entry in package.entries:
        if entry.compress_type not in READABLE_METHODS:
            params: dict[str, str | int] = {
                "member": entry.filename,
                "method": entry.compress_type,
            }
            yield Diagnostic("V108", package.at(entry.filename), params)


def nothing_is_encrypted(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. An LMS has no password."""
    for entry in package.entries:
        if entry.flag_bits & ENCRYPTED:
            yield Diagnostic("V109", package.at(entry.filename), {"member": entry.filename})


def version_needed_is_low(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Version 2.0 is enough for deflate; higher asks for features that readers lack."""
    found: dict[str, int] = {}
    for entry in package.entries:
        header = package.local_header(entry)
        version = max(entry.extract_version, header.version if header else 0)
        if version > VERSION_NEEDED:
            found[entry.filename] = version
    for one in _first_of("V110", package, list(found)):
        version = found[str(one.params["member"])]
        params = {**one.params, "version": f"{version // 10}.{version % 10}"}
        yield Diagnostic("V110", one.location, params)


def sizes_come_first(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Bit 3 puts the sizes after the data: readers of a stream cannot skip a member."""
    found = []
    for entry in package.entries:
        header = package.local_header(entry)
        if (entry.flag_bits | (header.flags if header else 0)) & DATA_DESCRIPTOR:
            found.append(entry.filename)
    yield from _first_of("V111", package, found)


def zip_is_not_64_bit(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Importers built on older libraries cannot read zip64."""
    end = package.data.rfind(b"PK\x05\x06")
    has_locator = package.data[max(end - 20, 0) : end].startswith(_ZIP64_LOCATOR)
    headers = (package.local_header(entry) for entry in package.entries)
    extras = [header.extra for header in headers if header]
    extras += [entry.extra for entry in package.entries]
    if has_locator or any(map(_has_zip64_sizes, extras)):
        yield Diagnostic("V112", package.at())


def names_are_ascii(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Other letters depend on a flag that some unpackers ignore: the file is then lost."""
    for entry in package.entries:
        if not entry.filename.isascii():
            yield Diagnostic("V113", package.at(entry.filename), {"member": entry.filename})


def names_differ(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Two names that differ in case only are one file on Windows and macOS servers."""
    seen: set[str] = set()
    for entry in package.entries:
        folded = entry.filename.casefold()
        if folded in seen:
            yield Diagnostic("V114", package.at(entry.filename), {"member": entry.filename})
        seen.add(folded)


def nothing_is_junk(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Leftovers of an operating system or an editor, and programs that LMSs refuse."""
    for path in package.files:
        parts = path.lower().split("/")
        extension = parts[-1].rpartition(".")[2] if "." in parts[-1] else ""
        hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
        if hidden or _JUNK_NAMES & set(parts) or extension in _JUNK_EXTENSIONS:
            yield Diagnostic("V115", package.at(path), {"member": path})


def package_is_not_large(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 21. Uploads above 100 MB often fail, above 250 MB some LMSs refuse them."""
    size_mb = len(package.data) // 1000**2
    if len(package.data) > TOO_LARGE_BYTES:
        yield Diagnostic("V117", package.at(), {"size_mb": size_mb, "limit_mb": 250})
    elif len(package.data) > LARGE_BYTES:
        yield Diagnostic("V116", package.at(), {"size_mb": size_mb, "limit_mb": 100})


def unpacked_size_is_sensible(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 21. A zip that unpacks to gigabytes or to thousands of files is looked at no further."""
    if package.is_a_bomb:
        params = {"size_mb": package.unpacked_bytes // 1000**2, "entries": len(package.entries)}
        yield Diagnostic("V118", package.at(), params)


def headers_agree(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Some readers trust the header before the data, others the directory at the end."""
    found = []
    for entry in package.entries:
        header = package.local_header(entry)
        if (
            header is None
            or header.method != entry.compress_type
            or header.flags != entry.flag_bits
            or header.name not in _spellings(entry.orig_filename)
        ):
            found.append(entry.filename)
    yield from _first_of("V119", package, found)


def there_is_no_comment(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. Readers that look for the end of the zip stumble over a comment behind it."""
    if package.zip.comment or any(entry.comment for entry in package.entries):
        yield Diagnostic("V120", package.at())


def paths_are_short(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 20. An LMS puts a long path of its own in front of it."""
    for path in package.files:
        if len(path) > MAX_PATH_LENGTH or path.count("/") >= MAX_DEPTH:
            params: dict[str, str | int] = {
                "member": path,
                "length": len(path),
                "depth": path.count("/"),
            }
            yield Diagnostic("V121", package.at(path), params)


def extensions_are_served(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 23. Only kinds of files that LMSs serve under the right type are put in a package."""
    for path in package.files:
        name = path.rpartition("/")[2]
        extension = name.rpartition(".")[2] if "." in name else ""
        if extension not in SERVED_EXTENSIONS:
            yield Diagnostic("V122", package.at(path), {"member": path})


def texts_are_small(package: OpenedZip) -> Iterator[Diagnostic]:
    """Item 21. A manifest, page or script above 8 MB is not looked into, and says so."""
    for path, entry in package.files.items():
        is_text = path.lower().endswith((".html", ".htm", ".js", ".css", ".xml"))
        if is_text and entry.file_size > MAX_TEXT_BYTES and not package.is_a_bomb:
            params: dict[str, str | int] = {"member": path, "limit_mb": MAX_TEXT_BYTES // 1024**2}
            yield Diagnostic("V123", package.at(path), params)


def _first_of(code: str, package: OpenedZip, members: list[str]) -> Iterator[Diagnostic]:
    """One finding for all: what the packing program does, it does to every file."""
    if members:
        params: dict[str, str | int] = {"member": members[0], "count": len(members)}
        yield Diagnostic(code, package.at(members[0]), params)


def _has_zip64_sizes(extra: bytes) -> bool:
    """Whether the extra fields of an entry hold its sizes in 64 bits."""
    while len(extra) >= 4:
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _ZIP64_FIELD:
            return True
        extra = extra[4 + length :]
    return False


def _spellings(name: str) -> set[bytes]:
    """The bytes that a name can be in a header: UTF-8 with the flag, code page 437 without."""
    return {name.encode(code, "replace") for code in ("utf-8", "cp437")}


ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    headers_agree,
    manifest_is_first,
    manifest_is_there,
    members_are_whole,
    methods_are_common,
    names_are_ascii,
    names_differ,
    nothing_is_encrypted,
    nothing_is_junk,
    package_is_not_large,
    paths_are_short,
    paths_stay_inside,
    sizes_come_first,
    texts_are_small,
    there_is_no_comment,
    unpacked_size_is_sensible,
    version_needed_is_low,
    zip_is_not_64_bit,
)
"""Run on every zip."""

OWN_ARCHIVE_RULES: tuple[ArchiveRule, ...] = (extensions_are_served,)
"""Run on packages that lesbouwer made: habits of ours, no faults of others."""
