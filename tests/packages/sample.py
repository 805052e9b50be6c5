"""A small rendered course, made by hand: two lessons, a quiz with one question, a picture."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.course import CheckedCourse, Course, Lesson, Module, Quiz, Slots
from builder.diagnostics import Location
from builder.package import Package, PackageFile, RenderedCourse
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile
from builder.targets import assembly, plan
from builder.yaml_reader import YamlText

PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:">
<title>Kort</title>
<link rel="stylesheet" href="player.css">
<script src="course.js" defer></script>
<script src="player.js" defer></script>
</head>
<body>
<main id="main"><p>Lees <a href="https://example.org/">meer</a>.</p>
<img src="media/lijn.png" alt="Twee lijnen"></main>
</body>
</html>
"""

PLAYER = '"use strict";(()=>{var x=["cmi.core.lesson_status","cmi.completion_status"];})();\n'

COURSE: dict[str, Any] = {
    "format": 1,
    "id": "kort-en-goed",
    "title": "Kort & één",
    "version": "1.2.0",
    "language": "nl",
    "description": "Waar het over gaat.\nIn twee regels.",
    "publisher": {"name": "Voorbeeldschool", "namespace": "nl.voorbeeld"},
    "modules": ["eerste"],
    "mastery-score": 75,
    "license": "CC BY-SA 4.0",
}


class Anywhere:
    """Positions of a file that was never written."""

    def at(self, *path: str | int, key: bool = False) -> Location:
        return Location("courses/kort-en-goed/course.yaml", 3)

    def text(self, *path: str | int) -> YamlText:
        return YamlText("courses/kort-en-goed/course.yaml", (), 0, "", (2, 0), (2, 0))

    def last_line(self, line: int) -> int:
        return line


def render_sample(state_bound: int = 400, **changes: Any) -> RenderedCourse:
    """The course; ``changes`` are keys of ``course.yaml``, ``None`` takes one away."""
    values = {key: value for key, value in {**COURSE, **changes}.items() if value is not None}
    file = CourseFile.model_validate(values)
    anywhere = Anywhere()
    lessons = tuple(
        Lesson(
            front=LessonFront.model_validate({"id": name, "title": name, "minutes": 5}),
            path=f"modules/eerste/{name}.md",
            positions=anywhere,
            tokens=(),
            lines=(),
            offset=0,
        )
        for name in ("les-een", "les-twee")
    )
    question = {
        "id": "klopt-dit",
        "type": "true-false",
        "prompt": "Klopt dit?",
        "answer": False,
        "feedback": {"true": "Nee.", "false": "Ja."},
    }
    quiz_values = {"id": "toets", "title": "Toets", "minutes": 10, "questions": [question]}
    quiz = Quiz(QuizFile.model_validate(quiz_values), "quizzes/toets.yaml", anywhere, ())
    module_file = ModuleFile.model_validate({"id": "eerste", "title": "Eerste module"})
    module = Module(module_file, "modules/eerste/module.yaml", anywhere, lessons, quiz)
    course = Course(file, "courses/kort-en-goed/course.yaml", anywhere, (module,))
    slots = Slots(pages={}, questions={}, options={})
    return RenderedCourse(CheckedCourse(course, slots), _files(file), state_bound, "abc123")


def plan_sample(target: str, **changes: Any) -> Package:
    """The package of the course for a target."""
    outcome = plan(target, render_sample(**changes))
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def sample_files(target: str, **changes: Any) -> dict[str, bytes]:
    """Path → content of that package, manifest first."""
    return {file.path: file.data for file in plan_sample(target, **changes).files}


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """A zip by Python's own library, so that the writer under test has no part in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def install_player(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle of one line in place of the real player, which takes Node to make."""
    for transport in ("scorm12", "scorm2004"):
        (folder / f"player-{transport}.js").write_text(PLAYER, encoding="utf-8")
    monkeypatch.setattr(assembly, "BUNDLES", folder)


def course_script(file: CourseFile, **changes: Any) -> str:
    """``course.js`` of the sample, with other values at the top of its payload if wanted."""
    options = [
        {"key": key, "slot": slot, "correct": not slot, "text": key, "feedback": "<p>Ja.</p>"}
        for slot, key in enumerate(("false", "true"))
    ]
    payload: dict[str, Any] = {
        "schema": 1,
        "build": "abc123",
        "course": {
            "id": file.id,
            "title": file.title,
            "version": file.version,
            "language": file.language,
        },
        "masteryScore": None if file.mastery_score is None else file.mastery_score / 100,
        "modules": [{"id": "eerste", "title": "Eerste", "pages": ["les-een", "toets"]}],
        "pages": [
            {"id": "les-een", "slot": 0, "kind": "lesson", "title": "Les", "minutes": 5},
            {"id": "les-twee", "slot": 1, "kind": "lesson", "title": "Les", "minutes": 5},
            {"id": "toets", "slot": 2, "kind": "quiz", "title": "Toets", "minutes": 10},
        ],
        "quizzes": {
            "toets": {"questions": ["klopt-dit"], "questionAttempts": 2, "quizAttempts": None}
        },
        "questions": {"klopt-dit": {"id": "klopt-dit", "slot": 0, "options": options}},
        "strings": {},
    }
    text = json.dumps({**payload, **changes}, ensure_ascii=False)
    return f"window.LESBOUWER_COURSE = {text};\n"


def _files(file: CourseFile) -> tuple[PackageFile, ...]:
    contents = {
        "index.html": PAGE.encode(),
        "course.js": course_script(file).encode(),
        "player.css": b"body{margin:0}@font-face{font-family:A;src:url(font.woff2)}\n",
        "font.woff2": bytes(range(256)),
        "media/lijn.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
    }
    return tuple(PackageFile(path, data) for path, data in contents.items())
