"""The shape of a diagnostic code. The codes themselves stand beside this, a file per family."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from builder.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding, once for all languages (English here, others in ``builder/locale``).

    ``sentence`` and ``fix`` are ``str.format`` templates; ``slug`` states what should be true;
    ``explanation`` is the manual page that ``lesbouwer explain`` prints (why it matters, then
    ``wrong`` and ``right`` examples, which are not translated).
    Numbers are three digits after the family's letter and are never used again.
    """

    number: str
    slug: str
    severity: Severity
    sentence: str
    fix: str
    explanation: str
    wrong: str = ""
    right: str = ""
    exact: str = ""
    """A better ``fix``, for a finding whose params hold all that it names."""
    bare: str = ""
    """A shorter ``fix``, for a finding whose params lack something that it names."""
    is_machine: bool = False
    """The machine keeps content back; its author did nothing wrong. Exit code 3 instead of 1."""

    def choose_fix(self, params: Mapping[str, str | int]) -> str:
        """The template of the fix that says most about a finding with these ``params``."""
        if self.exact and _find_names(self.exact) <= params.keys():
            return self.exact
        if self.bare and not _find_names(self.fix) <= params.keys():
            return self.bare
        return self.fix


def _find_names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
