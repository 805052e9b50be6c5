"""The shape of a diagnostic code. The codes themselves stand beside this, a file per family."""

from __future__ import annotations

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
