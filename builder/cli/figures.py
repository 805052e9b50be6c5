"""Numbers in words that fit on a line."""

from __future__ import annotations

from builder.i18n import translate_count


def format_size(size_bytes: int) -> str:
    """Kilobytes of a thousand bytes, rounded up: 1 byte is ``1 kB``."""
    return f"{-(-size_bytes // 1000)} kB"


def format_contents(lessons: int, questions: int) -> str:
    """Like ``4 lessons, 8 questions``."""
    return ", ".join(
        (
            translate_count("{count} lesson", "{count} lessons", lessons),
            translate_count("{count} question", "{count} questions", questions),
        )
    )
