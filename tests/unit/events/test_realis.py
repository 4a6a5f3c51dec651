"""Whether a deed is told as done."""

import pytest
from tests.unit.events.coding import countries, deeds

from dateline_schemas import EventType, Realis


def told(text: str, kind: EventType) -> set[Realis]:
    return {mention.realis for mention in deeds(text) if mention.type is kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru has no plans to hold a telephone conversation with Chile's president.", EventType.CONSULT),
        ("No Kenyan civilians were wounded by the Ugandan army.", EventType.ASSAULT),
        ("None of the Chilean ministers resigned on Monday.", EventType.RETREAT),
        ("Neither Chad nor Niger attacked Mali.", EventType.ASSAULT),
        ("The Kenyan parliament ratified nothing.", EventType.SUPPORT),
        ("Uganda was attacked by no one.", EventType.ASSAULT),
        ("Nobody attacked the Kenyan embassy or shelled the Kenyan camp.", EventType.ASSAULT),
        ("No talks had been held between Kenya and Uganda.", EventType.CONSULT),
        ("Kenya held no talks with Uganda.", EventType.CONSULT),
        ("Norway found no evidence that Chad attacked Niger.", EventType.ASSAULT),
    ],
)
def test_what_nobody_did_is_negated(text: str, kind: EventType) -> None:
    assert told(text, kind) == {Realis.NEGATED}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad avoided a clash with Niger.", EventType.ASSAULT),
        ("Chad stopped short of accusing Niger.", EventType.ACCUSE),
        ("Chad refrained from bombing Niger.", EventType.ASSAULT),  # read as a bombing Niger
        ("Chad refrained from bombing the town in Niger.", EventType.ASSAULT),
        ("Chad ruled out sending troops to Niger.", EventType.MOBILIZE),
        ("Kenya failed to release the Ugandan prisoners.", EventType.RETREAT),
        ("Kenyan troops thwarted an attack on Uganda.", EventType.ASSAULT),
        ("Chad chose to negotiate with Niger rather than attack it.", EventType.ASSAULT),
    ],
)
def test_what_somebody_keeps_from_is_negated(text: str, kind: EventType) -> None:
    assert told(text, kind) == {Realis.NEGATED}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya denied that it carried out the bombing of the Ugandan town.",
        "Kenya denied involvement in the shelling of Kampala.",
        "Kenya denied any role in the attack on Uganda.",
        "Kenya rejected reports that it had shelled Kampala.",
        "Chad denied accusations of shelling Niger.",
    ],
)
def test_a_denied_part_or_report_of_a_deed_denies_it(text: str) -> None:
    assert told(text, EventType.ASSAULT) == {Realis.NEGATED}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway proposed that Chad expel the Sudanese envoy.", EventType.SANCTION),
        ("Uganda insisted that Kenya impose sanctions on Chad.", EventType.COERCE),
        ("A Peruvian court issued a warrant for the arrest of the Chilean minister.", EventType.COERCE),
        ("Norway wants an investigation of the Chadian army.", EventType.ACCUSE),
        ("The talks would resume if the Cambodian army did not attack Thailand.", EventType.ASSAULT),
    ],
)
def test_what_is_asked_for_or_a_condition_is_hypothetical(text: str, kind: EventType) -> None:
    assert told(text, kind) == {Realis.HYPOTHETICAL}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad not only attacked Niger but also seized a town.", EventType.ASSAULT),
        ("No fewer than ten Kenyan soldiers attacked the Ugandan town.", EventType.ASSAULT),
        ("Kenya failed to prevent the attack on the Ugandan embassy.", EventType.ASSAULT),
        ("Kenya did not deny that it had shelled Kampala.", EventType.ASSAULT),
        ("Chad managed to seize the town in Niger.", EventType.COERCE),
        ("Chad began to shell the town in Niger.", EventType.ASSAULT),
    ],
)
def test_words_that_only_look_like_denials_deny_nothing(text: str, kind: EventType) -> None:
    assert told(text, kind) == {Realis.ACTUAL}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president is to hold talks with Uganda next week.",
        "The Kenyan president is due to hold talks with Uganda next week.",
    ],
)
def test_what_somebody_is_to_do_is_announced(text: str) -> None:
    assert told(text, EventType.AGREE) == {Realis.FUTURE}


def test_a_deed_with_an_anniversary_is_history() -> None:
    text = "France imposed sanctions on Chad on the second anniversary of the invasion of Niger."

    (invasion,) = [m for m in deeds(text) if text[m.trigger.start : m.trigger.end] == "invasion"]

    assert invasion.realis is Realis.HISTORICAL


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Rebels who were freed in May attacked the town of Gao, Mali said.", EventType.ASSAULT, Realis.ACTUAL),
        ("The release of the girls by Boko Haram has not been verified.", EventType.RETREAT, Realis.ACTUAL),
        ("Mali will investigate the killing of civilians by its soldiers.", EventType.ASSAULT, Realis.ACTUAL),
        ("Japan's navy did not try to sink the ship of the Chinese army.", EventType.ASSAULT, Realis.NEGATED),
        ("Chadian rebels tried to attack the army of Niger.", EventType.ASSAULT, Realis.HYPOTHETICAL),
        ("Mali's government did not carry out its threat against Chad.", EventType.THREATEN, Realis.ACTUAL),
        ("The ministers will meet on Friday at Chad's request.", EventType.REQUEST, Realis.ACTUAL),
        ("Norway suggested that Kenya and Uganda hold talks.", EventType.CONSULT, Realis.HYPOTHETICAL),
        ("UN rules ban North Korea from launching a missile.", EventType.MOBILIZE, Realis.NEGATED),
        ("Norway insisted the council meet on Friday.", EventType.CONSULT, Realis.HYPOTHETICAL),
        ("Mali shot rebels not far from a protest by students in Gao.", EventType.PROTEST, Realis.ACTUAL),
    ],
)
def test_what_is_denied_attempted_or_only_looked_into(text: str, kind: EventType, expected: Realis) -> None:
    assert expected in told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Chad did not want to attack Niger.", EventType.ASSAULT, Realis.NEGATED),
        ("Chad has yet to condemn Niger.", EventType.ACCUSE, Realis.NEGATED),
        ("Chad has been unable to free the hostages.", EventType.RETREAT, Realis.NEGATED),
        ("North Korea is able to strike American cities.", EventType.ASSAULT, Realis.HYPOTHETICAL),
        ("Rebels are said to have killed nine soldiers in Mali.", EventType.ASSAULT, Realis.ACTUAL),
        ("Chad appears to have withdrawn its troops from Niger.", EventType.RETREAT, Realis.ACTUAL),
        ("Chad used drones to attack Niger.", EventType.ASSAULT, Realis.ACTUAL),
        ("Chad was quick to condemn Niger.", EventType.ACCUSE, Realis.ACTUAL),
        ("Kenya said the rebels are to blame for the losses.", EventType.ACCUSE, Realis.ACTUAL),
    ],
)
def test_what_the_verb_over_an_infinitive_makes_of_it(text: str, kind: EventType, expected: Realis) -> None:
    assert told(text, kind) == {expected}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Had the police fired on the crowd, many would have died.", EventType.ASSAULT, Realis.HYPOTHETICAL),
        ("Had the police fired on the crowd?", EventType.ASSAULT, Realis.ACTUAL),
        ("South Korea considered sending rifles to Ukraine.", EventType.AID, Realis.HYPOTHETICAL),
        ("Egypt has yet to release the Chadian activists.", EventType.RETREAT, Realis.NEGATED),
    ],
)
def test_what_was_not_done_or_not_yet(text: str, kind: EventType, expected: Realis) -> None:
    assert told(text, kind) == {expected}


def test_what_is_expected_of_somebody_nobody_says() -> None:
    assert not told("Turkey is expected to lift its ban on imports from Syria.", EventType.STATEMENT)


def test_never_to_recognise_somebody_is_a_refusal() -> None:
    assert told("Serbia would never recognise Kosovo.", EventType.REJECT) == {Realis.ACTUAL}


@pytest.mark.parametrize("few", ["No fewer than", "Not less than", "No less than", "No more than"])
def test_no_fewer_than_nine_are_some(few: str) -> None:
    [killed] = [m for m in deeds(f"{few} nine Chadian clerks were killed by Kenya.") if m.type.value == "ASSAULT"]
    assert killed.realis is Realis.ACTUAL


def test_none_are_nobody() -> None:
    [killed] = [m for m in deeds("No Chadian clerks were killed by Kenya.") if m.type.value == "ASSAULT"]
    assert killed.realis is Realis.NEGATED


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Kenya stopped short of arresting the Chadian clerks.", Realis.NEGATED),
        ("Far from arresting the Chadian clerks, Kenya fed them.", Realis.NEGATED),
        ("It is not true that Kenya arrested the Chadian clerks.", Realis.NEGATED),
        ("It is true that Kenya arrested the Chadian clerks.", Realis.ACTUAL),
        ("Reports that Kenya arrested the Chadian clerks are false.", Realis.NEGATED),
        ("Kenya was able to arrest the Chadian clerks.", Realis.ACTUAL),
        ("Kenya may be able to arrest the Chadian clerks.", Realis.HYPOTHETICAL),
    ],
)
def test_what_is_said_of_an_arrest_before_it_is_told(text: str, realis: Realis) -> None:
    [arrest] = [m for m in deeds(text) if m.mode == "arrest"]
    assert (arrest.realis, countries(arrest)) == (realis, ({"KEN"}, {"TCD"}))


def test_what_one_is_warned_against_is_not_done() -> None:
    found = deeds("Peru warned Kenya against killing the Chadian clerks.")
    assert {m.realis for m in found if m.type is EventType.ASSAULT} <= {Realis.HYPOTHETICAL}
