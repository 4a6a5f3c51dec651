"""The topics that the services need on Kafka, known without importing the services."""

from dateline.eventlog.port import TopicSpec
from dateline.eventlog.provision import contract_specs, group_specs
from dateline_schemas.topics import ARTICLES, CHANGELOG, ENRICHED, EVENTS, REPORTS, STORIES, Topic

GROUPS: dict[str, tuple[Topic, ...]] = {
    "enricher": (ARTICLES,),
    "corroborator": (REPORTS, CHANGELOG),
    "sink": (STORIES, EVENTS),
    "gateway": (ARTICLES, ENRICHED, STORIES, EVENTS),
}
"""What each group reads, as its stage says; an image holds one service only, and any may make the topics."""


def all_specs() -> list[TopicSpec]:
    groups = [spec for group, sources in GROUPS.items() for spec in group_specs(group, sources, embedded=False)]
    return [*contract_specs(embedded=False), *groups]
