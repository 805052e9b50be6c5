"""Writes the texts of one page: Markdown through ``html``, blocks through their templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from jinja2 import Environment
from markdown_it.token import Token
from markupsafe import Markup

from builder.blocks import Use, find
from builder.markdown_reader import OPEN, closing, parse, plain
from builder.render import html
from builder.render.assets import Asset
from builder.render.gaps import mark_gaps
from builder.render.html import Scope
from builder.render.overview import make_overview
from builder.strings import plural


@dataclass(slots=True)
class PageWriter:
    """What blocks and templates ask for; one per page, because it counts."""

    scope: Scope
    templates: Environment
    level: int = 2
    """Level of the last heading."""
    notes: int = 0
    ids: dict[str, int] = field(default_factory=dict)

    def lesson(self, tokens: Sequence[Token]) -> Markup:
        """The body of a lesson."""
        self.scope.name_headings(tokens)
        self.level = 1
        return self.html(tokens)

    def text(self, markdown: str, gaps: Mapping[str, str] = MappingProxyType({})) -> Markup:
        """A Markdown value of one or more paragraphs; ``gaps`` are those of an ``Item``."""
        return html.write(mark_gaps(parse(markdown), gaps), self.scope)

    def block(self, markdown: str, class_name: str) -> Markup:
        """A Markdown value as one element: ``p`` for one paragraph, else ``div``."""
        if _is_line(markdown):
            return Markup('<p class="{}">{}</p>\n').format(class_name, self.line(markdown))
        return Markup('<div class="{}">{}</div>\n').format(class_name, self.text(markdown))

    def brief(self, markdown: str) -> Markup:
        """A Markdown value for a list: without a paragraph around it when it is only one."""
        return self.line(markdown) if _is_line(markdown) else self.text(markdown)

    def line(self, markdown: str) -> Markup:
        """A Markdown value of one paragraph, without the paragraph around it."""
        return html.write_line(markdown, self.scope)

    def html(self, tokens: Sequence[Token]) -> Markup:
        """Tokens as HTML, blocks included."""
        parts: list[Markup] = []
        start = index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "heading_open":
                self.level = int(token.tag[1:])
            if token.type == OPEN and token.level == tokens[0].level:
                parts.append(html.write(tokens[start:index], self.scope))
                end = closing(tokens, index)
                parts.append(self._block(token, tokens[index + 1 : end]))
                start = index = end + 1
            else:
                index += 1
        parts.append(html.write(tokens[start:], self.scope))
        return Markup("").join(parts)

    def inline(self, text: str) -> Markup:
        """The title of a block."""
        return html.write_title(text)

    def word(self, key: str) -> str:
        """An interface string in the language of the course."""
        return self.scope.words[key]

    def language(self) -> str:
        """The language of the course."""
        return self.scope.language

    def media(self, target: str) -> Asset:
        """The file of the package for one that a block names."""
        return self.scope.assets.of(self.scope.media[target])

    def transcript(self, target: str) -> Markup:
        """The text of a transcript that a block names."""
        return html.write(self.scope.transcripts[target].tokens, self.scope)

    def element_id(self, stem: str) -> str:
        """``stem_page_n``, with a number of its own for every stem."""
        self.ids[stem] = self.ids.get(stem, 0) + 1
        return f"{stem}_{self.scope.page}_{self.ids[stem]}"

    def note_id(self, own: str | None) -> str:
        """The id of a private note: that of the lesson, then the author's own or a number."""
        self.notes += 1
        return f"{self.scope.page}_{own or self.notes}"

    def check(self, quiz: str) -> tuple[str, str]:
        """Title and number of questions of a quiz that the lesson leads to."""
        found = self.scope.checks[quiz]
        count = sum(pool.count for pool in found.pools)
        return found.file.title, plural(self.scope.words, "start.questions", count)

    def overview(
        self, name: str, columns: Sequence[str], only: Mapping[str, str]
    ) -> Mapping[str, object]:
        """A part of an overview of the library, ready for its template."""
        return make_overview(self.scope.library.overviews[name], columns, only, self.scope)

    def heading_level(self) -> int:
        """One below the last heading, 3 at most."""
        return min(self.level + 1, 3)

    def _block(self, opening: Token, inner: Sequence[Token]) -> Markup:
        head = opening.meta["head"]
        block = find(head.name)
        if block is None:
            raise ValueError(f"unknown block {head.name!r} in a checked course")
        line = opening.map[0] if opening.map else 0
        context = block.context(Use(head, tuple(inner), line), self)
        return Markup(self.templates.get_template(block.template).render(context))


@dataclass(frozen=True, slots=True)
class QuestionTexts:
    """What a question type asks for; ``Texts`` of the question types."""

    writer: PageWriter

    def html(self, markdown: str) -> str:
        """Ready HTML of one or more paragraphs."""
        return str(self.writer.text(markdown)).strip()

    def line(self, markdown: str) -> str:
        """Ready HTML of one paragraph, without the paragraph around it."""
        return str(self.writer.line(markdown))

    def plain(self, markdown: str) -> str:
        """The words alone."""
        return plain(parse(markdown))

    def word(self, key: str) -> str:
        """An interface string."""
        return self.writer.word(key)


def _is_line(markdown: str) -> bool:
    kinds = [token.type for token in parse(markdown)]
    return kinds == ["paragraph_open", "inline", "paragraph_close"]
