"""A town of the doer's own country is where it is done, and not to whom."""

import pytest
from tests.unit.enricher.articles import MOMENT, article

from dateline.enricher.coder import code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ukrainian air defences shot down 20 drones over Kyiv.", []),
        ("The Sudanese army downed a drone over Khartoum.", []),
        ("Troops opened fire in Khartoum.", [("SDN", "CVL")]),
        ("Police fired tear gas in Nairobi.", [("KEN", "CVL")]),
        ("Soldiers attacked the presidential palace in Khartoum.", [("SDN", "GOV")]),
        ("Rebels opened fire in Khartoum.", [("SDN", "GOV")]),
    ],
)
def test_own_forces_do_it_to_the_people_or_to_nobody(text: str, found: list[tuple[str, str]]) -> None:
    (mention,) = code(article(text), MOMENT).mentions
    assert [(party.country, party.sector) for party in mention.recipients] == found


def test_off_whose_coast_something_is_struck_does_not_say_by_whom() -> None:
    assert not any(m.actors for m in code(article("A ship was hit by a drone off Oman."), MOMENT).mentions)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Turkish critics accused the mayor of fraud.", "OPP"),
        ("Kenyan witnesses accused the mayor of fraud.", "CVL"),
        ("The French visitors accused the mayor of fraud.", "CVL"),
        ("Kenyan leaders accused the mayor of fraud.", "GOV"),
    ],
)
def test_not_everybody_of_a_state_governs_it(text: str, sector: str) -> None:
    (mention,) = code(article(text), MOMENT).mentions
    assert [party.sector for party in mention.actors] == [sector]
