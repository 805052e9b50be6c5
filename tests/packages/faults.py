"""A sound package with one thing changed, and what the verifier says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.codes import CODES
from builder.diagnostics import Diagnostic
from builder.verify import verify
from tests.packages.sample import sample_files, zip_files

NAME = "kort.zip"
MANIFEST = "imsmanifest.xml"


def change(text: bytes, *edits: tuple[str, str]) -> bytes:
    """The text with every edit made once; an edit that finds nothing is a fault of the test."""
    for old, new in edits:
        assert old.encode() in text, f"not in the manifest: {old}"
        text = text.replace(old.encode(), new.encode(), 1)
    return text


def judge(data: bytes) -> tuple[Diagnostic, ...]:
    """Findings on a zip; each of them must give a sentence and a fix."""
    found = verify(data, NAME).diagnostics
    for each in found:
        code = CODES[each.code]
        assert "{" not in code.sentence.format(**each.params) + code.fix.format(**each.params)
    return found


def findings(
    target: str,
    *edits: tuple[str, str],
    files: Mapping[str, bytes | None] | None = None,
    **course: Any,
) -> tuple[Diagnostic, ...]:
    """Findings on the sample: ``edits`` to its manifest, ``files`` added, or removed by None."""
    package = sample_files(target, **course)
    package[MANIFEST] = change(package[MANIFEST], *edits)
    for path, data in (files or {}).items():
        if data is None:
            del package[path]
        else:
            package[path] = data
    return judge(zip_files(package))


def codes(
    target: str,
    *edits: tuple[str, str],
    files: Mapping[str, bytes | None] | None = None,
    **course: Any,
) -> set[str]:
    """The codes of those findings."""
    return {each.code for each in findings(target, *edits, files=files, **course)}
