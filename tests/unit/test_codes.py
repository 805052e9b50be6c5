"""The table of codes as a whole: numbers, families, words."""

from __future__ import annotations

import re
import string
from importlib import import_module
from pathlib import Path

import pytest

from builder.codes import CODES
from builder.codes.code import Code

ROOT = Path(__file__).parents[2]
FAMILIES = "ACLMPQSVY"


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_a_code_is_complete(code: Code) -> None:
    assert re.fullmatch(rf"[{FAMILIES}][0-9]{{3}}", code.number)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code.slug)
    assert code.sentence
    assert code.fix
    for text in (code.sentence, code.fix, code.exact, code.bare):
        assert text == text.strip()
        assert not text.endswith(".")
    assert not code.sentence[0].isupper() or code.sentence.split()[0].isupper()
    assert code.explanation.endswith((".", "?", "!"))


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_templates_can_be_filled(code: Code) -> None:
    for template in (code.sentence, code.fix, code.exact, code.bare):
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        filled = template.format(**dict.fromkeys(names, "WORD"))
        assert all(re.fullmatch(r"[a-z_]+", name) for name in names)
        assert filled.count("WORD") >= len(names)


def test_numbers_and_slugs_belong_to_one_code() -> None:
    folder = ROOT / "builder" / "codes"
    families = sorted({path.stem for path in folder.glob("*.py")} - {"__init__", "code"})
    listed = [
        code.number
        for family in families
        for code in import_module(f"builder.codes.{family}").CODES
    ]
    assert sorted(listed) == list(CODES), "a number is given twice, or a family is not listed"
    assert all(number == code.number for number, code in CODES.items())
    assert list(CODES) == sorted(CODES)
    assert len({code.slug for code in CODES.values()}) == len(CODES)


def test_every_code_that_is_used_exists_and_the_other_way_round() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "builder").rglob("*.py")
        if path.parent.name != "codes"
    ]
    used = set(re.findall(rf'"([{FAMILIES}][0-9]{{3}})"', "\n".join(sources)))
    assert used - set(CODES) == set(), "used, but not in the table"
    assert set(CODES) - used == set(), "in the table, but nothing finds it"


def test_the_exact_fix_needs_all_that_it_names() -> None:
    code = CODES["C501"]
    assert code.choose_fix({"course": "a", "id": "b", "new": "c"}) == code.exact
    assert code.choose_fix({"course": "a", "id": "b"}) == code.fix
    assert CODES["Y201"].choose_fix({"key": "a"}) == CODES["Y201"].fix


def test_the_bare_fix_is_for_when_there_is_nothing_to_name() -> None:
    code = CODES["C203"]
    assert code.choose_fix({"module": "a", "known": "b, c"}) == code.fix
    assert code.choose_fix({"module": "a", "known": "b, c", "write": "b"}) == code.exact
    assert code.choose_fix({"module": "a"}) == code.bare


def test_one_new_id_of_the_same_kind_is_proposed_before_retiring() -> None:
    names = {"id": "les-twee", "new": "les-drie", "course": "courses/proef/course.yaml"}
    fix = CODES["C501"].choose_fix(names).format(**names)
    assert fix.index("les-twee: les-drie") < fix.index("- les-twee")
