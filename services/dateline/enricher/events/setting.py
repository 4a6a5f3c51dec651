"""What stands around a deed: its date, its place, its amounts, who says so, and what it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from dateline.enricher.dates import DateMention
from dateline.enricher.dates.clauses import clause_at, is_set_off, is_until, since_when, word_at
from dateline.enricher.document import Document
from dateline.enricher.events.hanging import NOUNS, RELATIVES
from dateline.enricher.events.lexicon import classes
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline.enricher.topics import lexicon
from dateline_schemas import Attribution, EventDate, Place, Quantity, Realis, Span

HISTORICAL_AFTER: Final = timedelta(days=60)
"""A deed so much older than the article is told as history."""


LEAVING: Final = frozenset("be have leave see report find".split())
"""Verbs that with a participle behind their noun tell the deed: "left nine wounded", "there were nine killed"."""
PAST: Final = frozenset("has have had was were 've ’ve 's".split())
"""Auxiliaries of what is told as done."""


class Scene:
    """One sentence, with all that was found in it."""

    def __init__(self, number: int, sentence: Sentence) -> None:
        self.number = number
        self.sentence = sentence
        self.span = Span(start=sentence.start, end=sentence.end)
        self.dates: list[EventDate] = []
        self.clauses: list[int] = []
        """Of each date the verb, or the root, that it hangs on."""
        self.times: list[int] = []
        """Of each date its first word."""
        self.undated: list[tuple[int, str]] = []
        """Of each time that is no date for us where it hangs, and why."""
        self.places: list[Place] = []
        self.quantities: list[Quantity] = []
        self.attributions: list[Attribution] = []
        self._contents: list[tuple[int, int, int, int]] | None = None
        self._contexts: tuple[str, ...] | None = None

    def contents(self) -> list[tuple[int, int, int, int]]:
        """Of each attribution its length, its number, and start and end of each piece; the shortest first, of several
        of one length the surest."""
        if self._contents is None:
            found = []
            for number, attribution in enumerate(self.attributions):
                pieces = [(span.start, span.end) for span in attribution.content]
                length = sum(end - start for start, end in pieces)
                found += [(length, number, start, end) for start, end in pieces]
            self._contents = sorted(found, key=lambda one: (one[0], -self.attributions[one[1]].confidence, one))
        return self._contents

    def contexts(self) -> tuple[str, ...]:
        """PLOVER's contexts that the sentence's words tell, the most often told first, at most four."""
        if self._contexts is None:
            counts: dict[str, int] = {}
            known = lexicon.contexts().words
            for lemma in filter(known.__contains__, self.sentence.lemmas):
                for context, points in known[lemma]:
                    counts[context] = counts.get(context, 0) + points
            self._contexts = tuple(sorted(counts, key=lambda context: (-counts[context], context))[:4])
        return self._contexts


def scenes_of(
    document: Document,
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
) -> list[Scene]:
    """The sentences in order, each with what lies in it; an attribution with every sentence that it reaches into."""
    scenes = [Scene(number, sentence) for number, sentence in enumerate(document.sentences)]
    starts = [sentence.start for sentence in document.sentences]

    def holding(start: int) -> Scene | None:
        return scenes[at - 1] if (at := bisect_right(starts, start)) else None

    for found in dates:
        event_date = found.event_date()
        scene = holding(found.span[0])
        if scene is None:
            continue
        time = word_at(scene.sentence, found.span[0])
        clause = clause_at(scene.sentence, time)
        lasting = since_when(scene.sentence, time, clause)
        if lasting is False or is_until(scene.sentence, time, clause):
            clause = time  # of no deed but one that hangs on it: "the worst flood since 2004, when"
        elif lasting and event_date is not None and document.published is not None:
            today = document.published.isoformat()
            event_date = event_date.model_copy(update={"end": max(event_date.start, today)})
        if event_date is not None:
            scene.dates.append(event_date)
            scene.clauses.append(clause)
            scene.times.append(time)
        elif found.reason:
            scene.undated.append((clause, found.reason))
    sent_from = dateline_of(document, places)
    if sent_from is not None:
        for scene in scenes:
            here = scene.sentence.words.index("here") if "here" in scene.sentence.words else ROOT
            if here != ROOT and is_here(scene.sentence, here):
                token = scene.sentence[here]
                scene.places.append(sent_from.model_copy(update={"span": Span(start=token.start, end=token.end)}))
    for place in places:
        if (scene := holding(place.span.start)) is not None:
            scene.places.append(place)
    for quantity in quantities:
        if (scene := holding(quantity.span.start)) is not None:
            scene.quantities.append(quantity)
    for attribution in attributions:
        reached: set[int] = set()
        for span in (*attribution.content, *([attribution.cue] if attribution.cue else [])):
            reached.update(range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)))
        for number in sorted(reached):
            scenes[number].attributions.append(attribution)
    return scenes


def dateline_of(document: Document, places: Sequence[Place]) -> Place | None:
    """Where the article is sent from."""
    if document.dateline is None:
        return None
    first = document.sentences[document.dateline]
    return next((place for place in places if first.start <= place.span.start < first.end), None)


def is_here(sentence: Sentence, here: int) -> bool:
    """Whether "here" is where something was done, and no word of an office: "the embassy here" stays out."""
    token = sentence[here]
    return token.deprel == "advmod" and token.head != ROOT and sentence[token.head].upos == "VERB"


def nearest(spans: Sequence[Span], at: int) -> int | None:
    """The index of the span that starts least far from `at`."""
    return min(range(len(spans)), key=lambda number: (abs(spans[number].start - at), number), default=None)


def date_of(scene: Scene, trigger: int, published: date | None, realis: Realis) -> tuple[EventDate | None, str]:
    """The date that the deed's own clause gives, else the article's for what is told as done; or the reason why
    there is none."""
    if scene.dates or scene.undated:
        over, above = clauses_over(scene.sentence, trigger)
        own: list[EventDate] = []
        aside: list[EventDate] = []
        others = False
        for found, clause, time in zip(scene.dates, scene.clauses, scene.times, strict=True):
            path = path_between(scene.sentence, time, clause)
            if trigger not in path and is_elsewhere(scene.sentence, trigger, path):
                continue
            if is_told_as_past(scene.sentence, trigger) and lies_ahead(found, published):
                continue  # "freed them ahead of the minister's visit next month"
            # A month or a year is wide enough for what comes before or after as well.
            own_clause = trigger in path or clause in over or tells_of(scene.sentence, clause, trigger)
            if own_clause or (clause in above and is_wide(found)):
                set_off = trigger not in path and any(is_set_off(scene.sentence, at) for at in path)
                (aside if set_off else own).append(found)
            others = others or clause in above
        candidates = own or aside
        number = nearest([found.span for found in candidates if found.span], scene.sentence[trigger].start)
        if number is not None:
            return candidates[number], ""
        reason = next((reason for clause, reason in scene.undated if clause in over or clause in above), "")
        if reason:
            return None, f"the time in its clause is no date: {reason}"
        if others:
            return None, "its clause has no date but stands before or after one that has"
    if published is None:
        return None, "its clause has no date and the article none"
    if realis in (Realis.FUTURE, Realis.HYPOTHETICAL):
        return None, "its clause has no date for what is still to come"
    if realis is Realis.HISTORICAL:
        return None, "its clause has no date for what is told as history"
    return published_on(published), ""


def path_between(sentence: Sentence, time: int, clause: int) -> list[int]:
    """The nouns by which the time hangs on the clause: "condemned the attack of Monday"."""
    found = []
    at = sentence[time].head
    while at not in (clause, ROOT) and sentence[at].upos in NOUNS:
        found.append(at)
        at = sentence[at].head
    return found


def is_elsewhere(sentence: Sentence, trigger: int, path: Sequence[int]) -> bool:
    """Whether a time hangs on what the verb only judges: "condemned the attack of Monday"."""
    return any(sentence[at].deprel == "obj" for at in path) and sentence.lemmas[trigger] in verbs("onlooking")


def tells_of(sentence: Sentence, clause: int, noun: int) -> bool:
    """Whether the clause says what the noun did: "the attack, which killed nine on Monday"."""
    if sentence[clause].deprel != "acl:relcl" or sentence[clause].head != noun:
        return False
    return any(sentence[child].xpos in RELATIVES for child in sentence.children_by(clause, "nsubj"))


def is_told_as_past(sentence: Sentence, trigger: int) -> bool:
    """Whether the deed is a verb in the past: "freed", "has freed", "was freed"."""
    if sentence[trigger].xpos == "VBN":
        return any(sentence.words[child] in PAST for child in sentence.children_by(trigger, "aux", "aux:pass"))
    return sentence[trigger].xpos == "VBD"


def lies_ahead(event_date: EventDate, published: date | None) -> bool:
    """Whether it lies after the article's day."""
    return published is not None and event_date.start > published.isoformat()[: len(event_date.start)]


def is_wide(event_date: EventDate) -> bool:
    """Whether it is no single day."""
    return event_date.end is not None or len(event_date.start) < len("2024-06-13")


@lru_cache(maxsize=64)
def published_on(day: date) -> EventDate:
    return EventDate(start=day.isoformat(), span=None, rule="dates:published")


def clauses_over(sentence: Sentence, trigger: int) -> tuple[set[int], set[int]]:
    """The verbs whose circumstances are the deed's too, its own and those that it goes on from, but not one that only
    says it; and those that only what comes before or after them hangs on, or what they are in memory of."""
    found = {trigger}
    others: set[int] = set()
    at = trigger
    while sentence[at].head != ROOT and sentence[at].deprel.partition(":")[0] not in ("ccomp", "parataxis"):
        apart = bool(others) or is_set_off(sentence, at) or is_told_of_someone(sentence, at)
        at = sentence[at].head
        (others if apart or sentence.lemmas[at] in verbs("remembering") else found).add(at)
    return found, others


def is_told_of_someone(sentence: Sentence, clause: int) -> bool:
    """Whether the clause only says which one is meant, and that of no happening: "met the girls whom the rebels freed",
    "the injured driver", "two brothers arrested in May", but not "a blast that killed nine"."""
    token = sentence[clause]
    if token.head == ROOT or sentence[token.head].upos not in NOUNS or sentence.lemmas[token.head] in happenings():
        return False
    if token.xpos == "VBN" and token.deprel in ("amod", "acl"):
        noun = sentence[token.head]
        return noun.deprel not in ("root", "parataxis") and sentence.lemmas[noun.head] not in LEAVING
    if token.deprel != "acl:relcl":
        return False
    opening = next((at for at in range(token.head + 1, clause) if sentence[at].xpos in RELATIVES), clause)
    return sentence.words[opening - 1] != "," or any(sentence.words[at] == "had" for at in range(opening, clause))


def was_long_ago(scene: Scene, trigger: int, published: date | None) -> bool:
    """Whether the clause only says which one is meant of whom something is told that lies long before the article."""
    if not scene.dates or not is_told_of_someone(scene.sentence, trigger):
        return False
    _, above = clauses_over(scene.sentence, trigger)
    dated = zip(scene.dates, scene.clauses, strict=True)
    return any(clause in above and is_historical(found, published) for found, clause in dated)


@cache
def happenings() -> frozenset[str]:
    """Nouns of what happens rather than is."""
    named = ("talks", "meeting", "agreement", "rally", "investigation", "disaster", "sanction", "fighting")
    return frozenset().union(*(classes()[name] for name in named), *(verbs(name) for name in ("striking", "harming")))


def is_historical(event_date: EventDate | None, published: date | None) -> bool:
    """Whether the day, or all of the month or year, lies long before the article."""
    if event_date is None or event_date.span is None or published is None:
        return False
    last = event_date.end or event_date.start
    padded = last[:10] + "-12-31"[len(last[:10]) - 4 :] if len(last) < 10 else last[:10]
    try:
        return date.fromisoformat(padded[:8] + ("28" if len(last) == 7 else padded[8:])) + HISTORICAL_AFTER < published
    except ValueError:
        return False


def attribution_of(scene: Scene, start: int, end: int) -> Attribution | None:
    """The innermost attribution whose content has the word at `start` up to `end`."""
    for _, number, first, last in scene.contents():
        if first <= start and end <= last:
            return scene.attributions[number]
    return None


def said_at(scene: Scene, start: int) -> Attribution | None:
    """The attribution whose cue has the word at `start`."""
    for attribution in scene.attributions:
        if attribution.cue and attribution.cue.start <= start < attribution.cue.end:
            return attribution
    return None
