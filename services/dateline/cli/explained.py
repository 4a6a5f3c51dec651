"""Why each field is as it is: the words that say so, the rule or model, its confidence; or why it is empty."""

from collections.abc import Iterator, Sequence

from dateline.cli.lines import printable
from dateline.telling import counted, in_words
from dateline_schemas import Actor, Attribution, EnrichedArticle, EventMention, Party, Place, Span
from dateline_schemas.coded import Quantity

SPANS_SHOWN = 5
WORDS_SHOWN = 60
NOT_TOLD = "neither the gazetteer nor the text tells it"


def actor_lines(actor: Actor) -> Iterator[str]:
    yield f"{actor.rule}, {actor.confidence:.2f}, at {_spans(actor.spans)}"
    for name in ("country", "sector", "office"):
        if getattr(actor, name) is None and (name != "office" or actor.kind.value == "person"):
            yield f"no {name}: {NOT_TOLD}"


def mention_lines(text: str, mention: EventMention) -> Iterator[str]:
    """One line a field of the mention, then a line for each field that has no value."""
    yield f"type {mention.type}: {_quoted(text, mention.trigger)}, {mention.rule}, {mention.confidence:.2f}"
    scale = f"quad class {mention.quad.value}, intensity {mention.intensity:g}: PLOVER's scale of type and mode"
    yield f"mode {mention.mode}, {scale}" if mention.mode else scale
    if mention.cameo:
        yield f"cameo {mention.cameo}: the phrase of the rule"
    yield f"realis {mention.realis}: the verb's form and what stands above it"
    if mention.contexts:
        yield f"contexts {', '.join(mention.contexts)}: words of the sentence"
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        for party in parties:
            yield f"{role} {_party(text, party, mention.empty.get(role))}"
    if mention.date:
        until = f" to {mention.date.end}" if mention.date.end else ""
        where = _quoted(text, mention.date.span) if mention.date.span else "the article's own date"
        yield f"date {mention.date.start}{until}: {where}, {mention.date.rule}"
    if mention.place:
        yield f"place {place_line(text, mention.place)}"
    if mention.attribution:
        speaker = _party(text, mention.speaker) if mention.speaker else "no speaker: the source is nobody who is known"
        yield f"attribution {mention.attribution}: {speaker}"
    for quantity in mention.quantities:
        yield f"amount {quantity_line(text, quantity)}"
    for name, reason in mention.empty.items():
        if name not in ("actor", "recipient") or not getattr(mention, f"{name}s"):
            yield f"no {name}: {reason}"


def attribution_lines(text: str, said: Attribution) -> Iterator[str]:
    """Who is said to say what, and by which words."""
    speaker = _party(text, said.speaker) if said.speaker else "no speaker: the source is nobody who is known"
    yield f"{said.id}: {speaker}; {said.rule}, {said.confidence:.2f}" + (
        f"; within {said.within}" if said.within else ""
    )
    sources = ", ".join(_quoted(text, span) for span in said.source) or "none: it is understood from what goes before"
    cue = _quoted(text, said.cue) if said.cue else "none: quotation marks or a colon"
    yield f"source {sources}; cue {cue}"
    yield f"{'direct' if said.direct else 'indirect'}: {', '.join(_quoted(text, span) for span in said.content)}"


def place_line(text: str, place: Place) -> str:
    where = (
        f"{place.latitude:.2f}, {place.longitude:.2f}" if place.latitude is not None else f"no coordinates: {NOT_TOLD}"
    )
    country = place.country or f"no country: {NOT_TOLD}"
    return f"{printable(place.name)} ({country}; {where}): {_quoted(text, place.span)}, {place.rule}"


def quantity_line(text: str, quantity: Quantity) -> str:
    return f"{printable(in_words(quantity) + counted(quantity))}: {_quoted(text, quantity.span)}, {quantity.rule}"


def article_lines(enriched: EnrichedArticle) -> Iterator[tuple[str, list[str]]]:
    """What is coded of the article as a whole, by heading."""
    text = enriched.article.text
    yield "topics", [f"{t.code} {t.label} {t.score:.2f}: {t.rule}" for t in enriched.topics]
    yield "contexts", [f"{name}: words of the whole text" for name in enriched.contexts]
    yield "places", [place_line(text, place) for place in enriched.places]
    yield "amounts", [quantity_line(text, quantity) for quantity in enriched.quantities]
    starts = [Span(start=at, end=min(at + WORDS_SHOWN, len(text))) for at in enriched.items]
    yield "items of a round-up", [f"{_quoted(text, start)}: headed by a place" for start in starts]
    yield "agencies", [f"{printable(name)}: speaks in the text, or stands at its edge" for name in enriched.agencies]


def _party(text: str, party: Party, understood: str | None = None) -> str:
    described = ", ".join(part for part in (party.country, party.sector) if part)
    words = _quoted(text, party.span) if party.span else f"understood: {understood or 'not named in the sentence'}"
    return f"{printable(party.name)}{f' ({described})' if described else ''}: {words}"


def _quoted(text: str, span: Span) -> str:
    words = text[span.start : span.end]
    shown = words if len(words) <= WORDS_SHOWN else f"{words[: WORDS_SHOWN - 1]}…"
    return f"“{printable(shown)}” at {span.start}–{span.end}"


def _spans(spans: Sequence[Span]) -> str:
    shown = [f"{span.start}–{span.end}" for span in spans[:SPANS_SHOWN]]
    return ", ".join(shown) + (f" +{len(spans) - SPANS_SHOWN}" if len(spans) > SPANS_SHOWN else "")
