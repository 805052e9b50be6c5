"""Films and sound: facts out of the container; what is cut short or something else is refused."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from builder.media.recordings import PLAYED_EVERYWHERE, Recording, read_recording
from tests.media_samples import box, element, make_mp3, make_mp4, make_webm


@pytest.mark.parametrize("is_long", [False, True])
def test_a_film_in_mp4(is_long: bool) -> None:
    assert read_recording(make_mp4(12.5, is_long=is_long), ".mp4") == Recording(
        has_picture=True,
        has_sound=True,
        duration_s=12.5,
        width_px=640,
        height_px=360,
        codings=("avc1", "mp4a"),
    )


@pytest.mark.parametrize("is_endless", [False, True])
def test_a_film_in_webm(is_endless: bool) -> None:
    assert read_recording(make_webm(12.5, is_endless=is_endless), ".webm") == Recording(
        has_picture=True,
        has_sound=True,
        duration_s=12.5,
        width_px=640,
        height_px=360,
        codings=("V_VP9", "A_OPUS"),
    )


@pytest.mark.parametrize(("make", "ending"), [(make_mp4, ".mp4"), (make_webm, ".webm")])
def test_tracks(make: Callable[..., bytes], ending: str) -> None:
    silent, heard = make(sound=False), make(film=False)
    found = read_recording(silent, ending)
    assert found
    assert (found.has_picture, found.has_sound) == (True, False)
    found = read_recording(heard, ending)
    assert found
    assert (found.has_picture, found.has_sound, found.width_px) == (False, True, 0)
    assert read_recording(make(film=False, sound=False), ending) is None


def test_a_film_made_with_the_phone_upright_is_upright() -> None:
    found = read_recording(make_mp4(size=(1920, 1080), is_turned=True), ".mp4")
    assert found
    assert (found.width_px, found.height_px) == (1080, 1920)


@pytest.mark.parametrize(
    ("data", "ending", "duration_s"),
    [
        (make_mp4(0), ".mp4", None),
        (make_mp4(0, fragment_s=7), ".mp4", 7),
        (make_mp4(0, fragment_s=7, is_long=True), ".mp4", 7),
        (make_mp4(0xFFFFFFFF / 1000), ".mp4", None),
        (make_webm(None), ".webm", None),
        (make_webm(float("inf")), ".webm", None),
        (make_webm(-1), ".webm", None),
    ],
)
def test_durations(data: bytes, ending: str, duration_s: float | None) -> None:
    found = read_recording(data, ending)
    assert found
    assert found.duration_s == duration_s


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"", ".mp4"),
        (b"", ".webm"),
        (b"", ".mp3"),
        (make_webm(), ".mp4"),
        (make_mp4(), ".webm"),
        (make_webm(doc_type=b"matroska"), ".webm"),
        (make_mp4()[:-1], ".mp4"),
        (make_mp4()[:300], ".mp4"),
        (make_webm()[:-1], ".webm"),
        (box(b"ftyp", b"isom") + box(b"mdat", bytes(9)), ".mp4"),
        (box(b"ftyp", b"isom") + box(b"moov", b""), ".mp4"),
        (element(0x1A45DFA3, element(0x4282, b"webm")), ".webm"),
        (b"ID3", ".mp3"),
        (b"\xff\xfb\xf0\x00" + bytes(400), ".mp3"),
        (make_mp4(), ".mp3"),
    ],
)
def test_what_is_not_whole_or_something_else(data: bytes, ending: str) -> None:
    assert read_recording(data, ending) is None


def test_boxes_may_be_long_open_or_followed_by_padding() -> None:
    start = make_mp4()[: -len(box(b"mdat", bytes(40)))]
    for end in (
        b"\0\0\0\1mdat" + (20).to_bytes(8, "big") + bytes(4),
        b"\0\0\0\0mdat" + bytes(99),
        bytes(4),
    ):
        assert read_recording(start + end, ".mp4"), end
    assert read_recording(start + b"\0\0\0\4mdat", ".mp4") is None


def test_sound() -> None:
    for data in (make_mp3(), make_mp3(tag_bytes=300)):
        found = read_recording(data, ".mp3")
        assert found
        assert (found.has_picture, found.has_sound, found.duration_s) == (False, True, None)
    found = read_recording(make_mp4(31, film=False), ".m4a")
    assert found
    assert found.duration_s == 31


def test_codings_of_phones_that_others_cannot_play() -> None:
    found = read_recording(make_mp4(film_coding="hvc1"), ".mp4")
    assert found
    assert set(found.codings) - PLAYED_EVERYWHERE == {"hvc1"}


@pytest.mark.parametrize(
    ("whole", "ending"),
    [(make_mp4(), ".mp4"), (make_webm(), ".webm"), (make_mp3(tag_bytes=20), ".mp3")],
)
def test_no_damage_leads_to_an_exception(whole: bytes, ending: str) -> None:
    chance = random.Random(ending)
    for _ in range(3000):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found = read_recording(bytes(data[: chance.randint(1, len(data))]), ending)
        assert found is None or isinstance(found, Recording)
