"""Who does what to whom, in sentences of our own."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions

from dateline_schemas import EventType, Quad, Realis


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya condemned Uganda over the border incident.", "ACCUSE", {"KEN"}, {"UGA"}),
        ("Uganda was condemned by Kenya over the border incident.", "ACCUSE", {"KEN"}, {"UGA"}),  # passive
        ("Norwegian police arrested a Swedish diplomat in Oslo.", "COERCE", {"NOR"}, {"SWE"}),
        ("Japan provided Nepal with emergency medicine.", "AID", {"JPN"}, {"NPL"}),
        ("Peru rejected Chile's demand.", "REJECT", {"PER"}, {"CHL"}),
        ("Turkey threatened to attack Greece.", "THREATEN", {"TUR"}, {"GRC"}),  # one deed, not two
        ("Canada imposed sanctions on Belarus.", "COERCE", {"CAN"}, {"BLR"}),
        ("Germany demanded the release of French hostages from Mali.", "REQUEST", {"DEU"}, {"MLI"}),
        ("Poland expelled the Hungarian ambassador.", "SANCTION", {"POL"}, {"HUN"}),
        ("Egypt praised Jordan for its help.", "SUPPORT", {"EGY"}, {"JOR"}),
        ("Italy offered to Kenya an armoured regiment.", "AGREE", {"ITA"}, {"KEN"}),  # nobody's regiment comes after
        ("Kenya and Uganda have agreed to hold joint exercises.", "AGREE", {"KEN", "UGA"}, set()),
        ("A Nigerian court has convicted five Kenyan rebels.", "SANCTION", {"NGA"}, {"KEN"}),
        ("Chad withdrew its troops from Niger.", "RETREAT", {"TCD"}, {"NER"}),  # not from its own troops
        ("Peru recalled its ambassador from Quito.", "SANCTION", {"PER"}, {"ECU"}),
        ("Peru massed troops along the border with Chile.", "MOBILIZE", {"PER"}, {"CHL"}),
        ("Leaders of Chad's rebels met in Asmara.", "CONSULT", {"TCD"}, set()),  # a place is no partner
        ("The Polish minister arrived in Asmara.", "CONSULT", {"POL"}, {"ERI"}),  # but of a visit it is
        ("Gunmen attacked Kenyan nurses in Pakistan's Karak.", "ASSAULT", {"PAK"}, {"KEN"}),  # not Jordan's
        ("Norway added a Belarusian firm to its sanctions list.", "COERCE", {"NOR"}, {"BLR"}),  # one deed
        ("Nine Norwegians took to the street to protest against Chad.", "PROTEST", {"NOR"}, {"TCD"}),  # one deed
        ("Chadian rebels carried out a bomb attack on Malian nurses.", "ASSAULT", {"TCD"}, {"MLI"}),  # one deed
        ("Nine Norwegian nurses were killed by a roadside bomb in Chad.", "ASSAULT", set(), {"NOR"}),  # not by Chad
        (
            "The assassination of a Peruvian leader in Chad, blamed on Niger, derailed the talks.",
            "ACCUSE",
            set(),
            {"NER"},
        ),  # by whom?
        ("Humanitarian aid from Norway arrived in Chad.", "AID", {"NOR"}, {"TCD"}),  # no visit
        ("Norwegian unions called for protests on Friday.", "THREATEN", {"NOR"}, set()),
        ("Norwegian unions called for a sit-in on Friday.", "THREATEN", {"NOR"}, set()),
        ("Norway called for an inquiry into the attack on Chad.", "REQUEST", {"NOR"}, {"TCD"}),  # no threat
        ("Norway sent nine tons of humanitarian aid to Chad.", "AID", {"NOR"}, {"TCD"}),  # one deed
        ("Chad's government took delivery of nine tons of Norwegian relief goods.", "AID", {"NOR"}, {"TCD"}),
        ("Chad received Norwegian medical supplies.", "AID", {"NOR"}, {"TCD"}),
        ("Norway called the strike a crime. Chad mourned.", "ACCUSE", {"NOR"}, set()),
        ("Niger's capture of the town was confirmed on Monday.", "COERCE", {"NER"}, set()),
        ("Norway will keep its border with Chad closed.", "THREATEN", {"NOR"}, {"TCD"}),
        ("Norway is angered by the execution of a Norwegian writer by Chad.", "ASSAULT", {"TCD"}, {"NOR"}),
        ("Norway's king discussed Libya with the Turkish president.", "CONSULT", {"NOR"}, {"TUR"}),
        ("A Finnish firm sued in a Kenyan court against Uganda.", "ACCUSE", {"FIN"}, {"UGA"}),
        ("Gunmen killed 14 villagers near Tirana, police said.", "ASSAULT", {"ALB"}, {"ALB"}),
        ("Kenya rejected every offer made by Uganda to discuss the border.", "REJECT", {"KEN"}, {"UGA"}),
        ("Turkish jets bombed a Kurdish village in Iraq.", "ASSAULT", {"TUR"}, {"IRQ"}),
        ("Chad and Niger signed a pact on roads to Libya.", "SUPPORT", {"TCD", "NER"}, set()),
        ("India withdrew its troops from the border with China.", "RETREAT", {"IND"}, {"CHN"}),  # its own: means
        ("Algeria recalled its ambassador from Paris.", "SANCTION", {"DZA"}, {"FRA"}),
        ("Taiwan put its military on high alert.", "MOBILIZE", {"TWN"}, set()),
        ("Cuba sent doctors to Italy.", "AID", {"CUB"}, {"ITA"}),  # to whom it is sent
        ("Fighting erupted between the Kenyan army and Ugandan rebels.", "ASSAULT", {"KEN", "UGA"}, set()),
        ("Mexico extradited a suspect to Chile.", "COOPERATE", {"MEX"}, {"CHL"}),
        ("Chad launched an attack on Niger.", "ASSAULT", {"TCD"}, {"NER"}),
        ("Chad launched a scathing attack on Niger.", "ACCUSE", {"TCD"}, {"NER"}),  # in words
        ("Kenya filed a case against Uganda at a court in The Hague.", "ACCUSE", {"KEN"}, {"UGA"}),  # not where
        ("Mexico rejected an offer by Chile to send troops.", "REJECT", {"MEX"}, {"CHL"}),  # not what is offered
        ("Egyptian police fired rubber bullets at Sudanese workers.", "ASSAULT", {"EGY"}, {"SDN"}),
        ("The withdrawal of Finnish soldiers from Chad began.", "RETREAT", {"FIN"}, {"TCD"}),  # they do it themselves
        ("The UN food agency urged Chad to let pupils return to school.", "REQUEST", {"UNO"}, {"TCD"}),
        ("Greek detectives teamed up with Cypriot experts to find it.", "COOPERATE", {"GRC"}, {"CYP"}),
        ("Chad took a swipe at Niger.", "ACCUSE", {"TCD"}, {"NER"}),
        ("Chad massed tanks on the Nigerien border.", "MOBILIZE", {"TCD"}, {"NER"}),
        ("Hezbollah fired rockets from Lebanon at the Israeli town of Zar Beka.", "ASSAULT", {"LBN"}, {"ISR"}),
        ("A Kenyan minister handed a note of protest to the Ugandan ambassador.", "ACCUSE", {"KEN"}, {"UGA"}),
    ],
)
def test_type_and_sides_of_a_plain_sentence(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = [mention for mention in deeds(text) if mention.type.value == kind]

    assert len(found) == 1
    assert countries(found[0]) == (actors, recipients)


def test_who_is_concerned_says_so() -> None:
    saying, sentencing = mentions("Norway is concerned by the sentencing of a nurse in Chad.")

    assert (saying.type, countries(saying)) == (EventType.STATEMENT, ({"NOR"}, set()))
    assert sentencing.type is EventType.SANCTION


def test_partners_are_joint_actors_of_one_deed() -> None:
    found = [m for m in deeds("Kenya and Uganda held talks in Geneva on Monday.") if m.type is EventType.CONSULT]

    assert len(found) == 1
    assert countries(found[0]) == ({"KEN", "UGA"}, set())


def test_who_agrees_in_chorus_does_so_jointly_and_the_places_agreed_on_do_nothing() -> None:
    text = (
        "Kenyan President William Ruto received Ugandan President Yoweri Museveni, and the two leaders agreed to open "
        "a road between Nakuru and Mbale, the Kenyan presidency said."
    )

    (agreed,) = [m for m in deeds(text) if m.type is EventType.AGREE]

    assert [party.name for party in agreed.actors] == ["William Ruto", "Yoweri Museveni"]
    assert agreed.recipients == ()


def test_a_noun_tells_a_deed() -> None:
    found = deeds("Talks between Kenya and Uganda ended on Monday.")

    assert [(m.type, countries(m)[0]) for m in found] == [(EventType.CONSULT, {"KEN", "UGA"})]


def test_what_is_only_important_is_no_deed() -> None:
    assert deeds("The Kenyan president stressed the importance of cooperation with Uganda.") == []


def test_a_planned_visit_is_an_agreement_to_come() -> None:
    (visit,) = [m for m in deeds("The Kenyan president will visit Uganda next week.") if m.type is EventType.AGREE]

    assert visit.realis is Realis.FUTURE
    assert visit.quad is Quad.VERBAL_COOPERATION


def test_a_denied_deed_is_negated() -> None:
    found = [m for m in deeds("Kenya did not attack Uganda.") if m.type is EventType.ASSAULT]

    assert [m.realis for m in found] == [Realis.NEGATED]


@pytest.mark.parametrize(
    "text", ["The Kenyan army denied attacking Uganda.", "Kenya denied that its army had attacked Uganda."]
)
def test_what_somebody_denies_is_negated(text: str) -> None:
    found = [m for m in deeds(text) if m.type is EventType.ASSAULT]

    assert [m.realis for m in found] == [Realis.NEGATED]


def test_why_something_is_not_done_is_not_denied() -> None:
    found = deeds("Norwegian ships cannot unload in Poland because of the strike of the Polish dockers.")

    assert [m.realis for m in found if m.type is EventType.PROTEST] == [Realis.ACTUAL]


def test_a_wish_in_what_somebody_says_is_no_saying_of_its_own() -> None:
    found = mentions("Kenyan President Samuel Kiprono said that Kenya wished for peace in Uganda.")

    assert [m.type for m in found if m.quote[m.trigger.start : m.trigger.end] == "said"] == [EventType.STATEMENT]
    assert not [m for m in found if m.quote[m.trigger.start : m.trigger.end] == "wished"]


def test_a_condition_is_hypothetical() -> None:
    found = [
        m
        for m in deeds("Officials left early. If Kenya attacked Uganda, nobody would win.")
        if m.type is EventType.ASSAULT
    ]

    assert [m.realis for m in found] == [Realis.HYPOTHETICAL]


def test_a_deed_of_long_ago_is_historical() -> None:
    found = [m for m in deeds("Kenya attacked Uganda in 1979.") if m.type is EventType.ASSAULT]

    assert [m.realis for m in found] == [Realis.HISTORICAL]
    assert found[0].date is not None
    assert found[0].date.start == "1979"


def test_a_judgement_is_the_speakers() -> None:
    text = 'President William Ruto said: "The presence of Ethiopian troops harms the security of the region."'

    found = [m for m in deeds(text) if m.type is EventType.ACCUSE]

    assert [countries(m) for m in found] == [({"KEN"}, {"ETH"})]


def test_who_affirms_the_support_of_his_country_supports() -> None:
    found = mentions("President William Ruto affirmed Kenya's support for Norway.")

    assert [m.type for m in found] == [EventType.SUPPORT]


def test_a_saying_without_a_deed_is_a_statement() -> None:
    found = mentions("President William Ruto said the rain had been good this year.")

    assert [(m.type, m.intensity, m.quad) for m in found] == [(EventType.STATEMENT, 0.0, Quad.NEUTRAL)]


def test_what_is_empty_has_a_reason() -> None:
    for mention in mentions("Kenya condemned the attack. Protesters in Nairobi burned tyres, the police said."):
        filled = {
            "actor": mention.actors,
            "recipient": mention.recipients,
            "mode": mention.mode,
            "cameo": mention.cameo,
            "date": mention.date,
            "place": mention.place,
            "attribution": mention.attribution,
        }
        assert set(mention.empty) == {name for name, value in filled.items() if not value}


def test_confidence_and_rule_name_their_source() -> None:
    (found,) = deeds("Kenya condemned Uganda over the border incident.")

    assert 0 < found.confidence < 1
    assert found.rule == "lexicon+weights:110:condemn/v"


def test_the_date_of_another_clause_is_not_the_deeds() -> None:
    (promise,) = [m for m in deeds("Kenya promised Uganda to repair the bridge by 2030.") if m.type is EventType.AGREE]

    assert promise.date is not None
    assert promise.date.start == "2024-06-13"  # the article's own
    assert promise.date.span is None


def test_without_a_political_actor_there_is_no_deed() -> None:
    assert mentions("The cat attacked the dog.") == ()


def test_who_is_abducted_is_the_recipient_not_where() -> None:
    (taken,) = [m for m in deeds("Armed men kidnapped thirty students from a school.") if m.mode == "abduct"]

    assert [party.sector for party in taken.recipients] == ["EDU"]
    assert [party.name for party in taken.recipients] == ["students"]


def test_relatives_who_stage_a_sit_in_protest() -> None:
    found = deeds("Relatives of the missing staged a sit-in outside the ministry in Mexico City.")

    assert [(m.type, m.mode) for m in found] == [(EventType.PROTEST, "demo")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway sharply reduced military aid to Kenya.", ["SANCTION"]),  # the aid is no deed beside it
        ("Chad has suspended military talks with Mali.", ["SANCTION"]),  # nobody "has talks"
        ("Jordan and Norway began a new round of joint military exercises.", ["COOPERATE"]),
    ],
)
def test_a_verb_says_what_is_done_to_what_its_object_names(text: str, kinds: list[str]) -> None:
    assert [mention.type.value for mention in deeds(text)] == kinds


def test_what_somebody_said_he_would_do_is_announced() -> None:
    (found,) = [m for m in deeds("Kenya said it would release fifty prisoners.") if m.type is not EventType.STATEMENT]

    assert (found.type, found.realis) == (EventType.CONCEDE, Realis.FUTURE)


def test_what_would_happen_on_a_condition_is_only_possible() -> None:
    (found,) = deeds("A deal would free Kenyan prisoners.")

    assert found.realis is Realis.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Norway will not donate tents to Chad.",
        "Norway said it would not donate tents to Chad.",
    ],
)
def test_who_says_that_he_will_not_help_refuses(text: str) -> None:
    (found,) = [m for m in deeds(text) if m.type is not EventType.STATEMENT]

    assert (found.type, found.realis) == (EventType.REJECT, Realis.ACTUAL)


def test_a_hanging_participle_goes_with_the_subject_before_it() -> None:
    text = "Gunmen opened fire on a church in Chad, killing ten people, the governor said on Sunday."

    (killing,) = [m for m in deeds(text) if text[m.trigger.start : m.trigger.end] == "killing"]

    assert [party.name for party in killing.actors] == ["gunmen"]


def test_a_circumstance_has_participants_of_its_own() -> None:
    found = deeds("Kenyan police arrested Ugandan students before a summit of leaders.")

    assert [(m.type, countries(m)) for m in found] == [(EventType.COERCE, ({"KEN"}, {"UGA"}))]


def test_where_words_are_spoken_is_no_recipient() -> None:
    (said,) = [m for m in deeds("The Danish minister praised the plan in Oslo.") if m.type is EventType.SUPPORT]

    assert said.recipients == ()


def test_a_government_and_people_of_one_state_are_both_its_own() -> None:
    (voiced,) = [
        m
        for m in deeds("Denmark voiced its support for the government and people of Chad.")
        if m.type is EventType.SUPPORT
    ]

    assert {party.country for party in voiced.recipients} == {"TCD"}


def test_partners_with_their_abbreviations_are_tied() -> None:
    (agreed,) = [
        m for m in deeds("The African Union (AU), Niger and Chad agreed to share data.") if m.type is EventType.AGREE
    ]

    assert countries(agreed)[0] == {"IGO", "NER", "TCD"}


def test_the_ends_of_a_way_are_no_place_where_a_deed_is_done() -> None:
    text = "Kenya's and Uganda's ministers met in Nakuru and agreed to build a road between Mombasa and Kampala."

    assert {mention.place.name for mention in deeds(text) if mention.place} == {"Nakuru"}


def test_what_does_not_help_refuses_nothing() -> None:
    assert "REJECT" not in {m.type.value for m in deeds("The Kenyan president's words do not help Uganda.")}


def test_a_time_that_hangs_on_another_is_not_the_day_of_the_article() -> None:
    found = deeds("Kenya arrested three Ugandan soldiers in May. Three days later, Uganda recalled its ambassador.")

    assert [mention.date for mention in found][1:] == [None]
    assert "depends on another date" in found[1].empty["date"]


def test_a_time_that_hangs_on_the_day_told_before_is_so_many_days_from_it() -> None:
    found = deeds("Kenya arrested three Ugandan soldiers on Monday. Two days later, Uganda recalled its ambassador.")

    assert [mention.date.start for mention in found if mention.date] == ["2024-06-10", "2024-06-12"]


def test_a_place_is_one_at_each_mention() -> None:
    text = (
        "VIENNA, May 6 (Reuters) - The Kenyan president left. He met the Ugandan foreign minister in Vienna on Tuesday."
    )

    assert [m.place.name for m in deeds(text) if m.type is EventType.CONSULT and m.place] == ["Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "Two earthquakes killed 2,000 people in Peru.",
        "Heat killed 60 pilgrims in Mecca.",
        "Heavy snow killed 12 people in Japan.",
        "Tainted alcohol killed 30 villagers in India.",
        "Nine Peruvians were killed in a bus crash.",
        "Five Kenyans died in an attempt to cross the lake.",
        "The Danish premier was defeated in the election.",
        "Regulators said the Danish firm abused its dominant position.",
        "The Kenyan ministry did not answer a request for comment.",
        "The United Nations runs a displaced persons' camp in Kenya.",
    ],
)
def test_disasters_elections_and_turns_of_phrase_are_no_deeds(text: str) -> None:
    assert [m for m in deeds(text) if m.type is not EventType.STATEMENT] == []


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Danish troops marched into Tallinn.", "COERCE", "seize"),
        ("The Kenyan government imposed a curfew in Nakuru.", "COERCE", "curfew"),
        ("Norway fired a ballistic missile at an airport in Chad.", "ASSAULT", "heavy-weapons"),
    ],
)
def test_a_longer_phrase_tells_a_word_of_two_senses(text: str, kind: str, mode: str) -> None:
    assert [(m.type.value, m.mode) for m in deeds(text)] == [(kind, mode)]
