"""A report as it is taken up: what memory keeps of it, worked out."""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from operator import itemgetter
from sys import intern
from typing import Final

from dateline.corroborator.reports.held import Held, Telling, Who, quoted_from, who
from dateline.corroborator.reports.scenes import lands, lead, towns
from dateline.corroborator.words.announcing import announced
from dateline.corroborator.words.content import own_part
from dateline.corroborator.words.phrases import deed_word
from dateline.corroborator.words.wording import content_words, kinds, stem, stems
from dateline.corroborator.words.wordlists import words
from dateline_schemas import ActorKind, EventMention, EventType, Party, Report, Span
from dateline_schemas.coded import UNPLACED

NEAR: Final = 40
OFTEN: Final = 3
"""Roles in an article that make somebody one of its main persons."""
TWICE: Final = 2
"""And in which somebody is told of at all: who is named once may be mentioned by the way."""


def hold(report: Report, sequence: int) -> Held:
    """The report as memory keeps it."""
    weighed = weighed_features(report)
    held = Held(
        article=report.article,
        revision=report.revision,
        coder=report.coder,
        edition=report.edition,
        outlet=report.outlet,
        url=report.url,
        title=report.title,
        time=report.event_time,
        agencies=report.agencies,
        incomplete=report.incomplete,
        withdrawn=report.withdrawn,
        about=tuple(weighed),
        weights=tuple(weighed.values()),
        title_words=content_words(report.title),
        persons=(found := persons(report)),
        main_persons=frozenset(actor for actor, count in found.items() if count >= OFTEN),
        lands=lands(report.mentions),
        lead=lead(report.mentions),
        towns=towns(report),
        shingles=in_four_bytes(report.signature.shingles),
        length=report.signature.words,
        items=report.signature.items,
        sequence=sequence,
    )
    sentences: dict[Span, list[EventMention]] = {}
    for mention in report.mentions:
        sentences.setdefault(mention.sentence, []).append(mention)
    held.kept = tuple(telling(mention, held, sentences[mention.sentence]) for mention in report.mentions)
    return held


def weighed_features(report: Report) -> dict[str, float]:
    """What the article is about, as one list: its words, and its names with a mark before. Numbers and days tell less
    than the words beside them: with them, articles of one story are found less well."""
    signature = report.signature
    words, counts = map(itemgetter(0), signature.terms), map(itemgetter(1), signature.terms)
    found = dict(zip(words, map(weight, counts), strict=True))
    for name in signature.names:
        found["@" + name] = 1.0
    return found


def in_four_bytes(numbers: tuple[int, ...]) -> Sequence[int]:
    """Numbers of 32 bits in four bytes each; others as they are."""
    try:
        return array("I", numbers)
    except OverflowError:
        return numbers


@lru_cache(maxsize=1 << 10)
def weight(count: float) -> float:
    """One object for what many words share."""
    return 1 + log(max(1.0, count))


def persons(report: Report) -> dict[str, int]:
    """The persons of a known country, as of others the name may be a mere word, and in how many roles each is, TWICE
    at least. Whom words are only told to is in none."""
    found: dict[str, int] = {}
    for mention in report.mentions:
        met = () if mention.type is EventType.STATEMENT else mention.recipients
        for party in (*mention.actors, *met, *((mention.speaker,) if mention.speaker else ())):
            if party.kind is ActorKind.PERSON and not party.actor.startswith(UNPLACED) and not is_anybody(party.name):
                actor = intern(party.actor)
                found[actor] = found.get(actor, 0) + 1
    return {actor: count for actor, count in found.items() if count >= TWICE}


@lru_cache(maxsize=1 << 14)
def is_anybody(name: str) -> bool:
    """Whether it could be any of many: "spokesman of Chad"."""
    return name[:1].islower() and name.partition(" of ")[0].split()[-1] in words("anybody")


def telling(mention: EventMention, held: Held, siblings: Sequence[EventMention] = ()) -> Telling:
    """The mention as memory keeps it; `siblings` are the mentions of its sentence."""
    first = quote_start(mention)
    start, end = max(0, mention.trigger.start - first), max(0, mention.trigger.end - first)
    before, after = mention.quote[:start], mention.quote[end:]
    said = deed_word(before, mention.quote[start:end], after)
    words = content_words(f"{before} {after}")
    to_come, to_come_kinds = announced(mention, before, after, (tuple(sorted(stems(said))), kinds(said)))
    return Telling(
        id=mention.id,
        held=held,
        type=mention.type,
        mode=mention.mode,
        contexts=mention.contexts,
        quad=mention.quad,
        intensity=mention.intensity,
        cameo=mention.cameo,
        realis=mention.realis,
        actors=parties(mention.actors),
        recipients=parties(mention.recipients),
        date=mention.date,
        place=mention.place,
        speaker=parties((mention.speaker,))[0] if mention.speaker else None,
        quantities=mention.quantities,
        trigger=(mention.trigger.start, mention.trigger.end),
        sentence=(mention.sentence.start, mention.sentence.end),
        quote=mention.quote,
        confidence=mention.confidence,
        written=tuple(written(mention, first)),
        stem=stem(said),
        stems=stems(said),
        kinds=kinds(said),
        words=words,
        near=content_words(around(mention.quote, start, end)),
        content=content_words(own_part(mention, siblings, first)) or words,
        announced=to_come,
        announced_kinds=to_come_kinds,
    )


def parties(found: tuple[Party, ...]) -> tuple[Who, ...]:
    return tuple(who(p.actor, p.name, p.kind, p.country, p.sector) for p in found)


def around(quote: str, start: int, end: int) -> str:
    """The whole words within NEAR characters of the trigger."""
    before, after = quote[max(0, start - NEAR) : start], quote[end : end + NEAR]
    if start > NEAR:
        before = before.partition(" ")[2]
    if end + NEAR < len(quote):
        after = after.rpartition(" ")[0]
    return f"{before} {after}"


def quote_start(mention: EventMention) -> int:
    """Where the quote begins in the article."""
    sentence, trigger = mention.sentence, mention.trigger
    return quoted_from((sentence.start, sentence.end), (trigger.start, trigger.end), len(mention.quote))


def written(mention: EventMention, first: int) -> Iterator[tuple[str, str]]:
    """The persons in the mention's roles whose names stand in its quote, each as written there; `first` is where the
    quote begins."""
    for party in (*mention.actors, *mention.recipients):
        if party.kind is ActorKind.PERSON and party.span is not None and party.span.start >= first:
            name = mention.quote[party.span.start - first : party.span.end - first]
            if name[:1].isupper():
                yield party.actor, name
