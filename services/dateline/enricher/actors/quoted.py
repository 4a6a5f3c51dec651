"""Which words of an article stand between quotation marks: who speaks is not who is spoken of."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import speaking
from dateline.enricher.document import Document
from dateline.enricher.syntax.tree import Token

OPENING: Final = frozenset(("“", "``", "«", "„"))
CLOSING: Final = frozenset(("”", "''", "»"))
OF_A_NAME: Final = ("flat", "compound", "appos")
PLAIN: Final = '"'  # opens and closes


def speakers(tokens: Sequence[Token], quoted: frozenset[int]) -> frozenset[str]:
    """The words for those who say, in a sentence, what it quotes: "'He lied,' Otieno said", "residents told us"."""
    if not quoted:
        return frozenset()
    subjects = {
        token.index
        for token in tokens
        if token.deprel == "nsubj" and token.index not in quoted and tokens[token.head].text in speaking()
    }
    for token in tokens:  # "his lawyer, Amina Otieno, told": each word hangs on one that is in already
        if token.head in subjects and token.upos == "PROPN" and token.deprel in OF_A_NAME:
            subjects.add(token.index)
    names = frozenset(tokens[at].text for at in subjects if tokens[at].upos == "PROPN")
    return names | frozenset(tokens[at].text.lower() for at in subjects if tokens[at].upos == "NOUN")


def quoted_words(document: Document) -> list[frozenset[int]]:
    """For each sentence its quoted tokens. A quotation ends with its paragraph, where it is not closed before."""
    found = []
    within, end = False, 0
    for sentence in document.sentences:
        inside = []
        for token in sentence.tokens:
            if within and "\n\n" in document.text[end : token.start]:
                within = False
            end = token.end
            if token.text in OPENING or (token.text == PLAIN and not within):
                within = True
            elif token.text in CLOSING or token.text == PLAIN:
                within = False
            elif within:
                inside.append(token.index)
        found.append(frozenset(inside))
    return found
