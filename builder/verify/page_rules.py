"""Pages, scripts and styles: nothing that a strict LMS blocks, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Severity
from builder.verify.opening import OpenedZip
from builder.verify.page import Page, Tag, read_page
from builder.verify.payload import COURSE_SCRIPT, Payload

_SCRIPT_TYPES = re.compile(r"(|module|(text|application)/(x-)?(java|ecma)script)(\s*;.*)?", re.I)
_EVAL = re.compile(r"(?<![\w$.'\"])eval(?![\w$'\"])|\bnew\s+Function\b|(?<![\w$.])Function\s*\(")
_OUTSIDE = re.compile(r"\s*([a-z][a-z0-9+.-]*:)?[/\\]", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*?)(?:,(?=\s|$)|\s[^,]*(?:,|$)|$)")
"""An address in ``srcset``: ended by a space, or by a comma that a space follows."""
_SCRIPT_ADDRESS = re.compile(
    r"[\"'`]((?:https?|wss?)://(?!www\.w3\.org/)[^\"'`\s]*)", re.IGNORECASE
)
_CSS_ADDRESS = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])([^\"')\s]+)", re.IGNORECASE)
_SCHEMES_INSIDE = ("data:", "blob:", "about:")

_FETCHED = {
    "action": {"form"},
    "background": {"body", "table", "td", "th"},
    "data": {"object"},
    "formaction": {"button", "input"},
    "href": {"image", "use", "feimage", "link"},
    "xlink:href": {"image", "use", "feimage"},
    "poster": {"video"},
    "src": {"img", "script", "iframe", "frame", "embed", "audio", "video", "source", "track"}
    | {"input"},
}
"""Attribute → elements on which a browser fetches (or posts to) its address. Links are not."""

_NOT_FETCHED_LINKS = {"canonical", "alternate", "license", "author", "help", "next", "prev", "me"}


Hit = tuple[int, dict[str, str]]
"""A line, and the params of a finding there."""


@dataclass(frozen=True)
class Site:
    """The pages of a package. ``payload`` is there when lesbouwer made the package."""

    zip: OpenedZip
    payload: Payload | None
    pages: tuple[Page, ...]

    def finding(self, code: str, path: str, line: int = 0, **params: str | int) -> Diagnostic:
        """A finding about a page; a warning when the package was made by others."""
        severity = None if self.payload else Severity.WARNING
        return Diagnostic(code, self.zip.at(path, line), params, severity=severity)

    def first_of(self, code: str, path: str, hits: Iterable[Hit]) -> Iterator[Diagnostic]:
        """One finding for all of a kind in a file, where the first one is."""
        found = list(hits)
        if found:
            line, params = found[0]
            yield self.finding(code, path, line, **params, count=len(found))

    def texts(self, extension: str) -> Iterator[tuple[str, str]]:
        """Path and text of every file with that extension."""
        for path in self.zip.files:
            if path.lower().endswith(extension):
                content = self.zip.text_bytes(path)
                if content is not None:
                    yield path, content.decode("utf-8", "replace")


PageRule = Callable[[Site], Iterator[Diagnostic]]


def read_site(package: OpenedZip, payload: Payload | None) -> Site:
    """The pages of a package, with the HTML that the player adds to them."""
    empty = Site(package, payload, ())
    found = [*empty.texts(".html"), *empty.texts(".htm")]
    found += [(COURSE_SCRIPT, html) for html in (payload.html if payload else ())]
    return Site(package, payload, tuple(read_page(path, text) for path, text in found))


def scripts_are_classic(site: Site) -> Iterator[Diagnostic]:
    """Item 22. Module scripts fail on ``file://`` and on servers that send another type."""
    for path in site.zip.files:
        if path.lower().endswith(".mjs"):
            yield site.finding("V601", path)
    for page, tag in _tags(site, "script"):
        if tag.attributes.get("type", "").strip().lower() == "module":
            yield site.finding("V601", page.path, tag.line)


def scripts_are_files(site: Site) -> Iterator[Diagnostic]:
    """Item 22. A content security policy without ``unsafe-inline`` blocks scripts in a page."""
    for page in site.pages:
        yield from site.first_of("V602", page.path, _inline_scripts(page))


def handlers_are_not_attributes(site: Site) -> Iterator[Diagnostic]:
    """Item 22. ``onclick`` and ``javascript:`` are inline scripts too."""
    for page in site.pages:
        yield from site.first_of("V603", page.path, _handlers(page))


def styles_are_files(site: Site) -> Iterator[Diagnostic]:
    """Item 22. ``style-src 'self'`` blocks style elements and style attributes."""
    for page in site.pages:
        styled = (tag for tag in page.tags if tag.name == "style" or "style" in tag.attributes)
        hits = ((tag.line, {"element": tag.name}) for tag in styled)
        yield from site.first_of("V604", page.path, hits)


def scripts_do_not_make_code(site: Site) -> Iterator[Diagnostic]:
    """Item 22. ``eval`` and ``new Function`` are blocked without ``unsafe-eval``."""
    for path, text in site.texts(".js"):
        match = _EVAL.search(text)
        if match and path != COURSE_SCRIPT:
            yield site.finding("V605", path, _line_of(match), words=match[0])


def nothing_is_fetched_from_outside(site: Site) -> Iterator[Diagnostic]:
    """Item 22. Every picture, script, style, font and frame lies in the package."""
    for page in site.pages:
        fetched = ((tag.line, address) for tag in page.tags for address in fetched_addresses(tag))
        hits = ((line, {"address": a[:120]}) for line, a in fetched if _is_outside(a))
        yield from site.first_of("V606", page.path, hits)
    for path, text in site.texts(".css"):
        outside = (match for match in _CSS_ADDRESS.finditer(text) if _is_outside(match[1]))
        hits = ((_line_of(match), {"address": match[1][:120]}) for match in outside)
        yield from site.first_of("V606", path, hits)


def scripts_name_no_other_host(site: Site) -> Iterator[Diagnostic]:
    """Item 22. The player asks nothing of anyone but the LMS. Names of namespaces are allowed."""
    for path, text in site.texts(".js"):
        if path != COURSE_SCRIPT:
            found = _SCRIPT_ADDRESS.finditer(text)
            hits = ((_line_of(match), {"address": match[1][:120]}) for match in found)
            yield from site.first_of("V606", path, hits)


def pages_have_a_policy(site: Site) -> Iterator[Diagnostic]:
    """Item 22. The page itself forbids what a strict LMS would forbid, so that tests notice."""
    for page in site.pages:
        if page.path != COURSE_SCRIPT and not any(_is_strict_policy(tag) for tag in page.tags):
            yield site.finding("V607", page.path)


def there_is_no_base_element(site: Site) -> Iterator[Diagnostic]:
    """Item 22. ``<base>`` makes every relative address mean something else."""
    for page, tag in _tags(site, "base"):
        yield site.finding("V608", page.path, tag.line)


def _tags(site: Site, name: str = "") -> Iterator[tuple[Page, Tag]]:
    for page in site.pages:
        for tag in page.tags:
            if not name or tag.name == name:
                yield page, tag


def _inline_scripts(page: Page) -> Iterator[Hit]:
    for tag in page.tags:
        is_code = _SCRIPT_TYPES.fullmatch(tag.attributes.get("type", "").strip())
        if tag.name == "script" and is_code and "src" not in tag.attributes:
            yield tag.line, {}


def _handlers(page: Page) -> Iterator[Hit]:
    for tag in page.tags:
        for name, value in tag.attributes.items():
            is_code_address = re.match(r"\s*javascript:", value, re.IGNORECASE)
            if re.fullmatch(r"on[a-z]+", name) or (is_code_address and name != "content"):
                yield tag.line, {"attribute": name}


def _line_of(match: re.Match[str]) -> int:
    return match.string.count("\n", 0, match.start()) + 1


def fetched_addresses(tag: Tag) -> Iterator[str]:
    """What a browser gets for a tag by itself, such as the files of a picture."""
    is_mere_link = tag.name == "link" and _NOT_FETCHED_LINKS & set(
        tag.attributes.get("rel", "").lower().split()
    )
    for attribute, elements in _FETCHED.items():
        if tag.name in elements and attribute in tag.attributes and not is_mere_link:
            yield tag.attributes[attribute]
    yield from (match[1] for match in _CANDIDATE.finditer(tag.attributes.get("srcset", "")))
    for css in (tag.attributes.get("style", ""), tag.text if tag.name == "style" else ""):
        yield from (match[1] for match in _CSS_ADDRESS.finditer(css))
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
        yield tag.attributes.get("content", "").partition("=")[2].strip(" '\"")


def _is_outside(address: str) -> bool:
    """Absolute, with or without a scheme, or from the root of the server."""
    return bool(_OUTSIDE.match(address)) and not address.strip().lower().startswith(_SCHEMES_INSIDE)


def _is_strict_policy(tag: Tag) -> bool:
    is_policy = tag.attributes.get("http-equiv", "").lower() == "content-security-policy"
    if tag.name != "meta" or not is_policy:
        return False
    policy: dict[str, set[str]] = {}
    for directive in tag.attributes.get("content", "").lower().split(";"):
        name, *sources = directive.split() or [""]
        policy.setdefault(name, set(sources))
    own = {"'self'", "'none'"}
    default = policy.get("default-src")
    scripts = policy.get("script-src", default)
    if not default or not scripts or not default <= own or not scripts <= own:
        return False
    return not any(
        source in ("*", "'unsafe-inline'", "'unsafe-eval'")
        or source.startswith(("http", "ws", "//"))
        for sources in policy.values()
        for source in sources
    )


PAGE_RULES: tuple[PageRule, ...] = (
    handlers_are_not_attributes,
    nothing_is_fetched_from_outside,
    scripts_are_classic,
    scripts_are_files,
    styles_are_files,
    there_is_no_base_element,
)
"""Run on every package; warnings only when others made it."""

OWN_PAGE_RULES: tuple[PageRule, ...] = (
    pages_have_a_policy,
    scripts_do_not_make_code,
    scripts_name_no_other_host,
)
"""Run on packages that lesbouwer made."""
