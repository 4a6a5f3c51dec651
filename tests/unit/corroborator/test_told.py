"""Which words of several outlets tell one deed, through the coder and the corroborator, in sentences of our own."""

from itertools import combinations

import pytest
from bench.told import NOW, events_of, happening, happenings, mentions_of, order_scores, score

from dateline.corroborator import Memory
from dateline_schemas import Event, EventType, LinkKind, Realis


def told(*articles: str, day: str = "2031-03-04") -> set[frozenset[str]]:
    """The labels of the marked words by event; each article comes from an outlet of its own."""
    case = happening("case", "".join(f"== Outlet {i} | {day} | Talks\n{text}\n" for i, text in enumerate(articles)))
    memory = Memory()
    event_of = events_of(case.reports, memory)
    assert len(set(memory.stories().values())) == 1
    found: dict[str, set[str]] = {}
    for label, mentions in mentions_of(case).items():
        for mention in mentions:
            found.setdefault(event_of[mention.id], set()).add(label)
    assert mentions_of(case).keys() == case.deeds.keys()
    return {frozenset(labels) for labels in found.values()}


SCENE = (
    "Kenyan President Samuel Kiprono and Ethiopian President Dawit Bekele are at odds over the Omo dam, Lake Turkana's "
    "level, the Moyale road, drought, pastures and smuggled coffee along their frontier near Marsabit and Isiolo. "
    "Herders around Marsabit have lost half of their cattle. Fishermen at Turkana have little left to sell in Isiolo. "
)
OTHERS = "Kenyan Prime Minister Joseph Wekesa listened. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiprono [a:met] Bekele.", "Kiprono [b:received] Bekele in Nairobi."),
        ("Kiprono held [a:talks] with Bekele.", "Bekele had a [b:meeting] with Kiprono."),
        ("Kiprono [a:said] the dam takes no water away.", "The dam, Kiprono [b:stressed], takes away no water."),
        ("Kiprono [a:called for] the road to be finished.", 'Kiprono [b:said]: "The highway has to be finished."'),
        # A report that gives initials may name the same person.
        ("A Kenyan court [a:sentenced] Ruth Adoyo to 12 years.", "A Kenyan court [b:sentenced] R.A. to 12 years."),
        # A verb that says little by itself does what its noun says.
        ("Kenyan miners [a:went on strike] in Isiolo.", "Kenyan miners [b:began] a two-day strike in Isiolo."),
        # Who condemns "the decision" says of what where it was told before; whose country is not told may be of it.
        ("Kenya expelled an envoy. Bekele [a:criticised] the expulsion.",
         "Kenya expelled an envoy. Bekele [b:condemned] the decision."),
        ("A raid killed six. Bekele [a:condemned] the attack.", "A raid killed six. Bekele [b:denounced] the strike."),
        # Who condemns once condemns one thing, unless it is told that it is another.
        ("Kiprono [a:condemned] the violence.", "Kiprono [b:denounced] what he called vandalism."),
        ("Uganda [a:welcomed] the decision.", "Kampala has [b:backed] the road."),
        ("A rights commission [a:criticised] the arrest.",
         "The commission on rights in Isiolo [b:denounced] the detention of herders."),
        # What is coded as one narrow kind of deed is one whatever its words.
        ("Kenyan police [a:fired] tear gas at herders in Isiolo.", "Officers in Isiolo [b:used] tear gas."),
        ("Kenyan police [a:detained] six herders.", "Police in Kenya [b:took] six people into custody."),
        # The tense of what somebody is quoted with tells no two sayings apart.
        ("Kiprono said Kenya will [a:stand] by Ethiopia.", "Kiprono said that Kenya [b:stands] with Ethiopia."),
        ('"Kenya [a:will make] every effort to deepen its ties with Ethiopia," Kiprono said.',
         "Kiprono [b:said] the whole effort of Kenya is to deepen ties with Ethiopia."),
    ],
)  # fmt: skip
def test_one_deed_in_other_words_is_one_event(one: str, other: str) -> None:
    assert told(SCENE + one, SCENE + other) == {frozenset("ab")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Others take part.
        (OTHERS + "Kiprono [a:met] Bekele.", OTHERS + "Wekesa [b:met] Bekele."),
        ("Kiprono [a:met] Bekele.", "Kiprono [b:met] the head of the African Union."),
        # A journey is no meeting; a press conference neither.
        ("Bekele [a:visited] Kenya.", "Bekele [b:met] Kiprono."),
        ("Kiprono [a:met] Bekele.", "Kiprono gave a joint press [b:conference] with Bekele."),
        # One speaker on other matters, two speakers on one.
        ("Kiprono [a:said] the dam takes no water away.", "Kiprono [b:said] the road will be wide enough for lorries."),
        ("Kiprono [a:said] the dam takes no water away.", "Bekele [b:said] the dam takes no water away."),
        # What is denied is not what is told.
        ("Kenyan soldiers [a:shelled] Moyale.", "The Kenyan army denied [b:shelling] Moyale."),
        # A plan for a day is not what came of it, whoever says both.
        ("Kenya will [a:sign] a trade agreement with Ethiopia on March 7, Kiprono said.",
         "Kenya [b:signed] a trade agreement with Ethiopia on March 3, Kiprono said."),
        # A strike that is called is still to come.
        ("A Kenyan union [a:called] a general strike in Isiolo.", "Kenyan workers [b:held] a strike in Isiolo."),
        # What is done in return is done by the others.
        ("Kenya [a:expelled] two Ethiopian diplomats.", "Ethiopia [b:expelled] two Kenyan diplomats."),
        # Two states that take one measure do two deeds.
        ("Uganda [a:imposed] sanctions on Samuel Kiprono.", "Tanzania [b:imposed] sanctions on Samuel Kiprono."),
        # Who condemns one thing does not condemn another, whether or not it is told whose voice it is.
        ("Uganda [a:condemned] the expulsion of herders.", "Uganda [b:condemned] the attack on Moyale."),
        ("A rights commission [a:condemned] the arrest of herders.", "Uganda [b:denounced] the dam."),
        # What is planned is nothing that is said besides.
        ("Kiprono [a:plans] to visit Ethiopia.", "Kiprono [b:praised] Ethiopia."),
        # Done together with somebody else.
        ("Kenya and Ethiopia [a:signed] five accords on trade.", "Kenya and Uganda [b:signed] two accords on trade."),
        # Done to somebody else by name.
        ("A Kenyan court [a:sentenced] Ruth Adoyo to 12 years in prison.",
         "A court in Kenya [b:sentenced] Peter Mwangi to two years in prison."),
        ("Kenya [a:summoned] the Ethiopian ambassador, Tesfaye Alemu.",
         "Kenya [b:summoned] the Ugandan ambassador, Ruth Okello."),
        # Elsewhere on another day, and elsewhere by another country's.
        ("A bomber [a:killed] four Kenyan soldiers in Mombasa on March 2.",
         "A bomber [b:killed] six Kenyan soldiers in Kisumu on March 3."),
        ("Police [a:shot] dead two Kenyan herders in Mombasa.", "Police [b:shot] dead three Kenyan herders in Kisumu."),
        # What is remembered is not what is in the news.
        ("Kenyan soldiers [a:bombed] Moyale in August 2016.", "Kenyan soldiers [b:bombed] Moyale."),
        ("Kenyan police [a:arrested] 40 people in Nairobi over the fuel tax.",
         "Ethiopian police [b:arrested] 60 people in Addis Ababa over the fuel tax."),
    ],
)  # fmt: skip
def test_two_deeds_in_like_words_are_two_events(one: str, other: str) -> None:
    assert told(SCENE + one, SCENE + other) == {frozenset("a"), frozenset("b")}


def test_two_sayings_of_one_article_are_not_joined_through_a_third() -> None:
    events = told(
        SCENE + "Kiprono [a:said] trade in coffee and tea should double. He [b:said] trade in cattle must end.",
        SCENE + "Kiprono [c:said] trade in coffee, tea and cattle was discussed.",
    )

    assert not any({"a", "b"} <= event for event in events)


def test_two_tolls_that_one_article_gives_are_of_two_deeds() -> None:
    events = told(
        SCENE + "A bomb [a:killed] 12 people at a bus station in Mombasa. Later a bomb [b:killed] five people in Lamu.",
        SCENE + "A bomb in Lamu [c:killed] five people. A bomb at Mombasa's bus station [d:killed] 14 people.",
    )

    assert events == {frozenset("ad"), frozenset("bc")}


def test_what_a_withdrawn_article_denied_is_denied_no_more() -> None:
    case = happening(
        "case",
        f"== A Post | 2031-03-04 | Talks\n{SCENE}Kenyan soldiers [a:shelled] Moyale.\n"
        f"== B Post | 2031-03-04 | Talks\n{SCENE}The Kenyan army denied [b:shelling] Moyale.\n",
    )
    first, second = case.reports
    memory, live = Memory(), dict[str, Event]()
    event_of = mentions_of(case)
    for report in (first, second):
        live |= {event.id: event for event in memory.take(report, NOW).events}
    shelling = live[memory.events()[event_of["a"][0].id]]
    assert [link.kind for link in shelling.links] == [LinkKind.DENIED_BY]

    gone = second.model_copy(update={"revision": second.revision + 1, "withdrawn": True, "mentions": ()})
    live |= {event.id: event for event in memory.take(gone, NOW).events}

    assert (live[shelling.id].links, live[shelling.id].disagreements) == ((), ())


def test_a_corrected_toll_keeps_the_event() -> None:
    first, second = (
        happening(
            "case", f"== A Post | 2031-03-04 | Talks\n{SCENE}Kenyan soldiers [a:killed] {toll} herders.\n"
        ).reports[0]
        for toll in ("seven", "nine")
    )
    memory = Memory()
    [before] = [e.id for e in memory.take(first, NOW).events if e.type is EventType.ASSAULT]
    corrected = second.model_copy(update={"article": first.article, "revision": first.revision + 1})

    assert [e.id for e in memory.take(corrected, NOW).events if e.type is EventType.ASSAULT] == [before]


def test_a_state_denies_what_its_own_body_is_said_to_have_done() -> None:
    case = happening(
        "case",
        f"== A Post | 2031-03-04 | Talks\n{SCENE}The Kenyan coast guard [a:shelled] Moyale.\n"
        f"== B Post | 2031-03-04 | Talks\n{SCENE}Kenya denied that it had [b:shelled] Moyale.\n",
    )
    memory, live = Memory(), dict[str, Event]()
    for report in case.reports:
        live |= {event.id: event for event in memory.take(report, NOW).events}

    [shelling] = [e for e in live.values() if e.type is EventType.ASSAULT and e.realis is Realis.ACTUAL]
    assert [link.kind for link in shelling.links] == [LinkKind.DENIED_BY]


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        ("Kenyan miners will strike over their pensions.", "Kenyan miners went on strike over pensions."),
        ("Kenyan miners plan to go on strike over pensions.", "Kenyan miners went on strike over pensions."),
        ("Kiprono plans to visit Ethiopia.", "Kiprono arrived in Ethiopia."),
        ("Kenya threatened to withdraw from the Omo pact.", "Kenya pulled out of the Omo pact."),
        ("Kenya vowed to expel the Ethiopian envoy.", "Kenya expelled the Ethiopian envoy."),
        ("Kenya is to sign a pact with Ethiopia.", "Kenya signed a pact with Ethiopia."),
        ("Kenyan workers called a general strike in Isiolo.", "Kenyan workers held a general strike in Isiolo."),
        ("Kenya will send 200 soldiers to Chad.", "Kenya sent 200 soldiers to Chad."),
    ],
)
def test_what_was_announced_is_linked_with_what_came_of_it(plan: str, done: str) -> None:
    assert links_of(SCENE + plan, SCENE + done) == {LinkKind.FULFILLED_AS, LinkKind.PLANNED_AS}


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        ("Kenya vowed to expel the Ethiopian envoy.", "Ethiopia expelled the Kenyan envoy."),
        ("Kenyan miners will strike on March 9.", "Kenyan miners went on strike on March 2."),
        ("Kenyan miners plan to go on strike over pensions.", "Kenyan miners will strike over pensions on Monday."),
        ("Kiprono is to meet Bekele over the Moyale road.", "Kiprono met Idriss Guelleh of Djibouti over the road."),
        ("Kiprono offered to host talks between Ethiopia and Egypt.", "Kiprono held talks with Bekele of Ethiopia."),
        ("Kiprono is to report on the road.", "Kiprono said that the road would open."),
    ],
)
def test_what_others_did_or_what_was_done_before_fulfils_no_announcement(plan: str, done: str) -> None:
    assert links_of(SCENE + plan, SCENE + done) == set()


def test_a_state_denies_not_what_a_union_of_the_country_is_said_to_have_done() -> None:
    told = "The Kenyan Miners' Union asked the army to clear the road."
    assert links_of(SCENE + told, SCENE + "Kenya denied that it had asked the army to clear the road.") == set()


def links_of(*texts: str) -> set[LinkKind]:
    """The links between the events of articles of one outlet each."""
    case = happening("case", "".join(f"== Post {i} | 2031-03-04 | Talks\n{text}\n" for i, text in enumerate(texts)))
    memory, live = Memory(), dict[str, Event]()
    for report in case.reports:
        live |= {event.id: event for event in memory.take(report, NOW).events}
    return {link.kind for event in live.values() for link in event.links}


def test_two_announcements_of_one_plan_are_one_event() -> None:
    events = told(
        SCENE + "Kenyan miners [a:plan] to go on strike over pensions.",
        SCENE + "Kenyan miners will [b:strike] over pensions on Monday.",
    )

    assert events == {frozenset("ab")}


def test_a_saying_and_the_promise_that_it_is_are_one_event() -> None:
    assert frozenset("ab") in told(SCENE + "Kiprono [a:said] that Kenya was [b:determined] to finish the road.")


def test_happenings_told_in_other_words_are_grouped() -> None:
    scores = [score(case, events_of(case.reports)) for case in happenings()]

    assert sum(one.wrong for one in scores) <= 2
    assert sum(one.right for one in scores) >= 30


def test_another_order_of_arrival_gives_the_same_events() -> None:
    assert min(order_scores()) >= 0.99


def test_all_deeds_of_a_happening_are_of_its_own_story() -> None:
    cases = happenings()
    event_of = events_of(report for case in cases for report in case.reports)
    events = [{event_of[mention.id] for report in case.reports for mention in report.mentions} for case in cases]

    assert not any(a & b for a, b in combinations(events, 2))
