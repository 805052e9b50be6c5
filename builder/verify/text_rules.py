"""The manifest as text: encoding, references and titles that importers read wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from builder.diagnostics import Diagnostic
from builder.standards import STANDARDS
from builder.verify.manifest import text_of
from builder.verify.subject import Rule, Subject

MAX_TITLE_LENGTH = 200
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_REFERENCE = re.compile(rb"&#[xX]?[0-9A-Fa-f]+;")
_LOST_SPACE = re.compile(r"[&<>] (?=[^\x00-\x7f])")


def manifest_is_utf8(subject: Subject) -> Iterator[Diagnostic]:
    """Item 12. UTF-8, declared as such or not at all, without a byte-order mark."""
    raw = subject.manifest.raw
    declared = re.match(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""", raw)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        yield subject.finding("V204")
        return
    if raw.startswith(_BYTE_ORDER_MARKS) or (declared and declared[1].lower() != b"utf-8"):
        yield subject.finding("V204")


def there_are_no_references(subject: Subject) -> Iterator[Diagnostic]:
    """Item 12. Moodle shows ``&#233;`` as it stands."""
    raw = subject.manifest.raw
    for match in _REFERENCE.finditer(raw):
        where = subject.zip.at(subject.manifest.path, raw.count(b"\n", 0, match.start()) + 1)
        yield Diagnostic("V205", where, {"reference": match[0].decode("ascii")})


def there_is_no_cdata(subject: Subject) -> Iterator[Diagnostic]:
    """Item 12. Moodle escapes inside CDATA and shows ``&amp;``."""
    raw = subject.manifest.raw
    position = raw.find(b"<![CDATA[")
    if position >= 0:
        where = subject.zip.at(subject.manifest.path, raw.count(b"\n", 0, position) + 1)
        yield Diagnostic("V208", where)


def there_is_no_document_type(subject: Subject) -> Iterator[Diagnostic]:
    """Item 12. A document type can make a reader fetch files or fill its memory."""
    if subject.manifest.root.getroottree().docinfo.doctype:
        yield subject.finding("V202")


def schema_version_is_known(subject: Subject) -> Iterator[Diagnostic]:
    """Items 1, 2, 3. Importers choose the edition by the exact text of ``schemaversion``."""
    manifest = subject.manifest
    known = {each.schema_version for each in STANDARDS if each.packaging == manifest.packaging}
    if manifest.schema_version not in known:
        element = manifest.root.find("{*}metadata/{*}schemaversion")
        yield subject.finding("V206", element, value=manifest.schema_version)


def titles_are_shown(subject: Subject) -> Iterator[Diagnostic]:
    """Items 6, 12. Exactly one title that is not empty; Moodle takes "0" for none."""
    for owner in _owners(subject):
        titles = subject.manifest.children(owner, "title")
        text = text_of(titles[0]) if titles else ""
        if len(titles) != 1 or not text:
            yield subject.finding("V308", owner, identifier=owner.get("identifier", ""))
        elif text == "0":
            yield subject.finding("V209", titles[0])


def titles_keep_their_spaces(subject: Subject) -> Iterator[Diagnostic]:
    """Item 12. Moodle drops the space between an entity and a letter outside ASCII."""
    for owner in _owners(subject):
        for title in subject.manifest.children(owner, "title"):
            if _LOST_SPACE.search(text_of(title)):
                yield subject.finding("V207", title, title=text_of(title))


def titles_fit(subject: Subject) -> Iterator[Diagnostic]:
    """Item 6. At most 200 characters: the limit of the 1.2 schema; ADL warns above it in 2004."""
    for owner in _owners(subject):
        for title in subject.manifest.children(owner, "title"):
            length = len(text_of(title))
            if length > MAX_TITLE_LENGTH:
                yield subject.finding("V309", title, length=length, limit=MAX_TITLE_LENGTH)


def _owners(subject: Subject) -> Iterator[_Element]:
    yield from subject.manifest.all("organization")
    yield from subject.manifest.all("item")


TEXT_RULES: tuple[Rule, ...] = (
    manifest_is_utf8,
    schema_version_is_known,
    there_are_no_references,
    there_is_no_cdata,
    there_is_no_document_type,
    titles_are_shown,
    titles_fit,
    titles_keep_their_spaces,
)
