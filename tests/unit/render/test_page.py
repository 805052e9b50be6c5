"""index.html: its shape, its accessibility, what it may load."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import cast

import pytest
from lxml import html
from lxml.html import HtmlElement
from PIL import Image

from builder import strings
from builder.course import Course
from builder.render.assets import collect
from builder.render.page import PageMaker, load_templates, round_minutes
from tests.unit.sample_course import COURSE, MODULE, QUIZ, make_course

LESSON = """\
---
id: les-een
title: Les <een> & meer
minutes: 1
lead: Een **lead**.
goals: ["zien *wat* je ziet", "kiezen"]
sources:
  - {text: "Rapport *x*, 2020.", url: "https://www.rivm.nl/x?a=1&b=2"}
  - {text: Zonder adres.}
---

## Kop één

Zie [RIVM](https://www.rivm.nl), [de toets](les:toets-een), [deze kop](#kop-een) en
[het werkblad](media/werkblad.pdf).

![Twee lijnen](media/Twee%20Lijnen.svg "Het bijschrift")

### Kop drie

::: casus Noor
> **Noor:** Ja.
:::

::: tip
Begin klein.
:::

::: uitklap Meer
| a | b | c |
|---|:-:|--:|
| 1 | 2 | 3 |
:::

::: reflectie
Wat zie je?
:::
"""
SECOND = """\
---
id: les-twee
title: Les twee
minutes: 6
---

Tekst.
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200.4"/>'
FILES = {"media/Twee Lijnen.svg": SVG, "media/werkblad.pdf": b"%PDF-1.7"}


def make_page(course: Course) -> HtmlElement:
    words = strings.load(course.file.language)
    maker = PageMaker(course, words, collect(course), load_templates())
    return html.document_fromstring(maker.make().decode())


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return make_page(make_course(LESSON, SECOND, files=FILES))


def find(page: HtmlElement, path: str) -> list[HtmlElement]:
    return cast("list[HtmlElement]", page.xpath(path))


def text(page: HtmlElement, path: str) -> str:
    found = find(page, path)
    assert found, path
    return " ".join(found[0].text_content().split())


def test_shell(page: HtmlElement) -> None:
    assert page.get("lang") == "nl"
    assert text(page, "//title") == "Een proef"
    for element in ("appbar", "banner", "outline", "main"):
        assert len(find(page, f"//*[@id='{element}']")) == 1
    assert find(page, "//a[@class='skip']")[0].get("href") == "#main"
    assert find(page, "//noscript")


def test_pages_in_reading_order(page: HtmlElement) -> None:
    articles = find(page, "//main/article")
    assert [(one.get("id"), one.get("data-page"), one.get("data-kind")) for one in articles] == [
        ("start", None, "start"),
        ("p-les-een", "les-een", "lesson"),
        ("p-les-twee", "les-twee", "lesson"),
        ("p-toets-een", "toets-een", "quiz"),
    ]
    assert [one.get("class") for one in articles] == ["page is-current", "page", "page", "page"]


def test_one_title_per_page_and_no_skipped_level(page: HtmlElement) -> None:
    for article in find(page, "//main/article"):
        titles = find(article, ".//*[self::h1|self::h2|self::h3|self::h4|self::h5|self::h6]")
        levels = [int(str(one.tag)[1]) for one in titles]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_everything_that_is_named_exists(page: HtmlElement) -> None:
    ids = Counter(str(one) for one in page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        for names in page.xpath(f"//@{attribute}"):
            assert all(name in ids for name in str(names).split())
    targets = [str(one)[1:] for one in page.xpath("//a/@href") if str(one).startswith("#")]
    assert targets
    assert [target for target in targets if target not in ids] == []


def test_every_field_has_a_label(page: HtmlElement) -> None:
    fields = find(page, "//textarea|//input|//select")
    labels = {one.get("for") for one in find(page, "//label")}
    assert fields
    assert all(field.get("id") in labels for field in fields)


def test_every_picture_has_words_and_a_size(page: HtmlElement) -> None:
    (picture,) = find(page, "//img")
    assert dict(picture.attrib) == {
        "src": "media/twee-lijnen.svg",
        "alt": "Twee lijnen",
        "width": "400",
        "height": "200",
        "loading": "lazy",
        "decoding": "async",
    }
    assert find(picture, "parent::figure")
    assert text(page, "//figure/figcaption") == "Het bijschrift"


def make_png(width: int, height: int) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, height)).save(stream, "PNG")
    return stream.getvalue()


def test_a_wide_picture_comes_in_two_sizes_and_links_to_itself() -> None:
    lesson = SECOND + (
        '\n![Plein](media/a.png "Het plein")\n\nVoor ![plein](media/a.png) na.\n\n'
        "[![Plein](media/a.png)](les:toets-een)\n\n![Klein](media/b.png)\n"
    )
    quiz = QUIZ.replace("text: Dit", 'text: "![Plein](media/a.png)"')
    quiz = quiz.replace("feedback: Ja dit.", 'feedback: "![Plein](media/a.png)"')
    files = {"media/a.png": make_png(2400, 800), "media/b.png": make_png(600, 20)}
    page = make_page(make_course(LESSON, lesson, quiz=quiz, files={**FILES, **files}))
    figure, inline, linked, small = find(page, "//article[@id='p-les-twee']//img")
    assert dict(figure.attrib) == {
        "src": "media/a.webp",
        "srcset": "media/a-600.webp 600w, media/a.webp 1200w",
        "sizes": "(max-width: 37rem) 100vw, 34rem",
        "alt": "Plein",
        "width": "1200",
        "height": "400",
        "loading": "lazy",
        "decoding": "async",
    }
    (link,) = find(figure, "parent::a")
    assert find(link, "parent::figure")
    assert (link.get("href"), link.get("target")) == ("media/a.webp", "_blank")
    assert link.text_content() == " (vergroten, opent in een nieuw venster)"
    assert find(inline, "parent::p")
    assert find(linked, "parent::a[@href='#p-toets-een']")
    assert find(small, "parent::p")
    assert small.get("srcset") is None
    assert find(page, "//li[@data-item='a']/img")


def test_where_line(page: HtmlElement) -> None:
    where = "//article[@id='{}']//p[@class='where']"
    assert text(page, where.format("p-les-een")) == "Module 1, les 1 van 2. Ongeveer 1 minuut"
    assert text(page, where.format("p-les-twee")) == "Module 1, les 2 van 2. Ongeveer 6 minuten"
    assert text(page, where.format("p-toets-een")) == "Module 1, toets. Ongeveer 5 minuten"


def test_author_text_is_escaped(page: HtmlElement) -> None:
    assert text(page, "//article[@id='p-les-een']//h1") == "Les <een> & meer"
    assert not find(page, "//een")


def test_goals_lead_and_sources(page: HtmlElement) -> None:
    lesson = "//article[@id='p-les-een']"
    assert text(page, f"{lesson}//p[@class='lede']") == "Een lead."
    assert text(page, f"{lesson}//section[@class='goals block']/ul/li[1]") == "zien wat je ziet"
    (link,) = find(page, f"{lesson}//details[@class='fold sources']//a")
    assert link.get("href") == "https://www.rivm.nl/x?a=1&b=2"
    assert link.text_content() == "Rapport x, 2020. (opent in een nieuw venster)"
    assert not find(page, "//article[@id='p-les-twee']//section")


def test_links_out_of_the_course_say_so(page: HtmlElement) -> None:
    outside = [one for one in find(page, "//a") if not str(one.get("href")).startswith("#")]
    assert len(outside) == 3
    for link in outside:
        assert link.get("target") == "_blank"
        assert link.get("rel") == "noopener noreferrer"
        assert link.find("span") is not None
    assert "media/werkblad.pdf" in {one.get("href") for one in outside}
    inside = {one.text: one.get("href") for one in find(page, "//main//p/a")}
    assert inside["de toets"] == "#p-toets-een"
    assert inside["deze kop"] == "#h-les-een_kop-een"


def test_pager_names_the_neighbours(page: HtmlElement) -> None:
    pager = "//article[@id='{}']/nav[@class='pager']/a"
    shown = [
        [(one.get("href"), one.text_content()) for one in find(page, pager.format(name))]
        for name in ("p-les-een", "p-les-twee", "p-toets-een")
    ]
    assert shown == [
        [("#start", "Vorige: Begin van de cursus"), ("#p-les-twee", "Volgende: Les twee")],
        [("#p-les-een", "Vorige: Les <een> & meer"), ("#p-toets-een", "Volgende: Toets een")],
        [("#p-les-twee", "Vorige: Les twee"), ("#start", "Begin van de cursus")],
    ]


def test_questions_are_readable_without_script(page: HtmlElement) -> None:
    (question,) = find(page, "//section[@data-question]")
    assert question.get("id") == "q-vraag-een"
    assert text(question, ".//h2[contains(@class, 'question__prompt')]") == "Wat zie je?"
    options = find(question, ".//ul[@class='question__options']/li")
    assert [(one.get("data-item"), one.text) for one in options] == [("a", "Dit"), ("b", "Dat")]


def test_start_page(page: HtmlElement) -> None:
    facts = [one.text_content() for one in find(page, "//article[@id='start']/ul/li")]
    assert facts == [
        "Ongeveer 10 minuten",
        "2 lessen",
        "1 vraag",
        "Je slaagt met een score van 80% of hoger.",
    ]
    assert find(page, "//article[@id='start']/p[@class='actions']/a")[0].get("href") == "#p-les-een"
    assert text(page, "//article[@id='start']//p[@class='lede']").endswith("proeven.")


def test_nothing_inline_and_nothing_from_elsewhere(page: HtmlElement) -> None:
    (policy,) = find(page, "//meta[@http-equiv='Content-Security-Policy']")
    rules = dict(rule.split(" ", 1) for rule in str(policy.get("content")).split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["script-src"] == "'self'"
    assert rules["base-uri"] == "'none'"
    assert rules["form-action"] == "'none'"
    assert "unsafe" not in str(policy.get("content"))
    assert not page.xpath("//@style | //style | //script[not(@src)]")
    assert not [name for one in page.iter() for name in one.attrib if str(name).startswith("on")]
    loaded = [str(one) for one in page.xpath("//script/@src | //link/@href | //img/@src")]
    assert loaded == ["player.css", "course.js", "player.js", "media/twee-lijnen.svg"]
    assert all(one.get("defer") is not None for one in find(page, "//script"))


def test_icons_that_are_used_exist(page: HtmlElement) -> None:
    symbols = {one.get("id") for one in find(page, "//symbol")}
    used = {str(one)[1:] for one in page.xpath("//use/@href")}
    assert used
    assert used <= symbols
    wanted = "list text exit check cross note down lock next prev pen back half tip fact close"
    assert {f"i-{name}" for name in wanted.split()} <= symbols


def test_wide_tables_take_the_focus(page: HtmlElement) -> None:
    (frame,) = find(page, "//div[@class='table']")
    assert (frame.get("role"), frame.get("tabindex")) == ("region", "0")
    assert frame.get("aria-label") == "Tabel 1"
    assert [one.get("scope") for one in find(frame, ".//th")] == ["col"] * 3
    assert [one.get("class") for one in find(frame, ".//td")] == [
        None,
        "align-center",
        "align-right",
    ]


def test_a_course_without_quiz_or_score_in_english() -> None:
    course = COURSE.replace("mastery-score: 80\n", "checked: 2026-01-31\nlicense: CC0\n")
    course = course.replace("language: nl", "language: en").replace(
        "description: Een cursus om mee te *proeven*.\n", ""
    )
    page = make_page(make_course(SECOND, quiz=None, course=course))
    facts = [one.text_content() for one in find(page, "//article[@id='start']/ul/li")]
    assert facts == ["About 5 minutes", "1 lesson"]
    about = text(page, "//article[@id='start']/p[@class='quiet']")
    assert about == "A course by Voorbeeldschool. Content checked on 31 January 2026. Licence: CC0"
    page = make_page(make_course(SECOND, course=course))
    assert "There is no mark" in text(page, "//article[@id='start']/ul")


def test_longer_texts_keep_their_paragraphs() -> None:
    module = MODULE + "description: |\n  Eén.\n\n  Twee.\n"
    quiz = QUIZ.replace("minutes: 5\n", "minutes: 5\nintro: |\n  Eerst dit.\n\n  - En dit.\n")
    quiz = quiz.replace("    lesson:", "    case: |\n      De situatie.\n    lesson:")
    page = make_page(make_course(LESSON, quiz=quiz, module=module, files=FILES))
    intro = find(page, "//article[@id='p-toets-een']//div[@class='lede']")[0]
    assert [one.tag for one in intro] == ["p", "ul"]
    assert text(page, "//div[@class='question__case']/p") == "De situatie."
    assert [one.tag for one in find(page, "//ol[@class='contents']/li/div/*")] == ["p", "p"]


def test_a_hint_is_closed_and_can_be_opened_without_script() -> None:
    quiz = QUIZ.replace("    prompt:", "    hint: Lees **terug**.\n    prompt:", 1)
    page = make_page(make_course(LESSON, quiz=quiz, files=FILES))
    (hint,) = find(page, "//details[not(@open)]/div[contains(@class, 'question__hint')]")
    assert hint.text_content().strip() == "Lees terug."
    assert text(page, "//section[@data-question]/details/summary/span") == "Toon een hint"


@pytest.mark.parametrize(("minutes", "shown"), [(1, 5), (7, 5), (8, 10), (13, 15), (33, 35)])
def test_duration_is_rounded(minutes: int, shown: int) -> None:
    assert round_minutes(minutes) == shown


def test_the_page_is_equal_every_time() -> None:
    course = make_course(LESSON, SECOND, files=FILES)
    words = strings.load("nl")
    first, second = (
        PageMaker(course, words, collect(course), load_templates()).make() for _ in range(2)
    )
    assert first == second
    assert not re.search(rb"[ \t]+\n", first.replace(b"\n\n", b"\n"))
