"""What agencies write every day, in sentences of our own: who did what to whom, and what is no deed."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions

Sides = tuple[set[str | None], set[str | None]]


def told(text: str, kind: str) -> list[Sides]:
    return [countries(mention) for mention in deeds(text) if mention.type.value == kind]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Chad has vowed to hit back after a Kenyan strike killed nine herders.", "ASSAULT", ({"KEN"}, {None})),
        ("Chad has vowed to hit back after a Kenyan strike killed nine herders.", "THREATEN", ({"TCD"}, {"KEN"})),
        ("Kenya protested the expulsion of its envoy from Lima.", "SANCTION", (set(), {"KEN"})),
        ("Norway called the arrest of its envoy in Nairobi unacceptable.", "COERCE", (set(), {"NOR"})),
        ("Chad condemned the strike on its capital.", "ASSAULT", (set(), {"TCD"})),
        ("Kenya, along with Uganda and Chad, condemned Peru.", "ACCUSE", ({"KEN", "UGA", "TCD"}, {"PER"})),
        ("Kenya and Uganda accused each other of looting along the Nile.", "ACCUSE", ({"KEN", "UGA"}, set())),
        ("Kenya and Uganda expelled each other's envoys.", "SANCTION", ({"KEN", "UGA"}, set())),
        ("Kenya's government signed the Oslo fisheries accord with Chad.", "SUPPORT", ({"KEN"}, {"TCD"})),
        ("A Kenyan drone breached Chad's airspace on Friday.", "MOBILIZE", ({"KEN"}, {"TCD"})),
        ("Paul Kagame, whose army backs the rebels, met a Chadian envoy.", "SUPPORT", ({"RWA"}, {None})),
        ("Kenya held live-fire drills around Chad on Tuesday.", "MOBILIZE", ({"KEN"}, {"TCD"})),
        ("Kenya held drills with Chad on Tuesday.", "COOPERATE", ({"KEN"}, {"TCD"})),
        ("Kenya withdrew from UNESCO on Tuesday.", "SANCTION", ({"KEN"}, {"UNO"})),
        ("Kenya blocked Chadian trucks at Kisumu.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenyan farmers blocked Chadian trucks at the border.", "PROTEST", ({"KEN"}, {"TCD"})),
        ("Kenya stopped lorries from Chad at the border.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenya charged two Chadian men over a blast in Kisumu.", "ACCUSE", ({"KEN"}, {"TCD"})),
        ("Kenya stopped buying Chadian oil.", "SANCTION", ({"KEN"}, {"TCD"})),
        ("Kenyan police stormed the Chadian embassy.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Kenya turned away a Chadian plane.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenya's navy sank a Chadian trawler.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Kenyan troops advanced on Abéché.", "MOBILIZE", ({"KEN"}, {"TCD"})),
        ("Kenya withdrew its troops from Chad.", "RETREAT", ({"KEN"}, {"TCD"})),
        ("Kenya hinted at further measures against Chad.", "THREATEN", ({"KEN"}, {"TCD"})),
        ("Kenya recalled the Kenyan ambassador from Lima.", "SANCTION", ({"KEN"}, {"PER"})),
        ("Kenya thanked Peru, its palace said, but stressed that it had paid.", "SUPPORT", ({"KEN"}, {"PER"})),
        (
            "Paul Kagame condemned Peru, his spokesman told reporters, and called for a ban.",
            "REQUEST",
            ({"RWA"}, set()),
        ),
        ("It came two days after nine Kenyans, all of them nurses, were killed.", "ASSAULT", (set(), {"KEN"})),
        ("He spoke to the Kenyans whom Chadian police pepper-sprayed.", "ASSAULT", ({"TCD"}, {"KEN"})),
        ("Kenya has called off the consultations with Chad.", "REJECT", ({"KEN"}, {"TCD"})),
        ("Kenya sought an explanation from Chad.", "REQUEST", ({"KEN"}, {"TCD"})),
        ("Kenyan vessels trained their water cannons on a Chadian boat.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Oxfam has suspended its operations in Chad.", "SANCTION", ({"NGO"}, {"TCD"})),
        ("A strike of dockers, called by the Kenyan opposition, went on.", "PROTEST", ({"KEN"}, {"KEN"})),
        ("Kenyan lawmakers filed a motion to impeach William Ruto.", "ACCUSE", ({"KEN"}, {"KEN"})),
        ("Kenya put two frigates to sea from Mombasa.", "MOBILIZE", ({"KEN"}, set())),
        ("A Kenyan frigate trained its radar on a Chadian gunboat.", "MOBILIZE", ({"KEN"}, {"TCD"})),
        ("Kenya, which had asked for him, voiced disappointment.", "ACCUSE", ({"KEN"}, set())),
        ("Chad's drones crossed over, a claim which the Kenyan ministry rejected.", "REJECT", ({"KEN"}, set())),
        ("Kenya had pulled its border guards back from the river.", "RETREAT", ({"KEN"}, set())),
        ("Kenyan monitors were turned back at a roadblock in Chad.", "REJECT", (set(), {"KEN"})),
        ("Kenya is already training Chadian rangers.", "COOPERATE", ({"KEN"}, {"TCD"})),
        ("Kenyan rebels shelled the lines with the help of Chadian gunners.", "ASSAULT", ({"KEN"}, set())),
        ("Kenya wound up its tour by initialling a pact with Chad.", "SUPPORT", ({"KEN"}, {"TCD"})),
        ("Kenyan activists are being held at a barracks.", "COERCE", (set(), {"KEN"})),
        ("The Kenyan navy was on its third strike since Friday.", "ASSAULT", ({"KEN"}, set())),
        ("Norway put the Taliban back on a list of terrorist groups.", "SANCTION", ({"NOR"}, {"AFG"})),
        ("Kenya suspended most of its tariffs on Chad for a month.", "RETREAT", ({"KEN"}, {"TCD"})),
        ("Kenya's trade minister called Chad's tariffs unjustified.", "ACCUSE", ({"KEN"}, {"TCD"})),
        ("Lorries were turned back by Chadian soldiers.", "COERCE", ({"TCD"}, set())),
        ("Kenyan soldiers took over the headquarters of Chad's army.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenyan rebels started shooting at Chadian traders.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Kenyan rebels carried off three Chadian engineers.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Hundreds of Chadians lined a street to protest the arrest.", "PROTEST", ({"TCD"}, set())),
        ("Kenyan soldiers withdrew after two hours of shooting.", "RETREAT", ({"KEN"}, set())),
        ("A Kenyan patrol boat strayed into Chad's waters.", "MOBILIZE", ({"KEN"}, {"TCD"})),
        ("Nine Chadian fishermen were caught by the Kenyan navy.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenya made available two helicopters to Chad.", "AID", ({"KEN"}, {"TCD"})),
        ("Two Kenyan rebels fired at a Chadian commissioner.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("A Kenyan court convicted a Chadian nurse of spying.", "SANCTION", ({"KEN"}, {"TCD"})),
        ("Kenya pumped a million euros into Chad's grid.", "AID", ({"KEN"}, {"TCD"})),
        ("Chadian suspects had been picked up by Kenyan police.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Sanctions were imposed on Chad by Kenya.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenyan forces levelled a Chadian town.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Kenyan police charged a crowd of Chadian nurses.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Chad's minister is slated to visit Kenya on Monday.", "AGREE", ({"TCD"}, {"KEN"})),
        ("Kenya's army stands accused by Chad of looting.", "ACCUSE", ({"TCD"}, {"KEN"})),
        ("Kenya's army, which stands accused by Chad of looting, denied it.", "ACCUSE", ({"TCD"}, {"KEN"})),
        ("A Chadian opposition figure was set free by a Kenyan court.", "RETREAT", ({"KEN"}, {"TCD"})),
        ("Kenya blocked the opening of trade talks with Chad.", "REJECT", ({"KEN"}, {"TCD"})),
        ("Kenya docked the striking lecturers two months' pay.", "SANCTION", ({"KEN"}, {"KEN"})),
        ("Chad's envoy, Ali Moussa, was summoned to the Kenyan foreign ministry.", "ACCUSE", ({"KEN"}, {"TCD"})),
        ("Chadian hoodlums set ablaze nine Kenyan farms.", "ASSAULT", ({"TCD"}, {"KEN"})),
        ("Brussels froze Georgia's accession process.", "SANCTION", ({"EUR"}, {"GEO"})),
        ("Chad faces a case lodged by Kenya.", "ACCUSE", ({"KEN"}, {"TCD"})),
        ("Kenya has provided Chad's army with spare parts.", "AID", ({"KEN"}, {"TCD"})),
        ("Kenya's army dismissed the reports about Chadian soldiers.", "REJECT", ({"KEN"}, set())),
        ("Kenyan police fired tear gas at Chadian miners hurling stones.", "PROTEST", ({"TCD"}, {"KEN"})),
        ("Norway demanded Putin's release.", "REQUEST", ({"NOR"}, set())),
        ("Chad's envoy was told to leave Kenya.", "SANCTION", (set(), {"TCD"})),
        ("Kenya told the Chadian envoy to leave.", "SANCTION", ({"KEN"}, {"TCD"})),
        ("Chad, whose envoy was ordered to leave Nairobi, kept silent.", "SANCTION", (set(), {"TCD"})),
        ("Fishermen in Chad struck work.", "PROTEST", ({"TCD"}, {"TCD"})),
        ("Kenyan detectives held a Chadian writer incommunicado.", "COERCE", ({"KEN"}, {"TCD"})),
        ("Kenyan police responded with tear gas.", "ASSAULT", ({"KEN"}, set())),
        ("Doctors urged Kenya to impose sanctions on Chad.", "REQUEST", ({None}, {"KEN"})),
        ("Kenya's minister came under fire from opposition lawmakers over his remarks.", "ACCUSE", ({"KEN"}, {"KEN"})),
        ("Kenyan soldiers came under fire from Chadian rebels.", "ASSAULT", ({"TCD"}, {"KEN"})),
        ("A Kenyan court handed a Chadian trader a nine-year jail sentence.", "SANCTION", ({"KEN"}, {"TCD"})),
        ("Aid from Kuwait reached Sudan.", "AID", ({"KWT"}, {"SDN"})),
        ("Peru condemned the shelling of the hospital of Mandera.", "ACCUSE", ({"PER"}, set())),
        ("Peru condemned the crackdown in Chad.", "ACCUSE", ({"PER"}, {"TCD"})),
        ("Peru denounced a wave of arrests in Chad.", "ACCUSE", ({"PER"}, {"TCD"})),
        ("Peru condemned the killing of nine nuns in Chad.", "ACCUSE", ({"PER"}, set())),
        ("Kenya's health minister quit over the purchase of Danish masks.", "RETREAT", ({"KEN"}, set())),
        ("Kenya's vote sparked fury in Kampala.", "ACCUSE", ({"UGA"}, {"KEN"})),
        ("Kenya's minister is under investigation for theft.", "ACCUSE", (set(), {"KEN"})),
        ("Kenya's minister faced impeachment over graft.", "ACCUSE", (set(), {"KEN"})),
        ("Kenya's parliament voted to ban nine Chadian newspapers.", "COERCE", ({"KEN"}, {"TCD"})),
        ("A Chadian mayor was captured by Kenyan troops.", "ASSAULT", ({"KEN"}, {"TCD"})),
        ("Kenya handed over four Turkish refugees to Ankara.", "COOPERATE", ({"KEN"}, {"TUR"})),
        ("A Kenyan nurse was shot by RSF gunmen.", "ASSAULT", ({"SDN"}, {"KEN"})),
        ("Rwanda demanded an apology from Burundi.", "CONCEDE", ({"BDI"}, {"RWA"})),
        ("EU leaders gathered in Kyiv on the anniversary of Russia's invasion.", "CONSULT", ({"EUR"}, set())),
    ],
)
def test_who_and_whom(text: str, kind: str, sides: Sides) -> None:
    assert told(text, kind) == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "A strong quake struck western Nepal, killing at least nine people.",
        "Measures by Chad do harm to all who live downstream.",
        "A fire at a night club in Nairobi killed nine Kenyans.",
        "Hurricane Rosa hit Jamaica, killing nine people.",
        "Kenya's king, who is battling cancer, is at home.",
        "Kenyan exporters were hit by a Chadian tariff.",
    ],
)
def test_no_attack(text: str) -> None:
    assert told(text, "ASSAULT") == []


@pytest.mark.parametrize(
    ("headline", "kind", "sides"),
    [
        ("Chad to send rice to Niger", "AGREE", ({"TCD"}, {"NER"})),
        ("Kenya to close border with Uganda from midnight", "THREATEN", ({"KEN"}, {"UGA"})),
        ("Peru to impose sanctions on Chad, minister says", "THREATEN", ({"PER"}, {"TCD"})),
        ("Nine Kenyan soldiers killed in Chadian strike on base", "ASSAULT", ({"TCD"}, {"KEN"})),
        ("Two Kenyan nurses hit by Chadian drone in Gao", "ASSAULT", ({"TCD"}, {"KEN"})),
    ],
)
def test_headlines_leave_out_what_sentences_have(headline: str, kind: str, sides: Sides) -> None:
    assert told(headline, kind)[0] == sides


@pytest.mark.parametrize(
    "text",
    ["Chad's bid to send rice to Niger failed.", "The way to send rice to Niger is by lorry.", "Kenya asked to leave."],
)
def test_what_has_its_verb_is_no_headline(text: str) -> None:
    assert [mention for mention in deeds(text) if mention.realis.value == "future"] == []


def test_passives_share_their_agent() -> None:
    found = deeds("Nine nuns were beaten and robbed by Chadian rebels.")
    assert {countries(mention)[0] == {"TCD"} for mention in found} == {True}


def test_who_is_fired_on_may_protest() -> None:
    found = deeds("Police opened fire on protesting sugar workers in Kenya.")
    doers = {actor.sector for mention in found if mention.type.value == "PROTEST" for actor in mention.actors}
    assert "COP" not in doers


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenyan ministries were hit by a Chadian cyberattack.", "cyber"),
        ("A Kenyan drone killed nine Chadian rebels.", "drone"),
        ("A Chadian man stabbed nine Kenyans.", "primitive"),
        ("North Korea test-fired a missile.", "weapons"),
    ],
)
def test_modes(text: str, mode: str) -> None:
    assert mode in {mention.mode for mention in deeds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "An attack on Chad would widen the war.",
        "Kenya is weighing sending tanks to Chad.",
        "Kenya is mulling expelling two Chadian envoys.",
    ],
)
def test_what_is_only_thought_of_is_hypothetical(text: str) -> None:
    material = [mention for mention in deeds(text) if mention.type.value != "STATEMENT"]
    assert [mention.realis.value for mention in material] == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab says it was behind it.",
        "Al-Shabaab took credit for it.",
        "Al-Shabaab owned up to the attack.",
    ],
)
def test_who_takes_responsibility_claims_the_deed(text: str) -> None:
    assert "015" in {mention.cameo for mention in mentions(text)}


def test_one_meeting_is_told_by_two_verbs() -> None:
    (meeting,) = deeds("The Kenyan minister met and held talks with Chad's president on Monday.")
    assert countries(meeting) == ({"KEN"}, {"TCD"})
    assert len(deeds("The Kenyan minister met the Ugandan queen and held talks with Chad's president.")) == 2


def test_who_arrested_somebody_seized_what_was_seized_there() -> None:
    apart = told("Kenyan police arrested nine Chadians. Four rifles were seized.", "COERCE")
    in_one = told("The citizens were arrested by the Kenyan army and a quantity of weapons was seized.", "COERCE")
    assert (apart[1:], in_one[1:]) == ([({"KEN"}, set())], [({"KEN"}, set())])


def test_who_blocks_a_road_to_protest_protests_once() -> None:
    assert len(told("Chadian drivers blocked a road to protest the arrest.", "PROTEST")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nine Kenyan soldiers died in a gunfight with Chadian rebels.",
        "Nine Kenyan soldiers were killed in a shootout with Chadian rebels.",
    ],
)
def test_who_somebody_dies_in_a_fight_with_kills_them(text: str) -> None:
    assert told(text, "ASSAULT")[0] == ({"TCD"}, {"KEN"})


def test_what_is_blocked_is_not_done_and_not_by_who_blocks_it() -> None:
    blocked = [m for m in mentions("A Kenyan court blocked the deployment of Chadian troops.") if m.mode == "troops"]
    assert [(m.realis.value, [party.sector for party in m.actors]) for m in blocked] == [("negated", ["MIL"])]
