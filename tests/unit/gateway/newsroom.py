"""Records for the gateway's tests: one summit told by three outlets, and what else a test asks for."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.eventlog.record import Output, output_of
from dateline_schemas import (
    ARTICLES,
    ENRICHED,
    EVENTS,
    STORIES,
    ActorKind,
    Article,
    Attribution,
    Bound,
    Disagreement,
    DisagreementKind,
    EnrichedArticle,
    Event,
    EventDate,
    EventMention,
    EventMentionRef,
    EventType,
    Life,
    MediaTopic,
    Party,
    Provenance,
    PublishedQuality,
    Quad,
    Quantity,
    QuantityKind,
    Realis,
    Side,
    SourceKind,
    Span,
    Story,
    StoryArticle,
)
from dateline_schemas.coded import Actor, Place

Value = Article | EnrichedArticle | Event | Story
NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
QUADS = {
    EventType.STATEMENT: Quad.NEUTRAL,
    EventType.CONSULT: Quad.VERBAL_COOPERATION,
    EventType.AGREE: Quad.VERBAL_COOPERATION,
    EventType.AID: Quad.MATERIAL_COOPERATION,
    EventType.ACCUSE: Quad.VERBAL_CONFLICT,
    EventType.REJECT: Quad.VERBAL_CONFLICT,
    EventType.PROTEST: Quad.MATERIAL_CONFLICT,
    EventType.SANCTION: Quad.MATERIAL_CONFLICT,
}
PEOPLE = {
    "Amara Diallo": ("gn-diallo", "GIN", "GOV"),
    "Joaquim Tavares": ("cv-tavares", "CPV", "GOV"),
    "Dockers' Union of Praia": ("cv-dockers", "CPV", "LAB"),
    "Guinea": ("gn-government", "GIN", "GOV"),
}


def party(name: str) -> Party:
    actor, country, sector = PEOPLE[name]
    kind = ActorKind.GOVERNMENT if name in ("Guinea",) else ActorKind.PERSON
    return Party(actor=actor, name=name, kind=kind, country=country, sector=sector)


def article(id_: str = "a1", revision: int = 1, outlet: str = "Atlantic Wire", **changes: Any) -> Article:
    values = {
        "id": id_,
        "revision": revision,
        "url": f"https://{id_}.example/news",
        "outlet": outlet,
        "title": "Diallo visits Praia",
        "text": "President Amara Diallo met Prime Minister Joaquim Tavares in Praia.",
        "published": NOON,
        "published_quality": PublishedQuality.STATED,
        "fetched": NOON + timedelta(minutes=5),
        "language": "en",
        "content_hash": "0" * 64,
        "provenance": Provenance(kind=SourceKind.PUSH, source="test"),
    }
    return Article.model_validate(values | changes)


def enriched(id_: str = "a1", revision: int = 1, coder: str = "coder-1", **changes: Any) -> EnrichedArticle:
    source = article(id_, revision, **changes)
    diallo, tavares = party("Amara Diallo"), party("Joaquim Tavares")
    return EnrichedArticle(
        article=source,
        coder=coder,
        coded=NOON + timedelta(minutes=6),
        actors=tuple(
            Actor(
                id=who.actor,
                name=who.name,
                kind=who.kind,
                country=who.country,
                sector=who.sector,
                rule="test",
                confidence=1,
                spans=(Span(start=0, end=5),),
            )
            for who in (diallo, tavares)
        ),
        attributions=(
            Attribution(
                id="s1", speaker=tavares, content=(Span(start=0, end=9),), direct=False, rule="t", confidence=1
            ),
        ),
        places=(Place(name="Praia", country="CPV", span=Span(start=60, end=65), rule="test"),),
        topics=(MediaTopic(code="medtop:20000638", label="foreign relations", score=0.9, rule="test"),),
        contexts=("diplomatic",),
        mentions=(
            EventMention(
                id=f"{id_}-m1",
                type=EventType.CONSULT,
                mode="visit",
                quad=Quad.VERBAL_COOPERATION,
                intensity=4,
                realis=Realis.ACTUAL,
                actors=(diallo,),
                recipients=(tavares,),
                trigger=Span(start=23, end=26),
                sentence=Span(start=0, end=66),
                quote=source.text,
                rule="test",
                confidence=0.9,
            ),
        ),
    )


def event(
    id_: str = "e1",
    revision: int = 1,
    type_: EventType = EventType.CONSULT,
    actor: str = "Amara Diallo",
    recipient: str | None = "Joaquim Tavares",
    outlets: Sequence[str] = ("Atlantic Wire", "Praia Post"),
    story_: str = "s1",
    **changes: Any,
) -> Event:
    mentions = tuple(
        EventMentionRef(
            mention=f"{id_}-{outlet}",
            article=f"a-{outlet}",
            article_revision=1,
            outlet=outlet,
            url=f"https://{outlet.replace(' ', '-').lower()}.example/praia",
            time=NOON + timedelta(hours=hour),
            speaker=party("Joaquim Tavares"),
            quote=f"Diallo and Tavares spoke for two hours, the prime minister told {outlet}.",
            trigger=Span(start=19, end=24),
            sentence=Span(start=0, end=60),
            type=type_,
            realis=Realis.ACTUAL,
        )
        for hour, outlet in enumerate(outlets)
    )
    values = {
        "id": id_,
        "revision": revision,
        "story": story_,
        "edition": "en",
        "type": type_,
        "mode": "visit" if type_ is EventType.CONSULT else None,
        "contexts": ("diplomatic",),
        "quad": QUADS[type_],
        "intensity": 4.0,
        "realis": Realis.ACTUAL,
        "actors": (party(actor),),
        "recipients": (party(recipient),) if recipient else (),
        "date": EventDate(start="2025-03-12", rule="test"),
        "place": Place(name="Praia", country="CPV", span=Span(start=60, end=65), rule="test"),
        "speakers": (party("Joaquim Tavares"),),
        "mentions": mentions,
        "mention_count": len(mentions),
        "outlets": tuple(outlets),
        "outlet_count": len(outlets),
        "independent_count": len(outlets),
        "first_report": NOON,
        "last_report": NOON + timedelta(hours=len(outlets)),
        "confidence": 0.9,
    }
    return Event.model_validate(values | changes)


def ended(id_: str = "e1", revision: int = 2, heirs: Sequence[str] = ("e2",)) -> Event:
    return event(id_, revision, outlets=(), life=Life.ENDED, heirs=tuple(heirs))


def trade_dispute() -> Disagreement:
    """Two outlets give the same sum in two currencies."""

    def side(unit: str, outlet: str) -> Side:
        amount = Quantity(
            kind=QuantityKind.MONEY,
            value=40e6,
            bound=Bound.OVER,
            unit=unit,
            counted="trade",
            span=Span(start=0, end=5),
            rule="test",
        )
        quote = f"Trade passed 40 million {unit}, said {outlet}."
        return Side(
            value=f"over 40 million {unit}",
            quantity=amount,
            outlets=(outlet,),
            quotes=(quote,),
            mentions=(f"e1-{outlet}",),
        )

    return Disagreement(
        kind=DisagreementKind.AMOUNT, about="trade", sides=(side("USD", "Atlantic Wire"), side("EUR", "Praia Post"))
    )


def story(id_: str = "s1", revision: int = 1, events: Sequence[str] = ("e1",), **changes: Any) -> Story:
    outlets = ("Atlantic Wire", "Praia Post", "Conakry Courier")
    values = {
        "id": id_,
        "revision": revision,
        "edition": "en",
        "title": "Diallo visits Praia",
        "first": NOON,
        "last": NOON + timedelta(hours=2),
        "articles": tuple(
            StoryArticle(
                article=f"a-{outlet}",
                revision=1,
                outlet=outlet,
                title=f"Guinea's president in Praia ({number})",
                url=f"https://{outlet.replace(' ', '-').lower()}.example/praia",
                time=NOON + timedelta(hours=number),
                copy_of="a-Atlantic Wire" if number == 2 else None,
            )
            for number, outlet in enumerate(outlets)
        ),
        "article_count": 3,
        "outlets": outlets,
        "outlet_count": 3,
        "independent_count": 2,
        "events": tuple(events),
        "event_count": len(events),
    }
    return Story.model_validate(values | changes)


def output(value: Value, partition: int | None = None) -> Output:
    """The value as a record of its topic."""
    topic = {Article: ARTICLES, EnrichedArticle: ENRICHED, Event: EVENTS, Story: STORIES}[type(value)]
    return output_of(topic, value, "test", partition)
