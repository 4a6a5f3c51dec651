"""Of whom or of which country those are whom a name before them owns."""

import pytest
from tests.unit.actors.meant import at, find

from dateline.enricher import actors
from dateline.enricher.document import read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Chad's Oumar Dalleh criticised the plan.", "Oumar Dalleh", "TCD"),
        ("Police arrested Texas's Bob Harlan.", "Bob Harlan", "USA"),
    ],
)
def test_whom_nobody_lists_is_of_the_place_whose_the_text_calls_him(text: str, name: str, country: str) -> None:
    assert (name, country) in {(actor.name, actor.country) for actor in actors.find(read(text)).actors}


@pytest.mark.parametrize("whose", ["Putin supporters", "Putin's supporters", "Supporters of Putin"])
def test_whose_supporters_they_are_does_not_do_what_they_do(whose: str) -> None:
    [who] = [m for m in actors.find(read(f"{whose} marched.")).mentions[0] if m.how == "role"]
    assert [(figure.country, figure.sector) for figure in who.figures] == [("RUS", "CVL")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Peru said on Monday that Kenya recalled its envoy.", "envoy", ["envoy of Kenya"]),
        ("While Peru slept, Kenya withdrew its troops.", "troops", ["troops of Kenya"]),
        ("Peru said that Kenya had decided to recall its envoy.", "envoy", ["envoy of Kenya"]),
        ("Peru said that Kenya had attacked its troops.", "troops", ["troops of Peru"]),
        ("Peru said that Kenya had held nine of its miners.", "miners", ["miners of Peru"]),
    ],
)
def test_what_one_does_with_ones_own_is_whose_doing_it_is(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who


@pytest.mark.parametrize(
    "text",
    [
        "Peru met Ali Adoum, 40, a Chadian miner.",
        "Peru met Ali Adoum, a miner from Chad.",
        "Peru met Ali Adoum, a Chadian.",
        "A miner from Chad met Peru.",
        "The miners, all Chadians, met Peru.",
        "Two aides to the president of Chad met Peru.",
    ],
)
def test_a_nation_is_said_of_somebody_in_many_ways(text: str) -> None:
    assert {actor.country for actor in find(text).actors} == {"PER", "TCD"}


def test_whom_one_expels_from_a_country_is_not_of_it() -> None:
    assert next(a.country for a in find("Peru expelled an envoy from Chad.").actors if "envoy" in a.name) != "TCD"
