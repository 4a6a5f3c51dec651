"""Mends words whose tag and place in the tree do not fit: particles read as prepositions, verbs as adjectives."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.tree import Token

DETERMINERS: Final = ("DT", "PRP$")
PARTICLE, NOUN, PARTICIPLE = "RP", "NOUN", "VBN"


def right_particles(tokens: Sequence[Token]) -> None:
    """ "Called off the strike": what is a particle right behind its verb makes of the noun behind it its object."""
    for particle in tokens[1:]:
        if particle.xpos != PARTICLE or particle.deprel != "case":
            continue
        verb, noun = tokens[particle.index - 1], tokens[particle.head]
        if verb.upos == "VERB" and noun.head == verb.index and noun.deprel == "obl":
            particle.head, particle.deprel, noun.deprel = verb.index, "compound:prt", "obj"


def right_verb_before_determiner(tokens: Sequence[Token], root: Token) -> None:
    """ "Parliament ousted the minister": an adjective has no article behind it, so it is the verb; as a participle,
    which other rules make the sentence's verb."""
    at = root.index + 1
    if at + 1 >= len(tokens) or tokens[at + 1].xpos not in DETERMINERS:
        return
    verb = tokens[at]
    if verb.deprel != "amod" or verb.upos != "ADJ" or not verb.text.endswith("ed") or verb.head < at:
        return
    verb.upos, verb.xpos, verb.lemma = "VERB", PARTICIPLE, lemma(verb.text, "VERB", PARTICIPLE)
    if tokens[verb.head].head == root.index:
        object_of_verb = tokens[verb.head]
        object_of_verb.head, object_of_verb.deprel = at, "obj"
        verb.head, verb.deprel = root.index, "acl"
