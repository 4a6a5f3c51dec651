"""The deed that a text is about, and the words for its sides."""

import pytest

from dateline.enricher import document
from dateline.enricher.coder import findings_of
from dateline.enricher.events import main_event, main_sides, main_type, principals, type_of_main
from dateline_schemas import EventType


def sides(text: str) -> tuple[str | None, str | None]:
    found = findings_of(document.read(text))
    both = main_sides(found.document, main_event(found.document, found.mentions), found.reading.actors)
    source, target = (text[span.start : span.end] if span else None for span in (both.source, both.target))
    return source, target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan police arrested two Somali traders on Friday.", ("Kenyan police", "two Somali traders")),
        ("Two Somali traders were arrested by Kenyan police.", ("Kenyan police", "Two Somali traders")),
        ("Norway and Iceland signed a fishing agreement.", ("Norway", "Iceland")),  # partners, one on each side
        ("Kenya arrested Ola Berg, the leader of a sect.", ("Kenya", "Ola Berg, the leader of a sect")),
        ("Norway sued a Swedish newspaper over an opinion.", ("Norway", "a Swedish newspaper")),
        ("Peru praised a Chilean group known as the Lanterns.", ("Peru", "a Chilean group known as the Lanterns")),
        ("Kenyan troops destroyed Uganda's reactor.", ("Kenyan troops", "Uganda's reactor")),  # not the owner alone
        ("Villagers blocked the road to the mine.", ("Villagers", "the road to the mine")),  # nobody known
        ("Peru freed two Chilean sailors who had been held for a year.", ("Peru", "two Chilean sailors")),
        ("Norway and Iceland held talks with Canada.", ("Norway and Iceland", "Canada")),
        ("Police launched an investigation into the fund.", ("Police", "the fund")),
        ("Farmers in Peru boycotted the fair.", ("Farmers in Peru", "the fair")),  # not where they did
    ],
)
def test_the_words_for_the_two_sides(text: str, expected: tuple[str, str]) -> None:
    assert sides(text) == expected


def test_the_main_deed_is_of_the_texts_main_type() -> None:
    text = "Chad condemned Libya after its soldiers had met village elders, the ministry said."
    found = findings_of(document.read(text))

    main = main_event(found.document, found.mentions)

    assert main_type(text) is EventType.ACCUSE
    assert main is not None
    assert text[main.trigger.start : main.trigger.end] == "condemned"


def test_a_text_without_deeds_has_no_main_one() -> None:
    found = findings_of(document.read("Blue skies."))

    assert main_event(found.document, found.mentions) is None
    assert sides("Blue skies.") == (None, None)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Kenya condemned Uganda over the border incident.", ["KEN"], ["UGA"]),
        ("The king of Norway mollified Sweden with a long sermon.", ["NOR"], ["SWE"]),  # a verb that the lexicon lacks
        ("Kenya said that Uganda was a disgrace.", ["KEN"], ["UGA"]),  # words about somebody
        ("Frances Okkelo resigned in Dublin.", ["IRL"], []),  # whose country is the only one
        ("Blue skies.", [], []),
    ],
)
def test_the_two_sides_of_the_main_deed(text: str, actors: list[str], recipients: list[str]) -> None:
    found = findings_of(document.read(text))

    both = principals(found.document, found.reading, found.mentions)

    assert [party.country for party in both.actors] == actors
    assert [party.country for party in both.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The United Nations has criticised the Rwandan army for killing civilians.", EventType.ACCUSE),  # unsure
        ("Kenya condemned Uganda over the border incident.", EventType.ACCUSE),
    ],
)
def test_an_unsure_classifier_leaves_the_type_as_it_was_coded(text: str, kind: EventType) -> None:
    found = findings_of(document.read(text))

    assert type_of_main(text, main_event(found.document, found.mentions)) is kind


def test_with_nothing_coded_the_classifier_says_the_type() -> None:
    assert type_of_main("Blue skies.", None) is main_type("Blue skies.")
