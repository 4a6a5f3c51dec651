"""One article's report as memory keeps it: small, and with what comparing needs worked out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from dateline.corroborator.reports.feature import Feature
from dateline.corroborator.reports.heirs import NOBODY, Named
from dateline.corroborator.reports.resting import packed, unpacked
from dateline_schemas import EventDate, EventType, Party, Place, Quad, Quantity, Realis, Span

AT_HAND: Final = 1 << 12
"""Mentions and articles of which is kept what was made of them: more than the stories have that a batch changes."""


class Who(NamedTuple):
    """An actor in a role, wherever an article says it."""

    actor: str
    name: str
    kind: str
    country: str | None
    sector: str | None


@lru_cache(maxsize=1 << 16)
def who(actor: str, name: str, kind: str, country: str | None, sector: str | None) -> Who:
    """One object for what many mentions share."""
    return Who(actor, name, kind, country, sector)


@dataclass(slots=True, eq=False)
class Telling:
    """One mention of a deed: what an event is made of."""

    id: str
    held: "Held"
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    quad: Quad
    intensity: float
    cameo: str | None
    realis: Realis
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    date: EventDate | None
    place: Place | None
    speaker: Who | None
    quantities: tuple[Quantity, ...]
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    quote: str
    confidence: float
    written: tuple[tuple[str, str], ...]
    """The actors that the sentence names, each as written there."""
    stem: str
    stems: frozenset[str]
    """Those of all telling words of the trigger."""
    kinds: frozenset[int]
    """The kinds of deed that the trigger's words are words for."""
    words: tuple[str, ...]
    """The telling words of the sentence, the trigger's left out, in the order of the alphabet."""
    near: tuple[str, ...]
    """Of these, those within NEAR characters of the trigger."""
    content: tuple[str, ...]
    """The telling words of the sentence's part that is the mention's own."""
    announced: tuple[str, ...]
    """The stems of the words for what its doer is going to do, if it tells that."""
    announced_kinds: frozenset[int]
    """The kinds of deed that those are words for."""
    event: str = ""

    @property
    def key(self) -> tuple[datetime, str, int, str]:
        """The order of an event's mentions."""
        return self.held.time, self.held.article, self.trigger[0], self.id

    @property
    def stated_date(self) -> EventDate | None:
        """The date, where the article's words say when; not the day on which it appeared."""
        return self.date if self.date is not None and self.date.span is not None else None

    @property
    def quoted_from(self) -> int:
        """Where its quote begins in the article's text."""
        return quoted_from(self.sentence, self.trigger, len(self.quote))


def in_place(packed: tuple[Any, ...], held: "Held", event: str) -> list[Any]:
    """All values of a mention in their order, from those that were packed."""
    return [packed[0], held, *packed[1:], event]


PACKED: Final = tuple(field.name for field in fields(Telling) if field.name not in ("held", "event"))


@dataclass(slots=True, eq=False)
class Held:
    """A report in memory; `sequence` is its place in the order in which the partition's reports were taken up."""

    article: str
    revision: int
    coder: str
    edition: str
    outlet: str
    url: str | None
    title: str
    time: datetime
    agencies: tuple[str, ...]
    incomplete: tuple[str, ...]
    withdrawn: bool
    about: tuple[str, ...]
    """What the article is about, until it is counted."""
    weights: tuple[float, ...]
    """Of each of these, a weight that grows slowly with how often it stands there."""
    title_words: tuple[str, ...]
    persons: dict[str, int]
    """How often each known person acts, is acted on or speaks."""
    main_persons: frozenset[str]
    """Those who do so most."""
    lands: frozenset[str]
    """The countries that it tells of: where it happens, and of whom."""
    lead: frozenset[str]
    """Those that it tells of first."""
    towns: frozenset[str]
    """The towns and regions where people are harmed, as far as it tells."""
    shingles: Sequence[int]
    length: int
    items: int
    """How many items a round-up has; 0 where the article is none."""
    sequence: int
    features: tuple[Feature, ...] = ()
    """What the article is about, since it is counted."""
    kept: tuple[Telling, ...] | bytes = ()
    """The mentions; as bytes while the article rests."""
    events: tuple[str, ...] = ()
    """The events of the mentions while the article rests."""
    story: str = ""
    text: str = ""
    """The label of the text that this one is, or copies: made from the first article that had it."""
    nearest: int = 0
    """How like the likeliest article of its story it was when it joined, in thousandths."""
    voice: str = ""
    """For whom the report counts: the agency it gives, the outlet whose text it copies, or its own outlet."""
    heirs: Named = field(default_factory=lambda: NOBODY)

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The mentions; of an article that rests a copy, to be read only."""
        if isinstance(self.kept, bytes):
            found = zip(unpacked(self.kept), self.events, strict=True)
            return tuple(Telling(*in_place(values, self, event)) for values, event in found)
        return self.kept

    def rest(self) -> None:
        """Keeps the mentions as bytes."""
        if not isinstance(self.kept, bytes):
            self.events = tuple(telling.event for telling in self.kept)
            self.kept = packed(self.kept, PACKED) if self.kept else ()

    def wake(self) -> None:
        self.kept, self.events = self.tellings, ()

    @property
    def told(self) -> tuple[str, ...]:
        """The events of the mentions."""
        return self.events if isinstance(self.kept, bytes) else tuple(telling.event for telling in self.kept)

    @property
    def copy_of(self) -> str | None:
        """The article whose text this one copies: the first of the copies to arrive."""
        origin = self.text.rpartition("#")[0]
        return origin if origin and origin != self.article else None

    @property
    def version(self) -> tuple[int, str]:
        """Of two reports of an article, the one with the greater version replaces the other."""
        return self.revision, self.coder

    @property
    def key(self) -> tuple[datetime, str]:
        """The order of a story's articles."""
        return self.time, self.article


def quoted_from(sentence: tuple[int, int], trigger: tuple[int, int], length: int) -> int:
    """Where a quote of that length begins: of a long sentence it is the part around the trigger."""
    middle = (trigger[0] + trigger[1]) // 2
    return max(sentence[0], min(middle - length // 2, sentence[1] - length))


def span(ends: tuple[int, int]) -> Span:
    return Span.of_checked(start=ends[0], end=ends[1])


@lru_cache(maxsize=1 << 14)
def party(found: Who) -> Party:
    """The contract's form, without a span: it stands for many articles."""
    return Party.of_checked(**found._asdict(), span=None)
