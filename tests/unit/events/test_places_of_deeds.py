"""Where a deed is done, in sentences of our own."""

import pytest
from tests.unit.events.coding import deeds, mentions

from dateline_schemas import EventType


def test_here_is_where_the_article_is_sent_from() -> None:
    text = "ACCRA, June 13 (Wire) -- Chadian Foreign Minister Jean Okello met here Tuesday with rebels from Niger."

    [meeting] = deeds(text)

    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.country) == ("Accra", "GHA")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenyan police arrested nine Chadians in Mombasa.", "Mombasa"),
        ("In Nairobi, President Jane Opondo met Chadian rebels.", "Nairobi"),
        ("Gunmen killed nine people in the Chadian capital.", "Ndjamena"),
        ("Gunmen killed nine people in Chad's capital.", "Ndjamena"),
        ("Kenyan Foreign Minister Jane Opondo arrived in the Chadian capital on Monday.", "Ndjamena"),
        ("Gunmen killed nine people in the Chadian capital, N'Djamena.", "Ndjamena"),
        ("Kenyan police arrested nine bankers who had raised Chadian capital.", None),
        ("Kenyan police arrested nine Chadians in the US.", "United States"),
        ("Kenyan police met nine US doctors.", None),
        # a town before its country
        ("Nine Chadians were arrested in the Kenyan port of Mombasa.", "Mombasa"),
        # the place of what is said
        ("Chad's ministry said that Kenyan police had arrested nine Chadians in Mombasa.", "Mombasa"),
        ("Kenya accused Chad of smuggling weapons into Darfur.", None),
        ("Kenya condemned the attack in Goma.", None),
        ("Kenya and Chad discussed the war in Mali.", None),
        ("Kenya and Chad discussed the war in Mali in Nairobi.", "Nairobi"),
        ("Kenya's army said Chad had shelled its outpost.", None),
        ("Wounded Kenyan soldiers were flown to Goma on Tuesday.", None),
        # beyond the border
        ("Gunmen killed nine people in Chad near the border with Niger.", "Chad"),
        ("Gunmen killed nine people near the frontier with Niger.", None),
        # of what came before
        ("Kenyan police arrested nine Chadians after an explosion in Goma.", None),
        ("Kenyan police arrested nine Chadians, who had come from Goma.", None),
    ],
)
def test_a_place_is_that_of_the_deed_itself(text: str, place: str | None) -> None:
    deed = next(m for m in deeds(text) if m.type.value in ("COERCE", "CONSULT", "ACCUSE", "ASSAULT"))

    assert (deed.place.name if deed.place else None) == place


def test_what_is_said_is_not_where_it_is_said() -> None:
    [saying] = mentions("Kenya said on Monday that the road to Goma was open.")

    assert saying.place is None


def test_a_pact_is_signed_where_it_is() -> None:
    (signed,) = deeds("Egypt and Kenya signed a visa accord in Nairobi.")
    assert signed.place is not None
    assert signed.place.name == "Nairobi"


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in Lima", "Lima"),
        ("in Lima, Peru", "Lima"),
        ("near Lima", "Lima"),
        ("at a market in Lima", "Lima"),
        ("in the town of Arequipa", "Arequipa"),
        ("on the outskirts of Lima", "Lima"),
        ("in northern Peru", "Peru"),
        ("off the coast of Peru", "Peru"),
    ],
)
def test_where_a_thing_is_struck_is_known_though_its_owner_is_told_by_it(where: str, place: str) -> None:
    for text in (f"Kenya shelled a bus {where}.", f"{where[0].upper()}{where[1:]}, Kenyan soldiers shelled a bus."):
        [shelled] = deeds(text)
        assert shelled.place is not None
        assert shelled.place.name == place


def test_a_country_that_is_struck_is_no_place() -> None:
    [raid] = [m for m in deeds("Kenya launched a raid on Peru.") if m.type is EventType.ASSAULT]
    assert raid.place is None
