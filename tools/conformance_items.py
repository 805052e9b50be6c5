"""The conformance list: what must hold of a package and of the player that runs in it."""

from __future__ import annotations

_PACKAGE = {
    1: "SCORM 1.2: the manifest is valid against the schemas of IMS and ADL",
    2: "SCORM 2004 3rd edition: the manifest is valid against its schemas",
    3: "SCORM 2004 4th edition: the manifest is valid against its schemas",
    4: "every identifier is unique, an XML name, and uses only letters, digits, `_`, `.` and `-`",
    5: "the default organization and every reference to a resource lead somewhere",
    6: "leaf items point at a resource, other items do not; each item and organization has one "
    "title of 1 to 200 characters",
    7: "every resource has a type and a SCORM type, spelled as its edition spells it",
    8: "the first resource is the page that starts, and it has an address",
    9: "the zip holds the listed files, the manifest and the schemas; nothing more, nothing less, "
    "and names match to the letter",
    10: "addresses are plain: relative, forward slashes, no spaces, escapes or parent folders, "
    "each with an extension, no `xml:base`",
    11: "namespace prefixes are the usual ones, content packaging is the default namespace, and "
    "the schema locations name files in the root of the package",
    12: "XML is UTF-8 without byte-order mark and without numeric character references, and a "
    "title survives import in Moodle",
    13: "SCORM 1.2: a mastery score only for a graded course, a whole number from 1 to 100, the "
    "same that the player uses",
    14: "SCORM 2004: every SCO says that it reports completion and success itself; nothing that "
    "crashes an importer is in the sequencing",
    15: "SCORM 2004: no completion threshold unless asked for, and then in the edition's own form",
    16: "SCORM 2004: the measure that satisfies the objective is the mastery score divided by 100",
}
_FILES = {
    20: "the zip has the manifest first, only stored or deflated members, version 2.0, no data "
    "descriptors, no zip64, ASCII names, no junk, and equal bytes for equal sources",
    21: "a package over 100 MB and one over 250 MB give a warning",
    22: "no modules, no inline script or handler, no eval, and no request to another host",
    23: "it works when every file is served with its proper type and `nosniff`, and stays usable "
    "when pictures are blocked",
    24: "a package opened straight from disk can be read and its quiz answered",
}
_RUNTIME = {
    25: "the run-time is found in the window, its parents up to seven levels, the opener and the "
    "opener's parents; a parent of another origin is passed over quietly",
    26: "an object without the needed methods is refused; one without only `LMSFinish` is used",
    27: "a run-time that appears two seconds late is found; without one the course runs as preview",
    28: "initialise and terminate are called exactly once with an empty string, and nothing is "
    "called after terminate",
    29: "the first writes are exit suspend and status incomplete, committed before any action",
    30: "score goes before status and status before commit, the score as min, max, raw",
    31: "a raw score is always out of 100; a scaled one lies between 0 and 1 with at most four "
    "decimals and no exponent",
    32: "session time is written well for 0 s, 59.999 s, 1 h, 100 h and more than 9999 h",
    33: "SCORM 2004 times have two decimals at most and end in `Z`",
    34: "SCORM 1.2: never the status `not attempted`, never the exit `normal`",
    35: "the status is right for viewing only, passing, failing with and without attempts left, "
    "review, browse and no credit",
    36: "leaving never lowers a status, and a finished course that is opened again stays finished",
    39: "line breaks, braces, separators, emoji and long answers are made safe in interactions, "
    "and no character is cut in half",
    41: "the numbering of interactions goes on where the last session stopped, without gaps",
    42: "when the run-time does not know interactions, the player stops sending them and the rest "
    "works",
    43: "an element that was never set, and an empty status, are no error",
    44: "a saved state is used whatever the run-time says about the kind of entry",
    45: "the state stays within 4096 characters for the largest course that builds",
    46: "answers and pages are committed at once but not more than once a second, otherwise every "
    "minute; one commit stays small enough for a beacon",
    47: "when the frame is removed without leaving, nothing is lost but the last second",
    48: "when the tab is hidden the state is committed and the session goes on",
    49: "a commit that fails is tried again, the learner is told, and the notice goes away",
    50: "a pass mark that the run-time gives replaces the one in the course",
    51: "in review and browse mode nothing is written",
    53: "the names of the status elements stand literally in the script",
    54: "the state of an earlier version of the course is read with pages and questions added, "
    "removed, moved and changed",
    55: "a damaged, foreign or newer state does not stop the start and is not overwritten before "
    "the learner makes progress",
}

SECTIONS: dict[str, tuple[int, ...]] = {
    "Manifest": tuple(_PACKAGE),
    "Files of the package": tuple(_FILES),
    "At run time": tuple(_RUNTIME),
}
ITEMS: dict[int, str] = {**_PACKAGE, **_FILES, **_RUNTIME}

# What an item asks for that the project does not have yet, beside what its tests show.
NOT_YET: dict[int, str] = {
    15: "there is no setting for a completion threshold yet; the test shows that none is written",
}
