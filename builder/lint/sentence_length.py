"""L204: sentences have at most fifteen words on average.

Short sentences are read by everyone: by who reads on a phone after a long day, and by who reads in
a second language. The rule takes all paragraphs of a lesson together (headings, tables and code
not counted), and looks only at lessons with five sentences or more.

Wrong: a lesson with eighteen words in a sentence on average.

Right: one thought in a sentence; a long sentence now and then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.course import Course, Lesson
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at
from builder.markdown_reader import inline_text

MOST_WORDS = 15
FEWEST_SENTENCES = 5

_END = re.compile(r"(?<=[.!?…:])[\"'’”»)\]]*\s+(?=[\"'‘“«(\[]*[A-ZÀ-Þ0-9])")
_WORD = re.compile(r"\w[\w'’.,-]*")


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: int
    text: str
    line: int


def check(course: Course) -> Iterator[Diagnostic]:
    """Lessons whose sentences are long."""
    for lesson in course.lessons:
        sentences = list(_sentences(lesson))
        if len(sentences) < FEWEST_SENTENCES:
            continue
        mean = sum(sentence.words for sentence in sentences) / len(sentences)
        if mean > MOST_WORDS:
            longest = max(sentences, key=lambda sentence: sentence.words)
            location = lesson.positions.at("title")
            params: dict[str, str | int] = {
                "mean": f"{mean:.1f}",
                "most": MOST_WORDS,
                "longest": longest.words,
                "longest_line": longest.line,
            }
            yield Diagnostic("L204", location, params, line_at(lesson.lines, location))


def _sentences(lesson: Lesson) -> Iterator[_Sentence]:
    for index, token in enumerate(lesson.tokens):
        before = lesson.tokens[index - 1].type if index else ""
        if token.type != "inline" or before != "paragraph_open" or not token.map:
            continue
        if all(child.type == "image" for child in token.children or ()):
            continue
        for text in _END.split(inline_text(token)):
            words = len(_WORD.findall(text))
            if words:
                yield _Sentence(words, text, token.map[0] + lesson.offset)
