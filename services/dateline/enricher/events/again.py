"""Who does what the article has told of before: who lets those go whom it held, whose raid "the raid" is."""

from collections.abc import Sequence

from dateline.enricher.events.hanging import AT, is_noun, is_undergone, with_case
from dateline.enricher.events.judged import LONG_AGO, back, has_been_told
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.suffering import undergoing
from dateline.enricher.events.unsaid import ATTACKS
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, EventType, Party, Realis


def doers_told(
    sentence: Sentence, match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Of a deed whose words name no doer, who did what it takes up."""
    if match.phrase.type == "RETREAT":
        return _holders(sentence, match, recipients, told)
    if undergoing(sentence, match.trigger):
        return _doers_to_them(match, recipients, told)
    return _attackers(sentence, match, told) if match.phrase.type == "ASSAULT" else ()


def _doers_to_them(match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Who did it to the same before: "Chad held an editor. His arrest"."""
    own = {party.actor for party in recipients}
    same = (m for m in back(told, LONG_AGO) if m.type.value == match.phrase.type and m.realis is not Realis.NEGATED)
    return next((m.actors for m in same if m.actors and own & {party.actor for party in m.recipients}), ())


def _holders(
    sentence: Sentence, match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who held those who are let go: "police detained nine. Seven were freed"."""
    if is_noun(sentence, match.trigger) or not is_undergone(sentence, match.trigger):
        return ()
    freed = {party.actor for party in recipients}
    holding = (m for m in back(told, LONG_AGO) if m.type is EventType.COERCE and m.realis is not Realis.NEGATED)
    return next((m.actors for m in holding if m.actors and freed & {party.actor for party in m.recipients}), ())


def _attackers(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Whose the raid is in which, or which, killed somebody: "the raid killed nine"."""
    around = [*sentence.children_by(match.trigger, "nsubj"), *with_case(sentence, match.trigger, AT)]
    if not any(sentence.lemmas[at] in ATTACKS and has_been_told(sentence, at) for at in around):
        return ()
    return next((m.actors for m in back(told, LONG_AGO) if m.type is EventType.ASSAULT and m.actors), ())
