"""A103, A303, A311-A320, L413: a film with sound has captions that can be read.

Who cannot hear the film reads it, and so does everybody in a train without earphones (WCAG 1.2.2).
A browser leaves out captions that it cannot read without a word, so every line is read here.

Wrong: ``00:00:01,000 --> 00:00:03,000``

Right: ``00:00:01.000 --> 00:00:03.000``
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic, Location
from builder.lint.passages import line_at
from builder.lint.recordings import UsedFile, UsedRecording, recordings
from builder.media.captions import MOST_CHARACTERS_A_SECOND, read_captions

ENDING = ".vtt"
GRACE_MS = 500
"""So much later than the film a caption may end: programs round the length of a film."""
_MOST_NAMED = 8


def check(course: Course) -> Iterator[Diagnostic]:
    """Films without captions, and captions with faults."""
    for used in recordings(course):
        recording = used.read()
        file = used.files.get("captions")
        if file is None:
            has_both = recording and recording.has_picture and recording.has_sound
            if has_both and used.block.element == "video":
                yield used.found("A303", name=used.name)
        elif file.ending != ENDING:
            yield used.found("A103", "captions", allowed=ENDING)
        elif file.media:
            duration_s = recording.duration_s if recording else None
            yield from _caption_faults(used, file, duration_s)


def text_of(file: UsedFile) -> str:
    """The text of captions; signs in another code have been reported and are stood in for."""
    data = file.media.data if file.media else b""
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _caption_faults(
    used: UsedRecording, file: UsedFile, duration_s: float | None
) -> Iterator[Diagnostic]:
    assert file.media is not None
    text = text_of(file)
    read = read_captions(text)
    found = {fault.code: fault.lines for fault in read.faults}
    if duration_s is not None:
        latest_ms = duration_s * 1000 + GRACE_MS
        late = tuple(cue.line for cue in read.cues if cue.end_ms > latest_ms)
        if late:
            found["A317"] = late
    fast = tuple(cue.line for cue in read.cues if cue.end_ms > cue.start_ms and cue.is_too_fast)
    if fast:
        found["L413"] = fast
    lines = text.split("\n")
    for code, places in found.items():
        where = Location(file.media.source, places[0], 1)
        params: dict[str, str | int] = {
            "lines": _sum_up(places),
            "count": len(places),
            "most": MOST_CHARACTERS_A_SECOND,
            "film": used.files["recording"].target if "recording" in used.files else "",
            "seconds": f"{duration_s or 0:.1f}",
        }
        yield Diagnostic(code, where, params, line_at(lines, where))


def _sum_up(places: tuple[int, ...]) -> str:
    """Numbers of lines, the first few of many."""
    shown = ", ".join(map(str, places[:_MOST_NAMED]))
    return f"{shown}, …" if len(places) > _MOST_NAMED else shown
