"""Dates as learners read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def show_date(day: date, strings: Mapping[str, str]) -> str:
    """A day in words, as the language of the course writes it."""
    month = strings["date.months"].split()[day.month - 1]
    return strings["date.long"].format(day=day.day, month=month, year=day.year)
