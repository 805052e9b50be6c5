"""The reasons of the operating system, by number and in both languages."""

import errno
import os

import pytest

from builder import i18n
from builder.reasons.system import say_refusal

COMMON = (
    *("EACCES", "EADDRINUSE", "EBUSY", "EDQUOT", "EEXIST", "EFBIG", "EIO", "EISDIR", "ELOOP"),
    *("EMFILE", "ENAMETOOLONG", "ENOENT", "ENOMEM", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"),
    "ESTALE",
)


@pytest.mark.parametrize("name", COMMON)
def test_a_common_refusal_is_said_in_both_languages(name: str) -> None:
    number = getattr(errno, name)
    english = say_refusal(number, os.strerror(number))
    i18n.speak("nl")
    dutch = say_refusal(number, os.strerror(number))
    said = {*english, *dutch}
    assert len(said) == 4
    assert not any(os.strerror(number) in text or text.endswith(".") for text in said)


def test_an_uncommon_refusal_is_quoted_and_still_has_a_fix() -> None:
    i18n.speak("nl")
    refusal = say_refusal(errno.EXDEV, "Invalid cross-device link")
    assert refusal.reason == "het systeem zegt “Invalid cross-device link”"
    assert refusal.fix.startswith("probeer het opnieuw")
