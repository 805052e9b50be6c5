"""Signs that mean something to YAML at the start of a text: the place, and the exact fix."""

from __future__ import annotations

import pytest

from builder import yaml_reader


@pytest.mark.parametrize(
    ("text", "code", "column", "params"),
    [
        ("a: - punt\n", "Y118", 4, {"sign": "-"}),
        ("a: [Lees](les:x) dit\n", "Y118", 4, {"sign": "["}),
        ("a: {naam} vult in\n", "Y118", 4, {"sign": "{"}),
        ("a:\n  - [Lees](les:x)\n", "Y118", 5, {"sign": "["}),
        ("a: ? wat\n", "Y118", 4, {"sign": "?"}),
        ("a: Een zin\n  en twee woorden: drie\n", "Y116", 18, {"key": "a"}),
        ("x:\n  - a: Een zin\n      en nog een: drie\n", "Y116", 17, {"key": "a"}),
        ("a: een\n   twee: drie\n", "Y117", 4, {"spaces": 3, "write": 0}),
        ("a: 's Ochtends\nb: c\n", "Y114", 4, {"write": '"\'s Ochtends"'}),
        ('a: \'t is "zo"\n', "Y114", 4, {"write": '"\'t is \\"zo\\""'}),
        ("a: b\nc: 's Nachts\nd: 's Avonds\n", "Y114", 4, {}),
    ],
)
def test_signs_at_the_start_of_a_text(
    text: str, code: str, column: int, params: dict[str, str]
) -> None:
    found, *others = yaml_reader.read(text, "f.yaml").diagnostics
    assert all(one.code == found.code for one in others), "the same fault again, further on"
    assert (found.code, found.location.column, dict(found.params)) == (code, column, params)
