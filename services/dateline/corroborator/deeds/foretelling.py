"""Whether one mention announces what another tells as done: "threatened to withdraw" and "withdrew" are deeds of two
types, told in like words all the same."""

from dateline.corroborator.features.rarity import word_set
from dateline.corroborator.reports.held import Telling
from dateline.corroborator.reports.names import SAME_BODY, best_likeness
from dateline.corroborator.words.announcing import TO_COME
from dateline_schemas import EventType, Realis


def is_fulfilled_by(plan: Telling, done: Telling) -> bool:
    """Whether what the first announces is what the second tells: by the same, to the same, not before it was said."""
    if not plan.announced or done.announced or done.realis is not Realis.ACTUAL or done.type is EventType.STATEMENT:
        return False
    if done.stem not in plan.announced and plan.announced_kinds.isdisjoint(done.kinds):
        return False
    return is_later(plan, done) and are_of_one(plan, done) and meets_all(plan, done)


def meets_all(plan: Telling, done: Telling) -> bool:
    """Whether who brings two states together, or agrees with both, has both of them there, and more is done than to
    agree once more."""
    if plan.type is not EventType.AGREE:
        return True
    asked = {party.country for party in plan.recipients if party.country}
    met = {party.country for party in (*done.actors, *done.recipients)}
    return done.type is not EventType.AGREE and (len(asked) < 2 or asked <= met)


def is_later(plan: Telling, done: Telling) -> bool:
    """Whether it was done on the day that was named for it or later; else, not before the day of the announcement."""
    day = stated_day(done) or done.held.time.date().isoformat()
    named = stated_day(plan) if plan.realis in TO_COME else ""
    said = plan.held.time.date().isoformat()
    return day >= (named or said)[: len(day)]


def stated_day(telling: Telling) -> str:
    return telling.stated_date.start if telling.stated_date is not None else ""


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
    if not (a.announced and b.announced) or a.held is b.held or Realis.FUTURE not in (a.realis, b.realis):
        return False
    if word_set(a.announced).isdisjoint(b.announced) and a.announced_kinds.isdisjoint(b.announced_kinds):
        return False
    return (best_likeness(a.actors, b.actors) or 0.0) >= SAME_BODY and are_of_one(a, b)


def only_one_announces(a: Telling, b: Telling) -> bool:
    """Whether one says what its doer is going to do, and the other that the same voice does something else by speaking:
    who plans a visit does not praise by it."""
    if EventType.STATEMENT in (a.type, b.type) or a.type is b.type:
        return False
    return bool(a.announced) != bool(b.announced)
