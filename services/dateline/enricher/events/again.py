"""Who does what the article has told of before: who lets those go whom it held, whose raid "the raid" is."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.enricher.events.hanging import AT, BY, is_noun, is_passive, is_suffering, is_undergone, with_case
from dateline.enricher.events.judged import LONG_AGO, back, has_been_told, just_told
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.suffering import undergoing
from dateline.enricher.events.unsaid import ATTACKS
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, EventType, Party, Realis

SEIZING: Final = "171"
"""CAMEO's code: to seize or confiscate."""
OUTLAWS: Final = frozenset(("UAF", "CRM", "REB", "PRM"))
SEARCHING: Final = ("COP", "MIL", "SPY", "JUD")


def doers_told(
    sentence: Sentence, match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Of a deed whose words name no doer, who did what it takes up."""
    if match.phrase.type == "RETREAT":
        return _holders(sentence, match, recipients, told)
    if match.phrase.cameo == SEIZING:
        return _searchers(sentence, match, told)
    if undergoing(sentence, match.trigger):
        return _doers_to_them(match, recipients, told)
    if match.phrase.type != "ASSAULT":
        return ()
    found = _attackers(sentence, match, told) or _those_who_struck(sentence, match, recipients, told)
    outlaws = bool(recipients) and all(party.sector in OUTLAWS for party in (*recipients, *found))
    return () if outlaws else found  # "militants rammed a car into it; fourteen terrorists were shot"


def _doers_to_them(match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Who did it to the same before: "Chad held an editor. His arrest"."""
    own = {party.actor for party in recipients}
    same = (m for m in back(told, LONG_AGO) if m.type.value == match.phrase.type and m.realis is not Realis.NEGATED)
    return next((m.actors for m in same if m.actors and own & {party.actor for party in m.recipients}), ())


def _searchers(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Who held or raided somebody just before: "police arrested nine. Four rifles were seized"."""
    if not is_passive(sentence, match.trigger) or with_case(sentence, match.trigger, BY):
        return ()
    near = just_before(sentence, match.trigger, told)
    holding = (m for m in near if m.type is EventType.COERCE and m.realis is Realis.ACTUAL and m.actors)
    return next((m.actors for m in holding if all(party.sector in SEARCHING for party in m.actors)), ())


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


def _those_who_struck(
    sentence: Sentence, match: Match, recipients: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who struck just before, of people of whom only is said that they were hurt: "Chad shelled a market. Nine were
    killed and ten wounded"; but not where that was elsewhere, or else told, nor of those who struck themselves."""
    trigger = match.trigger
    if not (is_suffering(sentence, trigger) or is_passive(sentence, trigger)):
        return ()
    if sentence.lemmas[trigger] not in verbs("harmed") | verbs("suffering"):
        return ()
    if with_case(sentence, trigger, AT | BY) or sentence.children_by(trigger, "advcl"):
        return ()
    near = just_before(sentence, trigger, told)
    struck = [m for m in near if m.type is EventType.ASSAULT and m.realis is Realis.ACTUAL and m.actors]
    doing = {tuple(party.actor for party in m.actors): m.actors for m in struck}
    if len(doing) != 1:
        return ()
    [actors] = doing.values()
    own = {(party.country, party.sector) for party in recipients} | {party.actor for party in recipients}
    return () if any(party.actor in own or (party.country, party.sector) in own for party in actors) else actors


def just_before(sentence: Sentence, trigger: int, told: Sequence[EventMention]) -> Iterator[EventMention]:
    """What was told just before the sentence, and in it by the verb that this one goes on from."""
    above = sentence[sentence[trigger].head].start if sentence[trigger].deprel == "conj" else -1
    return (m for m in just_told(sentence, told) if m.trigger.start < sentence.start or m.trigger.start == above)
