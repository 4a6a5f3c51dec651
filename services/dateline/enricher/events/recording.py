"""The record of a deed that was found: what it is called, when it takes place, and what is not known of it."""

from typing import Final, NamedTuple

from dateline.enricher.document import Document
from dateline.enricher.events.hanging import is_noun
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.participants import Participants
from dateline.enricher.events.realis import FOLDED, REFUSABLE, is_refused, realis_of
from dateline.enricher.events.retyping import Code, retyped
from dateline.enricher.events.scale import TYPES, intensity_of, quad_of
from dateline.enricher.events.setting import Scene, date_of, is_historical, lies_ahead, was_long_ago
from dateline.enricher.events.verbs import verbs
from dateline.enricher.events.weighing import Weighed
from dateline.enricher.events.where import place_of
from dateline.enricher.evidence import quote_of
from dateline_schemas import Attribution, EventDate, EventMention, EventType, Realis, Span

REASONS: Final = {
    "actor": "the sentence names nobody who does it",
    "recipient": "the sentence names nobody it is done to",
    "mode": "the ontology has no mode for this phrase",
    "cameo": "no CAMEO code maps to it",
    "attribution": "the article says so itself",
}
"""Why a field is empty, where there is but one reason."""


class Told(NamedTuple):
    """What a deed is called, whether it takes place, and when; or why that is not known."""

    code: Code
    realis: Realis
    date: EventDate | None
    no_date: str


def recorded(
    document: Document,
    scene: Scene,
    weighed: Weighed,
    participants: Participants,
    attribution: Attribution | None,
) -> EventMention:
    """The record of the deed."""
    match = weighed.match
    token = scene.sentence[match.trigger]
    trigger = Span(start=token.start, end=token.end)
    (kind, mode, cameo), realis, event_date, no_date = how_told(document, scene, match, participants, attribution)
    actors = participants.actors
    turned = kind is EventType.STATEMENT and match.phrase.type != kind.value
    recipients = () if turned else participants.recipients
    taken = [party.span for party in (*actors, *recipients) if party.span]
    place, no_place = place_of(scene, match, kind.value, taken)
    known = {"actor": actors, "recipient": recipients, "mode": mode, "cameo": cameo, "attribution": attribution}
    empty = {name: REASONS[name] for name, value in known.items() if not value}
    return EventMention(
        id=f"{trigger.start}-{trigger.end}",
        type=kind,
        mode=mode,
        contexts=scene.contexts(),
        quad=quad_of(kind),
        intensity=intensity_of(kind, mode),
        cameo=cameo,
        realis=realis,
        actors=actors,
        recipients=recipients,
        date=event_date,
        place=place,
        attribution=attribution.id if attribution else None,
        speaker=attribution.speaker if attribution else None,
        quantities=tuple(scene.quantities),
        trigger=trigger,
        sentence=scene.span,
        quote=quote_of(document.text, scene.span, trigger),
        empty=empty | ({"date": no_date} if no_date else {}) | ({"place": no_place} if no_place else {}),
        rule=f"{weighed.judge}:{match.phrase.cameo}:{match.phrase.text}",
        confidence=weighed.confidence,
    )


def how_told(
    document: Document, scene: Scene, match: Match, participants: Participants, attribution: Attribution | None
) -> Told:
    """The phrase's own type, mode and code, turned by how the sentence tells it."""
    phrase, sentence, trigger = match.phrase, scene.sentence, match.trigger
    code = Code(TYPES[phrase.type], phrase.mode, phrase.cameo)
    realis = realis_of(sentence, trigger)
    if phrase.negative and realis in (Realis.NEGATED, Realis.FUTURE):
        realis = Realis.ACTUAL  # "will not release" is a refusal of now: the words' "not" is the deed's own
    if realis is Realis.NEGATED and code.kind in REFUSABLE and is_refused(sentence, trigger):
        code, realis = Code(EventType.REJECT, None, None), Realis.ACTUAL
    event_date, no_date = date_of(scene, trigger, document.published, realis)
    happening = is_noun(sentence, trigger) and sentence[trigger].lemma.lower() not in verbs("words")
    if realis is Realis.ACTUAL and happening and is_ahead(event_date, document):
        realis = Realis.FUTURE  # "ahead of a visit next month"
    if realis is Realis.FUTURE and code.kind in FOLDED:
        code = Code(FOLDED[code.kind], None, None)
    code = retyped(scene, match, participants, attribution, code)
    old = is_historical(event_date, document.published) or was_long_ago(scene, trigger, document.published)
    if realis is Realis.ACTUAL and old:
        realis = Realis.HISTORICAL
    return Told(code, realis, event_date, no_date)


def is_ahead(event_date: EventDate | None, document: Document) -> bool:
    """Whether the date of a deed lies after the article's day, by the words of the text."""
    return event_date is not None and event_date.span is not None and lies_ahead(event_date, document.published)
