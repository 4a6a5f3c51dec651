"""Which topics a pipeline of stages needs: the contract's, and for each stage those for dead letters and replays."""

from collections.abc import Iterable

from dateline.eventlog.port import TopicSpec
from dateline.eventlog.stage import Stage
from dateline_schemas.topics import DEAD_RETENTION, TOPICS, Topic, dead_topic, retry_topic


def contract_specs(*, embedded: bool) -> list[TopicSpec]:
    """The topics of the contract; `embedded` gives them the few partitions that one machine needs."""
    return [
        TopicSpec(
            name=topic.name,
            partitions=topic.embedded_partitions if embedded else topic.partitions,
            retention=topic.retention,
            newest_per_key=topic.newest_per_key,
        )
        for topic in TOPICS.values()
    ]


def stage_specs(stages: Iterable[Stage], *, embedded: bool) -> list[TopicSpec]:
    """The dead-letter and retry topics of the stages."""
    return [spec for stage in stages for spec in group_specs(stage.group, stage.sources, embedded=embedded)]


def group_specs(group: str, sources: Iterable[Topic], *, embedded: bool) -> list[TopicSpec]:
    """A group's dead-letter and retry topics: as many partitions as the topic whose records they take."""
    return [
        TopicSpec(
            name=name,
            partitions=source.embedded_partitions if embedded else source.partitions,
            retention=DEAD_RETENTION,
        )
        for source in sources
        for name in (dead_topic(source.name, group), retry_topic(source.name, group))
    ]
