"""The shape of a block: what ``::: name Title`` … ``:::`` becomes. One file per block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, Literal, Protocol

from markdown_it.token import Token
from markupsafe import Markup

from builder.blocks.head import Head


class TitleRule(Enum):
    """Whether the first line of a block carries a title."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a block in a text: its first line and the tokens between first and last line."""

    head: Head
    tokens: tuple[Token, ...]
    line: int = 0
    """Zero-based line of the block's start within the parsed text."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one use: ``line`` is zero-based within the parsed text."""

    code: str
    line: int
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileUse:
    """A file or quiz that a block names: ``line`` is zero-based within the parsed text."""

    target: str
    line: int
    kind: Literal["file", "quiz", "transcript"] = "file"
    """A file for the package, the id of a quiz, or a text in Markdown that the page shows."""


class MediaFile(Protocol):
    """A file of the package. Sizes are those at which it is shown, 0 when unknown."""

    @property
    def path(self) -> str:
        """Its place in the package."""

    @property
    def width_px(self) -> int:
        """How wide it is."""

    @property
    def height_px(self) -> int:
        """How high it is."""


class Writer(Protocol):
    """What a block may ask of the page while it is written."""

    def html(self, tokens: Sequence[Token]) -> Markup:
        """Markdown tokens as HTML."""

    def inline(self, text: str) -> Markup:
        """One line of Markdown without links and pictures (a title) as HTML."""

    def word(self, key: str) -> str:
        """An interface string in the language of the course."""

    def element_id(self, stem: str) -> str:
        """An id that no other element of the page has."""

    def note_id(self, own: str | None) -> str:
        """The id under which a private note is kept: the author's own, else a running number."""

    def language(self) -> str:
        """The language of the course."""

    def media(self, target: str) -> MediaFile:
        """The file of the package for one that a block names."""

    def transcript(self, target: str) -> Markup:
        """The text of a transcript that a block names."""

    def check(self, quiz: str) -> tuple[str, str]:
        """Title of a quiz that a block names, and how many questions it has, in words."""

    def overview(
        self, name: str, columns: Sequence[str], only: Mapping[str, str]
    ) -> Mapping[str, object]:
        """A part of an overview of the library, ready for the template."""

    def heading_level(self) -> int:
        """The level for a heading here: one below the last heading of the lesson, 3 at most."""


class Block(ABC):
    """A kind of block. ``name`` is the Dutch name, ``aliases`` all others."""

    name: ClassVar[str]
    aliases: ClassVar[tuple[str, ...]] = ()
    title: ClassVar[TitleRule] = TitleRule.OPTIONAL
    extras: ClassVar[frozenset[str]] = frozenset()
    takes_id: ClassVar[bool] = False
    """Whether ``{#id}`` means something on it."""
    holds: ClassVar[frozenset[str]] = frozenset()
    """Dutch names of the blocks that may stand inside this one."""
    takes_settings: ClassVar[bool] = False
    """Whether its lines are ``key: value`` instead of Markdown; see ``settings``."""
    may_be_empty: ClassVar[bool] = False
    """Whether it says enough without a text of its own."""
    template: ClassVar[str]
    """File name of the Jinja template beside this module."""

    def faults(self, use: Use) -> Iterator[Fault]:
        """Faults of one use beyond those that all blocks share."""
        yield from ()

    def files(self, use: Use) -> Iterator[FileUse]:
        """The files of the project that one use names, besides those in its Markdown."""
        yield from ()

    @abstractmethod
    def context(self, use: Use, writer: Writer) -> dict[str, object]:
        """The values that the template needs."""
