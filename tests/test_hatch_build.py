"""The build hook: outputs are made from pinned inputs, and only when those changed."""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import tarfile
from pathlib import Path

import pytest

import hatch_build

KNOWN = "package/lib/schemas/definitionFiles/scorm12edition/adlcp_rootv1p2.xsd"


def tarball(*members: tuple[str, bytes] | tarfile.TarInfo) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                entry = tarfile.TarInfo(member[0])
                entry.size = len(member[1])
                archive.addfile(entry, io.BytesIO(member[1]))
    return packed.getvalue()


def node_that(folder: Path, *, leaves: bytes | None, exit_code: int = 0) -> hatch_build.Node:
    """A Node whose npm packs these bytes, or nothing."""
    script = folder / "npm"
    copy = ""
    if leaves is not None:
        (folder / "given").write_bytes(leaves)
        copy = f'cp "{folder / "given"}" packed.tgz'
    script.write_text(f"#!/bin/sh\n{copy}\necho 'npm error code E404' >&2\nexit {exit_code}\n")
    script.chmod(0o755)
    return hatch_build.Node(str(script), (str(script),))


def pin(monkeypatch: pytest.MonkeyPatch, node: hatch_build.Node, data: bytes) -> None:
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    monkeypatch.setattr(hatch_build, "SCHEMA_SHA512", digest)
    monkeypatch.setattr(hatch_build, "find_node", lambda: node)


def test_schemas_are_taken_from_the_known_folders_only() -> None:
    link = tarfile.TarInfo(KNOWN.replace("adlcp", "link"))
    link.type = tarfile.SYMTYPE
    link.linkname = "/etc/passwd"
    data = tarball(
        (KNOWN, b"good"),
        ("package/lib/index.js", b"no schema"),
        ("package/lib/schemas/definitionFiles/other/x.xsd", b"unknown folder"),
        (f"../{KNOWN}", b"outside"),
        (f"/{KNOWN}", b"absolute"),
        ("package/lib/schemas/definitionFiles/../definitionFiles/scorm12edition/y.xsd", b"round"),
        link,
    )
    found = [(path.as_posix(), content) for path, content in hatch_build.schemas_in(data)]
    assert found == [("scorm12/adlcp_rootv1p2.xsd", b"good")]


def test_schemas_are_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tarball((KNOWN, b"good"))
    pin(monkeypatch, node_that(tmp_path, leaves=data), data)
    said: list[str] = []
    hatch_build.fetch_schemas(tmp_path, said.append)
    hatch_build.fetch_schemas(tmp_path, said.append)
    assert len(said) == 1
    file = tmp_path / "builder" / "schemas_xsd" / "scorm12" / "adlcp_rootv1p2.xsd"
    assert file.read_bytes() == b"good"
    file.unlink()
    hatch_build.fetch_schemas(tmp_path, said.append)
    assert file.read_bytes() == b"good"


def test_another_package_than_the_pinned_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(
        monkeypatch,
        node_that(tmp_path, leaves=tarball((KNOWN, b"evil"))),
        tarball((KNOWN, b"good")),
    )
    with pytest.raises(hatch_build.AssetError, match="another checksum"):
        hatch_build.fetch_schemas(tmp_path, print)
    assert not (tmp_path / "builder").exists()


def test_a_failing_npm_gives_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, node_that(tmp_path, leaves=None, exit_code=1), b"")
    with pytest.raises(
        hatch_build.AssetError, match=r"is there a network\? exit code 1\n  code E404"
    ):
        hatch_build.fetch_schemas(tmp_path, print)


def test_no_node_gives_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(hatch_build, "node_of_wheel", lambda: None)
    with pytest.raises(hatch_build.AssetError, match="no Node 20 or newer"):
        hatch_build.find_node()


@pytest.mark.parametrize(("version", "is_used"), [("v18.20.4", False), ("v24.1.0", True)])
def test_an_old_node_is_passed_over(
    version: str, is_used: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (hatch_build.node_of_machine() is not None) == is_used


def test_the_node_of_the_wheel_runs_npm(tmp_path: Path) -> None:
    node = hatch_build.node_of_wheel()
    assert node is not None
    done: subprocess.CompletedProcess[str] = node.run([*node.npm, "--version"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(".") == 2


def test_the_hash_of_inputs_knows_names_and_contents_but_not_the_place(tmp_path: Path) -> None:
    digests = []
    for place, name, text in (("a", "x", "1"), ("b", "x", "1"), ("c", "y", "1"), ("d", "x", "2")):
        file = tmp_path / place / name
        file.parent.mkdir()
        file.write_text(text)
        digests.append(hatch_build.sha256_of([file], file.parent))
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_an_output_is_stale_when_a_file_of_it_is_gone(tmp_path: Path) -> None:
    (tmp_path / "player.js").write_text("1")
    hatch_build.write_stamp(tmp_path, "abc")
    assert hatch_build.is_fresh(tmp_path, "abc")
    assert not hatch_build.is_fresh(tmp_path, "abd")
    (tmp_path / "player.js").unlink()
    assert not hatch_build.is_fresh(tmp_path, "abc")


def test_compiled_catalogues_carry_no_time(tmp_path: Path) -> None:
    source = tmp_path / "builder" / "locale" / "nl" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "yes"\nmsgstr "ja"\n')
    hatch_build.compile_catalogues(tmp_path, print)
    compiled = source.with_suffix(".mo").read_bytes()
    assert b"ja" in compiled
    assert b"Creation-Date: 1980-01-01" in compiled


def test_the_font_keeps_its_characters(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    published = hatch_build.PLAYER / "node_modules/@fontsource-variable"
    name = "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    original = Path(__file__).parents[1] / published / name
    narrowed = tmp_path / "font.woff2"
    narrowed.write_bytes(original.read_bytes())
    hatch_build.narrow_font(narrowed)
    before, after = TTFont(original), TTFont(narrowed)
    assert after.getBestCmap() == before.getBestCmap()
    axis = after["fvar"].axes[0]
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)
    assert narrowed.stat().st_size < original.stat().st_size
