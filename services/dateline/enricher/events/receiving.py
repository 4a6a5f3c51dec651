"""To whom a deed is done: by the tree, and failing that by where they stand."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.events.aside import is_only_named, is_own_scene, is_scene, is_spoken, is_victim
from dateline.enricher.events.crowds import police_met
from dateline.enricher.events.doers import is_of_others
from dateline.enricher.events.hanging import INSIDE, hangs_by, is_noun, is_reduced_passive, within
from dateline.enricher.events.home import abroad, bordering, confined, counted, faced_at_home
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.means import (
    benefiting,
    helped,
    is_anybody,
    is_means,
    is_only_own,
    is_possessor,
    own_means,
    whom_it_is_for,
)
from dateline.enricher.events.named import Remembering, apart, of_a_country
from dateline.enricher.events.nearby import further_party, provoker, state_taken_to_task
from dateline.enricher.events.partners import SCENES, is_gathering, partners_first
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import ActorKind, Party

MUTUAL: Final = (["each", "other"], ["one", "another"])
RULING: Final = ("GOV", "MIL")
RECALLING: Final = "recall"
SENDING: Final = ("AGREE", "AID", "MOBILIZE")
"""Deeds of which who stands near may be who is sent."""


def partner_of(
    named: Remembering, sentence: Sentence, done_to: Sequence[int], actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """With whom the actors do it, if not among themselves."""
    others = (apart(named.parties(at), actors) for at in done_to if not hangs_by(sentence, at, SCENES))
    return next((found for found in others if found and not is_only_own(sentence, found)), ())


def in_order(sentence: Sentence, match: Match, done_to: list[int]) -> list[int]:
    """The words for those it is done to: partners first where people gather, and no scene where somebody speaks."""
    if is_gathering(sentence, match):
        done_to = partners_first(sentence, match, done_to)
    if is_spoken(sentence, match):
        done_to = [at for at in done_to if not is_scene(sentence, at, match)]
    return done_to


def recipients_by_tree(
    named: Remembering, sentence: Sentence, match: Match, done_to: Sequence[int], actors: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whom the deed is done to by its own words, and all who are known to have another part in it."""
    known = (*actors, *own_means(named, match, done_to, actors))
    recipients = counted(named, sentence, match, done_to, actors)
    recipients = recipients or recipients_within(named, sentence, match, done_to, known)
    if recipients and (
        is_means(sentence, match, actors, recipients) or is_possessor(sentence, match, done_to, actors, recipients)
    ):
        if is_only_own(sentence, recipients):
            known, recipients = (*known, *recipients), ()
        recipients = whom_it_is_for(named, sentence, match, known) or recipients
    if recipients and all(is_anybody(sentence, party) for party in recipients):
        asked = [at for head in done_to for at in within(sentence, head)] if match.phrase.type == "REQUEST" else []
        given = [at for head in benefiting(sentence, match, done_to) for at in within(sentence, head)]
        recipients = of_a_country(named, [*given, *asked], known) or recipients
    return recipients, known


def may_be_near(sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> bool:
    """Whether who is named near a deed may be its recipient: not where it is only judged, or only describes somebody:
    "a man accused of fraud"."""
    judged = is_noun(sentence, match.trigger) and not actors and is_of_others(sentence, match)
    described = match.phrase.type == "ACCUSE" and is_reduced_passive(sentence, match.trigger)
    return not judged and not described


def recipients_near(
    named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...], known: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who of those named near it suffers the deed, and has no other part in it."""
    recipients = helped(named, sentence, match, known) or provoker(named, sentence, match, known)
    recipients = recipients or state_taken_to_task(named, sentence, match, known)
    recipients = apart(recipients or further_party(named, sentence, match, known), known)
    if recipients and match.phrase.type == "THREATEN" and are_own_state(recipients, actors, any_official=True):
        return ()  # "warned that its army would retaliate"
    if recipients and match.phrase.type in SENDING and is_means(sentence, match, actors, recipients):
        return whom_it_is_for(named, sentence, match, known) or recipients
    return recipients


def recipients_by_place(
    named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Whose the place is that the deed crosses, confines or takes up, or the police who meet it there."""
    return (
        bordering(named, sentence, match, actors)
        or confined(named, sentence, match, actors)
        or abroad(named, sentence, match, actors)
        or faced_at_home(named, sentence, match, actors)
        or police_met(named, sentence, match, actors)
    )


def is_mutual(sentence: Sentence, match: Match, actors: Sequence[Party]) -> bool:
    """Whether the doers do it to one another: "accused each other of looting", "expelled each other's envoys"; or they
    are several who "exchanged fire"."""
    if match.phrase.type == "ASSAULT" and sentence.lemmas[match.trigger] in verbs("swapping") and len(actors) > 1:
        return True
    objects = sentence.children_by(match.trigger, "obj")
    owners = [owner - 1 for at in objects for owner in sentence.children_by(at, "nmod:poss")]
    return any(sentence.words[at : at + 2] in MUTUAL for at in (*objects, *owners))


def names_a_stranger(named: Remembering, sentence: Sentence, match: Match, done_to: Sequence[int]) -> bool:
    """Whether the deed's own object is a name that nobody known stands behind, somebody's wife, or, of what is asked,
    many countries: then nobody else is the recipient."""
    head = done_to[0] if done_to else None
    if head is not None and match.phrase.type == "REQUEST" and sentence.lemmas[head] in verbs("many"):
        return not any(named.parties(at) for at in within(sentence, head))  # "urged member states to leave Chad"
    if head is None or sentence[head].deprel not in ("obj", "nsubj:pass"):
        return False
    if sentence.lemmas[head] in words("of_persons"):  # "her husband was criticised"
        return not named.parties(head)
    if sentence[head].upos != "PROPN":
        return False
    if sentence[head].text.islower():  # "stones", which taggers take for a name
        return False
    return not any(named.parties(at) for at in within(sentence, head))


def recipients_within(
    named: Remembering, sentence: Sentence, match: Match, heads: Sequence[int], but: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of the first noun phrase that has any who are not `but`: its own, else those named within it; last
    those in which it is done: "raided the king's home in Lima"."""
    aside = (is_own_scene(sentence, head, match.trigger) for head in heads)
    heads = [h for h, out in zip(heads, aside, strict=True) if not (out or is_victim(sentence, match, h))]
    scenes = [head for head in heads if hangs_by(sentence, head, INSIDE)]
    heads = [head for head in heads if head not in scenes]
    inner = [at for head in (*heads, *scenes) for at in within(sentence, head)]
    threat = match.phrase.type == "THREATEN"
    subjects = [head for head in heads if threat and sentence[head].deprel.startswith("nsubj")]
    acting = {*subjects, *(at for head in subjects for at in within(sentence, head))}
    recalled = sentence.lemmas[match.trigger] == RECALLING  # "recalled the Chadian envoy from Paris"
    own: tuple[Party, ...] = ()
    for at in (*heads, *inner):
        if is_victim(sentence, match, at) or is_own_scene(sentence, at, match.trigger):
            continue
        found = apart(named.parties(at), but)
        if found and is_only_named(sentence, match, at, found):
            continue
        if found and are_own_state(found, but, any_official=recalled or at in acting):  # "that its army would"
            own = own or found  # "threatened to halt all US aid to Chad"
        elif found:
            return found
    return () if recalled or threat else own  # "warned that Washington would respond"


def are_own_state(parties: Sequence[Party], doers: Sequence[Party], *, any_official: bool) -> bool:
    """Whether they are but the state of an official who does it, or `any_official` of it."""
    own = {doer.country for doer in doers if doer.sector == "GOV" and doer.country}
    return all(
        party.country in own and (party.kind is ActorKind.GOVERNMENT or (any_official and party.sector in RULING))
        for party in parties
    )
