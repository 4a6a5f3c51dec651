"""Mends what was done to somebody and was read as what they were, and the perfect tense that was read as a passive."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.tree import Token
from dateline.enricher.syntax.words import word_set

BE: Final = frozenset(("is", "are", "was", "were", "been", "being", "be"))
HAVE: Final = frozenset(("has", "have", "had", "having"))
CHARGED: Final = frozenset(("accused", "charged", "convicted", "condemned", "indicted"))
WHERE: Final = frozenset(("in", "at"))
PARTICIPLE: Final = "VBN"
PAST: Final = "VBD"


def right_passives(tokens: Sequence[Token]) -> None:
    """ "Were beaten": what stands in the passive is a verb. "Chad has denied it": what has no form of "be" is none.
    "Rebels killed nine, it said": what has a subject, an object and no auxiliary is a past tense. "Killed by a bomb in
    Chad": Chad did not do it."""
    for token in tokens:
        if token.xpos == PARTICIPLE and token.deprel == "ccomp" and _is_past(tokens, token):
            token.xpos = PAST
        if token.deprel == "nsubj:pass" and _is_perfect(tokens, tokens[token.head]):
            token.deprel = "nsubj"
        if token.deprel == "obl:agent" and _is_place(tokens, token):
            token.deprel = "obl"
        above = tokens[token.head]
        if token.xpos == PARTICIPLE and token.text in CHARGED and _hangs_on_stand(token, above):
            _lift(tokens, token, above)
        if token.deprel == "nsubj:pass" and calls_for(tokens, above):
            token.deprel, above.xpos = "nsubj", PAST
        if token.deprel == "aux:pass" and above.upos == "ADJ" and token.index < token.head:
            if above.text.endswith(("ed", "en")):
                make_participle(above)
        elif token.deprel == "cop" and above.upos == "ADJ" and token.text in BE and above.text.lower() in done_to():
            _make_passive(tokens, above)


def right_second_passives(tokens: Sequence[Token]) -> None:
    """ "Two were killed and 22 officers injured": the auxiliary of the first passive serves the second."""
    passives = {token.head for token in tokens if token.deprel == "aux:pass"}
    for token in tokens:
        if token.deprel != "conj" or token.head not in passives or token.head > token.index:
            continue
        if token.text.lower() in done_to():
            _share_auxiliary(tokens, token)
        elif token.upos == "NOUN" and token.index + 1 < len(tokens):
            verb = tokens[token.index + 1]
            if verb.head == token.index and verb.deprel == "acl" and verb.text.lower() in done_to():
                verb.head, verb.deprel, token.head, token.deprel = token.head, "conj", verb.index, "nsubj"
                _share_auxiliary(tokens, verb)


def _share_auxiliary(tokens: Sequence[Token], verb: Token) -> None:
    own = [token for token in tokens if token.head == verb.index]
    subject = next((token for token in own if token.deprel == "nsubj" and token.index < verb.index), None)
    if subject is not None and not any(token.deprel.startswith(("aux", "obj")) for token in own):
        make_participle(verb)
        subject.deprel = "nsubj:pass"


def _hangs_on_stand(verb: Token, above: Token) -> bool:
    return above.lemma == "stand" and verb.deprel in ("xcomp", "advcl") and verb.index == above.index + 1


def _lift(tokens: Sequence[Token], verb: Token, stand: Token) -> None:
    """ "The army stands accused of it": as "is accused"."""
    verb.head, verb.deprel = stand.head, stand.deprel
    for token in tokens:
        if token.head == stand.index and token is not verb:
            token.head = verb.index
            token.deprel = "nsubj:pass" if token.deprel == "nsubj" else token.deprel
    stand.head, stand.deprel = verb.index, "aux:pass"


def _make_passive(tokens: Sequence[Token], verb: Token) -> None:
    """ "Was beaten", read as what somebody was."""
    make_participle(verb)
    for token in tokens:
        if token.head == verb.index and token.index < verb.index and token.deprel in ("cop", "nsubj"):
            token.deprel = "aux:pass" if token.deprel == "cop" else "nsubj:pass"


@cache
def done_to() -> frozenset[str]:
    """Participles of what is done to people, which are no adjectives behind "was"."""
    return word_set("done_to.txt")


def _is_perfect(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb is in the perfect tense and not in the passive."""
    helping = {t.text.lower() for t in tokens if t.head == verb.index and t.deprel in ("aux", "aux:pass", "cop")}
    return verb.xpos == PARTICIPLE and not helping.isdisjoint(HAVE) and helping <= HAVE


def _is_place(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether what was read as who did it stands behind "in" or "at"."""
    return any(t.head == noun.index and t.deprel == "case" and t.text.lower() in WHERE for t in tokens)


def calls_for(tokens: Sequence[Token], verb: Token) -> bool:
    """ "The Union called for calm": no passive where no auxiliary says so."""
    following = tokens[verb.index + 1].text if verb.index + 1 < len(tokens) else ""
    if verb.text.lower() != "called" or following not in ("for", "on", "upon"):
        return False
    return not any(token.head == verb.index and token.deprel.startswith("aux") for token in tokens)


def _is_past(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb has a subject before it, an object behind it and no auxiliary."""
    own = [token for token in tokens if token.head == verb.index]
    if any(token.deprel.startswith(("aux", "cop", "nsubj:pass", "obl:agent")) for token in own):
        return False
    before = any(token.deprel == "nsubj" and token.index < verb.index for token in own)
    return before and any(token.deprel == "obj" and token.index > verb.index for token in own)


def make_participle(verb: Token) -> None:
    """Makes a word the participle of its verb; in place."""
    verb.upos, verb.xpos, verb.lemma = "VERB", PARTICIPLE, lemma(verb.text, "VERB", PARTICIPLE)
