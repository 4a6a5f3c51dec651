"""What an article is about: IPTC Media Topics with a score, and PLOVER's contexts."""

from dateline.enricher.topics.scoring import contexts, score

__all__ = ["contexts", "score"]
