"""Author id → identifier of a standard and name of a package: the one place with their alphabets.

An author's id matches ``[a-z][a-z0-9-]{1,47}``, so it holds no underscore and no capital: that is
what keeps two ids apart when the hyphen becomes an underscore.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ManifestIdentifiers:
    """The identifiers of a package's manifest: equal for every build and every target."""

    manifest: str
    organization: str
    item: str
    resource: str
    files: str


def manifest_identifiers(namespace: str, course_id: str) -> ManifestIdentifiers:
    """Identifiers from the publisher's namespace (``nl.voorbeeld``) and the course id.

    They match ``[A-Za-z_][A-Za-z0-9_.-]*`` (xs:ID). An LMS keeps a learner's record per item
    identifier, so nothing of time, text or chance may enter.
    """
    # The double underscore keeps namespace and id apart: neither holds one.
    tail = f"{namespace.replace('.', '_')}__{course_id}"
    return ManifestIdentifiers(
        manifest=f"MAN-{tail}",
        organization=f"ORG-{tail}",
        item=f"ITEM-{tail}",
        resource=f"RES-{tail}",
        files=f"RES-{tail}-files",
    )


def runtime_identifier(kind: str, author_id: str) -> str:
    """Identifier for the run-time (``q_geen_klachten``), matching ``[A-Za-z_][A-Za-z0-9_]*``.

    ``kind`` is a prefix without an underscore: ``q`` for a question, ``obj`` for an objective.
    """
    return f"{kind}_{author_id.replace('-', '_')}"


def package_file_name(course_id: str, version: str, target: str) -> str:
    """``mentaal-welbevinden-1.2.0-scorm12.zip``."""
    return f"{course_id}-{version}-{target}.zip"
