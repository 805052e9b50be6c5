"""Learning object metadata (LOM) of SCORM 2004, whose schema is not published with the others."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.diagnostics import Diagnostic
from builder.verify.manifest import text_of
from builder.verify.subject import Rule, Subject

LOM = "http://ltsc.ieee.org/xsd/LOM"
_LEVELS = {"very low", "low", "medium", "high", "very high"}
_YES_NO = {"yes", "no"}

VOCABULARIES: dict[str, set[str]] = {
    "general/structure": {"atomic", "collection", "networked", "hierarchical", "linear"},
    "general/aggregationLevel": {"1", "2", "3", "4"},
    "lifeCycle/status": {"draft", "final", "revised", "unavailable"},
    "lifeCycle/contribute/role": {
        "author",
        "publisher",
        "unknown",
        "initiator",
        "terminator",
        "validator",
        "editor",
        "graphical designer",
        "technical implementer",
        "content provider",
        "technical validator",
        "educational validator",
        "script writer",
        "instructional designer",
        "subject matter expert",
    },
    "metaMetadata/contribute/role": {"creator", "validator"},
    "educational/interactivityType": {"active", "expositive", "mixed"},
    "educational/interactivityLevel": _LEVELS,
    "educational/semanticDensity": _LEVELS,
    "educational/intendedEndUserRole": {"teacher", "author", "learner", "manager"},
    "educational/context": {"school", "higher education", "training", "other"},
    "educational/difficulty": {"very easy", "easy", "medium", "difficult", "very difficult"},
    "rights/cost": _YES_NO,
    "rights/copyrightAndOtherRestrictions": _YES_NO,
    "classification/purpose": {
        "discipline",
        "idea",
        "prerequisite",
        "educational objective",
        "accessibility restrictions",
        "educational level",
        "skill level",
        "security level",
        "competency",
    },
}
"""IEEE 1484.12.1, the value spaces that have a closed list; path below ``lom`` → values."""


def metadata_words_are_known(subject: Subject) -> Iterator[Diagnostic]:
    """Item 3. A value whose source is LOMv1.0 comes from the list of that element."""
    for lom in subject.manifest.root.iter(f"{{{LOM}}}lom"):
        for path, words in VOCABULARIES.items():
            for element in lom.findall("/".join(f"{{{LOM}}}{step}" for step in path.split("/"))):
                value = text_of(element.find(f"{{{LOM}}}value"))
                source = text_of(element.find(f"{{{LOM}}}source"))
                if source == "LOMv1.0" and value not in words:
                    name = etree.QName(element).localname
                    yield subject.finding("V513", element, name=name, value=value)


def metadata_strings_have_a_language(subject: Subject) -> Iterator[Diagnostic]:
    """Item 3. A text in metadata says in which language it is; the schema does not insist."""
    for element in subject.manifest.root.iter(f"{{{LOM}}}string"):
        if not element.get("language"):
            yield subject.finding("V514", element, value=text_of(element)[:80])


METADATA_RULES: tuple[Rule, ...] = (metadata_strings_have_a_language, metadata_words_are_known)
