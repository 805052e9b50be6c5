"""All files of a set or none."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from builder.diagnostics import LesbouwerError
from builder.output import OutputFile, hold, replace_files


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_files_are_written_and_folders_made(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "one.zip"
    replace_files([OutputFile(deep, b"new"), OutputFile(tmp_path / "two", b"")])
    assert deep.read_bytes() == b"new"
    assert (tmp_path / "two").read_bytes() == b""
    assert names_in(deep.parent) == ["one.zip"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_everybody_may_read_whatever_the_umask(tmp_path: Path) -> None:
    former = os.umask(0o077)
    try:
        replace_files([OutputFile(tmp_path / "one", b"new")])
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o644


def test_nothing_changes_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"in the way of a folder")
    files = [OutputFile(tmp_path / "one", b"new"), OutputFile(tmp_path / "file" / "two", b"new")]
    with pytest.raises(LesbouwerError, match="two could not be written") as caught:
        replace_files(files)
    assert caught.value.params["path"] == str(tmp_path / "file" / "two")
    assert (tmp_path / "one").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file", "one"]


def test_a_folder_in_the_way_is_found_before_anything_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "course.lock"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(LesbouwerError, match=r"course\.lock"):
        replace_files([OutputFile(first, b"new"), OutputFile(second, b"new")])
    assert first.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "course.lock"]


def test_a_name_that_is_taken_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program puts in the place of our hidden copy is not ours to fill."""
    monkeypatch.setattr("secrets.token_hex", lambda _bytes: "0")
    target = tmp_path / "target"
    target.write_bytes(b"untouched")
    (tmp_path / ".one.0.part").symlink_to(target)
    with pytest.raises(LesbouwerError, match="one could not be written"):
        replace_files([OutputFile(tmp_path / "one", b"new")])
    assert target.read_bytes() == b"untouched"


def test_who_holds_a_folder_keeps_others_out(tmp_path: Path) -> None:
    entered = threading.Event()

    def enter() -> None:
        with hold([tmp_path / "a", tmp_path]):
            entered.set()

    other = threading.Thread(target=enter)
    with hold([tmp_path]):
        other.start()
        assert not entered.wait(timeout=0.2)
    other.join()
    assert entered.is_set()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(LesbouwerError, match="deep could not be written"),
        hold([tmp_path / "file" / "deep"]),
    ):
        pass


def test_a_disk_without_locks_lets_all_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with hold([tmp_path / "a"]):
        assert (tmp_path / "a").is_dir()
