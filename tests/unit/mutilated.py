"""The smallest project with a few lines lost, moved or spoilt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from builder.sources import SourceFile, SourceTree

MINIMAL = Path(__file__).parents[1] / "projects" / "minimal"
FILES = {
    path.relative_to(MINIMAL).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(MINIMAL.rglob("*"))
    if path.suffix in (".md", ".yaml")
}
JUNK = ("", " ", "  ", "-", ":", "#", "x", "é", '"', "[", "{}", "*a", "&a", "null", "true", "]: [")


@st.composite
def mutilated(draw: st.DrawFn, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The texts of the project, and perhaps of ``more`` files, by their paths."""
    files = {**FILES, **(more or {})}
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(sorted(files)))
        lines = files[path].split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        junk = draw(st.sampled_from(JUNK))
        spoilt = lines[at][:column] + junk + lines[at][column + draw(st.integers(0, 3)) :]
        lines[at : at + draw(st.integers(0, 2))] = draw(
            st.sampled_from(([], [spoilt], [lines[at], spoilt], [lines[0]]))
        )
        files[path] = "\n".join(lines)
    return files


def make_tree(files: Mapping[str, str]) -> SourceTree:
    """The texts and one picture, without a disk."""
    picture = "modules/begin/media/vierkant.svg"
    return SourceTree(
        {
            **{path: SourceFile(path, text.encode(), text, "") for path, text in files.items()},
            picture: SourceFile(picture, (MINIMAL / picture).read_bytes(), None, ""),
        },
        folders=frozenset({"courses/voorbeeld", "modules/begin", "modules/begin/media", "quizzes"}),
    )
