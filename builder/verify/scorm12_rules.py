"""What SCORM 1.2 asks of a manifest and its schema does not check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from builder.diagnostics import Diagnostic
from builder.verify.manifest import text_of
from builder.verify.player_script import find_name_in_player
from builder.verify.subject import Rule, Subject

_TIME = re.compile(r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?")


def mastery_score_is_a_percentage(subject: Subject) -> Iterator[Diagnostic]:
    """Item 13. A whole number above 0 and up to 100; a 0 arrives empty in Moodle."""
    for element in _mastery_scores(subject):
        value = text_of(element)
        if not re.fullmatch(r"0*([1-9]\d?|100)", value):
            yield subject.finding("V401", element, value=value)


def mastery_score_is_on_a_sco(subject: Subject) -> Iterator[Diagnostic]:
    """Item 13. Only something that reports a score can be passed."""
    scos = subject.manifest.sco_items()
    for element in _mastery_scores(subject):
        if element.getparent() not in scos:
            yield subject.finding("V402", element)


def mastery_score_is_the_players(subject: Subject) -> Iterator[Diagnostic]:
    """Item 13. Equal to the player's, as Moodle decides by it; absent when not graded."""
    if subject.payload is None:
        return
    player = subject.payload.mastery_score
    found = [text_of(element) for element in _mastery_scores(subject)]
    expected = [] if player is None else [f"{player:g}"]
    if found != expected:
        manifest = ", ".join(found) or "–"
        yield subject.finding("V403", manifest=manifest, player=", ".join(expected) or "–")


def time_limit_is_legal(subject: Subject) -> Iterator[Diagnostic]:
    """Item 1. ``adlcp:maxtimeallowed`` is HHHH:MM:SS.SS (CMITimespan)."""
    for element in subject.manifest.root.iter(
        subject.manifest.extension("adlcp", "maxtimeallowed")
    ):
        if not _TIME.fullmatch(text_of(element)):
            yield subject.finding("V404", element, value=text_of(element))


def status_is_named(subject: Subject) -> Iterator[Diagnostic]:
    """Item 53. Open edX looks for the name of the status element in the files of a package."""
    yield from find_name_in_player(subject, "lesson_status")


def _mastery_scores(subject: Subject) -> list[_Element]:
    return list(subject.manifest.root.iter(subject.manifest.extension("adlcp", "masteryscore")))


SCORM12_RULES: tuple[Rule, ...] = (
    mastery_score_is_a_percentage,
    mastery_score_is_on_a_sco,
    mastery_score_is_the_players,
    status_is_named,
    time_limit_is_legal,
)
