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
BEFORE_NOUNS: Final = ("ADJ", "DET", "NUM")
FELT: Final = frozenset(
    "committed concerned convinced dedicated determined disappointed engaged interested involved married opposed "
    "pleased prepared resigned satisfied united worried".split()
)
"""Participles of what somebody is rather than of what is done to him."""
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
        if token.deprel == "nsubj" and _is_undergone(tokens, token):
            token.deprel = "nsubj:pass"
        if token.deprel == "nsubj:pass" and _is_told_of(tokens, token):
            token.deprel, tokens[token.head].xpos = "nsubj", PAST
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
    """ "Two were killed and 22 officers injured", "wages are docked and staff replaced": the auxiliary of the first
    passive serves the second."""
    passives = {token.head for token in tokens if token.deprel == "aux:pass"}
    for token in tokens[2:] if passives else ():
        second = token.deprel == "conj" and token.head in passives and token.head < token.index
        if second and token.text.lower() in done_to():
            _share_auxiliary(tokens, token)
        if token.xpos == PARTICIPLE and token.upos == "VERB":
            _take_subject_before(tokens, token, passives)


def _take_subject_before(tokens: Sequence[Token], verb: Token, passives: set[int]) -> None:
    """Makes the noun right before a participle its subject, where "and" ties nothing else to a passive before it."""
    noun = tokens[verb.index - 1]
    above = verb.head if verb.head != noun.index else noun.head
    if noun.upos != "NOUN" or above not in passives or any(t.head == verb.index and _tells(t) for t in tokens):
        return
    first = noun.index
    while first > 0 and tokens[first - 1].upos in BEFORE_NOUNS:
        first -= 1
    own = [token for token in tokens if token.head == noun.index]
    if not above < first - 1 or tokens[first - 1].text != "and" or any(token.deprel == "case" for token in own):
        return
    noun.head, noun.deprel, verb.head, verb.deprel = verb.index, "nsubj:pass", above, "conj"
    tokens[first - 1].head, tokens[first - 1].deprel = verb.index, "cc"
    for token in tokens[first : noun.index]:
        if token.head == above or token.deprel == "conj":
            token.head, token.deprel = noun.index, "amod"


def _tells(token: Token) -> bool:
    """Whether a word says that its verb is no second passive without an auxiliary."""
    return token.deprel.startswith(("aux", "nsubj", "obj", "mark"))


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


def _is_undergone(tokens: Sequence[Token], subject: Token) -> bool:
    """Whether the verb behind a subject stands in the passive and has no object: "Otieno was toppled"."""
    verb = tokens[subject.head]
    own = [token for token in tokens if token.head == verb.index]
    helped = any(t.deprel == "aux:pass" and t.text.lower() in BE and subject.index < t.index for t in own)
    alone = sum(token.deprel.startswith(("nsubj", "csubj", "expl")) for token in own) == 1
    done = verb.xpos == PARTICIPLE and verb.text.lower() not in FELT
    return done and helped and alone and not any(token.deprel == "obj" for token in own)


def _is_told_of(tokens: Sequence[Token], subject: Token) -> bool:
    """Whether the verb without auxiliary behind a subject has "which" for an object: "a claim which Chad rejected"."""
    own = [token for token in tokens if token.head == subject.head]
    if any(token.deprel.startswith(("aux", "cop", "obl:agent")) for token in own) or subject.head < subject.index:
        return False
    return any(t.deprel == "obj" and t.index < subject.index and t.xpos in ("WDT", "WP") for t in own)


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
