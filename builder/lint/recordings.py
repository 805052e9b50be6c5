"""The films and sound of a course, each with its files and the places where they are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.blocks import RecordingBlock
from builder.course import Course, Lesson, Media
from builder.diagnostics import Diagnostic
from builder.lint.passages import body
from builder.markdown_reader import block_uses
from builder.markdown_reader.source import Source, diagnose
from builder.media.recordings import (
    FILM_ENDINGS,
    SOUND_ENDINGS,
    Recording,
    read_recording,
)


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file as a block names it. ``media`` is None when it was not found: that has been said."""

    target: str
    line: int
    media: Media | None

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters."""
        return PurePosixPath(self.target).suffix.lower()


@dataclass(frozen=True, slots=True)
class UsedRecording:
    """One ``video`` or ``audio`` in a lesson: ``name`` as written, ``line`` of its start."""

    lesson: Lesson
    source: Source
    block: RecordingBlock
    name: str
    line: int
    files: Mapping[str, UsedFile]
    """``recording``, ``captions``, ``transcript`` and ``poster``, as far as they are named."""

    @property
    def endings(self) -> tuple[str, ...]:
        """What the name of its recording may end in."""
        return FILM_ENDINGS if self.block.element == "video" else SOUND_ENDINGS

    def read(self) -> Recording | None:
        """What its file says about itself, when that can be read."""
        file = self.files.get("recording")
        if file is None or file.media is None or file.ending not in self.endings:
            return None
        return read_recording(file.media.data, file.ending)

    def found(self, code: str, kind: str = "", **params: str | int) -> Diagnostic:
        """A finding at the line of one of its files, or at its start."""
        file = self.files.get(kind)
        line = file.line if file else self.line
        if file is None:
            return diagnose(self.source, code, line, params=params)
        column = self.source.written(line).find(file.target)
        return diagnose(self.source, code, line, column, {"target": file.target, **params})


def recordings(course: Course) -> Iterator[UsedRecording]:
    """All films and sound in reading order."""
    for lesson in course.lessons:
        source = body(lesson).source
        for one in block_uses(lesson.tokens):
            if isinstance(one.block, RecordingBlock):
                files = {
                    kind: UsedFile(named.text, named.line, lesson.media.get(named.text))
                    for kind, named in one.block.files_by_kind(one.use).items()
                }
                head, line = one.use.head, one.use.line
                yield UsedRecording(lesson, source, one.block, head.name, line, files)
