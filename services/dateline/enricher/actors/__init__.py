"""Who and where an article names: persons with office, governments, organisations, peoples, and places."""

from dateline.enricher.actors.describe import describe
from dateline.enricher.actors.find import find
from dateline.enricher.actors.metonymy import reading_of_place
from dateline.enricher.actors.reading import Reading

__all__ = ["Reading", "describe", "find", "reading_of_place"]
