"""What stands where a number is due, and is none: digits of other scripts, or more than a number has."""

from pathlib import Path

import pytest

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.kafka import KafkaSettings
from dateline.eventlog.kafka.notes import unpacked
from dateline.eventlog.kafka.trouble import why_not
from dateline.eventlog.letters import find_letter
from dateline.eventlog.record import Commit

odd = pytest.mark.parametrize("number", ["", "²", "٣", "9" * 5000])


@odd
def test_a_commit_of_another_client_has_no_note(number: str) -> None:
    assert unpacked(7, f"{number} note") == Commit(7)


@odd
async def test_a_letter_that_cannot_be_is_told_with_where_the_names_are(number: str, tmp_path: Path) -> None:
    async with EmbeddedLog(tmp_path) as log:
        for name in (f"events.sink.dead/{number}/0", f"events.sink.dead/0/{number}"):
            with pytest.raises(ValueError, match="does not name a dead letter; `dateline dead list`"):
                await find_letter(log, name)


@odd
async def test_an_address_whose_port_is_none_is_told(number: str) -> None:
    given = f"localhost:{number}"
    assert await why_not(KafkaSettings(brokers=given)) == f"{given!r} is no address: host:port is"
    assert "is no address" in await why_not(KafkaSettings(brokers="localhost:65536"))
