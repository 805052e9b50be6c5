"""``video`` and ``audio``: a recording with the player of the browser, and what is said in it.

::: video media/gesprek.mp4
titel: Een gesprek met Noor
ondertitels: media/gesprek.vtt
transcript: media/gesprek.md
:::
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar

from builder.blocks.base import Block, Fault, FileUse, Use, Writer
from builder.blocks.settings import Setting, read_settings

_MEANINGS = {
    "captions": "captions",
    "language": "language",
    "ondertitels": "captions",
    "poster": "poster",
    "taal": "language",
    "titel": "title",
    "title": "title",
    "transcript": "transcript",
}
"""Word at the start of a line, Dutch or English → what it sets."""
_ON_THE_WEB = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MIME = {
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
}


@dataclass(frozen=True, slots=True)
class Named:
    """What stands behind one word: the text, and its zero-based line."""

    text: str
    line: int


class RecordingBlock(Block):
    """A recording. The file stands in the first line, everything else in lines of its own."""

    template = "recording.j2"
    takes_settings = True
    element: ClassVar[str]
    """The element of the page: ``video`` or ``audio``."""
    settings: ClassVar[frozenset[str]]
    """What its lines may set."""

    def faults(self, use: Use) -> Iterator[Fault]:
        """Lines that are not known, stand there twice, or name what cannot be a file of ours."""
        if not use.head.title:
            yield Fault("M233", use.line, {"name": use.head.name})
        yield from self._line_faults(use)
        for named in self.files_by_kind(use).values():
            if _ON_THE_WEB.match(named.text):
                yield Fault("M236", named.line, {"target": named.text})
            elif "\\" in named.text:
                right = named.text.replace("\\", "/")
                yield Fault("M509", named.line, {"target": named.text, "right": right})
        language = self.values(use).get("language")
        if language and not _LANGUAGE.fullmatch(language.text):
            yield Fault("M235", language.line, {"written": language.text})

    def _line_faults(self, use: Use) -> Iterator[Fault]:
        known = sorted(word for word, meaning in _MEANINGS.items() if meaning in self.settings)
        seen: dict[str, int] = {}
        for one in read_settings(use):
            meaning = self._meaning(one)
            if not meaning:
                close = get_close_matches(one.key.casefold(), known, n=1, cutoff=0.6)
                params: dict[str, str | int] = {
                    "name": use.head.name,
                    "written": one.key or one.value,
                    "suggestion": f" (did you mean {close[0]}?)" if close else "",
                    "known": ", ".join(known),
                }
                yield Fault("M231", one.line, params)
            elif meaning in seen:
                yield Fault("M232", one.line, {"name": use.head.name, "key": one.key})
            elif not one.value:
                yield Fault("M234", one.line, {"name": use.head.name, "key": one.key})
            seen.setdefault(meaning, one.line)

    def _meaning(self, one: Setting) -> str:
        meaning = _MEANINGS.get(one.key.casefold(), "")
        return meaning if meaning in self.settings else ""

    def values(self, use: Use) -> Mapping[str, Named]:
        """What the lines set: the first of each kind that says something."""
        found: dict[str, Named] = {}
        for one in read_settings(use):
            meaning = self._meaning(one)
            if meaning and one.value:
                found.setdefault(meaning, Named(one.value, one.line))
        return found

    def files_by_kind(self, use: Use) -> Mapping[str, Named]:
        """The files that it names: ``recording``, ``captions``, ``transcript``, ``poster``."""
        own = {"recording": Named(use.head.title, use.line)} if use.head.title else {}
        values = self.values(use)
        others = ("captions", "transcript", "poster")
        return own | {kind: values[kind] for kind in others if kind in values}

    def files(self, use: Use) -> Iterator[FileUse]:
        """All of them; those with a fault of their own left out."""
        for kind, named in self.files_by_kind(use).items():
            if not _ON_THE_WEB.match(named.text) and "\\" not in named.text:
                yield FileUse(
                    named.text, named.line, "transcript" if kind == "transcript" else "file"
                )

    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        """The recording, its files and the words around it."""
        values, files = self.values(use), self.files_by_kind(use)
        recording = writer.media(files["recording"].text)
        title = values["title"].text if "title" in values else ""
        word = writer.word(f"media.{self.element}")
        return {
            "element": self.element,
            "src": recording.path,
            "mime": _MIME[recording.path.rpartition(".")[2]],
            "width": recording.width_px,
            "height": recording.height_px,
            "poster": writer.media(files["poster"].text).path if "poster" in files else "",
            "captions": writer.media(files["captions"].text).path if "captions" in files else "",
            "language": values["language"].text if "language" in values else writer.language(),
            "is_foreign": "language" in values and values["language"].text != writer.language(),
            "title": title,
            "label": f"{word}: {title}" if title else word,
            "captions_label": writer.word("media.captions"),
            "open": writer.word("media.open"),
            "fold": writer.word(f"media.{self.element}_text"),
            "transcript": writer.transcript(files["transcript"].text),
        }


class _Video(RecordingBlock):
    """A film with captions for who cannot hear it, and its text for who cannot see it."""

    name = "video"
    element = "video"
    settings = frozenset({"captions", "language", "poster", "title", "transcript"})


class _Audio(RecordingBlock):
    """Sound, with its text for who cannot hear it."""

    name = "audio"
    aliases = ("geluid",)
    element = "audio"
    settings = frozenset({"language", "title", "transcript"})


AUDIO = _Audio()
VIDEO = _Video()
