"""Every code there is, by number. One file per family beside this one, each with ``CODES``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from builder.codes.code import Code


def _collect() -> dict[str, Code]:
    found: dict[str, Code] = {}
    for module in sorted(iter_modules(__path__), key=lambda one: one.name):
        if module.name != "code":
            for code in import_module(f"{__name__}.{module.name}").CODES:
                if code.number in found:
                    raise ValueError(f"code {code.number} exists twice")
                found[code.number] = code
    return dict(sorted(found.items()))


CODES: dict[str, Code] = _collect()

__all__ = ["CODES", "Code"]
