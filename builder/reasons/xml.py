"""Why libxml2 refuses a document, by the number of its error (``xmlParserErrors`` in xmlerror.h).

One number stands for a kind of fault; the names and values of the case stand in libxml2's own
sentence, which follows in brackets where it adds something to ours.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.i18n import mark, translate


class _Kind(NamedTuple):
    sentence: str
    is_whole: bool = False
    """Our sentence says all that the original does."""


_TOO_EARLY = _Kind(mark("the file stops before everything in it is closed"))
_ENCODING = _Kind(mark("the letters do not fit the encoding that the file names"))
_TAG = _Kind(mark("a tag is not written as it should be"), True)
_TEXT_ONLY = _Kind(mark("<{element}> may hold text only, no other elements"), True)
_UNKNOWN = _Kind(mark("the schema does not know {place}"), True)
_ATTRIBUTE = _Kind(mark("<{element}> may not have the attribute {attribute}"), True)
_TOO_LOW = _Kind(mark("the value of {place} is too low"))
_TOO_HIGH = _Kind(mark("the value of {place} is too high"))
_DIGITS = _Kind(mark("the value of {place} has too many digits"))
_NO_VALUE = _Kind(mark("the value of {place} is not of the right kind"))

_KINDS = {
    # The parser: no XML at all.
    4: _Kind(mark("there is no XML in the file"), True),  # DOCUMENT_EMPTY
    5: _Kind(mark("something stands after the end of the document"), True),  # DOCUMENT_END
    9: _Kind(mark("a character stands here that XML does not allow")),  # INVALID_CHAR
    23: _Kind(mark("behind a name such as &amp the semicolon is missing"), True),  # ENTITYREF_…
    26: _Kind(mark("XML does not know this name between & and ;")),  # UNDECLARED_ENTITY
    32: _ENCODING,  # UNSUPPORTED_ENCODING
    38: _Kind(mark("a bare < stands in the value of an attribute"), True),  # LT_IN_ATTRIBUTE
    39: _Kind(mark("there are no quotes around the value of an attribute"), True),  # …_NOT_STARTED
    40: _Kind(mark("the quotes around the value of an attribute are not closed"), True),
    41: _Kind(mark("an attribute has no value")),  # ATTRIBUTE_WITHOUT_VALUE
    42: _Kind(mark("an attribute stands here twice")),  # ATTRIBUTE_REDEFINED
    45: _Kind(mark("a comment is not closed"), True),  # COMMENT_NOT_FINISHED
    63: _Kind(mark("a CDATA section is not closed"), True),  # CDATA_NOT_FINISHED
    64: _Kind(
        mark("only at the very start of the file may <?xml stand"), True
    ),  # RESERVED_XML_NAME
    65: _TAG,  # SPACE_REQUIRED
    68: _Kind(mark("a name is missing here, perhaps after a bare & or <"), True),  # NAME_REQUIRED
    73: _TAG,  # GT_REQUIRED
    76: _Kind(mark("the tag that closes is another one than the tag that opens")),  # TAG_NAME_…
    77: _TOO_EARLY,  # TAG_NOT_FINISHED
    80: _Kind(mark("two hyphens stand in a comment"), True),  # HYPHEN_IN_COMMENT
    81: _ENCODING,  # INVALID_ENCODING
    201: _Kind(mark("a prefix is used that is not declared")),  # NS_ERR_UNDEFINED_NAMESPACE
    # The schema: SCHEMAV_CVC_… and SCHEMAV_ELEMENT_CONTENT.
    1824: _NO_VALUE,  # DATATYPE_VALID_1_2_1
    1825: _NO_VALUE,  # DATATYPE_VALID_1_2_2
    1826: _NO_VALUE,  # DATATYPE_VALID_1_2_3
    1827: _Kind(mark("<{element}> may not have attributes")),  # TYPE_3_1_1
    1828: _TEXT_ONLY,  # TYPE_3_1_2
    1830: _Kind(mark("the value of {place} does not have the right length")),  # LENGTH_VALID
    1831: _Kind(mark("the value of {place} is too short")),  # MINLENGTH_VALID
    1832: _Kind(mark("the value of {place} is too long")),  # MAXLENGTH_VALID
    1833: _TOO_LOW,  # MININCLUSIVE_VALID
    1834: _TOO_HIGH,  # MAXINCLUSIVE_VALID
    1835: _TOO_LOW,  # MINEXCLUSIVE_VALID
    1836: _TOO_HIGH,  # MAXEXCLUSIVE_VALID
    1837: _DIGITS,  # TOTALDIGITS_VALID
    1838: _DIGITS,  # FRACTIONDIGITS_VALID
    1839: _Kind(mark("the value of {place} is not written as it should be")),  # PATTERN_VALID
    1840: _Kind(
        mark("the value of {place} is none of those that are allowed")
    ),  # ENUMERATION_VALID
    1841: _Kind(mark("<{element}> must be empty"), True),  # COMPLEX_TYPE_2_1
    1842: _TEXT_ONLY,  # COMPLEX_TYPE_2_2
    1843: _Kind(
        mark("<{element}> may hold other elements only, no text"), True
    ),  # COMPLEX_TYPE_2_3
    1845: _UNKNOWN,  # ELT_1
    1866: _ATTRIBUTE,  # COMPLEX_TYPE_3_2_1
    1867: _ATTRIBUTE,  # COMPLEX_TYPE_3_2_2
    1868: _Kind(mark("<{element}> must have the attribute {attribute}"), True),  # COMPLEX_TYPE_4
    1871: _Kind(mark("at <{element}> an element is missing, or stands in the wrong place")),
    1877: _Kind(mark("the value of {place} must be unique, or must exist elsewhere")),  # IDC
    1878: _UNKNOWN,  # WILDCARD
}

_PLACE = re.compile(r"Element '(?P<element>[^']*)'(, attribute '(?P<attribute>[^']*)')?: ")
_ATTRIBUTE_NAMED_LATER = re.compile(r"The attribute '([^']*)'")
_FACET = re.compile(r"\[facet '\w+'\] ")


def say_fault(number: int, original: str) -> str:
    """Our sentence for a kind of fault; for one that has no words here libxml2's, as a quotation.

    ``original`` is libxml2's sentence without namespaces.
    """
    kind = _KINDS.get(number)
    if kind is None:
        return translate("the XML reader says “{original}”").format(original=original)
    place = _PLACE.match(original)
    rest = _FACET.sub("", original[place.end() :] if place else original)
    element = place["element"] if place else "?"
    attribute = place["attribute"] if place else None
    if attribute is None:
        later = _ATTRIBUTE_NAMED_LATER.match(rest)
        attribute = later[1] if later else ""
    shown = translate("attribute {attribute} of <{element}>") if attribute else "<{element}>"
    sentence = translate(kind.sentence).format(
        element=element,
        attribute=attribute,
        place=shown.format(element=element, attribute=attribute),
    )
    return sentence if kind.is_whole or not rest else f"{sentence} ({rest})"
