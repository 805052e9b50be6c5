"""Films and sound: what their files say about themselves. Nothing is decoded."""

from __future__ import annotations

from builder.media.mp4 import read_mp4
from builder.media.recording import Recording
from builder.media.webm import read_webm

FILM_ENDINGS = (".mp4", ".webm")
SOUND_ENDINGS = (".m4a", ".mp3")

PLAYED_EVERYWHERE = frozenset(
    {
        *("avc1", "avc3", "av01", "vp09", "mp4a", "Opus", ".mp3"),
        *("V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS"),
    }
)
"""Names of codings that the browsers of this decade play, in mp4 and in webm."""

_ID3_HEADER_BYTES = 10
_MPEG_BIT_RATES = 15
_MPEG_SAMPLE_RATES = 3


def read_recording(data: bytes, ending: str) -> Recording | None:
    """What a file with this ``ending`` holds; None when it is not a whole file of that kind.

    ``ending`` is one of ``FILM_ENDINGS`` or ``SOUND_ENDINGS``.
    """
    if ending == ".mp3":
        return _read_mp3(data)
    return read_webm(data) if ending == ".webm" else read_mp4(data)


def _read_mp3(data: bytes) -> Recording | None:
    """ID3v2 §3.1 for what may stand in front; then the header of a frame (ISO 11172-3 §2.4.1.3).

    How long it lasts is not told, only found by decoding.
    """
    at = 0
    if data.startswith(b"ID3") and len(data) > _ID3_HEADER_BYTES:
        size = 0
        for seven_bits in data[6:_ID3_HEADER_BYTES]:
            size = size << 7 | seven_bits & 0x7F
        at = _ID3_HEADER_BYTES + size
    while data[at : at + 1] == b"\0":
        at += 1
    header = int.from_bytes(data[at : at + 4], "big")
    is_frame = (
        header >> 21 == 0x7FF
        and header >> 17 & 3 == 1  # layer III
        and 0 < (header >> 12 & 15) < _MPEG_BIT_RATES
        and (header >> 10 & 3) < _MPEG_SAMPLE_RATES
    )
    return Recording(has_picture=False, has_sound=True, codings=(".mp3",)) if is_frame else None


__all__ = [
    "FILM_ENDINGS",
    "PLAYED_EVERYWHERE",
    "SOUND_ENDINGS",
    "Recording",
    "read_recording",
]
