"""What the library becomes in the page: values, sources, terms; and objectives in the payload."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import html
from lxml.html import HtmlElement

from builder.pipeline import read_project, render_course
from tests.project_copy import copy_project

MINIMAL = Path(__file__).parents[2] / "projects" / "minimal"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    tree, found = read_project(copy_project("everything", tmp_path_factory.mktemp("everything")))
    rendered = render_course(tree, found, "alles").value
    assert rendered is not None
    return {file.path: file.data for file in rendered.files}


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> HtmlElement:
    return html.document_fromstring(files["index.html"].decode())


@pytest.fixture(scope="module")
def payload(files: dict[str, bytes]) -> dict[str, Any]:
    text = files["course.js"].decode().partition("=")[2].rstrip().rstrip(";")
    return cast("dict[str, Any]", json.loads(text))


def find(page: HtmlElement, path: str) -> list[HtmlElement]:
    return cast("list[HtmlElement]", page.xpath(path))


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\N{WORD JOINER}", "").split())


def texts_of(value: Any) -> Iterator[str]:
    """The HTML in the payload."""
    if isinstance(value, str):
        yield from (value,) if "<" in value else ()
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_of(one)


LESSON = "//article[@id='p-alle-blokken']"


def test_ids_are_unique_and_what_is_named_exists(
    page: HtmlElement, payload: dict[str, Any]
) -> None:
    feedback = list(texts_of(payload["questions"]))
    inserted = html.fragment_fromstring("".join(feedback), create_parent="div")
    ids = Counter([*page.xpath("//@id"), *inserted.xpath(".//@id")])
    assert [name for name, count in ids.items() if count > 1] == []
    opened = [*page.xpath("//@popovertarget"), *inserted.xpath(".//@popovertarget")]
    assert len(opened) == 5
    assert all(name in ids for name in opened)
    assert all(str(one)[1:] in ids for one in page.xpath("//a[starts-with(@href, '#')]/@href"))


def test_a_value_of_an_overview_stands_in_a_text(
    page: HtmlElement, payload: dict[str, Any]
) -> None:
    links = {one.text: one.get("href") for one in find(page, f"{LESSON}//p/a")}
    assert links["113"] == "tel:113"
    assert links["0800-0113"] == "tel:08000113"
    (inside,) = (one for one in find(page, f"{LESSON}//p/a") if (one.text or "").startswith("de "))
    assert text(inside) == "de site van 113 Zelfmoordpreventie (opent in een nieuw venster)"
    options = {one["key"]: one for one in payload["questions"]["een-goed"]["options"]}
    assert 'Bel <a href="tel:08000432">0800-0432</a>.' in options["b"]["feedback"]
    assert options["c"]["text"] == "Je belt meteen De Kindertelefoon."


def test_sources_are_numbered_in_the_order_of_the_text(page: HtmlElement) -> None:
    cites = find(page, f"{LESSON}//sup[@class='cite']/a")
    shown = [(text(one), one.get("href"), one.get("id")) for one in cites]
    assert shown == [
        ("Bron 1", "#b-alle-blokken_1", "c-alle-blokken_1"),
        ("Bron 2", "#b-alle-blokken_2", "c-alle-blokken_2"),
        ("Bron 1", "#b-alle-blokken_1", None),
        ("Bron 3", "#b-alle-blokken_3", "c-alle-blokken_3"),
    ]
    listed = find(page, f"{LESSON}/details[contains(@class, 'sources')]//li")
    assert [one.get("id") for one in listed] == [
        "b-alle-blokken_1",
        "b-alle-blokken_2",
        "b-alle-blokken_3",
        None,
        None,
    ]
    assert [text(one) for one in listed] == [
        "Handboek voor de mentor (2021) Terug naar de tekst (Bron 1)",
        "Voorbeeldinstituut, Cijfers over welbevinden, 2024. (opent in een nieuw venster)"
        " Nagekeken op 22 november 2026. Terug naar de tekst (Bron 2)",
        "Lijst van hulplijnen, voorbeeld.nl (opent in een nieuw venster) voorbeeld.nl"
        " (opent in een nieuw venster) Terug naar de tekst (Bron 3)",
        "Een bron zonder adres, 2026.",
        "Wet op het onderwijs (opent in een nieuw venster)",
    ]
    assert not listed[0].xpath(".//a[starts-with(@href, 'http')]")
    assert [one.get("href") for one in listed[1]][:1] == ["https://voorbeeld.nl/cijfers"]
    assert not find(page, "//article[@id='p-korte-les']/details")


def test_a_source_in_a_quiz_opens_in_place(page: HtmlElement, payload: dict[str, Any]) -> None:
    (case,) = find(page, "//article[@id='p-alles-toets']//div[@class='question__case'][.//sup]")
    button = case.xpath(".//button")[0]
    (remark,) = case.xpath(f".//span[@id='{button.get('popovertarget')}'][@popover]")
    assert (text(button), button.get("type")) == ("Bron 1", "button")
    assert text(remark).startswith("Voorbeeldinstituut, Cijfers")
    feedback = payload["questions"]["een-goed"]["options"][0]["feedback"]
    made = html.fragment_fromstring(feedback, create_parent="div")
    assert text(made) == "Zo voelt Noor zich gehoordBron 2Handboek voor de mentor (2021)."


def test_a_term_is_explained_once_on_a_page(page: HtmlElement) -> None:
    terms = find(page, f"{LESSON}//button[@class='term']")
    assert [text(one) for one in terms] == ["welbevinden", "element van welbevinden"]
    remark = find(page, f"//span[@id='{terms[0].get('popovertarget')}']")[0]
    assert text(remark) == "welbevinden: Hoe je je voelt en hoe je functioneert."
    assert "Nog eens: élement, welbevinden." in text(find(page, LESSON)[0])


def test_the_page_of_terms_is_in_the_contents_and_in_order(page: HtmlElement) -> None:
    assert find(page, "//nav[@id='outline']//a[@href='#glossary']")[0].text == "Begrippen"
    words = [one.text for one in find(page, "//article[@id='glossary']//dt")]
    assert words == ["élement", "mentor", "welbevinden"]
    assert len(find(page, "//article[@id='glossary']//dd")) == len(words)


def test_objectives_are_in_the_payload(payload: dict[str, Any]) -> None:
    assert payload["objectives"] == [
        {
            "id": "herkennen",
            "text": "Je kunt elk blok herkennen.",
            "level": "remember",
            "module": "alles-module",
            "lessons": ["alle-blokken"],
        },
        {
            "id": "kiezen",
            "text": "Je kunt kiezen wat je doet.",
            "level": "apply",
            "module": "alles-module",
            "lessons": ["alle-blokken"],
        },
    ]
    asked = Counter(one["objective"] for one in payload["questions"].values())
    del asked[None]
    assert asked == {"herkennen": 2, "kiezen": 2}


def test_a_course_without_library_has_neither_terms_nor_objectives() -> None:
    tree, found = read_project(MINIMAL)
    rendered = render_course(tree, found, "voorbeeld").value
    assert rendered is not None
    made = {file.path: file.data for file in rendered.files}
    assert b'id="glossary"' not in made["index.html"]
    assert b'"objectives":[]' in made["course.js"]
