"""Whose the clauses of a communiqué are that begin with their verb: "The Security Council, having met: 1. Condemns"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.figures import Mention
from dateline.enricher.document import Document
from dateline.enricher.syntax.tree import FINITE, HELD, ROOT, Sentence
from dateline_schemas.coded import HUMAN

GOES_ON: Final = frozenset((":", ","))
"""How what names the issuer ends: with its clauses to come."""
OPENING: Final = ("nsubj", "nsubj:pass", "root")
NUMBERING: Final = 4
"""Words of a line that only numbers the clause behind it: "1.", "(ii)"."""


def issuing(document: Document, mentions: Sequence[tuple[Mention, ...]]) -> dict[int, Mention]:
    """By sentence the body whose clause it is, as it was named before; a sentence that has its own subject ends the
    clauses of the body before."""
    found: dict[int, Mention] = {}
    issuer: Mention | None = None
    for number, sentence in enumerate(document.sentences):
        if is_numbering(sentence):
            continue
        if issuer is not None and opens_with_its_verb(document, number):
            found[number] = issuer
        elif any(token.xpos in HELD for token in sentence):
            issuer = None
        elif sentence.tokens[-1].text in GOES_ON:
            issuer = _body_in(sentence, mentions[number]) or issuer
    return found


def is_numbering(sentence: Sentence) -> bool:
    """Whether it only numbers what follows."""
    return len(sentence) <= NUMBERING and not any(token.text.isalpha() and len(token.text) > 3 for token in sentence)


def opens_with_its_verb(document: Document, number: int) -> bool:
    """Whether the sentence stands at the beginning of a line, or behind its number, and begins with a verb that has no
    subject: "Strongly condemns the attack"."""
    sentence = document.sentences[number]
    behind = number > 0 and is_numbering(document.sentences[number - 1])
    if not (behind or document.opens_paragraph(number)):
        return False
    opening = [token for token in sentence if token.text.isalpha() and len(token.text) > 1][:2]
    verb = next((token for token in opening if token.xpos in FINITE), None)
    if verb is None or verb.head != ROOT or not opening[0].text[0].isupper():
        return False
    subjects = [at for at in sentence.children_by(verb.index, "nsubj") if len(sentence[at].text) > 1]  # "(i) Condemns"
    return (verb is opening[0] or opening[0].upos == "ADV") and not subjects


def _body_in(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """The body with which a sentence without a verb of its own begins."""
    for mention in mentions:
        bodies = [figure for figure in mention.figures if figure.kind not in HUMAN]
        if bodies and sentence[mention.head].deprel in OPENING:
            return mention
    return None
