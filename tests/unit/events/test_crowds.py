"""Who protests, and whom police meet who break a protest up."""

import pytest
from tests.unit.events.coding import countries, deeds

from dateline_schemas import EventMention


def deed(text: str, kind: str) -> EventMention:
    return next(mention for mention in deeds(text) if mention.type.value == kind)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chadian dockers marched in Lima. Police used tear gas.", {"TCD"}),
        ("Several hundred people rallied in Tunis, where police charged with batons.", {"TUN"}),
        ("In Bahrain, police fired rubber bullets to disperse a rally outside the US embassy.", {"BHR"}),
        ("Kenyan police used tear gas. The dockers marched home.", set()),  # nothing tells at whom
        ("Two Chinese vessels fired water cannon at a Philippine ship after a protest.", {"PHL"}),
    ],
)
def test_tear_gas_meets_those_who_protest(text: str, recipients: set[str]) -> None:
    assert countries(deed(text, "ASSAULT"))[1] == recipients


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A Brazil stoppage forced the president to resign.", "CVL"),
        ("The US protests spread to Chicago.", "CVL"),
        ("Chadian dockers began a strike.", "LAB"),
    ],
)
def test_a_country_protests_by_its_people(text: str, sector: str) -> None:
    assert {party.sector for party in deed(text, "PROTEST").actors} == {sector}


def test_nobody_walks_out_on_a_town() -> None:
    (raid,) = deeds("Kenya's strikes on Gao alarmed pilots.")
    assert (raid.type, *countries(raid)) == ("ASSAULT", {"KEN"}, {"MLI"})

    (walkout,) = deeds("Kenya's dockers began a strike on Monday.")
    assert walkout.type == "PROTEST"
