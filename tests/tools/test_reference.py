"""The documents that are written from the code; that they are current is tested elsewhere."""

import pytest

from builder import i18n
from builder.codes import CODES
from tools import reference


def test_it_is_english_whatever_was_spoken_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    english = reference.write_all()
    i18n.speak("nl")
    assert reference.write_all() == english


def test_every_family_has_its_chapter() -> None:
    assert {number[0] for number in CODES} <= set(reference.FAMILIES)
