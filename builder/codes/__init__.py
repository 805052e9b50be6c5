"""Every code there is, by number. One file per family beside this one, each with ``CODES``."""

from __future__ import annotations

from builder.codes import (
    assets,
    library,
    lint,
    lock,
    markdown,
    markdown_blocks,
    package,
    questions,
    questions_arranged,
    questions_branching,
    questions_gaps,
    questions_unscored,
    quizzes,
    recordings,
    sources,
    structure,
    values,
    verification_archive,
    verification_manifest,
    verification_media,
    verification_page,
    verification_resource,
    verification_scorm,
    yaml,
)
from builder.codes.code import Code

_FAMILIES = (
    assets,
    library,
    lint,
    lock,
    markdown,
    markdown_blocks,
    package,
    questions,
    questions_arranged,
    questions_branching,
    questions_gaps,
    questions_unscored,
    quizzes,
    recordings,
    sources,
    structure,
    values,
    verification_archive,
    verification_manifest,
    verification_media,
    verification_page,
    verification_resource,
    verification_scorm,
    yaml,
)

CODES: dict[str, Code] = {
    code.number: code
    for code in sorted(
        (code for family in _FAMILIES for code in family.CODES), key=lambda code: code.number
    )
}

__all__ = ["CODES", "Code"]
