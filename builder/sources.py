"""Finds a project and reads the author's files: relative path → bytes and text.

The only stage besides ``archive`` that touches the disk. It follows no link out of the project.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.diagnostics import Diagnostic, Location, Outcome, describe_refusal, in_order
from builder.fields import find_invisible

FOLDERS = ("brands", "courses", "library", "modules", "quizzes")
"""The folders of a project that hold the author's work; nothing else is read."""
TEXT_ENDINGS = (".lock", ".md", ".vtt", ".yaml", ".yml", ".md.txt", ".yaml.txt")
RECORDING_ENDINGS = (".m4a", ".mp3", ".mp4", ".webm")
LARGEST_TEXT_BYTES = 1_000_000
LARGEST_MEDIA_BYTES = 20_000_000
LARGEST_RECORDING_BYTES = 200_000_000
"""With more, a package comes near the 250 MB that some learning environments refuse."""

_UTF_8_MARK = b"\xef\xbb\xbf"
_BYTE_ORDER_MARKS = (_UTF_8_MARK, b"\xff\xfe", b"\xfe\xff")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_LEFT_BY_SYSTEMS = frozenset(("desktop.ini", "thumbs.db"))
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
"""What the system answers when a name leads to nothing."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file. ``text`` has LF line ends; it is None for media. ``sha256`` is of the bytes."""

    path: str
    data: bytes
    text: str | None
    sha256: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The text in lines, without line ends; empty for media."""
        return () if self.text is None else tuple(self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class SourceTree:
    """Everything the author wrote, in order of path.

    ``refused`` holds the files and folders that exist but could not be used: each has its finding,
    so that no later stage calls them missing. ``folders`` holds all folders, also empty ones.
    """

    files: Mapping[str, SourceFile]
    folders: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def text(self, path: str) -> str | None:
        """The text of a file, None when there is none or when it is not text."""
        file = self.files.get(path)
        return file.text if file else None

    def line(self, where: Location) -> str:
        """The line at a place as the author wrote it, "" when there is none."""
        file = self.files.get(where.path)
        if not file or where.line < 1:
            return ""
        lines = file.lines
        return lines[where.line - 1] if where.line <= len(lines) else ""

    def exists(self, path: str) -> bool:
        """Whether a file is there, even one that could not be used."""
        return path in self.files or path in self.refused

    def is_refused(self, path: str) -> bool:
        """Whether the file or folder, or one that it lies in, has a finding of its own."""
        return any(path == one or path.startswith(one + "/") for one in self.refused)

    def under(self, folder: str) -> Iterator[SourceFile]:
        """The files in a folder and the folders in it, in order of path."""
        prefix = folder.rstrip("/") + "/"
        return (file for path, file in self.files.items() if path.startswith(prefix))


def find_project(start: Path) -> Path | None:
    """The nearest folder upward from ``start`` that holds ``courses/``; None when there is none.

    Raises ``OSError`` when the system does not let it look.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if is_folder(folder / "courses"):
            return folder
    return None


def is_folder(path: Path) -> bool:
    """Whether there is a folder. Raises ``OSError`` when the system does not let anybody look.

    ``Path.is_dir`` says "no" then, or raises, depending on the version of Python.
    """
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError as error:
        if error.errno in _NOT_THERE:
            return False
        raise


def read(project: Path) -> Outcome[SourceTree]:
    """Reads the folders of a project; whatever cannot be used is a finding and is left out."""
    reader = _Reader(Path(os.path.realpath(project)))
    for name in FOLDERS:
        reader.read_folder(project / name, name, ancestors=())
    reader.compare_names()
    if "courses" not in reader.refused and not reader.has_course():
        reader.report("S110", "courses")
    tree = SourceTree(
        files=dict(sorted(reader.files.items())),
        folders=frozenset(reader.folders),
        refused=frozenset(reader.refused),
    )
    return Outcome(tree, in_order(add_source_lines(tree, reader.findings)))


def add_source_lines(tree: SourceTree, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, each with the line it is about."""
    return tuple(
        one if one.source_line else replace(one, source_line=tree.line(one.location))
        for one in diagnostics
    )


@dataclass(slots=True)
class _Reader:
    """What one reading of a project has found so far. ``root`` has no links in it."""

    root: Path
    files: dict[str, SourceFile] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    findings: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, path: str, line: int = 0, column: int = 0, **params: int) -> None:
        self.findings.append(Diagnostic(code, Location(path, line, column), params))

    def refuse(self, code: str, path: str, **params: str | int) -> None:
        self.refused.add(path)
        self.findings.append(Diagnostic(code, Location(path), params))

    def has_course(self) -> bool:
        return any(one.startswith("courses/") and one.count("/") == 1 for one in self.folders)

    def read_folder(self, folder: Path, path: str, ancestors: tuple[Path, ...]) -> None:
        """Reads a folder and all in it; ``ancestors`` are the real folders above it."""
        if not self._is_inside(folder, path):
            return
        if not os.path.isdir(folder):
            if os.path.lexists(folder):
                self.refuse("S107" if folder.is_symlink() else "S111", path)
            return
        real = Path(os.path.realpath(folder))
        if real in ancestors:
            self.refuse("S112", path)
            return
        self.folders.add(path)
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            self.refuse("S106", path, **describe_refusal(error))
            return
        for name in names:
            if not _is_ignored(name):
                self._read_entry(folder / name, f"{path}/{name}", (*ancestors, real))

    def _read_entry(self, entry: Path, path: str, ancestors: tuple[Path, ...]) -> None:
        path = unicodedata.normalize("NFC", path)
        try:
            path.encode("utf-8")
        except UnicodeEncodeError:
            self.refuse("S109", path.encode("utf-8", "backslashreplace").decode())
            return
        if os.path.isdir(entry):
            self.read_folder(entry, path, ancestors)
        elif self._is_inside(entry, path):
            self._read_file(entry, path)

    def _is_inside(self, entry: Path, path: str) -> bool:
        """Refuses what leads out of the project, before anything of it is opened."""
        if Path(os.path.realpath(entry)).is_relative_to(self.root):
            return True
        self.refuse("S105", path)
        return False

    def _read_file(self, entry: Path, path: str) -> None:
        try:
            status = entry.stat()
            if not stat.S_ISREG(status.st_mode):
                self.refuse("S116", path)
                return
            is_text = path.lower().endswith(TEXT_ENDINGS) or _is_table(path)
            limit = LARGEST_TEXT_BYTES if is_text else LARGEST_MEDIA_BYTES
            if path.lower().endswith(RECORDING_ENDINGS):
                limit = LARGEST_RECORDING_BYTES
            if status.st_size > limit:
                code = "S103" if is_text else "S104"
                self.refuse(code, path, size_kb=-(-status.st_size // 1000), limit_kb=limit // 1000)
                return
            data = entry.read_bytes()
        except OSError as error:
            self._refuse_unread(entry, path, error)
            return
        text = self._decode(data, path) if is_text else None
        if is_text and text is None:
            self.refused.add(path)
            return
        self.files[path] = SourceFile(path, data, text, hashlib.sha256(data).hexdigest())

    def _refuse_unread(self, entry: Path, path: str, error: OSError) -> None:
        """A link to nothing is the author's; a file that went away meanwhile is nobody's."""
        if error.errno not in _NOT_THERE:
            self.refuse("S106", path, **describe_refusal(error))
        elif entry.is_symlink():
            self.refuse("S107", path)

    def _decode(self, data: bytes, path: str) -> str | None:
        """The text, read as well as possible after a finding so that the rest is checked too."""
        mark = next((mark for mark in _BYTE_ORDER_MARKS if data.startswith(mark)), b"")
        if mark and mark != _UTF_8_MARK:
            self.report("S101", path, 1, 1, byte=1)
            text = data.decode("utf-16", "replace")
        else:
            if mark and not _is_table(path):
                self.report("S102", path, 1, 1)
            rest = data.removeprefix(mark)
            try:
                text = rest.decode("utf-8")
            except UnicodeDecodeError as error:
                before = rest[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
                above, _, line = before.rpartition(b"\n")
                number = above.count(b"\n") + (2 if b"\n" in before else 1)
                column = len(line.decode("utf-8")) + 1
                self.report("S101", path, number, column, byte=len(mark) + error.start + 1)
                text = rest.decode("cp1252", "replace")
        if "\x00" in text:
            self.report("S113", path)
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._warn_of_soft_hyphens(text, path)
        return self._replace_invisible(text, path)

    def _warn_of_soft_hyphens(self, text: str, path: str) -> None:
        """Names each line with a soft hyphen once."""
        if _SOFT_HYPHEN in text:
            for number, line in enumerate(text.split("\n"), 1):
                if _SOFT_HYPHEN in line:
                    self.report("S115", path, number, line.index(_SOFT_HYPHEN) + 1)

    def _replace_invisible(self, text: str, path: str) -> str:
        """Names each line with a control character once; a sign as wide takes its place."""
        if not find_invisible(text):
            return text
        lines = text.split("\n")
        for number, line in enumerate(lines):
            first = find_invisible(line)
            if first:
                where = Location(path, number + 1, first.start() + 1)
                params = {"point": f"U+{ord(first[0]):04X}"}
                self.findings.append(Diagnostic("S108", where, params))
            while match := find_invisible(lines[number]):
                lines[number] = lines[number].replace(match[0], "\N{REPLACEMENT CHARACTER}")
        return "\n".join(lines)

    def compare_names(self) -> None:
        """Refuses two names that some computers cannot tell apart."""
        first: dict[str, str] = {}
        for path in sorted((*self.files, *self.folders)):
            other = first.setdefault(path.casefold(), path)
            if other != path:
                finding = Diagnostic("S114", Location(path), {"other": other})
                self.findings.append(finding)


def _is_table(path: str) -> bool:
    """Whether a file is the table of an overview; spreadsheets start theirs with a mark."""
    return path.startswith("library/") and path.lower().endswith(".csv")


def _is_ignored(name: str) -> bool:
    """Hidden files, what an editor leaves behind, what an operating system adds by itself."""
    return name.startswith(".") or name.endswith("~") or name.lower() in _LEFT_BY_SYSTEMS
