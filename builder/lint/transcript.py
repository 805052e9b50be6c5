"""A103, A304, A305, L415: a film and a sound have their text beneath them.

Who cannot see or hear it reads the text, who is in a hurry looks something up in it, and on paper
it is all that is left (WCAG 1.2.1, 1.2.3). For a film without sound it tells what is to be seen.

Wrong: ``::: audio media/gesprek.mp3`` without a line ``transcript:``

Right: ``transcript: media/gesprek.md``
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.captions import ENDING as CAPTIONS_ENDING
from builder.lint.captions import text_of
from builder.lint.recordings import UsedRecording, recordings
from builder.markdown_reader import plain
from builder.media.captions import read_captions, share_of_words

ENDING = ".md"
FEWEST_PERCENT = 70
"""Of the words of the captions that come back in the text; the rest may be put shorter."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Recordings without their text, or with one that leaves things out."""
    for used in recordings(course):
        file = used.files.get("transcript")
        if file is None:
            yield used.found("A304", name=used.name)
        elif file.media and file.ending != ENDING:
            yield used.found("A103", "transcript", allowed=ENDING)
        elif file.target in used.lesson.transcripts:
            yield from _word_faults(used, plain(used.lesson.transcripts[file.target].tokens))


def _word_faults(used: UsedRecording, told: str) -> Iterator[Diagnostic]:
    if not told:
        yield used.found("A305", "transcript")
        return
    captions = used.files.get("captions")
    if captions is None or captions.media is None or captions.ending != CAPTIONS_ENDING:
        return
    spoken = [cue.text for cue in read_captions(text_of(captions)).cues]
    percent = int(100 * share_of_words(spoken, told))
    if percent < FEWEST_PERCENT:
        yield used.found("L415", "transcript", percent=percent, fewest=FEWEST_PERCENT)
