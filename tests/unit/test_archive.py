"""The zip writer: its form, and equal bytes for equal files."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile

import deflate
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import archive
from builder.archive import DEFLATED, STORED, Member, cache_key, pack
from builder.diagnostics import LesbouwerError
from builder.package import Archive, Package, PackageFile

TEXT = b"Welkom bij de les. " * 50
NOISE = hashlib.sha512(b"1").digest()


def package_of(**files: bytes) -> Package:
    return Package(
        target="scorm12",
        file_name="kort-1.0.0-scorm12.zip",
        launch="index.html",
        files=tuple(PackageFile(path, data) for path, data in files.items()),
    )


def archive_of(**files: bytes) -> Archive:
    return pack(package_of(**files))


def opened(made: Archive) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made.data))


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}\.[a-z]{1,4}", fullmatch=True),
        st.binary(max_size=500),
        max_size=12,
    )
)
def test_everything_comes_back_in_order(files: dict[str, bytes]) -> None:
    made = archive_of(**files)
    with opened(made) as found:
        assert found.testzip() is None
        assert found.namelist() == list(files)
        assert {name: found.read(name) for name in found.namelist()} == files
    assert made.sha256 == hashlib.sha256(made.data).hexdigest()


@pytest.mark.conformance(20)
def test_form_of_every_entry() -> None:
    with opened(
        archive_of(**{"imsmanifest.xml": TEXT, "media/a.png": NOISE, "leeg.txt": b""})
    ) as z:
        for entry in z.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.create_version) == (3, 20)
            assert (entry.extract_version, entry.flag_bits) == (20, 0)
            assert entry.external_attr == 0o100644 << 16
            assert (entry.extra, entry.comment, entry.internal_attr) == (b"", b"", 0)
        assert z.comment == b""
        assert z.getinfo("imsmanifest.xml").compress_type == DEFLATED
        assert z.getinfo("media/a.png").compress_type == STORED
        assert z.getinfo("leeg.txt").compress_type == STORED


@pytest.mark.conformance(20)
def test_local_headers_say_the_same_and_nothing_lies_between() -> None:
    made = archive_of(**{"imsmanifest.xml": TEXT, "a.png": NOISE})
    end = 0
    with opened(made) as found:
        for entry in found.infolist():
            assert entry.header_offset == end
            header = struct.unpack("<4s5H3L2H", made.data[end : end + 30])
            assert header[:6] == (b"PK\x03\x04", 20, 0, entry.compress_type, 0, 33)
            assert header[6:9] == (entry.CRC, entry.compress_size, entry.file_size)
            assert header[9:] == (len(entry.filename), 0)
            end += 30 + len(entry.filename) + entry.compress_size
        assert found.start_dir == end


def test_same_content_is_compressed_once() -> None:
    cache: dict[str, Member] = {}
    first = pack(package_of(a=TEXT, b=TEXT, c=NOISE), cache)
    assert set(cache) == {cache_key(TEXT), cache_key(NOISE)}
    marked = dict.fromkeys(cache, Member(STORED, 0, 3, b"xyz"))
    assert pack(package_of(a=TEXT), marked).data != pack(package_of(a=TEXT)).data
    assert pack(package_of(a=TEXT, b=TEXT, c=NOISE), cache).data == first.data


def test_cache_key_names_library_and_level() -> None:
    assert cache_key(b"").endswith(f"-deflate-{deflate.__version__}-9")
    assert cache_key(b"") != cache_key(b"a")


def test_path_twice_or_outside_ascii_is_our_fault() -> None:
    twice = (PackageFile("a.txt", b"1"), PackageFile("a.txt", b"2"))
    with pytest.raises(ValueError, match=r"a\.txt stands in the package twice"):
        pack(Package("scorm12", "x.zip", "index.html", twice))
    with pytest.raises(ValueError, match="ascii"):
        archive_of(**{"één.txt": b""})


def test_package_that_needs_the_64_bit_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ENTRIES", 1)
    with pytest.raises(LesbouwerError, match=r"kort-1\.0\.0-scorm12\.zip would hold more than 1"):
        archive_of(a=b"", b=b"")
    monkeypatch.setattr(archive, "MAX_ENTRIES", 10)
    monkeypatch.setattr(archive, "MAX_SIZE_BYTES", 100)
    with pytest.raises(LesbouwerError, match="larger than 4 GB"):
        archive_of(a=NOISE, b=NOISE)
