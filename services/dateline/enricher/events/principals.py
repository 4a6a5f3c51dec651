"""Who does the deed that a text is about, and to whom, also where the lexicon has no phrase for it."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.document import Document
from dateline.enricher.events.features import merged
from dateline.enricher.events.lexicon import Match, Phrase
from dateline.enricher.events.main import main_event, main_type
from dateline.enricher.events.named import Reading, Remembering, apart
from dateline.enricher.events.participants import Participants, participants_of
from dateline.enricher.gazetteer import load
from dateline_schemas import EventMention, EventType, Party

NOBODY: Final = Participants((), ())


def principals(document: Document, reading: Reading, mentions: Sequence[EventMention]) -> Participants:
    """The two sides of the main deed. Where none of its type was coded, those of the main verb if it has both, else of
    what was coded; of what is only said, whoever it is about.

    A side of no known country is of the only one that the text names.
    """
    both = told_sides(document, reading, mentions)
    country = only_country(reading)
    return Participants(of_country(both.actors, country), of_country(both.recipients, country))


def only_country(reading: Reading) -> str | None:
    """The state that the text tells of where it tells of one alone."""
    named = {actor.country for actor in reading.actors} | {place.country for place in reading.places}
    states = {country for country in named if country and country in load().states}
    return states.pop() if len(states) == 1 else None


def of_country(parties: tuple[Party, ...], country: str | None) -> tuple[Party, ...]:
    """The parties, those of no known country as being of this one: whom a text does not tell apart is of the place."""
    if country is None:
        return parties
    return tuple(p if p.country else p.model_copy(update={"country": country}) for p in parties)


def told_sides(document: Document, reading: Reading, mentions: Sequence[EventMention]) -> Participants:
    """The two sides as the words tell them."""
    told = main_event(document, mentions)
    kind = main_type(document.text)
    if told is not None and merged(told.type.value) == merged(kind.value):
        return Participants(told.actors, told.recipients)
    if told is not None and told.type is EventType.STATEMENT and told.actors:
        return Participants(told.actors, spoken_of(document, reading, told))
    verb = of_main_verb(document, reading, kind)
    return verb if told is None or (verb.actors and verb.recipients) else Participants(told.actors, told.recipients)


def spoken_of(document: Document, reading: Reading, saying: EventMention) -> tuple[Party, ...]:
    """The first of another country than the speaker's who is named in the saying's sentence."""
    own = {party.country for party in saying.actors}
    for number, sentence in enumerate(document.sentences):
        if sentence.start <= saying.trigger.start < sentence.end:
            named = Remembering(reading, number, sentence)
            for token in sentence:
                found = named.parties(token.index)
                if any(party.country and party.country not in own for party in found):
                    return apart(found, saying.actors)
    return ()


def of_main_verb(document: Document, reading: Reading, kind: EventType) -> Participants:
    """The two sides of the first sentence's main verb that has a doer, as if the lexicon had the verb under `kind`."""
    phrase = Phrase("", None, kind.value, None, (), 0, False, False, False, 0, False, 0, False)
    for number, sentence in enumerate(document.sentences):
        match = Match(phrase, sentence.root, (sentence.root,))
        found = participants_of(Remembering(reading, number, sentence), sentence, match)
        if found.actors:
            return found
    return NOBODY
