"""The boxes of an mp4 or m4a file (ISO/IEC 14496-12), as far as a player needs them first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.media.recording import DamagedError, Recording

_UNKNOWN_32, _UNKNOWN_64 = 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF
_MOST_BOXES = 100_000
"""No honest file has so many on one level; a made-up one could go on for ever."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A box: its content lies between ``start`` and ``end`` in the file."""

    kind: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Track:
    handler: bytes
    coding: str
    width_px: int
    height_px: int


def read_mp4(data: bytes) -> Recording | None:
    """What the file holds; None when it is no mp4 or a part of one."""
    try:
        boxes = list(_boxes(data, 0, len(data)))
        if not boxes or boxes[0].kind != b"ftyp":
            return None
        movie = next((box for box in boxes if box.kind == b"moov"), None)
        return _read_movie(data, movie) if movie else None
    except DamagedError:
        return None


def _read_movie(data: bytes, movie: _Box) -> Recording | None:
    inner = list(_boxes(data, movie.start, movie.end))
    tracks = [_read_track(data, box) for box in inner if box.kind == b"trak"]
    films = [track for track in tracks if track.handler == b"vide"]
    sounds = [track for track in tracks if track.handler == b"soun"]
    if not films and not sounds:
        return None
    return Recording(
        has_picture=bool(films),
        has_sound=bool(sounds),
        duration_s=_duration(data, inner),
        width_px=films[0].width_px if films else 0,
        height_px=films[0].height_px if films else 0,
        codings=tuple(track.coding for track in (*films, *sounds)),
    )


def _duration(data: bytes, movie: list[_Box]) -> float | None:
    """§8.2.2 mvhd; of a film in fragments §8.8.2 mehd, which may be absent."""
    header = next((box for box in movie if box.kind == b"mvhd"), None)
    if header is None:
        raise DamagedError
    is_long = _number(data, header, 0, 1) == 1
    scale = _number(data, header, 20 if is_long else 12, 4)
    length = _number(data, header, 24 if is_long else 16, 8 if is_long else 4)
    for extension in (box for box in movie if box.kind == b"mvex"):
        for box in _boxes(data, extension.start, extension.end):
            if box.kind == b"mehd":
                length = _number(data, box, 4, 8 if _number(data, box, 0, 1) == 1 else 4)
    if not scale or not length or length in (_UNKNOWN_32, _UNKNOWN_64):
        return None
    return length / scale


def _read_track(data: bytes, track: _Box) -> _Track:
    handler, coding, width, height = b"", "", 0, 0
    for box in _walk(data, track):
        if box.kind == b"tkhd":
            width, height = _shown_size(data, box)
        elif box.kind == b"hdlr":
            handler = _bytes(data, box, 8, 4)
        elif box.kind == b"stsd" and _number(data, box, 4, 4):
            coding = _bytes(data, box, 12, 4).decode("latin-1").strip()
    return _Track(handler, coding, width, height)


def _walk(
    data: bytes, outer: _Box, inward: tuple[bytes, ...] = (b"mdia", b"minf", b"stbl")
) -> Iterator[_Box]:
    """The boxes of a track, and those on the way inward (§8.3 to §8.5)."""
    for box in _boxes(data, outer.start, outer.end):
        yield box
        if box.kind in inward[:1]:
            yield from _walk(data, box, inward[1:])


def _shown_size(data: bytes, header: _Box) -> tuple[int, int]:
    """§8.3.2 tkhd: width and height in 16.16 pixels; its matrix may turn them a quarter."""
    at = 52 if _number(data, header, 0, 1) == 1 else 40
    width, height = (_number(data, header, at + 36 + step, 4) >> 16 for step in (0, 4))
    is_turned = _number(data, header, at, 4) == 0 and _number(data, header, at + 4, 4) != 0
    return (height, width) if is_turned else (width, height)


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    """The boxes between two places (§4.2).

    Raises ``DamagedError`` when one is longer than its room.
    """
    for _ in range(_MOST_BOXES):
        if start == end:
            return
        size = int.from_bytes(data[start : start + 4], "big")
        kind = data[start + 4 : start + 8]
        header = 8
        if size == 1:
            size = int.from_bytes(data[start + 8 : start + 16], "big")
            header = 16
        elif size == 0:
            size = end - start
        if len(kind) < 4 or size < header or start + size > end:
            if _is_padding(data[start:end]):
                return
            raise DamagedError
        yield _Box(kind, start + header, start + size)
        start += size
    raise DamagedError


def _is_padding(rest: bytes) -> bool:
    """QuickTime ends a list of boxes with four empty bytes."""
    return len(rest) < 8 and not rest.strip(b"\0")


def _number(data: bytes, box: _Box, at: int, size: int) -> int:
    return int.from_bytes(_bytes(data, box, at, size), "big")


def _bytes(data: bytes, box: _Box, at: int, size: int) -> bytes:
    if box.start + at + size > box.end:
        raise DamagedError
    return data[box.start + at : box.start + at + size]
