"""Silences a single place: ``lesbouwer: allow L204 reason`` in a comment on the line or above it.

In Markdown the comment is ``<!-- … -->``, in YAML it starts with ``#``. Only rules of the L family
can be silenced, and only with a reason: whoever reads the lesson next has to know why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.course import Course
from builder.diagnostics import Diagnostic, Location

_ALLOW = re.compile(
    r"(?P<open><!--|\#)\s*lesbouwer:\s*allow\b[ \t]*(?P<code>[^\s>]*?)(?P<rest>\s.*?)?\s*(?:-->|$)"
)


@dataclass(frozen=True, slots=True)
class Allow:
    """One comment. ``lines`` are the lines of the file for which it holds."""

    code: str
    reason: str
    location: Location
    source_line: str
    lines: frozenset[int]

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether the finding is one that this comment is about."""
        where = diagnostic.location
        return (
            diagnostic.code == self.code
            and where.path == self.location.path
            and where.line in self.lines
        )


def allows(course: Course) -> Iterator[Allow]:
    """All comments that silence something, in all files of the course that have lines."""
    yield from _allows_in(course.path, course.lines)
    for module in course.modules:
        for lesson in module.lessons:
            yield from _allows_in(lesson.path, lesson.lines)
            for transcript in lesson.transcripts.values():
                yield from _allows_in(transcript.path, transcript.lines)
        for quiz in module.quizzes:
            yield from _allows_in(quiz.path, quiz.lines)


def apply(
    findings: Iterable[Diagnostic], comments: Iterable[Allow], codes: Iterable[str]
) -> Iterator[Diagnostic]:
    """The findings that stay, and what is wrong with the comments; ``codes`` can be silenced."""
    known = frozenset(codes)
    usable: list[Allow] = []
    for comment in comments:
        if comment.code not in known:
            yield _about(comment, "L902")
        elif not comment.reason:
            yield _about(comment, "L901")
        else:
            usable.append(comment)
    used: set[Allow] = set()
    for finding in findings:
        covering = [comment for comment in usable if comment.covers(finding)]
        used.update(covering)
        if not covering:
            yield finding
    for comment in usable:
        if comment not in used:
            yield _about(comment, "L903")


def _about(comment: Allow, code: str) -> Diagnostic:
    params: dict[str, str | int] = {"code": comment.code}
    return Diagnostic(code, comment.location, params, comment.source_line)


def _allows_in(path: str, lines: Sequence[str]) -> Iterator[Allow]:
    for number, text in enumerate(lines, start=1):
        found = _ALLOW.search(text)
        if found:
            yield Allow(
                code=found["code"].rstrip(":,").upper(),
                reason=(found["rest"] or "").strip(),
                location=Location(path, number, found.start() + 1),
                source_line=text,
                lines=frozenset({number, _next_line(lines, number)}),
            )


def _next_line(lines: Sequence[str], number: int) -> int:
    """The next line with something on it that is not such a comment itself; 1-based."""
    for later in range(number + 1, len(lines) + 1):
        text = lines[later - 1].strip()
        if text and not (_ALLOW.search(text) and text.startswith(("<!--", "#"))):
            return later
    return number
