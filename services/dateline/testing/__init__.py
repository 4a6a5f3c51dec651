"""For tests of those who consume Dateline's topics: brokers in containers."""

from dateline.testing.kafka import ApacheKafkaContainer

__all__ = ["ApacheKafkaContainer"]
