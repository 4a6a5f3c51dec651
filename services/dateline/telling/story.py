"""A story as a person would tell it: what happened, who says so, what they disagree on, the outlets in order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap

from dateline.telling.phrases import verb
from dateline_schemas import Disagreement, DisagreementKind, Event, Life, LinkKind, Party, Realis, Story

WIDTH = 96
DEEDS_TOLD = 12
SPEAKERS_NAMED = 3
QUOTES = '“"„«'
LINKED = {
    LinkKind.PLANNED_AS: "as planned",
    LinkKind.FULFILLED_AS: "it came about",
    LinkKind.DENIED_BY: "but denied",
    LinkKind.DENIES: "which denies",
}


def tell(story: Story, events: Sequence[Event]) -> list[str]:
    """The story's lines; `events` are its live events."""
    lines = [story.title, "=" * min(WIDTH, len(story.title))]
    if story.life is Life.ENDED:
        return [*lines, _ending(story)]
    lines += _opening(story)
    ranks = {event: rank for rank, event in enumerate(story.events)}
    deeds = sorted(events, key=lambda event: (ranks.get(event.id, len(ranks)), event.id))
    if deeds:
        lines += ["", "What happened"]
        quoted = ""
        for event in sorted(deeds[:DEEDS_TOLD], key=_in_time):
            quote = event.mentions[0].quote if event.mentions else ""
            lines += [*_deed(event, quote if quote != quoted else ""), *_linked(event, deeds)]
            quoted = quote
        if len(deeds) > DEEDS_TOLD:
            lines.append(f"  … and {len(deeds) - DEEDS_TOLD} more: dateline subscribe events --where story={story.id}")
    # Several deeds of one sentence carry the same amounts: what they disagree on is told once.
    disputed: dict[tuple[object, ...], tuple[Event, Disagreement]] = {}
    for event in deeds:
        for each in event.disagreements:
            sides = tuple((side.value, side.outlets, side.quotes[:1]) for side in each.sides)
            disputed.setdefault((each.kind, each.about, sides), (event, each))
    if disputed:
        lines += ["", "What they disagree on"]
        days = {mention.mention: mention.time.date() for event in events for mention in event.mentions}
        for event, each in disputed.values():
            lines += _disagreement(event, each, days)
    lines += ["", "The outlets in order", *_outlets(story)]
    return lines


def _opening(story: Story) -> Iterator[str]:
    first, last = story.first.date(), story.last.date()
    when = f"{first}" if first == last else f"{first} to {last}"
    outlets = f"{story.outlet_count} outlet{'' if story.outlet_count == 1 else 's'}"
    independent = f", {story.independent_count} independent" if story.independent_count < story.outlet_count else ""
    articles = f"{story.article_count} article{'' if story.article_count == 1 else 's'}"
    yield f"{when}; {outlets}{independent}, {articles}; story {story.id}, revision {story.revision}"


def _ending(story: Story) -> str:
    """What became of a story that is no more."""
    if not story.heirs:
        return f"ended: it has no article any more; story {story.id}, revision {story.revision}"
    heirs = " and ".join(f"dateline story {heir}" for heir in story.heirs)
    return f"ended: its articles are told in {heirs}; story {story.id}, revision {story.revision}"


def quoted(sentence: str) -> str:
    """The sentence between quotation marks, where it does not open with one."""
    return sentence if sentence[:1] in QUOTES else f"“{sentence}”"


def _deed(event: Event, quote: str) -> Iterator[str]:
    earlier = "earlier: " if event.realis is Realis.HISTORICAL else ""
    code = f"{event.type}{f'/{event.mode}' if event.mode else ''}"
    yield f"  {when(event)}  {earlier}{_said(event)}  [{code}]"
    for line in wrap(quoted(quote), WIDTH - 14) if quote else ():
        yield f"{'':14}{line}"
    if event.outlet_count == 1:
        outlets = event.outlets[0]
    elif event.independent_count < event.outlet_count:
        outlets = f"{event.outlet_count} outlets, {event.independent_count} independent"
    else:
        outlets = f"{event.outlet_count} outlets independently"
    says = f"says {_names(event.speakers[:SPEAKERS_NAMED])}; " if event.speakers else ""
    yield f"{'':14}{says}{outlets}; confidence {event.confidence:.2f}"


def _linked(event: Event, deeds: Sequence[Event]) -> Iterator[str]:
    """What was planned of it, what came of it, who denies it."""
    others = {other.id: other for other in deeds}
    for link in event.links:
        if link.event in others:
            other = others[link.event]
            yield f"{'':14}{LINKED[link.kind]}: {when(other)}  {_said(other)}"


def _disagreement(event: Event, dispute: Disagreement, days: Mapping[str, date]) -> Iterator[str]:
    """Its sides; where they were not all told on one day, from which day on each was: a toll may have risen."""
    if dispute.kind is DisagreementKind.WHETHER:
        yield f"  whether {_said(event.model_copy(update={'realis': Realis.ACTUAL}))}"
    else:
        yield f"  {dispute.about}, where {_said(event)}"
    since = [min((days[one] for one in side.mentions if one in days), default=None) for side in dispute.sides]
    for side, day in zip(dispute.sides, since, strict=True):
        on = f" (told {day})" if None not in since and len(set(since)) > 1 else ""
        yield f"    {side.value}{on}: {', '.join(side.outlets)}"
        for quote in side.quotes[:1]:
            for line in wrap(quoted(quote), WIDTH - 8):
                yield f"{'':8}{line}"


def _outlets(story: Story) -> Iterator[str]:
    titles = {entry.article: entry.outlet for entry in story.articles}
    for entry in story.articles:
        copied = f"  (copies {titles.get(entry.copy_of, 'an earlier text')})" if entry.copy_of else ""
        yield f"  {entry.time:%Y-%m-%d %H:%M}  {entry.outlet}: {entry.title}{copied}"
        yield from (f"{'':20}{said}" for said in entry.incomplete)
    if story.article_count > len(story.articles):
        yield f"  … {story.article_count - len(story.articles)} more between them"


def _said(event: Event) -> str:
    """Who did what to whom."""
    to_whom = f" {_names(event.recipients)}" if event.recipients else ""
    return f"{_names(event.actors)} {verb(event)}{to_whom}"


def _names(parties: Sequence[Party]) -> str:
    return (
        ", ".join(party.name + (f" ({party.country})" if party.country else "") for party in parties)
        or "someone unnamed"
    )


def _in_time(event: Event) -> tuple[str, str, int, str]:
    """Of one day the deeds as they were reported, of one report as it tells them."""
    first = event.mentions[0].trigger.start if event.mentions else 0
    return _day(event), event.first_report.isoformat(), first, event.id


def _day(event: Event) -> str:
    return event.date.start if event.date else str(event.first_report.date())


def when(event: Event) -> str:
    """The day of the event; of one without a date when it was reported, said to be that."""
    return event.date.start if event.date else f"reported {event.first_report.date()}"
