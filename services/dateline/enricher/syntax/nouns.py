"""Mends nouns: those that the net reads as verbs, "member states", and "each other" as an owner."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.subjects import CLITICS
from dateline.enricher.syntax.tree import FINITE, Token

STATED: Final = frozenset(("that", ":", ",", "“", '"', "in", "on", "as"))
"""What follows the verb: "the report states that"."""


def right_states(tokens: Sequence[Token]) -> None:
    """ "Called on member states to act": the states are whom the verb before them is about. Changed in place."""
    for states in tokens[2:-1]:
        if states.text != "states" or states.upos != "VERB" or tokens[states.index + 1].text in STATED:
            continue
        before = tokens[states.index - 1]
        if before.upos not in ("NOUN", "PROPN", "ADJ") or before.head != states.index:
            continue
        states.upos, states.xpos, states.lemma, before.deprel = "NOUN", "NNS", "state", "compound"
        verb = _verb_before(tokens, states)
        if verb is not None:
            _hang(tokens, states, verb)


def _verb_before(tokens: Sequence[Token], states: Token) -> Token | None:
    """The verb right before the states' own words."""
    at = states.index - 1
    while at > 0 and tokens[at].head == states.index and tokens[at].upos != "VERB":
        at -= 1
    return tokens[at] if tokens[at].upos == "VERB" else None


def _hang(tokens: Sequence[Token], states: Token, verb: Token) -> None:
    """Make the states the verb's object, and what hung on them as a verb the verb's."""
    cases = [token for token in tokens if token.head == states.index and token.deprel == "case"]
    if states.head != verb.index:
        verb.head, verb.deprel = states.head, states.deprel
    states.head, states.deprel = verb.index, "obl" if cases else "obj"
    for token in tokens:
        outside = token.index < verb.index or token.index > states.index
        if token.head == states.index and outside:
            token.head = verb.index
    subjects = [token for token in tokens[: verb.index] if token.head == verb.index and token.deprel == "nsubj"]
    helped = any(token.head == verb.index and token.deprel.startswith("aux") for token in tokens)
    if subjects and verb.xpos == "VBN" and not helped:
        verb.xpos = "VBD"


def right_named(tokens: Sequence[Token]) -> None:
    """ "Human Rights Watch said": a capital makes a name of what stands between capitals and a finite verb. Changed in
    place."""
    for name in tokens[2:-1]:
        before, verb = tokens[name.index - 1], tokens[name.index + 1]
        if name.upos != "VERB" or not name.text[0].isupper() or verb.upos != "VERB" or verb.xpos not in FINITE:
            continue
        if before.deprel != "nsubj" or before.head not in (name.index, verb.index) or not before.text[0].isupper():
            continue
        name.upos, name.xpos, name.lemma = "PROPN", "NNP", name.text
        before.head, before.deprel = name.index, "compound"
        if name.head != verb.index:
            verb.head, verb.deprel = name.head, name.deprel
        for token in tokens:
            if token.head == name.index and (token.index > verb.index or token.upos == "VERB"):
                token.head = verb.index
        name.head, name.deprel = verb.index, "nsubj"


def right_each_other(tokens: Sequence[Token]) -> None:
    """ "Each other's envoys": the two words together own what follows. Changed in place."""
    for each, other, owns in zip(tokens, tokens[1:], tokens[2:], strict=False):
        pair = (each.text.lower(), other.text.lower())
        if pair in (("each", "other"), ("one", "another")) and owns.text in CLITICS and other.deprel == "amod":
            other.deprel = "nmod:poss"
