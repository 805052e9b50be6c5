"""Dates as learners read them."""

from __future__ import annotations

from datetime import date


def show_date(day: date, language: str) -> str:
    """Day, month and year in Dutch; in English the order that nobody reads wrongly."""
    return day.isoformat() if language == "en" else f"{day.day}-{day.month}-{day.year}"
