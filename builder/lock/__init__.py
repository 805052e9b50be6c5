"""``course.lock`` ⇄ ``Slots``: the integers under which a learner's answers are kept.

A slot is given once and never to something else: an answer of last year must find its question.
"""

from __future__ import annotations

from builder.lock.lock_file import FORMAT, LOCK_NAME, Lock, lock_path, read_lock, write_lock
from builder.lock.planner import LockPlan, plan_lock
from builder.lock.provisional import make_provisional_slots

__all__ = [
    "FORMAT",
    "LOCK_NAME",
    "Lock",
    "LockPlan",
    "lock_path",
    "make_provisional_slots",
    "plan_lock",
    "read_lock",
    "write_lock",
]
