"""The log on Apache Kafka, and the driver that runs a stage over it."""

from dateline.eventlog.kafka.drive import KafkaDriver
from dateline.eventlog.kafka.log import KafkaLog
from dateline.eventlog.kafka.settings import KafkaSettings

__all__ = ["KafkaDriver", "KafkaLog", "KafkaSettings"]
