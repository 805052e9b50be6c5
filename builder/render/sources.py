"""Sources as learners read them: a list under a lesson, a remark at a number in a quiz."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from builder.markdown_reader import parse, plain
from builder.render.dates import show_date
from builder.schema.library import Source

_LINK = Markup(
    '<a href="{}" target="_blank" rel="noopener noreferrer">{}<span class="vh"> ({})</span></a>'
)


def write_link(address: str, words: str, strings: Mapping[str, str]) -> Markup:
    """A link out of the course, which says so."""
    return _LINK.format(address, words, strings["nav.outside"])


def write_source(
    source: Source, strings: Mapping[str, str], line: Callable[[str], Markup]
) -> Markup:
    """The words of a source as a link, then what they do not say: year, and when it was checked.

    Words with links of their own stay as they are; then the website follows them.
    """
    written = line(source.text)
    if source.url and "<a " in written:
        host = urlsplit(source.url).hostname or source.url
        written = written + Markup(" ") + write_link(source.url, host, strings)
    elif source.url:
        written = write_link(source.url, written, strings)
    if source.year and str(source.year) not in plain(parse(source.text)):
        written += Markup(" ({})").format(source.year)
    if source.checked:
        day = show_date(source.checked, strings)
        checked = strings["lesson.source_checked"].format(date=day)
        written += Markup(' <span class="quiet">{}</span>').format(checked)
    return written
