"""Dead letters: what is buried comes back unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.eventlog.dead import PREFIX, bury, exhume, replay, replayed_letter
from dateline.eventlog.record import Output, Partition, Record
from dateline_schemas.envelope import Headers

names = st.text(st.characters(codec="utf-8"), max_size=20)
ours = st.sampled_from(["attempts", "partition", "offset", "bytes", "letter", ""]).map(lambda name: PREFIX + name)
contents = st.binary(max_size=50) | st.sampled_from([b"", b"x", "²".encode(), b"7"])
header_lists = st.lists(st.tuples(names | ours, contents), max_size=5).map(tuple)
records = st.builds(
    Record,
    partition=st.builds(Partition, st.just("articles"), st.integers(0, 11)),
    offset=st.integers(0, 2**60),
    timestamp_ms=st.integers(0, 2**41),
    key=st.none() | st.binary(max_size=50),
    value=st.none() | st.binary(max_size=200),
    headers=header_lists,
)


def as_read(output: Output, offset: int = 5) -> Record:
    assert output.partition is not None
    return Record(Partition(output.topic, output.partition), offset, 0, output.key, output.value, output.headers)


@given(records, names, st.text(st.characters(codec="utf-8"), max_size=100))
def test_buried_and_replayed_record_has_its_bytes_and_its_own_headers(record: Record, cause: str, detail: str) -> None:
    letter = exhume(as_read(bury(record, "sink", cause, detail)))
    back = replay(letter)

    assert (letter.cause, letter.detail, letter.group) == (cause, detail, "sink")
    assert (letter.origin, letter.origin_offset) == (record.partition, record.offset)
    assert (back.key, back.value, back.partition) == (record.key, record.value, record.partition.number)
    own = tuple(header for header in record.headers if not header[0].startswith(PREFIX))
    assert back.headers[: len(own)] == own
    assert back.topic == "articles.sink.retry"
    assert replayed_letter(as_read(back)) == letter.id


@given(records)
def test_attempts_are_counted_over_replays_and_headers_do_not_pile_up(record: Record) -> None:
    first = exhume(as_read(bury(record, "sink", "c", "d")))
    second = bury(as_read(replay(first)), "sink", "c", "d")
    letter = exhume(as_read(second))

    assert letter.attempts == first.attempts + 1
    assert second.topic == "articles.sink.dead"
    assert len(second.headers) == len(bury(record, "sink", "c", "d").headers)


@pytest.mark.parametrize(("content", "attempts"), [(b"2", 3), (b"", 1), (b"x", 1), ("²".encode(), 1), (b"\xff", 1)])
def test_attempts_that_are_no_number_are_none(content: bytes, attempts: int) -> None:
    record = Record(Partition("articles", 0), 0, 0, b"k", b"v", ((PREFIX + "attempts", content),))

    assert exhume(as_read(bury(record, "sink", "c", "d"))).attempts == attempts
    assert exhume(record).attempts == max(1, attempts - 1)


@given(records)
def test_whatever_stands_in_a_dead_letter_topic_is_read(record: Record) -> None:
    assert exhume(record).record == record
    replayed_letter(record)


def test_record_over_the_limit_by_its_headers_alone_still_fits() -> None:
    headers: Headers = tuple((f"h{i}", b"x" * 100_000) for i in range(20))
    output = bury(Record(Partition("articles", 0), 0, 0, b"k", b"v", headers), "sink", "too_large", "")

    assert sum(len(name) + len(content) for name, content in output.headers) < 128 * 1024
