"""A103, A301, A302, L412, L414: a film or sound file is whole, and plays in every browser.

A browser shows a grey box for a file that was cut off while copying, and many browsers play no
sound or picture that was coded in a way that only some phones know. Films of more than 50 MB take
minutes to load on a phone.

Wrong: ``::: video media/gesprek.mov``

Right: ``::: video media/gesprek.mp4``
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.picture_file import file_faults
from builder.lint.recordings import UsedRecording, recordings
from builder.media.pictures import FORMATS
from builder.media.recordings import PLAYED_EVERYWHERE, Recording

LARGEST_BYTES = 50_000_000
_OTHER = {"video": "audio", "audio": "video"}


def check(course: Course) -> Iterator[Diagnostic]:
    """Recordings and posters that do not show, or not everywhere."""
    for used in recordings(course):
        yield from _recording_faults(used)
        poster = used.files.get("poster")
        if poster and poster.media:
            for code, params in file_faults(poster.media, tuple(FORMATS), is_shown=True):
                yield used.found(code, "poster", **params)


def _recording_faults(used: UsedRecording) -> Iterator[Diagnostic]:
    file = used.files.get("recording")
    if file is None or file.media is None:
        return
    if file.ending not in used.endings:
        yield used.found("A103", "recording", allowed=", ".join(used.endings))
        return
    recording = used.read()
    if recording is None:
        yield used.found("A301", "recording", format=file.ending[1:])
        return
    if recording.has_picture != (used.block.element == "video"):
        other = _OTHER[used.block.element]
        yield used.found("A302", "recording", name=used.name, other=other)
    yield from _playing_faults(used, recording)
    size_bytes = len(file.media.data)
    if size_bytes > LARGEST_BYTES:
        size_mb, most_mb = -(-size_bytes // 1_000_000), LARGEST_BYTES // 1_000_000
        yield used.found("L412", "recording", size_mb=size_mb, most_mb=most_mb)


def _playing_faults(used: UsedRecording, recording: Recording) -> Iterator[Diagnostic]:
    rare = [coding for coding in recording.codings if coding not in PLAYED_EVERYWHERE]
    if rare:
        yield used.found("L414", "recording", coding=", ".join(rare))
