"""Places that nobody lists: what an article's own words put on the map."""

import pytest

from dateline.enricher import actors, document
from dateline_schemas import Place


def named_places(text: str) -> dict[str, Place]:
    return {place.name: place for place in actors.find(document.read(text)).places}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen attacked a police post in Mbororel village, Cameroon, on Monday.", "Mbororel", "CMR"),
        ("A bridge fell in Thornbrigg, England, on Saturday.", "Thornbrigg", "GBR"),
        ("Kenya's government sent food to the village of Safinoro.", "Safinoro", "KEN"),
        ("Shells fell near Karabiloh on Monday.", "Karabiloh", None),
        ("Shells fell in Mirembe tehsil of Safinoro in Pakistan.", "Safinoro", "PAK"),
        ("Troops guarded the towns of Safinoro and Tal Mirhab.", "Safinoro", None),
        ("Rebels retook Mirembe Hill on Monday.", "Mirembe Hill", None),
        ("Al-Suqayri is a town in northern Syria.", "Al-Suqayri", "SYR"),
        ("Gunmen held 25 girls in northern Nigeria's Safinoro state, a day after Niger freed six.", "Safinoro", "NGA"),
        ("A bus fell off a road in South Sudan's Safinoro state, Kenya said.", "Safinoro", "SSD"),
    ],
)
def test_a_name_that_the_words_put_somewhere_is_a_place_without_coordinates(
    text: str, name: str, country: str | None
) -> None:
    place = named_places(text)[name]
    assert (place.country, place.latitude, place.rule) == (country, None, "words beside the name")


def test_a_name_said_to_be_a_place_is_one_wherever_it_stands_again() -> None:
    text = "A blast shook a market in Karabiloh on Monday. Troops entered Karabiloh at night."
    reading = actors.find(document.read(text))
    assert [text[p.span.start : p.span.end] for p in reading.named_places] == ["Karabiloh", "Karabiloh"]


def test_an_air_base_behind_its_town_is_nobody() -> None:
    reading = actors.find(document.read("He thanked Turkey for opening Incirlik Air Base to the allies."))
    assert [actor.name for actor in reading.actors] == ["Turkey"]


@pytest.mark.parametrize(
    "text", ["She has a degree in Linguistics.", "He believes in Obscurantism.", "He works in NBXR."]
)
def test_fields_ideas_and_abbreviations_are_no_places(text: str) -> None:
    assert not named_places(text)


def test_a_preposition_that_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    assert list(named_places("Near Mosul, three strikes hit a camp.")) == ["Mosul"]
