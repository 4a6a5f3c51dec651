"""Letters and words that are some party's or group's in its own country are something else elsewhere."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read


def found(text: str) -> set[tuple[str, str | None]]:
    return {(actor.name, actor.country) for actor in actors.find(read(text)).actors}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("DNA tests linked the man to the fire, police said.", "NOR"),
        ("The tremor was felt at 7:51 AM PDT, officials said.", "BRA"),
        ("A star of ABC was booed on Friday night.", "LSO"),
        ("Norway's parliament approved NOK 85 billion.", None),
        ("Marchers of The National Peasant Federation said that it rained.", "ARE"),
        ("The National Beekeeping Directorate said that it rained.", "ARE"),  # no paper called The National
        ("Shoppers came early on Black Friday, the owners said.", "TUR"),
        ("Sheriff Daniel Ortega held nine people near Oslo.", "NIC"),
        ("The company's Public Affairs office gave no reason.", "CZE"),
        ("“Stay together. Let us go on,” the captain said.", "PAK"),
    ],
)
def test_what_is_only_written_like_one_is_not_it(text: str, country: str | None) -> None:
    assert country not in {its for _, its in found(text)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The DNA promised Norway lower taxes.", "Norwegian Labour Party", "NOR"),
        ("In Maseru the ABC lost its majority.", "All Basotho Convention/Kobo Tata ea Basotho", "LSO"),
        ("Leaders of the Alliance For Change have denied charges.", "Alliance for Change", "GUY"),
        ("The AKP denied it.", "Justice and Development Party", "TUR"),
        ("Gunmen of LeT were killed.", "Lashkar-e-Taiba", "PAK"),
    ],
)
def test_it_is_meant_where_its_country_is_told_of_or_its_name_is_no_others(text: str, name: str, country: str) -> None:
    assert (name, country) in found(text)


def test_a_partys_name_that_many_have_is_a_party_of_nowhere() -> None:
    [party] = actors.find(read("The Progressive Party lost a vote.")).actors
    assert (party.name, party.country, party.sector) == ("Progressive Party", None, "PTY")


def test_an_office_that_every_state_has_is_the_articles() -> None:
    text = "ISLAMABAD, Mar 4 (APP): The Foreign Office dismissed the reports. Pakistan said so. Pakistan repeated it."
    assert "GBR" not in {country for _, country in found(text)}


def test_a_body_is_named_to_the_end_of_what_it_is_of() -> None:
    text = (
        "ABUJA, May 2 - The Authority of Heads of State of the Economic Community of West African States met in Abuja."
    )
    assert "IGO" in {country for _, country in found(text)}


def test_one_more_given_name_makes_nobody_else() -> None:
    assert ("Shehbaz Sharif", "PAK") in found("Pakistan's Prime Minister Muhammad Shehbaz Sharif met the envoy.")


def test_a_verb_in_a_headline_with_capitals_opens_no_name() -> None:
    assert "Receives King" not in {name for name, _ in found("Crown Prince Receives King of Jordan\n\nIt rained.")}


@pytest.mark.parametrize(("town", "country"), [("Buenos Aires", "ARG"), ("Paris", "FRA")])
def test_a_union_that_two_countries_have_is_that_of_the_one_told_of(town: str, country: str) -> None:
    assert ("General Confederation of Labour", country) in found(f"The CGT called a strike in {town}.")
