"""An article as the coding stages read it: its text, its sentences as trees, and when and by whom it was published."""

from datetime import date
from functools import cache
from typing import Final

from dateline.enricher.capitals import recased
from dateline.enricher.gazetteer import Gazetteer
from dateline.enricher.syntax.tree import Parser, Sentence

DATELINE: Final = 12  # words; a longer sentence is none
DASHES: Final = frozenset({"-", "--", "–", "—"})
ENDS: Final = frozenset({".", "?", "!", ":", "…", '"', "”", "’"})
ARTICLES: Final = frozenset({"a", "an", "the"})
HEADING: Final = 3
"""Sentences that may stand before an article's dateline and the dateline itself: a headline, and who wrote it."""


class Document:
    """All offsets of all stages are indexes into `text`; the title is context, never evidence."""

    def __init__(
        self, text: str, title: str, outlet: str, published: date | None, sentences: tuple[Sentence, ...]
    ) -> None:
        self.text = text
        self.title = title
        self.outlet = outlet
        self.published = published
        self.sentences = sentences
        self.words = frozenset(token.text for sentence in sentences for token in sentence.tokens[1:])
        """Every word as it is written somewhere behind a sentence's first."""
        self.datelines = self._datelines()
        """The sentences that say where, and by whom, what follows is sent: "NAIROBI, Kenya (AP) --" is short, has no
        verb and opens its line. A round-up has one before each of its items; the times of a live page ("19:40 Gao --")
        are none."""
        self.dateline = self._dateline()
        """The number of the dateline that holds for all of the article: the only one, with at most a headline and a
        byline before it; else of the first sentence, where it is short and has no verb."""

    def _datelines(self) -> tuple[int, ...]:
        return tuple(
            number
            for number, sentence in enumerate(self.sentences[:-1])
            if sentence.tokens[-1].text in DASHES and is_heading(sentence) and self.opens_paragraph(number)
            if not sentence.tokens[0].text[0].isdigit()
        )

    def _dateline(self) -> int | None:
        if self.datelines:
            return self.datelines[0] if len(self.datelines) == 1 and self.datelines[0] < HEADING else None
        return 0 if len(self.sentences) > 1 and is_heading(self.sentences[0]) else None

    def opens_paragraph(self, number: int) -> bool:
        """Whether a line ends before the sentence `number`."""
        return number == 0 or "\n" in self.text[self.sentences[number - 1].end : self.sentences[number].start]

    def is_headline(self, number: int) -> bool:
        """Whether the sentence `number` is a line that leaves the articles out and ends without a full stop."""
        if self.sentences[number].tokens[-1].text in ENDS or not ARTICLES.isdisjoint(self.sentences[number].words):
            return False
        last = number + 1 == len(self.sentences)
        return self.opens_paragraph(number) and (last or self.opens_paragraph(number + 1))


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is short and has no verb."""
    return len(sentence) <= DATELINE and not any(token.upos in ("VERB", "AUX") for token in sentence)


@cache
def parser() -> Parser:
    """The parser that ships with the package, loaded at its first use."""
    from dateline.enricher.syntax.parser import NetParser

    return NetParser()


def read(
    text: str,
    title: str = "",
    outlet: str = "",
    published: date | None = None,
    by: Parser | None = None,
    gazetteer: Gazetteer | None = None,
) -> Document:
    """`text` split into sentences and parsed, with the shipped parser and gazetteer unless others are given. What is
    parsed of headlines with capitals is what a sentence would have in their place."""
    return Document(text, title, outlet, published, tuple((by or parser()).parse(recased(text, gazetteer))))
