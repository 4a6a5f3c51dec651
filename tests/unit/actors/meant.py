"""Whom the words of a text mean, for the tests beside this."""

from datetime import date

from dateline.enricher import actors
from dateline.enricher.actors import Reading
from dateline.enricher.document import read

DAY = date(2024, 6, 1)


def find(text: str) -> Reading:
    return actors.find(read(text, published=DAY))


def at(reading: Reading, words: str, occurrence: int = 0) -> list[str]:
    """The names of the parties at the last word of a phrase of the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = reading.document.text.index(words, start + 1)
    end = start + len(words)
    for index, sentence in enumerate(reading.document.sentences):
        for token in sentence.tokens:
            if token.end == end:
                return [party.name for party in reading.parties(index, token.index)]
    raise AssertionError(f"no word of the text ends with {words!r}")
