"""What the preview shows, made from the author's files as they are now: pages in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from builder.codes import CODES
from builder.i18n import translate as _
from builder.package import RenderedCourse
from builder.report import Finding, join_plain, make_count_line, make_excerpt

PLAYER = "player.js"
PAGE = "index.html"
SCRIPT_PATH, STYLE_PATH = "/__preview.js", "/__preview.css"


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course as last built: its files, or why there are none."""

    id: str
    files: Mapping[str, bytes] | None
    findings: tuple[Finding, ...]
    failure: str = ""
    """One sentence when the machine or lesbouwer itself failed."""

    @property
    def note(self) -> str:
        """What is the matter with it, in a few words."""
        return self.failure or make_count_line(self.findings)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that can be asked for. ``generation`` changes with every build."""

    courses: Mapping[str, CourseView]
    language: str
    generation: str


def collect_files(rendered: RenderedCourse, player: bytes) -> dict[str, bytes]:
    """Path → content of a course with the player that needs no LMS."""
    return {file.path: file.data for file in rendered.files} | {PLAYER: player}


@cache
def read_asset(name: str) -> bytes:
    """A file that belongs to the preview itself."""
    return (files("builder.preview") / "assets" / name).read_bytes()


def find_file(site: Site, course_id: str, path: str) -> bytes | None:
    """The content at a path of a course, None when there is none.

    The page of a course with errors is the list of them; its page otherwise also loads the
    script that listens for the next build.
    """
    view = site.courses.get(course_id)
    if view is None:
        return None
    if path in ("", PAGE):
        if view.files is None:
            return make_findings_page(site, view)
        return add_script(view.files[PAGE], site.generation)
    return view.files.get(path) if view.files is not None else None


def add_script(page: bytes, generation: str) -> bytes:
    """The page with our script at its end, from a file of its own as the page's policy asks."""
    tag = f'<script src="{SCRIPT_PATH}" data-generation="{generation}" defer></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return before + tag + end + after if end else page + tag


def make_overview(site: Site) -> bytes:
    """The list of courses."""
    return _make_page(
        site,
        title=_("Courses"),
        intro=_("There are no courses yet.") if not site.courses else "",
        courses=[site.courses[name] for name in sorted(site.courses)],
    )


def make_findings_page(site: Site, view: CourseView) -> bytes:
    """What has to be repaired before the course can be shown."""
    return _make_page(
        site,
        title=_("{course} cannot be shown yet").format(course=view.id),
        intro=view.note,
        findings=_describe(view.findings),
    )


def _describe(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "severity": finding.severity.value,
            "location": str(finding.location),
            "code": finding.code,
            "sentence": _split_code(finding.sentence),
            "excerpt": join_plain(make_excerpt(finding)),
            "fix": _split_code(finding.fix),
            "explanation": _split_code(_(CODES[finding.code].explanation)),
        }
        for finding in sorted(findings, key=lambda one: one.severity.value != "error")
    ]


def _split_code(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text, each with whether it stood between backticks."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return [(text, False)]
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces)]


@cache
def _load_template() -> Any:
    environment = Environment(autoescape=True, trim_blocks=False)
    return environment.from_string(read_asset("page.html.j2").decode())


def _make_page(
    site: Site,
    *,
    title: str,
    intro: str,
    courses: Sequence[CourseView] = (),
    findings: Sequence[Mapping[str, Any]] = (),
) -> bytes:
    page: str = _load_template().render(
        language=site.language,
        generation=site.generation,
        title=title,
        intro=intro,
        courses=courses,
        findings=findings,
        words={"fix": _("fix"), "why": _("Why this matters")},
    )
    return page.encode()
