"""Runs what has an event loop of its own in a thread of its own.

The browser tests keep a loop running in the thread of the tests, and one thread runs one loop.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def run_apart(work: Callable[[], T]) -> T:
    """What ``work`` returns; what it raises is raised here."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()
