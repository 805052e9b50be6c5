"""The catalogues hold every text, translated, with the same placeholders."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from builder import i18n
from tools import catalog

CATALOGUES = sorted(i18n.LOCALE_FOLDER.glob("*/LC_MESSAGES/messages.po"))


def name_of(path: Path) -> str:
    return path.parent.parent.name


@pytest.fixture(scope="module", params=CATALOGUES, ids=name_of)
def kept(request: pytest.FixtureRequest) -> Catalog:
    """A catalogue as it is kept."""
    path: Path = request.param
    return catalog.read_catalogue(path)


def messages_of(kept: Catalog) -> list[Message]:
    return [message for message in kept if message.id]


def forms_of(text: object) -> list[str]:
    return list(text) if isinstance(text, (tuple, list)) else [str(text)]


def placeholders_in(text: str) -> set[str]:
    """Names between braces, and those of the old style that Click still has in one text."""
    found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return found | set(re.findall(r"%\((\w+)\)", text))


def test_every_language_but_english_has_a_catalogue() -> None:
    assert ["en", *map(name_of, CATALOGUES)] == sorted(i18n.LANGUAGES)


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_the_catalogue_is_current(path: Path) -> None:
    made = catalog.make_po(catalog.update(catalog.read_catalogue(path)))
    assert path.read_bytes() == made, "run: python -m tools.catalog"


def test_every_text_is_translated(kept: Catalog) -> None:
    open_ones = [message.id for message in messages_of(kept) if not all(forms_of(message.string))]
    assert open_ones == []


def test_translations_have_the_same_placeholders(kept: Catalog) -> None:
    wrong = []
    for message in messages_of(kept):
        is_filled = "{" in str(message.id) or "%(" in str(message.id)
        if is_filled and not message.locations[0][0].endswith("explanation"):
            possible = [placeholders_in(form) for form in forms_of(message.id)]
            given = [placeholders_in(form) for form in forms_of(message.string)]
            if any(found not in possible for found in given):
                wrong.append(message.id)
    assert wrong == []


def test_translations_keep_space_and_code(kept: Catalog) -> None:
    """Blank at an end joins sentences; pieces between backticks are what an author types."""
    wrong = []
    for message in messages_of(kept):
        for one, other in zip(forms_of(message.id), forms_of(message.string), strict=True):
            ends = [len(text) - len(text.lstrip()) for text in (one, other)]
            ends += [len(text) - len(text.rstrip()) for text in (one, other)]
            if ends[0] != ends[1] or ends[2] != ends[3] or one.count("`") != other.count("`"):
                wrong.append(one)
    assert wrong == []


def test_no_text_hides_in_another() -> None:
    """Babel does not look into f-strings, so a text there would never reach a translator."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted((Path(i18n.__file__).parent).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "translate", "mark")
    ]
    assert hidden == []


def test_the_words_of_click_are_among_them() -> None:
    origins = set(catalog.collect_messages().values())
    assert "click/core.py" in origins
    assert "builder/cli/check.py" in origins
    assert "codes A101" in origins


def test_a_new_text_joins_and_a_gone_one_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Catalog(locale="nl")
    before.add("gone", "weg")
    before.add("stays", "blijft")
    texts: dict[str | tuple[str, ...], str] = {"stays": "a.py", "new": "a.py", ("1", "2"): "b.py"}
    monkeypatch.setattr(catalog, "collect_messages", lambda: texts)
    after = catalog.update(before)
    assert {message.id: message.string for message in messages_of(after)} == {
        "stays": "blijft",
        "new": None,
        ("1", "2"): ("", ""),
    }
    assert catalog.make_po(after) == catalog.make_po(after)
