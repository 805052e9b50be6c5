"""Hotspot: a choice from a list that can also be pointed at in a picture.

The list is the question; the picture shows the same options as numbered areas. One right option
makes it a single choice, several a multiple choice, with the points of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Letter, Line, Number
from builder.questions.base import (
    AreaView,
    DemandedText,
    Item,
    Path,
    PictureView,
    Problem,
    Texts,
    count_digits,
)
from builder.questions.choice import Choice, LetteredChoice, Option, ask_two

Share = Annotated[Number, Field(ge=0, le=100)]
"""Part of the picture's width or height in percent."""
WHOLE = 100


class Spot(Option):
    """One option with its place in the picture."""

    model_config = ConfigDict(
        title="Plek",
        json_schema_extra={
            "description": "Eén antwoord met zijn plek in het plaatje en zijn eigen uitleg.",
            "required": ["text", "area", "feedback"],
        },
    )

    area: tuple[Share, ...] = Field(
        description="De plek in procenten van het plaatje: van links, van boven, breedte, hoogte.",
        json_schema_extra={"minItems": 4, "maxItems": 4},
        examples=[[10, 20, 25, 30]],
    )

    @property
    def is_whole(self) -> bool:
        """Whether all four numbers are there, and the area has a size."""
        return len(self.area) == 4 and min(self.area[2:]) > 0


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag waarbij je een plek in een plaatje kiest, ook uit een lijst."
    schema["required"].append("alt")


class Hotspot(LetteredChoice):
    """Points as for a single or a multiple choice."""

    model_config = ConfigDict(title="Plek in een plaatje", json_schema_extra=_describe)

    LINES: ClassVar[tuple[Path, ...]] = Choice.LINES
    PICTURES: ClassVar[tuple[Path, ...]] = (("image",),)

    type: Literal["hotspot"] = Field(description="Soort vraag: een plek in een plaatje kiezen.")
    image: Line = Field(description="Het plaatje.", examples=["media/klas.svg"])
    alt: DemandedText = Field(
        default=None, description="Wat er op het plaatje staat, voor wie het niet ziet."
    )
    options: dict[Letter, Spot] = Field(  # type: ignore[assignment]
        description="De plekken, elk onder een eigen letter: a, b, c. Een letter hoort voor altijd"
        " bij zijn plek. Eén of meer zijn goed.",
        json_schema_extra=ask_two,
    )

    def pictures_view(self) -> Sequence[PictureView]:
        """The picture."""
        return (PictureView(self.image, ("image",), self.alt or "", ("alt",)),)

    def areas_view(self) -> Sequence[AreaView]:
        """The areas that have a size."""
        return tuple(
            AreaView(key, ("options", key, "area"), float(spot.area[2]), float(spot.area[3]))
            for key, spot in self.options.items()
            if spot.is_whole
        )

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The picture, then the list."""
        picture = Item("picture", self.alt or "", is_line=False, picture=self.image)
        return [picture, *super().page_items(texts)]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``HotspotPayload`` of ``hotspot.tsx``."""
        options = super().payload_data(texts, slots)["options"]
        for option in options:
            option["area"] = [float(side) for side in self.options[option["key"]].area]
        return {"options": options}

    def problems(self) -> Iterator[Problem]:
        """Faults of the options, of what is right, of the picture, then of the areas."""
        yield from super().problems()
        right = self.count_correct()
        if right in (0, len(self.options)):
            yield Problem("Q103" if right else "Q101", ("options",), {"id": self.id})
        if not self.alt:
            yield Problem("Q175", ("alt",), {"id": self.id})
        yield from self._area_problems()

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """A bit for each option; of a single choice only one is on."""
        bits = [1 << slot for slot in slots.values()]
        return count_digits(sum(bits) if self.count_correct() > 1 else max(bits, default=0))

    def _area_problems(self) -> Iterator[Problem]:
        whole: dict[str, Spot] = {}
        for key, spot in self.options.items():
            where = ("options", key, "area")
            if not spot.is_whole:
                yield Problem("Q176", where, {"option": key})
            elif any(spot.area[side] + spot.area[side + 2] > WHOLE for side in (0, 1)):
                yield Problem("Q177", where, {"option": key})
            else:
                whole[key] = spot
        for first, second in combinations(whole, 2):
            if _overlap(whole[first].area, whole[second].area):
                params: dict[str, str | int] = {"option": second, "first": first}
                yield Problem("Q178", ("options", second, "area"), params)


def _overlap(one: Sequence[Decimal], other: Sequence[Decimal]) -> bool:
    """Whether two areas share more than an edge."""
    return all(
        one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2]
        for side in (0, 1)
    )
