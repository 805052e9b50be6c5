"""Codes of the A family about films and sound: their files, captions and transcripts."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_CUE = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nDag Noor.\n"

CODES = (
    Code(
        number="A301",
        slug="recording-is-whole",
        severity=Severity.ERROR,
        sentence='the file "{target}" cannot be read as {format}',
        fix="copy the file again, or export it as {format} from the program that made it",
        explanation=(
            "The file exists, but it was cut off, it holds something else, or it holds no picture "
            "and no sound. A browser would show a grey box. Giving a file another name does not "
            "change what is in it: an mov becomes an mp4 only by exporting it."
        ),
    ),
    Code(
        number="A302",
        slug="block-fits-the-recording",
        severity=Severity.ERROR,
        sentence='"{target}" does not fit in a block "{name}"',
        fix="use a block `::: {other}` for it",
        explanation=(
            "A video block is for a film, with picture. An audio block is for sound alone. A film "
            "without a picture is a black frame, and sound with a picture hides the picture."
        ),
    ),
    Code(
        number="A303",
        slug="film-has-captions",
        severity=Severity.ERROR,
        sentence='the film in this block "{name}" has sound, and no captions',
        fix=(
            "write the line `ondertitels: media/….vtt` in the block; is it a film without sound, "
            "then export it without a sound track"
        ),
        explanation=(
            "Who cannot hear the film reads it, and so does everybody without earphones (WCAG "
            "1.2.2). Many programs make captions by themselves and save them as WebVTT (.vtt); "
            "read them over before you use them."
        ),
        right=(
            "::: video media/gesprek.mp4\nondertitels: media/gesprek.vtt\n"
            "transcript: media/gesprek.md\n:::"
        ),
    ),
    Code(
        number="A304",
        slug="recording-has-a-transcript",
        severity=Severity.ERROR,
        sentence='this block "{name}" has no transcript',
        fix="put what is said in a file and write the line `transcript: media/….md` in the block",
        explanation=(
            "A transcript is the whole text of a film or sound, with who says it and what is to be "
            "seen when that matters. Who cannot hear or see it reads the text, others look "
            "something up in it, and on paper it is all that is left (WCAG 1.2.1 and 1.2.3)."
        ),
        right="::: audio media/gesprek.mp3\ntranscript: media/gesprek.md\n:::",
    ),
    Code(
        number="A305",
        slug="transcript-has-words",
        severity=Severity.ERROR,
        sentence='the transcript "{target}" is empty',
        fix="write in it what is said, and who says it",
        explanation="An empty transcript helps nobody who cannot hear or see the recording.",
    ),
    Code(
        number="A311",
        slug="captions-start-with-webvtt",
        severity=Severity.ERROR,
        sentence="captions start with the word WEBVTT, and these do not",
        fix="export the captions as WebVTT (.vtt), or write WEBVTT in the first line",
        explanation=(
            "A browser looks at the first line; without it no caption shows. Subtitles of the kind "
            "SubRip (.srt) look alike, but have commas in their times: export them as WebVTT."
        ),
        wrong="1\n00:00:01,000 --> 00:00:03,000\nDag Noor.\n",
        right=_CUE,
    ),
    Code(
        number="A312",
        slug="caption-times-can-be-read",
        severity=Severity.ERROR,
        sentence="the times of a caption cannot be read (line {lines})",
        fix="write them as 00:00:01.000 --> 00:00:03.000, with a point and three digits behind it",
        explanation="A browser leaves out a caption whose times it cannot read.",
        wrong="00:00:01,000 --> 00:00:03,000",
        right="00:00:01.000 --> 00:00:03.000",
    ),
    Code(
        number="A313",
        slug="caption-ends-after-it-starts",
        severity=Severity.ERROR,
        sentence="a caption ends before it has started (line {lines})",
        fix="write the later time behind the arrow",
        explanation="Such a caption never shows.",
        wrong="00:00:03.000 --> 00:00:01.000",
        right="00:00:01.000 --> 00:00:03.000",
    ),
    Code(
        number="A314",
        slug="captions-stand-in-order",
        severity=Severity.ERROR,
        sentence="a caption starts before the one above it (line {lines})",
        fix="put the captions in the order in which they are said, or correct the time",
        explanation=(
            "Captions out of order point to a time that is wrong: the words then stand under "
            "another part of the film."
        ),
    ),
    Code(
        number="A315",
        slug="captions-do-not-overlap",
        severity=Severity.ERROR,
        sentence="a caption starts before the one above it has ended (line {lines})",
        fix="let the caption above end at the moment when this one starts, or join the two",
        explanation=(
            "Two captions at the same time cover more of the film and cannot be read in time. "
            "Captions that a website makes while somebody speaks often overlap: export them again "
            "without overlap, or correct the times."
        ),
    ),
    Code(
        number="A316",
        slug="caption-has-words",
        severity=Severity.ERROR,
        sentence="a caption has no words (line {lines})",
        fix="write what is said in the line below the times, or remove the caption",
        explanation=(
            "An empty caption is often the start of one that was forgotten. For a sound that "
            "matters, write it between brackets: [bel gaat]."
        ),
    ),
    Code(
        number="A317",
        slug="captions-end-with-the-film",
        severity=Severity.ERROR,
        sentence="a caption ends after the film, which lasts {seconds} seconds (line {lines})",
        fix="correct the time, or use the captions that belong to {film}",
        explanation=(
            "Captions that go on after the film belong to another version of it: then the words "
            "stand under another part of the film."
        ),
    ),
    Code(
        number="A318",
        slug="captions-hold-something",
        severity=Severity.ERROR,
        sentence="there is not one caption in this file",
        fix="write the captions, each with its times and its words, and an empty line between them",
        explanation="The file says that there are captions, and shows none.",
        right=_CUE,
    ),
    Code(
        number="A319",
        slug="caption-has-times",
        severity=Severity.ERROR,
        sentence="there are words without times (line {lines})",
        fix="remove the empty line above them, or give them times of their own",
        explanation="An empty line ends a caption. Words below it, without times, do not show.",
        wrong="00:00:01.000 --> 00:00:03.000\nDag Noor.\n\nHoe is het?",
        right="00:00:01.000 --> 00:00:03.000\nDag Noor.\nHoe is het?",
    ),
    Code(
        number="A320",
        slug="captions-stand-apart",
        severity=Severity.ERROR,
        sentence="the times of a caption stand among other words (line {lines})",
        fix="put an empty line above the caption; only its number may stand right above its times",
        explanation=(
            "Captions are told apart by empty lines. Without one, two become one, or the words of "
            "one are taken for the name of the next."
        ),
        wrong="00:01.000 --> 00:02.000\nDag.\n00:03.000 --> 00:04.000\nHoi.",
        right="00:01.000 --> 00:02.000\nDag.\n\n00:03.000 --> 00:04.000\nHoi.",
    ),
)
