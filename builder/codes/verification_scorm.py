"""Codes V4xx and V5xx: what only SCORM 1.2 or only SCORM 2004 asks."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="V401",
        slug="mastery-score-is-a-percentage",
        severity=Severity.ERROR,
        sentence='"{value}" cannot be a mastery score',
        fix="write a whole number from 1 to 100",
        explanation=(
            "The mastery score is the percentage with which a learner passes. "
            "Scores run from 0 to 100, so a higher mark can never be reached, and a 0 is lost."
        ),
        wrong="<adlcp:masteryscore>800</adlcp:masteryscore>",
        right="<adlcp:masteryscore>80</adlcp:masteryscore>",
    ),
    Code(
        number="V402",
        slug="mastery-score-is-on-a-sco",
        severity=Severity.WARNING,
        sentence="a mastery score stands on an item that reports no score",
        fix="put the mastery score on the item that starts the SCO",
        explanation="Only a SCO reports a score; anywhere else the mastery score does nothing.",
    ),
    Code(
        number="V403",
        slug="mastery-score-is-the-players",
        severity=Severity.ERROR,
        sentence="the mastery score is {manifest} in the manifest and {player} in the player",
        fix="build the package again, and do not change the manifest by hand",
        explanation=(
            "The learning environment decides by the manifest, the player shows its own verdict. "
            "With two different marks a learner reads passed and is kept as failed."
        ),
    ),
    Code(
        number="V404",
        slug="time-limit-is-legal",
        severity=Severity.WARNING,
        sentence='"{value}" cannot be a time limit',
        fix="write hours, minutes and seconds: 0001:30:00.00",
        explanation="SCORM 1.2 writes a span of time as HHHH:MM:SS.SS; other forms are not read.",
        wrong="<adlcp:maxtimeallowed>90 min</adlcp:maxtimeallowed>",
        right="<adlcp:maxtimeallowed>0001:30:00.00</adlcp:maxtimeallowed>",
    ),
    Code(
        number="V501",
        slug="delivery-controls-are-set",
        severity=Severity.WARNING,
        sentence='the item "{identifier}" does not say that its content sets the status',
        fix=(
            "add imsss:deliveryControls with completionSetByContent and objectiveSetByContent "
            "both true"
        ),
        explanation=(
            "Without these flags some learning environments treat the course as one that reports "
            "nothing, and mark it completed as soon as it is closed."
        ),
    ),
    Code(
        number="V502",
        slug="there-is-no-objective-map",
        severity=Severity.ERROR,
        sentence="the manifest uses imsss:mapInfo",
        fix="remove the shared objective",
        explanation=(
            "mapInfo shares a result between activities. Moodle stops with a fatal error when it "
            "meets one, and the package cannot be imported there."
        ),
    ),
    Code(
        number="V503",
        slug="sequencing-is-inline",
        severity=Severity.WARNING,
        sentence="the manifest keeps sequencing in a collection",
        fix="write the sequencing inside the item or organization it is for",
        explanation="Several learning environments skip sequencing that is only referred to.",
    ),
    Code(
        number="V504",
        slug="sequencing-references-lead-somewhere",
        severity=Severity.ERROR,
        sentence='the sequencing "{identifier}" does not exist',
        fix="correct the IDRef, or write the sequencing in the item itself",
        explanation="The reference leads nowhere, so the rules it stands for are not applied.",
    ),
    Code(
        number="V505",
        slug="presentation-hides-something",
        severity=Severity.WARNING,
        sentence="adlnav:presentation is empty",
        fix="name the buttons to hide, or remove the element",
        explanation="The element says which buttons to hide; an empty one trips some importers.",
    ),
    Code(
        number="V506",
        slug="threshold-is-of-the-edition",
        severity=Severity.ERROR,
        sentence="the completion threshold is written in the way of another edition",
        fix=(
            "write the number as text in the 3rd edition, and in the attribute "
            "minProgressMeasure in the 4th"
        ),
        explanation=(
            "The two editions write the threshold differently. A threshold of the other edition "
            "is read as 1.0 or not at all, and learners never get their course completed."
        ),
    ),
    Code(
        number="V507",
        slug="pass-mark-is-the-players",
        severity=Severity.ERROR,
        sentence="the pass mark is {manifest} in the manifest and {player} in the player",
        fix="build the package again, and do not change the manifest by hand",
        explanation=(
            "The learning environment works out passed or failed from the manifest, the player "
            "from its own number. With two different marks a learner gets two verdicts."
        ),
    ),
    Code(
        number="V508",
        slug="run-time-elements-are-on-scos",
        severity=Severity.WARNING,
        sentence='"{name}" stands on an item that starts no SCO',
        fix="move it to an item that starts a SCO, or remove it",
        explanation="Only a SCO reads these values; on other items they do nothing.",
    ),
    Code(
        number="V509",
        slug="extensions-are-in-order",
        severity=Severity.WARNING,
        sentence='the elements inside "{identifier}" are not in the order of the standard',
        fix=(
            "use the order title, item, metadata, timeLimitAction, dataFromLMS, "
            "completionThreshold, sequencing, presentation, data"
        ),
        explanation="The schema does not check this order, but checkers of the standard do.",
    ),
    Code(
        number="V512",
        slug="launch-data-fits",
        severity=Severity.WARNING,
        sentence="dataFromLMS is {length} characters long, and {limit} fit",
        fix="shorten it, or put the data in a file of the package",
        explanation="A learning environment has to keep 4000 characters of it, not more.",
    ),
    Code(
        number="V513",
        slug="metadata-words-are-known",
        severity=Severity.WARNING,
        sentence='"{value}" is not one of the words that the metadata has for {name}',
        fix="choose a word from the list of LOMv1.0, in lower case, or name another source",
        explanation=(
            "Metadata that names LOMv1.0 as its source uses the words of that list. Catalogues "
            "cannot find a course by a word they do not know."
        ),
        wrong="<lom:value>Final</lom:value>",
        right="<lom:value>final</lom:value>",
    ),
    Code(
        number="V514",
        slug="metadata-strings-have-a-language",
        severity=Severity.WARNING,
        sentence='the metadata text "{value}" does not say in which language it is',
        fix="add the attribute language",
        explanation=(
            "Catalogues choose the text in the language of the reader, and skip one without a "
            "language."
        ),
    ),
)
