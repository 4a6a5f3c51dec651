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
        ("The Saltmere Courier told of the theft. Norway sued the paper.", "the paper", "Saltmere Courier"),
        ("Boko Haram fighters attacked Niger. Chad accused the group of taxing miners.", "the group", "Boko Haram"),
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


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("COLUMBUS, Ohio (AP) - The strike ended. Gov. Dana Opondo spoke.", "Opondo", "USA", "GOV"),
        ("COLUMBUS, Ohio (AP) - The strike ended. Sen. Dana Opondo spoke.", "Opondo", "USA", "LEG"),
        ("Norway's army chief, Gen. Dana Opondo, spoke.", "Opondo", "NOR", "MIL"),
        ("Norway's coup leader, General Dana Opondo, spoke.", "leader", "NOR", "REB"),
        ("Norway's army chief met the Torvo Workers Union.", "Union", "NOR", "LAB"),
        ("Norway's army chief met the consumer watchdog.", "watchdog", "NOR", "GOV"),
        ("Norway fell silent. The American Civil Liberties Union sued.", "Union", "USA", "SOC"),
    ],
)
def test_a_title_or_a_name_says_the_sector(text: str, words: str, country: str, sector: str) -> None:
    assert [(party.country, party.sector) for party in at(text, words)] == [(country, sector)]


def test_warring_parties_stand_for_no_election() -> None:
    assert at("Norway called on the warring parties to talk.", "parties") == []
    assert [party.sector for party in at("Norway's ruling parties met.", "parties")] == ["PTY"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("VALENCIA, Spain - Rain fell. Valencia mourned.", "ESP"),
        ("VALENCIA, Venezuela - Rain fell. Valencia mourned.", "VEN"),
        ("Spain mourned. Valencia mourned.", "ESP"),
        ("Caracas mourned. Valencia mourned.", "VEN"),
        ("Canada mourned. London mourned.", "GBR"),  # a capital is meant wherever it is named
    ],
)
def test_a_town_of_several_countries_is_the_articles(text: str, country: str) -> None:
    places = actors.find(read(text, published=DAY)).places
    assert [place.country for place in places if place.name in ("Valencia", "London")] == [country]


@pytest.mark.parametrize(
    "text",
    [
        "LIMA, Peru - The strike ended. Luis Vargas, a farmer from Puno, spoke.",  # though a Bolivian is called so
        "LIMA, Peru - The strike ended. Jane Okkelo, 45, spoke.",
    ],
)
def test_who_holds_no_office_is_of_where_the_article_is(text: str) -> None:
    words = "Vargas" if "Vargas" in text else "Okkelo"
    assert [party.country for party in at(text, words)] == ["PER"]


def test_the_union_is_not_its_officials() -> None:
    text = "Union officials met in Oslo, Norway. The union threatened Norway."
    assert [party.name for party in at(text, "union")] == ["union"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Norwegian police came late. A man attacked two officers.", "COP"),
        ("Norway's army came late. A man attacked two officers.", "MIL"),
    ],
)
def test_officers_are_of_the_police_where_no_army_is_told_of(text: str, sector: str) -> None:
    assert [party.sector for party in at(text, "officers")] == [sector]


def test_a_name_before_party_is_a_partys() -> None:
    parties = at("Norway voted. The ruling Norrland Now party accused the king.", "Now")
    assert [party.sector for party in parties] == ["PTY"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("HULL, England - Rain fell. The city banned cars.", ["GBR"]),
        ("HULL, England - Rain fell. The city fell silent.", []),
        ("HULL, England - Rain fell. Rebels shelled the city.", []),
    ],
)
def test_a_city_that_bans_is_who_rules_it(text: str, countries: list[str]) -> None:
    assert [party.country for party in at(text, "city")] == countries


def test_a_titled_name_behind_a_body_is_somebody_else() -> None:
    parties = at("Meeting Norway's king and his delegation, Ayatollah Okkelo, Iran's leader, spoke.", "Okkelo")
    assert [party.country for party in parties] == ["IRN"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LOME, June 1 (Xinhua) -- Soldiers of Togo seized the broadcaster.", "the broadcaster"),
        ("An officer in Togo told Reuters so. Soldiers seized the state broadcaster.", "the state broadcaster"),
    ],
)
def test_what_tells_of_it_is_no_broadcaster_of_the_country(text: str, words: str) -> None:
    assert [party.country for party in at(text, words)] == ["TGO"]


def test_the_agency_is_the_body_that_was_called_so() -> None:
    text = "UNHCR, the UN Refugee Agency, closed a camp in Kenya. The agency called on donors."
    assert [party.name for party in at(text, "The agency")] == ["UNHCR"]
