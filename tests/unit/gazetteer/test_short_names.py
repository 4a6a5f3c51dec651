"""How the news calls leaders where that is not the last word of their name."""

import pytest

from dateline.enricher import actors, document
from dateline.enricher.gazetteer import Entry, Kind
from dateline.enricher.gazetteer.short_names import short_names


def person(country: str, name: str, terms: str = "Prime Minister 2020..") -> tuple[Entry, list[str]]:
    return Entry(f"{country}/person/{name}", name, Kind.PERSON, country, "", terms), [name]


@pytest.mark.parametrize(
    ("country", "name", "short"),
    [
        ("GHA", "Nana Okoro-Benso", ["Okoro-Benso"]),
        ("DEU", "Jane von der Lindt", ["von der Lindt"]),
        ("ETH", "Tsegab Mulat", ["Tsegab"]),
        ("FRA", "Jean Martin", []),
        ("KOR", "Lee Jae-Myung", []),
        ("VNM", "Vo Van Thung", []),
    ],
)
def test_short_names(country: str, name: str, short: list[str]) -> None:
    assert [form for _, forms in short_names([person(country, name)]) for form in forms] == short


def test_what_two_may_be_called_is_no_short_name() -> None:
    named = [person("ETH", "Tsegab Mulat"), person("ETH", "Tsegab Birhanu"), person("FRA", "Jean-Paul Roux")]
    named += [person("GHA", "Ama Okoro-Benso"), person("GHA", "Kofi Okoro-Benso"), person("USA", "Kay Jean-Paul")]
    assert list(short_names(named)) == []


def test_who_is_listed_without_a_named_office_has_none() -> None:
    assert list(short_names([person("ETH", "Tsegab Mulat", "Official [GOV] 2010..2014")])) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abiy met ministers on Monday.", "Abiy Ahmed"),
        ("Ministers praised Akufo-Addo on Monday.", "Nana Akufo-Addo"),
        ("Von der Leyen met ministers on Monday.", "Ursula von der Leyen"),
        ("Xi met ministers on Monday.", "Xi Jinping"),
        ("Ministers met Prabowo on Monday.", "Prabowo Subianto"),
    ],
)
def test_leaders_are_known_by_it(text: str, name: str) -> None:
    assert name in [actor.name for actor in actors.find(document.read(text)).actors]
