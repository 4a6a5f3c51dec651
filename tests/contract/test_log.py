"""What every log must hold to, embedded or Kafka."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.contract.logs import Open, fresh, sweep

from dateline.eventlog.port import Bounds, EventLog, Reader, TopicSpec, UnknownTopic
from dateline.eventlog.record import Output, Partition, Record

PATIENCE_SECONDS = 20.0


@pytest.fixture
async def topic(log: EventLog) -> str:
    """A topic with two partitions."""
    name = fresh("topic")
    await log.create([TopicSpec(name, partitions=2, retention=timedelta(days=1))])
    return name


async def read(reader: Reader, count: int) -> list[Record]:
    records: list[Record] = []
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(records) < count:
            records += await reader.read(count - len(records), timeout_seconds=1)
    return records


async def test_records_come_back_as_they_were_written_and_in_order(log: EventLog, topic: str) -> None:
    written = [
        Output(topic, b"k", b"first", (("a", b"1"), ("b", b""), ("a", b"2")), partition=1),
        Output(topic, None, b"no key", (), partition=1),
        Output(topic, b"k", None, (), partition=1),
        Output(topic, b"k", b"", (("name", bytes(range(256))),), partition=1),
        Output(topic, "schlüssel".encode(), b"\x00\xff" * 1000, (), partition=1),
    ]
    before = datetime.now(UTC)
    await log.append(written)
    async with log.reader({Partition(topic, 1): 0}) as reader:
        records = await read(reader, len(written))
    assert [(r.key, r.value, r.headers) for r in records] == [(o.key, o.value, o.headers) for o in written]
    assert [r.offset for r in records] == [0, 1, 2, 3, 4]
    assert {r.partition for r in records} == {Partition(topic, 1)}
    assert all(abs(r.made - before) < timedelta(minutes=1) for r in records)


async def test_what_was_appended_is_there_after_the_log_is_opened_again(open_log: Open) -> None:
    name = fresh("topic")
    async with open_log() as log:
        await log.create([TopicSpec(name, 1, timedelta(days=1))])
        await log.append([Output(name, b"k", b"v")])
    async with open_log() as log, log.reader({Partition(name, 0): 0}) as reader:
        assert [r.value for r in await read(reader, 1)] == [b"v"]


async def test_a_topic_that_exists_stays_as_it_is(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, b"k", b"v", partition=0)])
    other = fresh("other")
    await log.create([TopicSpec(topic, 9, timedelta(days=1)), TopicSpec(other, 1, timedelta(days=1))])
    topics = await log.topics()
    assert (topics[topic], topics[other]) == (2, 1)
    assert (await log.bounds(topic))[Partition(topic, 0)] == Bounds(0, 1)


async def test_equal_keys_meet_in_one_partition(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, key, b"v") for key in (b"a", b"b", b"c", b"d", b"e", b"f") for _ in range(3)])
    async with log.reader({Partition(topic, 0): 0, Partition(topic, 1): 0}) as reader:
        records = await read(reader, 18)
    homes = {(record.key, record.partition.number) for record in records}
    assert len(homes) == 6


async def test_bounds_are_the_oldest_record_and_the_next(log: EventLog, topic: str) -> None:
    assert await log.bounds(topic) == {Partition(topic, 0): Bounds(0, 0), Partition(topic, 1): Bounds(0, 0)}
    await log.append([Output(topic, b"k", b"v", partition=1)] * 3)
    assert await log.bounds(topic) == {Partition(topic, 0): Bounds(0, 0), Partition(topic, 1): Bounds(0, 3)}


async def test_offsets_are_found_by_time(log: EventLog, topic: str) -> None:
    place = Partition(topic, 0)
    await log.append([Output(topic, b"k", b"old", partition=0)])
    async with log.reader({place: 0}) as reader:
        old = (await read(reader, 1))[0].made
    await asyncio.sleep(0.005)  # timestamps are in milliseconds: the next record's is another
    await log.append([Output(topic, b"k", b"new", partition=0)])
    assert (await log.offsets_at(topic, old))[place] == 0
    assert (await log.offsets_at(topic, old + timedelta(milliseconds=1)))[place] == 1
    assert (await log.offsets_at(topic, old + timedelta(days=1)))[place] == 2
    assert (await log.offsets_at(topic, old + timedelta(days=1)))[Partition(topic, 1)] == 0
    assert (await log.offsets_at(topic, datetime(1900, 1, 1, tzinfo=UTC)))[place] == 0


async def test_a_reader_starts_where_it_is_told(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, b"k", str(n).encode(), partition=0) for n in range(5)])
    async with log.reader({Partition(topic, 0): 3}) as reader:
        assert [r.value for r in await read(reader, 2)] == [b"3", b"4"]
        assert list(await reader.read(10, timeout_seconds=0.05)) == []


async def test_a_reader_takes_no_more_than_it_asks_for(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, b"k", str(n).encode(), partition=n % 2) for n in range(10)])
    async with log.reader({Partition(topic, 0): 0, Partition(topic, 1): 0}) as reader:
        first = await read(reader, 3)
        rest = await read(reader, 7)
    assert len(first) == 3
    assert sorted(r.value or b"" for r in [*first, *rest]) == [str(n).encode() for n in range(10)]


async def test_a_reader_wakes_up_when_a_record_comes(log: EventLog, topic: str) -> None:
    async with log.reader({Partition(topic, 0): 0, Partition(topic, 1): 0}) as reader:
        waiting = asyncio.create_task(reader.read(10, timeout_seconds=60))
        await asyncio.sleep(0)
        await log.append([Output(topic, b"k", b"v", partition=1)])
        records = await asyncio.wait_for(waiting, PATIENCE_SECONDS)
    assert [r.value for r in records] == [b"v"]


async def test_a_reader_knows_when_it_has_read_what_there_was(log: EventLog, topic: str) -> None:
    place = Partition(topic, 0)
    await log.append([Output(topic, b"k", b"v", partition=0)] * 5)
    end = (await log.bounds(topic))[place].end
    seen = 0
    async with log.reader({place: 0}) as reader, asyncio.timeout(PATIENCE_SECONDS):
        assert await reader.position(place) == 0
        while await reader.position(place) < end:
            seen += len(await reader.read(2, timeout_seconds=1))
    assert seen == 5


async def test_a_reader_gets_past_what_is_swept_before_it(log: EventLog) -> None:
    topic = fresh("topic")
    place = Partition(topic, 0)
    await log.create([TopicSpec(topic, partitions=1, retention=timedelta(0))])
    await log.append([Output(topic, b"k", b"v", partition=0)] * 5)
    end = (await log.bounds(topic))[place].end
    async with log.reader({place: 0}) as reader, asyncio.timeout(PATIENCE_SECONDS):
        await sweep(log, place)
        while await reader.position(place) < end:
            await reader.read(2, timeout_seconds=1)  # what was fetched before the sweep may still come
        await log.append([Output(topic, b"k", b"next", partition=0)])
        assert [r.value for r in await read(reader, 1)] == [b"next"]


async def test_readers_do_not_take_from_each_other(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, b"k", b"v", partition=0)] * 4)
    starts = {Partition(topic, 0): 0}
    async with log.reader(starts) as one, log.reader(starts) as other:
        assert len(await read(one, 4)) == len(await read(other, 4)) == 4


async def test_many_writers_lose_nothing(log: EventLog, topic: str) -> None:
    async def write(writer: int) -> None:
        for number in range(10):
            await log.append([Output(topic, b"k", f"{writer}-{number}".encode(), partition=0)])

    await asyncio.gather(*(write(writer) for writer in range(5)))
    async with log.reader({Partition(topic, 0): 0}) as reader:
        values = [(r.value or b"").decode() for r in await read(reader, 50)]
    assert [r for r in values if r.startswith("3-")] == [f"3-{number}" for number in range(10)]
    assert len(set(values)) == 50


async def test_a_record_of_the_full_size_fits(log: EventLog, topic: str) -> None:
    await log.append([Output(topic, b"k", b"x" * 1_000_000, (("h", b"y" * 2000),), partition=0)])
    async with log.reader({Partition(topic, 0): 0}) as reader:
        assert len((await read(reader, 1))[0].value or b"") == 1_000_000


async def test_unknown_topics_and_partitions_are_told(log: EventLog, topic: str) -> None:
    missing = fresh("missing")
    with pytest.raises(UnknownTopic, match=missing):
        await log.append([Output(missing, b"k", b"v")])
    with pytest.raises(UnknownTopic, match=missing):
        await log.bounds(missing)
    with pytest.raises(UnknownTopic, match=missing):
        async with log.reader({Partition(missing, 0): 0}):
            pass
    with pytest.raises(UnknownTopic, match="no partition 2; it has 0 to 1"):
        await log.append([Output(topic, b"k", b"v", partition=2)])
    assert missing not in await log.topics()


async def test_a_group_that_never_committed_has_no_commits(log: EventLog) -> None:
    group = fresh("group")
    assert await log.commits(group) == {}
    assert group not in await log.groups()
