"""Small pictures, films, sound and captions, made when a test needs them.

The parts of the films are true, but there are no frames in them: no browser plays these. The tests
in the browser record a film of their own.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

CAPTIONS = """WEBVTT

00:00.000 --> 00:02.000
Dag Noor.

00:02.500 --> 00:05.000
Fijn dat je er bent.
"""
TRANSCRIPT = "Dag Noor. Fijn dat je er bent.\n"


def make_mp4(
    duration_s: float = 10,
    *,
    sound: bool = True,
    film: bool = True,
    size: tuple[int, int] = (640, 360),
    is_turned: bool = False,
    film_coding: str = "avc1",
    sound_coding: str = "mp4a",
    is_long: bool = False,
    fragment_s: float | None = None,
    mdat: int = 40,
) -> bytes:
    """An mp4.

    ``is_long`` uses the 64-bit forms, ``fragment_s`` is the length in ``mehd``, ``mdat`` the
    number of bytes where the frames would be.
    """
    length = round(duration_s * 1000)
    mvhd = (
        struct.pack(">B3xQQIQ", 1, 0, 0, 1000, length)
        if is_long
        else struct.pack(">B3xIIII", 0, 0, 0, 1000, length)
    )
    inner = box(b"mvhd", mvhd + bytes(80))
    if film:
        inner += _track(b"vide", film_coding, size, is_turned, is_long)
    if sound:
        inner += _track(b"soun", sound_coding, (0, 0), False, is_long)
    if fragment_s is not None:
        form = ">B3xQ" if is_long else ">B3xI"
        mehd = struct.pack(form, int(is_long), round(fragment_s * 1000))
        inner += box(b"mvex", box(b"mehd", mehd))
    return box(b"ftyp", b"isom\0\0\2\0isomiso2") + box(b"moov", inner) + box(b"mdat", bytes(mdat))


def _track(
    handler: bytes, coding: str, size: tuple[int, int], is_turned: bool, is_long: bool
) -> bytes:
    one = 0x10000
    matrix = (0, one, 0, one, 0, 0, 0, 0, 1 << 30) if is_turned else (one, 0, 0, 0, one, 0, 0, 0, 1)
    head = bytes((1, 0, 0, 3)) + bytes(32) if is_long else bytes((0, 0, 0, 3)) + bytes(20)
    tkhd = head + bytes(16) + struct.pack(">9I", *matrix)
    tkhd += struct.pack(">II", size[0] << 16, size[1] << 16)
    stsd = struct.pack(">II", 0, 1) + box(coding.encode().ljust(4), bytes(20))
    media = box(b"hdlr", bytes(8) + handler + bytes(13))
    media += box(b"minf", box(b"stbl", box(b"stsd", stsd)))
    return box(b"trak", box(b"tkhd", tkhd) + box(b"mdia", media))


def box(kind: bytes, content: bytes) -> bytes:
    """A box of ISO/IEC 14496-12."""
    return struct.pack(">I4s", len(content) + 8, kind) + content


def make_webm(
    duration_s: float | None = 10,
    *,
    sound: bool = True,
    film: bool = True,
    size: tuple[int, int] = (640, 360),
    doc_type: bytes = b"webm",
    film_coding: bytes = b"V_VP9",
    is_endless: bool = False,
) -> bytes:
    """A webm; ``is_endless`` leaves the size of the segment open, as live recordings do."""
    info = element(0x2AD7B1, (1_000_000).to_bytes(3, "big"))
    if duration_s is not None:
        info += element(0x4489, struct.pack(">d", duration_s * 1000))
    tracks = b""
    if film:
        shown = element(0xB0, size[0].to_bytes(2, "big")) + element(
            0xBA, size[1].to_bytes(2, "big")
        )
        tracks += _entry(1, film_coding, element(0xE0, shown))
    if sound:
        tracks += _entry(2, b"A_OPUS", b"")
    segment = element(0x1549A966, info) + element(0x1654AE6B, tracks)
    segment += element(0x1F43B675, bytes(30))
    start = element(0x1A45DFA3, element(0x4282, doc_type))
    if is_endless:
        return start + b"\x18\x53\x80\x67" + b"\x01" + b"\xff" * 7 + segment
    return start + element(0x18538067, segment)


def _entry(kind: int, coding: bytes, more: bytes) -> bytes:
    return element(0xAE, element(0x83, bytes((kind,))) + element(0x86, coding) + more)


def element(name: int, content: bytes) -> bytes:
    """An element of RFC 8794, its size in four bytes."""
    label = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return label + (len(content) | 1 << 28).to_bytes(4, "big") + content


def make_mp3(*, tag_bytes: int = 0) -> bytes:
    """One frame of MPEG-1 layer III, 128 kbit/s, 44.1 kHz, perhaps behind an ID3 tag."""
    size = bytes((tag_bytes >> shift & 0x7F) for shift in (21, 14, 7, 0))
    tag = b"ID3\4\0\0" + size + b"x" * tag_bytes if tag_bytes else b""
    return tag + b"\xff\xfb\x90\x00" + bytes(413)


RECORDINGS: dict[str, Callable[..., bytes]] = {
    "mp3": make_mp3,
    "mp4": make_mp4,
    "webm": make_webm,
}


def make_file(content: Any) -> bytes:
    """Text as it stands, or a picture or recording.

    ``format``, ``width``, ``height``, ``noise``, ``frames``, ``cut`` (bytes kept); or ``empty``: a
    header only; or ``heavy``: a drawing of so many bytes; or ``recording`` with options of the
    function that makes it.
    """
    if isinstance(content, str):
        return content.encode()
    if "recording" in content:
        options = {key: value for key, value in content.items() if key != "recording"}
        return RECORDINGS[content["recording"]](**options)
    if "heavy" in content:
        return b'<svg xmlns="http://www.w3.org/2000/svg"/>'.ljust(content["heavy"])
    size = (content.get("width", 10), content.get("height", 10))
    if content.get("empty"):
        return make_empty_png(*size)
    stream = BytesIO()
    picture = Image.effect_noise(size, 80) if content.get("noise") else Image.new("RGB", size)
    others = [Image.new("RGB", size, "red") for _ in range(content.get("frames", 1) - 1)]
    moving = {"save_all": True, "append_images": others} if others else {}
    picture.convert("RGB").save(stream, content["format"], **moving)
    return stream.getvalue()[: content.get("cut")]


def make_empty_png(width: int, height: int) -> bytes:
    """A small file that says that it is a large picture."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (header, b"IDAT" + zlib.compress(b""), b"IEND")
    chunks = [
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
