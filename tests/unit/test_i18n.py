"""Which language the command line speaks, and that it speaks it."""

import pytest

from builder import i18n


@pytest.mark.parametrize(
    ("requested", "environment", "language"),
    [
        ("en", {"LESBOUWER_LANG": "nl", "LC_ALL": "nl_NL.UTF-8"}, "en"),
        ("nl", {"LC_ALL": "en_US.UTF-8"}, "nl"),
        (None, {"LESBOUWER_LANG": "en", "LC_ALL": "nl_NL.UTF-8"}, "en"),
        (None, {"LESBOUWER_LANG": "nl_BE"}, "nl"),
        (None, {"LESBOUWER_LANG": "", "LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LC_ALL": "nl_BE.UTF-8@euro", "LANG": "en_US.UTF-8"}, "nl"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "nl_NL"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "nl"),
        (None, {"LC_ALL": "POSIX"}, "nl"),
        (None, {}, "nl"),
    ],
)
def test_the_language_is_chosen_by_wish_then_variable_then_locale(
    requested: str | None, environment: dict[str, str], language: str
) -> None:
    assert i18n.choose_language(requested, environment) == language


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (["--lang", "en", "check"], "en"),
        (["check", "--lang=nl"], "nl"),
        (["--lang", "en", "check", "--lang", "nl"], "nl"),
        (["check"], None),
        (["check", "--lang"], None),
        (["check", "--", "--lang", "en"], None),
    ],
)
def test_the_language_is_found_anywhere_on_the_line(line: list[str], language: str | None) -> None:
    assert i18n.find_requested_language(line) == language


@pytest.mark.usefixtures("catalogues")
def test_texts_are_translated_and_counted() -> None:
    i18n.speak("nl")
    assert i18n.translate("fix") == "oplossing"
    assert i18n.translate("") == ""
    assert i18n.translate_count("{count} error", "{count} errors", 1) == "1 fout"
    assert i18n.translate_count("{count} error", "{count} errors", 0) == "0 fouten"
    i18n.speak("en")
    assert i18n.translate("fix") == "fix"
    assert i18n.translate_count("{count} error", "{count} errors", 2) == "2 errors"


def test_without_compiled_catalogues_the_source_speaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(i18n, "LOCALE_FOLDER", tmp_path)
    i18n.speak("nl")
    assert i18n.translate("fix") == "fix"
