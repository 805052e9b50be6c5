"""YAML text → plain values with their places.

Every scalar stays text (the schema decides what it means), so that ``no``, ``1.10`` and ``12:30``
survive. Built from the parser's events rather than its composed tree: only there aliases show,
and a deeply nested file cannot exhaust the stack.
"""

from __future__ import annotations

import yaml

from builder.diagnostics import Outcome
from builder.fields import find_invisible
from builder.yaml_reader.composer import DEEPEST, Composer
from builder.yaml_reader.faults import Fault, explain
from builder.yaml_reader.values import Document, Path, Place, Value, YamlPositions
from builder.yaml_reader.written import YamlText

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(text: str, path: str, line_offset: int = 0) -> Outcome[Document]:
    """Reads one YAML text. ``line_offset`` is the number of lines above it in the file."""
    text = text.replace("\r\n", "\n")
    invisible = find_invisible(text)
    if invisible:
        above = text[: invisible.start()].split("\n")
        point = f"U+{ord(invisible[0]):04X}"
        fault = Fault("Y124", len(above), len(above[-1]) + 1, {"point": point})
        return Outcome(None, (fault.diagnose(path, line_offset),))
    composer = Composer(path, line_offset, text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not composer.take(event):
                break
    except yaml.MarkedYAMLError as error:
        fault = explain(error, text.split("\n"))
        return Outcome(None, (*composer.findings, fault.diagnose(path, line_offset)))
    return composer.finish()


__all__ = ["DEEPEST", "Document", "Path", "Place", "Value", "YamlPositions", "YamlText", "read"]
