"""The parser that is shipped: sentences and words by rule, the rest by a small net of our own."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import Final

from dateline.enricher.memo import Memo
from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.net import Net
from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.sentences import split
from dateline.enricher.syntax.tokens import Span
from dateline.enricher.syntax.tree import Sentence, Token
from dateline.enricher.syntax.weights import Weights, load

_READ_AS: Final = {"d'affaires": "officer", "d’affaires": "officer"}
"""Words that no treebank has, as the net sees them."""
_BATCH: Final = 1000  # words that go through the net at once; one sentence more may


class NetParser:
    """Parses English; the same text gives the same trees on every machine. For one thread at a time.

    It takes time and memory by the length of the text, whatever the text.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or load()
        self._net = Net(self._weights)
        self._lemmas = [Memo(partial(lemma, upos=upos, xpos=xpos), most=1 << 13) for upos, xpos in self._weights.tags]
        """Of each tag, by form."""

    def parse(self, text: str) -> list[Sentence]:
        """The sentences of `text` in order, each a tree with one root."""
        return [sentence for batch in _batches(split(text)) for sentence in self._parsed(text, batch)]

    def _parsed(self, text: str, sentences: list[list[Span]]) -> Iterator[Sentence]:
        starts, ends = zip(*chain.from_iterable(sentences), strict=True)
        forms = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        found = self._net.analyse([_READ_AS.get(form, form) for form in forms], [len(spans) for spans in sentences])
        upos, xpos = zip(*map(self._weights.tags.__getitem__, found.tags), strict=True)
        lemmas = [self._lemmas[tag][form] for tag, form in zip(found.tags, forms, strict=True)]
        labels = map(self._weights.labels.__getitem__, found.labels)
        columns = [iter(column) for column in (starts, ends, forms, lemmas, upos, xpos, found.heads, labels)]
        for spans in sentences:
            # Each sentence takes its words off the front: map asks the range first, so none is lost at its end.
            yield Sentence(righted(tuple(map(Token, range(len(spans)), *columns))))


def _batches(sentences: list[list[Span]]) -> Iterator[list[list[Span]]]:
    batch: list[list[Span]] = []
    words = 0
    for spans in sentences:
        batch.append(spans)
        words += len(spans)
        if words >= _BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
