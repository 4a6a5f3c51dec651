"""Whom words for somebody mean that the article has named otherwise: the Sultanate, the leaders, her counterpart."""

import pytest
from tests.unit.actors.meant import at, find


@pytest.mark.parametrize(
    ("text", "words", "occurrence", "who"),
    [
        ("Oman will host the talks. The Sultanate praised Yemen.", "The Sultanate", 0, "Oman"),
        ("Jordan and Oman met. The Kingdom thanked the Sultanate.", "The Kingdom", 0, "Jordan"),
        ("Prime Minister Luis Montenegro arrived. “We agree,” Montenegro said.", "Montenegro", 1, "Luís Montenegro"),
    ],
)
def test_a_state_is_meant_by_its_form_and_a_person_by_a_states_name(
    text: str, words: str, occurrence: int, who: str
) -> None:
    assert at(find(text), words, occurrence) == [who]


def test_who_serves_in_a_ministry_is_of_its_country() -> None:
    assert at(find("An official in the Kenyan foreign ministry resigned."), "An official") == ["official of Kenya"]


def test_the_leaders_are_those_whom_the_article_has_called_so() -> None:
    reading = find("ASEAN leaders met in Cebu. The leaders discussed Myanmar, whose generals stayed away.")
    assert at(reading, "The leaders") == at(reading, "ASEAN leaders")


def test_the_head_of_state_is_the_president_just_named() -> None:
    reading = find("President Jane Opondo of Kenya left for Cebu. The head of state, who is 60, met Marcos.")
    assert at(reading, "The head of state") == ["Jane Opondo"]


def test_the_guest_of_a_nation_is_its_leader_just_named() -> None:
    text = "Kenyan President Jane Opondo received Ugandan President Peter Okello. The Ugandan guest spoke."
    reading = find(text)
    assert at(reading, "The Ugandan guest") == ["Peter Okello"]


def test_a_counterpart_without_a_country_is_the_other_one() -> None:
    reading = find(
        "Kenyan President Jane Opondo met Ugandan President Peter Okello. Opondo invited her counterpart to Nairobi."
    )
    assert at(reading, "her counterpart") == at(reading, "Ugandan President Peter Okello")


def test_a_states_part_of_a_body_without_borders_is_of_that_state() -> None:
    assert "KEN" in {actor.country for actor in find("The Kenya Red Cross fed them.").actors}


def test_a_word_that_is_a_town_elsewhere_is_none_without_a_sign() -> None:
    assert "USA" not in {actor.country for actor in find("Mobile internet was cut, the officer said.").actors}
    assert "USA" in {place.country for place in find("They live in Mobile with their sons.").places}


def test_the_bank_of_a_river_lends_nothing_and_companies_of_guards_are_soldiers() -> None:
    assert "BUS" not in {actor.sector for actor in find("Kenyan gunmen fired from the opposite bank.").actors}
    assert "BUS" in {actor.sector for actor in find("Kenyan gunmen robbed a bank.").actors}
    found = find("Two companies of the Border Security Force were deployed in India.").actors
    assert {actor.sector for actor in found} == {"MIL"}


def test_a_command_of_police_is_police() -> None:
    assert "COP" in {actor.sector for actor in find("The Zamfara State Police Command freed nine women.").actors}
    assert "COP" in {actor.sector for actor in find("The Kenya Police Service freed nine women.").actors}


def test_one_of_a_nation_is_no_government() -> None:
    for text in ("Police arrested a Kenyan in Gao.", "One Kenyan was freed.", "The Kenyan was freed."):
        assert "CVL" in {actor.sector for actor in find(text).actors if actor.country == "KEN"}
    assert "CVL" not in {actor.sector for actor in find("The Kenyan economy grew.").actors}
    reading = find("Kenyan envoy Jane Opondo met him. He told the Kenyan that it rained.")
    assert at(reading, "the Kenyan") == ["Jane Opondo"]


def test_courts_in_the_hague_are_of_no_one_country() -> None:
    assert {actor.country for actor in find("A tribunal in The Hague ruled against it.").actors} == {"IGO"}
    assert {actor.country for actor in find("A court in Rotterdam ruled against it.").actors} == {"NLD"}


def test_a_base_is_of_a_states_military() -> None:
    assert "MIL" in {actor.sector for actor in find("Rebels shelled a Kenyan base.").actors if actor.country == "KEN"}
    assert "MIL" not in {actor.sector for actor in find("The Kenyan party lost its base.").actors}


def test_a_river_is_no_town_of_its_name() -> None:
    assert "IRN" not in {place.country for place in find("They blocked two bridges over the Sava on Sunday.").places}
    assert "IRN" in {place.country for place in find("They blocked two bridges in Sava on Sunday.").places}


def test_a_city_that_the_press_abbreviates_is_the_larger_one() -> None:
    assert {place.country for place in find("A court in St Petersburg jailed him.").places} == {"RUS"}


THREE: str = (
    "Kenyan President Jane Opondo met Ugandan President Peter Okello and Chadian President Ali Moussa. "
    "The leaders adopted a declaration. The presidents praised it."
)


@pytest.mark.parametrize("words", ["The leaders", "The presidents"])
def test_the_leaders_are_all_whom_the_article_has_named(words: str) -> None:
    assert at(find(THREE), words) == ["Jane Opondo", "Peter Okello", "Ali Moussa"]


def test_the_regime_is_the_one_that_was_called_so() -> None:
    text = "WELLINGTON, May 2 - New Zealand sanctioned Myanmar's military regime. The regime must release her."
    assert at(find(text), "The regime") == ["Myanmar"]


def test_whom_somebody_thanked_and_invited_is_not_who_did_it() -> None:
    text = "Kenyan President Jane Opondo thanked Ugandan President Ann Okello and invited her to Mombasa."
    assert at(find(text), "invited her") == ["Ann Okello"]


def test_money_is_nobody() -> None:
    assert {actor.country for actor in find("Kenya gave US$10 million and NZ$6 million to Chad.").actors} == {
        "KEN",
        "TCD",
    }


def test_the_leader_of_a_country_is_its_president_just_named() -> None:
    reading = find("Kenya hosted Turkish President Recep Tayyip Erdogan. The Turkish leader thanked Kenya.")
    assert at(reading, "The Turkish leader") == ["Recep Tayyip Erdoğan"]


@pytest.mark.parametrize("words", ["a civilian", "a conservative", "an artisan"])
def test_who_is_read_as_an_adjective_is_somebody_still(words: str) -> None:
    assert at(find(f"Gunmen shot {words} on Monday."), words) == [words.partition(" ")[2]]


def test_an_adjective_before_a_noun_is_nobody() -> None:
    assert [actor.name for actor in find("Gunmen shot at a civilian airliner on Monday.").actors] == ["gunmen"]
