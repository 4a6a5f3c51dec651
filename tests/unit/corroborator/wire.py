"""An invented wire: reports of happenings with actors, deeds and words of their own, made from small numbers."""

import zlib
from datetime import UTC, datetime, timedelta

from dateline_schemas import (
    ActorKind,
    EventMention,
    EventType,
    Party,
    Quad,
    Quantity,
    QuantityKind,
    Realis,
    Report,
    Signature,
    Span,
)

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
COUNTRIES = ("NOR", "KEN", "CHL", "LAO", "MLT", "TON")
VERBS = {"visited": EventType.CONSULT, "criticised": EventType.ACCUSE, "bombed": EventType.ASSAULT}
QUADS = {
    EventType.CONSULT: Quad.VERBAL_COOPERATION,
    EventType.ACCUSE: Quad.VERBAL_CONFLICT,
    EventType.ASSAULT: Quad.MATERIAL_CONFLICT,
}


def number(*parts: object) -> int:
    """The same number for the same parts, everywhere."""
    return zlib.crc32(repr(parts).encode())


def happening_words(happening: int, count: int = 20) -> list[str]:
    """Words that only this happening has."""
    return [f"{'kvstrmpl'[i % 8]}{'aeiou'[(happening + i) % 5]}w{happening}x{i}" for i in range(count)]


def party(actor: str, country: str) -> Party:
    return Party(actor=actor, name=actor.title(), kind=ActorKind.PERSON, country=country, sector="GOV")


def mention(
    article: str,
    revision: int,
    happening: int,
    verb: str,
    place: int = 0,
    realis: Realis = Realis.ACTUAL,
    quantities: tuple[Quantity, ...] = (),
    actor: str | None = None,
) -> EventMention:
    """A mention of what the happening's actor did; `place` is its sentence's number in the article."""
    who = party(actor or f"actor{happening}", COUNTRIES[happening % len(COUNTRIES)])
    whom = party(f"other{happening}", COUNTRIES[(happening + 1) % len(COUNTRIES)])
    words = " ".join(happening_words(number(happening, verb) % 100_000, 6))
    quote = f"{who.name} {verb} {whom.name} {words}"
    start = 200 * place
    trigger = start + len(who.name) + 1
    kind = VERBS[verb]
    return EventMention(
        id=f"{number(article, revision, trigger):08x}-{article}",
        type=kind,
        quad=QUADS[kind],
        intensity=0.0,
        realis=realis,
        actors=(who,),
        recipients=(whom,),
        quantities=quantities,
        trigger=Span(start=trigger, end=trigger + len(verb)),
        sentence=Span(start=start, end=start + len(quote)),
        quote=quote,
        rule="test",
        confidence=0.9,
    )


def money(value: float, unit: str, counted: str = "trade") -> Quantity:
    return Quantity(
        kind=QuantityKind.MONEY, value=value, unit=unit, counted=counted, span=Span(start=0, end=9), rule="test"
    )


def report(
    article: str,
    happening: int,
    *,
    revision: int = 1,
    coder: str = "coder-1",
    outlet: str | None = None,
    hours: float = 0,
    verbs: tuple[str, ...] = ("visited",),
    mentions: tuple[EventMention, ...] | None = None,
    withdrawn: bool = False,
    wording: int | None = None,
    title: str | None = None,
    agencies: tuple[str, ...] = (),
    edition: str = "en",
    beside: int | None = None,
) -> Report:
    """A report of a happening; two with the same `wording` carry the same text. `beside` is another happening that it
    tells of as well."""
    if withdrawn:
        mentions, signature = (), Signature()
    else:
        words = happening_words(happening)
        if beside is not None:
            words = words[:10] + happening_words(beside)[:10]
        own = [f"own{article}{i}" for i in range(8)]
        terms = tuple((word, 2.0) for word in words) + tuple((word, 1.0) for word in own)
        text = number("text", article, revision) if wording is None else number("wording", wording)
        signature = Signature(
            terms=terms,
            names=(f"actor{happening}",),
            shingles=tuple(number(text, i) for i in range(64)),
            words=200,
        )
        if mentions is None:
            mentions = tuple(mention(article, revision, happening, verb, i) for i, verb in enumerate(verbs))
    return Report(
        article=article,
        revision=revision,
        coder=coder,
        edition=edition,
        outlet=outlet or f"outlet of {article}",
        title=title if title is not None else f"Happening {happening}",
        published=NOON + timedelta(hours=hours),
        fetched=NOON + timedelta(hours=hours, minutes=5),
        withdrawn=withdrawn,
        agencies=agencies,
        signature=signature,
        mentions=mentions,
    )
