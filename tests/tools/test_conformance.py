"""The conformance list is read from the tests as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import conformance
from tools.conformance_items import ITEMS, NOT_YET, SECTIONS

PYTHON = """
import pytest

pytestmark = pytest.mark.conformance(1)


@pytest.mark.conformance(4, 9)
def test_names_are_unique() -> None: ...


@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.conformance(20))])
def test_per_case(x: int) -> None: ...


@pytest.mark.conformance(13)
class TestGraded:
    def test_inside(self) -> None: ...


def not_a_test() -> None: ...
"""
TYPESCRIPT = """
test("starts with incomplete [item 29]", () => {});
it('score first [items 30, 31]', () => {});
test(`${name}: answers with ${how} [item 49]`, () => {});
test(`nothing to see`, () => {});
"""


def test_marks_of_python(tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    file.write_text(PYTHON)
    assert list(conformance.python_tests(file)) == [
        (1, "names are unique"),
        (4, "names are unique"),
        (9, "names are unique"),
        (1, "per case"),
        (20, "per case"),
        (1, "inside"),
        (13, "inside"),
    ]


def test_titles_of_typescript(tmp_path: Path) -> None:
    file = tmp_path / "x.test.ts"
    file.write_text(TYPESCRIPT)
    assert list(conformance.typescript_tests(file)) == [
        (29, "starts with incomplete"),
        (30, "score first"),
        (31, "score first"),
        (49, "answers with …"),
    ]


def test_a_number_that_is_not_written_out_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    file.write_text("@pytest.mark.conformance(ITEM)\ndef test_x(): ...\n")
    with pytest.raises(ValueError, match="line 1"):
        list(conformance.python_tests(file))


def test_an_item_without_a_test_and_a_test_without_an_item_are_faults() -> None:
    covered = {number: [("tests/test_x.py", "x")] for number in ITEMS}
    assert conformance.faults(covered) == []
    lost = next(number for number in ITEMS if number not in NOT_YET)
    del covered[lost]
    covered[999] = [("tests/test_x.py", "x")]
    assert conformance.faults(covered) == [f"item {lost} has no test", "there is no item 999"]


def test_every_item_has_a_row() -> None:
    rows = [number for numbers in SECTIONS.values() for number in numbers]
    assert rows == list(ITEMS)
    text = conformance.write({1: [("tests/test_x.py", "a | b")]})
    assert r"[a \| b](../tests/test_x.py)" in text
    assert all(f"\n| {number} | " in text for number in ITEMS)
