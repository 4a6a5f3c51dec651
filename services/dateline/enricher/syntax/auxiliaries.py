"""Mends verbs that an aside parts from their auxiliary: "Chad has, according to Kenya, freed nine"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.subjects import SUBJECTS
from dateline.enricher.syntax.tree import Token
from dateline.enricher.syntax.words import NOT

HAVING: Final = frozenset("has have had having".split())
OTHERS: Final = frozenset("will would shall should may might could can must".split())
LONGEST: Final = 7
"""Words of an aside, its commas with them."""
PARTS: Final = ("aux", "aux:pass", "cop")
OBJECTS: Final = ("obj", "xcomp", "ccomp")


def right_parted(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for aux in tokens[1:-4]:
        verb = _behind_aside(tokens, aux)
        if verb is None or aux.deprel in PARTS or verb.head not in (aux.index, aux.head):
            continue
        own = [token for token in tokens if token.head == aux.index and token is not verb]
        if not any(token.deprel in SUBJECTS for token in own) or any(t.deprel in OBJECTS for t in own):
            continue
        if any(token.head == verb.index and token.deprel in SUBJECTS for token in tokens):
            continue
        verb.head, verb.deprel = aux.head, aux.deprel
        for token in own:
            token.head = verb.index
        aux.head, aux.deprel, aux.upos = verb.index, "aux", "AUX"
        if aux.text.lower() in HAVING:
            verb.xpos = "VBN"


def _behind_aside(tokens: Sequence[Token], aux: Token) -> Token | None:
    """The verb behind an aside between commas that an auxiliary stands before, in the form that it asks for."""
    asked = ("VBN", "VBD") if aux.text.lower() in HAVING else ("VB",) if aux.text.lower() in OTHERS else ()
    first = aux.index + (2 if tokens[aux.index + 1].text in NOT else 1)
    if not asked or tokens[first].text != ",":
        return None
    last = next((at for at in range(first + 2, min(first + LONGEST, len(tokens) - 1)) if tokens[at].text == ","), 0)
    verb = tokens[last + 1] if last else None
    return verb if verb is not None and verb.upos == "VERB" and verb.xpos in asked else None
