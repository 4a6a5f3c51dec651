"""What a deed is done with, and so is not done to: one's own troops and envoys, and what is sent or given."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.hanging import OF, beneath, hangs_by, is_noun, subject_words, with_case, within, words_of
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import ActorKind, Party
from dateline_schemas.coded import HUMAN, UNPLACED

GIVEN: Final = frozenset(("to", "for"))
BY_MEANS: Final = frozenset(
    (("RETREAT", "withdraw"), ("MOBILIZE", "troops"), ("MOBILIZE", "police"), ("SANCTION", "withdraw"))
)
"""Deeds, by type and mode, whose objects are means of the doer."""
TRANSFERS: Final = frozenset(("AGREE", "SUPPORT", "AID", "CONCEDE", "RETREAT", "MOBILIZE", "SANCTION", "COOPERATE"))
"""Deeds whose object may be what is sent, given or withdrawn."""
PROMISES: Final = frozenset(("AGREE", "SUPPORT", "AID", "COOPERATE"))
"""Deeds whose object may be the doer's own help."""
PURPOSE: Final = ("advcl", "xcomp", "acl")
RESCUE: Final = ("073", "075")
FORCES: Final = frozenset(("MIL", "UNK", "COP"))


def own_means(named: Remembering, match: Match, done_to: Sequence[int], actors: Sequence[Party]) -> tuple[Party, ...]:
    """The troops or envoys of the doer's own country: who withdraws or sends them does nothing to them."""
    if (match.phrase.type, match.phrase.mode) not in BY_MEANS:
        return ()
    countries = {actor.country for actor in actors if actor.country}
    used = [party for at in (*match.tokens, *done_to) if at != match.trigger for party in named.parties(at)]
    return tuple(p for p in used if p.country in countries and p.kind is not ActorKind.ARMED_GROUP)


def moving(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who moves in "the withdrawal of Kenyan soldiers": forces do it themselves."""
    if (match.phrase.type, match.phrase.mode) not in BY_MEANS and match.phrase.type != "MOBILIZE":
        return ()
    heads = [at for used in match.tokens for at in with_case(sentence, used, OF)]
    if not is_noun(sentence, match.trigger):
        heads = sentence.children_by(match.trigger, "nsubj:pass")  # "Kenyan soldiers were stationed along the border"
    for head in heads:
        found = named.parties(head)
        if any(party.country and party.sector in FORCES for party in found):
            return found
    return ()


def is_means(sentence: Sentence, match: Match, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether the first that a deed is done to is what it is done with: one's own forces, or anybody's who are sent or
    given; of force itself they are the victims, and who is let go is so himself."""
    envoys = match.phrase.type == "CONSULT" and sentence.lemmas[match.trigger] in verbs("sending")
    if not (match.phrase.type in TRANSFERS or envoys) or not actors:
        return False
    to_somebody = (hangs_by(sentence, at, GIVEN) for at in sentence.subtree(match.trigger))
    if match.phrase.mode == "release" and not any(to_somebody):
        return False
    own = {party.country for party in actors if party.country}
    if match.phrase.cameo in RESCUE and all(
        party.kind is ActorKind.PEOPLE and party.country in own for party in recipients
    ):
        return False  # "evacuated its citizens"
    return all(
        is_anybody(sentence, party)
        or (party.country in own and (envoys or party.sector in FORCES or is_called_own(sentence, party)))
        for party in recipients
    )


def is_anybody(sentence: Sentence, party: Party) -> bool:
    """Whether no words say of what country somebody is, whatever the place tells of whom a verb has as its object:
    "sent police to Haiti"; but not who has a name, or to whom something is sent."""
    span, named = party.span, party.kind is ActorKind.PERSON and not party.name.islower()
    if span is None or named:
        return party.country is None and not named
    own = words_of(sentence, span)
    if any(hangs_by(sentence, token.index, GIVEN) for token in own if token.deprel in ("obl", "nmod")):
        return False
    if party.country is None:
        return True
    if not party.actor.startswith(UNPLACED) or not party.name.islower():
        return False
    return any(token.deprel == "obj" or (token.deprel == "nsubj:pass" and party.sector in FORCES) for token in own)


def is_possessor(
    sentence: Sentence, match: Match, done_to: Sequence[int], actors: Sequence[Party], recipients: Sequence[Party]
) -> bool:
    """Whether the doer's own side only owns what the deed is about: "reaffirmed Chad's support for Niger"."""
    if match.phrase.type not in PROMISES or not actors:
        return False
    own = {party.country for party in actors if party.country}
    heads = [sentence[at].start for at in done_to]
    return all(
        party.country in own
        and party.span is not None
        and not any(party.span.start <= h < party.span.end for h in heads)
        for party in recipients
    )


def is_only_own(sentence: Sentence, recipients: Sequence[Party]) -> bool:
    """Whether all are what the doers call theirs and nobody's people: "agreed to reopen their embassies"."""
    return all(party.kind not in HUMAN and is_called_own(sentence, party) for party in recipients)


def is_called_own(sentence: Sentence, party: Party) -> bool:
    """Whether a possessive opens the party's words, or stands right before them: "its ambassador", "its own army"."""
    start = party.span.start if party.span else -1
    for token in sentence.tokens[:-1]:
        if token.xpos == "PRP$":
            behind = token.index + (2 if sentence.words[token.index + 1] == "own" else 1)
            if start in (token.start, sentence[min(behind, len(sentence) - 1)].start):
                return True
    return False


def whom_it_is_for(
    named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The first of another country who is named in what the deed is done to, or beneath it."""
    own = {party.country for party in actors}
    for head in (*done_to_words(sentence, match), *beneath(sentence, match.trigger)):
        for at in within(sentence, head):
            found = named.parties(at)
            if any(party.country not in own and not is_anybody(sentence, party) for party in found):
                return apart(found, actors)
    return ()


def helped(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom aid is to help, as a clause of purpose says: "a ship with rice reached the port to help Chad"."""
    if match.phrase.type != "AID":
        return ()
    above = (match.trigger, *sentence.ancestors(match.trigger))
    clauses = (clause for at in above for clause in sentence.children_by(at, *PURPOSE))
    objects = [at for c in clauses if sentence.lemmas[c] in verbs("helping") for at in sentence.children_by(c, "obj")]
    return apart(named.first_within(objects), actors)


def benefiting(sentence: Sentence, match: Match, heads: Sequence[int]) -> list[int]:
    """Those that something is given or sent to: among the heads, and where the parser hung them on what is sent; else
    who gives thanks for it: "Chad thanked Kenya for sending doctors"."""
    if match.phrase.type not in TRANSFERS:
        return []
    beneath_them = [child for head in heads for child in sentence.children_by(head, "nmod", "obl")]
    given = [at for at in (*heads, *beneath_them) if hangs_by(sentence, at, GIVEN)]
    above = sentence[match.trigger].head
    if match.phrase.type == "AID" and above != ROOT and sentence.lemmas[above] == "thank":
        given += subject_words(sentence, above)
    return given
