"""A user's own spaCy pipeline, trained on Universal Dependencies, behind the parser's port."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.enricher.port import NO_SPACY, NotReady
from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.sentences import MAX_TOKENS
from dateline.enricher.syntax.tree import ROOT, Sentence, Token

PIECE = 20_000
"""Characters that the pipeline gets at once: its memory goes by the length."""
NOT_UNIVERSAL = frozenset({"dobj", "pobj", "nsubjpass", "prep"})
"""Relations that only ClearNLP's scheme has, as in spaCy's own English pipelines."""
_BREAK = re.compile(r"\n[ \t]*\n|\s")


class SpacyParser:
    """Parses with the installed pipeline or the folder `name`; fetches nothing. Raises NotReady."""

    def __init__(self, name: str) -> None:
        try:
            import spacy
        except ModuleNotFoundError as error:
            raise NotReady(NO_SPACY) from error
        try:
            self._pipeline: Any = spacy.load(name, exclude=["ner", "textcat"])
        except (OSError, ValueError) as error:
            first = str(error).splitlines()[0]
            raise NotReady(f"spaCy cannot load {name!r}: {first}; name an installed pipeline, or its folder") from error
        self._check(name)
        meta = self._pipeline.meta
        self.edition = f"spacy.{meta['lang']}-{meta['name']}-{meta['version']}"
        """Which pipeline it is, for what a record says coded it."""

    def parse(self, text: str) -> list[Sentence]:
        """The sentences of `text` in order; one of more than MAX_TOKENS words is cut."""
        found = []
        for start, end in _pieces(text):
            for sentence in self._pipeline(text[start:end]).sents if text[start:end].strip() else ():
                words = [word for word in sentence if not word.is_space]
                for first in range(0, len(words), MAX_TOKENS):
                    found.append(_tree(words[first : first + MAX_TOKENS], start))
        return found

    def _check(self, name: str) -> None:
        doc = self._pipeline("Ministers met in a town.")
        if not doc.has_annotation("DEP") or not doc.has_annotation("SENT_START"):
            raise NotReady(f"the pipeline {name!r} has no parser: its words get no relations")
        if not doc.has_annotation("POS"):
            raise NotReady(f"the pipeline {name!r} gives no parts of speech: it needs a tagger of Universal ones")
        labels = self._pipeline.get_pipe("parser").labels if "parser" in self._pipeline.pipe_names else ()
        if foreign := NOT_UNIVERSAL & {str(label) for label in labels}:
            raise NotReady(
                f"the pipeline {name!r} speaks of {min(foreign)!r}, which is not Universal Dependencies; "
                "name one that was trained on those"
            )


def _tree(words: Sequence[Any], offset: int) -> Sentence:
    """The words as a tree with one root: what hangs on a word left out hangs on that one's head, else on the root."""
    index = {word.i: at for at, word in enumerate(words)}
    heads = [_head(word, index) for word in words]
    root = heads.index(ROOT)
    tokens = []
    for at, (word, head) in enumerate(zip(words, heads, strict=True)):
        start = offset + word.idx
        upos, xpos = word.pos_ or "X", word.tag_
        relation = word.dep_.lower() or "dep"
        if head == ROOT:
            head, relation = (ROOT, "root") if at == root else (root, "parataxis")
        form = word.text
        tokens.append(
            Token(
                at, start, start + len(form), form, word.lemma_ or lemma(form, upos, xpos), upos, xpos, head, relation
            )
        )
    return Sentence(tuple(tokens))


def _head(word: Any, index: dict[int, int]) -> int:
    while word.head.i != word.i:
        word = word.head
        if word.i in index:
            return index[word.i]
    return ROOT


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Runs of at most PIECE characters, cut where a paragraph, else a line, a sentence, a word ends."""
    start = 0
    while len(text) - start > PIECE:
        breaks = _BREAK.finditer(text, start + PIECE // 2, start + PIECE)
        end = max(breaks, key=_worth, default=None)
        stop = end.end() if end else start + PIECE
        yield start, stop
        start = stop
    yield start, len(text)


def _worth(found: re.Match[str]) -> tuple[int, bool, int]:
    return found.group().count("\n"), found.string[found.start() - 1] in ".!?", found.start()
