"""Who "the sides", "both" or "they" are: the two that a deed before was between."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import is_noun, is_passive, subject_words
from dateline.enricher.events.judged import ADJACENT, LONG_AGO, back
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import ActorKind, EventMention, Party

BOTH: Final = frozenset(("both", "each"))
TWO: Final = "two"
JOINT: Final = frozenset(("joint", "final", "common"))
THEY: Final = frozenset(("they",))
KNOWN: Final = frozenset(("the", "both", "two", "each"))
"""What stands before a noun for those who have been told of."""
MEETING: Final = frozenset(("CONSULT", "AGREE", "COOPERATE"))


def together(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """The two sides, where the subject only says that it is they; else the actors."""
    if not told or are_several(actors) or is_noun(sentence, match.trigger):
        return actors
    for subject in subject_words(sentence, match.trigger):
        if is_of_sides(sentence, subject) and are_known(sentence, subject):
            return next(filter(None, (sides_of(mention) for mention in back(told))), actors)
        if sentence.words[subject] in BOTH:
            met = (sides_of(mention) for mention in back(told) if mention.type.value in MEETING)
            return next(filter(None, met), actors)
        if sentence.words[subject] in THEY and all(actor.kind is ActorKind.PEOPLE for actor in actors):
            above = sentence[sentence[match.trigger].head].start if sentence[match.trigger].deprel == "conj" else None
            beside = next((m.actors for m in back(told) if m.trigger.start == above), ())
            both_meet = told[-1].type.value in MEETING and match.phrase.type in MEETING
            pairs = (
                m.actors for m in back(told) if sentence.start - m.sentence.end <= ADJACENT and are_several(m.actors)
            )
            return beside or (sides_of(told[-1]) if both_meet else ()) or next(pairs, actors)
    return actors


def of_one_mind(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """The two who met last, of what they did together where the words name nobody: "eleven documents were signed", "the
    joint statement condemns it"."""
    signed = sentence.lemmas[match.trigger] in verbs("signing") and is_passive(sentence, match.trigger)
    subjects = [] if is_noun(sentence, match.trigger) else subject_words(sentence, match.trigger)
    issued = any(sentence.lemmas[at] in verbs("issued") and is_joint(sentence, at) for at in subjects)
    if not signed and not issued:
        return ()
    return next(filter(None, (sides_of(m) for m in back(told, LONG_AGO) if m.type.value in MEETING)), ())


def is_joint(sentence: Sentence, noun: int) -> bool:
    """Whether several issued it: "the joint statement"."""
    return any(sentence.words[at] in JOINT for at in sentence.children_by(noun, "amod", "compound"))


def is_of_sides(sentence: Sentence, noun: int) -> bool:
    """Whether a word is one for those who met: "the camps", "the two"."""
    return sentence.lemmas[noun] in verbs("sides") or sentence.words[noun] == TWO


def are_known(sentence: Sentence, noun: int) -> bool:
    """Whether they have been told of: "the sides", "both camps", "each side"."""
    described = sentence.children_by(noun, "amod", "nmod", "nmod:poss", "compound", "acl", "acl:relcl")
    before = {sentence.words[child] for child in (*described, *sentence.children_by(noun, "det", "nummod"))}
    return not before.isdisjoint(KNOWN) and all(sentence.words[child] in KNOWN for child in described)


def sides_of(mention: EventMention) -> tuple[Party, ...]:
    """All who do a deed and have it done to them, if they are of several countries; else nobody."""
    parties = {party.actor: party for party in (*mention.actors, *mention.recipients) if party.country}
    return tuple(parties.values()) if are_several(tuple(parties.values())) else ()


def are_several(parties: tuple[Party, ...]) -> bool:
    """Whether they are of more than one country."""
    return len({party.country for party in parties if party.country}) > 1
