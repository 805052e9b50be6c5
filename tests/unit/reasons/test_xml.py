"""What libxml2 says, in our words: the faults are real, and so are the numbers."""

from __future__ import annotations

import pytest

from builder import i18n
from builder.diagnostics import Diagnostic
from builder.reasons.xml import say_fault
from builder.report import make_finding
from tests.packages.faults import findings

RES = 'identifier="RES-nl_voorbeeld__kort-en-goed"'
FILE = '<file href="course.js"/>'
TITLE = "<title>Kort"
ITEM = 'isvisible="true">'


def one(code: str, target: str, edit: tuple[str, str]) -> Diagnostic:
    (found,) = [each for each in findings(target, edit) if each.code == code]
    return found


@pytest.mark.parametrize(
    ("edit", "dutch"),
    [
        (("</item>", "</itm>"), "de tag die sluit is een andere dan de tag die opent (Opening"),
        (("<item ", "<item & "), "hier ontbreekt een naam, misschien na een losse & of <"),
        ((TITLE, "<title>&nbsp;Kort"), "XML kent deze naam tussen & en ; niet (Entity 'nbsp' not"),
        ((TITLE, "<title>A & B"), "hier ontbreekt een naam, misschien na een losse & of <"),
        ((TITLE, "<title>&amp A"), "achter een naam zoals &amp ontbreekt de puntkomma"),
        ((TITLE, "<title>\x01 A"), "hier staat een teken dat niet mag in XML ("),
        (("adlcp:scormtype", "x:scormtype"), "er staat een voorvoegsel dat nergens is aangekondig"),
        ((FILE, '<file href="a" href="b"/>'), "een attribuut staat hier twee keer (Attribute href"),
        ((FILE, "<file href=course.js/>"), "om de waarde van een attribuut staan geen aanhaling"),
        ((FILE, "<file href/>"), "een attribuut heeft geen waarde ("),
        ((FILE, '<file href="<"/>'), "in de waarde van een attribuut staat een losse <"),
        ((FILE, '<file href="a"x="b"/>'), "een tag is niet goed geschreven"),
        ((FILE, "<!-- a -- b -->"), "in een opmerking staan twee streepjes"),
        (("</manifest>", ""), "het bestand stopt voordat alles erin gesloten is ("),
        (("</manifest>", "</manifest>x"), "er staat iets na het einde van het document"),
        (("<?xml", " <?xml"), "<?xml mag alleen helemaal aan het begin van het bestand staan"),
        (('"UTF-8"', '"UTF-99"'), "de letters passen niet bij de codering die het bestand noemt ("),
    ],
)
def test_xml_that_cannot_be_parsed(edit: tuple[str, str], dutch: str) -> None:
    found = one("V201", "scorm12", edit)
    i18n.speak("nl")
    start = "het manifest is niet te lezen als XML: "
    sentence = make_finding(found).sentence
    assert sentence.startswith(start + dutch)
    assert "column" not in sentence


@pytest.mark.parametrize(
    ("target", "edit", "dutch"),
    [
        (
            "scorm12",
            (RES, 'identifier="9-res"'),
            "de waarde van attribuut identifier van <resource> is niet van de goede soort "
            "('9-res' is not a valid value of the atomic type 'xs:ID')",
        ),
        ("scorm12", ("adlcp:scormtype", "adlcp:scormType"), "het schema kent attribuut scormType"),
        (
            "scorm12",
            (TITLE, "<title>" + "o" * 201),
            "de waarde van <title> is te lang (The value has a length of '",
        ),
        (
            "scorm12",
            (FILE, "<foo/>"),
            "bij <foo> ontbreekt een element, of het staat op de verkeerde plek (This element is "
            "not expected. Expected is one of ( metadata, file, dependency, ",
        ),
        ("scorm12", (ITEM, ITEM + "x"), "in <item> mogen alleen andere elementen staan, geen tek"),
        ("scorm12", (RES, ""), "<resource> moet het attribuut identifier hebben"),
        ("scorm12", (FILE, '<file href="a" x="1"/>'), "<file> mag het attribuut x niet hebben"),
        ("scorm12", (TITLE, "<title><b/>Kort"), "in <title> mag alleen tekst staan, geen andere"),
        (
            "scorm2004",
            (">continue<", ">forward<"),
            "de waarde van <hideLMSUI> is er niet een die mag (The value 'forward' is not an "
            "element of the set 'abandon', 'continue', ",
        ),
        ("scorm2004", (">0.75<", ">80<"), "de waarde van <minNormalizedMeasure> is te hoog (The"),
        ("scorm2004", (">0.75<", ">-80<"), "de waarde van <minNormalizedMeasure> is te laag (The"),
    ],
)
def test_xml_that_breaks_its_schema(target: str, edit: tuple[str, str], dutch: str) -> None:
    found = one("V203", target, edit)
    i18n.speak("nl")
    sentence = make_finding(found).sentence
    assert sentence.startswith("het manifest volgt het schema van zijn standaard niet: " + dutch)
    assert "{" not in sentence


def test_english_says_the_same_with_the_original_behind() -> None:
    found = one("V203", "scorm12", ('isvisible="true"', 'isvisible="maybe"'))
    assert make_finding(found).sentence.endswith(
        ": the value of attribute isvisible of <item> is not of the right kind "
        "('maybe' is not a valid value of the atomic type 'xs:boolean')"
    )


def test_a_fault_that_has_no_words_here_is_quoted() -> None:
    i18n.speak("nl")
    assert say_fault(9999, "Odd thing") == "de XML-lezer zegt “Odd thing”"


def test_a_fault_without_a_place_does_not_break_the_sentence() -> None:
    assert say_fault(1841, "") == "<?> must be empty"
