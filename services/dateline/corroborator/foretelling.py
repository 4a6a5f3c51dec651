"""Whether one mention announces what another tells as done: "threatened to withdraw" and "withdrew" are deeds of two
types, told in like words all the same."""

import re
from functools import lru_cache
from typing import Final

from dateline.corroborator.held import AT_HAND, Telling, quoted_from
from dateline.corroborator.names import SAME_BODY, best_likeness
from dateline.corroborator.rarity import word_set
from dateline.corroborator.wording import WORD, kinds, stem_of
from dateline.corroborator.wordlists import words
from dateline_schemas import EventType, Realis

ANNOUNCING: Final = frozenset({EventType.AGREE, EventType.THREATEN, EventType.STATEMENT})
"""Types of deeds that tell what their doer is going to do, where "to" and a verb follow: plans to, vowed to."""
TO_COME: Final = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})
TOLD_AHEAD: Final = Realis.FUTURE
TO_DO: Final = re.compile(r"(?:\W+\w+){0,3}?\W+to (\w+(?: \w+){0,4})")
"""What is announced, right behind the word for announcing it or at most three words on: "agreed on Monday to sign"."""

CALLED: Final = re.compile(
    r"\b(?:call|announc|plann?|schedul|threaten)(?:e?s|ed|ing)? (?:an?|their|its|new|further)(?: [\w-]+){0,2} $"
)
"""How a deed's noun is led in that is only announced: "called a general strike"."""


@lru_cache(maxsize=AT_HAND)
def foretold(telling: Telling) -> tuple[tuple[str, ...], frozenset[int]]:
    """The stems of the words for what the mention says that its doer will do, and the kinds of deed that they are words
    for; nothing where it announces none."""
    if telling.realis in TO_COME:
        return tuple(sorted(telling.stems)), telling.kinds
    if telling.realis is not Realis.ACTUAL:
        return (), frozenset()
    first = quoted_from(telling.sentence, telling.trigger, len(telling.quote))
    if CALLED.search(telling.quote, 0, max(0, telling.trigger[0] - first)):
        return tuple(sorted(telling.stems)), telling.kinds
    if telling.type not in ANNOUNCING:
        return (), frozenset()
    found = TO_DO.match(telling.quote, max(0, telling.trigger[1] - first))
    if found is None:
        return (), frozenset()
    said = [word.casefold() for word in WORD.findall(found[1])]
    telltale = [word for word in said if word not in words("stop_words")]
    return tuple(sorted({stem_of(word) for word in telltale})), kinds(" ".join(telltale[:2]))


def is_fulfilled_by(plan: Telling, done: Telling) -> bool:
    """Whether what the first announces is what the second tells: by the same, to the same, not before it was said."""
    stems, of_kinds = foretold(plan)
    if not stems or done.realis is not Realis.ACTUAL or foretold(done)[0]:
        return False
    if done.stem not in stems and of_kinds.isdisjoint(done.kinds):
        return False
    return is_later(plan, done) and are_of_one(plan, done)


def is_later(plan: Telling, done: Telling) -> bool:
    """Whether it was done on the day that was named for it or later; else, not before the day of the announcement."""
    day = stated_day(done) or done.held.time.date().isoformat()
    named = stated_day(plan) if plan.realis in TO_COME else ""
    said = plan.held.time.date().isoformat()
    return day >= (named or said)[: len(day)]


def stated_day(telling: Telling) -> str:
    return telling.date.start if telling.date is not None and telling.date.span is not None else ""


def are_of_one(plan: Telling, done: Telling) -> bool:
    """Whether the same do it, as far as is told, to nobody else; and something besides is told of both."""
    whom = best_likeness(plan.recipients, done.recipients)
    who = best_likeness(plan.actors, done.actors)
    if whom == 0 or (who is not None and who < SAME_BODY):
        return False
    shared = not word_set(plan.words).isdisjoint(done.words)
    return shared if who is not None else bool(whom)


def announce_one(a: Telling, b: Telling) -> bool:
    """Whether two articles announce one thing that somebody will do, one as his plan and the other as what is to come:
    "plan to go on strike", "will strike"."""
    if a.held is b.held or TOLD_AHEAD not in (a.realis, b.realis):
        return False
    ours, theirs = foretold(a), foretold(b)
    if set(ours[0]).isdisjoint(theirs[0]) and ours[1].isdisjoint(theirs[1]):
        return False
    return (best_likeness(a.actors, b.actors) or 0.0) >= SAME_BODY and are_of_one(a, b)


def only_one_announces(a: Telling, b: Telling) -> bool:
    """Whether one says what its doer is going to do, and the other that the same voice does something else by speaking:
    who plans a visit does not praise by it."""
    if EventType.STATEMENT in (a.type, b.type) or a.type is b.type:
        return False
    return bool(foretold(a)[0]) != bool(foretold(b)[0])
