"""Whether the topics that a stage reads and writes are there, and fit together."""

from collections.abc import Mapping

from dateline.eventlog.kafka.log import KafkaLog
from dateline.eventlog.port import LogUnavailable
from dateline.eventlog.stage import Stage
from dateline_schemas.topics import SAME_PARTITION, dead_topic, retry_topic


class WrongTopics(Exception):
    """The topics' partitions do not fit together: waiting does not help."""


async def check_topics(stage: Stage, log: KafkaLog) -> None:
    """Raises LogUnavailable while topics are missing, and WrongTopics where partitions are."""
    held = await log.topics()
    sources = [source.name for source in stage.sources]
    needed = [*sources, *(name(source, stage.group) for source in sources for name in (dead_topic, retry_topic))]
    missing = [name for name in needed if name not in held]
    if missing:
        raise LogUnavailable(
            f"Kafka at {log.settings.brokers}: no topic {', '.join(missing)}, or no permission to see it; "
            "`dateline topics create` makes what is missing"
        )
    for source in sources:
        for name in (dead_topic(source, stage.group), retry_topic(source, stage.group)):
            if held[name] < held[source]:
                raise WrongTopics(
                    f"{name} has {held[name]} partitions, {source} has {held[source]}: "
                    f"give {name} as many (kafka-topics.sh --alter)"
                )
    check_pipeline(held)


def check_pipeline(held: Mapping[str, int]) -> None:
    """Raises WrongTopics where topics whose records stay in their partition differ in their number of partitions."""
    counts = {topic.name: held[topic.name] for topic in SAME_PARTITION if topic.name in held}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{name} has {count}" for name, count in counts.items())
        raise WrongTopics(f"these topics must have equally many partitions: {told}; make them again")
