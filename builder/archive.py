"""Package → zip: the same files give the same bytes on every machine.

Every file is compressed once by libdeflate; a zip is made by copying compressed members. The
headers are written here because a package must have no data descriptors, no extra fields and
version 2.0, which some LMSs insist on.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import MutableMapping
from dataclasses import dataclass

import deflate

from builder.diagnostics import LesbouwerError
from builder.package import Archive, Package

LEVEL = 9
STORED, DEFLATED = 0, 8
VERSION_NEEDED = 20
MADE_BY_UNIX = 3 << 8 | VERSION_NEEDED
NO_FLAGS = NO_EXTRA = 0
DOS_TIME_MIDNIGHT, DOS_DATE_1980_01_01 = 0, 1 << 5 | 1
FILE_MODE = 0o100644 << 16
MAX_ENTRIES, MAX_SIZE_BYTES = 0xFFFF, 0xFFFFFFFF

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")


@dataclass(frozen=True, slots=True)
class Member:
    """A file as it stands in a zip, but for its name: method, CRC-32, size before, bytes after."""

    method: int
    crc: int
    size_bytes: int
    data: bytes


MemberCache = MutableMapping[str, Member]
"""Compressed files by ``cache_key``: a dictionary, or something that outlives the process."""


def cache_key(data: bytes) -> str:
    """Names the compressed form of a content: other libraries and levels give other bytes."""
    return f"{hashlib.sha256(data).hexdigest()}-deflate-{deflate.__version__}-{LEVEL}"


def pack(package: Package, cache: MemberCache | None = None) -> Archive:
    """The zip of a package: files in the package's order, dated 1980-01-01, mode 0644.

    Raises ``LesbouwerError`` for a package that needs the 64-bit form of zip, which LMSs do not
    read, and ``ValueError`` for a path that is not ASCII or stands there twice.
    """
    members = {} if cache is None else cache
    body, directory, names = bytearray(), bytearray(), set[bytes]()
    if len(package.files) > MAX_ENTRIES:
        raise LesbouwerError(
            "{package} would hold more than {limit} files",
            package=package.file_name,
            limit=MAX_ENTRIES,
        )
    for file in package.files:
        name = file.path.encode("ascii")
        if name in names:
            raise ValueError(f"{file.path} stands in the package twice")
        names.add(name)
        member = _member(file.data, members)
        offset = len(body)
        if offset + len(member.data) + len(directory) > MAX_SIZE_BYTES - 0x100000:
            raise LesbouwerError("{package} would be larger than 4 GB", package=package.file_name)
        shared = (
            NO_FLAGS,
            member.method,
            DOS_TIME_MIDNIGHT,
            DOS_DATE_1980_01_01,
            member.crc,
            len(member.data),
            member.size_bytes,
            len(name),
            NO_EXTRA,
        )
        body += _LOCAL.pack(b"PK\x03\x04", VERSION_NEEDED, *shared) + name + member.data
        directory += _CENTRAL.pack(
            b"PK\x01\x02", MADE_BY_UNIX, VERSION_NEEDED, *shared, 0, 0, 0, FILE_MODE, offset
        )
        directory += name
    count = len(package.files)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    data = bytes(body + directory + end)
    return Archive(package=package, data=data, sha256=hashlib.sha256(data).hexdigest())


def _member(data: bytes, cache: MemberCache) -> Member:
    key = cache_key(data)
    member = cache.get(key)
    if member is None:
        member = cache[key] = _compress(data)
    return member


def _compress(data: bytes) -> Member:
    small = bytes(deflate.deflate_compress(data, LEVEL)) if data else b""
    method, content = (DEFLATED, small) if len(small) < len(data) else (STORED, data)
    return Member(method=method, crc=zlib.crc32(data), size_bytes=len(data), data=content)
