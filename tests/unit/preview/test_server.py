"""The preview as a process: what it answers, what a save does, how it ends."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest
from starlette.responses import Response

from builder.preview.network import listen
from builder.preview.server import Stage, _cut, serve
from builder.preview.site import Site
from tests.unit.command_line import CommandLine
from tests.unit.preview.apart import run_apart

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60


class Preview:
    """A running preview of a project."""

    def __init__(self, run: CommandLine, *words: str) -> None:
        self.project = run
        line = [sys.executable, "-u", "-m", "builder", "--lang", "en", "preview", *words]
        self.process = subprocess.Popen(
            line,
            cwd=run.project,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.said = []
        for line_said in self.process.stdout:
            self.said.append(line_said)
            if line_said.startswith("Preview at http://127.0.0.1:"):
                break
        else:
            raise AssertionError(self.process.communicate()[1])
        self.port = int(self.said[-1].split(":")[2].split("/")[0])

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
        connection = self.connect()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, found, body

    @contextmanager
    def listen(self) -> Iterator[http.client.HTTPResponse]:
        """The stream of generations, as an open page has it."""
        connection = self.connect()
        connection.request("GET", "/__preview/events")
        with connection.getresponse() as answer:
            assert answer.getheader("content-type", "").startswith("text/event-stream")
            yield answer
        connection.close()

    def end(self) -> tuple[int, str, str]:
        """What Ctrl-C does: the exit code and what was said."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, "".join(self.said) + out, err


def next_generation(stream: http.client.HTTPResponse) -> str:
    while not (line := stream.readline().decode()).startswith("data: "):
        assert line, "the stream ended"
    return line.removeprefix("data: ").strip()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to a process on Windows")
def test_a_preview_from_start_to_end(run: CommandLine) -> None:
    with Preview(run) as preview:
        assert preview.said[0] == "voorbeeld: shown\n"
        with preview.listen() as stream:
            first = next_generation(stream)
            body = preview.get("/voorbeeld/")[2]
            assert "Dit is de tekst van de les." in body
            assert f'data-generation="{first}"' in body

            run.spoil()
            second = next_generation(stream)
            assert second != first
            status, headers, body = preview.get("/voorbeeld/")
            assert status == 200
            assert headers["content-security-policy"].startswith("default-src 'self'")
            assert "has no correct answer" in body
            assert f'data-generation="{second}"' in body

            right = "        correct: true\n        feedback: Zo"
            run.replace("quizzes/begin-toets.yaml", "        feedback: Zo", right)
            assert next_generation(stream) not in (first, second)
            assert "Dit is de tekst van de les." in preview.get("/voorbeeld/")[2]

            code, out, err = preview.end()
            assert stream.read().strip() == b""
    assert code == 0
    assert "voorbeeld: 1 error in 1 file\n" in out
    assert out.endswith("Preview ended.\n")
    assert "quizzes/begin-toets.yaml:9:5: error Q101: " in err
    assert "Traceback" not in err
    assert not (run.project / "courses" / "voorbeeld" / "course.lock").exists()
    assert not (run.project / "dist").exists()


def test_every_address_has_its_answer(run: CommandLine) -> None:
    with Preview(run) as preview:
        status, headers, _body = preview.get("/")
        assert (status, headers["location"]) == (307, "/voorbeeld/")
        assert preview.get("/voorbeeld")[1]["location"] == "/voorbeeld/"
        status, headers, _body = preview.get("/voorbeeld/")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert headers["cache-control"] == "no-store"
        status, headers, body = preview.get("/voorbeeld/player.js")
        assert status == 200
        assert headers["content-type"].startswith("text/javascript")
        assert "LMSInitialize" not in body
        assert preview.get("/voorbeeld/font.woff2")[1]["content-type"] == "font/woff2"
        assert preview.get("/__preview.js")[0] == preview.get("/__preview.css")[0] == 200
        assert preview.get("/favicon.ico")[0] == 204
        for gone in ("/nergens", "/nergens/", "/voorbeeld/x", "/voorbeeld/../../etc/passwd"):
            assert preview.get(gone)[0] == 404


def test_a_name_from_elsewhere_is_not_answered(run: CommandLine) -> None:
    with Preview(run) as preview:
        assert preview.get("/", Host="kwaad.example")[0] == 400
        assert preview.get("/", Host=f"localhost:{preview.port}")[0] == 307


def test_several_courses_have_an_overview_and_new_ones_join(run: CommandLine) -> None:
    run.add_course("tweede")
    with Preview(run) as preview, preview.listen() as stream:
        assert 'href="/tweede/"' in preview.get("/")[2]
        generations = {next_generation(stream)}
        run.add_course("derde")
        while "/derde/" not in preview.get("/")[2]:
            generations.add(next_generation(stream))
        assert preview.get("/")[2].count("data-generation") == 1


def test_one_course_may_be_chosen(run: CommandLine) -> None:
    run.add_course("tweede")
    with Preview(run, "tweede") as preview:
        assert preview.get("/")[1]["location"] == "/tweede/"
        assert preview.get("/voorbeeld/")[0] == 404


def test_a_folder_that_is_made_later_is_watched(run: CommandLine) -> None:
    quizzes = run.project / "quizzes"
    quizzes.rename(run.project / "elders")
    with Preview(run) as preview, preview.listen() as stream:
        assert "Dit is de tekst" not in preview.get("/voorbeeld/")[2]
        (run.project / "elders").rename(quizzes)
        while "Dit is de tekst" not in preview.get("/voorbeeld/")[2]:
            next_generation(stream)
        run.spoil()
        while "has no correct answer" not in preview.get("/voorbeeld/")[2]:
            next_generation(stream)


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("", 200, ""),
        ("bytes=0-3", 206, "0-3"),
        ("bytes=4-", 206, "4-SIZE"),
        ("bytes=-5", 206, "TAIL-SIZE"),
        ("bytes=0-999999999", 206, "0-SIZE"),
        ("bytes=999999999-", 200, ""),
        ("bytes=3-1", 200, ""),
        ("bytes=-", 200, ""),
        ("bytes=0-1,3-4", 200, ""),
        ("bytes=" + "9" * 5000 + "-", 200, ""),
    ],
)
def test_films_can_be_asked_for_in_parts(asked: str, status: int, part: str) -> None:
    content = bytes(range(100))
    whole = Response(content, media_type="video/webm")
    answer = _cut(whole, content, asked)
    assert answer.status_code == status
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-type"] == "video/webm"
    expected = part.replace("SIZE", "99").replace("TAIL", "95")
    assert answer.headers.get("content-range", "") == (expected and f"bytes {expected}/100")
    first, last = map(int, expected.split("-")) if expected else (0, 99)
    assert answer.body == content[first : last + 1]


def test_the_preview_answers_with_a_part(run: CommandLine) -> None:
    with Preview(run) as preview:
        status, headers, body = preview.get("/voorbeeld/player.css", Range="bytes=0-9")
        assert (status, len(body), headers["content-length"]) == (206, 10, "10")
        assert headers["x-content-type-options"] == "nosniff"


def test_a_preview_that_cannot_follow_any_more_ends_and_says_why() -> None:
    async def fail(_stage: Stage) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with listen(None) as listener, pytest.raises(OSError, match="Input/output error"):
        run_apart(lambda: serve(Site({}, "en", "start-1"), fail, listener))
