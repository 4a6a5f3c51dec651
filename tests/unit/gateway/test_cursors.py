"""Cursors lead back to where they were taken, move on alone, and nothing else passes for one."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.eventlog.port import Bounds
from dateline.eventlog.record import Partition, Record
from dateline.gateway.cursors import LONGEST, NoSuchPlace, cursor_of, place_of
from dateline.gateway.kinds import ARTICLE, EVENT, KINDS, Kind
from dateline.gateway.tables import EVERY, LIVING, SCHEMA, Arrival, Tables, connect

offsets = st.lists(st.integers(0, 2**62), max_size=24)


@given(st.sampled_from(KINDS), offsets, offsets)
def test_a_cursor_leads_back_to_its_place(kind: Kind, own: list[int], retried: list[int]) -> None:
    place = {Partition(kind.topic.name, n): offset for n, offset in enumerate(own)}
    place |= {Partition(kind.retry, n): offset for n, offset in enumerate(retried)}

    assert place_of(kind, cursor_of(kind, place)) == place


@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda raw: raw.decode("latin-1")))
def test_whatever_else_is_given_is_refused_and_breaks_nothing(text: str) -> None:
    with pytest.raises(NoSuchPlace):
        place_of(EVENT, text)


def test_a_cursor_of_another_kind_or_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(NoSuchPlace, match="one of articles, not of events"):
        place_of(EVENT, cursor_of(ARTICLE, {}))
    with pytest.raises(NoSuchPlace, match="too long"):
        place_of(EVENT, "A" * (LONGEST + 1))


def filled(arrivals: list[tuple[int, int, int]]) -> Tables:
    """Tables in memory, where records of (partition, name, revision) arrived in this order."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA)
    tables = Tables(connection)
    tables.begin_at(EVENT, {Partition("events", n): Bounds(0, 0) for n in range(3)})
    ends = dict.fromkeys(range(3), 0)
    for number, name, revision in arrivals:
        record = Record(Partition("events", number), ends[number], 0, b"", b'{"n": %d}' % name)
        ends[number] += 1
        arrival = Arrival(record, f"e{name}", (revision, ""), is_live=True)
        tables.put(EVENT, [arrival], {record.partition: ends[number]})
    return tables


arrived = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(1, 4)), max_size=30)


@given(arrived, st.integers(1, 7))
def test_pages_of_any_size_give_everything_once_and_cursors_only_move_on(
    arrivals: list[tuple[int, int, int]], size: int
) -> None:
    tables = filled(arrivals)
    whole = tables.onwards(EVENT, {}, 1000, None)
    place, found = tables.oldest(EVENT), []
    while True:
        scan = tables.onwards(EVENT, place, size, None)
        for item in scan.items:
            assert all(offset >= place.get(at, 0) for at, offset in item.after.items())
            assert item.after != place
            place = item.after
            found.append(item)
        if not scan.more:
            break

    assert [item.id for item in found] == [item.id for item in whole.items]
    assert scan.after == tables.positions(EVENT)


@given(arrived, st.tuples(*[st.integers(0, 12)] * 3))
def test_a_cursor_of_a_replica_that_read_in_another_order_gives_the_rest_once(
    arrivals: list[tuple[int, int, int]], offsets: tuple[int, int, int]
) -> None:
    tables = filled(arrivals)
    place = {Partition("events", number): offset for number, offset in enumerate(offsets)}
    expected, before = [], dict[Partition, int]()
    for item in tables.onwards(EVENT, {}, 1000, None).items:
        [(at, offset)] = item.after.items() - before.items()
        if offset > place[at]:
            expected.append(item.id)
        before = dict(item.after)

    assert [item.id for item in tables.onwards(EVENT, place, 1000, None).items] == expected


@given(arrived, st.sampled_from([{0}, {1, 2}, {0, 3, 4}]))
def test_a_filter_skips_but_never_loses_or_reorders(arrivals: list[tuple[int, int, int]], wanted: set[int]) -> None:
    tables = filled(arrivals)

    every = tables.onwards(EVENT, {}, 1000, None)
    some = tables.onwards(EVENT, {}, 1000, lambda record: record["n"] in wanted)

    kept = [item.value for item in every.items if item.id in {f"e{n}" for n in wanted}]
    assert [item.value for item in some.items if item.value] == kept
    assert some.after == every.after


@given(arrived)
def test_revisions_of_one_record_only_rise_and_the_last_is_what_is_listed(arrivals: list[tuple[int, int, int]]) -> None:
    tables = filled(arrivals)
    shown: dict[str, int] = {}
    for item in tables.onwards(EVENT, {}, 1000, None).items:
        assert item.revision > shown.get(item.id, 0)
        shown[item.id] = item.revision

    live = tables.onwards(EVENT, {}, 1000, None, live=True).items

    assert {item.id: item.revision for item in live} == shown
    assert len(live) == len(shown)


def test_a_scan_walks_the_index_and_sorts_nothing(tmp_path: Path) -> None:
    connection = connect(tmp_path / "i.sqlite", write=True)
    for statement, index in ((EVERY, "entry_order"), (LIVING, "entry_listed")):
        plan = " ".join(row[3] for row in connection.execute("explain query plan " + statement, ("events", 1)))
        assert index in plan
        assert "TEMP B-TREE" not in plan
    connection.close()
