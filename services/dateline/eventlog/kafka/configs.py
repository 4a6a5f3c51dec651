"""How a topic is kept: what the brokers are asked for, where they do otherwise, and it in words."""

from collections.abc import Mapping
from datetime import timedelta

from dateline.eventlog.port import TopicSpec
from dateline_schemas.topics import DEAD_LETTER_ALLOWANCE, DEAD_SUFFIX, RETRY_SUFFIX

BROKER_LIMIT = 1_048_588  # Kafka's default for a batch
WIDER = (DEAD_SUFFIX, RETRY_SUFFIX)  # topics that hold records of others with notes on them


def configs(spec: TopicSpec) -> dict[str, str]:
    """The topic's configuration: `newest_per_key` compacts, and what has not been touched for `retention` goes."""
    settings = {
        "cleanup.policy": "compact,delete" if spec.newest_per_key else "delete",
        "retention.ms": str(int(spec.retention.total_seconds() * 1000)),
        "message.timestamp.type": "CreateTime",
    }
    if spec.name.endswith(WIDER):
        settings["max.message.bytes"] = str(BROKER_LIMIT + 2 * DEAD_LETTER_ALLOWANCE)
    return settings


def differences(spec: TopicSpec, held: Mapping[str, str]) -> list[str]:
    """Where the topic is kept otherwise than it is made here, a line each."""
    return [
        f"{spec.name} has {name} {held[name]}, not {wanted}"
        for name, wanted in configs(spec).items()
        if name in held and set(held[name].split(",")) != set(wanted.split(","))
    ]


def in_words(held: Mapping[str, str]) -> str:
    """How long the topic's records are kept."""
    policies = held["cleanup.policy"].split(",")
    retention_ms = int(held["retention.ms"])
    kept = [_span(timedelta(milliseconds=retention_ms)) if "delete" in policies and retention_ms >= 0 else "for ever"]
    if "delete" in policies and int(held["retention.bytes"]) >= 0:
        kept.append(f"at most {int(held['retention.bytes']):,} bytes a partition")
    if "compact" in policies:
        kept.append("newest per key")
    return ", ".join(kept)


def _span(time: timedelta) -> str:
    hours = time / timedelta(hours=1)
    number, unit = (hours / 24, "day") if hours >= 24 and hours % 24 == 0 else (hours, "hour")
    return f"{number:g} {unit}{'s' * (number != 1)}"
