"""The corroborator as a stage of a log."""

from pathlib import Path

from tests.unit.corroborator.wire import report

from dateline.corroborator.settings import CorroboratorSettings
from dateline.corroborator.stage import Corroborating
from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.port import EventLog
from dateline.eventlog.provision import contract_specs
from dateline.eventlog.record import Output, Partition, Record
from dateline.eventlog.stage import Input
from dateline_schemas import Report, Story
from dateline_schemas.envelope import decode
from dateline_schemas.topics import CHANGELOG, STORIES


async def told(log: EventLog, given: Report) -> list[Output]:
    """What a corroborator that has just started makes of a report."""
    stage = Corroborating(CorroboratorSettings(), log)
    await stage.open(0, {})
    record = Record(Partition("reports", 0), 0, 0, None, None)
    return list((await stage.handle(0, [Input(record, given)])).outputs)


def revisions(outputs: list[Output]) -> list[int]:
    values = [decode(STORIES, each.key, each.value, each.headers) for each in outputs if each.topic == STORIES.name]
    return [value.revision for value in values if isinstance(value, Story)]


async def test_a_changelog_that_has_expired_leads_back_to_no_revision_that_was_told(tmp_path: Path) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    first.mkdir()
    later.mkdir()
    async with EmbeddedLog(first) as log:
        await log.create(contract_specs(embedded=True))
        for number in range(3):
            outputs = await told(log, report(f"a{number}", 1, outlet=f"outlet {number}"))
            await log.append(outputs)
    async with EmbeddedLog(later) as log:
        await log.create(contract_specs(embedded=True))
        await log.append([each for each in outputs if each.topic != CHANGELOG.name])
        again = await told(log, report("a0", 1, revision=2))

    assert revisions(outputs) == [3]
    assert revisions(again) == [4]
