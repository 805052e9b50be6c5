"""The zip itself: one broken rule at a time."""

from __future__ import annotations

import zipfile

import pytest

from builder.verify import archive_rules, opening
from tests.packages import zips
from tests.packages.faults import MANIFEST, judge
from tests.packages.sample import sample_files, zip_files

FILES = ("index.html", "media/lijn.png")


def codes_of(data: bytes) -> set[str]:
    return {each.code for each in judge(data)}


@pytest.fixture
def files() -> dict[str, bytes]:
    return sample_files("scorm12")


@pytest.mark.conformance(20)
def test_sound_zip(files: dict[str, bytes]) -> None:
    assert codes_of(zip_files(files)) == set()


@pytest.mark.conformance(20)
def test_manifest_that_is_not_first(files: dict[str, bytes]) -> None:
    first = {"index.html": files["index.html"], **files}
    (found,) = judge(zip_files(first))
    assert (found.code, found.params["first"]) == ("V106", "index.html")


@pytest.mark.conformance(20)
def test_manifest_that_is_absent(files: dict[str, bytes]) -> None:
    del files[MANIFEST]
    assert codes_of(zip_files(files)) == {"V103"}


@pytest.mark.conformance(20)
def test_manifest_in_a_folder(files: dict[str, bytes]) -> None:
    assert codes_of(zip_files({f"a/{path}": data for path, data in files.items()})) == {"V104"}


@pytest.mark.conformance(20)
def test_manifest_in_capitals(files: dict[str, bytes]) -> None:
    named = {"IMSManifest.xml": files.pop(MANIFEST), **files}
    assert codes_of(zip_files(named)) == {"V105"}


@pytest.mark.conformance(20)
@pytest.mark.parametrize(
    "name", ["../x.png", "/x.png", "C:/x.png", "media\\x.png", "a/../../x.png", "a\x01.png"]
)
def test_path_that_leads_out(files: dict[str, bytes], name: str) -> None:
    assert "V107" in codes_of(zips.with_extra_entry(files, name))


@pytest.mark.conformance(20)
def test_name_that_is_empty(files: dict[str, bytes]) -> None:
    data = zip_files({**files, "x": b""})
    for offset, length in ((26, 0), (28, 1)):  # the letter now counts as an extra field
        data = zips.patched(data, "x", where="both", offset=offset, form="<H", value=length)
    assert "V107" in codes_of(data)


@pytest.mark.conformance(20)
@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_method_that_few_can_read(files: dict[str, bytes], method: int) -> None:
    found = codes_of(zips.written(files, last_method=method))
    assert {"V108", "V110"} <= found


@pytest.mark.conformance(20)
def test_method_that_python_cannot_read(files: dict[str, bytes]) -> None:
    data = zips.patched(zip_files(files), "player.css", where="both", offset=8, form="<H", value=9)
    assert codes_of(data) == {"V108"}


@pytest.mark.conformance(20)
def test_password(files: dict[str, bytes]) -> None:
    data = zips.patched(zip_files(files), "player.css", where="both", offset=6, form="<H", value=1)
    assert codes_of(data) == {"V109"}


@pytest.mark.conformance(20)
@pytest.mark.parametrize("where", ["local", "central", "both"])
def test_high_version(files: dict[str, bytes], where: str) -> None:
    data = zip_files(files)
    offset = 4
    if where in ("local", "both"):
        data = zips.patched(data, "player.css", where="local", offset=offset, form="<H", value=45)
    if where in ("central", "both"):
        data = zips.patched(data, "player.css", where="central", offset=4, form="<H", value=45)
    (found,) = judge(data)
    assert (found.code, found.params["version"]) == ("V110", "4.5")


@pytest.mark.conformance(20)
def test_sizes_behind_the_data(files: dict[str, bytes]) -> None:
    assert codes_of(zips.streamed(files)) == {"V111"}


@pytest.mark.conformance(20)
def test_64_bit_sizes(files: dict[str, bytes]) -> None:
    assert {"V110", "V112"} <= codes_of(zips.written(files, is_zip64=True))


@pytest.mark.conformance(20)
def test_64_bit_directory(files: dict[str, bytes]) -> None:
    data = zip_files(files)
    end = data.rfind(b"PK\x05\x06")
    directory = int.from_bytes(data[end + 16 : end + 20], "little")
    count = len(files)
    record = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\x00\x2d\x00" + bytes(8)
    for number in (count, count, end - directory, directory):
        record += number.to_bytes(8, "little")
    locator = b"PK\x06\x07" + bytes(4) + end.to_bytes(8, "little") + (1).to_bytes(4, "little")
    assert codes_of(data[:end] + record + locator + data[end:]) == {"V112"}


@pytest.mark.conformance(20)
def test_name_outside_ascii(files: dict[str, bytes]) -> None:
    assert "V113" in codes_of(zips.with_extra_entry(files, "media/één.png"))


@pytest.mark.conformance(20)
@pytest.mark.parametrize("name", ["media/lijn.png", "Media/LIJN.png"])
def test_name_that_is_there_twice(files: dict[str, bytes], name: str) -> None:
    assert "V114" in codes_of(zips.with_extra_entry(files, name))


@pytest.mark.conformance(20)
@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "media/Thumbs.db",
        "__MACOSX/._index.html",
        ".git/config",
        "player.js.map",
        "start.exe",
        "index.php",
    ],
)
def test_leftover(files: dict[str, bytes], name: str) -> None:
    assert "V115" in codes_of(zips.with_extra_entry(files, name))


@pytest.mark.conformance(21)
@pytest.mark.parametrize(("size_mb", "expected"), [(99, set()), (101, {"V116"}), (251, {"V117"})])
def test_large_package(
    files: dict[str, bytes],
    size_mb: int,
    expected: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = zip_files(files)
    factor = size_mb * 1000**2 // len(data)
    monkeypatch.setattr(archive_rules, "LARGE_BYTES", archive_rules.LARGE_BYTES // factor)
    monkeypatch.setattr(archive_rules, "TOO_LARGE_BYTES", archive_rules.TOO_LARGE_BYTES // factor)
    assert codes_of(data) == expected


@pytest.mark.conformance(21)
def test_limits_are_those_of_the_standards_table() -> None:
    assert (archive_rules.LARGE_BYTES, archive_rules.TOO_LARGE_BYTES) == (100_000_000, 250_000_000)


@pytest.mark.conformance(21)
def test_bomb_is_not_unpacked(files: dict[str, bytes]) -> None:
    data = zips.patched(
        zip_files(files), "player.css", where="both", offset=22, form="<L", value=0xF0000000
    )
    (found,) = judge(data)
    assert found.code == "V118"
    assert int(found.params["size_mb"]) > 4000


@pytest.mark.conformance(21)
def test_many_entries_are_not_unpacked(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MAX_ENTRIES", len(files) - 1)
    assert codes_of(zip_files(files)) == {"V118"}


@pytest.mark.conformance(21)
def test_large_text_is_not_looked_into(files: dict[str, bytes]) -> None:
    files["player.css"] += b"/*" + bytes([120]) * opening.MAX_TEXT_BYTES + b"*/"
    (found,) = judge(zips.written(files, method=zipfile.ZIP_STORED))
    assert (found.code, found.params["member"]) == ("V123", "player.css")


@pytest.mark.conformance(20)
@pytest.mark.parametrize(("offset", "form", "value"), [(6, "<H", 2), (8, "<H", 0), (30, "<B", 80)])
def test_headers_that_differ(files: dict[str, bytes], offset: int, form: str, value: int) -> None:
    data = zips.patched(
        zip_files(files), "player.css", where="local", offset=offset, form=form, value=value
    )
    assert "V119" in codes_of(data)


@pytest.mark.conformance(20)
def test_comment(files: dict[str, bytes]) -> None:
    assert codes_of(zips.written(files, comment=b"gemaakt met plezier")) == {"V120"}


@pytest.mark.conformance(20)
@pytest.mark.parametrize("name", ["a/b/c/d/e.png", "a" * 117 + ".png"])
def test_long_path(files: dict[str, bytes], name: str) -> None:
    assert "V121" in codes_of(zips.with_extra_entry(files, name))


@pytest.mark.conformance(23)
@pytest.mark.parametrize("name", ["media/foto.avif", "LICENSE", "media/brief.docx"])
def test_kind_of_file_that_is_not_served(files: dict[str, bytes], name: str) -> None:
    assert "V122" in codes_of(zips.with_extra_entry(files, name))


def test_kinds_of_files_of_others_are_their_own_choice(files: dict[str, bytes]) -> None:
    files["course.js"] = b"var somethingElse = 1;\n"
    assert "V122" not in codes_of(zips.with_extra_entry(files, "media/brief.docx"))


@pytest.mark.conformance(20)
def test_damaged_member(files: dict[str, bytes]) -> None:
    data = bytearray(zips.written(files, method=zipfile.ZIP_STORED))
    place = data.find(b"PNG\r\n")
    data[place] ^= 0xFF
    (found,) = judge(bytes(data))
    assert (found.code, found.params["member"]) == ("V102", "media/lijn.png")
