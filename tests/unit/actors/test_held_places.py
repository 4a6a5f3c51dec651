"""Places told as somebody's: a state's positions and plants, a town's market, a way across a border."""

import pytest
from tests.unit.enricher.articles import MOMENT, article

from dateline.enricher.coder import code


def recipients(text: str) -> list[tuple[str, str | None, str | None]]:
    mention = code(article(text), MOMENT).mentions[0]
    return [(party.name, party.country, party.sector) for party in mention.recipients]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Azerbaijan shelled Armenian positions.", ("military of Armenia", "ARM", "MIL")),
        ("Gunmen attacked a Nigerian outpost.", ("military of Nigeria", "NGA", "MIL")),
        ("Israel bombed Iranian nuclear facilities.", ("Iran", "IRN", "GOV")),
        ("Russia shelled Ukrainian villages.", ("people of Ukraine", "UKR", "CVL")),
        ("Rebels shelled the Goma market.", ("people of Goma", "COD", "CVL")),
    ],
)
def test_a_nation_s_places_are_its_army_s_its_state_s_or_its_people_s(text: str, found: tuple[str, str, str]) -> None:
    assert recipients(text) == [found]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Pakistan closed the Torkham border crossing on Monday.", "Afghanistan"),
        ("Poland reopened the Kuźnica crossing.", "Belarus"),
        ("Iran shut the Islam Qala crossing.", "Afghanistan"),
        ("Pakistani troops fired across the Line of Control.", "India"),
    ],
)
def test_a_crossing_is_closed_to_who_is_beyond_it(text: str, whose: str) -> None:
    assert [name for name, _, _ in recipients(text)] == [whose]


def test_who_fights_at_a_crossing_does_nothing_to_a_government() -> None:
    assert "Afghanistan" not in [name for name, _, _ in recipients("Fighters clashed at the Torkham crossing.")]


@pytest.mark.parametrize("text", ["Rebels seized the Goma market.", "Fighters seized a Malian village."])
def test_no_place_is_abducted(text: str) -> None:
    assert code(article(text), MOMENT).mentions[0].mode == "seize"
