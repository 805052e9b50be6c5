"""The border: what becomes which exit code, and which language is spoken."""

import errno
import os
import pickle
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from builder import __version__, pipeline
from builder.cli.group import make_group
from builder.diagnostics import LesbouwerError
from tests.unit.command_line import CommandLine

ROOT = Path(__file__).parents[2]


def start(*words: str, folder: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    line = [sys.executable, "-m", "builder", *words]
    return subprocess.run(
        line,
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def test_the_version_is_told() -> None:
    done = start("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"lesbouwer {__version__}\n", "")


def test_the_version_needs_none_of_the_compiler() -> None:
    code = (
        "import sys; from builder.cli import main; main(['--version']); "
        "print(*sorted({'pydantic', 'lxml', 'jinja2', 'uvicorn', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[1:] == [""]


def test_without_a_command_the_help_is_shown(run: CommandLine) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.output


@pytest.mark.parametrize("command", ["", *sorted(make_group().commands)])
def test_every_command_has_help_in_both_languages(run: CommandLine, command: str) -> None:
    words = [command] if command else []
    english, dutch = run(*words, "--help"), run(*words, "--help", "--lang", "nl")
    assert english.exit_code == dutch.exit_code == 0
    assert english.stdout.startswith("Usage: lesbouwer")
    assert dutch.stdout.startswith("Gebruik: lesbouwer")
    assert "[OPTIES]" in dutch.stdout
    untranslated = r"Usage|OPTIONS|ARGS|Options:|Commands:|Show |default|FOLDER|COURSE|without"
    assert not re.search(untranslated, dutch.stdout)
    assert "nl" in dutch.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "No such command 'chek'. (Did you mean one of: 'check'"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "yaml"], "'yaml' is not one of 'text', 'json', 'github', 'sarif'"),
        (["check", "vorbeeld"], "There is no course 'vorbeeld'. Did you mean 'voorbeeld'?"),
        (["build", "zzz"], "There is no course 'zzz'. These are there: voorbeeld."),
        (["build", "../project"], "There is no course '../project'."),
        (["build", "--target", "scorm13"], "'scorm13' is not one of"),
        (["--lang", "de", "check"], "'de' is not one of"),
        (["--project", "nergens", "check"], "There is no folder 'nergens'."),
        (["--project", "quizzes", "check"], "There is no folder courses/ in 'quizzes'."),
        (["inspect"], "Missing argument 'ZIP'"),
        (["inspect", "nergens.zip"], "There is no file 'nergens.zip'."),
        (["inspect", "quizzes"], "'quizzes' is a folder. Name the zip itself."),
        (["inspect", "quizzes/begin-toets.yaml/x"], "There is no file"),
        (["check", "courses/voorbeeld/course.yaml"], "without a path. Did you mean 'voorbeeld'?"),
        (["check", "courses/voorbeeld/"], "Did you mean 'voorbeeld'?"),
        (["check", "modules/begin"], "without a path. These are there: voorbeeld."),
        (["build", "--out", "courses/dist"], "'courses/dist' lies in courses/, between your own"),
        (["build", "--out", "quizzes"], "Choose a folder elsewhere, such as dist."),
        (["schema", "--out", "modules/begin/schemas"], "lies in modules/"),
        (["build", "--out", "quizzes/begin-toets.yaml"], "is a file"),
        (["explain", "Q10"], "There is no code 'Q10'. Did you mean Q101"),
        (["explain", "kwestie"], "'lesbouwer explain' lists all codes."),
        (["preview", "vorbeeld"], "Did you mean 'voorbeeld'?"),
        (["check", "course.yaml"], "without a path. These are there: voorbeeld."),
        (["preview", "--port", "0"], "'0' is no port. Give a number from 1 to 65535."),
        (["preview", "--port", "x"], "'x' is no port."),
    ],
)
def test_wrong_use_is_2_and_says_what_to_do(run: CommandLine, words: list[str], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_outside_a_project_it_says_where_to_go(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    result = run("check")
    assert result.exit_code == 2
    assert "There is no folder courses/ here or in a folder above." in result.stderr
    assert "--project" in result.stderr


def test_the_project_is_found_upward(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run.project / "modules" / "begin" / "media")
    assert run("check").exit_code == 0


@pytest.mark.parametrize("words", [["--project", ".", "check"], ["check", "--project", "."]])
def test_the_project_may_be_named_before_and_after_the_command(
    run: CommandLine, words: list[str]
) -> None:
    assert run(*words).exit_code == 0


def test_the_option_after_the_command_counts(run: CommandLine) -> None:
    assert run("--project", "nergens", "check", "--project", ".").exit_code == 0


@pytest.mark.parametrize(
    ("words", "variables", "said"),
    [
        (["check", "zzz"], {}, "There is no course"),
        (["check", "zzz", "--lang", "nl"], {}, "Er is geen cursus"),
        (["--lang=nl", "check", "zzz"], {}, "Er is geen cursus"),
        (["check", "zzz"], {"LESBOUWER_LANG": "nl"}, "Er is geen cursus"),
        (["check", "zzz"], {"LC_ALL": "nl_NL.UTF-8"}, "Er is geen cursus"),
        (["check", "zzz"], {"LANG": "C"}, "Er is geen cursus"),
        (["check", "zzz", "--lang", "en"], {"LESBOUWER_LANG": "nl"}, "There is no course"),
    ],
)
def test_the_language_is_chosen(
    run: CommandLine, words: list[str], variables: dict[str, str], said: str
) -> None:
    assert said in run(*words, env=variables).stderr


def test_dutch_reaches_findings_too(run: CommandLine) -> None:
    run.spoil()
    result = run("check", "--lang", "nl")
    assert "error Q101: " in result.stderr
    assert "   oplossing: " in result.stderr
    assert result.stderr.endswith("\n1 fout in 1 bestand\n")


def raise_in_reading(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_project: Path) -> None:
        raise error

    monkeypatch.setattr(pipeline, "read_project", fail)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LesbouwerError("{path} is gone", path="x"), "lesbouwer: x is gone\n"),
        (
            OSError(errno.ENOSPC, "No space"),
            "lesbouwer: the computer refuses: the disk is full\n"
            "   fix: make room on the disk, or choose a folder on another disk\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "map"),
            "lesbouwer: map cannot be used: you do not have the right to do that\n"
            "   fix: ask the owner or your administrator for the right, "
            "or use a folder of your own\n",
        ),
        (
            OSError(errno.EXDEV, "Invalid cross-device link", b"map"),
            "lesbouwer: map cannot be used: the system says “Invalid cross-device link”\n"
            "   fix: try again; if it goes wrong again, show this message to your administrator\n",
        ),
        (
            MemoryError(),
            "lesbouwer: this machine has not enough memory for it: close other programs\n",
        ),
        (
            ModuleNotFoundError("No module named 'lxml'", name="lxml.etree"),
            "lesbouwer: the Python package lxml is missing or damaged: install lesbouwer again\n",
        ),
    ],
)
def test_the_machine_is_3_and_one_sentence(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str
) -> None:
    raise_in_reading(monkeypatch, error)
    result = run("check")
    assert (result.exit_code, result.stderr, result.stdout) == (3, said, "")


@pytest.mark.parametrize(
    "error",
    [
        ZeroDivisionError("oops"),
        ImportError("oops", name="builder.pipeline"),
        ImportError("oops"),
    ],
)
def test_our_fault_is_70_with_the_traceback_and_a_plea(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    raise_in_reading(monkeypatch, error)
    result = run("check", "voorbeeld")
    assert result.exit_code == 70
    assert "Traceback" in result.stderr
    assert "Error: oops" in result.stderr
    assert "Please report it" in result.stderr
    assert "lesbouwer check voorbeeld" in result.stderr
    assert result.stdout == ""


def test_breaking_off_is_130_without_a_traceback(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    raise_in_reading(monkeypatch, KeyboardInterrupt())
    result = run("check")
    assert (result.exit_code, result.stderr) == (130, "\nBroken off.\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_goes_away_hears_nothing_more() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "builder", "explain"],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_cannot_write_a_character_gets_an_escape(run: CommandLine) -> None:
    run.replace("quizzes/begin-toets.yaml", "lesson: eerste-les", "lesson: één-les")
    done = start("--lang", "en", "check", folder=run.project, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "\\xe9" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-8:strict"])
def test_our_own_curly_quotes_never_become_escapes(run: CommandLine, encoding: str) -> None:
    done = start("--lang", "en", "explain", "S101", folder=run.project, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "\\u" not in done.stdout
    assert "Traceback" not in done.stderr


def test_a_failure_survives_the_way_back_from_another_process() -> None:
    error = LesbouwerError("{path} is gone", path="x")
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.sentence, copy.params) == ("x is gone", "{path} is gone", {"path": "x"})


def test_a_package_that_is_missing_from_the_start_is_the_machine(tmp_path: Path) -> None:
    """Click is needed before anything else; a damaged one in front hides it."""
    (tmp_path / "click.py").write_text("raise ModuleNotFoundError('gone', name='click')\n")
    done = start("--version", LESBOUWER_LANG="en", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert (done.returncode, done.stdout, done.stderr) == (
        3,
        "",
        "lesbouwer: the Python package click is missing or damaged: install lesbouwer again\n",
    )


def test_the_installed_command_is_the_same_as_the_module() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"lesbouwer": "builder.__main__:start"}
