"""The elements of a webm file (EBML, RFC 8794; Matroska, RFC 9559) that stand before its frames."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from builder.media.recording import DamagedError, Recording

_EBML, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675
_INFO, _TIMESTAMP_SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _TRACK_ENTRY, _TRACK_TYPE, _CODEC_ID = 0x1654AE6B, 0xAE, 0x83, 0x86
_VIDEO, _PIXEL_WIDTH, _PIXEL_HEIGHT = 0xE0, 0xB0, 0xBA
_IS_FILM, _IS_SOUND = 1, 2
_DEFAULT_SCALE_NS = 1_000_000
_MOST_ELEMENTS = 100_000


@dataclass(frozen=True, slots=True)
class _Element:
    """An element: its content lies between ``start`` and ``end`` in the file."""

    id: int
    start: int
    end: int


def read_webm(data: bytes) -> Recording | None:
    """What the file holds; None when it is no webm or a part of one."""
    try:
        top = _elements(data, 0, len(data))
        header = next(top, None)
        if header is None or header.id != _EBML or _doc_type(data, header) != b"webm":
            return None
        segment = next((one for one in top if one.id == _SEGMENT), None)
        return _read_segment(data, segment) if segment else None
    except DamagedError:
        return None


def _doc_type(data: bytes, header: _Element) -> bytes:
    inner = _elements(data, header.start, header.end)
    return next(
        (data[one.start : one.end].rstrip(b"\0") for one in inner if one.id == _DOC_TYPE), b""
    )


def _read_segment(data: bytes, segment: _Element) -> Recording | None:
    duration_s: float | None = None
    kinds: list[int] = []
    codings: list[str] = []
    size = (0, 0)
    for element in _elements(data, segment.start, segment.end):
        if element.id == _INFO:
            duration_s = _duration(data, element)
        elif element.id == _TRACKS:
            for entry in _elements(data, element.start, element.end):
                if entry.id == _TRACK_ENTRY:
                    parts = {one.id: one for one in _elements(data, entry.start, entry.end)}
                    kinds.append(_number(data, parts.get(_TRACK_TYPE)))
                    codings.append(_text(data, parts.get(_CODEC_ID)))
                    size = _size(data, parts.get(_VIDEO)) or size
        elif element.id == _CLUSTER:
            break
    if _IS_FILM not in kinds and _IS_SOUND not in kinds:
        return None
    return Recording(
        has_picture=_IS_FILM in kinds,
        has_sound=_IS_SOUND in kinds,
        duration_s=duration_s,
        width_px=size[0],
        height_px=size[1],
        codings=tuple(
            name for kind, name in zip(kinds, codings, strict=True) if kind in (_IS_FILM, _IS_SOUND)
        ),
    )


def _duration(data: bytes, info: _Element) -> float | None:
    """RFC 9559 §5.1.2: a float, in units of the time scale in nanoseconds; often absent."""
    parts = {one.id: one for one in _elements(data, info.start, info.end)}
    scale_ns = _number(data, parts.get(_TIMESTAMP_SCALE)) or _DEFAULT_SCALE_NS
    found = parts.get(_DURATION)
    raw = data[found.start : found.end] if found else b""
    if len(raw) not in (4, 8):
        return None
    (units,) = struct.unpack(">f" if len(raw) == 4 else ">d", raw)
    return units * scale_ns / 1e9 if math.isfinite(units) and units > 0 else None


def _size(data: bytes, video: _Element | None) -> tuple[int, int] | None:
    if video is None:
        return None
    parts = {one.id: one for one in _elements(data, video.start, video.end)}
    return _number(data, parts.get(_PIXEL_WIDTH)), _number(data, parts.get(_PIXEL_HEIGHT))


def _elements(data: bytes, start: int, end: int) -> Iterator[_Element]:
    """The elements between two places. Raises ``DamagedError`` when one is longer than its room.

    A size of only ones is unknown: the element goes on to the end (RFC 8794 §6.2).
    """
    for _ in range(_MOST_ELEMENTS):
        if start >= end:
            return
        name, start = _variable(data, start, end, keeps_marker=True)
        first = start
        size, start = _variable(data, start, end, keeps_marker=False)
        is_unknown = size == (1 << 7 * (start - first)) - 1
        stop = end if is_unknown else start + size
        if stop > end:
            raise DamagedError
        yield _Element(name, start, stop)
        start = stop
    raise DamagedError


def _variable(data: bytes, at: int, end: int, *, keeps_marker: bool) -> tuple[int, int]:
    """A number whose first byte tells its length (RFC 8794 §4), and the place behind it."""
    first = data[at] if at < end else 0
    length = 9 - first.bit_length()
    if not first or at + length > end:
        raise DamagedError
    value = int.from_bytes(data[at : at + length], "big")
    return value if keeps_marker else value & ~(1 << 7 * length), at + length


def _number(data: bytes, element: _Element | None) -> int:
    return int.from_bytes(data[element.start : element.end], "big") if element else 0


def _text(data: bytes, element: _Element | None) -> str:
    raw = data[element.start : element.end] if element else b""
    return raw.rstrip(b"\0").decode("latin-1")
