"""Other words at some paths; all places stay."""

from __future__ import annotations

from builder import yaml_reader
from builder.yaml_reader import Correction, Document, respell


def read(text: str) -> Document:
    read = yaml_reader.read(text, "a.yaml")
    assert read.value is not None
    return read.value


def test_a_key_and_all_below_it_move() -> None:
    before = read("a:\n  - b: {c: d}\n  - b: e\nx: y\n")
    after = respell(
        before, [Correction(("a", 0, "b"), "n", is_key=True), Correction(("x",), "z", is_key=False)]
    )
    assert after.value == {"a": [{"n": {"c": "d"}}, {"b": "e"}], "x": "z"}
    assert after.positions.at("a", 0, "n", "c") == before.positions.at("a", 0, "b", "c")
    assert before.value["x"] == "y"


def test_order_and_marks_stay() -> None:
    before = read("a: 1\nb:\n  c: *x\n  d: 1\n  d: 2\ne: 3\n")
    after = respell(before, [Correction(("b",), "n", is_key=True)])
    assert list(after.value) == ["a", "n", "e"]
    assert after.was_refused("n", "c")
    assert after.is_incomplete("n")
    assert not after.is_incomplete("b")


def test_a_key_that_is_there_keeps_its_value() -> None:
    before = read("a: 1\nb: 2\n")
    after = respell(before, [Correction(("b",), "a", is_key=True)])
    assert after == before
    assert respell(before, [Correction(("weg",), "c", is_key=True)]) == before
