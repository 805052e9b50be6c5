"""Markdown tokens → HTML of the page.

What markdown-it would write is changed where the page needs it: links that leave the course say so,
pictures have a size, tables can be scrolled, nothing carries an inline style (the page's security
policy forbids it). Everything that came from an author passes nh3 last, with an allow-list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from builder.course import Media, Quiz, Transcript
from builder.library import Library
from builder.markdown_reader import (
    LinkKind,
    headings,
    inline_text,
    parse,
    parse_title,
    raw_html,
    read_link,
)
from builder.render.assets import Assets
from builder.render.marks import write_mark
from builder.render.tables import arrange
from builder.strings import REFERENCE

ZOOM_FROM_PX = 600
"""A wider picture does not fit in the column of text (34 rem): it links to itself in full."""
SIZES = "(max-width: 37rem) 100vw, 34rem"
"""How wide a picture is shown: the column of text, which a phone gives all of its width."""
WIDE_TABLE_COLUMNS = 3
"""From so many columns on a table may be wider than a phone, and its frame takes the focus."""

_OWN = {
    "a": {"href", "id", "rel", "target"},
    "button": {"class", "popovertarget", "type"},
    "code": {"class"},
    "div": {"aria-label", "class", "role", "tabindex"},
    "img": {"alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"},
    "ol": {"start"},
    "span": {"class", "data-gap", "id", "popover"},
    "sup": {"class"},
    "td": {"class"},
    "th": {"class", "scope"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{
        tag: set[str]()
        for tag in ("blockquote", "caption", "figcaption", "figure", "hr", "li", "p", "pre")
    },
    **{tag: set[str]() for tag in ("em", "s", "strong", "table", "tbody", "thead", "tr", "ul")},
}
"""What this module writes itself: element → attributes."""
_ATTRIBUTES = {
    tag: _OWN.get(tag, set())
    | (raw_html.ALLOWED[tag] | raw_html.EVERYWHERE if tag in raw_html.ALLOWED else set())
    for tag in _OWN.keys() | raw_html.ALLOWED.keys()
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_OPTIONS = OptionsDict(
    {
        "maxNesting": 20,
        "html": True,
        "linkify": False,
        "typographer": False,
        "quotes": "",
        "xhtmlOut": False,
        "breaks": False,
        "langPrefix": "language-",
        "highlight": None,
    }
)


@dataclass(slots=True)
class Scope:
    """What the texts of one page need to know of their surroundings."""

    page: str
    """Id of the lesson or quiz: part of the anchors in it."""
    words: Mapping[str, str]
    media: Mapping[str, Media]
    assets: Assets
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
    language: str = REFERENCE
    """That of the course."""
    checks: Mapping[str, Quiz] = field(default_factory=dict)
    """Quizzes to practise with that the lesson leads to, by id."""
    library: Library = field(default_factory=Library)
    anchors: dict[int, str] = field(default_factory=dict)
    """Identity of a heading's opening token → its anchor."""
    cited: Mapping[str, int] = field(default_factory=dict)
    """Source that a text of the page refers to → its number."""
    has_source_list: bool = False
    """Whether the page ends with a list of its sources."""
    met: set[str] = field(default_factory=set)
    """Sources to which a text has referred so far."""
    explained: set[str] = field(default_factory=set)
    """Terms that the page has explained so far."""
    ids: Counter[str] = field(default_factory=Counter)
    """Ids given so far by ``next_id``."""
    tables: int = 0
    """Tables so far: their frames are numbered."""

    def name_headings(self, tokens: Sequence[Token]) -> None:
        """Learns the anchors of the headings in a lesson."""
        for heading in headings(tokens):
            self.anchors[id(tokens[heading.index])] = self.anchor(heading.anchor)

    def next_id(self, stem: str) -> str:
        """An id that no other element has."""
        start = f"{stem}-{self.page}"
        self.ids[start] += 1
        return f"{start}_{self.ids[start]}"

    def anchor(self, name: str) -> str:
        """The id of a heading of this page; ids of pages hold no underscore, so it is unique."""
        return f"h-{self.page}_{name}"


def write(tokens: Sequence[Token], scope: Scope) -> Markup:
    """Markdown without blocks as clean HTML."""
    return clean(_Renderer(scope, zooms=True).render(arrange(tokens), _OPTIONS, {}))


def write_line(text: str, scope: Scope) -> Markup:
    """A text of one paragraph, without the paragraph around it."""
    children = [
        child for token in parse(text) if token.type == "inline" for child in token.children or ()
    ]
    return clean(_Renderer(scope).renderInline(children, _OPTIONS, {}).strip())


def write_title(text: str) -> Markup:
    """The title of a block: emphasis and code only."""
    return clean(RendererHTML().render(list(parse_title(text)), _OPTIONS, {}))


def clean(html: str) -> Markup:
    """What the allow-list lets through; comments and unknown addresses go."""
    return Markup(
        nh3.clean(
            html,
            tags=set(_ATTRIBUTES),
            attributes=_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


class _Renderer(RendererHTML):
    """One use each: it keeps the ends of open links. Method names are types of tokens."""

    def __init__(self, scope: Scope, *, zooms: bool = False) -> None:
        super().__init__()
        self._scope = scope
        self._zooms = zooms
        """Whether a picture may be a link: not in an answer, where a click chooses."""
        self._link_ends: list[str] = []

    def paragraph_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A picture with a title that stands alone is a figure."""
        if _figure(tokens[idx + 1]) and not tokens[idx].hidden:
            return "<figure>"
        return self.renderToken(tokens, idx, options, env)

    def paragraph_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The title of a figure is its caption."""
        picture = _figure(tokens[idx - 1])
        if picture and not tokens[idx].hidden:
            return f"<figcaption>{escape(str(picture.attrGet('title')))}</figcaption></figure>\n"
        return self.renderToken(tokens, idx, options, env)

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Headings have an anchor that stays as long as their words stay."""
        anchor = self._scope.anchors.get(id(tokens[idx]), "")
        return f'<{tokens[idx].tag} id="{anchor}">' if anchor else f"<{tokens[idx].tag}>"

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Links out of the course open a window of their own, and say so."""
        link = read_link(tokens[idx])
        is_leaving = False
        if link.kind is LinkKind.PAGE:
            address = f"#p-{link.target}"
        elif link.kind is LinkKind.HEADING:
            address = f"#{self._scope.anchor(link.target)}"
        elif link.kind is LinkKind.FILE:
            address, is_leaving = self._scope.assets.of(self._scope.media[link.target]).path, True
        else:
            address, is_leaving = link.address, link.kind is LinkKind.OUTSIDE
        if not is_leaving:
            self._link_ends.append("</a>")
            return f'<a href="{escape(address)}">'
        notice = escape(self._scope.words["nav.outside"])
        self._link_ends.append(f'<span class="vh"> ({notice})</span></a>')
        return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">'

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """What the opening prepared."""
        return self._link_ends.pop()

    def library_mark(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """What the library has for a mark."""
        scope = self._scope
        is_in_link = bool(self._link_ends)
        mark = tokens[idx].meta["mark"]
        return write_mark(mark, scope, lambda text: write_line(text, scope), is_in_link=is_in_link)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture of the package, with its size so that the text does not jump.

        One that stands alone and does not fit in the column links to itself, to look closer.
        """
        token = tokens[idx]
        asset = self._scope.assets.of(self._scope.media[read_link(token).target])
        path, alt = escape(asset.path), escape(inline_text(token))
        shown = f'<img src="{path}"'
        if asset.small:
            both = (asset.small, asset)
            files = ", ".join(f"{escape(one.path)} {one.width_px}w" for one in both)
            shown += f' srcset="{files}" sizes="{SIZES}"'
        shown += f' alt="{alt}"'
        if asset.width_px:
            shown += f' width="{asset.width_px}" height="{asset.height_px}"'
        shown += ' loading="lazy" decoding="async">'
        if not (self._zooms and asset.width_px > ZOOM_FROM_PX and _is_alone(tokens)):
            return shown
        notice = escape(self._scope.words["block.zoom"])
        return (
            f'<a href="{path}" target="_blank" rel="noopener noreferrer">{shown}'
            f'<span class="vh"> ({notice})</span></a>'
        )

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A table stands in a frame with a name, that can be scrolled, also with the keyboard.

        A narrow one is no landmark and no stop; the player corrects both to what is really so.
        """
        self._scope.tables += 1
        number = f"{self._scope.words['block.table']} {self._scope.tables}"
        name = escape(tokens[idx].meta["caption"] or number)
        is_wide = _count_columns(tokens[idx + 1 :]) >= WIDE_TABLE_COLUMNS
        kind = 'role="region" tabindex="0"' if is_wide else 'role="group"'
        return f'<div class="table" {kind} aria-label="{name}">\n<table>\n'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The end of table and frame."""
        return "</table>\n</div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Heads of columns and of rows."""
        scope = tokens[idx].meta.get("scope", "col")
        return f'<th scope="{scope}"{_alignment(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Cells."""
        return f"<td{_alignment(tokens[idx])}>"

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Allowed elements; comments are for authors."""
        return "".join(raw_html.emit(markup) for markup in raw_html.scan(tokens[idx].content))

    def gap(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A gap of a question; the player puts a field in its place."""
        letter, name = tokens[idx].info, escape(tokens[idx].content)
        return f'<span class="gap" data-gap="{letter}">{name}</span>'

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Only comments stand in blocks of raw HTML."""
        return ""


def _figure(inline: Token) -> Token | None:
    """The picture, when a paragraph holds nothing else and it has a title."""
    picture = next((one for one in inline.children or () if one.type == "image"), None)
    if picture and picture.attrGet("title") and _is_alone(inline.children or ()):
        return picture
    return None


def _is_alone(children: Sequence[Token]) -> bool:
    """Whether a paragraph holds one thing, such as a picture, and no words or links."""
    return len([child for child in children if child.content or child.nesting]) == 1


def _count_columns(tokens: Sequence[Token]) -> int:
    count = 0
    for token in tokens:
        if token.type == "tr_close":
            break
        count += token.type in ("th_open", "td_open")
    return count


def _alignment(token: Token) -> str:
    """Alignment as a class: the security policy of the page forbids inline styles."""
    style = str(token.attrGet("style") or "")
    side = style.rpartition(":")[2]
    return f' class="align-{side}"' if side in ("center", "right") else ""
