"""Media in a package: true to their names, anonymous, and all there."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from builder.verify.media_rules import _SIGNATURES
from tests.packages.faults import findings
from tests.packages.sample import PAGE

STARTS = {
    "gif": b"GIF89a",
    "jpg": b"\xff\xd8\xff\xe0",
    "m4a": b"\0\0\0\x18ftypM4A ",
    "mp3": b"ID3\4",
    "mp4": b"\0\0\0\x18ftypisom",
    "pdf": b"%PDF-1.7",
    "png": b"\x89PNG\r\n\x1a\n",
    "vtt": b"WEBVTT\n",
    "webm": b"\x1a\x45\xdf\xa3",
    "webp": b"RIFF\x04\0\0\0WEBP",
}


def codes_with(files: dict[str, bytes]) -> list[tuple[str, object]]:
    manifest_edits = [
        ('<file href="player.js"/>', f'<file href="player.js"/><file href="{path}"/>')
        for path in files
    ]
    found = findings("scorm12", *manifest_edits, files=files)
    return [(each.code, each.params["member"]) for each in found]


def make_webp(**metadata: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (3, 3)).save(stream, "WEBP", **metadata)
    return stream.getvalue()


def test_every_kind_has_a_start() -> None:
    assert STARTS.keys() == _SIGNATURES.keys()


@pytest.mark.conformance(23)
@pytest.mark.parametrize("ending", sorted(STARTS))
def test_files_and_their_names(ending: str) -> None:
    path = f"media/x.{ending}"
    assert codes_with({path: STARTS[ending] + bytes(20)}) == [] or ending == "vtt"
    for other in {"gif", "pdf", "webm"} - {ending}:
        assert codes_with({path: STARTS[other]}) == [("V141", path)]
    assert codes_with({path: b""}) == [("V141", path)]


def test_captions_start_with_a_line_of_their_own() -> None:
    assert codes_with({"media/a.vtt": b"\xef\xbb\xbfWEBVTT - titel\n"}) == []
    assert codes_with({"media/a.vtt": b"WEBVTTX\n"}) == [("V141", "media/a.vtt")]


def test_pictures_say_nothing_about_people() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Cameramerk"
    assert codes_with({"media/a.webp": make_webp()}) == []
    assert codes_with({"media/a.webp": make_webp(exif=exif)}) == [("V142", "media/a.webp")]
    assert codes_with({"media/a.webp": make_webp(xmp=b"<x/>")}) == [("V142", "media/a.webp")]


@pytest.mark.conformance(9)
@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<img src="media/weg.png" alt="">', "media/weg.png"),
        ('<img src="media/lijn.png" srcset="media/a%20b.png 600w" alt="">', "media/a b.png"),
        ('<video src="media/a.mp4#t=3"></video>', "media/a.mp4"),
        ('<video poster="media/a.webp"></video>', "media/a.webp"),
        ('<track src="media/a.vtt">', "media/a.vtt"),
        ('<img src="Media/lijn.png" alt="">', "Media/lijn.png"),
    ],
)
def test_what_the_page_names_is_there(html: str, address: str) -> None:
    page = PAGE.replace("</main>", f"{html}</main>").encode()
    (found,) = findings("scorm12", files={"index.html": page})
    assert (found.code, found.params["address"], found.params["count"]) == ("V610", address, 1)


def test_links_inside_the_page_fetch_nothing() -> None:
    html = '<a href="weg.html">weg</a><svg><use href="#i"/></svg><img src="data:image/png," alt="">'
    page = PAGE.replace("</main>", f"{html}</main>").encode()
    assert findings("scorm12", files={"index.html": page}) == ()
