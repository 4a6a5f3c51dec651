"""The actors behind a deed: who does it and to whom, by the tree, and failing that by where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.enricher.events.lexicon import UNTAGGED, Match
from dateline.enricher.events.roles import AT, CIRCUMSTANCES, beneath, doer_words, done_to_words, subject_words, within
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Actor, Party, Place

NEAR = 12
"""Words within which an actor after a deed is taken for its recipient where the tree names none."""
MUTUAL = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT"))
"""Deeds that partners do with each other."""
TRANSFERS = frozenset(("AGREE", "SUPPORT", "AID", "CONCEDE", "RETREAT", "MOBILIZE", "SANCTION", "COOPERATE"))
"""Deeds whose object may be what is sent, given or withdrawn."""
FORCES = frozenset(("MIL", "UNK", "COP"))
ARRIVALS = frozenset("arrive land fly travel come go return visit tour head leave pay begin start make".split())
"""Verbs whose place is whom they visit."""
TALKED_OVER = frozenset("discuss debate review raise address".split())
"""Verbs of talking whose object is the matter."""
WITH = frozenset(("with",))
SCENES = frozenset(("in", "at", "on", "about", "over"))
"""Prepositions of where partners meet, and on what."""
FINITE = ("VBD", "VBZ", "VBP")
"""Tags of verbs that have a subject of their own, where the tree may have lost it."""


class Reading(Protocol):
    """What the deeds need of the actors' stage."""

    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...
    def parties(self, sentence_index: int, token_index: int) -> tuple[Party, ...]: ...


class Remembering:
    """A reading of one sentence that looks each word up once."""

    def __init__(self, reading: Reading, number: int) -> None:
        self._reading = reading
        self._number = number
        self._known: dict[int, tuple[Party, ...]] = {}

    def parties(self, token_index: int) -> tuple[Party, ...]:
        found = self._known.get(token_index)
        if found is None:
            found = self._known[token_index] = self._reading.parties(self._number, token_index)
        return found


@dataclass(frozen=True)
class Participants:
    """Who does it, to whom, and whether the tree said so."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    by_tree: bool = True


def participants_of(named: Remembering, sentence: Sentence, match: Match) -> Participants:
    """The parties of the deed."""
    if sentence[match.trigger].upos == UNTAGGED:
        before = first_party(named, range(match.trigger - 1, -1, -1))
        after = first_party(named, range(match.trigger + 1, len(sentence)))
        return Participants(before, apart(after, before), by_tree=False)
    if match.phrase.says:
        return Participants((), first_within(named, sentence, subject_words(sentence, match.trigger)))
    actors = first_within(named, sentence, doer_words(sentence, match))
    by_tree = bool(actors)
    if not actors and sentence[match.trigger].xpos in FINITE:
        actors = first_party(named, range(match.trigger - 1, -1, -1))
    if not actors and sentence[match.trigger].xpos == "VBG" and match.trigger:
        actors = named.parties(match.trigger - 1)
    if match.phrase.type == "STATEMENT":  # nothing is done to anybody
        return Participants(actors, (), by_tree)
    done_to = done_to_words(sentence, match)
    if names_a_stranger(named, sentence, done_to):
        return Participants(actors, (), by_tree)
    if are_partners(match, actors):
        others = (apart(named.parties(at), actors) for at in done_to if not hangs_by(sentence, at, SCENES))
        return Participants(actors, next(filter(None, others), ()), by_tree)
    if is_gathering(sentence, match):
        done_to = partners_first(sentence, match, done_to)
    recipients = first_within(named, sentence, done_to, actors)
    if recipients and is_means(sentence, match, actors, recipients):
        recipients = whom_it_is_for(named, sentence, match, actors) or without_forces(recipients)
    if recipients and len(done_to) > 1 and not any(party.country for party in recipients):
        recipients = of_a_country(named, done_to, actors) or recipients
    if not recipients:
        recipients = apart(further_party(named, sentence, match, actors), actors)
        by_tree = by_tree and not recipients
    return Participants(actors, recipients, by_tree)


def are_partners(match: Match, actors: Sequence[Party]) -> bool:
    """Whether several do it with each other, so that nobody else need be its recipient: "Chad and Niger signed"."""
    return match.phrase.type in MUTUAL and len({party.country for party in actors if party.country}) > 1


def is_gathering(sentence: Sentence, match: Match) -> bool:
    """Whether the verb is of meeting, which where it is done is no part of: "they met in Asmara", but "arrived in"."""
    trigger = sentence[match.trigger]
    return match.phrase.type == "CONSULT" and trigger.upos == "VERB" and trigger.lemma.lower() not in ARRIVALS


def partners_first(sentence: Sentence, match: Match, done_to: Sequence[int]) -> list[int]:
    """Whom a meeting is with: those "with" whom before any object, which may be what is talked about."""
    partners = [head for head in done_to if hangs_by(sentence, head, WITH)]
    topical = sentence[match.trigger].lemma.lower() in TALKED_OVER
    others = () if topical and partners else (h for h in done_to if not hangs_by(sentence, h, SCENES | WITH))
    return [*partners, *others]


def is_means(sentence: Sentence, match: Match, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether the first that a deed is done to is what it is done with: one's own forces, or anybody's who are sent or
    given; of force itself they are the victims."""
    if match.phrase.type not in TRANSFERS or not actors:
        return False
    own = {party.country for party in actors if party.country}
    return all(
        party.country is None or (party.country in own and (party.sector in FORCES or is_called_own(sentence, party)))
        for party in recipients
    )


def is_called_own(sentence: Sentence, party: Party) -> bool:
    """Whether a possessive opens the party's words: "its ambassador"."""
    start = party.span.start if party.span else -1
    return any(token.start == start and token.xpos == "PRP$" for token in sentence.tokens)


def whom_it_is_for(
    named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The first of another country who is named in what the deed is done to, or beneath it."""
    own = {party.country for party in actors}
    for head in (*done_to_words(sentence, match), *beneath(sentence, match.trigger)):
        for at in within(sentence, head):
            found = named.parties(at)
            if any(party.country and party.country not in own for party in found):
                return apart(found, actors)
    return ()


def without_forces(recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """Nobody where they are forces of one's own: who calls back troops does it to nobody else."""
    return tuple(party for party in recipients if party.country is None or party.sector not in FORCES)


def hangs_by(sentence: Sentence, noun: int, prepositions: frozenset[str]) -> bool:
    return any(sentence[mark].text.lower() in prepositions for mark in sentence.children_by(noun, "case"))


def names_a_stranger(named: Remembering, sentence: Sentence, done_to: Sequence[int]) -> bool:
    """Whether the deed's own object is a name that nobody known stands behind: then nobody else is the recipient."""
    head = done_to[0] if done_to else None
    if head is None or sentence[head].deprel not in ("obj", "nsubj:pass") or sentence[head].upos != "PROPN":
        return False
    return not any(named.parties(at) for at in within(sentence, head))


def further_party(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is named beneath the deed, else nearest after it; of a meeting not where it is."""
    gathering = is_gathering(sentence, match)
    for at in beneath(sentence, match.trigger):
        if gathering and hangs_by(sentence, at, AT):
            continue
        found = apart(named.parties(at), actors)
        if found:
            return found
    return () if gathering else following_party(named, sentence, match.trigger)


def first_within(
    named: Remembering, sentence: Sentence, heads: Sequence[int], but: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    """The parties of the first noun phrase that has any who are not `but`: its own, else those named within it."""
    for head in heads:
        found = apart(named.parties(head), but)
        if found:
            return found
    for head in heads:
        for at in within(sentence, head):
            found = apart(named.parties(at), but)
            if found:
                return found
    return ()


def of_a_country(named: Remembering, heads: Sequence[int], but: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of those a deed is done to the first who are of a country: of "sent experts to Kenya" Kenya, for PLOVER's
    recipient is whom it is for, and experts are anybody's."""
    for head in heads:
        found = apart(named.parties(head), but)
        if any(party.country for party in found):
            return found
    return ()


def first_party(named: Remembering, positions: Iterable[int]) -> tuple[Party, ...]:
    for at in positions:
        found = named.parties(at)
        if found:
            return found
    return ()


def following_party(named: Remembering, sentence: Sentence, trigger: int) -> tuple[Party, ...]:
    """The nearest party after the trigger, up to the next circumstance or verb with a subject of its own."""
    for at in range(trigger + 1, min(trigger + 1 + NEAR, len(sentence))):
        token = sentence[at]
        if token.text.lower() in CIRCUMSTANCES or token.text in (";", ":"):
            return ()
        if token.upos == "VERB" and any(sentence[c].deprel.startswith("nsubj") for c in sentence.children(at)):
            return ()
        found = named.parties(at)
        if found:
            return () if acts_elsewhere(sentence, at, trigger) else found
    return ()


def acts_elsewhere(sentence: Sentence, at: int, trigger: int) -> bool:
    """Whether a word stands in the subject of a verb that the deed does not lead: ", the ministry said"."""
    above = (at, *sentence.ancestors(at))
    return trigger not in above and any(sentence[each].deprel.startswith("nsubj") for each in above)


def apart(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties who are not among the others."""
    if not parties or not others:
        return parties
    ids = {party.actor for party in others}
    return tuple(party for party in parties if party.actor not in ids)
