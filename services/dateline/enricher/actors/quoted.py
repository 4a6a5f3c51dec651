"""Which words of an article stand between quotation marks: who speaks is not who is spoken of."""

from typing import Final

from dateline.enricher.document import Document

OPENING: Final = frozenset(("“", "``", "«", "„"))
CLOSING: Final = frozenset(("”", "''", "»"))
PLAIN: Final = '"'  # opens and closes


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
