"""What a name that leads nowhere stands for, and what nothing names."""

from __future__ import annotations

import pytest

from builder.assemble.reach import Unnamed, find_meant, find_unnamed
from builder.sources import SourceFile, SourceTree

NAMES = ("eerst-luisteren", "vragen", "vragen-stellen", "Zelf doen")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("vraegn", "vragen"),
        ("Vragen", "vragen"),
        ("vragen.yaml", "vragen"),
        ("eerst luisteren", "eerst-luisteren"),
        ("luisteren", "eerst-luisteren"),
        ("zelf-doen", "Zelf doen"),
        ("vragen-stell", None),
        ("hoofdstuk-twee", None),
        ("", None),
    ],
)
def test_a_name_is_taken_for_another_one_only_when_that_is_clear(
    written: str, meant: str | None
) -> None:
    names = ("vragen-stellen", "vragen-stelt") if meant is None else NAMES
    assert find_meant(written, names) == meant


def make_tree(**files: str) -> SourceTree:
    texts = {path.replace("__", "/") + ".yaml": text for path, text in files.items()}
    folders = {path.rpartition("/")[0] for path in texts} | {"modules/leeg"}
    return SourceTree(
        {path: SourceFile(path, text.encode(), text, "") for path, text in texts.items()},
        frozenset(folders),
    )


def test_unnamed_is_what_no_course_and_no_module_names() -> None:
    tree = make_tree(
        courses__een__course="modules: [eerste]\n",
        courses__twee__course="title: [\nmodules:\n  - tweede\n",
        modules__eerste__module="quiz: eerste-toets\n",
        modules__tweede__module='title: "\nquiz: tweede-toets\n',
        modules__derde__module="quiz: derde-toets\n",
        modules__vierde__module="quiz: [lijst]\n",
        quizzes__eerste_toets="",
        quizzes__los="",
    )
    assert find_unnamed(tree) == Unnamed(
        frozenset({"derde", "leeg", "vierde"}), frozenset({"eerste_toets", "los"})
    )
