"""Zips that break one rule of the form."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


class OneWay(io.RawIOBase):
    """A stream that cannot go back, which makes zipfile write sizes behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Buffer) -> int:
        block = bytes(memoryview(piece))
        self.data += block
        return len(block)


def streamed(files: Mapping[str, bytes]) -> bytes:
    stream = OneWay()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return bytes(stream.data)


def written(
    files: Mapping[str, bytes],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    last_method: int | None = None,
    is_zip64: bool = False,
    comment: bytes = b"",
) -> bytes:
    """A zip; the last file may have another method or the 64-bit form."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")  # about a name that is there twice
        archive.comment = comment
        last = list(files)[-1]
        for path, data in files.items():
            info = zipfile.ZipInfo(path)
            is_last = path == last
            info.compress_type = last_method if is_last and last_method is not None else method
            with archive.open(info, "w", force_zip64=is_zip64 and is_last) as member:
                member.write(data)
    return stream.getvalue()


def with_extra_entry(files: Mapping[str, bytes], name: str, data: bytes = b"x") -> bytes:
    """The files and one entry whose name is written as it stands, twice-used names included."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, data)
    return stream.getvalue()


def patched(data: bytes, path: str, *, where: str, offset: int, form: str, value: int) -> bytes:
    """A field of a header of one file overwritten: ``where`` is ``local``, ``central`` or both."""
    changed = bytearray(data)
    name = path.encode()
    for kind, signature, at, name_at in (
        ("local", b"PK\x03\x04", offset, 30),
        ("central", b"PK\x01\x02", offset + 2 if offset >= 4 else offset, 46),
    ):
        start = data.find(signature)
        while start >= 0 and where in (kind, "both"):
            if data[start + name_at :].startswith(name):
                struct.pack_into(form, changed, start + at, value)
            start = data.find(signature, start + 4)
    return bytes(changed)
