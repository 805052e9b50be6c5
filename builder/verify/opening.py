"""A zip of unknown origin, opened with care: what may be read of it, and what is known of its form.

Nothing is unpacked to the disk. Sizes are looked at before anything is decompressed, so that a
small file that unpacks to something enormous does no harm.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.diagnostics import Diagnostic, Location, Outcome

MAX_UNPACKED_BYTES = 2 * 1024**3
MAX_ENTRIES = 20_000
MAX_RATIO = 1_100
"""Deflate cannot do better than about 1032 to 1."""
RATIO_MATTERS_BYTES = 1024**2
MAX_TEXT_BYTES = 8 * 1024**2
"""Largest manifest, page or script that is looked into."""

ENCRYPTED, DATA_DESCRIPTOR = 1 << 0, 1 << 3
READABLE_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
)
"""What ``zipfile`` throws at files that are damaged, or made to be."""

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")


@dataclass(frozen=True, slots=True)
class LocalHeader:
    """The header in front of a member's data, which some readers trust instead of the directory."""

    version: int
    flags: int
    method: int
    name: bytes
    extra: bytes


@dataclass(frozen=True)
class OpenedZip:
    """A zip whose directory could be read. ``name`` is what the reader calls the file."""

    name: str
    data: bytes
    zip: zipfile.ZipFile

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """Everything in the zip, folders too, in the order of the directory."""
        return self.zip.infolist()

    @cached_property
    def files(self) -> Mapping[str, zipfile.ZipInfo]:
        """Path → file, without folders."""
        return {each.filename: each for each in self.entries if not is_folder(each)}

    @cached_property
    def unpacked_bytes(self) -> int:
        """What everything together takes when unpacked, as the directory says."""
        return sum(entry.file_size for entry in self.entries)

    @cached_property
    def is_a_bomb(self) -> bool:
        """Unpacking would take more room than any honest package does."""
        return (
            self.unpacked_bytes > MAX_UNPACKED_BYTES
            or len(self.entries) > MAX_ENTRIES
            or any(
                entry.file_size > RATIO_MATTERS_BYTES
                and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
                for entry in self.entries
            )
        )

    def at(self, path: str = "", line: int = 0) -> Location:
        """The place of a file in the zip (``course.zip!imsmanifest.xml``), or of the zip itself."""
        shown = "".join(char if char.isprintable() else "�" for char in path)
        return Location(f"{self.name}!{shown}" if path else self.name, line)

    def local_header(self, entry: zipfile.ZipInfo) -> LocalHeader | None:
        """The header in front of the data, or nothing when there is none at that place."""
        start = entry.header_offset
        raw = self.data[start : start + _LOCAL_HEADER.size]
        if start < 0 or len(raw) < _LOCAL_HEADER.size:
            return None
        fields = _LOCAL_HEADER.unpack(raw)
        signature, version, flags, method, *_, name_length, extra_length = fields
        if signature != b"PK\x03\x04":
            return None
        name_at = start + _LOCAL_HEADER.size
        extra_at = name_at + name_length
        name, extra = self.data[name_at:extra_at], self.data[extra_at : extra_at + extra_length]
        return LocalHeader(version, flags, method, name, extra)

    def text_bytes(self, path: str) -> bytes | None:
        """The content of a manifest, page or script; nothing when absent, damaged or too large."""
        entry = self.files.get(path)
        if entry is None or entry.file_size > MAX_TEXT_BYTES or not is_readable(entry):
            return None
        if self.is_a_bomb:
            return None
        try:
            return self.zip.read(entry)
        except UNREADABLE:
            return None

    def damaged(self) -> Iterator[str]:
        """Paths of the members whose content does not agree with its checksum."""
        if self.is_a_bomb:
            return
        for entry in self.entries:
            if not is_readable(entry) or is_folder(entry):
                continue
            try:
                with self.zip.open(entry) as stream:
                    while stream.read(1 << 20):
                        pass
            except UNREADABLE:
                yield entry.filename


def is_readable(entry: zipfile.ZipInfo) -> bool:
    """Every LMS can read it: not encrypted, and stored or deflated."""
    return entry.compress_type in READABLE_METHODS and not entry.flag_bits & ENCRYPTED


def is_folder(entry: zipfile.ZipInfo) -> bool:
    """A folder stands in a zip as a name with a slash at its end. A name can also be empty."""
    return entry.filename.endswith("/")


def open_zip(data: bytes, name: str) -> Outcome[OpenedZip]:
    """Reads the directory of a zip; a file that is no zip gives a finding and no value."""
    try:
        opened = OpenedZip(name=name, data=data, zip=zipfile.ZipFile(io.BytesIO(data)))
    except UNREADABLE:
        return Outcome(None, (Diagnostic("V101", Location(name)),))
    return Outcome(opened)
