"""What the log knows of a pipeline."""

from datetime import timedelta
from pathlib import Path

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.port import TopicSpec
from dateline.eventlog.record import Commit, Output, Partition
from dateline.eventlog.survey import survey


async def test_who_has_not_begun_is_behind_by_all(tmp_path: Path) -> None:
    async with EmbeddedLog(tmp_path) as log:
        await log.create([TopicSpec(name, 1, timedelta(days=1)) for name in ("articles", "reports")])
        await log.append([Output("articles", b"k", b"v") for _ in range(3)])
        expected = {"enricher": ["articles"], "corroborator": ["reports"]}

        assert (await survey(log, expected))["groups"] == {
            "enricher": {"articles": {"done": 0, "lag": 3, "last_commit": None}}
        }
        await log.write([], "enricher", {Partition("articles", 0): Commit(2)})
        assert (await survey(log, expected))["groups"]["enricher"]["articles"]["lag"] == 1
