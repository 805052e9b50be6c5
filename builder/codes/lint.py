"""Codes of the L family: the content itself. Each belongs to a rule in ``builder/lint``."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="L101",
        slug="picture-has-alternative-text",
        severity=Severity.ERROR,
        sentence='the picture "{target}" has no alternative text',
        fix="write between the square brackets what the picture shows",
        explanation=(
            "A learner who does not see the picture hears this text instead. Without it a screen "
            "reader reads out the name of the file. Say what matters in the picture, in one "
            "sentence. A picture that is only decoration can stay without text: put `lesbouwer: "
            "allow L101` with a reason in a comment on the line above."
        ),
        wrong="![](media/twee-lijnen.svg)",
        right="![Twee lijnen: een voor klachten, een voor welbevinden](media/twee-lijnen.svg)",
    ),
    Code(
        number="L103",
        slug="link-text-says-where-it-goes",
        severity=Severity.WARNING,
        sentence='the link text "{text}" does not say where the link goes',
        fix="make the words of the link the name of the page it goes to",
        explanation=(
            "Who uses a screen reader can ask for a list of all links on a page. Words such as "
            "`hier` and `lees meer` say nothing in such a list, and little on the page itself."
        ),
        wrong="Klik [hier](https://www.rivm.nl) voor de cijfers.",
        right="Bekijk de [cijfers van het RIVM](https://www.rivm.nl).",
    ),
    Code(
        number="L104",
        slug="alternative-text-describes",
        severity=Severity.WARNING,
        sentence='the alternative text "{text}" does not describe the picture',
        fix="say what matters in the picture, in one sentence",
        explanation=(
            "A screen reader already says that it is a picture. The name of the file or the word "
            "`afbeelding` adds nothing for who does not see it."
        ),
        wrong="![afbeelding](media/twee-lijnen.svg)",
        right="![Twee lijnen: een voor klachten, een voor welbevinden](media/twee-lijnen.svg)",
    ),
    Code(
        number="L201",
        slug="lesson-is-short",
        severity=Severity.WARNING,
        sentence="the lesson takes {minutes} minutes; {most} is the most that gets finished",
        fix="split the lesson in two",
        explanation=(
            "Teachers follow a course between other things. What fits in a break gets finished; "
            "what does not is left half-way. Two short lessons also show more progress than a long "
            "one."
        ),
        wrong="minutes: 15",
        right="minutes: 6",
    ),
    Code(
        number="L202",
        slug="lesson-has-goals",
        severity=Severity.WARNING,
        sentence='the lesson "{id}" has no goals',
        fix="add `goals` to the front matter: what a learner can do after the lesson",
        explanation=(
            "Goals stand at the top of a lesson, under “Na deze les kun je”. They tell a learner "
            "what to look for, and they keep a writer to the point."
        ),
        right="goals:\n  - uitleggen wat welbevinden is",
    ),
    Code(
        number="L203",
        slug="lesson-has-text",
        severity=Severity.ERROR,
        sentence='the lesson "{id}" has no text',
        fix="write the lesson below the front matter",
        explanation=(
            "A lesson with front matter only would be a page with a title and nothing under it. A "
            "comment is not text: learners do not see it."
        ),
    ),
    Code(
        number="L204",
        slug="sentences-are-short",
        severity=Severity.WARNING,
        sentence="the sentences have {mean} words on average; {most} is the most that reads easily",
        fix=(
            "cut long sentences in two; the longest ({longest} words) is in the paragraph on line "
            "{longest_line}"
        ),
        explanation=(
            "Short sentences are read by everyone: by who reads on a phone after a long day, and "
            "by who reads in a second language. Put one thought in a sentence. All paragraphs of "
            "the lesson count; headings and tables do not."
        ),
    ),
    Code(
        number="L205",
        slug="reflection-has-an-id",
        severity=Severity.ERROR,
        sentence="the lesson has {count} reflections, and this one has no id",
        fix="give it an id of its own: ::: reflectie {{#kijk-patroon}}",
        explanation=(
            "A note that a learner writes is kept on the device under the id of its reflection. "
            "With a running number, notes would appear under the wrong question as soon as another "
            "reflection is put before it. The only reflection of a lesson needs no id."
        ),
        wrong="::: reflectie\nWat zie je?\n:::",
        right="::: reflectie {#kijk-patroon}\nWat zie je?\n:::",
    ),
    Code(
        number="L206",
        slug="link-to-lesson-finds-it",
        severity=Severity.ERROR,
        sentence='this course has no lesson or quiz with the id "{target}"{suggestion}',
        fix="use one of these ids: {known}",
        explanation=(
            "A link such as `les:twee-lijnen` goes to the lesson or quiz with that id, wherever it "
            "stands in the course."
        ),
        wrong="[de vorige les](les:tweelijnen)",
        right="[de vorige les](les:twee-lijnen)",
    ),
    Code(
        number="L301",
        slug="right-answer-is-not-always-longest",
        severity=Severity.WARNING,
        sentence="in {count} of {total} questions the right answer is the longest ({questions})",
        fix="make the wrong answers about as long, or move the explanation to the feedback",
        explanation=(
            "Writers explain the right answer and keep the wrong ones short. Learners notice, and "
            "from then on they count words instead of thinking. Answers of about the same length, "
            "with one thought each, make a fair question."
        ),
    ),
    Code(
        number="L302",
        slug="right-answers-are-spread",
        severity=Severity.WARNING,
        sentence="in {count} of {total} questions the right answer is answer {place} of the list",
        fix="change the order of the options in some questions; the letters may stay as they are",
        explanation=(
            "Who writes questions tends to put the right answer in the same place, and learners "
            "find out. An option keeps its letter for ever, but the order in which options stand "
            "in the file is free."
        ),
    ),
    Code(
        number="L401",
        slug="picture-is-light",
        severity=Severity.WARNING,
        sentence='the picture "{target}" stays {size_kb} kB; {most_kb} kB is plenty',
        fix="cut off what is not needed, or use a calmer picture; simplify a drawing (svg)",
        explanation=(
            "Learners open a course on a phone, sometimes with a poor connection. A heavy picture "
            "makes them wait for detail that nobody sees. Photos are made smaller and coarser by "
            "themselves, step by step; this one is still too heavy, because it is very tall or "
            "full of detail. A drawing (svg) stays as it is, so it has to be light by itself."
        ),
    ),
    Code(
        number="L411",
        slug="picture-stands-still",
        severity=Severity.WARNING,
        sentence='the picture "{target}" moves; learners see its first image only',
        fix="use a picture that stands still, or make a film of it and use a video block",
        explanation=(
            "A picture that moves by itself distracts from reading, and some learners cannot bear "
            "it (WCAG 2.2.2). So only its first image goes into the package. In a film a learner "
            "decides when it moves."
        ),
        wrong="![Twee lijnen die stijgen](media/lijnen.gif)",
        right="::: video media/lijnen.mp4\ntranscript: media/lijnen.md\n:::",
    ),
    Code(
        number="L412",
        slug="film-is-light",
        severity=Severity.WARNING,
        sentence='the file "{target}" is {size_mb} MB; {most_mb} MB is plenty',
        fix="export it smaller: 1280 by 720 (720p), 25 images a second; or cut it into parts",
        explanation=(
            "On a phone with a poor connection a film of this size takes minutes. Uploads of more "
            "than 100 MB often fail. The free program HandBrake makes a film smaller with its "
            "choice Fast 720p30."
        ),
    ),
    Code(
        number="L413",
        slug="captions-can-be-read-in-time",
        severity=Severity.WARNING,
        sentence="captions go by too fast to read (line {lines})",
        fix="let them stand longer or put it shorter: at most {most} characters a second",
        explanation=(
            "People read about 20 characters a second while they watch. Faster captions make them "
            "miss the film, or the words."
        ),
    ),
    Code(
        number="L414",
        slug="film-plays-in-every-browser",
        severity=Severity.WARNING,
        sentence='"{target}" is coded as {coding}, which not every browser plays',
        fix="export it as mp4 with H.264 and AAC",
        explanation=(
            "Phones often record in HEVC (hvc1), which saves room. Many browsers show that as a "
            "black frame, or play the sound only."
        ),
    ),
    Code(
        number="L415",
        slug="transcript-tells-what-is-said",
        severity=Severity.WARNING,
        sentence='the transcript "{target}" has {percent}% of the words of the captions',
        fix="write everything that is said in the transcript",
        explanation=(
            "Who reads the transcript instead of watching must not miss anything. With less than "
            "70% of the words of the captions it is a summary, or it belongs to another film."
        ),
    ),
    Code(
        number="L501",
        slug="phone-number-comes-from-the-overview",
        severity=Severity.WARNING,
        sentence="the telephone number {number} is written out here",
        fix="write `{mark}`",
        explanation=(
            "This number stands in an overview of the library. Written out in a lesson it stays "
            "as it is when it changes, for nobody looks for it there. With a reference it stands "
            "in one place, and that place says when it has to be checked again."
        ),
        wrong="Bel 0800-0113.",
        right="Bel {{hulplijnen.113.telefoon}}.",
    ),
    Code(
        number="L601",
        slug="objective-is-taught",
        severity=Severity.ERROR,
        sentence='no lesson teaches the objective "{id}"',
        fix="write its id below `objectives:` in the lesson that teaches it",
        explanation=(
            "An objective is a promise to the learner. When no lesson keeps it, either a lesson is "
            "missing, or the objective is not one of this module."
        ),
        right="objectives: [eerste-stap]",
    ),
    Code(
        number="L602",
        slug="objective-is-asked",
        severity=Severity.ERROR,
        sentence='{count} of at least {fewest} questions ask about the objective "{id}"',
        fix="write `objective: {id}` at the questions that ask about it, or add a question",
        explanation=(
            "Questions show whether the objective was reached. One question can be answered by "
            "luck, so there are at least two."
        ),
        right="objective: eerste-stap",
    ),
    Code(
        number="L901",
        slug="silenced-finding-has-a-reason",
        severity=Severity.WARNING,
        sentence="this comment silences {code} without saying why",
        fix="write the reason behind the code: lesbouwer: allow {code} …",
        explanation=(
            "A finding may be silenced when the author knows better. Whoever changes the text "
            "later needs the reason. Without one the comment has no effect."
        ),
        wrong="<!-- lesbouwer: allow L101 -->",
        right="<!-- lesbouwer: allow L101 versiering, zegt niets -->",
    ),
    Code(
        number="L902",
        slug="silenced-finding-can-be-silenced",
        severity=Severity.WARNING,
        sentence='"{code}" is not a finding that can be silenced',
        fix="name a code that starts with L, or solve what it is about",
        explanation=(
            "Findings about the content (L) are advice that an author may weigh. All others are "
            "faults that would break the course or harm a learner, so they cannot be silenced."
        ),
        wrong="<!-- lesbouwer: allow A204 mag hier -->",
        right="<!-- lesbouwer: allow L101 versiering, zegt niets -->",
    ),
    Code(
        number="L903",
        slug="silenced-finding-exists",
        severity=Severity.INFO,
        sentence="this comment silences {code}, but there is nothing to silence here",
        fix="remove the comment, or put it on the line of the finding or the line above it",
        explanation=(
            "A comment silences one finding, on its own line or on the next line with text. One "
            "that silences nothing was perhaps left behind, or stands in the wrong place."
        ),
    ),
)
