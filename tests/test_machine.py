"""What the machine refuses, refused by a real system: exit code 3 and a sentence with a fix.

An administrator may read and write everything, and tests often run as one. Then the program is
started without those two powers (``setpriv``), so that the rights of files count again. Disks that
are full or can only be read are mounted in a space of their own (``unshare``).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "tests" / "projects" / "minimal"
ZIP = "voorbeeld-1.0.0-scorm12.zip"
LESSON = "modules/begin/01-eerste-les.md"
POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
APART = ("unshare", "--map-root-user", "--mount", "sh", "-ec")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights and devices")

Done = subprocess.CompletedProcess[str]
Start = Callable[..., Done]


def works(*words: str) -> bool:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    yield folder
    folder.chmod(0o755)
    for path, folders, _files in os.walk(folder):
        for name in folders:
            os.chmod(os.path.join(path, name), 0o755)


@pytest.fixture
def start(project: Path) -> Start:
    """Runs a command line in the project, in English, as somebody whose rights count."""
    before: Sequence[str] = ()
    if os.geteuid() == 0:
        if not works(*POWERLESS, "true"):
            pytest.skip("rights do not count for an administrator, and there is no setpriv here")
        before = POWERLESS

    def run(*words: str, **more: object) -> Done:
        options: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        env = {**os.environ, "PYTHONPATH": str(ROOT), "LESBOUWER_LANG": "en"}
        line = [*before, sys.executable, "-m", "builder", *words]
        options |= {"cwd": project, "env": env, "encoding": "utf-8", **more}
        return subprocess.run(line, check=False, **options)  # type: ignore[call-overload, no-any-return]

    return run


def assert_machine(done: Done, *said: str) -> None:
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "fix: " in done.stderr
    for piece in said:
        assert piece in done.stderr


# --- rights ----------------------------------------------------------------------------------


NO_RIGHT = "you do not have the right to do that"


@pytest.mark.parametrize(
    "path",
    [
        "courses",
        "courses/voorbeeld/course.yaml",
        "modules",
        "modules/begin",
        "modules/begin/media/vierkant.svg",
        LESSON,
        "quizzes",
        "quizzes/begin-toets.yaml",
    ],
)
def test_a_source_that_may_not_be_read(start: Start, project: Path, path: str) -> None:
    (project / path).chmod(0)
    done = start("check")
    assert_machine(done, f"{path}: error S106: this cannot be read: {NO_RIGHT}\n")
    assert done.stderr.endswith("\n1 error in 1 file\n")
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_machine_goes_before_the_content(start: Start, project: Path, command: str) -> None:
    quiz = project / "quizzes" / "begin-toets.yaml"
    quiz.write_text(quiz.read_text(encoding="utf-8").replace("correct: true", "correct: false"))
    assert start(command).returncode == 1
    (project / LESSON).chmod(0)
    done = start(command)
    assert_machine(done, "error S106: ", "error Q101: ")


def test_what_another_course_may_not_read_is_no_concern(start: Start, project: Path) -> None:
    shutil.copytree(project / "courses" / "voorbeeld", project / "courses" / "tweede")
    (project / "courses" / "tweede").chmod(0)
    assert start("check", "voorbeeld").returncode == 0
    assert_machine(start("check"), "courses/tweede: error S106")


def test_a_course_that_nobody_can_look_up_is_not_called_missing(
    start: Start, project: Path
) -> None:
    (project / "courses").chmod(0)
    for command in ("check", "build", "preview"):
        done = start(command, "voorbeeld")
        assert_machine(done, f"{project}/courses could not be read: {NO_RIGHT}")


def test_a_project_in_a_closed_folder(start: Start, project: Path) -> None:
    project.chmod(0)
    for command in ("check", "build", "preview"):
        done = start(command, "--project", str(project), cwd=project.parent)
        assert_machine(done, f"{project}/courses cannot be used: {NO_RIGHT}")


def test_a_package_that_may_not_be_read(start: Start, project: Path) -> None:
    package = project / "x.zip"
    package.write_bytes(b"")
    package.chmod(0)
    assert_machine(start("inspect", "x.zip"), f"x.zip could not be read: {NO_RIGHT}")
    closed = project / "closed"
    closed.mkdir(mode=0)
    assert_machine(start("inspect", "closed/x.zip"), f"closed/x.zip could not be read: {NO_RIGHT}")


@pytest.mark.parametrize("deep", ["", "deep/er"])
@pytest.mark.parametrize("command", ["build", "schema"])
def test_an_output_folder_that_may_not_be_written(
    start: Start, project: Path, command: str, deep: str
) -> None:
    closed = project / "closed"
    closed.mkdir(mode=0o555)
    done = start(command, "--out", str(closed / deep))
    assert_machine(done, f"could not be written: {NO_RIGHT}")
    assert list(closed.iterdir()) == []
    assert not (project / "courses" / "voorbeeld" / "course.lock").exists()


def test_a_lock_that_may_not_be_written_leaves_no_packages(start: Start, project: Path) -> None:
    (project / "courses" / "voorbeeld").chmod(0o555)
    done = start("build")
    assert_machine(done, f"course.lock could not be written: {NO_RIGHT}")
    assert list((project / "dist").iterdir()) == []


def test_a_report_that_may_not_be_read_is_not_made_anew(start: Start, project: Path) -> None:
    """It may name packages of other courses; those must not be forgotten without a word."""
    report = project / "dist" / "report.json"
    report.parent.mkdir()
    report.write_text("{}")
    report.chmod(0o200)
    done = start("build")
    assert_machine(done, f"report.json could not be read: {NO_RIGHT}")
    assert [path.name for path in report.parent.iterdir()] == ["report.json"]


def test_other_courses_are_built_when_one_cannot_be_written(start: Start, project: Path) -> None:
    shutil.copytree(project / "courses" / "voorbeeld", project / "courses" / "tweede")
    course = project / "courses" / "tweede" / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8").replace("id: voorbeeld", "id: tweede"))
    (project / "dist" / ZIP.replace("voorbeeld", "tweede")).mkdir(parents=True)
    done = start("build")
    assert_machine(done, "a folder stands where a file should be", "remove that folder")
    assert done.stdout.startswith(f"dist/{ZIP}")
    assert (project / "dist" / ZIP).is_file()


# --- what stands in the way ------------------------------------------------------------------


def test_a_file_where_the_output_folder_should_be(start: Start, project: Path) -> None:
    (project / "dist").write_text("")
    assert_machine(start("build"), "dist could not be written: a file stands where a folder")
    (project / "schemas").write_text("")
    assert_machine(start("schema"), "a file stands where a folder should be")


@pytest.mark.parametrize("name", [ZIP, "report.json"])
def test_a_folder_where_a_file_should_be(start: Start, project: Path, name: str) -> None:
    (project / "dist" / name).mkdir(parents=True)
    assert_machine(start("build"), f"{name} could not be", "a folder stands where a file should be")
    assert [path.name for path in (project / "dist").iterdir()] == [name]


def test_a_folder_that_was_removed_underfoot(start: Start, project: Path) -> None:
    gone = project / "gone"
    gone.mkdir()
    program = f"rmdir '{gone}'; exec '{sys.executable}' -m builder check"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LESBOUWER_LANG": "en"}
    done = subprocess.run(
        ["sh", "-c", program], cwd=gone, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        3,
        "lesbouwer: the folder that you are in no longer exists: go to another folder\n",
    )


# --- disks -----------------------------------------------------------------------------------


def run_apart(mount: str, project: Path, *words: str) -> Done:
    """Runs a command line where ``mount`` was done first, out of sight of everybody else."""
    if not works(*APART, "mount -t tmpfs none /mnt"):
        pytest.skip("this system lets nobody mount anything, not even apart")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LESBOUWER_LANG": "en"}
    program = f'{mount}; exec "$0" -m builder "$@"'
    line = [*APART, program, sys.executable, *words]
    return subprocess.run(
        line, cwd=project, env=env, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("command", ["build", "schema"])
def test_a_full_disk(project: Path, command: str) -> None:
    small = project / "small"
    small.mkdir()
    mount = f"mount -t tmpfs -o size=8k none '{small}'"
    done = run_apart(mount, project, command, "--out", str(small))
    assert_machine(done, "could not be written: the disk is full", "make room on the disk")
    assert not (project / "courses" / "voorbeeld" / "course.lock").exists()


@pytest.mark.parametrize("command", ["build", "schema"])
def test_a_disk_that_can_only_be_read(project: Path, command: str) -> None:
    mount = f"mount --bind '{project}' '{project}'; mount -o remount,ro,bind '{project}'"
    done = run_apart(f"{mount}; cd '{project}'", project, command)
    assert_machine(done, "could not be written: this disk can only be read")
    assert run_apart(f"{mount}; cd '{project}'", project, "check").returncode == 0


def test_a_limit_to_the_size_of_files(start: Start, project: Path) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = start("build", preexec_fn=limit)
    assert_machine(done, f"{ZIP} could not be written: the file becomes larger than")
    assert list((project / "dist").iterdir()) == []


# --- the streams -----------------------------------------------------------------------------


COMMANDS = [
    (["--help"], 0),
    (["build"], 0),
    (["check"], 0),
    (["check", "--format", "json"], 0),
    (["explain"], 0),
    (["inspect", ZIP], 1),
    (["schema"], 0),
]
NAMES = [" ".join(words) for words, _ in COMMANDS]


@pytest.fixture
def package(project: Path) -> None:
    shutil.copyfile(PROJECT / LESSON, project / ZIP)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("words", [words for words, _ in COMMANDS], ids=NAMES)
def test_output_to_a_full_disk(start: Start, words: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        done = start(*words, stdout=full)
    assert_machine(done, "the disk is full")
    assert done.stderr.count("lesbouwer: ") == 1


def test_messages_to_a_full_disk(start: Start) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        assert start("check", "zzz", stderr=full).returncode == 2


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(("words", "code"), COMMANDS, ids=NAMES)
def test_a_reader_that_goes_away_does_not_change_the_exit_code(
    start: Start, words: list[str], code: int
) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        done = start(*words, stdout=pipe)
    assert done.returncode == code
    assert done.stderr == "" or words[0] == "inspect"


def test_nor_when_there_is_an_error(start: Start, project: Path) -> None:
    (project / "quizzes" / "begin-toets.yaml").unlink()
    for words in (["check"], ["check", "--format", "json"], ["build"], ["chek"]):
        expected = start(*words)
        assert expected.returncode in (1, 2)
        read_end, write_end = os.pipe()
        os.close(read_end)
        with os.fdopen(write_end, "wb") as pipe:
            done = start(*words, stdout=pipe, stderr=pipe)
        assert done.returncode == expected.returncode


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(("words", "code"), COMMANDS, ids=NAMES)
def test_streams_that_were_closed_lead_nowhere(start: Start, words: list[str], code: int) -> None:
    def close() -> None:
        for number in (0, 1, 2):
            os.close(number)

    done = start(*words, preexec_fn=close)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_findings_are_told_when_only_the_output_is_closed(start: Start, project: Path) -> None:
    (project / "quizzes" / "begin-toets.yaml").unlink()
    done = start("check", preexec_fn=lambda: os.close(1))
    assert done.returncode == 1
    assert "error C204" in done.stderr


# --- breaking off ----------------------------------------------------------------------------


def test_breaking_off_a_build_leaves_nothing_half_done(project: Path) -> None:
    """Ctrl-C while the first package is on its way to the disk."""
    program = (
        "import os, signal, sys; from builder.cli import main\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(main(['build']))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LESBOUWER_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=project,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "\nBroken off.\n")
    assert list((project / "dist").iterdir()) == []
    assert not (project / "courses" / "voorbeeld" / "course.lock").exists()
