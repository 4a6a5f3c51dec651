"""The topics that are made without importing the services are those that the services read."""

from pathlib import Path

from dateline.apart.topics import GROUPS, all_specs
from dateline.corroborator.settings import CorroboratorSettings
from dateline.corroborator.stage import corroborator_stage
from dateline.enricher.settings import EnricherSettings
from dateline.enricher.stage import enricher_stage
from dateline.eventlog.embedded import EmbeddedLog
from dateline.gateway import GROUP, SOURCES
from dateline.sink.jsonl import JsonLines
from dateline.sink.stage import sink_stage
from dateline_schemas.topics import SAME_PARTITION, TOPICS


def test_the_groups_are_those_of_the_services(tmp_path: Path) -> None:
    stages = [
        enricher_stage(EnricherSettings()),
        corroborator_stage(CorroboratorSettings(), EmbeddedLog(tmp_path)),
        sink_stage(JsonLines(tmp_path)),
    ]
    assert {**{stage.group: stage.sources for stage in stages}, GROUP: SOURCES} == GROUPS


def test_every_topic_is_made_once_with_the_partitions_of_the_contract() -> None:
    specs = {spec.name: spec for spec in all_specs()}
    assert len(specs) == len(all_specs())
    for topic in TOPICS.values():
        assert specs[topic.name].partitions == topic.partitions
        assert specs[topic.name].newest_per_key == topic.newest_per_key
    assert len({specs[topic.name].partitions for topic in SAME_PARTITION}) == 1
