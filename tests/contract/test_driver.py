"""What every driver of a stage must hold to: embedded, aiokafka (with and without transactions) and Faust."""

import signal
import time
from itertools import pairwise

from structlog.testing import capture_logs
from tests.brokers.waiting import until
from tests.contract.apart import apart, how_it_ended
from tests.contract.drivers import Bench
from tests.contract.echo import Echo

from dateline.eventlog.dead import exhume, replay
from dateline.eventlog.record import Output
from dateline.eventlog.stage import StageBroken
from dateline.eventlog.unexpected import UNEXPECTED_LIMIT


async def test_every_record_once_and_in_order_within_its_partition(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(40))
    async with bench.driving(Echo(bench.names.out)) as driven:
        await bench.log.append(bench.names.notes(20, start=40))
        await bench.has(bench.names.out, 60)
        await bench.committed(60)
        assert driven.running.outcomes == {"done": 60}
        assert driven.running.trouble is None
    for number in (0, 1):
        keys = [r.key for r in await bench.read(bench.names.out) if r.partition.number == number]
        assert keys == [f"n{n}".encode() for n in range(number, 60, 2)]


async def test_nothing_is_committed_before_its_outputs_are_written(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(60))
    handler = Echo(bench.names.out)
    handler.slow = 0.005
    seen = list[tuple[int, int]]()
    async with bench.driving(handler, batch=5):
        while not seen or seen[-1][0] < 60:
            committed = await bench.commits()
            seen.append((committed, await bench.count(bench.names.out)))
    assert all(committed <= written for committed, written in seen)
    assert all(earlier <= later for (earlier, _), (later, _) in pairwise(seen))


async def test_a_commit_tells_when_it_was_made(bench: Bench) -> None:
    begun = time.time() * 1000
    await bench.log.append(bench.names.notes(10))
    async with bench.driving(Echo(bench.names.out)):
        await bench.committed(10)
    held = await bench.log.commits(bench.names.group)
    times = [commit.at_ms for place, commit in held.items() if place.topic == bench.names.source.name]
    assert len(times) == 2
    assert all(begun - 1 <= at_ms <= time.time() * 1000 for at_ms in times)


async def test_a_second_start_goes_on_where_the_first_stopped(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(10))
    first, second = Echo(bench.names.out), Echo(bench.names.out)
    async with bench.driving(first):
        await bench.has(bench.names.out, 10)
        await bench.committed(10)
    await bench.log.append(bench.names.notes(10, start=10))
    async with bench.driving(second):
        await bench.has(bench.names.out, 20)
    assert sorted(second.handled) == sorted(f"n{n}" for n in range(10, 20))


async def test_what_is_wrong_with_the_world_is_waited_out(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(20, {6: "later"}))
    handler = Echo(bench.names.out)
    handler.failures = 3
    async with bench.driving(handler) as driven:

        async def told() -> bool:
            return driven.running.trouble == "not now"

        await until(told, "the trouble is told")
        await bench.has(bench.names.out, 20)
        await bench.committed(20)
    assert driven.running.trouble is None
    assert await bench.count(bench.names.dead) == 0


async def test_what_was_deleted_before_it_was_read_is_counted_and_told_once(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(10))
    async with bench.driving(Echo(bench.names.out)):
        await bench.committed(10)
    await bench.log.append(bench.names.notes(6, start=10))
    await bench.expire()
    with capture_logs() as logs:
        for start in (16, 20):
            await bench.log.append(bench.names.notes(4, start=start))
            async with bench.driving(Echo(bench.names.out)) as driven:
                await bench.committed(start + 4)
            assert driven.running.outcomes["lost:retention"] == (6 if start == 16 else 0)
            assert driven.running.outcomes["done"] == 4
    assert [log["records"] for log in logs if log["event"] == "records.lost"] == [3, 3]


async def test_bad_records_become_dead_letters_unchanged_and_the_stream_goes_on(bench: Bench) -> None:
    names = bench.names
    good = names.note("n0")
    bad = {
        "not_json": Output(names.source.name, b"k", b"{", good.headers, 0),
        "wrong_schema": Output(names.source.name, b"k", b'{"id": 7}', good.headers, 0),
        "tombstone": Output(names.source.name, b"k", None, good.headers, 0),
        "missing_header": Output(names.source.name, b"k", good.value, (("mine", b"\xff\x00"),), 0),
        "duplicate_header": Output(names.source.name, b"k", good.value, (*good.headers, ("ce_id", b"again")), 0),
        "wrong_key": Output(names.source.name, None, good.value, good.headers, 0),
        "never": names.note("n1", "never"),
        "refused": names.note("n2", "refuse"),
        "unexpected": names.note("n3", "bug"),
    }
    await bench.log.append([*bad.values(), good])
    async with bench.driving(Echo(names.out)):
        await bench.has(names.dead, len(bad))
        await bench.has(names.out, 1)
        await bench.committed(len(bad) + 1)
    letters = [exhume(record) for record in await bench.read(names.dead)]
    assert [letter.cause for letter in sorted(letters, key=lambda letter: letter.origin_offset)] == list(bad)
    for letter in letters:
        sent = bad[letter.cause]
        assert (letter.record.key, letter.record.value) == (sent.key, sent.value)
        assert letter.record.headers[: len(sent.headers)] == sent.headers
        assert letter.group == names.group


async def test_a_record_without_key_and_value_is_buried_too(bench: Bench) -> None:
    """aiokafka refuses to write such a record; other producers do not."""
    names = bench.names
    await bench.log.append([Output(names.source.name, b"", None, (), 0), names.note("n0")])
    async with bench.driving(Echo(names.out)):
        await bench.has(names.dead, 1)
        await bench.has(names.out, 1)


async def test_a_dead_letter_is_replayed_to_its_group(bench: Bench) -> None:
    names = bench.names
    await bench.log.append([names.note("n0", "never", partition=1)])
    handler = Echo(names.out)
    async with bench.driving(handler):
        await bench.has(names.dead, 1)
        letter = exhume((await bench.read(names.dead))[0])
        fixed = replay(letter)
        await bench.log.append([Output(fixed.topic, fixed.key, b'{"id": "n0"}', fixed.headers, fixed.partition)])
        await bench.has(names.out, 1)
    out = (await bench.read(names.out))[0]
    assert (out.key, out.value) == (b"n0", b'{"id": "n0"}')


async def test_twenty_unexpected_errors_in_a_row_end_it_with_nothing_of_them_done(bench: Bench) -> None:
    names = bench.names
    bugs = [names.note(f"n{n}", "bug", partition=0) for n in range(1, UNEXPECTED_LIMIT + 1)]
    await bench.log.append([names.note("n0"), *bugs])
    async with bench.driving(Echo(names.out)) as driven:
        error = await driven.failure()
    assert isinstance(error, StageBroken)
    assert "20 unexpected errors in a row" in str(error)
    assert await bench.count(names.dead) == 0
    assert await bench.commits() <= 1


async def test_records_taken_away_in_mid_batch_are_done_by_the_next(shared_bench: Bench) -> None:
    bench = shared_bench
    await bench.log.append(bench.names.notes(500))
    one, other = Echo(bench.names.out), Echo(bench.names.out)
    one.slow = other.slow = 0.02
    async with bench.driving(one, batch=50):
        await bench.has(bench.names.out, 10)
        async with bench.driving(other, batch=50):

            async def both_work() -> bool:
                return bool(other.handled)

            await until(both_work, "the second member works")
            one.slow = other.slow = 0.002
            await bench.has(bench.names.out, 300)
        # The second has left in the middle of something: the first goes on with all of it.
        await bench.committed(500)
    first_of_each: dict[int, list[int]] = {0: [], 1: []}
    for record in await bench.read(bench.names.out):
        number = int((record.key or b"")[1:])
        if number not in first_of_each[record.partition.number]:
            first_of_each[record.partition.number].append(number)
    assert first_of_each == {0: list(range(0, 500, 2)), 1: list(range(1, 500, 2))}


async def test_a_kill_between_output_and_commit_loses_nothing(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(40))
    async with apart(bench, "die") as process:
        assert await how_it_ended(process) == -signal.SIGKILL
    written = await bench.count(bench.names.out)
    # Outputs that stand with their commit, or not at all, are not seen.
    assert (written == 0) == (bench.kind in ("embedded", "transactional"))
    assert await bench.commits() == 0

    async with bench.driving(Echo(bench.names.out)):
        await bench.has(bench.names.out, 40 + written)
        await bench.committed(40)
    for number in (0, 1):
        keys = [r.key for r in await bench.read(bench.names.out) if r.partition.number == number]
        assert list(dict.fromkeys(keys)) == [f"n{n}".encode() for n in range(number, 40, 2)]
    assert await bench.count(bench.names.out) == 40 + written
    assert await bench.count(bench.names.dead) == 0


async def test_told_to_end_it_ends_with_what_it_wrote_committed(bench: Bench) -> None:
    await bench.log.append(bench.names.notes(100))
    async with apart(bench, "work") as process:
        await bench.has(bench.names.out, 10)
        process.terminate()
        assert await how_it_ended(process) == 0
    written = await bench.count(bench.names.out)
    assert 10 <= written < 100
    assert await bench.commits() == written

    handler = Echo(bench.names.out)
    async with bench.driving(handler):
        await bench.committed(100)
    assert len(handler.handled) == 100 - written
