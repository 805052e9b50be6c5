"""Puts the parser's events together to plain values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

import yaml

from builder.diagnostics import Diagnostic, Location, Outcome
from builder.yaml_reader.faults import GLUED_COLON, NO_SPACE, line_at, position
from builder.yaml_reader.values import Document, Path, Place, Value, YamlPositions
from builder.yaml_reader.written import YamlText

DEEPEST = 20
"""Levels of lists and mappings inside each other; our own files need six."""

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_SHOWN_LINES = frozenset(("license", "name", "title"))
"""Keys of which the value is one line that a learner reads."""
_CURLY = re.compile(r"[“”„][^“”„]*[“”]|[‘’‚][^‘’‚]*[‘’]")  # noqa: RUF001
_CUT_OFF = re.compile(r"[ \t]+#[^\s#!]")


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    path: Path
    content: list[Value] | dict[str, Value]
    key: str | None = None
    key_place: Location | None = None
    is_ignored: bool = False
    """Its content goes nowhere: it belongs to a key that was refused."""
    is_key: bool = False
    """It stands where a key should be."""
    awaits_value: bool = False


@dataclass(slots=True)
class Composer:
    """Puts events together; ``take`` tells whether to go on."""

    path: str
    line_offset: int
    lines: Sequence[str]
    findings: list[Diagnostic] = field(default_factory=list)
    places: dict[Path, Place] = field(default_factory=dict)
    unreliable: set[Path] = field(default_factory=set)
    doubled: set[Path] = field(default_factory=set)
    frames: list[_Frame] = field(default_factory=list)
    root: Value = None
    documents: int = 0
    letters: list[tuple[int, _Frame]] = field(default_factory=list)
    """Which findings are about a letter that two options have, and where those stand."""
    is_too_deep: bool = False

    def take(self, event: yaml.Event) -> bool:
        """Takes one event; false when the rest is of no use."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._report("Y109", event)
                return False
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._take_scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._refuse_marks(event)
            return self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close()
        return True

    def _close(self) -> None:
        if not self.frames.pop().is_key:
            self._value_done()

    def finish(self) -> Outcome[Document]:
        """What came out of all events."""
        self._propose_letters()
        if self.is_too_deep:
            return Outcome(None, tuple(self.findings))
        if self.root is None and () not in self.unreliable:
            self.findings.append(Diagnostic("Y111", Location(self.path)))
        elif isinstance(self.root, dict):
            positions = YamlPositions(self.path, self.places)
            marks = frozenset(self.unreliable), frozenset(self.doubled)
            document = Document(self.path, self.root, positions, *marks)
            return Outcome(document, tuple(self.findings))
        elif self.root is not None:
            where = self.places[()].value
            is_text = isinstance(self.root, str)
            glued = is_text and any(map(GLUED_COLON.match, self.lines))
            wide = is_text and any(map(NO_SPACE.match, self.lines))
            code = "Y126" if wide else "Y103" if glued else "Y112"
            self.findings.append(Diagnostic(code, where))
        return Outcome(None, tuple(self.findings))

    def _propose_letters(self) -> None:
        """For every option whose letter was taken, the first letter that is still free."""
        free: dict[Path, list[str]] = {}
        for number, frame in self.letters:
            unused = [one for one in ascii_lowercase if one not in frame.content]
            left = free.setdefault(frame.path, unused)
            if left:
                found = self.findings[number]
                params = {**found.params, "write": left.pop(0)}
                self.findings[number] = replace(found, params=params)

    def _where(self, event: yaml.Event) -> Location:
        line, column = position(event.start_mark)
        return Location(self.path, line + 1 + self.line_offset, column + 1)

    def _text(self, event: yaml.Event, *, is_collection: bool) -> YamlText:
        start, end = position(event.start_mark), position(event.end_mark)
        if is_collection:
            return YamlText(self.path, self.lines, self.line_offset, "", start, start)
        style = getattr(event, "style", None) or ""
        return YamlText(self.path, self.lines, self.line_offset, style, start, end)

    def _report(self, code: str, event: yaml.Event, **params: str | int) -> None:
        self.findings.append(Diagnostic(code, self._where(event), params))

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report("Y106", event, sign=f"&{event.anchor}")
        if event.tag is not None:
            self._report("Y108", event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _expects_key(self) -> bool:
        return bool(
            self.frames
            and isinstance(self.frames[-1].content, dict)
            and not self.frames[-1].awaits_value
        )

    def _next_path(self) -> Path:
        if not self.frames:
            return ()
        frame = self.frames[-1]
        if isinstance(frame.content, list):
            return (*frame.path, len(frame.content))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _is_ignored(self) -> bool:
        """Whether the value that comes now has no place to go."""
        if not self.frames:
            return False
        frame = self.frames[-1]
        return frame.is_ignored or (isinstance(frame.content, dict) and frame.key is None)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        frame = self.frames[-1] if self.frames else None
        if self._expects_key():
            self._report("Y106", event, sign=f"*{event.anchor}")
            self._take_key(None, event)
            return
        if frame and frame.key == "<<":
            frame.key = None
        else:
            self._report("Y106", event, sign=f"*{event.anchor}")
            if not self._is_ignored():
                self.unreliable.add(self._next_path())
        self._put(None, event)
        self._value_done()

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if self._expects_key():
            self._take_key(event.value, event)
            return
        is_plain = event.implicit[0]
        if is_plain:
            self._warn_of_cut(event)
            self._warn_of_curly_marks(event)
        is_null = is_plain and event.value in _NULLS
        self._put(None if is_null else event.value, event)
        self._value_done()

    def _warn_of_cut(self, event: yaml.ScalarEvent) -> None:
        """A hash after a space starts a comment, which an author of ``Les #3`` did not mean."""
        number, end = position(event.end_mark)
        rest = line_at(self.lines, number)[end:]
        cut = _CUT_OFF.match(rest)
        if cut:
            where = Location(self.path, number + 1 + self.line_offset, end + cut.end() - 1)
            self.findings.append(Diagnostic("Y122", where, {"rest": rest.strip()}))

    def _warn_of_curly_marks(self, event: yaml.ScalarEvent) -> None:
        """Marks around a title that were meant for YAML; in other texts somebody speaks."""
        key = self.frames[-1].key if self.frames else None
        if key in _SHOWN_LINES and _CURLY.fullmatch(event.value):
            self._report("Y125", event, key=str(key))

    def _take_key(self, key: str | None, event: yaml.Event) -> None:
        frame = self.frames[-1]
        assert isinstance(frame.content, dict)
        frame.awaits_value = True
        frame.key, frame.key_place = key, self._where(event)
        if frame.is_ignored or key is None:
            frame.key = None
        elif key == "<<":
            self._report("Y107", event)
            self.unreliable.add(frame.path)
        elif key in frame.content:
            first = self.places[(*frame.path, key)].key
            self.doubled.add(frame.path)
            self._report("Y105", event, key=key, first=first.line if first else 0)
            if frame.path[-1:] == ("options",) and key in ascii_lowercase:
                self.letters.append((len(self.findings) - 1, frame))
            frame.key = None

    def _put(self, value: Value, event: yaml.Event) -> None:
        if self._is_ignored():
            return
        path = self._next_path()
        frame = self.frames[-1] if self.frames else None
        key_place = frame.key_place if frame and isinstance(frame.content, dict) else None
        is_collection = isinstance(event, yaml.CollectionStartEvent)
        text = self._text(event, is_collection=is_collection)
        self.places[path] = Place(self._where(event), key_place, is_collection, text)
        if frame is None:
            self.root = value
        elif isinstance(frame.content, list):
            frame.content.append(value)
        elif frame.key is not None and frame.key != "<<":
            frame.content[frame.key] = value

    def _value_done(self) -> None:
        if self.frames:
            frame = self.frames[-1]
            frame.key, frame.key_place, frame.awaits_value = None, None, False

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        if len(self.frames) >= DEEPEST:
            self._report("Y110", event, limit=DEEPEST)
            self.is_too_deep = True
            return False
        content: list[Value] | dict[str, Value]
        content = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._expects_key():
            self._report("Y113", event)
            self.doubled.add(self.frames[-1].path)
            self._take_key(None, event)
            self.frames.append(_Frame((), content, is_ignored=True, is_key=True))
            return True
        ignored, path = self._is_ignored(), self._next_path()
        self._put(content, event)
        self.frames.append(_Frame(path, content, is_ignored=ignored))
        return True
