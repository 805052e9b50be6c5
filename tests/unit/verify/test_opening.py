"""Opening a zip of unknown origin."""

from __future__ import annotations

import zipfile

import pytest

from builder.verify import opening
from builder.verify.opening import OpenedZip, open_zip
from tests.packages import zips
from tests.packages.sample import zip_files

FILES = {"imsmanifest.xml": b"<manifest/>", "map/": b"", "map/a.txt": b"a" * 100}


def opened(data: bytes) -> OpenedZip:
    value = open_zip(data, "kort.zip").value
    assert value is not None
    return value


def test_files_are_without_folders() -> None:
    package = opened(zip_files(FILES))
    assert list(package.files) == ["imsmanifest.xml", "map/a.txt"]
    assert len(package.entries) == 3
    assert package.unpacked_bytes == 111


def test_place_of_a_member() -> None:
    package = opened(zip_files(FILES))
    assert str(package.at("map/a.txt", 3)) == "kort.zip!map/a.txt:3"
    assert str(package.at()) == "kort.zip"
    assert str(package.at("a\x1b[31m.txt")) == "kort.zip!a\ufffd[31m.txt"


def test_text_is_read_when_it_can_be() -> None:
    package = opened(zip_files(FILES))
    assert package.text_bytes("map/a.txt") == b"a" * 100
    assert package.text_bytes("map/b.txt") is None


def test_text_that_is_damaged_is_not_read() -> None:
    data = zips.written(FILES, method=zipfile.ZIP_STORED).replace(b"a" * 100, b"a" * 99 + b"b")
    package = opened(data)
    assert package.text_bytes("map/a.txt") is None
    assert list(package.damaged()) == ["map/a.txt"]


def test_text_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_TEXT_BYTES", 50)
    assert opened(zip_files(FILES)).text_bytes("map/a.txt") is None


def test_bomb_by_ratio_is_never_unpacked() -> None:
    data = zips.patched(
        zip_files(FILES), "map/a.txt", where="both", offset=22, form="<L", value=500_000_000
    )
    package = opened(data)
    assert package.is_a_bomb
    assert package.text_bytes("imsmanifest.xml") is None
    assert list(package.damaged()) == []


def test_honest_zeros_are_no_bomb() -> None:
    assert not opened(zip_files({"nul.bin": bytes(20_000_000)})).is_a_bomb


def test_size_that_is_a_lie_unpacks_no_further() -> None:
    data = zips.patched(
        zip_files({"nul.txt": bytes(5_000_000)}),
        "nul.txt",
        where="both",
        offset=22,
        form="<L",
        value=1000,
    )
    package = opened(data)
    assert package.text_bytes("nul.txt") is None
    assert list(package.damaged()) == ["nul.txt"]


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_zip_gives_a_finding(data: bytes) -> None:
    outcome = open_zip(data, "x.zip")
    assert outcome.value is None
    assert [each.code for each in outcome.diagnostics] == ["V101"]
