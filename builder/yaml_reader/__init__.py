"""YAML text → plain values with their places.

Every scalar stays text (the schema decides what it means), so that ``no``, ``1.10`` and ``12:30``
survive. Built from the parser's events rather than its composed tree: only there aliases show,
and a deeply nested file cannot exhaust the stack.
"""

from __future__ import annotations

from dataclasses import replace

import yaml

from builder.diagnostics import Diagnostic, Outcome
from builder.fields import find_invisible
from builder.yaml_reader.composer import DEEPEST, Composer
from builder.yaml_reader.faults import GLUED_HYPHEN, NO_SPACE, Fault, explain
from builder.yaml_reader.repairs import repair
from builder.yaml_reader.respelling import Correction, respell
from builder.yaml_reader.values import Document, Path, Place, Value, YamlPositions
from builder.yaml_reader.written import YamlText

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_FAULTS = 50
"""Lines of one text that are put right to find what is wrong below them."""


def read(text: str, path: str, line_offset: int = 0) -> Outcome[Document]:
    """Reads one YAML text. ``line_offset`` is the number of lines above it in the file.

    After a faulty line the rest is read as if it had been right, where that can be known.
    """
    text = text.replace("\r\n", "\n")
    invisible = find_invisible(text)
    if invisible:
        above = text[: invisible.start()].split("\n")
        point = f"U+{ord(invisible[0]):04X}"
        unseen = Fault("Y124", len(above), len(above[-1]) + 1, {"point": point})
        return Outcome(None, (unseen.diagnose(path, line_offset),))
    lines = text.split("\n")
    told: tuple[Diagnostic, ...] = ()
    last = 0
    while True:
        composer = Composer(path, line_offset, lines)
        fault = _compose(composer)
        if fault is None:
            return _finish(composer, told)
        if fault.line <= last:  # what was put right above it was not what was meant
            return Outcome(None, told)
        last = fault.line
        told = (*told, fault.diagnose(path, line_offset))
        repaired = repair(fault, lines)
        if repaired is None or len(told) == _MOST_FAULTS:
            return Outcome(None, (*composer.findings, *told))
        lines = repaired


def _compose(composer: Composer) -> Fault | None:
    """Lets a composer take a whole text; the fault that makes it unreadable, if there is one."""
    try:
        for event in yaml.parse("\n".join(composer.lines), Loader=_LOADER):
            if not composer.take(event):
                break
    except yaml.MarkedYAMLError as error:
        return explain(error, composer.lines)
    return None


def _finish(composer: Composer, told: tuple[Diagnostic, ...]) -> Outcome[Document]:
    """The document; one of which a line had to be put right counts as incomplete."""
    read = composer.finish()
    document = read.value
    if document and told:
        document = replace(document, doubled=document.doubled | {()})
    return Outcome(document, (*told, *read.diagnostics))


__all__ = [
    "DEEPEST",
    "GLUED_HYPHEN",
    "NO_SPACE",
    "Correction",
    "Document",
    "Path",
    "Place",
    "Value",
    "YamlPositions",
    "YamlText",
    "read",
    "respell",
]
