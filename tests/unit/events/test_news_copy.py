"""Who does what to whom where news copy wraps it up, in sentences of our own."""

import pytest
from tests.unit.events.coding import countries, deeds

Sides = tuple[set[str | None], set[str | None]]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        (
            "Nine farmers were hacked to death in their fields by suspected Boko Haram fighters.",
            "ASSAULT",
            ({"NGA"}, {"NGA"}),
        ),
        ("Kenyan nurses detained in a camp were beaten by Ugandan guards.", "ASSAULT", ({"UGA"}, {"KEN"})),
        ("A Zambian delegation led by a minister is in Harare for a working visit.", "CONSULT", ({"ZMB"}, {"ZWE"})),
        ("Kenya has sent Uganda a request for a fugitive.", "REQUEST", ({"KEN"}, {"UGA"})),
        ("Chad contributed nine tonnes of flour to Kenya.", "AID", ({"TCD"}, {"KEN"})),
        ("Kenyan unions contested the Chadian government's account.", "REJECT", ({"KEN"}, {"TCD"})),
        ("Kenya's president has vowed to sign a law.", "AGREE", ({"KEN"}, set())),
        ("Chadian rebels sent drones against a Kenyan depot.", "ASSAULT", ({"TCD"}, {"KEN"})),
        ("Norway has turned over two vessels to Kenya.", "AID", ({"NOR"}, {"KEN"})),
        ("Kenya's high court directed the Ugandan police to free them.", "REQUEST", ({"KEN"}, {"UGA"})),
        ("Chad's president spent three hours with Kenya's.", "CONSULT", ({"TCD"}, {"KEN"})),
        ("Bolivian and Peruvian marines carried out joint patrols on a lake.", "COOPERATE", ({"BOL", "PER"}, set())),
        (
            "A drone launched from Yemen by Houthi rebels crashed into an Israeli airport.",
            "ASSAULT",
            ({"YEM"}, {"ISR"}),
        ),
        ("A brigade of Cuban doctors treated patients in Honduras.", "AID", ({"CUB"}, {"HND"})),
        ("Kenya would close its border with Chad if it was crossed, a general said.", "THREATEN", ({"KEN"}, {"TCD"})),
        ("Kenyan prosecutors said on Monday that Russia was behind an attack on a shop.", "ACCUSE", ({"KEN"}, {"RUS"})),
        ("A Kenyan embargo on Danish cheese came into force.", "COERCE", ({"KEN"}, {"DNK"})),
        ("North Korea test-fired what appeared to be a missile, Kenya said.", "MOBILIZE", ({"PRK"}, set())),
        ("Nine Kenyan pickers were beaten with clubs by Ugandan settlers.", "ASSAULT", ({"UGA"}, {"KEN"})),
        ("A car bomb blamed on Ugandan rebels exploded outside a Kenyan hotel.", "ASSAULT", ({"UGA"}, {"KEN"})),
        ("Chad extradited the alleged leader of a gang to Kenya.", "COOPERATE", ({"TCD"}, {"KEN"})),
        ("Chad has written to the United Nations accusing Kenya of arming rebels.", "ACCUSE", ({"TCD"}, {"KEN"})),
        ("The Chadian president, who is visiting Kenya, signed a decree.", "CONSULT", ({"TCD"}, {"KEN"})),
        ("Yemen's Houthi rebels launched two drones at Israel.", "ASSAULT", ({"YEM"}, {"ISR"})),
        (
            "India has massed tanks and artillery along its western border with Pakistan.",
            "MOBILIZE",
            ({"IND"}, {"PAK"}),
        ),
        ("The visit of Japan's defence minister to Manila was dominated by fears.", "CONSULT", ({"JPN"}, {"PHL"})),
        ("Joe Biden threatened to halt all US aid to Chad.", "THREATEN", ({"USA"}, {"TCD"})),
        ("Two Danish nationals were arrested in Kenya.", "COERCE", ({"KEN"}, {"DNK"})),
        ("Kenya has halted budget support to Chad.", "SANCTION", ({"KEN"}, {"TCD"})),
        ("Nine Kenyan soldiers lost their lives in an ambush by Ugandan rebels.", "ASSAULT", ({"UGA"}, {"KEN"})),
    ],
)
def test_type_and_sides(text: str, kind: str, sides: Sides) -> None:
    found = [mention for mention in deeds(text) if mention.type.value == kind]

    assert [countries(mention) for mention in found] == [sides]


def test_those_killed_in_a_fight_suffer_both() -> None:
    found = deeds("Nine Kenyan soldiers were killed in a gun battle with Ugandan rebels.")

    assert [(m.type.value, countries(m)) for m in found] == [("ASSAULT", ({"UGA"}, {"KEN"}))] * 2


def test_before_whom_it_is_demanded_is_not_asked() -> None:
    found = deeds("Chad demanded before the Security Council that Kenya free nine sailors.")

    assert [countries(m) for m in found if m.type.value == "REQUEST"] == [({"TCD"}, {"KEN"})]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A court in Kenya convicted a blogger of spreading propaganda.", "SANCTION"),
        ("Chad charged a Kenyan with attacking a mosque.", "ACCUSE"),
    ],
)
def test_what_somebody_is_charged_with_is_no_deed_beside_the_charge(text: str, kind: str) -> None:
    assert [mention.type.value for mention in deeds(text)] == [kind]


def test_police_of_a_nation_are_no_newspapers() -> None:
    [arrest] = deeds("The national police arrested two Kenyans.")

    assert [party.country for party in arrest.actors] != ["ARE"]
    assert "JRN" not in {party.sector for party in arrest.actors}


def test_a_threat_is_at_whom_its_condition_names() -> None:
    [threat] = [
        deed
        for deed in deeds("Kenya's government warned that Nairobi would raise tariffs if Ugandan rebels stayed.")
        if deed.type == "THREATEN"
    ]
    assert countries(threat) == ({"KEN"}, {"UGA"})
