"""Media: safe unique names, sizes."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from builder.course import Media
from builder.render.assets import collect
from tests.unit.sample_course import LESSON, make_course


def picture(kind: str, width: int = 4, height: int = 3, orientation: int = 0) -> bytes:
    stream = BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    Image.new("RGB", (width, height)).save(stream, kind, exif=exif)
    return stream.getvalue()


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()


def lesson_with(*targets: str) -> str:
    return LESSON + "\n" + "\n".join(f"![Een plaat](<{target}>)\n" for target in targets)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("media/plaat.png", "media/plaat.webp"),
        ("media/Foto Één (2).PNG", "media/foto-een-2.webp"),
        ("media/onder/plaat.png", "media/plaat.webp"),
        ("media/%.png", "media/kop.webp"),
        (f"media/{'lang' * 40}.png", f"media/{'lang' * 15}.webp"),
    ],
)
def test_names_are_safe(target: str, path: str) -> None:
    written = target.replace("%", "%25")
    course = make_course(lesson_with(written), files={target: picture("PNG")})
    (asset,) = collect(course).by_source.values()
    assert asset.path == path
    assert re.fullmatch(r"[a-z0-9_/-]+\.[a-z0-9]+", asset.path)
    assert len(asset.path) <= 120


def test_a_picture_wider_than_its_small_form_has_both() -> None:
    files = {
        "media/a.JPEG": picture("JPEG", 1300, 650),
        "media/a-600.png": picture("PNG", 8, 8),
        "media/b.webp": picture("WEBP", 600, 10),
    }
    assets = collect(make_course(lesson_with(*files), files=files))
    large = assets.of(Media("modules/eerste/media/a.JPEG", b""))
    assert (large.path, large.width_px, large.height_px) == ("media/a.webp", 1200, 600)
    assert large.small
    assert (large.small.width_px, large.small.height_px) == (600, 300)
    assert re.fullmatch(r"media/a-600-[0-9a-f]{8}\.webp", large.small.path)
    assert assets.of(Media("modules/eerste/media/b.webp", b"")).small is None
    assert [file.path for file in assets.files()] == sorted(
        ["media/a.webp", large.small.path, "media/a-600.webp", "media/b.webp"]
    )


def test_equal_files_share_a_name_and_others_get_their_own() -> None:
    files = {
        "media/a.png": picture("PNG"),
        "media/A.png": picture("PNG"),
        "media/b/a.png": picture("PNG", 9, 9),
    }
    assets = collect(make_course(lesson_with(*files), files=files))
    paths = {source: asset.path for source, asset in assets.by_source.items()}
    assert paths["modules/eerste/media/a.png"] == paths["modules/eerste/media/A.png"]
    assert re.fullmatch(r"media/a-[0-9a-f]{8}\.webp", paths["modules/eerste/media/b/a.png"])
    assert len(assets.files()) == 2
    found = assets.of(Media("modules/eerste/media/b/a.png", b""))
    assert (found.width_px, found.height_px) == (9, 9)


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", picture("PNG", 7, 5), (7, 5)),
        ("a.jpg", picture("JPEG", 7, 5, orientation=6), (5, 7)),
        ("a.jpg", picture("JPEG", 7, 5, orientation=3), (7, 5)),
        ("a.svg", svg('viewBox="0 0 400 200.4"'), (400, 200)),
        ("a.svg", svg('viewBox="0,0,40,20" width="30px" height="15.5"'), (30, 16)),
        ("a.svg", svg('viewBox="0 0 40 20" width="100%" height="50%"'), (40, 20)),
        ("a.svg", svg(""), (0, 0)),
        ("a.svg", svg('viewBox="0 0 x y"'), (0, 0)),
        ("a.pdf", b"%PDF-1.7", (0, 0)),
    ],
)
def test_sizes(name: str, data: bytes, size: tuple[int, int]) -> None:
    target = f"media/{name}"
    course = make_course(lesson_with(target), files={target: data})
    (asset,) = collect(course).by_source.values()
    assert (asset.width_px, asset.height_px) == size


def test_a_picture_that_is_only_linked_to_has_one_size() -> None:
    files = {"media/a.png": picture("PNG", 1300, 20)}
    course = make_course(lesson_with("media/a.png"), files=files)
    linked = replace(course.lessons[0].media["media/a.png"], is_shown=False)
    lesson = replace(course.lessons[0], media={"media/a.png": linked})
    module = replace(course.modules[0], lessons=(lesson,))
    assets = collect(replace(course, modules=(module,)))
    assert [file.path for file in assets.files()] == ["media/a.webp"]


def test_a_damaged_picture_never_gets_here() -> None:
    course = make_course(lesson_with("media/a.png"), files={"media/a.png": b"kapot"})
    with pytest.raises(ValueError, match="checked"):
        collect(course)
