"""docs/reference/ is what the code says today."""

import pytest

from builder import i18n
from tools import reference


@pytest.mark.parametrize("name", ["codes.md", "commands.md"])
def test_the_reference_is_current(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    written = reference.write_all()
    assert (reference.FOLDER / name).read_text(encoding="utf-8") == written[name], "run: make docs"


def test_it_is_english_whatever_was_spoken_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    english = reference.write_all()
    i18n.speak("nl")
    assert reference.write_all() == english


def test_every_family_has_its_chapter() -> None:
    from builder.codes import CODES

    assert {number[0] for number in CODES} <= set(reference.FAMILIES)
