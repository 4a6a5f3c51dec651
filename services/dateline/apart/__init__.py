"""One process per service, on Kafka."""
