"""The filters that streams, pages and `dateline subscribe` share."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.gateway.newsroom import NOON, Value, article, enriched, event, story

from dateline.filters import APPLIES, FILTERS, Filter, FilterError, moment
from dateline_schemas import ARTICLES, ENRICHED, EVENTS, STORIES, EventType

A_VISIT = event(type_=EventType.CONSULT, actor="Amara Diallo", recipient="Joaquim Tavares")
CASES: list[tuple[str, Value, str, str, bool]] = [
    ("events", A_VISIT, "type", "CONSULT", True),
    ("events", A_VISIT, "type", "consult", True),
    ("events", A_VISIT, "type", "AID", False),
    ("events", A_VISIT, "actor", "gn-diallo", True),
    ("events", A_VISIT, "actor", "amara  DIALLO", True),
    ("events", A_VISIT, "actor", "Diallo", False),  # part of a name may be another's
    ("events", A_VISIT, "actor", "Joaquim Tavares", False),  # the recipient does not do it
    ("events", A_VISIT, "actor_country", "GIN", True),
    ("events", A_VISIT, "actor_country", "CPV", False),
    ("events", A_VISIT, "recipient", "Joaquim Tavares", True),
    ("events", A_VISIT, "recipient", "Amara Diallo", False),
    ("events", A_VISIT, "recipient_country", "CPV", True),
    ("events", A_VISIT, "recipient_country", "GIN", False),
    ("events", A_VISIT, "mode", "Visit", True),
    ("events", A_VISIT, "mode", "phone", False),
    ("events", A_VISIT, "realis", "actual", True),
    ("events", A_VISIT, "realis", "future", False),
    ("events", A_VISIT, "country", "cpv", True),
    ("events", A_VISIT, "country", "FRA", False),
    ("events", event(recipient=None), "country", "CPV", True),  # where it took place
    ("events", A_VISIT, "topic", "diplomatic", True),
    ("events", A_VISIT, "topic", "economic", False),
    ("events", A_VISIT, "outlet", "praia post", True),
    ("events", A_VISIT, "outlet", "Mindelo Morning", False),
    ("events", A_VISIT, "story", "s1", True),
    ("events", A_VISIT, "story", "s2", False),
    ("stories", story(), "outlet", "Conakry Courier", True),
    ("stories", story(), "story", "s1", True),
    ("articles", article(), "outlet", "Atlantic Wire", True),
    ("articles", article(), "outlet", "Praia Post", False),
    ("articles.enriched", enriched(), "outlet", "atlantic wire", True),
    ("articles.enriched", enriched(), "type", "CONSULT", True),
    ("articles.enriched", enriched(), "actor", "gn-diallo", True),
    ("articles.enriched", enriched(), "actor_country", "CPV", False),
    ("articles.enriched", enriched(), "recipient_country", "CPV", True),
    ("articles.enriched", enriched(), "realis", "negated", False),
    ("articles.enriched", enriched(), "country", "CPV", True),
    ("articles.enriched", enriched(), "topic", "medtop:20000638", True),
    ("articles.enriched", enriched(), "topic", "Foreign relations", True),
    ("articles.enriched", enriched(), "topic", "diplomatic", True),
    ("articles.enriched", enriched(), "topic", "sport", False),
]


@pytest.mark.parametrize(("topic", "record", "name", "value", "passes"), CASES)
def test_a_filter_reads_the_record_and_its_json_alike(
    topic: str, record: Value, name: str, value: str, passes: bool
) -> None:
    wanted = Filter.parse(topic, {name: [value]})

    assert wanted.matches(record) is passes
    assert wanted.matches(record.model_dump(mode="json")) is passes


def test_one_value_of_each_filter_is_enough_and_every_filter_counts() -> None:
    assert Filter.parse("events", {"type": ["AID", "CONSULT"], "country": ["GIN"]}).matches(A_VISIT)
    assert not Filter.parse("events", {"type": ["AID", "CONSULT"], "country": ["FRA"]}).matches(A_VISIT)


SAID = event(type_=EventType.STATEMENT, actor="Amara Diallo")
NOBODY = event(recipient=None)


@pytest.mark.parametrize(
    ("topic", "record", "name", "value", "passes"),
    [
        ("events", SAID, "type!", "STATEMENT", False),
        ("events", SAID, "type !", "statement", False),  # as one writes `type != statement`
        ("events", A_VISIT, "type!", "STATEMENT", True),
        ("events", A_VISIT, "mode!", "visit", False),
        ("events", SAID, "mode!", "visit", True),  # it has none
        ("events", A_VISIT, "actor!", "Amara Diallo", False),
        ("events", A_VISIT, "recipient_country!", "CPV", False),
        ("events", NOBODY, "recipient_country!", "CPV", True),
        ("events", NOBODY, "country!", "CPV", False),  # where it took place
        ("events", A_VISIT, "outlet!", "Praia Post", False),  # told by others too
        ("events", A_VISIT, "outlet!", "Mindelo Morning", True),
        ("stories", story(), "outlet!", "Conakry Courier", False),
        ("articles", article(), "outlet!", "Praia Post", True),
        ("articles.enriched", enriched(), "type!", "CONSULT", False),
        ("articles.enriched", enriched(), "type!", "STATEMENT", True),
        ("articles.enriched", enriched(), "topic!", "diplomatic", False),
    ],
)
def test_every_filter_can_leave_out(topic: str, record: Value, name: str, value: str, passes: bool) -> None:
    assert Filter.parse(topic, {name: [value]}).matches(record) is passes


def test_what_is_left_out_holds_for_each_of_several_and_beside_what_is_asked_for() -> None:
    assert not Filter.parse("events", {"type!": ["AID", "CONSULT"]}).matches(A_VISIT)
    assert Filter.parse("events", {"type!": ["AID", "STATEMENT"], "actor_country": ["GIN"]}).matches(A_VISIT)
    assert not Filter.parse("events", {"country": ["GIN"], "country!": ["CPV"]}).matches(A_VISIT)


def test_an_article_stays_for_its_deed_though_it_tells_what_is_left_out_too() -> None:
    visit = enriched().mentions[0]
    said = visit.model_copy(update={"type": EventType.STATEMENT})
    of_both, of_one = (enriched().model_copy(update={"mentions": held}) for held in ((said, visit), (said,)))

    assert Filter.parse("articles.enriched", {"type!": ["STATEMENT"]}).matches(of_both)
    assert not Filter.parse("articles.enriched", {"type!": ["STATEMENT"]}).matches(of_one)


def test_type_and_actor_must_be_of_the_same_mention_of_an_article() -> None:
    visit = enriched().mentions[0]
    aid = visit.model_copy(update={"type": EventType.AID, "actors": visit.recipients})
    both = enriched().model_copy(update={"mentions": (visit, aid)})

    assert Filter.parse("articles.enriched", {"type": ["AID"], "actor_country": ["CPV"]}).matches(both)
    assert not Filter.parse("articles.enriched", {"type": ["AID"], "actor_country": ["GIN"]}).matches(both)


def test_nothing_given_lets_everything_through() -> None:
    for values in ({}, {"type": [""], "outlet": [" ", ""]}, {"type!": [""]}):
        assert Filter.parse("events", values).is_empty
        assert Filter.parse("events", values).matches({})


@pytest.mark.parametrize(
    ("topic", "name", "value", "says"),
    [
        ("events", "type", "HUG", "there is no event type 'HUG'; there are: AGREE, CONSULT,"),
        ("events", "type!", "HUG", "there is no event type 'HUG'; there are: AGREE, CONSULT,"),
        ("events", "type", "!STATEMENT", "to leave something out write type!=statement"),
        ("events", "outlet", "! Praia Post", "to leave something out write outlet!=praia post"),
        ("events", "colour!", "red", "cannot be filtered by 'colour', only by: type, mode, actor,"),
        ("events", "!", "red", "cannot be filtered by ''"),
        ("events", "country!", "Kenya", "a code of three letters"),
        ("events", "country", "Kenya", "a code of three letters"),
        ("events", "recipient_country", "Kenya", "recipient_country is a code of three letters"),
        ("events", "realis", "done", "there is no realis 'done'; there are: actual,"),
        ("events", "colour", "red", "cannot be filtered by 'colour', only by: type, mode, actor,"),
        ("stories", "type", "AID", "stories cannot be filtered by 'type', only by: outlet, story"),
        ("reports", "type", "AID", "reports cannot be filtered, only: articles, "),
    ],
)
def test_what_cannot_be_asked_names_what_can(topic: str, name: str, value: str, says: str) -> None:
    with pytest.raises(FilterError, match=says):
        Filter.parse(topic, {name: [value]})


def test_every_topic_that_is_served_can_be_filtered() -> None:
    assert set(APPLIES) == {topic.name for topic in (ARTICLES, ENRICHED, STORIES, EVENTS)}
    assert all(set(names) <= set(FILTERS) for names in APPLIES.values())


@given(st.sampled_from(sorted(APPLIES)), st.dictionaries(st.text(max_size=8), st.none() | st.text(max_size=5)))
def test_no_record_breaks_a_filter(topic: str, record: dict[str, str | None]) -> None:
    wanted = Filter.parse(topic, {name: ["abc"] for name in APPLIES[topic] if name not in ("type", "realis")})

    assert wanted.matches({**dict.fromkeys(record), "outlet": None, "actors": None, "article": None}) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-11", datetime(2025, 3, 11, tzinfo=UTC)),
        ("2025-03-11T10:30Z", datetime(2025, 3, 11, 10, 30, tzinfo=UTC)),
        ("2025-03-11T10:30+02:00", datetime(2025, 3, 11, 8, 30, tzinfo=UTC)),
        ("90m", NOON - timedelta(minutes=90)),
        ("2w", NOON - timedelta(weeks=2)),
    ],
)
def test_a_moment_is_a_day_a_time_or_an_age(text: str, expected: datetime) -> None:
    assert moment(text, NOON) == expected


@pytest.mark.parametrize("text", ["", "h", "yesterday", "2025-02-30", "-5m", "99999999999999d", "٣d"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(FilterError, match="is no moment"):
        moment(text, NOON)
