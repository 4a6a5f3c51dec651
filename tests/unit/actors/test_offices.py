"""Offices that stand before a name: whether they are its own."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read


def persons(text: str) -> set[str]:
    return {actor.name for actor in actors.find(read(text)).actors if actor.kind == "person"}


@pytest.mark.parametrize("office", ["Chadian Deputy Prime Minister", "Chad's Prime Minister"])
def test_two_before_a_name_are_both_its_own(office: str) -> None:
    assert persons(f"Envoys met {office} and Foreign Minister Jane Opondo.") == {"Jane Opondo"}


def test_one_with_an_article_is_of_somebody_else_than_is_named() -> None:
    assert len(persons("Envoys met the prime minister and Foreign Minister Jane Opondo of Chad.")) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Deputy Commissioner Bannu Salman Khan Wazir said it.", "Salman Khan Wazir"),
        ("SSP Quetta Zahoor Khan said it.", "Zahoor Khan"),
        ("Commissioner London Breed said it.", "London Breed"),
        ("Commissioner of Police Jane Opondo said it.", "Jane Opondo"),
    ],
)
def test_the_town_of_an_office_is_no_part_of_its_holders_name(text: str, name: str) -> None:
    assert persons(text) == {name}
