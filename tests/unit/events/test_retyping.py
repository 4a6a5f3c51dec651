"""What a deed is called, seeing who does it."""

import pytest
from tests.unit.events.coding import countries, deeds


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Kenyan dockers blocked all roads into the port.", "PROTEST", "obstruct"),
        ("Kenyan police blocked all roads into the port.", "COERCE", "restrict"),
        ("Kenyan youths set a market ablaze.", "PROTEST", "riot"),
        ("The Kenyan army set a market ablaze.", "ASSAULT", None),
        ("Kenyan police whisked away the mayor.", "COERCE", "arrest"),
        ("Kenyan gunmen whisked away the mayor.", "ASSAULT", "abduct"),
        ("Kenyan gunmen seized forty students.", "ASSAULT", "abduct"),
        ("Kenyan police seized two smugglers.", "COERCE", "seize"),
        ("Kenyan rebels seized Gao.", "COERCE", "seize"),
    ],
)
def test_uniforms_bar_the_way_and_gunmen_abduct(text: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in {(deed.type.value, deed.mode) for deed in deeds(text)}


def test_strikes_from_the_air_are_no_walkout() -> None:
    assert "PROTEST" not in {deed.type.value for deed in deeds("Kenya's military vowed to stop its air strikes.")}


def test_floods_displace_and_nobody_does() -> None:
    assert deeds("Kenya mourned after the floods that displaced 90,000 people.") == []
    assert deeds("The militias that displaced 90,000 Kenyans fled.") != []


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Two Kenyan dockers died after being beaten by guards.", {"KEN"}),
        ("The ambassador of Chad fled Kenya after being threatened by soldiers.", {"TCD"}),
    ],
)
def test_who_died_after_being_beaten_was_beaten(text: str, met: set[str]) -> None:
    deed = next(deed for deed in deeds(text) if deed.actors and deed.recipients)
    assert countries(deed)[1] == met


def test_others_are_people_of_where_it_is_done() -> None:
    killed, injured = deeds("Police in Lima killed a student and injured nine others.")
    assert [party.sector for party in killed.recipients] == ["EDU"]
    assert [(party.sector, party.country) for party in injured.recipients] == [("CVL", "PER")]


@pytest.mark.parametrize(
    ("headline", "doers", "met"),
    [
        ("Three Russian drones shot down overnight", set(), {"RUS"}),
        ("Russian jet shot down in Ukraine", set(), {"RUS"}),
        ("Russian jets shot down Ukrainian drone", {"RUS"}, {"UKR"}),
    ],
)
def test_what_is_shot_down_in_a_headline_does_not_shoot(headline: str, doers: set[str], met: set[str]) -> None:
    (deed,) = deeds(headline)
    assert countries(deed) == (doers, met)
