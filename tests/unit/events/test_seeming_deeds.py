"""What only looks like a deed, in sentences of our own, beside the deed that it looks like."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions

from dateline_schemas import EventType


def types(text: str) -> set[str]:
    return {mention.type.value for mention in deeds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Two trams collided in Oslo, injuring nine Norwegians.",
        "Seven Kenyans were killed when a bus overturned near Nairobi.",
        "The rocket blew up on the pad, the Indian space agency said.",
        "The driver said that he blacked out, police in Norway said.",
        "The report released by the Kenyan government tells of losses.",
        "Kenya's police have not released his name.",
        "Kenya's government released a list of the dead.",
        "The Kenyan minister asked why the train was late.",
        "The mayor of Nairobi called it a black day.",
        "The Kenyan minister named the envoy who travelled with him.",
        "Kenya's president asked if the talks were over.",
        "People in Kenya are fed up with their president.",
        "The Kenyan army noted that a drug would not have worked at once, leaving the boy in danger.",
        "Chad demonstrated that its radars work.",
        "The alleged leader of the rebels lives in Chad.",
        "Chad said that its soldiers had to leave.",
        "The firm helped explain the losses, Kenya said.",
        "The footage released on Kenyan television shows the soldiers.",
        "Asked about the talks, the Kenyan minister smiled.",
        "The Kenyan minister smiled in March.",
        "The tariffs hit exporters in Kenya, a trader said.",
        "A note released by the Kenyan palace tells of the floods.",
        "The museum of the genocide trial opened in Rwanda.",
        "The rains put the price down to a dollar, Kenya said.",
        "Japan found no missile fragments landing in its waters.",
        "The Kenyan navy said the two charts agree with what the divers saw.",
    ],
)
def test_no_deed_is_told(text: str) -> None:
    assert types(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven Kenyans were killed by rebels when a bus stopped near Nairobi.", "ASSAULT"),
        ("Rebels blew up a bridge in Chad.", "ASSAULT"),
        ("Students march in Kenya against the fees.", "PROTEST"),
        ("A strike on a convoy killed nine Kenyans.", "ASSAULT"),
        ("Kenya's government released nine prisoners.", "RETREAT"),
        ("Kenya asked Uganda to send a team.", "REQUEST"),
        ("Norway will not release the sailors.", "REJECT"),
        ("Students demonstrated in Chad against the fees.", "PROTEST"),
        ("The rebels have to leave, Chad said.", "REQUEST"),
        ("Kenya helped Uganda.", "AID"),
        ("Japan launched a missile at the island of Guam.", "ASSAULT"),
    ],
)
def test_the_deed_it_looks_like_is_told(text: str, expected: str) -> None:
    assert expected in types(text)


def test_a_missile_launched_at_an_hour_hits_nobody() -> None:
    assert types("North Korea launched a missile at 6 a.m. on Friday.") == {"MOBILIZE"}


@pytest.mark.parametrize("text", ["Norway supplied bombs to Chad.", "Norway sold rifles and bombs to Chad."])
def test_arms_that_are_supplied_are_no_attack(text: str) -> None:
    assert "ASSAULT" not in types(text)


def test_who_drills_alone_shows_force_and_who_drills_together_cooperates() -> None:
    assert types("Iran held naval exercises in the Gulf.") == {"MOBILIZE"}
    assert types("India and Japan held naval exercises in the Gulf.") == {"COOPERATE"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan vowed on Sunday to increase its aid to Fiji.", EventType.AGREE),
        ("Iran pledged late on Monday night to support Chad.", EventType.AGREE),
        ("Kenya called Friday for talks.", EventType.REQUEST),
    ],
)
def test_a_day_may_stand_within_a_phrase(text: str, kind: EventType) -> None:
    assert kind in {mention.type for mention in mentions(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway's prime minister called the launch a reckless act.", EventType.ACCUSE),
        ("Norway linked the hack to a Russian group.", EventType.ACCUSE),
        ("The militants handed over 14 girls to the Nigerian authorities.", EventType.RETREAT),
        ("The Kenyan parliament passed the bill on Tuesday.", EventType.SUPPORT),
        ("Germany advised its citizens to leave Mali.", EventType.REQUEST),
        ("The top court of Kenya struck down the law.", EventType.REJECT),
        ("The Norwegian minister denounced a strike on the hospital in Gao.", EventType.ASSAULT),
    ],
)
def test_newsrooms_words_for_deeds(text: str, kind: EventType) -> None:
    assert [mention for mention in deeds(text) if mention.type is kind and any(countries(mention))]


def test_what_may_come_by_itself_is_no_threat() -> None:
    assert "THREATEN" not in types("The president of Chad warned that the drought could lead to hunger.")
    assert "THREATEN" in types("The president of Chad warned that his army could attack Niger.")


def test_a_game_is_no_war() -> None:
    assert types("Chile beat Peru in the final of the cup.") == set()
    assert types("Rebels beat the coach of Mali in the town of Gao.") == {"ASSAULT"}


def test_who_is_hurt_in_a_crash_is_hurt_by_nobody() -> None:
    assert types("Nine Kenyans died in the crash, while 50 were injured.") == set()


def test_politicians_attack_each_other_in_words() -> None:
    assert types("Donald Trump attacked Hillary Clinton on Monday.") == {"ACCUSE"}
    assert types("Vladimir Putin attacked Ukraine on Monday.") == {"ASSAULT"}


def test_what_sanctions_are_on_is_no_deed_beside_them() -> None:
    assert types("The UN imposed sanctions on exports to North Korea.") == {"COERCE"}


@pytest.mark.parametrize(
    "text", ["Peru's president called a meeting to discuss the walkout.", "Putin and Erdogan met to discuss the truce."]
)
def test_what_a_meeting_is_for_is_no_second_meeting(text: str) -> None:
    assert [mention.type for mention in deeds(text) if mention.type is EventType.CONSULT] == [EventType.CONSULT]


def test_what_a_thing_is_made_for_is_no_deed() -> None:
    assert "ASSAULT" not in types("Kenya bought nine attack helicopters from Russia.")


def test_an_adverb_may_stand_within_a_phrase() -> None:
    assert EventType.STATEMENT in {mention.type for mention in mentions("Russia is deeply worried over the launches.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's king called the bombing a cowardly act.", ["ACCUSE"]),
        ("Chad's union called the strike on Monday.", ["PROTEST"]),
        ("Chad rejected an accusation by Kenyan officials that Gao was behind the attack.", ["REJECT"]),
        ("An earlier version of this article said that Chad bombed a port in Mali.", []),
        ("Chad said that it would continue the exercise in Mali until Sunday.", []),
        ("Kenya's king met Mali's in Gao and condemned Chad's strikes on Lima.", ["CONSULT", "ACCUSE", "ASSAULT"]),
    ],
)
def test_what_is_only_spoken_of_is_nobodys_deed(text: str, expected: list[str]) -> None:
    assert [deed.type.value for deed in deeds(text)] == expected


def test_a_strike_that_kills_is_no_walkout() -> None:
    (killed,) = deeds("An Israeli strike killed nine nurses in Gaza.")
    assert killed.type is EventType.ASSAULT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Syria demanded an end to Israeli strikes.", EventType.ASSAULT),
        ("Peru's minister spoke of a French strike over pensions.", EventType.PROTEST),
    ],
)
def test_whose_strike_it_is_tells_of_what_kind(text: str, kind: EventType) -> None:
    assert deeds(text)[-1].type is kind


@pytest.mark.parametrize(
    "text", ["Youths hurled petrol bombs at Kenyan police.", "Chad bombed a Malian port with glide bombs."]
)
def test_what_one_attacks_with_is_no_attack_of_its_own(text: str) -> None:
    assert len(deeds(text)) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kenyan officer slapped a nurse.", EventType.ASSAULT),
        ("Norway slapped tariffs on Chile.", EventType.COERCE),
        ("Kenya's premier called on Peru's president in Lima.", EventType.CONSULT),
        ("Kenya called on Peru's president to resign.", EventType.REQUEST),
    ],
)
def test_what_a_word_means_by_what_stands_with_it(text: str, kind: EventType) -> None:
    assert [m.type for m in deeds(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "sayings"),
    [
        ("In a terse statement, Norway insisted that it had paid.", ["insisted"]),
        ("Norway condemned Chad in a statement.", []),
        ("A statement by Norway was read out.", ["statement"]),
    ],
)
def test_a_statement_is_told_by_the_verb_of_what_is_said_in_it(text: str, sayings: list[str]) -> None:
    assert [text[m.trigger.start : m.trigger.end] for m in mentions(text) if m.type.value == "STATEMENT"] == sayings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Bureau of Criminal Investigation of Kenya has a new head.", "ACCUSE"),
        ("Kenya has an Alliance Against Torture.", "ASSAULT"),
        ('"A lie," Kenyan spokeswoman Jane Opondo shot back.', "ASSAULT"),
        ("Kenyan members of an outlawed party left Nairobi.", "COERCE"),
        ("Kenya reached starving people in Chad.", "COERCE"),
    ],
)
def test_words_of_names_and_of_retorts_are_no_deeds(text: str, kind: str) -> None:
    assert kind not in {mention.type.value for mention in mentions(text)}


def test_who_reads_a_claim_does_not_suffer_the_attack() -> None:
    [claim] = mentions("Boko Haram owned the attack in a message sent to journalists in Chad.")
    assert claim.type is EventType.STATEMENT
    assert not claim.recipients
