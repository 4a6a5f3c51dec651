"""Which mentions are one deed, and what an event says of those that tell it."""

from datetime import UTC, datetime

from tests.unit.corroborator.wire import mention, money, report

from dateline.corroborator import Memory
from dateline.corroborator.memory import Change
from dateline.corroborator.reports.held import who
from dateline.corroborator.reports.names import likeness
from dateline_schemas import (
    DisagreementKind,
    Event,
    EventDate,
    Life,
    LinkKind,
    Quantity,
    QuantityKind,
    Realis,
    Report,
    Span,
)

NOW = datetime(2031, 3, 5, tzinfo=UTC)


def told(*wire: Report) -> list[Event]:
    """The events that live after the reports."""
    memory = Memory()
    events: dict[str, Event] = {}
    for one in wire:
        events |= {event.id: event for event in memory.take(one, NOW).events}
    return [event for event in events.values() if event.life is Life.LIVE]


def with_amount(article: str, value: float, unit: str) -> Report:
    amounts = (money(value, unit),)
    return report(article, 1, mentions=(mention(article, 1, 1, "visited", quantities=amounts),))


def with_realis(article: str, realis: Realis) -> Report:
    return report(article, 1, mentions=(mention(article, 1, 1, "bombed", realis=realis),))


def test_one_deed_told_by_three_outlets_is_one_event() -> None:
    (event,) = told(report("a", 1), report("b", 1), report("c", 1))

    assert event.mention_count == 3
    assert event.outlet_count == event.independent_count == 3


def test_two_deeds_of_one_actor_are_two_events() -> None:
    events = told(*(report(article, 1, verbs=("visited", "bombed")) for article in "ab"))

    assert sorted(event.mention_count for event in events) == [2, 2]


def test_a_sum_in_two_currencies_is_a_disagreement() -> None:
    (event,) = told(with_amount("a", 10e9, "USD"), with_amount("b", 10e9, "EUR"), with_amount("c", 10e9, "EUR"))

    (quarrel,) = event.disagreements
    assert quarrel.kind is DisagreementKind.AMOUNT
    assert [(side.value, len(side.outlets)) for side in quarrel.sides] == [("10 billion USD", 1), ("10 billion EUR", 2)]


def dated(article: str, day: str, *, stated: bool) -> Report:
    """A report whose deed is of that day; with `stated` it says so, else it only appeared then."""
    when = EventDate(start=day, span=Span(start=0, end=4) if stated else None, rule="test")
    deed = mention(article, 1, 1, "visited").model_copy(update={"date": when})
    return report(article, 1, mentions=(deed,))


def test_of_dates_that_are_stated_the_one_that_most_articles_bear_out_is_the_events() -> None:
    (event,) = told(
        dated("a", "2031-03-02", stated=True),
        dated("b", "2031-03-04", stated=True),
        dated("c", "2031-03-04", stated=False),
    )

    assert event.date is not None
    assert event.date.start == "2031-03-04"


def test_what_is_stated_to_be_of_days_far_apart_is_two_deeds() -> None:
    near = [dated("a", "2031-03-02", stated=True), dated("b", "2031-03-04", stated=True)]
    assert len(told(*near)) == 1
    assert len(told(near[0], dated("b", "2031-03-05", stated=True))) == 2
    assert len(told(near[0], dated("b", "2031-03-05", stated=False))) == 1
    assert len(told(near[0], dated("b", "2031-03", stated=True))) == 1


def test_a_date_that_is_stated_goes_before_those_of_the_articles() -> None:
    (event,) = told(
        *(dated(article, "2031-03-04", stated=False) for article in "ab"), dated("c", "2031-03-03", stated=True)
    )

    assert event.date is not None
    assert event.date.start == "2031-03-03"


def test_a_date_that_only_mentions_of_another_kind_state_is_the_events() -> None:
    talks = dated("a", "2031-03-05", stated=False), dated("b", "2031-03-05", stated=False)
    tour = dated("c", "2031-03-04", stated=True)
    of_a_tour = tour.mentions[0].model_copy(update={"mode": "visit"})

    (event,) = told(*talks, tour.model_copy(update={"mentions": (of_a_tour,)}))

    assert event.date is not None
    assert event.date.start == "2031-03-04"
    assert [(other.field, other.value) for other in event.alternatives if other.field == "date"] == [
        ("date", "2031-03-05")
    ]


def test_an_accord_of_last_year_is_not_the_one_of_today() -> None:
    old = dated("a", "2030-11", stated=True)
    of_old = old.mentions[0].model_copy(update={"realis": Realis.HISTORICAL})

    events = told(old.model_copy(update={"mentions": (of_old,)}), dated("b", "2031-03-04", stated=True))

    assert len(events) == 2


def spelling(article: str, name: str) -> Report:
    """A report whose deed's actor, Amal Rashid, is written so in the sentence."""
    told = mention(article, 1, 1, "visited", actor="amal rashid")
    (who,) = told.actors
    quote = told.quote.replace(who.name, name)
    spelled = who.model_copy(update={"span": Span(start=0, end=len(name))})
    return report(article, 1, mentions=(told.model_copy(update={"actors": (spelled,), "quote": quote}),))


def test_two_spellings_of_a_name_are_told_of_the_person_by_name() -> None:
    (event,) = told(spelling("a", "Amal Rashid"), spelling("b", "Amel Rashid"))

    (quarrel,) = event.disagreements
    assert (quarrel.kind, quarrel.about) == (DisagreementKind.NAME, "Amal Rashid")
    assert [side.value for side in quarrel.sides] == ["Amal Rashid", "Amel Rashid"]


def test_that_another_side_of_a_meeting_is_named_first_is_no_quarrel() -> None:
    one = mention("a", 1, 1, "visited")
    other = mention("b", 1, 1, "visited").model_copy(update={"actors": one.recipients, "recipients": one.actors})

    (event,) = told(report("a", 1, mentions=(one,)), report("b", 1, mentions=(other,)))

    assert event.disagreements == ()


def test_the_same_sum_is_none() -> None:
    (event,) = told(with_amount("a", 10e9, "USD"), with_amount("b", 10_000e6, "USD"))

    assert event.disagreements == ()


def test_what_was_planned_and_what_was_done_are_linked() -> None:
    planned, done = sorted(
        told(with_realis("a", Realis.FUTURE), with_realis("b", Realis.ACTUAL)),
        key=lambda event: event.realis,
        reverse=True,
    )

    assert planned.realis is Realis.FUTURE
    assert [(link.kind, link.event) for link in planned.links] == [(LinkKind.FULFILLED_AS, done.id)]
    assert [(link.kind, link.event) for link in done.links] == [(LinkKind.PLANNED_AS, planned.id)]


def test_a_denial_does_not_merge_with_what_it_denies() -> None:
    events = told(with_realis("a", Realis.ACTUAL), with_realis("b", Realis.NEGATED))

    assert {link.kind for event in events for link in event.links} == {LinkKind.DENIED_BY, LinkKind.DENIES}


def test_whether_it_happened_is_a_disagreement_of_both_events() -> None:
    events = told(with_realis("a", Realis.ACTUAL), with_realis("b", Realis.NEGATED), with_realis("c", Realis.ACTUAL))

    for event in events:
        (quarrel,) = event.disagreements
        assert quarrel.kind is DisagreementKind.WHETHER
        assert [(side.value, len(side.outlets)) for side in quarrel.sides] == [("it happened", 2), ("it did not", 1)]


def test_what_somebody_else_denies_is_no_quarrel() -> None:
    denied = mention("b", 1, 1, "bombed", actor="another", realis=Realis.NEGATED)
    events = told(with_realis("a", Realis.ACTUAL), report("b", 1, mentions=(denied,)))

    assert len(events) == 2
    assert not any(event.links or event.disagreements for event in events)


def test_a_sentence_that_denies_one_thing_and_tells_another_is_no_quarrel() -> None:
    said = mention("a", 1, 1, "bombed")
    start = said.trigger.end + 1
    denied = said.model_copy(
        update={"id": "other", "realis": Realis.NEGATED, "trigger": Span(start=start, end=start + 3)}
    )

    assert not any(event.disagreements for event in told(report("a", 1, mentions=(said, denied)), report("b", 2)))


def test_what_was_only_planned_is_no_disagreement() -> None:
    events = told(with_realis("a", Realis.FUTURE), with_realis("b", Realis.ACTUAL))

    assert not any(event.disagreements for event in events)


def test_a_coder_upgrade_doubles_nothing() -> None:
    events = told(report("a", 1), report("b", 1), report("a", 1, coder="coder-2"), report("b", 1, coder="coder-2"))

    (event,) = events
    assert event.mention_count == 2


def test_an_older_report_changes_nothing() -> None:
    memory = Memory()
    memory.take(report("a", 1, revision=2), NOW)

    assert memory.take(report("a", 2, revision=1, coder="coder-9"), NOW) == Change()


def test_an_event_keeps_its_id_when_its_only_article_is_coded_anew() -> None:
    memory = Memory()
    (before,) = memory.take(report("a", 1), NOW).events

    (after,) = memory.take(report("a", 1, coder="coder-2"), NOW).events

    assert after.id == before.id
    assert after.revision > before.revision


def test_a_person_spelled_in_two_ways_is_one() -> None:
    one = who("x/1", "Abdel Karim Jamil Nasser", "person", "JOR", "GOV")
    other = who("x/2", "Abdul Karim Jamal Nasser", "person", "JOR", "GOV")
    brother = who("x/3", "Hassan Nasser", "person", "JOR", "GOV")

    assert likeness(one, other) == 1.0
    assert likeness(one, brother) == 0.0


def counting(article: str, value: float, counted: str) -> Report:
    """A report whose deed tells so many ships."""
    ships = Quantity(
        kind=QuantityKind.COUNT, value=value, unit="ship", counted=counted, span=Span(start=0, end=9), rule="test"
    )
    return report(article, 1, mentions=(mention(article, 1, 1, "visited", quantities=(ships,)),))


def test_two_counts_of_the_same_things_are_a_disagreement() -> None:
    (event,) = told(counting("a", 22, "ships"), counting("b", 16, "ships"))

    (quarrel,) = event.disagreements
    assert [side.value for side in quarrel.sides] == ["22 ships", "16 ships"]


def test_the_count_of_some_of_them_is_none() -> None:
    (event,) = told(counting("a", 22, "ships"), counting("b", 6, "Norwegian ships"))

    assert event.disagreements == ()
