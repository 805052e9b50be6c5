"""Pictures: two widths, light, upright, in the right colours, anonymous; never an exception."""

from __future__ import annotations

import hashlib
import os
import random
import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from builder.media import pictures
from builder.media.pictures import (
    LARGEST_BYTES,
    Picture,
    Reason,
    Refusal,
    Rendition,
    make_picture,
)

ROOT = Path(__file__).parents[3]
RED, BLUE = (255, 0, 0), (0, 0, 255)


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def make(data: bytes, ending: str) -> Picture:
    made = make_picture(data, ending)
    assert isinstance(made, Picture), made
    return made


def opened(one: Rendition) -> Image.Image:
    image = Image.open(BytesIO(one.data))
    assert image.format == "WEBP"
    assert image.size == (one.width_px, one.height_px)
    return image


def is_like(found: object, wanted: tuple[int, ...], most: int = 12) -> bool:
    assert isinstance(found, tuple)
    pairs = zip(found, wanted, strict=True)
    return all(abs(one - other) <= most for one, other in pairs)


def chunks_of(data: bytes) -> list[bytes]:
    """The names of the parts of a WebP file (RFC 9649 §2.3)."""
    found, at = [], 12
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        found.append(name)
        at += 8 + size + size % 2
    return found


@pytest.mark.parametrize(
    ("size", "large", "small"),
    [
        ((2400, 1200), (1200, 600), (600, 300)),
        ((1200, 10), (1200, 10), (600, 5)),
        ((601, 3), (601, 3), (600, 3)),
        ((600, 900), (600, 900), None),
        ((5000, 1), (1200, 1), (600, 1)),
        ((1, 1), (1, 1), None),
    ],
)
def test_sizes(
    size: tuple[int, int], large: tuple[int, int], small: tuple[int, int] | None
) -> None:
    made = make(save(Image.new("RGB", size, RED), "PNG"), ".png")
    assert opened(made.large).size == large
    assert (opened(made.small).size if made.small else None) == small
    assert not made.was_moving


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_kind(kind: str) -> None:
    made = make(save(Image.new("RGB", (700, 20), RED), kind), f".{kind.lower()}")
    assert is_like(opened(made.large).convert("RGB").getpixel((3, 3)), RED)


def test_a_detailed_photo_becomes_light() -> None:
    photo = Image.effect_noise((1600, 1200), 14).convert("RGB")
    made = make(save(photo, "JPEG", quality=95), ".jpg")
    assert made.is_light
    assert len(made.large.data) <= LARGEST_BYTES
    finest = save(photo.resize((1200, 900)), "WEBP", quality=pictures.QUALITIES[0])
    assert len(finest) > LARGEST_BYTES, "the test needs a photo that is heavy at first"


def test_what_cannot_become_light_says_so() -> None:
    made = make(save(Image.effect_noise((1200, 3000), 90), "PNG"), ".png")
    assert not made.is_light


def test_a_drawing_keeps_every_dot() -> None:
    drawing = Image.new("RGB", (400, 300), "white")
    drawing.paste("#00382f", (10, 10, 200, 11))
    made = opened(make(save(drawing, "PNG"), ".png").large)
    assert made.convert("RGB").tobytes() == drawing.tobytes()


@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [(1, (40, 20), "left top"), (3, (40, 20), "right bottom"), (6, (20, 40), "right top")],
)
def test_a_picture_stands_upright(orientation: int, size: tuple[int, int], corner: str) -> None:
    source = Image.new("RGB", (40, 20), BLUE)
    source.paste(RED, (0, 0, 10, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = opened(make(save(source, "JPEG", exif=exif, quality=95), ".jpg").large).convert("RGB")
    assert made.size == size
    x = 3 if "left" in corner else size[0] - 4
    y = 3 if "top" in corner else size[1] - 4
    assert is_like(made.getpixel((x, y)), RED, 40)


def test_a_tall_photo_on_its_side_is_measured_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    made = make(save(Image.new("RGB", (3000, 2000)), "JPEG", exif=exif), ".jpg")
    assert (made.large.width_px, made.large.height_px) == (1200, 1800)


def test_nothing_tells_who_and_where() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Cameramerk"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 30.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = Image.effect_noise((800, 40), 30).convert("RGB")
    sources = {
        ".jpg": save(photo, "JPEG", exif=exif, icc_profile=profile, comment=b"van Noor"),
        ".webp": save(photo, "WEBP", exif=exif, icc_profile=profile, xmp=b"<x>van Noor</x>"),
        ".png": save(photo, "PNG", exif=exif, icc_profile=profile),
    }
    for ending, data in sources.items():
        assert b"Cameramerk" in data
        made = make(data, ending)
        assert made.small
        for one in (made.large, made.small):
            assert set(chunks_of(one.data)) <= {b"VP8 ", b"VP8L"}
            assert b"Cameramerk" not in one.data
            assert not opened(one).getexif()


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        (Image.new("1", (8, 8), 1), (255, 255, 255)),
        (Image.new("L", (8, 8), 90), (90, 90, 90)),
        (Image.new("I;16", (8, 8), 90 * 256), (90, 90, 90)),
        (Image.new("RGB", (8, 8), RED).convert("P", palette=Image.Palette.ADAPTIVE), RED),
        (Image.new("RGBA", (8, 8), (*RED, 255)), RED),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else "",
)
def test_modes_of_png(image: Image.Image, shown: tuple[int, int, int]) -> None:
    made = opened(make(save(image, "PNG"), ".png").large)
    assert made.mode == "RGB"
    assert is_like(made.getpixel((4, 4)), shown)


def test_ink_becomes_light() -> None:
    made = opened(make(save(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"), ".jpg").large)
    assert is_like(made.convert("RGB").getpixel((4, 4)), RED)


def test_what_is_transparent_stays_so() -> None:
    source = Image.new("RGBA", (700, 40), (*RED, 128))
    source.paste((0, 0, 0, 0), (0, 0, 350, 40))
    palette = Image.new("P", (700, 40), 1)
    palette.putpalette([0, 0, 0, 255, 0, 0])
    palette.paste(0, (0, 0, 350, 40))
    for data in (save(source, "PNG"), save(palette, "PNG", transparency=0)):
        made = make(data, ".png")
        assert made.small
        for one in (made.large, made.small):
            image = opened(one)
            assert image.mode == "RGBA"
            assert image.getpixel((10, 10))[3] == 0  # type: ignore[index]
            assert image.getpixel((one.width_px - 10, 10))[3] >= 127  # type: ignore[index]


def make_profile() -> bytes:
    """A grey profile with another curve than sRGB: a reader that drops it shows other greys."""
    lab = ImageCms.createProfile("LAB")
    return ImageCms.ImageCmsProfile(lab).tobytes()


def test_a_profile_that_does_not_fit_is_left_out() -> None:
    for profile in (b"geen profiel", make_profile()):
        data = save(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=profile)
        assert is_like(opened(make(data, ".png").large).getpixel((4, 4)), RED)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_image_stays(kind: str) -> None:
    first, second = Image.new("RGB", (20, 20), RED), Image.new("RGB", (20, 20), BLUE)
    data = save(first, kind, save_all=True, append_images=[second, first])
    made = make(data, f".{kind.lower()}")
    assert made.was_moving
    image = opened(made.large)
    assert not getattr(image, "is_animated", False)
    assert is_like(image.convert("RGB").getpixel((4, 4)), RED)


def test_a_photo_with_a_preview_inside_is_a_photo() -> None:
    photo, preview = Image.new("RGB", (20, 20), RED), Image.new("RGB", (10, 10), RED)
    data = save(photo, "MPO", save_all=True, append_images=[preview])
    assert not make(data, ".jpg").was_moving


@pytest.mark.parametrize(
    ("data", "ending", "refusal"),
    [
        (b"", ".png", Refusal(Reason.DAMAGED)),
        (b"geen plaatje", ".jpg", Refusal(Reason.DAMAGED)),
        (save(Image.new("RGB", (9, 9)), "JPEG"), ".png", Refusal(Reason.OTHER_KIND, "JPEG")),
        (save(Image.new("RGB", (9, 9)), "TIFF"), ".png", Refusal(Reason.DAMAGED)),
        (save(Image.new("1", (16384, 1)), "PNG"), ".png", None),
        (save(Image.new("1", (1, 16384)), "PNG"), ".png", Refusal(Reason.TOO_LARGE)),
        (save(Image.new("1", (9000, 9000)), "PNG"), ".png", Refusal(Reason.TOO_LARGE)),
    ],
    ids=["empty", "text", "other", "unknown", "wide", "tall", "many dots"],
)
def test_refusals(data: bytes, ending: str, refusal: Refusal | None) -> None:
    made = make_picture(data, ending)
    assert made == refusal if refusal else isinstance(made, Picture)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_no_damage_leads_to_an_exception(kind: str) -> None:
    chance = random.Random(kind)
    whole = save(Image.effect_noise((40, 30), 60).convert("RGB"), kind)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        made = make_picture(bytes(data[: chance.randint(1, len(data))]), f".{kind.lower()}")
        assert isinstance(made, Picture | Refusal)


PRINT_HASHES = """
import hashlib, sys
from pathlib import Path
from builder.media.pictures import make_picture
for name in sorted(Path(sys.argv[1]).iterdir()):
    made = make_picture(name.read_bytes(), name.suffix)
    print(name.name, hashlib.sha256(made.large.data + made.small.data).hexdigest())
"""


def test_equal_pictures_give_equal_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "beeld"
    folder.mkdir()
    photo = Image.effect_mandelbrot((1500, 900), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    for ending, kind in ((".jpg", "JPEG"), (".png", "PNG"), (".webp", "WEBP"), (".gif", "GIF")):
        (folder / f"foto{ending}").write_bytes(save(photo, kind))
    outputs = set()
    for number, zone in enumerate(("UTC", "Asia/Kathmandu", "America/Lima")):
        surroundings = {"TZ": zone, "LC_ALL": ("C", "C.UTF-8", "nl_NL.UTF-8")[number]}
        done = subprocess.run(
            [sys.executable, "-c", PRINT_HASHES, str(folder)],
            cwd=tmp_path,
            env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        )
        outputs.add(done.stdout)
    (lines,) = outputs
    assert len(lines.splitlines()) == 4


def test_a_picture_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = save(Image.new("RGB", (31, 17), BLUE), "PNG")
    first = make_picture(data, ".png")
    monkeypatch.setattr(pictures, "_make", None)
    assert make_picture(bytes(bytearray(data)), ".png") is first
    assert hashlib.sha256(data).hexdigest() in {key for key, _ in pictures._made}


def test_not_everything_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_KEPT", len(pictures._made) + 1)
    before = len(pictures._made)
    for side in range(40, 45):
        make_picture(save(Image.new("RGB", (side, 77), BLUE), "PNG"), ".png")
    assert len(pictures._made) <= before + 1
