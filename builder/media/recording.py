"""The facts about a film or a sound file, whatever its container."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recording:
    """``duration_s`` is None when the file does not tell it; sizes are as shown, 0 when unknown.

    ``codings`` are the names that the container gives to the ways its tracks are coded.
    """

    has_picture: bool
    has_sound: bool
    duration_s: float | None = None
    width_px: int = 0
    height_px: int = 0
    codings: tuple[str, ...] = ()


class DamagedError(Exception):
    """A part says that it is longer than what is there; only between the readers of this room."""
