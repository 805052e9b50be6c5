"""For all unit tests: the words of the command line come from today's catalogue."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from builder import i18n
from tests.unit.command_line import MINIMAL, CommandLine
from tools.catalog import read_catalogue


@pytest.fixture(scope="session")
def compiled_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every ``.po`` compiled in a folder of its own, whatever lies compiled in the checkout."""
    folder = tmp_path_factory.mktemp("locale")
    for source in i18n.LOCALE_FOLDER.glob("*/LC_MESSAGES/messages.po"):
        target = folder / source.relative_to(i18n.LOCALE_FOLDER).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        with target.open("wb") as stream:
            write_mo(stream, read_catalogue(source))
    return folder


@pytest.fixture(autouse=True)
def catalogues(compiled_catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """English unless a test asks for another language; nothing of the machine's locale."""
    monkeypatch.setattr(i18n, "LOCALE_FOLDER", compiled_catalogues)
    for name in ("LC_ALL", "LC_MESSAGES", i18n.VARIABLE, "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A command line in a copy of the smallest project."""
    project = tmp_path / "project"
    shutil.copytree(MINIMAL, project)
    monkeypatch.chdir(project)
    return CommandLine(project)
