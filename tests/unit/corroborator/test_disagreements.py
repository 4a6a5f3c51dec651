"""What short articles disagree on, through the coder and the corroborator, in sentences of our own."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from dateline.corroborator import Memory
from dateline.corroborator.memory import Change
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas import DisagreementKind, Event, EventType, Party

MORNING = datetime(2031, 3, 20, 8, tzinfo=UTC)
Quarrels = set[tuple[DisagreementKind, frozenset[str]]]


def taken(*texts: str, outlets: tuple[str, ...] = ()) -> Change:
    """What the articles come to; each is of an outlet of its own, or of those that are given."""
    reports = []
    for number, text in enumerate(texts):
        when = MORNING + timedelta(hours=number)
        article = article_of_text(text, name=f"article {number}", published=when)
        outlet = outlets[number] if outlets else f"outlet {number}"
        article = article.model_copy(update={"outlet": outlet, "title": "", "language": "en", "fetched": when})
        reports.append(report_of(code(article, when)))
    return Memory().take_all(reports, MORNING)


def quarrels(*texts: str) -> Quarrels:
    """The disagreements of all events: over what, and the values."""
    return {
        (quarrel.kind, frozenset(side.value for side in quarrel.sides))
        for event in taken(*texts).events
        for quarrel in event.disagreements
    }


def test_a_title_is_no_spelling() -> None:
    plain = "Kenya's Prime Minister Joseph Wekesa visited Chad on Monday."
    assert not [kind for kind, _ in quarrels(plain, plain.replace("Kenya's Prime", "Kenya Prime"))]
    assert [kind for kind, _ in quarrels(plain, plain.replace("Joseph", "Josef"))] == [DisagreementKind.NAME]


def copies(*texts: str) -> list[bool]:
    """Whether each article is a copy, in the order of time."""
    (story,) = taken(*texts).stories
    return [article.copy_of is not None for article in story.articles]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Laos denied that Malta signed the border accord with Tonga.", "Malta signed the border accord with Tonga."),
        ("Sudan released 20 prisoners on March 18.", "Sudan released 20 prisoners on March 19."),
    ],
)
def test_a_short_text_that_says_something_else_is_no_copy(one: str, other: str) -> None:
    assert copies(one, other) == [False, False]


def test_a_short_text_word_for_word_the_same_is_a_copy() -> None:
    assert copies("Sudan released 20 prisoners on March 18.", "Sudan released 20 prisoners on March 18") == [
        False,
        True,
    ]


LONG = (
    "Norwegian warplanes {deed} the harbour of Mombasa on Monday, a spokesman for the port told reporters in Nairobi. "
    "Fishermen who had put out before dawn came back to find {count} boats adrift, the fish market shut and the road "
    "to the airport closed by soldiers. The harbour master said that the cranes would stand still until Sunday "
    "and that ships would be sent on to Dar es Salaam. Shopkeepers in the old town kept their shutters down all day."
)


def test_a_long_text_with_a_corrected_number_is_a_copy() -> None:
    assert copies(LONG.format(deed="bombed", count=14), LONG.format(deed="bombed", count=17)) == [False, True]


def test_a_long_text_that_denies_what_the_other_tells_is_none() -> None:
    assert copies(LONG.format(deed="bombed", count=14), LONG.format(deed="did not bomb", count=14)) == [False, False]


def test_an_outlet_in_other_capitals_is_one() -> None:
    change = taken(
        "Chile bombed the Kenyan port of Mombasa, officials said on Tuesday.",
        "Chilean planes bombed Mombasa, a port in Kenya, witnesses told reporters.",
        "The port of Mombasa in Kenya was bombed by Chile.",
        outlets=("North Post", "NORTH POST", "north  post"),
    )

    (story,) = change.stories
    assert (story.outlets, story.outlet_count, story.independent_count) == (("North Post",), 1, 1)
    assert {(event.outlets, event.outlet_count, event.independent_count) for event in change.events} == {
        (("North Post",), 1, 1)
    }


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("10 billion dollars", "10 billion euros", {"10 billion USD", "10 billion EUR"}),
        ("10 billion dollars in aid", "12 billion dollars", {"10 billion USD", "12 billion USD"}),
        ("500 million dollars in aid", "700 million euros in aid", {"500 million USD", "700 million EUR"}),
    ],
)
def test_money_of_one_event_is_for_one_thing(one: str, other: str, values: set[str]) -> None:
    found = quarrels(f"Norway gave Kenya {one}.", f"Norway gave Kenya {other}.")

    assert found == {(DisagreementKind.AMOUNT, frozenset(values))}


def test_a_sum_that_an_article_gives_in_both_currencies_is_compared_in_the_others() -> None:
    both = "Norway gave Kenya 500 million dollars, or 460 million euros, in aid."

    assert quarrels(both, "Norway gave Kenya 460 million euros in aid.") == set()


def test_a_bound_hides_no_disagreement_of_others_whatever_their_order() -> None:
    texts = [f"{said} people were killed when Chile bombed Mombasa." for said in ("At least 10", "14", "23")]

    for order in permutations(texts):
        assert quarrels(*order) == {(DisagreementKind.COUNT, frozenset({"14 people", "23 people"}))}


def test_an_article_that_reports_a_quarrel_over_a_figure_does_not_erase_it() -> None:
    quarrel = (
        "Chile bombed Mombasa on Monday and 14 people were killed, police said. "
        "Hospital staff said 31 people were killed when Chile bombed Mombasa."
    )

    found = quarrels(quarrel, "Chile bombed Mombasa and 14 people were killed.")

    assert (DisagreementKind.COUNT, frozenset({"14 people", "31 people"})) in found


def test_an_article_that_gives_two_figures_itself_tells_of_two_things() -> None:
    two = "Chile bombed Mombasa and 14 people were killed. Chile bombed Mombasa again and 31 people were killed."

    assert quarrels(two, "Chile bombed Mombasa and 14 people were killed.") == set()


def test_weights_of_what_is_brought_are_compared_whatever_is_named_of_it() -> None:
    text = "Norway sent {} to Chad on Monday after the floods, the ministry said."
    rice, aid, seed = (text.format(what) for what in ("30 tonnes of rice", "35 tons of aid", "5 tons of seed"))
    assert (DisagreementKind.COUNT, frozenset(("30 tonnes", "35 tons"))) in quarrels(rice, aid)
    assert not quarrels(rice, seed)


def test_how_long_ago_it_was_is_no_figure() -> None:
    one = "The Kenyan fishermen were seized by Norway two weeks ago."

    assert quarrels(one, "The fishermen from Kenya were seized by Norway two days earlier.") == set()


def test_what_is_demanded_does_not_dispute_what_is_granted() -> None:
    asked = "Kenya demanded that Norway release 700 prisoners."

    assert quarrels("Norway agreed to release 120 prisoners of Kenya.", asked) == set()
    assert quarrels("Kenya demanded that Norway release 500 prisoners.", asked) == {
        (DisagreementKind.COUNT, frozenset({"500 prisoners", "700 prisoners"}))
    }


def test_a_bound_that_is_allowed_agrees_with_the_figure() -> None:
    assert quarrels("Norway sent at least 80 troops to Kenya.", "Norway sent 80 soldiers to Kenya.") == set()
    assert quarrels("Norway sent more than 80 troops to Kenya.", "Norway sent 80 soldiers to Kenya.") == {
        (DisagreementKind.COUNT, frozenset({"more than 80 troops", "80 soldiers"}))
    }
    assert quarrels("Norway sent at least 90 troops to Kenya.", "Norway sent 80 soldiers to Kenya.") == {
        (DisagreementKind.COUNT, frozenset({"at least 90 troops", "80 soldiers"}))
    }


def test_who_did_it_may_be_of_two_camps_without_a_country() -> None:
    victim = "shot dead Juan Perez on Monday."

    assert quarrels(f"Police {victim}", f"Gang members {victim}") == {
        (DisagreementKind.WHO, frozenset({"police", "gang members"}))
    }
    assert quarrels(f"Police {victim}", f"Officers {victim}") == set()
    assert quarrels(f"Gunmen {victim}", f"Gang members {victim}") == set()


def test_one_and_two_disagree_where_the_deed_is_done_to_them() -> None:
    assert quarrels("Norway expelled two Kenyan diplomats.", "Norway expelled one Kenyan diplomat.") == {
        (DisagreementKind.COUNT, frozenset({"2 diplomats", "1 diplomat"}))
    }
    assert quarrels("The two sides signed an accord, Kenya said.", "One side signed an accord, Kenya said.") == set()


def test_the_wounded_of_one_report_are_not_the_dead_of_another() -> None:
    assert (
        quarrels("Chile bombed Mombasa, killing 14 people.", "Chile bombed Mombasa. 31 people were wounded.") == set()
    )
    assert quarrels("Chile bombed Mombasa, killing 14 people.", "Chile bombed Mombasa and 31 people died.") == {
        (DisagreementKind.COUNT, frozenset({"14 people", "31 people"}))
    }


def test_of_two_bombings_each_has_a_toll_of_its_own() -> None:
    two = "A bomb in Mombasa, Kenya, killed 12 people at a bus station. Another bomb killed five people in Lamu."
    other = "The first bomb killed 14 people at a bus station in Mombasa, Kenya. The second killed five people in Lamu."

    assert quarrels(two, other) == {(DisagreementKind.COUNT, frozenset({"12 people", "14 people"}))}


def test_who_denies_to_have_carried_it_out_does_not_deny_that_it_was() -> None:
    told = "Hezbollah attacked a hospital in Tyre on Monday, killing six people."

    assert quarrels(told, "Hezbollah denied carrying out the attack on the hospital in Tyre on Monday.") == {
        (DisagreementKind.WHO, frozenset({"Hezbollah", "not Hezbollah"}))
    }
    assert quarrels(told, "Hezbollah denied that it had attacked a hospital in Tyre on Monday.") == {
        (DisagreementKind.WHETHER, frozenset({"it happened", "it did not"}))
    }
    assert quarrels(
        "Gunmen attacked a hospital in Tyre on Monday, killing six people.",
        "Hezbollah denied carrying out the attack on the hospital in Tyre on Monday.",
    ) == set()  # fmt: skip


def test_an_office_is_no_spelling_of_a_first_name() -> None:
    found = quarrels(
        "Chile's foreign minister Ana Vega visited Tonga on Monday.",
        "Chilean Foreign Minister Vega visited Tonga on Monday.",
        "The Chilean foreign minister, Anna Vega, visited Tonga on Monday.",
    )

    assert found == set() or {kind for kind, _ in found} == {DisagreementKind.NAME}
    assert not any("Chilean Foreign Minister Vega" in values for _, values in found)


def test_an_armed_group_by_name_is_not_its_states_army() -> None:
    told = "bombed a hospital in El Fasher on Wednesday and killed 11 patients."

    assert quarrels(f"The Rapid Support Forces {told}", f"Sudan's army {told}") == {
        (DisagreementKind.WHO, frozenset({"Rapid Support Forces", "army of Sudan"}))
    }


def test_the_day_of_what_came_after_is_not_the_deeds() -> None:
    told = "Laos expelled two Maltese envoys on March 14."

    assert (
        quarrels(told, "Malta expelled an envoy of Laos on March 18 after Laos expelled two Maltese envoys.") == set()
    )
    assert quarrels(told, "Laos expelled two Maltese envoys on March 15.") == {
        (DisagreementKind.DATE, frozenset({"2031-03-14", "2031-03-15"}))
    }


def test_soldiers_killed_and_rebels_killed_are_two_deeds() -> None:
    text = (
        "Three soldiers were killed when gunmen attacked a convoy near Gao, Mali's army said. "
        "The army said it had killed a dozen terrorists in response."
    )
    killings = [event for event in taken(text, text + " It rained.").events if event.type is EventType.ASSAULT]

    assert not any("soldiers" in met and "terrorists" in met for met in map(recipients, killings))
    assert not any("army of Mali" in map(name, event.actors) and "soldiers" in recipients(event) for event in killings)


def name(party: Party) -> str:
    return party.name


def recipients(event: Event) -> set[str]:
    return set(map(name, event.recipients))


def test_a_correction_erases_no_disagreement_of_others() -> None:
    killed = "people were killed when Chile bombed Mombasa, police said."
    correction = "An earlier version of this article said that 23 people were killed when Chile bombed Mombasa."

    found = quarrels(f"14 {killed}", f"23 {killed}", f"14 {killed} {correction}")

    assert found == {(DisagreementKind.COUNT, frozenset({"14 people", "23 people"}))}


def test_gunmen_may_be_of_an_armed_group_of_no_state() -> None:
    told = "attacked an army convoy near Gao in Mali on Wednesday and killed 11 soldiers."

    assert quarrels(f"Gunmen {told}", f"Jama'at Nusrat al-Islam wal-Muslimin {told}") == set()
    assert quarrels(f"Chadian soldiers {told}", f"Kenyan soldiers {told}") != set()
