"""The language of the command line: English in the source, other languages through gettext.

Click takes its own words from gettext's default domain ``messages``, so ours live there too.
Texts for learners are no part of this; they stand in ``strings/``.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

DOMAIN = "messages"
LOCALE_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = ("en", "nl")
VARIABLE = "LESBOUWER_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NOWHERE = ("C", "POSIX")


def choose_language(requested: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: the one asked for, else ``LESBOUWER_LANG``, else the locale.

    Without any sign (no locale, ``C`` or ``POSIX``) it is Dutch, because Dutch trainers write
    the courses; a locale of another language gives English.
    """
    wishes = (requested, environment.get(VARIABLE))
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    for wish in (*wishes, locale):
        name = (wish or "").split(".")[0].split("@")[0].replace("-", "_")
        if name and name.upper() not in _NOWHERE:
            return "nl" if name.lower().split("_")[0] == "nl" else "en"
    return "nl"


def find_requested_language(arguments: Sequence[str]) -> str | None:
    """The value of ``--lang`` on a command line, wherever it stands.

    Help and usage errors are written while the line is still being read, so the language
    has to be known before that.
    """
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            found = arguments[index + 1]
    return found


def speak(language: str) -> None:
    """Makes gettext (and with it Click) use ``language`` from now on in this process.

    Gettext only looks at the environment for the language, and its variable ``LANGUAGE`` goes
    before all others. A missing catalogue (a checkout in which nothing was compiled yet)
    leaves the English of the source.
    """
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))


def translate(message: str) -> str:
    """``message`` in the language in force; an empty text stays empty."""
    return gettext.gettext(message) if message else ""


def translate_count(one: str, many: str, count: int, **params: str | int) -> str:
    """The singular or plural sentence for ``count``, filled in with it and ``params``."""
    return gettext.ngettext(one, many, count).format(count=count, **params)


def mark(message: str) -> str:
    """Marks a text for the catalogue without translating it yet."""
    return message
