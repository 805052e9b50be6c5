"""Codes of the P family: a course that cannot become a package of some standard."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="P101",
        slug="course-title-is-shown-everywhere",
        severity=Severity.ERROR,
        sentence='the course title "{title}" shows up empty in some learning environments',
        fix="give the course a title of words",
        explanation=(
            "Some learning environments take the title 0 for no title at all. "
            "The course then stands in the list without a name, and nobody can find it."
        ),
        wrong='title: "0"',
        right="title: Nul op de meter",
    ),
    Code(
        number="P102",
        slug="state-fits-the-standard",
        severity=Severity.ERROR,
        sentence=(
            "the learner's progress can take {length} characters, "
            "and {standard} has room for {limit}"
        ),
        fix="divide the course over two courses",
        exact="divide the course over two courses, or make only packages for {roomier}",
        explanation=(
            "A learning environment keeps where a learner is in one piece of text with a fixed "
            "length: which pages are done and which answers were given. What does not fit is cut "
            "off without a word, and the learner would have to start again. The length is worked "
            "out for the longest case: every page read, every question answered."
        ),
        wrong="targets:\n  - scorm12",
        right="targets:\n  - scorm2004",
    ),
    Code(
        number="P103",
        slug="course-is-not-large",
        severity=Severity.WARNING,
        sentence="the pictures and other files of this course take {size_mb} MB",
        fix="make them smaller, {largest} first; above {limit_mb} MB an upload often fails",
        explanation=(
            "Many learning environments limit the size of an upload, and learners on a phone "
            "download every picture. Nobody sees the difference when a photo is 1200 pixels wide."
        ),
    ),
    Code(
        number="P104",
        slug="course-is-not-too-large",
        severity=Severity.ERROR,
        sentence="the pictures and other files of this course take {size_mb} MB",
        fix="make them smaller, {largest} first; above {limit_mb} MB a package is refused",
        explanation=(
            "Learning environments refuse packages of this size, so the course would reach nobody. "
            "Nobody sees the difference when a photo is 1200 pixels wide. A long document can "
            "stand on a website, with a link to it in the lesson."
        ),
    ),
    Code(
        number="P201",
        slug="lock-is-current",
        severity=Severity.ERROR,
        sentence='the lock of "{course}" is not up to date with its lessons and questions',
        fix="run lesbouwer build without --locked, and commit course.lock with your change",
        explanation=(
            "course.lock keeps the number under which a learner's progress is stored for every "
            "lesson, question and answer. With --locked nothing may be added to it: a number that "
            "exists on one computer only would be given away again on the next, and progress of "
            "learners would end up at the wrong question."
        ),
    ),
)
