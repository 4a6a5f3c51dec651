"""Whom a plain noun with "the" takes up, and what a body's officers are of."""

from datetime import date

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read
from dateline_schemas import Party

DAY = date(2024, 6, 1)


def at(text: str, words: str) -> list[Party]:
    """The parties at the last word of a phrase where it stands last."""
    reading = actors.find(read(text, published=DAY))
    end = text.rindex(words) + len(words)
    index, token = next(
        (i, t) for i, sentence in enumerate(reading.document.sentences) for t in sentence.tokens if t.end == end
    )
    return list(reading.parties(index, token.index))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The African Union suspended Gabon. The bloc sent an envoy.", "The bloc", "African Union"),
        ("Oslo signed. The bloc condemned Russia.", "The bloc", "European Union"),
        ("Boko Haram fighters attacked Niger. The group threatened Chad.", "The group", "Boko Haram"),
        ("Boko Haram fighters attacked Niger. The militants killed nine people.", "The militants", "Boko Haram"),
        ("Greenpeace criticised the plan. The group sued Norway.", "The group", "Greenpeace"),
        ("Ullapool Shipping sacked nine men. A union sued the company.", "the company", "Ullapool Shipping"),
        ("Ullapool Shipping sacked nine men. Norway criticised Ullapool.", "Ullapool", "Ullapool Shipping"),
        ("The union, Torvo, went on strike in Oslo. Police arrested nine men of Torvo.", "Torvo", "Torvo"),
    ],
)
def test_a_body_named_before_is_taken_up(text: str, words: str, name: str) -> None:
    assert [party.name for party in at(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ullapool Shipping sacked nine men. The company that bought the port sued Norway.", "The company"),
        ("Ullapool Shipping sacked nine men. A Danish company sued Norway.", "company"),
        ("Boko Haram attacked Niger. The group of ministers left Chad.", "The group"),
    ],
)
def test_what_is_described_anew_takes_up_nobody(text: str, words: str) -> None:
    assert {party.name for party in at(text, words)}.isdisjoint({"Ullapool Shipping", "Boko Haram"})


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Norwegian union officials met the minister.", "officials", "LAB"),
        ("Norway's hospital officials met the minister.", "officials", "MED"),
        ("Norwegian government officials met the minister.", "officials", "GOV"),
        ("The union, Torvo, struck. Torvo's regional secretary, Dana Opondo, met Norway's king.", "Opondo", "LAB"),
    ],
)
def test_an_officer_is_of_the_bodys_sector(text: str, words: str, sector: str) -> None:
    assert [party.sector for party in at(text, words)] == [sector]
