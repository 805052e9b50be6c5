"""Codes C1xx to C4xx: how the files of a course belong together."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        number="C101",
        slug="course-has-its-file",
        severity=_ERROR,
        sentence="this course has no course.yaml",
        fix="make the file {path}, or remove the folder",
        explanation=(
            "Every folder in `courses` is a course, and `course.yaml` says what it is called and "
            "which modules it has. A folder without that file cannot be built."
        ),
        right="format: 1\nid: mijn-cursus\ntitle: Mijn cursus\nversion: 1.0.0\nlanguage: nl\n"
        "publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld\nmodules:\n  - mijn-module",
    ),
    Code(
        number="C102",
        slug="course-has-modules",
        severity=_ERROR,
        sentence="the course has no modules",
        fix="write the id of at least one module below `modules:`",
        explanation=(
            "A course without modules has no lessons, so there is nothing for a learner to do. The "
            "ids stand in the order in which the modules are read."
        ),
        wrong="modules: []",
        right="modules:\n  - mijn-module",
    ),
    Code(
        number="C103",
        slug="yaml-file-ends-in-yaml",
        severity=_ERROR,
        sentence="the name of this file ends in .yml",
        fix="call the file {path}",
        explanation=(
            "Both endings are in use for YAML. With one ending for all files nobody has to look "
            "twice, and no file is overlooked."
        ),
    ),
    Code(
        number="C104",
        slug="id-equals-file-name",
        severity=_ERROR,
        sentence='the id "{id}" differs from the name of the file or folder, "{expected}"',
        fix="write `id: {expected}`, or give the file or folder the name {id}",
        explanation=(
            "A course, module or quiz is found by the name of its folder or file, and learners' "
            "progress is kept under its id. If the two differ, a reference to one of them leads to "
            "nothing. Change the id only if no learner has used the course yet."
        ),
    ),
    Code(
        number="C105",
        slug="course-folder-has-an-id",
        severity=_ERROR,
        sentence='a course cannot have a folder called "{name}"',
        fix="give the folder a name of 2 to 48 small letters, digits and hyphens",
        explanation=(
            "The folder is called after the id of the course. Not all learning environments accept "
            "capital letters, spaces or accents in an id."
        ),
    ),
    Code(
        number="C201",
        slug="id-is-unique",
        severity=_ERROR,
        sentence='the id "{id}" is already used at {first}',
        fix="give one of the two another id; change the newest, which learners do not have yet",
        explanation=(
            "Within a course an id stands for one module, lesson, quiz or question. With the same "
            "id twice, the answers and the progress of one would be taken for those of the other."
        ),
    ),
    Code(
        number="C202",
        slug="list-names-things-once",
        severity=_ERROR,
        sentence='"{name}" stands twice below "{key}"',
        fix="remove one of the two",
        explanation=(
            "Everything in this list is used once. A learner could not do the same module twice, "
            "and a package would be made twice under the same name."
        ),
    ),
    Code(
        number="C203",
        slug="module-exists",
        severity=_ERROR,
        sentence='there is no module "{module}"',
        fix="make the folder modules/{module}, or use the id of one that exists: {known}",
        exact="write `{write}` if you mean that module, or make the folder modules/{module}",
        bare="make the folder modules/{module}, with a module.yaml and lessons in it",
        explanation=(
            "A course names its modules by their ids. A module is the folder of that name in "
            "`modules`, with a file `module.yaml` and its lessons."
        ),
    ),
    Code(
        number="C204",
        slug="quiz-exists",
        severity=_ERROR,
        sentence='there is no quiz "{quiz}"',
        fix="make the file quizzes/{quiz}.yaml, or use the id of one that exists: {known}",
        exact="write `{write}` if you mean that quiz, or make the file quizzes/{quiz}.yaml",
        bare="make the file quizzes/{quiz}.yaml, or leave the key `quiz` out",
        explanation=(
            "A module names its quiz by its id. A quiz is the file of that name in `quizzes`. A "
            "module without a quiz leaves the key `quiz` out."
        ),
    ),
    Code(
        number="C205",
        slug="lesson-exists",
        severity=_ERROR,
        sentence='there is no lesson "{lesson}" in this course',
        fix="use the id of a lesson that exists: {known}",
        exact="write `{write}` if you mean that lesson, or the id of another one that exists",
        bare="leave the line out, or make a lesson with this id",
        explanation=(
            "After a wrong answer a learner gets a link to this lesson. It is the id in the front "
            "matter of the lesson, which may differ from the name of its file. If a quiz is used "
            "in two courses, the lesson must be in both."
        ),
    ),
    Code(
        number="C206",
        slug="target-is-known",
        severity=_ERROR,
        sentence='there is no kind of package called "{target}"',
        fix="use one of these: {known}",
        explanation=(
            "`targets` says which packages are made when you name none while building. Each kind "
            "is for learning environments that support that standard."
        ),
        wrong="targets:\n  - scorm-1.2",
        right="targets:\n  - scorm12",
    ),
    Code(
        number="C207",
        slug="course-has-targets",
        severity=_ERROR,
        sentence="no kind of package is named",
        fix="name at least one ({known}), or remove the line for the usual ones",
        explanation=(
            "Without a kind of package nothing would be built, and nobody would notice. When the "
            "key is left out, packages for SCORM 1.2 and SCORM 2004 are made."
        ),
        wrong="targets: []",
        right="targets:\n  - scorm12",
    ),
    Code(
        number="C208",
        slug="quiz-is-used-once",
        severity=_ERROR,
        sentence='the quiz "{quiz}" already belongs to another module ({first})',
        fix="make a quiz of its own for this module, or leave the key `quiz` out",
        explanation=(
            "A learner's score for a quiz is kept once in a course. In two places it would count "
            "twice, and finishing one would finish the other."
        ),
    ),
    Code(
        number="C209",
        slug="mark-has-a-quiz",
        severity=_ERROR,
        sentence="the course asks for {score} % to pass, but it has no quiz",
        fix="remove the line `mastery-score`, or give a module a quiz with the key `quiz`",
        explanation=(
            "A score is what a learner gets in the quizzes. Without a quiz there is no score, so "
            "nobody could ever pass. A course without `mastery-score` is finished when all lessons "
            "were read."
        ),
        wrong="mastery-score: 80",
        right="id: mijn-module\ntitle: Mijn module\nquiz: mijn-toets",
    ),
    Code(
        number="C301",
        slug="module-has-its-file",
        severity=_ERROR,
        sentence="this module has no module.yaml",
        fix="make the file {path} with the keys `id` and `title`",
        explanation=(
            "A module is a folder with lessons, and `module.yaml` says what it is called and which "
            "quiz ends it."
        ),
        right="id: mijn-module\ntitle: Mijn module\nquiz: mijn-toets",
    ),
    Code(
        number="C302",
        slug="module-has-lessons",
        severity=_ERROR,
        sentence='the module "{module}" has no lessons',
        fix="put a lesson in the folder of the module, with a name such as 01-first-lesson.md",
        explanation=(
            "A learner would see a title with nothing below it. Lessons are Markdown files whose "
            "names start with two digits, in the order in which they are read."
        ),
    ),
    Code(
        number="C303",
        slug="lesson-file-has-a-number",
        severity=_ERROR,
        sentence='a lesson cannot have a file called "{name}"',
        fix="use two digits, a hyphen and small letters, such as 01-first-lesson.md",
        explanation=(
            "The number gives the order of the lessons in a module. A file without one would be "
            "left out. Only the order comes from the name: progress is kept under the `id` in the "
            "lesson, so you can renumber files freely."
        ),
    ),
    Code(
        number="C304",
        slug="lesson-lies-in-its-module",
        severity=_ERROR,
        sentence="this lesson lies too deep to be found",
        fix=(
            "move the file to {folder}; is it the text of a film or sound, then name it in the "
            "block: `transcript: …`"
        ),
        explanation=(
            "The lessons of a module lie directly in its folder. One in a folder below it would be "
            "left out of the course without a word. Only the transcript of a film or sound may lie "
            "in the media folder, when a lesson names it."
        ),
    ),
    Code(
        number="C305",
        slug="lesson-number-is-unique",
        severity=_ERROR,
        sentence='the number {number} is also that of "{first}"',
        fix="give one of the two lessons another number",
        explanation=(
            "The number gives the order of the lessons. With two the same the order would depend "
            "on the words behind it, which nobody expects. Renumbering does not cost learners "
            "anything."
        ),
    ),
    Code(
        number="C306",
        slug="file-is-used",
        severity=Severity.WARNING,
        sentence='nothing uses the file "{name}"',
        fix="remove it, or put it where it belongs; pictures go in the media folder of a module",
        explanation=(
            "The file lies where files of a course are looked for, but its name or place is not "
            "one that means something. Its content will not be in any package."
        ),
    ),
    Code(
        number="C307",
        slug="module-and-quiz-are-used",
        severity=Severity.INFO,
        sentence='no course uses "{name}", so it is in no package',
        fix="name it in course.yaml or module.yaml when it is ready, or remove it",
        explanation=(
            "A module is part of a course when the course names it, and a quiz when a module does. "
            "That nobody names it is fine for something that you are still writing. What is wrong "
            "with it is told as a warning until then, and stops no course."
        ),
    ),
    Code(
        number="C308",
        slug="text-file-keeps-its-own-ending",
        severity=_ERROR,
        sentence="the name of this file ends in .txt",
        fix="call it {name}",
        explanation=(
            "Notepad adds .txt to the name of a file, and Windows often does not show that ending. "
            "Choose “All files” as the type when you save the file, or let the explorer show the "
            "endings of file names and take .txt away."
        ),
    ),
    Code(
        number="C309",
        slug="module-folder-is-called-after-its-id",
        severity=_ERROR,
        sentence='the folder of the module "{id}" is called "{name}"',
        fix="call the folder {id}",
        explanation=(
            "A module is found by the name of its folder: small letters, digits and hyphens. On "
            "some computers capital letters make no difference, on others they do, and there the "
            "module would be missing."
        ),
    ),
    Code(
        number="C310",
        slug="quiz-file-is-called-after-its-id",
        severity=_ERROR,
        sentence='the file of the quiz "{id}" is called "{name}.yaml"',
        fix="call the file {id}.yaml",
        explanation=(
            "A quiz is found by the name of its file: small letters, digits and hyphens. On some "
            "computers capital letters make no difference, on others they do, and there the quiz "
            "would be missing."
        ),
    ),
    Code(
        number="C401",
        slug="path-has-the-right-capitals",
        severity=_ERROR,
        sentence='"{target}" differs in capital letters from the file, "{actual}"',
        fix="write {actual}",
        explanation=(
            "On some computers capital letters make no difference in a file name, on others and in "
            "most learning environments they do. There the learner would see an empty box."
        ),
        wrong="![Twee lijnen](media/Twee-Lijnen.svg)",
        right="![Twee lijnen](media/twee-lijnen.svg)",
    ),
    Code(
        number="C402",
        slug="file-belongs-to-its-module",
        severity=_ERROR,
        sentence='"{target}" lies outside {home}',
        fix="copy the file into {home}/media and write media/ and its name",
        explanation=(
            "A module takes its pictures along when it is used in another course. A picture in "
            "another module could be changed or removed by somebody who does not know of this use. "
            "A quiz may also use the pictures of the module that it belongs to."
        ),
    ),
)
