"""The verdict as a whole, and the list of codes behind it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import builder
from builder.codes import CODES
from builder.verify import verification as module
from builder.verify import verify
from tests.packages.faults import change, judge
from tests.packages.sample import sample_files, zip_files

VERIFY = Path(builder.__file__).parent / "verify"
RULES = {
    name: rules
    for source in VERIFY.glob("*_rules.py")
    for name, rules in vars(__import__(f"builder.verify.{source.stem}", fromlist=["x"])).items()
    if name.endswith("_RULES")
}


@pytest.mark.parametrize("target", ["scorm12", "scorm2004", "scorm2004-3"])
@pytest.mark.parametrize("graded", [True, False])
def test_our_packages_are_sound(target: str, *, graded: bool) -> None:
    course: dict[str, Any] = {} if graded else {"mastery-score": None}
    verdict = verify(zip_files(sample_files(target, **course)), "kort.zip")
    assert verdict.diagnostics == ()
    assert verdict.standard is not None


def test_every_code_is_used_and_every_use_has_a_code() -> None:
    used = {
        code
        for source in VERIFY.glob("*.py")
        for code in re.findall(r'"(V\d{3})"', source.read_text(encoding="utf-8"))
    }
    assert used == {number for number in CODES if number.startswith("V")}


@pytest.mark.parametrize("name", sorted(RULES))
def test_rules_are_listed_once_in_order_and_documented(name: str) -> None:
    names = [rule.__name__ for rule in RULES[name]]
    assert names == sorted(set(names))
    for rule in RULES[name]:
        assert re.match(r"Items? \d+(, \d+)*\. ", rule.__doc__ or ""), rule.__name__


def test_every_rule_function_is_listed() -> None:
    listed = {rule.__name__ for rules in RULES.values() for rule in rules}
    written = {
        name
        for source in VERIFY.glob("*_rules.py")
        for name in re.findall(
            r"^def ([a-z]\w+)\(\w+: (?:Subject|OpenedZip|Site)\) -> Iterator",
            source.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    assert written == listed


def test_every_list_of_rules_is_run() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert all(re.search(rf"\b{name}\b", source) for name in RULES)


def test_many_faults_are_reported_together_in_order_of_place() -> None:
    files = sample_files("scorm12")
    files["imsmanifest.xml"] = change(
        files["imsmanifest.xml"],
        (">75<", ">0<"),
        ('isvisible="true"', 'isvisible="0"'),
        ('<file href="course.js"/>', ""),
    )
    files["index.html"] = b"<script>x()</script>"
    found = judge(zip_files(files))
    assert {each.code for each in found} == {"V314", "V326", "V401", "V403", "V602", "V607"}
    assert list(found) == sorted(found, key=lambda each: (each.location, each.code))
