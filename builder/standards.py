"""Names of the standards: versions, namespaces with their fixed prefixes, published schema files.

The schema files are third-party and lie in ``builder/schemas_xsd``, put there when the project is
set up. Writer and verifier share this module and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.diagnostics import LesbouwerError

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A namespace, the prefix that LMSs expect ("" for the default one), and its schema file."""

    prefix: str
    namespace: str
    schema_file: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One edition of a standard. ``schema_version`` is the text of ``<schemaversion>``."""

    name: str
    label: str
    schema_version: str
    vocabularies: tuple[Vocabulary, ...]
    scorm_type: str
    """Local name of the attribute that tells a SCO from an asset: its case differs per standard."""

    @property
    def packaging(self) -> str:
        """Namespace of IMS Content Packaging: manifest, item, resource and so on."""
        return self.vocabularies[0].namespace

    @property
    def adlcp(self) -> str:
        """Namespace of ADL's extensions of Content Packaging."""
        return self.namespace("adlcp")

    def namespace(self, prefix: str) -> str:
        """The namespace behind a prefix. Raises ``KeyError`` for a prefix of another standard."""
        return {each.prefix: each.namespace for each in self.vocabularies}[prefix]


SCORM12 = Standard(
    name="scorm12",
    label="SCORM 1.2",
    schema_version="1.2",
    vocabularies=(
        Vocabulary("", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        Vocabulary("adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
        Vocabulary(
            "imsmd", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"
        ),
    ),
    scorm_type="scormtype",
)

_VOCABULARIES_2004 = (
    Vocabulary("", "http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
    Vocabulary("adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    Vocabulary("adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    Vocabulary("adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    Vocabulary("imsss", "http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
)

SCORM2004_3 = Standard(
    name="scorm2004-3",
    label="SCORM 2004, 3rd edition",
    schema_version="2004 3rd Edition",
    vocabularies=_VOCABULARIES_2004,
    scorm_type="scormType",
)

SCORM2004_4 = Standard(
    name="scorm2004-4",
    label="SCORM 2004, 4th edition",
    schema_version="2004 4th Edition",
    vocabularies=_VOCABULARIES_2004,
    scorm_type="scormType",
)

STANDARDS = (SCORM12, SCORM2004_3, SCORM2004_4)


@cache
def schema_files(standard: Standard) -> tuple[tuple[str, bytes], ...]:
    """Name and content of every schema file of a standard, sorted by name.

    Raises ``LesbouwerError`` when they are not installed.
    """
    folder = files("builder") / "schemas_xsd" / standard.name
    try:
        entries = [each for each in folder.iterdir() if each.name.endswith((".xsd", ".dtd"))]
        found = sorted((each.name, each.read_bytes()) for each in entries)
    except OSError:
        found = []
    missing = {each.schema_file for each in standard.vocabularies} - {name for name, _ in found}
    if missing:
        raise LesbouwerError(
            "the schema files of {standard} are not installed ({missing}): "
            "run the set-up of lesbouwer again",
            standard=standard.label,
            missing=", ".join(sorted(missing)),
        )
    return tuple(found)
