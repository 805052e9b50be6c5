"""Pictures of dots → WebP in two widths, without anything about who, where and with what.

The same bytes give the same bytes for one version of Pillow (which brings libwebp along), whatever
the machine's clock, language or folder. What was made is kept in memory by the hash of its source,
so that checking, building and every refresh of the preview convert a picture once.
"""

from __future__ import annotations

import hashlib
import warnings
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

FORMATS = {
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}
"""Ending of a name → what Pillow calls the format."""

WIDEST_PX = 1200
SMALL_PX = 600
LARGEST_BYTES = 150_000
MOST_PIXELS = 80_000_000
"""Unpacked that is 240 MB of memory; phones make pictures of 12 to 50 million."""
LONGEST_SIDE_PX = 16_383
"""WebP holds no more (RFC 9649 §2.4)."""
QUALITIES = (82, 74, 66, 58, 50, 42)
"""Tried in this order until a picture is light enough; below the last one faces become blocks."""

_METHOD = 4
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
_WITHOUT_LOSS = frozenset({"GIF", "PNG"})
_MOST_KEPT = 200
_KNOWN = tuple(dict.fromkeys(FORMATS.values()))


class Reason(Enum):
    """Why there is no picture."""

    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    OTHER_KIND = "other kind"


@dataclass(frozen=True, slots=True)
class Refusal:
    """No picture: ``found`` is the format of one that its name calls otherwise."""

    reason: Reason
    found: str = ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One WebP file."""

    data: bytes
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as learners get it. ``small`` is there when the large one is wider than it."""

    large: Rendition
    small: Rendition | None = None
    was_moving: bool = False
    """The source has more than this first image."""

    @property
    def is_light(self) -> bool:
        """Both files stay within ``LARGEST_BYTES``."""
        return all(
            len(one.data) <= LARGEST_BYTES for one in (self.large, self.small) if one is not None
        )


_made: OrderedDict[tuple[str, str], Picture | Refusal] = OrderedDict()


def make_picture(data: bytes, ending: str) -> Picture | Refusal:
    """The WebP of a picture whose name has this ``ending`` (a key of ``FORMATS``).

    At most ``WIDEST_PX`` wide, turned upright, in sRGB, and without metadata. Nothing is raised,
    whatever the bytes are.
    """
    key = hashlib.sha256(data).hexdigest(), ending
    made = _made.get(key)
    if made is None:
        made = _made[key] = _make(data, FORMATS[ending])
        if len(_made) > _MOST_KEPT:
            _made.popitem(last=False)
    return made


def _make(data: bytes, expected: str) -> Picture | Refusal:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit is stricter than Pillow's warning
            with Image.open(BytesIO(data), formats=_KNOWN) as source:
                return _convert(source, expected)
    except Image.DecompressionBombError:
        return Refusal(Reason.TOO_LARGE)
    except Exception:  # decoders of damaged files throw nearly anything; no list of it exists
        return Refusal(Reason.DAMAGED)


def _convert(source: Image.Image, expected: str) -> Picture | Refusal:
    # A phone's JPEG that holds a preview beside the photo calls itself MPO.
    found = "JPEG" if source.format == "MPO" else source.format or "?"
    width, height = source.size
    if found != expected:
        return Refusal(Reason.OTHER_KIND, found)
    if width * height > MOST_PIXELS:
        return Refusal(Reason.TOO_LARGE)
    is_sideways = source.getexif().get(_ORIENTATION) in _SIDEWAYS
    shown_px = height if is_sideways else width
    scale = min(1.0, WIDEST_PX / shown_px)
    size = _scale(source.size, scale)
    if max(size) > LONGEST_SIDE_PX:
        return Refusal(Reason.TOO_LARGE)
    was_moving = source.format != "MPO" and bool(getattr(source, "is_animated", False))
    if scale < 1:
        source.draft(source.mode, (2 * size[0], 2 * size[1]))  # JPEG decodes smaller at once
    image = _to_plain_mode(source)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = _to_srgb(ImageOps.exif_transpose(image), source.info.get("icc_profile"))
    tries_lossless = found in _WITHOUT_LOSS
    large = _encode(image, tries_lossless)
    small = None
    if image.width > SMALL_PX:
        small_size = _scale(image.size, SMALL_PX / image.width)
        small = _encode(image.resize(small_size, Image.Resampling.LANCZOS), tries_lossless)
    return Picture(large, small, was_moving)


def _scale(size: tuple[int, int], scale: float) -> tuple[int, int]:
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _to_plain_mode(image: Image.Image) -> Image.Image:
    """Eight bits a channel, no palette: a mode that can be made smaller smoothly."""
    image.load()
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("L", "RGB", "CMYK") and not image.has_transparency_data:
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as a browser without profile would show them; an opaque picture gets no alpha."""
    is_opaque = image.mode != "RGBA" or image.getchannel("A").getextrema() == (255, 255)
    target = "RGB" if is_opaque else "RGBA"
    if profile and image.mode in ("L", "RGB", "RGBA", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "srgb" not in ImageCms.getProfileDescription(own).casefold():
                mode = "RGBA" if image.mode == "RGBA" else "RGB"
                srgb = ImageCms.createProfile("sRGB")
                changed = ImageCms.profileToProfile(image, own, srgb, outputMode=mode)
                image = changed or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that fits nothing: the numbers as they are come closest
    return image.convert(target)


def _encode(image: Image.Image, tries_lossless: bool) -> Rendition:
    """The first WebP that is light enough, else the lightest one."""
    data = b""
    for data in _candidates(image, tries_lossless):
        if len(data) <= LARGEST_BYTES:
            break
    return Rendition(data, image.width, image.height)


def _candidates(image: Image.Image, tries_lossless: bool) -> Iterator[bytes]:
    """From fine to coarse. A drawing without loss is often the smaller one, and the sharper."""
    first = _save(image, QUALITIES[0])
    if tries_lossless:
        exact = _save(image, 80, is_lossless=True)
        if len(exact) <= len(first):
            yield exact
    yield first
    for quality in QUALITIES[1:]:
        yield _save(image, quality)


def _save(image: Image.Image, quality: int, *, is_lossless: bool = False) -> bytes:
    stream = BytesIO()
    bare = image.copy()
    bare.info = {}  # Pillow would take profile and comments along
    bare.save(stream, "WEBP", quality=quality, method=_METHOD, lossless=is_lossless, exif=b"")
    return stream.getvalue()
