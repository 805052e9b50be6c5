"""SCORM 2004, fourth edition."""

from __future__ import annotations

from functools import partial

from builder.standards import SCORM2004_4
from builder.targets.assembly import Target
from builder.targets.sequencing import MAX_STATE_LENGTH, make_manifest

SCORM2004_TARGET = Target(
    name="scorm2004",
    standard=SCORM2004_4,
    transport="scorm2004",
    max_state_length=MAX_STATE_LENGTH,
    make_manifest=partial(make_manifest, SCORM2004_4),
)
