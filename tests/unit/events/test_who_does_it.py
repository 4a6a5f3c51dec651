"""Who does a deed that a noun, a clause or another deed tells, and who only stands near, in sentences of our own."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions

from dateline_schemas import EventType


def test_who_condemns_a_deed_does_not_do_it() -> None:
    found = [m for m in deeds("Denmark condemned the attack on Niger.") if m.type is EventType.ASSAULT]

    assert [countries(m) for m in found] == [(set(), {"NER"})]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Denmark condemned Chad over the attack on Niger.", {"NER"}),
        ("Denmark denounced Chad after the attack.", set()),
        ("Denmark accused Chad of the attack on Niger.", {"NER"}),
        ("Denmark imposed sanctions on Chad for the attack on Niger.", {"NER"}),
    ],
)
def test_who_is_taken_to_task_for_a_deed_did_it(text: str, victims: set[str]) -> None:
    [attack] = [m for m in deeds(text) if m.type is EventType.ASSAULT]

    assert countries(attack) == ({"TCD"}, victims)


def test_who_answers_a_deed_did_not_do_it() -> None:
    found = deeds("Denmark recalled its envoy after the attack on Niger, and praised Chad.")

    assert [countries(m)[0] for m in found if m.type is EventType.ASSAULT] == [set()]


def test_who_claims_a_deed_did_it() -> None:
    (attack,) = [
        m for m in deeds("Boko Haram claimed responsibility for the attack in Chad.") if m.type.value == "ASSAULT"
    ]

    assert countries(attack)[0] == {"NGA"}


def test_who_a_fight_is_against_does_not_fight() -> None:
    found = deeds("Chad asked France for help in the fight against Boko Haram.")

    assert [countries(m) for m in found if m.type is EventType.ASSAULT] == [(set(), {"NGA"})]


def test_what_is_decided_is_a_deed() -> None:
    found = deeds("Niger's decision to close the border with Benin angered traders.")

    assert [(m.type, countries(m)) for m in found] == [(EventType.COERCE, ({"NER"}, {"BEN"}))]


def test_both_governments_are_the_two_named_last() -> None:
    found = deeds("Norway and Chad signed an agreement on Monday. Both governments condemned Niger.")

    assert countries(found[-1]) == ({"NOR", "TCD"}, {"NER"})


@pytest.mark.parametrize(
    "text",
    [
        "The Danish army rejected the accusation, saying its soldiers had acted within the law.",
        "Denmark condemned the killing of Chadian staff in Niger.",
        "Denmark demanded the release of Chad's former president.",
        "Denmark signed the Brussels Agreement.",
        "Denmark rejected talks on the Gdansk repair yard.",
    ],
)
def test_who_is_only_near_is_no_recipient(text: str) -> None:
    assert deeds(text)[0].recipients == ()


def test_aid_is_for_whom_it_is_to_help() -> None:
    [aid] = deeds("A Danish navy ship carrying nine tonnes of rice reached port on Monday to help Chad.")

    assert (aid.type, countries(aid)) == (EventType.AID, ({"DNK"}, {"TCD"}))


def test_the_name_of_money_is_nobodys() -> None:
    found = deeds("Norway gave 3 million U.S. dollars in aid to Chad.")

    assert [countries(m) for m in found if m.type is EventType.AID][:1] == [({"NOR"}, {"TCD"})]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Uganda's parliament passed a law banning Kenyan trade unions.", "COERCE", {"UGA"}, {"KEN"}),
        ("Malawi sent a letter urging Zambia to open the border.", "REQUEST", {"MWI"}, {"ZMB"}),
        ("The decision drew criticism from Norway.", "ACCUSE", {"NOR"}, set()),
        ("The Danish decision drew criticism from Norway.", "ACCUSE", {"NOR"}, {"DNK"}),
        ("Peru thanked Norway for donating vaccines.", "AID", {"NOR"}, set()),
        ("Soldiers kept Kenyan workers from marching on the port.", "PROTEST", {"KEN"}, set()),
        ("The Kenyan president is set to meet with the Danish minister.", "AGREE", {"KEN"}, {"DNK"}),
    ],
)
def test_who_does_what_a_clause_beneath_tells(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    [deed] = [m for m in deeds(text) if m.type.value == kind]

    assert countries(deed) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norway's premier welcomed the pact and Ruto said it would help.", {"NOR"}, set()),
        ("Norway delivered 8,000 rations to the district, and the United States promised more.", {"NOR"}, set()),
        ("The US, Japan and Australia expressed support for Peru.", {"USA", "JPN", "AUS"}, {"PER"}),
    ],
)
def test_who_acts_next_is_no_recipient(text: str, actors: set[str], recipients: set[str]) -> None:
    assert countries(deeds(text)[0]) == (actors, recipients)


def told(text: str) -> list[tuple[str, tuple[set[str | None], set[str | None]]]]:
    return [(m.type.value, countries(m)) for m in deeds(text)]


def test_on_whom_attacks_are_blamed_did_them() -> None:
    assert ("ASSAULT", ({"NGA"}, set())) in [
        (kind, (actors, set())) for kind, (actors, _) in told("Niger mourned after attacks it blamed on Boko Haram.")
    ]


def test_what_is_demanded_is_not_asked() -> None:
    assert told("Norway demanded Danish patrols.") == [("REQUEST", ({"NOR"}, set()))]
    assert told("Norway asked Danish patrols to leave.") == [("REQUEST", ({"NOR"}, {"DNK"}))]


def test_a_flood_kills_and_nobody_else() -> None:
    assert told("Floods that swept through many towns around the port of Bergen killed ninety Norwegians.") == []


def test_a_government_protests_in_words() -> None:
    assert told("Norway protested against the strikes and summoned the Danish ambassador.") == [
        ("ACCUSE", ({"NOR"}, {"DNK"})),
        ("ACCUSE", ({"NOR"}, {"DNK"})),
    ]


@pytest.mark.parametrize(("who", "kind"), [("Norway", "THREATEN"), ("Denmark", "ASSAULT")])
def test_what_a_state_says_that_it_may_do_is_a_threat(who: str, kind: str) -> None:
    found = deeds(f"Norway's defence minister said {who} could attack Chad.")
    assert [m.type.value for m in found if m.type.value != "STATEMENT"] == [kind]


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("A Norwegian judge sentenced a Dane to six years.", "SANCTION", "convict"),
        ("A Norwegian jury found a Danish driver guilty.", "SANCTION", "convict"),
        ("Norwegian deputies ousted the prime minister.", "SANCTION", None),
        ("A Norwegian bank laid off 300 Danes.", "SANCTION", None),
        ("Niger's junta annulled the election.", "SANCTION", None),
        ("Norwegian prosecutors charged a Dane with murder.", "ACCUSE", "allege"),
        ("Norwegian prosecutors named a Dane as the suspect.", "ACCUSE", "allege"),
        ("Norwegian police removed six Danish protesters.", "COERCE", "arrest"),
        ("Niger's lawmakers called on the minister to quit.", "REQUEST", None),
        ("Norway dismissed Danish threats of sanctions.", "REJECT", None),
        ("Norway gave Denmark until Friday to withdraw.", "THREATEN", "relations"),
        ("Norwegian nurses served notice of a strike.", "THREATEN", "relations"),
        ("Norwegian nurses walked out in a row over pay.", "PROTEST", "strike"),
        ("Norwegian drivers walked out on Monday.", "PROTEST", "strike"),
        ("Norwegian nurses formed a picket line at the gates.", "PROTEST", "strike"),
        ("Indian farmers staged a road roko near Pune.", "PROTEST", "obstruct"),
        ("Norwegian police fired teargas at Danish students.", "ASSAULT", "crowd-control"),
        ("Norwegian prosecutors opened a criminal case over the fire.", "ACCUSE", "investigate"),
        ("Nine Danes were taken to a police station in Oslo.", "COERCE", "arrest"),
        ("Norwegian police smashed a Danish spy ring.", "COERCE", "arrest"),
        ("Nigerien rebels looted a Chadian clinic.", "COERCE", "seize"),
        ("Norway's parliament voted 71-32 to censure the minister.", "ACCUSE", "disapprove"),
        ("Norway's government called the measure unfriendly.", "ACCUSE", "disapprove"),
    ],
)
def test_what_courts_unions_and_police_do(text: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in [(m.type.value, m.mode) for m in deeds(text)]


def test_sides_that_agree_have_no_recipient_in_the_place() -> None:
    [pact] = [m for m in deeds("The union and the company reached a deal in Norway.") if m.type.value != "STATEMENT"]
    assert countries(pact) == ({"NOR"}, set())


def test_a_bare_number_killed_are_those_the_verb_above_tells_of() -> None:
    found = told("Peruvian police opened fire on demonstrators in the old town, killing two.")
    assert found == [("ASSAULT", ({"PER"}, {"PER"})), ("ASSAULT", ({"PER"}, {"PER"}))]


def test_a_listed_body_is_not_of_where_it_meets() -> None:
    [talks] = [m for m in deeds("Qatar hosted talks between Israel and Hamas in Doha.") if m.type.value == "CONSULT"]
    assert countries(talks) == ({"QAT"}, {"ISR", "PSE"})


@pytest.mark.parametrize(
    ("noun", "condemned"),
    [
        ("the attack", {"NGA"}),
        ("the attack as cruel", {"NGA"}),
        ("an attack", set()),
        ("the shelling of Kenya", set()),
        ("the boycott", set()),
    ],
)
def test_who_did_the_deed_told_before_is_condemned(noun: str, condemned: set[str]) -> None:
    found = deeds(f"Boko Haram fighters attacked a town in Niger. Chad condemned {noun}.")
    assert [countries(m) for m in found if m.type is EventType.ACCUSE] == [({"TCD"}, condemned)]


def test_somebody_of_an_age_is_somebody() -> None:
    (arrest,) = deeds("Detectives in Leeds said a 52-year-old man was arrested on suspicion of fraud.")

    assert [party.name for party in arrest.recipients] == ["man"]


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb in Niger killed nine Kenyan nurses.",
        "Denmark said the blast killed nine Kenyan nurses.",
        "Nine Kenyan nurses died in an attack in Niger.",
        "Denmark denounced an attack in Niger that killed nine Kenyan nurses.",
    ],
)
def test_where_a_bomb_kills_or_who_reports_it_does_not_kill(text: str) -> None:
    found = [countries(m) for m in deeds(text) if m.type is EventType.ASSAULT]

    assert (set(), {"KEN"}) in found
    assert all(not actors for actors, _ in found)


def test_whose_the_bomb_is_kills() -> None:
    found = [countries(m) for m in deeds("A raid by Chadian rebels in Niger killed nine Kenyan nurses.")]

    assert ({"TCD"}, {"KEN"}) in found


def test_what_is_not_ruled_out_is_not_rejected() -> None:
    found = deeds("Norway's premier did not rule out that Danish ships would return.")

    assert "REJECT" not in [m.type.value for m in found]


def test_consultations_for_which_an_envoy_is_recalled_are_no_meeting() -> None:
    found = deeds("Norway recalled its ambassador from Chad for consultations.")

    assert [m.type.value for m in found] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "The drill is over, Kenya's army chief Jane Opondo was quoted by Reuters as saying.",
        '"The drill is the first step," Reuters quoted General Jane Opondo as saying.',
        "Reuters cited Kenya's army chief Jane Opondo as saying that the drill was over.",
    ],
)
def test_who_is_quoted_says_it(text: str) -> None:
    sayings = [m for m in mentions(text) if m.type is EventType.STATEMENT]

    assert [[party.name for party in m.actors] for m in sayings] == [["Jane Opondo"]]


def test_who_is_told_something_after_a_meeting_was_not_met() -> None:
    [meeting] = deeds("Kenya's ambassador told reporters after the meeting on Monday.")

    assert meeting.recipients == ()


def test_who_detects_a_launch_did_not_launch() -> None:
    found = deeds("Chad's army detected a missile launch by Kenya.")

    assert [countries(m)[0] for m in found if m.type is EventType.MOBILIZE] == [{"KEN"}]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        # a participle before its noun tells of whom it is done to
        ("The freed Kenyans flew home.", "RETREAT", (set(), {"KEN"})),
        # a passive tells nothing that its subject says
        ("Chad has been blamed for the attack.", "ACCUSE", (set(), {"TCD"})),
        # what a tagger took for a past tense
        ("Kenya mourned the schoolgirls of Chad kidnapped from their school in Faya.", "ASSAULT", (set(), {"TCD"})),
        # whom nobody knows is not who stands before
        ("Kenya welcomed the news from Chad, but a witness condemned it.", "ACCUSE", None),
        # under whom, against what, and where at home
        (
            "Chad has tested dozens of missiles under Jean Okello in defiance of Kenya's laws.",
            "MOBILIZE",
            ({"TCD"}, set()),
        ),
        ("Kenya threatened retaliation in its state media.", "THREATEN", ({"KEN"}, set())),
        # what is only a medium
        ("Kenya's president thanked the army of Chad on Facebook.", "SUPPORT", ({"KEN"}, {"TCD"})),
        # a circumstance of another clause
        ("Kenya tightened sanctions, but firing a rocket over Chad was rare.", "COERCE", ({"KEN"}, set())),
        # what is opposed is harm to somebody, not done by him
        ("Kenya opposed sanctions on Chad.", "ACCUSE", ({"KEN"}, set())),
        ("Chad massed tanks on the Nigerien border.", "MOBILIZE", ({"TCD"}, {"NER"})),
    ],
)
def test_sides_in_the_words_of_real_copy(
    text: str, kind: str, sides: tuple[set[str | None], set[str | None]] | None
) -> None:
    found = [countries(m) for m in deeds(text) if m.type.value == kind]

    assert found == ([sides] if sides else [])


def test_a_source_is_not_who_stands_before_it() -> None:
    text = "Kenya's officials met Chad's envoy, a military source said."

    assert [m for m in mentions(text) if m.type is EventType.STATEMENT] == []


def test_who_is_named_before_a_thing_that_does_it_does_nothing() -> None:
    assert [m.type for m in mentions("Norway discussed the war in Chad, the statement said.")] == [EventType.CONSULT]
    (entered,) = deeds("Chad said on Monday that the ship entered the waters of Niger.")
    assert countries(entered)[0] == set()


def test_a_page_where_something_is_said_is_nobody() -> None:
    found = deeds("Kenya's president criticised the Facebook page.")

    assert [m.recipients for m in found] == [()]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenyan police put the number of those who marched to the city hall at 2,500.", set()),
        ("Norway's minister said: What we signed with Chad in May must now be carried out.", {"NOR"}),
    ],
)
def test_who_we_and_those_who_are_is_not_whoever_stands_before(text: str, who: set[str]) -> None:
    (deed,) = (m for m in deeds(text) if m.type in (EventType.PROTEST, EventType.SUPPORT))
    assert countries(deed)[0] == who


def test_a_statement_says_what_whoever_issued_it_says() -> None:
    found = mentions(
        "The Kenyan presidency said in a statement that the road was open. It will not reach Chad, the statement added."
    )
    assert [countries(m)[0] for m in found if m.type is EventType.STATEMENT] == [{"KEN"}, {"KEN"}]
    _, called = mentions("Kenya said in a report that it rained. The report called on Chad to act.")
    assert (called.type, countries(called)) == (EventType.REQUEST, ({"KEN"}, {"TCD"}))


def test_fewer_than_ten_of_the_miners_are_miners() -> None:
    (strike,) = deeds("Norway's minister said fewer than ten of the Chadian miners took part in the strike.")
    assert countries(strike)[0] == {"TCD"}


def test_an_offer_that_somebody_considers_is_not_theirs() -> None:
    assert not deeds("The Norwegian government said that it would study the offer.")


def test_what_is_of_ones_own_country_is_asked_of_nobody() -> None:
    (asked,) = deeds("Kenyan President William Ruto asked for a lower duty on Kenyan tea.")
    assert asked.recipients == ()


def test_what_else_a_visitor_does_is_done_to_others() -> None:
    visit = deeds("The Chadian president visited the flooded districts and ordered the army to rebuild a bridge.")[0]
    assert (visit.type, visit.recipients) == (EventType.CONSULT, ())


def test_a_province_that_does_what_rulers_do_is_its_authorities() -> None:
    def who(text: str) -> list[tuple[str, str | None]]:
        return [(party.name, party.sector) for deed in deeds(text) for party in deed.actors]

    assert who("Texas banned the rally.") == [("authorities of Texas", "GOV")]
    assert who("Texas accused Chad of theft.") == [("people of Texas", "CVL")]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Chad accused Niger of an attack. Peru urged both parties to talk.", {"TCD", "NER"}),
        ("Chad and the Otieno Party of Niger met. Peru urged both parties to talk.", {"TCD", "NER"}),
    ],
)
def test_both_parties_are_the_two_that_had_to_do_with_each_other(text: str, whom: set[str]) -> None:
    assert countries(deeds(text)[-1]) == ({"PER"}, whom)


def test_who_attacks_in_the_clause_that_tells_when_did_it() -> None:
    found = deeds("Nine Kenyan nurses were killed when their car was hit by Chadian troops.")
    assert [countries(m) for m in found] == [({"TCD"}, {"KEN"})] * 2


def test_outlaws_do_not_shoot_their_own() -> None:
    found = deeds("Militants shelled a Kenyan village. Nine terrorists were killed in Kisumu.")
    assert countries(found[-1])[0] == set()
