"""Who does a deed, and to whom, where the words say it only by the way."""

import pytest
from tests.unit.events.coding import countries, deeds


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Two Kenyan nurses were arrested in Juba on Sunday.", "COERCE", {"SSD"}, {"KEN"}),  # who else arrests there
        ("Three Malian migrants in Algeria were deported on Sunday.", "COERCE", {"DZA"}, {"MLI"}),
        ("A Kenyan nurse was abducted in Juba on Sunday.", "ASSAULT", set(), {"KEN"}),  # anybody abducts
        ("A Kenyan smuggler was hanged in Juba on Sunday.", "ASSAULT", {"SSD"}, {"KEN"}),
        ("Kenya sent its foreign minister to Juba on Sunday.", "CONSULT", {"KEN"}, {"SSD"}),
        (
            "Kenya's president denounced Chad's retaliation and warned that Kenya would respond.",
            "THREATEN",
            {"KEN"},
            {"TCD"},
        ),
        ("Chadian and Kenyan soldiers exchanged fire in Gao for two hours.", "ASSAULT", {"TCD", "KEN"}, set()),
        ("Chadian soldiers exchanged fire in Gao with Kenyan soldiers.", "ASSAULT", {"TCD"}, {"KEN"}),
        ("A Kenyan editor was ordered to surrender by Sunday.", "REQUEST", set(), {"KEN"}),
        ("Kenya's president thanked Chad in a phone call on Sunday.", "CONSULT", {"KEN"}, {"TCD"}),
        ("Nine Afghan shepherds were killed in a Pakistani operation.", "ASSAULT", {"PAK"}, {"AFG"}),
        ("Nine Afghan shepherds were killed in a Pakistani village.", "ASSAULT", set(), {"AFG"}),  # nobody's deed
        ("The Kenyan and Somali ministers were brought together in Doha.", "CONSULT", {"KEN", "SOM"}, set()),
        ("A ceasefire took hold between Chad and Niger on Sunday.", "RETREAT", {"TCD", "NER"}, set()),
        ("The two armies exchanged fire along the border between Chad and Niger.", "ASSAULT", {"TCD", "NER"}, set()),
        ("Gunmen killed a nurse on the border between Chad and Niger.", "ASSAULT", {None}, {None}),  # not the states'
        ("The release of ten sailors by Chad was announced on Sunday.", "RETREAT", {"TCD"}, {"TCD"}),
        ("The rapper is in the third week of a hunger strike in Peru.", "PROTEST", {"PER"}, {"PER"}),
        ("A rally against Israel drew 9,000 Danes to the square.", "PROTEST", {"DNK"}, {"ISR"}),
        ("A Kenyan pastor was kidnapped in Chad and sentenced to death.", "SANCTION", {"TCD"}, {"KEN"}),
        ("Norway mourned a Kenyan pastor kidnapped in May and freed in June.", "RETREAT", set(), {"KEN"}),
        ("A Ugandan raid killed nine Chadian nurses.", "ASSAULT", {"UGA"}, {"TCD"}),
        ("Kenyan gunmen toured a port in Mali, killing nine Chadians.", "ASSAULT", {"KEN"}, {"TCD"}),
        ("Mali said that Chadian rebels toured a port, killing nine Ugandans.", "ASSAULT", {"TCD"}, {"UGA"}),
        ("Gunmen stormed a bank in Gao.", "ASSAULT", {"MLI"}, {"MLI"}),  # to storm is no storm
        ("Peru's council will meet at Chile's request.", "REQUEST", {"CHL"}, {"PER"}),  # who grants it
        ("Youths in Chad hurled stones, Chadian police said.", "PROTEST", {"TCD"}, {"TCD"}),
        ("GAO, March 3 - A curfew was imposed on Sunday.", "COERCE", {"MLI"}, {"MLI"}),
        ("A Chinese coastguard cutter rammed a Philippine boat.", "ASSAULT", {"CHN"}, {"PHL"}),
        ("Peru's council was convened at Chile's request.", "REQUEST", {"CHL"}, set()),
        ("Chad relented at the request of Peru's king.", "CONCEDE", {"TCD"}, set()),
        ("The army imposed a curfew in Gao.", "COERCE", {"MLI"}, {"MLI"}),
        ("Chad's army imposed a curfew on the capital.", "COERCE", {"TCD"}, {"TCD"}),
        ("Peru's minister was on the radio accusing Chile.", "ACCUSE", {"PER"}, {"CHL"}),
        ("Students gathered in Lima, where thousands rallied to demand elections.", "PROTEST", {"PER"}, set()),
        ("Kenya has again denied arming the Chadian rebels.", "AID", {"KEN"}, {"TCD"}),
        ("The EU froze 30 million euros in defence aid to Georgia in July.", "SANCTION", {"EUR"}, {"GEO"}),
        (
            "Iran-backed militias shelled a Kurdish port in Turkey.",
            "ASSAULT",
            {None},
            {"TUR"},
        ),  # who backs them is not they
        ("Peru's king thanked Chad for its offer to mediate.", "AGREE", {"TCD"}, {"PER"}),
        ("Kenya accused Chad of shelling a port.", "ASSAULT", {"TCD"}, set()),
        ("Kenyan police confirmed the arrest of nine Chadians.", "COERCE", {"KEN"}, {"TCD"}),
        ("Chadian insurgents torched shops in Gao.", "ASSAULT", {"TCD"}, set()),
        ("One suspect attacked a Kenyan soldier.", "ASSAULT", {"KEN"}, {"KEN"}),
        ("Peru's king regretted the distress caused but rejected Chad's demands.", "REJECT", {"PER"}, {"TCD"}),
        ("Danish sailors held by Iran were released on Sunday.", "RETREAT", {"IRN"}, {"DNK"}),
        ("A call by Peru for Chile to leave the reef went unheeded.", "REQUEST", {"PER"}, {"CHL"}),
        ("The extradition of a drug smuggler from Spain to Peru was completed.", "COOPERATE", {"ESP"}, {"PER"}),
    ],
)
def test_who_does_what_the_words_leave_unsaid(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = [mention for mention in deeds(text) if mention.type.value == kind]

    assert [countries(mention) for mention in found] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Ugandan rebels shot villagers at a market in Goma.", "ASSAULT", {"COD"}),  # the victims are where it is done
        ("The massing of Kenyan troops near Mogadishu alarmed pilots.", "MOBILIZE", {"SOM"}),
        ("Dockers flooded the streets of Lima.", "PROTEST", {"PER"}),
        ("The United Nations suspended aid deliveries in Gao.", "SANCTION", {"MLI"}),
        ("Niger's minister reaffirmed Niger's support for efforts to help the Chadian army.", "SUPPORT", {"TCD"}),
        ("Peru's government rejected a plan for mines.", "REJECT", set()),  # whose plan, nobody says
        ("Peru's army opened fire with mortars.", "ASSAULT", set()),  # perhaps at somebody abroad
        ("Nepal asked for help from India with a broken dam and a burning tanker.", "REQUEST", {"IND"}),
        ("Students in Lima staged a sit-in for better wages.", "PROTEST", {"PER"}),
        ("Peruvian students in Santiago staged a sit-in for better wages.", "PROTEST", set()),  # or is it Chile's
        ("Norway froze accounts that belong to a Chadian minister.", "COERCE", {"TCD"}),
        ("Accounts belonging to a Chadian minister were frozen by Norway.", "COERCE", {"TCD"}),
        ("Kenya demanded that Uganda release a jailed reporter.", "REQUEST", {"UGA"}),  # who shall do it
        ("A Kenyan bomber hit a Ugandan gold mining company.", "ASSAULT", {"UGA"}),
        ("Police in Lima detained 40 on Sunday.", "COERCE", {"PER"}),  # a number of people of the place
        ("Turkish police detained dozens.", "COERCE", {"TUR"}),  # police arrest at home
        ("Turkish police detained nine people.", "COERCE", {"TUR"}),
        ("Nine were arrested near a church in Gao.", "COERCE", {"MLI"}),
        ("A missile struck a church in Gao.", "ASSAULT", {"MLI"}),
        ("Kenya thanked Chad for sending doctors.", "AID", {"KEN"}),
        ("Kenya's premier accused her former boss of leaning on a Chadian judge.", "ACCUSE", set()),
    ],
)
def test_to_whom_it_is_done_by_what_stands_around(text: str, kind: str, recipients: set[str]) -> None:
    found = [mention for mention in deeds(text) if mention.type.value == kind]

    assert [countries(mention)[1] for mention in found] == [recipients]


def test_two_states_open_a_headline_with_a_comma_between_them() -> None:
    found = deeds("Chad, Niger sign pact on grain")

    assert countries(found[0])[0] == {"TCD", "NER"}


def test_police_who_act_in_the_sentence_are_those_who_arrest() -> None:
    text = "Serbian police used tear gas after men threw flares, and 42 people were detained."
    assert [countries(deed)[0] for deed in deeds(text)] == [{"SRB"}, {"SRB"}]


@pytest.mark.parametrize(
    "text",
    [
        "Nine Chadian clerks were killed when Kenya shelled a market.",
        "Nine Chadian clerks died in a Kenyan strike.",
        "Nine Chadian clerks died in a strike by Kenya.",
    ],
)
def test_who_strikes_kills_whom_the_clause_says_died(text: str) -> None:
    found = [m for m in deeds(text) if m.recipients]
    assert {(m.type.value, *map(frozenset, countries(m))) for m in found} == {
        ("ASSAULT", frozenset({"KEN"}), frozenset({"TCD"}))
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya-Chad talks began in Oslo.", {"KEN", "TCD"}),
        ("Kenya-Chad trade talks resumed in Oslo.", {"KEN", "TCD"}),
        ("Franco-Chadian talks were held in Oslo.", {"FRA", "TCD"}),
        ("Sino-Kenyan talks were held in Oslo.", {"CHN", "KEN"}),
    ],
)
def test_two_with_a_hyphen_between_meet(text: str, who: set[str]) -> None:
    assert [countries(m) for m in deeds(text) if m.type.value == "CONSULT"] == [(who, set())]


def test_half_of_an_adjective_is_a_name_elsewhere() -> None:
    assert "FRA" not in set().union(*countries(deeds("Itamar Franco met Kenya's minister.")[0]))


@pytest.mark.parametrize("what", ["behind the blast", "responsible for the blast", "to blame for the blast"])
def test_who_says_whose_deed_it_was_accuses(what: str) -> None:
    for text in (f"Kenya said Chad was {what}.", f"Chad was {what}, Kenya said."):
        assert [countries(m) for m in deeds(text) if m.type.value == "ACCUSE"] == [({"KEN"}, {"TCD"})]


def test_whom_somebody_backs_is_somebody_else() -> None:
    assert [countries(m)[0] for m in deeds("A Kenyan-backed force shelled Chad.")] == [set()]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya shelled a market. Nine Chadian clerks were killed.", {"KEN"}),
        ("Kenya shelled a market. Nine Chadian clerks were killed and ten wounded.", {"KEN"}),
        ("Kenya shelled a market. It rained. Nine Chadian clerks were killed.", set()),
        ("Kenya shelled a market. Nine Chadian clerks were killed in Oslo.", set()),
        ("Kenya shelled a market. Peru shelled a port. Nine Chadian clerks were killed.", {"PER"}),
        ("Kenya shelled a market and Peru shelled a port. Nine Chadian clerks were killed.", set()),
        ("Kenya shelled a market. Nine Chadian clerks were killed when a bus overturned.", set()),
        ("Kenyan police beat a clerk. Nine Kenyan officers were wounded.", set()),
    ],
)
def test_who_struck_just_before_hurt_those_who_were_hurt(text: str, actors: set[str]) -> None:
    hurt = [countries(m)[0] for m in deeds(text) if m.type.value == "ASSAULT" and m.recipients]
    assert set().union(*hurt[-1:]) == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya freed six Chadian nurses it had held in Goma.", ["nurses of Chad"]),
        ("Kenya freed six nurses held in the province of Ituri.", ["nurses"]),
        ("Kenya sent six nurses to Chad.", ["Chad"]),
    ],
)
def test_who_is_let_go_suffers_it_wherever_that_was(text: str, recipients: list[str]) -> None:
    assert [party.name for party in deeds(text)[0].recipients] == recipients


def test_who_summons_an_envoy_takes_his_state_to_task() -> None:
    for text in (
        "Kabul called in Islamabad's charge d'affaires on Thursday.",
        "Kabul summoned the Pakistani head of mission on Thursday.",
    ):
        [summons] = deeds(text)
        assert (summons.type.value, *countries(summons)) == ("ACCUSE", {"AFG"}, {"PAK"})


def test_those_who_are_only_counted_are_killed_all_the_same() -> None:
    assert [deed.mode for deed in deeds("Rebels from Chad killed nine nurses and abducted at least 20.")] == [
        None,
        "abduct",
    ]


@pytest.mark.parametrize("before", ["clashes", "fighting"])
def test_what_killed_was_no_deed_of_who_acted_after_it(before: str) -> None:
    killing = next(
        d for d in deeds(f"Kenya closed the border after {before} in Gao killed ten people.") if d.mode is None
    )
    assert (killing.type.value, killing.actors) == ("ASSAULT", ())


def test_who_says_what_we_did_and_then_did_does_both() -> None:
    said = '"We have met the envoy and asked Bangladesh to help," Indian Foreign Minister Ravi Okello said.'
    asking = next(deed for deed in deeds(said) if deed.type.value == "REQUEST")
    assert countries(asking) == ({"IND"}, {"BGD"})
