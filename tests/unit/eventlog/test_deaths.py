"""Each dead letter is told in the log, and many of them are no flood."""

from structlog.testing import capture_logs

from dateline.eventlog.dead import bury
from dateline.eventlog.deaths import MOST_A_MINUTE, WAY_OUT, Deaths
from dateline.eventlog.record import Output, Partition, Record


def letter(offset: int) -> Output:
    return bury(Record(Partition("articles", 3), offset, 0, b"k", b"v"), "enricher", "not_json", "it is none")


def test_a_dead_letter_is_told_with_its_origin_and_its_cause() -> None:
    with capture_logs() as logs:
        Deaths("enricher").tell([Output("reports", b"k", b"v"), letter(7)])
    assert logs == [
        {
            "event": "record.dead",
            "log_level": "warning",
            "group": "enricher",
            "at": "articles/3/7",
            "cause": "not_json",
            "detail": "it is none",
            "see": WAY_OUT,
        }
    ]


def test_of_many_in_a_minute_only_the_number_is_told() -> None:
    now = 0.0
    deaths = Deaths("enricher", lambda: now)
    with capture_logs() as logs:
        for offset in range(MOST_A_MINUTE + 30):
            deaths.tell([letter(offset)])
        assert len(logs) == MOST_A_MINUTE
        now = 61.0
        deaths.tell([letter(100)])
    assert [log.get("more") for log in logs[MOST_A_MINUTE:]] == [30, None]
    assert logs[-1]["at"] == "articles/3/100"
