"""An article as the coding stages read it: its text, its sentences as trees, and when and by whom it was published."""

from datetime import date
from functools import cache
from typing import Final

from dateline.enricher.syntax.tree import Parser, Sentence

DATELINE: Final = 12  # words; a longer first sentence is none


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

    @property
    def dateline(self) -> Sentence | None:
        """Where and by whom the article is sent: "NAIROBI, Kenya (AP) --" is a short first sentence without a verb."""
        if len(self.sentences) < 2 or len(self.sentences[0]) > DATELINE:
            return None
        first = self.sentences[0]
        return None if any(token.upos in ("VERB", "AUX") for token in first) else first

    def sentence_text(self, index: int) -> str:
        """The words of the sentence `index` as they stand."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


@cache
def parser() -> Parser:
    """The parser that ships with the package, loaded at its first use."""
    from dateline.enricher.syntax.parser import NetParser

    return NetParser()


def read(
    text: str, title: str = "", outlet: str = "", published: date | None = None, by: Parser | None = None
) -> Document:
    """`text` split into sentences and parsed, with the shipped parser unless another is given."""
    return Document(text, title, outlet, published, tuple((by or parser()).parse(text)))
