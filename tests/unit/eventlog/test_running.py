"""What a driver's batch comes to: written, split, buried, tried again, stopped. The log here is a list."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from dateline.eventlog.dead import exhume
from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.record import Commit, Output, Partition, Record, output_of
from dateline.eventlog.running import Running
from dateline.eventlog.stage import DeadRecord, Handled, Input, Stage, StageBroken, Unavailable, Unprocessable
from dateline.eventlog.unexpected import UNEXPECTED_LIMIT
from dateline_schemas import ARTICLES, Article, Provenance, PublishedQuality, SourceKind
from dateline_schemas.envelope import Headers

PLACE = Partition("articles", 0)


def record(offset: int, title: str = "fine") -> Record:
    article = Article(
        id=f"a{offset}",
        revision=1,
        outlet="o",
        title=title,
        text="t",
        published_quality=PublishedQuality.MISSING,
        fetched=datetime(2025, 1, 1, tzinfo=UTC),
        content_hash="0",
        provenance=Provenance(kind=SourceKind.PUSH, source="test"),
    )
    made = output_of(ARTICLES, article, "test")
    return Record(PLACE, offset, 0, made.key, made.value, made.headers)


class Titled:
    """Does what the article's title says; remembers what it has handled since it was opened."""

    def __init__(self) -> None:
        self.memory: list[str] = []
        self.faults: dict[str, Callable[[Record], Exception]] = {
            "bad": lambda _: Unprocessable("bad", "it is bad"),
            "bug": lambda r: RuntimeError(f"bug at {r.offset}"),
        }
        self.world: list[Exception] = []

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        self.memory = []

    async def close(self, partition: int) -> None:
        self.memory = ["closed"]

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        if self.world:
            raise self.world.pop(0)
        outputs, dead = [], []
        for given in inputs:
            title = given.value.title  # type: ignore[attr-defined]
            if title in self.faults:
                raise self.faults[title](given.record)
            if title == "refused":
                dead.append(DeadRecord(given.record, "killed", "it hung"))
            else:
                self.memory.append(given.value.id)  # type: ignore[attr-defined]
                outputs.append(Output("out", given.record.key, b"done"))
        return Handled(outputs=outputs, dead=dead, notes={PLACE: f"after {inputs[-1].record.offset}"})


class Written:
    """What was written, transaction by transaction."""

    def __init__(self) -> None:
        self.transactions: list[tuple[list[Output], dict[Partition, Commit]]] = []
        self.faults: list[Exception] = []

    async def write(self, outputs: Sequence[Output], commits: Mapping[Partition, Commit]) -> None:
        if self.faults:
            raise self.faults.pop(0)
        self.transactions.append((list(outputs), dict(commits)))

    @property
    def outputs(self) -> list[Output]:
        return [output for outputs, _ in self.transactions for output in outputs]

    @property
    def graves(self) -> dict[int, str]:
        letters = [exhume(Record(PLACE, 0, 0, o.key, o.value, o.headers)) for o in self.outputs if o.topic != "out"]
        return {letter.origin_offset: letter.cause for letter in letters}

    @property
    def committed(self) -> int:
        return self.transactions[-1][1][PLACE].offset if self.transactions else 0


@pytest.fixture
def handler() -> Titled:
    return Titled()


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
async def running(handler: Titled, written: Written, waits: list[float]) -> Running:
    async def commits(partition: int) -> Mapping[Partition, Commit]:
        return {PLACE: Commit(written.committed)}

    async def pause(seconds: float) -> None:
        waits.append(seconds)

    running = Running(Stage("group", (ARTICLES,), handler), written.write, commits, pause)
    await running.open(0)
    return running


async def test_a_dead_letter_is_told_once_it_is_written(running: Running, written: Written) -> None:
    written.faults = [LogUnavailable("away")]
    with capture_logs() as logs:
        await running.process(0, [record(0), record(1, "refused")])

    assert [(log["at"], log["cause"]) for log in logs if log["event"] == "record.dead"] == [("articles/0/1", "killed")]


async def test_a_good_batch_is_one_write_with_its_commit(running: Running, written: Written) -> None:
    await running.process(0, [record(0), record(1), record(2)])

    assert len(written.transactions) == 1
    assert [output.value for output in written.outputs] == [b"done"] * 3
    assert written.committed == 3
    assert running.outcomes == {"done": 3}


async def test_undecodable_record_is_buried_and_the_batch_goes_on(running: Running, written: Written) -> None:
    junk = Record(PLACE, 1, 0, b"k", b"junk", (("mine", b"1"), ("mine", b"2")))

    await running.process(0, [record(0), junk, record(2)])

    assert running.outcomes == {"done": 2, "dead:missing_header": 1}
    grave = next(output for output in written.outputs if output.topic == "articles.group.dead")
    assert (grave.key, grave.value, grave.headers[:2]) == (junk.key, junk.value, junk.headers)
    assert grave.partition == 0


async def test_unprocessable_record_is_buried_alone(running: Running, written: Written, handler: Titled) -> None:
    await running.process(0, [record(0), record(1, "bad"), record(2)])

    assert written.graves == {1: "bad"}
    assert running.outcomes == {"done": 2, "dead:bad": 1}
    assert handler.memory == ["a2"], "memory is opened anew after what was raised"


async def test_refused_record_is_buried_without_a_second_try(running: Running, written: Written) -> None:
    await running.process(0, [record(0), record(1, "refused"), record(2)])

    assert len(written.transactions) == 1
    assert written.graves == {1: "killed"}
    assert running.outcomes == {"done": 2, "dead:killed": 1}


async def test_unexpected_failure_is_buried_once_a_later_record_succeeds(running: Running, written: Written) -> None:
    await running.process(0, [record(0), record(1, "bug"), record(2, "bug"), record(3)])

    assert written.graves == {1: "unexpected", 2: "unexpected"}
    assert [commits[PLACE].offset for _, commits in written.transactions] == [1, 4]
    assert running.outcomes == {"done": 2, "dead:unexpected": 2}


async def test_twenty_unexpected_failures_stop_the_stage_with_none_of_them_committed(
    running: Running, written: Written
) -> None:
    records = [record(0), *(record(offset, "bug") for offset in range(1, UNEXPECTED_LIMIT + 1)), record(99)]

    with pytest.raises(StageBroken, match="20 unexpected errors in a row"):
        await running.process(0, records)

    assert written.committed == 1
    assert written.graves == {}


async def test_nineteen_do_not(running: Running, written: Written) -> None:
    await running.process(0, [record(offset, "bug") for offset in range(UNEXPECTED_LIMIT - 1)])
    assert running.is_holding(0)
    assert written.graves == {}

    await running.settle(0)

    assert not running.is_holding(0)
    assert len(written.graves) == written.committed == UNEXPECTED_LIMIT - 1


async def test_twenty_in_a_row_stop_it_in_whatever_batches_they_come(running: Running, written: Written) -> None:
    for offset in range(UNEXPECTED_LIMIT - 1):
        await running.process(0, [record(offset, "bug")])
    with pytest.raises(StageBroken):
        await running.process(0, [record(UNEXPECTED_LIMIT - 1, "bug")])

    assert written.transactions == []


async def test_what_is_held_is_buried_with_the_next_batch_that_works(running: Running, written: Written) -> None:
    await running.process(0, [record(0, "bug")])
    await running.process(0, [record(1), record(2)])

    assert written.graves == {0: "unexpected"}
    assert written.committed == 3
    assert running.outcomes == {"done": 2, "dead:unexpected": 1}


async def test_the_world_is_tried_again_without_end_and_ever_slower(
    running: Running, handler: Titled, written: Written, waits: list[float]
) -> None:
    handler.world = [Unavailable("the disk is full")] * 12

    await running.process(0, [record(0)])

    assert written.committed == 1
    assert running.outcomes == {"done": 1}
    assert len(waits) == 12
    assert waits == sorted(waits)
    assert waits[-1] == 30
    assert running.trouble is None


async def test_a_write_that_fails_is_repeated_without_handling_again(
    running: Running, handler: Titled, written: Written
) -> None:
    written.faults = [LogUnavailable("locked")]

    await running.process(0, [record(0), record(1)])

    assert handler.memory == ["a0", "a1"]
    assert len(written.transactions) == 1


@pytest.mark.parametrize(
    "goes_on", [lambda running: running.process(0, [record(0)]), lambda running: running.settle(0)]
)
async def test_why_a_partition_was_lost_is_told_until_it_has_gone_on(
    running: Running, goes_on: Callable[[Running], Awaitable[None]]
) -> None:
    running.lost = {0: "no permission", 1: "no permission"}
    assert running.reasons == ["no permission"]

    await goes_on(running)

    assert running.lost == {1: "no permission"}


async def test_a_batch_without_a_note_keeps_the_last_one(running: Running, written: Written) -> None:
    await running.process(0, [record(0)])
    await running.process(0, [Record(PLACE, 1, 0, b"k", b"junk", Headers())])

    assert written.transactions[-1][1][PLACE].note == "after 0"


async def test_too_large_a_record_leaves_its_size_hash_and_first_part(running: Running, written: Written) -> None:
    await running.process(0, [Record(PLACE, 0, 0, b"k", b"x" * 3_000_000, record(0).headers)])

    [grave] = written.outputs
    letter = exhume(Record(PLACE, 0, 0, grave.key, grave.value, grave.headers))
    assert (letter.cause, letter.original_bytes, len(grave.value or b"")) == ("too_large", 3_000_000, 64 * 1024)
    assert letter.original_sha256
