"""What an author most likely meant by misspelt keys and types of questions.

A word that is not known would hide everything below it until the next run.
"""

from __future__ import annotations

from builder import models_reader
from builder.diagnostics import Diagnostic
from builder.fields import Authored
from builder.yaml_reader import Document, respell

_MOST_ROUNDS = 5
"""Misspelt keys may lie in each other; what comes to light later is reported by the model."""


def spell(model: type[Authored], document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with the words that were meant, and a finding for each word that was not right.

    Nothing of it is ever built: each finding is an error.
    """
    found: list[Diagnostic] = []
    for _ in range(_MOST_ROUNDS):
        corrections = tuple(models_reader.find_corrections(model, document))
        spelt = respell(document, [one for one, _finding in corrections])
        if spelt.value == document.value:
            break
        found += (
            finding
            for one, finding in corrections
            if not (one.is_key and spelt.positions.knows(*one.path))
        )
        document = spelt
    return document, tuple(found)
