"""The article in four phrases: who did what, when and where."""

from dateline.enricher.fivew.answering import GUESSES, FiveW, answer

__all__ = ["GUESSES", "FiveW", "answer"]
