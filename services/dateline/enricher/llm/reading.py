"""The model's answer as coded events: what is not in the text, or not of the ontology, is left out with a reason."""

import json
from dataclasses import dataclass, field
from typing import Any

from dateline.enricher.coder import mention_id
from dateline.enricher.events.scale import intensity_of, quad_of, scores
from dateline.enricher.evidence import quote_of
from dateline.enricher.gazetteer import load
from dateline.enricher.gazetteer.spelling import key
from dateline.enricher.llm import allowed
from dateline_schemas import Actor, ActorKind, Article, Attribution, EventMention, EventType, Party, Place, Realis, Span
from dateline_schemas.coded import EventDate

MOST_EVENTS = 200
NOT_GIVEN = "the model gives none"
NOT_IN_TEXT = "what the model quotes is not in the text"
UNCERTAIN = 0.5
OPENING = '"“'
REASONING = "<think>"
REASONED = "</think>"
FENCE = "```"


def events_in(answer: str) -> list[dict[str, Any]] | None:
    """The events that an answer lists; None where it is no answer of the form that was asked for.

    Many models reason aloud before they answer, or put the answer in a fence: the JSON alone is read.
    """
    behind = answer.rpartition(REASONED)[2]
    for said in (answer, behind, _in_fence(behind)):  # in this order: a sentence may quote a tag, or a fence
        try:
            found = json.loads(said)
        except (ValueError, RecursionError):
            continue
        events = found.get("events") if isinstance(found, dict) else None
        return [e for e in events if isinstance(e, dict)][:MOST_EVENTS] if isinstance(events, list) else None
    return None


def why_none(answer: str) -> str:
    """What is wrong with an answer that lists no events."""
    if REASONING in answer and REASONED not in answer:
        return "the answer ends within its reasoning; DATELINE_LLM_ANSWER_TOKENS says how long it may be"
    return "the answer is no JSON object with a list of events"


def _in_fence(said: str) -> str:
    within = said.partition(FENCE)[2]
    return (within.rpartition(FENCE)[0] or within).removeprefix("json")


@dataclass
class Reading:
    """What of a model's events the article's text bears out."""

    article: Article
    rule: str
    mentions: dict[str, EventMention] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    parties: list[tuple[Party, float]] = field(default_factory=list)

    def take(self, event: dict[str, Any]) -> bool:
        """Takes an event over; False where its sentence, deed, type or realis cannot be had."""
        text = self.article.text
        sentence = _find(text, event.get("sentence"), None)
        trigger = _find(text, event.get("trigger"), sentence, anywhere=False) if sentence else None
        try:
            kind, realis = EventType(str(event.get("type"))), Realis(str(event.get("realis")))
        except ValueError:
            return False
        if sentence is None or trigger is None:
            return False
        empty = {"cameo": NOT_GIVEN}
        mode = event.get("mode")
        if not isinstance(mode, str) or (kind.value, mode) not in scores():
            empty["mode"] = NOT_GIVEN if mode is None else f"{str(mode)[:40]!r} is no mode of {kind}"
            mode = None
        confidence = event.get("confidence")
        sure = float(confidence) if isinstance(confidence, int | float) and 0 <= confidence <= 1 else UNCERTAIN
        actors = self._parties(event.get("actors"), sentence, "actor", empty, sure)
        recipients = self._parties(event.get("recipients"), sentence, "recipient", empty, sure)
        said = self._attribution(event.get("attribution"), sentence, empty, sure)
        mention = EventMention(
            id="not yet", type=kind, mode=mode, quad=quad_of(kind), intensity=intensity_of(kind, mode), realis=realis,
            actors=actors, recipients=recipients, date=self._date(event.get("date"), sentence, empty),
            place=self._place(event.get("place"), sentence, empty), attribution=said.id if said else None,
            speaker=said.speaker if said else None, trigger=trigger, sentence=sentence,
            quote=quote_of(text, sentence, trigger), empty=empty, rule=self.rule, confidence=sure,
        )  # fmt: skip
        made = mention.model_copy(update={"id": mention_id(self.article, mention)})
        self.mentions.setdefault(made.id, made)
        return True

    def actors(self) -> tuple[Actor, ...]:
        """Everybody who has a part, once, with every place where the model's quotes name them."""
        found: dict[str, Actor] = {}
        for party, sure in self.parties:
            assert party.span is not None
            known = found.get(party.actor)
            spans = {(s.start, s.end) for s in (*(known.spans if known else ()), party.span)}
            found[party.actor] = Actor(
                id=party.actor, name=party.name, kind=party.kind, country=party.country, sector=party.sector,
                rule=self.rule, confidence=max(sure, known.confidence if known else 0.0),
                spans=tuple(Span(start=a, end=b) for a, b in sorted(spans)),
            )  # fmt: skip
        return tuple(sorted(found.values(), key=lambda actor: (actor.spans[0].start, actor.id)))

    def _parties(self, given: Any, sentence: Span, role: str, empty: dict[str, str], sure: float) -> tuple[Party, ...]:
        wanted = given if isinstance(given, list) else []
        found = [party for each in wanted if (party := self._party(each, sentence, sure))]
        if not found:
            empty[role] = NOT_IN_TEXT if wanted else NOT_GIVEN
        return tuple({party.actor: party for party in found}.values())

    def _party(self, given: Any, sentence: Span, sure: float) -> Party | None:
        if not isinstance(given, dict) or (span := _find(self.article.text, given.get("quote"), sentence)) is None:
            return None
        name = self._name(given.get("name"), span)
        said_kind = given.get("kind")
        is_kind = isinstance(said_kind, str) and said_kind in set(ActorKind)
        kind = ActorKind(str(said_kind)) if is_kind else ActorKind.ORGANISATION
        country, sector = allowed.country(given.get("country")), allowed.sector(given.get("sector"))
        party = Party(actor=_id(name, kind, country), name=name, kind=kind, country=country, sector=sector, span=span)
        self.parties.append((party, sure))
        return party

    def _name(self, given: Any, quoted: Span) -> str:
        """The name that the model gives where it stands in the text, else the words of the quote."""
        span = _find(self.article.text, given, None) or quoted
        return allowed.name(self.article.text[span.start : span.end])

    def _date(self, given: Any, sentence: Span, empty: dict[str, str]) -> EventDate | None:
        if not isinstance(given, dict):
            empty["date"] = NOT_GIVEN
            return None
        span = _find(self.article.text, given.get("quote"), sentence)
        if span is None:
            empty["date"] = NOT_IN_TEXT
            return None
        quoted, today = self.article.text[span.start : span.end], self.article.event_time.date()
        start, end = (allowed.day(given.get(name), quoted, today) for name in ("start", "end"))
        if start is None:
            empty["date"] = "what the model gives is no date, or one far from its words"
            return None
        return EventDate(start=start, end=end if end and end >= start else None, span=span, rule=self.rule)

    def _place(self, given: Any, sentence: Span, empty: dict[str, str]) -> Place | None:
        span = _find(self.article.text, given.get("quote"), sentence) if isinstance(given, dict) else None
        if span is None:
            empty["place"] = NOT_IN_TEXT if isinstance(given, dict) else NOT_GIVEN
            return None
        country = allowed.country(given.get("country"))
        return Place(name=self._name(given.get("name"), span), country=country, span=span, rule=self.rule)

    def _attribution(self, given: Any, sentence: Span, empty: dict[str, str], sure: float) -> Attribution | None:
        if not isinstance(given, dict):
            empty["attribution"] = NOT_GIVEN
            return None
        text = self.article.text
        cue, content = _find(text, given.get("cue"), sentence), _find(text, given.get("content"), sentence)
        speaker = self._party(given.get("speaker"), sentence, sure)
        if cue is None or content is None or speaker is None or speaker.span is None:
            empty["attribution"] = NOT_IN_TEXT
            return None
        said = Attribution(
            id=f"attribution:{cue.start}-{cue.end}", speaker=speaker, source=(speaker.span,), cue=cue,
            content=(content,), direct=text[max(content.start - 1, 0)] in OPENING or text[content.start] in OPENING,
            rule=self.rule, confidence=sure,
        )  # fmt: skip
        return self.attributions.setdefault(said.id, said)


def _find(text: str, quote: Any, within: Span | None, *, anywhere: bool = True) -> Span | None:
    """Where a quote stands: in a span first, else its first place in the text."""
    if not isinstance(quote, str) or not quote.strip():
        return None
    quote = quote.strip()
    at = text.find(quote, within.start, within.end) if within else -1
    if at < 0 and anywhere:
        at = text.find(quote)
    return Span(start=at, end=at + len(quote)) if at >= 0 else None


def _id(name: str, kind: ActorKind, country: str | None) -> str:
    """The id that the rules would give: a government's, the gazetteer's for its own, else one made of the parts."""
    if kind is ActorKind.GOVERNMENT and country:
        return f"{country}/government"
    for entry in load().named(name):
        if entry.kind.value == kind.value and entry.country == (country or ""):
            return entry.id
    return f"{country or 'XXX'}/{kind.value}/{key(name).replace(' ', '-') or 'unnamed'}"[:200]
