"""The enricher: an article comes in, what it says comes out coded."""
