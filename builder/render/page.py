"""index.html: every lesson and question of a course in one page, readable without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, FunctionLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from builder.course import Course, Lesson, Media, Module, Quiz, Transcript
from builder.markdown_reader import slug
from builder.questions.base import Item, Question
from builder.render.assets import Assets
from builder.render.dates import show_date
from builder.render.html import Scope
from builder.render.marks import cite_id, source_id
from builder.render.sources import write_source
from builder.render.writer import PageWriter, QuestionTexts
from builder.strings import plural

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "style-src 'self'",
        "script-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing comes from elsewhere and nothing runs inline (standards §5.2)."""

ROUND_TO_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Stop:
    """A page in reading order, as links to it need it."""

    address: str
    title: str


def load_templates() -> Environment:
    """Templates of the page and of the blocks. All values are escaped unless marked as HTML."""
    return Environment(
        loader=ChoiceLoader(
            [PackageLoader("builder.render", "templates"), FunctionLoader(_block_template)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _block_template(name: str) -> str | None:
    template = files("builder.blocks").joinpath(name)
    return template.read_text(encoding="utf-8") if template.is_file() else None


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes the page of one course."""

    course: Course
    strings: Mapping[str, str]
    assets: Assets
    templates: Environment
    ids: Counter[str] = field(default_factory=Counter)
    """Ids given so far, by their start: texts of one page can have several writers."""

    def make(self) -> bytes:
        """The page as UTF-8."""
        course, file = self.course, self.course.file
        context = {
            "course": file,
            "language": file.language,
            "policy": POLICY,
            "strings": self.strings,
            "start": self._start(),
            "modules": [
                {
                    "title": self._module_title(module),
                    "stops": [_stop_of(page) for page in module.stops],
                }
                for module in course.modules
            ],
            "articles": list(self._articles()),
            "terms": self._terms(),
        }
        return self.templates.get_template("index.j2").render(context).encode("utf-8")

    def writer(
        self,
        page_id: str,
        media: Mapping[str, Media],
        transcripts: Mapping[str, Transcript] | None = None,
        checks: Iterable[Quiz] = (),
    ) -> PageWriter:
        """A writer for the texts of one page."""
        language = self.course.file.language
        by_id = {check.id: check for check in checks}
        scope = Scope(page_id, self.strings, media, self.assets, transcripts or {}, language, by_id)
        scope.library, scope.ids = self.course.library, self.ids
        lessons = {lesson.id: lesson.uses.sources for lesson in self.course.lessons}
        cited = lessons | {quiz.id: _sources_of(quiz) for quiz in self.course.quizzes}
        scope.cited = {name: at for at, name in enumerate(cited.get(page_id, ()), start=1)}
        scope.has_source_list = page_id in lessons
        return PageWriter(scope, self.templates)

    def _module_title(self, module: Module) -> str:
        number, title = self.course.module_numbers.get(module.id), module.file.title
        return self._fill("progress.module_title", n=number, title=title) if number else title

    def _fill(self, key: str, **values: str | int) -> str:
        return self.strings[key].format(**values)

    def _start(self) -> dict[str, object]:
        file, course = self.course.file, self.course
        minutes = sum(lesson.front.minutes for lesson in course.lessons)
        minutes += sum(module.quiz.file.minutes for module in course.modules if module.quiz)
        writer = self.writer("start", {})
        facts = [
            plural(self.strings, "start.duration", round_minutes(minutes)),
            plural(self.strings, "start.lessons", len(course.lessons)),
        ]
        if course.question_count:
            facts.append(plural(self.strings, "start.questions", course.question_count))
            if file.mastery_score is None:
                facts.append(self.strings["start.ungraded"])
            else:
                facts.append(self._fill("start.needed", n=file.mastery_score))
        about = [self._fill("start.publisher", name=file.publisher.name)]
        if file.checked:
            about.append(self._fill("start.checked", date=show_date(file.checked, self.strings)))
        if file.license:
            about.append(self._fill("start.license", name=file.license))
        first = next((page for module in course.modules for page in module.stops), None)
        return {
            "description": writer.block(file.description, "lede") if file.description else "",
            "facts": facts,
            "about": about,
            "first": _stop_of(first).address if first else "",
            "modules": [
                {
                    "number": course.module_numbers.get(module.id),
                    "title": module.file.title,
                    "description": writer.brief(module.file.description)
                    if module.file.description
                    else "",
                }
                for module in course.modules
            ],
        }

    def _terms(self) -> list[dict[str, object]]:
        """The terms of the course in the order of the alphabet."""
        writer = self.writer("glossary", {})
        terms = [self.course.library.terms[name] for name in self.course.uses.terms]
        return [
            {"term": one.term, "text": writer.line(one.text)}
            for one in sorted(terms, key=lambda one: slug(one.term))
        ]

    def _articles(self) -> Iterator[Markup]:
        start = Stop("#start", self.strings["nav.start"])
        order = [_stop_of(page) for module in self.course.modules for page in module.stops]
        before = [start, *order[:-1]]
        after: list[Stop | None] = [*order[1:], None]
        position = 0
        numbers = self.course.module_numbers
        for module in self.course.modules:
            for page in module.stops:
                shared = {
                    "strings": self.strings,
                    "previous": before[position],
                    "next": after[position],
                    "start": start,
                }
                position += 1
                if isinstance(page, Lesson):
                    yield self._lesson(page, module, numbers[module.id], shared)
                    for check in page.checks:
                        yield self._check(check, page, start)
                else:
                    number = numbers.get(module.id)
                    where = self._fill("progress.quiz", n=number) if number else module.file.title
                    yield self._quiz(page, where, shared)

    def _lesson(
        self, lesson: Lesson, module: Module, module_number: int, shared: dict[str, object]
    ) -> Markup:
        writer = self.writer(lesson.id, lesson.media, lesson.transcripts, lesson.checks)
        front = lesson.front
        where = self._fill(
            "progress.module",
            n=module_number,
            m=module.lessons.index(lesson) + 1,
            total=len(module.lessons),
        )
        context = {
            **shared,
            "id": lesson.id,
            "title": front.title,
            "where": f"{where}. {plural(self.strings, 'start.duration', front.minutes)}",
            "lead": writer.block(front.lead, "lede") if front.lead else "",
            "goals": [writer.line(goal) for goal in front.goals],
            "body": writer.lesson(lesson.tokens),
            "sources": self._sources(lesson, writer),
        }
        return Markup(self.templates.get_template("lesson.j2").render(context))

    def _sources(self, lesson: Lesson, writer: PageWriter) -> list[dict[str, object]]:
        """Those to which the text refers by their number, then the others of the front matter."""
        cited = lesson.uses.sources
        library = self.course.library
        others = [one for one in lesson.front.sources if one not in cited]
        return [
            {
                "text": write_source(
                    library.sources[one] if isinstance(one, str) else one,
                    self.strings,
                    writer.brief,
                ),
                "number": number if number <= len(cited) else 0,
                "id": source_id(lesson.id, number),
                "back": cite_id(lesson.id, number),
            }
            for number, one in enumerate((*cited, *others), start=1)
        ]

    def _check(self, quiz: Quiz, lesson: Lesson, start: Stop) -> Markup:
        """A quiz to practise with, between its lesson and that lesson again."""
        home = Stop(f"#check_{quiz.id}", lesson.front.title)
        shared = {"strings": self.strings, "previous": home, "next": None, "start": start}
        where = self._fill("check.where", title=lesson.front.title)
        return self._quiz(quiz, where, shared)

    def _quiz(self, quiz: Quiz, where: str, shared: dict[str, object]) -> Markup:
        writer = self.writer(quiz.id, quiz.media)
        file = quiz.file
        context = {
            **shared,
            "id": quiz.id,
            "title": file.title,
            "where": f"{where}. {plural(self.strings, 'start.duration', file.minutes)}",
            "intro": writer.block(file.intro, "lede") if file.intro else "",
            "questions": [
                _question(
                    question, self.writer(quiz.id, pool.source.media) if pool.source else writer
                )
                for pool in quiz.pools
                for question in pool.questions
            ],
        }
        return Markup(self.templates.get_template("quiz.j2").render(context))


def _sources_of(quiz: Quiz) -> tuple[str, ...]:
    """The sources of a quiz and of those that it draws from, each once."""
    drawn = (pool.source for pool in quiz.drawn)
    every = [*quiz.uses.sources, *(name for one in drawn if one for name in one.uses.sources)]
    return tuple(dict.fromkeys(every))


def round_minutes(minutes: int) -> int:
    """The duration of a course to the nearest five minutes, five at least."""
    return max(ROUND_TO_MINUTES, ROUND_TO_MINUTES * round(minutes / ROUND_TO_MINUTES))


def _question(question: Question, writer: PageWriter) -> dict[str, object]:
    return {
        "id": question.id,
        "case": writer.text(question.case) if question.case else "",
        "prompt": writer.line(question.prompt),
        "hint": writer.text(question.hint) if question.hint else "",
        "parts": _parts(question.page_items(QuestionTexts(writer)), writer),
    }


def _parts(items: Sequence[Item], writer: PageWriter) -> list[dict[str, object]]:
    """The items of a question: lines that follow each other are one list."""
    parts: list[dict[str, object]] = []
    lines: list[dict[str, str]] = []
    for item in items:
        made = {"key": item.key, "text": _write_item(item, writer)}
        if not item.is_line:
            parts.append({"heading": item.heading, "text": made, "lines": []})
        elif lines and not item.heading and parts[-1]["lines"]:
            lines.append(made)
        else:
            lines = [made]
            parts.append({"heading": item.heading, "text": None, "lines": lines})
    return parts


def _write_item(item: Item, writer: PageWriter) -> Markup:
    if item.picture:
        return writer.picture(item.picture, item.text)
    return writer.line(item.text) if item.is_line else writer.text(item.text, item.gaps)


def _stop_of(page: Lesson | Quiz) -> Stop:
    title = page.front.title if isinstance(page, Lesson) else page.file.title
    return Stop(f"#p-{page.id}", title)
