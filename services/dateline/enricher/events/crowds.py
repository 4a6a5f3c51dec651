"""Who protests where the words name only a country, and whom police meet who break up a protest."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.states import people_of
from dateline.enricher.events.codes import REPRESSION, RIOT
from dateline.enricher.events.hanging import AT, hangs_by, is_noun, is_suffering, with_case
from dateline.enricher.events.judged import back
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.matching import DAYS
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import ActorKind, EventMention, EventType, Party, Span

POLICE: Final = "COP"
AT_HOME: Final = ("COP", "MIL")
OF_STATE: Final = ("GOV", "LEG")
ON: Final = frozenset(("on",))
NEAR: Final = 400
"""Characters between a protest and the sentence that tells how it was broken up, at most."""


def crowd(
    sentence: Sentence,
    match: Match,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    told: Sequence[EventMention],
) -> tuple[Party, ...]:
    """Those whom tear gas or batons meet: the recipients, unless the words only name before whose doors; else who
    protested just before, or the people of where the sentence has a rally."""
    own = {actor.country for actor in actors}
    if match.phrase.cameo != REPRESSION or any(p.sector not in OF_STATE or p.country not in own for p in recipients):
        return recipients
    near = (m for m in back(told) if m.type is EventType.PROTEST and sentence.start - m.sentence.end <= NEAR)
    met = next((apart(m.actors, actors) for m in near if m.actors), ())
    if met:
        return met
    country = next((actor.country for actor in actors if actor.sector in AT_HOME and actor.country), None)
    nouns = (token for token in sentence if is_noun(sentence, token.index))
    rally = next((token for token in nouns if sentence.lemmas[token.index] in verbs("gatherings")), None)
    if country is None or rally is None:
        return recipients
    return people_of(country, Span(start=rally.start, end=rally.end))


def protesting(sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The doers; of a protest that the words give to a country alone, its people: "the Brazil stoppage"; but "Chad
    lodged a protest" is its government's."""
    if match.phrase.type != "PROTEST" or not is_noun(sentence, match.trigger) or is_raid(sentence, match):
        return actors
    if sentence.lemmas[match.trigger] == "protest" and not any(stands_with(sentence, match, actor) for actor in actors):
        return actors
    found = dict[str, Party]()
    for actor in actors:
        people = people_of(actor.country or "", actor.span) if actor.kind is ActorKind.GOVERNMENT else ()
        for party in people or (actor,):
            found[party.actor] = party
    return tuple(found.values())


def police_met(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The police of the sentence, whom a riot against nobody in its words meets: "youths hurled stones and torched a
    van, police said"."""
    if match.phrase.cameo != RIOT or not actors:
        return ()
    others = (apart(named.parties(token.index), actors) for token in sentence)
    return next((found for found in others if any(party.sector == POLICE for party in found)), ())


def stands_with(sentence: Sentence, match: Match, party: Party) -> bool:
    """Whether a party's name stands right with the deed's noun: "the US protests"."""
    names = (sentence[at].start for at in sentence.children_by(match.trigger, "amod", "compound"))
    return party.span is not None and any(party.span.start <= start < party.span.end for start in names)


def is_raid(sentence: Sentence, match: Match) -> bool:
    """Whether a strike is one on a place, which nobody walks out on: "strikes on Lima"; but "a strike on Monday". Of a
    country's strikes, or of those on boats, where nobody works: "an end to Israeli strikes"."""
    if match.phrase.type != "PROTEST" or sentence.lemmas[match.trigger] != "strike":
        return False
    if match.trigger and sentence.lemmas[match.trigger - 1] in verbs("from_afar"):
        return True
    above = sentence[match.trigger].head
    if above != ROOT and is_suffering(sentence, above) and hangs_by(sentence, match.trigger, AT):
        return True  # "died in a Kenyan strike"
    owners = sentence.children_by(match.trigger, "amod", "nmod:poss")
    targets = sentence.children_by(match.trigger, "compound")
    if not verbs("working") & set(sentence.lemmas) and (
        any(sentence.tokens[at].text[0].isupper() for at in (*owners, *targets))
        or any(sentence.lemmas[at] in verbs("targets") for at in targets)
    ):
        return True
    behind = match.trigger + 2  # parsers hang "on Kyiv" on the verb as well
    beside = [behind] if behind < len(sentence) and sentence.words[behind - 1] in ON else []
    places = [*with_case(sentence, match.trigger, ON), *beside]
    return any(sentence[at].upos == "PROPN" and sentence.words[at] not in DAYS for at in places)
