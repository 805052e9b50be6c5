"""What every rule looks at: one package under test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from builder.diagnostics import Diagnostic, Location
from builder.verify.manifest import Manifest
from builder.verify.opening import OpenedZip
from builder.verify.payload import Payload


@dataclass(frozen=True, slots=True)
class Subject:
    """A package under test. ``payload`` is there when lesbouwer made the package."""

    zip: OpenedZip
    manifest: Manifest
    payload: Payload | None

    def at(self, element: _Element | None = None) -> Location:
        """The place of an element in the manifest, or of the manifest as a whole."""
        line = element.sourceline or 0 if element is not None else 0
        return self.zip.at(self.manifest.path, line)

    def finding(
        self, code: str, element: _Element | None = None, **params: str | int
    ) -> Diagnostic:
        """A finding about an element of the manifest."""
        return Diagnostic(code, self.at(element), params)


Rule = Callable[[Subject], Iterator[Diagnostic]]
"""Looks at one thing. Its docstring names the item of the conformance table and the source."""
