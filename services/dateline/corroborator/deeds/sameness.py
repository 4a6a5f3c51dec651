"""How likely it is that two mentions tell the same deed."""

from collections.abc import Callable
from functools import cache
from math import exp
from operator import mul
from typing import Final, NamedTuple

from dateline.corroborator.deeds.codes import are_of_one_code, are_of_one_word, is_alone
from dateline.corroborator.deeds.foretelling import announce_one, is_fulfilled_by, only_one_announces
from dateline.corroborator.deeds.occasions import is_occasion, one_occasion
from dateline.corroborator.deeds.speech import are_sayings, is_quoted, one_saying, says_more
from dateline.corroborator.features.rarity import Rarity, word_set
from dateline.corroborator.reports.camps import are_in_two_camps, are_on_two_sides
from dateline.corroborator.reports.held import Telling, Who
from dateline.corroborator.reports.names import SAME_BODY, are_strangers, best_likeness, shared_parties, spelled
from dateline.corroborator.reports.tolls import have_two_tolls
from dateline.corroborator.words.meaning import nearness
from dateline.corroborator.words.overlap import Weights
from dateline.corroborator.words.wording import stems_of
from dateline.corroborator.words.wordlists import rows
from dateline_schemas import EventType, Quad, QuantityKind, Realis

TOLD: Final = {
    Realis.ACTUAL: "told",
    Realis.HISTORICAL: "told",
    Realis.FUTURE: "planned",
    Realis.HYPOTHETICAL: "planned",
    Realis.NEGATED: "denied",
}
"""Deeds of one group can be one; across groups they are linked."""
SIGNS: Final = (
    "one_stem",
    "one_kind",
    "meaning",
    "phrase",
    "one_stem_phrase",
    "beside",
    "wording",
    "near",
    "one_stem_wording",
    "one_stem_near",
    "one_kind_near",
    "saying",
    "saying_near",
    "coded",
    "coded_one_stem",
    "coded_wording",
    "coded_one_article",
    "one_type",
    "one_code",
    "one_code_near",
    "one_code_who",
    "one_code_alone",
    "other_quad",
    "who",
    "who_not",
    "whom",
    "whom_not",
    "day",
    "day_not",
    "place",
    "place_not",
    "one_article",
    "one_sentence",
)
"""The names of what speaks for and against one deed."""
OF_ONE_SORT: Final = frozenset(
    name for name in SIGNS if any(part in name for part in ("one_stem", "one_kind", "one_code", "saying"))
)
"""Those that there are only where the words for the deeds are of one stem or kind, or the deeds of one code."""
ANNOUNCED: Final = 0.8
"""How likely two announcements of one thing by one actor are one deed, whatever the words for announcing it."""
MEASURES: Final = frozenset({EventType.SANCTION, EventType.COERCE, EventType.AID, EventType.MOBILIZE})
"""Types of deeds that states do openly: two that take the same measure do two deeds. Of an attack it may be in dispute
whose it was."""
BY_EITHER_SIDE: Final = MEASURES | {EventType.RETREAT}
"""And those that both sides of a war do: each lets its own prisoners go."""
SPOKEN: Final = frozenset(
    {EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN, EventType.STATEMENT}
)
"""Types of deeds that are done by saying something: nobody disputes whose they are, and each does his own."""
HARMING: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
MUTUAL: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def together(a: Telling, b: Telling) -> bool:
    """Whether the realis of both lets them be one deed. Of what somebody is quoted with, the tense tells little ("we
    will stand by them", "she said we stand by them"), unless a day is named for what is to come."""
    one, other = TOLD[a.realis], TOLD[b.realis]
    if one == other or announce_one(a, b):
        return not (is_long_past(a, b) or is_long_past(b, a))
    dated = any(m.stated_date for m in (a, b) if TOLD[m.realis] == "planned")
    return "denied" not in (one, other) and not dated and is_quoted(a) and is_quoted(b)


def is_long_past(a: Telling, b: Telling) -> bool:
    """Whether the first is dated as history, and the second is told as news, of another day if it states one: of an
    anniversary the old deed is not the new one."""
    past = a.stated_date
    if a.realis is not Realis.HISTORICAL or b.realis is not Realis.ACTUAL or past is None:
        return False
    if b.stated_date is not None:
        return times(a, b) < 0
    return b.held.time.isoformat() > (past.end or past.start)


def of_a_kind(a: Telling, b: Telling) -> bool:
    """Whether both are meetings, or both sayings, which can be told apart by what is told of them."""
    return (is_occasion(a) and is_occasion(b)) or are_sayings(a, b)


def likelihood(a: Telling, b: Telling, rarity: Rarity, weights: Weights | None = None) -> float:
    """From 0 to 1: how likely it is that both tell one deed; `weights` is how telling words are in their story."""
    if are_elsewhere(a, b) or is_fulfilled_by(a, b) or is_fulfilled_by(b, a):
        return 0.0
    if announce_one(a, b) and times(a, b) >= 0:
        return ANNOUNCED
    if is_occasion(a) and is_occasion(b):
        return share(one_occasion(a, b, rarity if weights is None else weights) + times(a, b) + places(a, b))
    if are_sayings(a, b):
        if a.realis is b.realis and only_one_announces(a, b):
            return 0.0
        return share(one_saying(a, b, rarity if weights is None else weights) + times(a, b))
    odds = log_odds()
    return share(odds.constant + sum(map(mul, odds.each, signs(a, b, rarity))))


def at_most(a: Telling, b: Telling) -> float:
    """What the likelihood cannot exceed, by what is quickly looked up: most mentions of a story tell other deeds."""
    if are_of_one_word(a, b) or are_of_one_code(a, b) or of_a_kind(a, b) or announce_one(a, b):
        return 1.0
    odds = log_odds()
    found = odds.unseen + odds.meaning * nearness(a.stem, b.stem)
    if not a.stems.isdisjoint(b.stems):
        found += odds.phrase
    if not word_set(a.near).isdisjoint(b.near):
        found += odds.near
    if a.type is b.type:
        found += odds.one_type
    elif a.quad is not b.quad and a.confidence > 0 and b.confidence > 0:
        found += odds.other_quad
    return share(found)


def share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


class LogOdds(NamedTuple):
    """What holds without any sign, and what each of SIGNS speaks for one deed, or against it."""

    constant: float
    each: tuple[float, ...]
    unseen: float
    """What holds at most without the signs that follow, where the words for the deeds are not of one stem or kind."""
    meaning: float
    phrase: float
    near: float
    one_type: float
    other_quad: float


@cache
def log_odds() -> LogOdds:
    found = {name: float(weight) for name, weight in rows("sameness")}
    return log_odds_of(found["constant"], tuple(found[name] for name in SIGNS))


def log_odds_of(constant: float, each: tuple[float, ...]) -> LogOdds:
    weights = dict(zip(SIGNS, each, strict=True))
    most = {name: max(0.0, weight) for name, weight in weights.items() if name not in OF_ONE_SORT}
    seen = {name: most.pop(name) for name in ("meaning", "phrase", "near", "one_type")}
    return LogOdds(constant, each, constant + sum(most.values()), **seen, other_quad=min(0.0, weights["other_quad"]))


def signs(a: Telling, b: Telling, rarity: Rarity) -> tuple[float, ...]:
    """What speaks for and against one deed, in the order of SIGNS: 1 or 0, or a share."""
    coded = a.confidence > 0 and b.confidence > 0
    one_stem = a.stem == b.stem
    one_kind = not one_stem and not a.kinds.isdisjoint(b.kinds)
    one_code = not (one_stem or one_kind) and are_of_one_code(a, b)
    saying = (one_stem or one_kind) and not (says_more(a) or says_more(b))
    both = len(a.stems & b.stems)
    phrase = both / (len(a.stems) + len(b.stems) - both)
    wording = rarity.overlap(a.words, b.words)
    near = rarity.overlap(a.near, b.near) if wording else 0.0
    mutual = coded and (a.type in MUTUAL or b.type in MUTUAL)
    if mutual:
        who = whom = shared_parties(a.actors + a.recipients, b.actors + b.recipients)
    else:
        who, whom = best_likeness(a.actors, b.actors), best_likeness(a.recipients, b.recipients)
    day, place = times(a, b), places(a, b)
    return (
        one_stem,
        one_kind,
        nearness(a.stem, b.stem) if not one_stem else 0.0,
        phrase if not one_stem else 0.0,
        one_stem * phrase,
        not one_stem and stand_beside(a, b),
        wording,
        near,
        one_stem * wording,
        one_stem * near,
        one_kind * near,
        saying,
        saying * near,
        coded,
        one_stem * coded,
        wording * coded,
        coded and a.held is b.held,
        coded and a.type is b.type,
        one_code,
        one_code * near,
        one_code and ((who or 0.0) >= 0.5 or (whom or 0.0) >= 0.5),
        one_code and a.held is not b.held and is_alone(a) and is_alone(b),
        coded and a.quad is not b.quad,
        who or 0.0,
        who == 0,
        whom or 0.0,
        whom == 0,
        day > 0,
        day < 0,
        place > 0,
        place < 0,
        a.held is b.held,
        a.held is b.held and a.sentence == b.sentence,
    )


def are_elsewhere(a: Telling, b: Telling) -> bool:
    """Whether two of three are stated otherwise: whose country does it, in which place, on which day; or the place and
    a count; or those who do it to whom it is done; or which country takes a measure. Outlets that disagree on one deed
    do so on one of them; an article does not with itself."""
    if meet_two_camps(a, b) or are_done_to_strangers(a, b):
        return True
    if a.held is b.held:
        return have_two_tolls(a, b)
    if are_returned(a, b):
        return True
    if a.type is b.type and a.type in MEASURES and are_of_others(a, b):
        return True
    if a.type is b.type and a.type in BY_EITHER_SIDE and are_done_by_two_sides(a, b):
        return True
    if say_for_themselves(a, b) or have_other_partners(a, b):
        return True
    far = are_far(a, b)
    found = (times(a, b) < 0) + far
    return found == 2 or (found == 1 and are_of_others(a, b)) or (far and count_otherwise(a, b))


def say_for_themselves(a: Telling, b: Telling) -> bool:
    """Whether strangers say it, each for his own side: two governments that condemn one attack, a party that does."""
    if a.type not in SPOKEN or b.type not in SPOKEN or a.confidence <= 0 or b.confidence <= 0:
        return False
    alike = best_likeness(a.actors, b.actors)
    return alike is not None and alike < SAME_BODY


def have_other_partners(a: Telling, b: Telling) -> bool:
    """Whether each is done by two states together, and not by the same two: an accord with each of two neighbours."""
    if not (a.quad is b.quad is Quad.VERBAL_COOPERATION):
        return False
    ours, theirs = countries(a.actors), countries(b.actors)
    return len(ours) == len(theirs) == 2 and ours != theirs


def count_otherwise(a: Telling, b: Telling) -> bool:
    """Whether both count the same things in their sentences, and other numbers of them."""
    ours, theirs = ({q.unit: q.value for q in one.quantities if q.kind is QuantityKind.COUNT} for one in (a, b))
    return any(unit in theirs and theirs[unit] != value for unit, value in ours.items())


def are_far(a: Telling, b: Telling) -> bool:
    """Whether both are stated to be in a town or region, and not in the same; in which country tells too little."""
    if a.place is None or b.place is None or a.place.name == b.place.name:
        return False
    return not a.place.rule.endswith("country") and not b.place.rule.endswith("country")


def are_of_others(a: Telling, b: Telling) -> bool:
    """Whether those who do it are of known countries, none of one that has part in the other."""
    ours, theirs = countries(a.actors), countries(b.actors)
    if not (ours and theirs and ours.isdisjoint(theirs)):
        return False
    return ours.isdisjoint(countries(b.recipients)) and theirs.isdisjoint(countries(a.recipients))


def are_done_by_two_sides(a: Telling, b: Telling) -> bool:
    """Whether a state and its own do the one, and those who act against it the other."""
    return is_true_of_all(are_on_two_sides, a.actors, b.actors)


def are_returned(a: Telling, b: Telling) -> bool:
    """Whether each is done by those to whom the other is done: an expulsion, and the one that answers it."""
    if a.type in MUTUAL or b.type in MUTUAL or a.confidence <= 0 or b.confidence <= 0:
        return False
    doing, suffering = countries(a.actors), countries(a.recipients)
    if not doing or not suffering or not doing.isdisjoint(suffering):
        return False
    return doing == countries(b.recipients) and suffering == countries(b.actors)


def meet_two_camps(a: Telling, b: Telling) -> bool:
    """Whether one meets a state's own and the other those who act against it: "killed three soldiers", "killed a dozen
    rebels"."""
    if a.type not in HARMING or b.type not in HARMING or a.confidence <= 0 or b.confidence <= 0:
        return False
    return is_true_of_all(are_in_two_camps, a.recipients, b.recipients)


def are_done_to_strangers(a: Telling, b: Telling) -> bool:
    """Whether each is done to somebody by name of whom the other's sentence says nothing: one court jails two people on
    a day. Of those whom an attack met, one report names these and another those."""
    if a.type in MUTUAL or b.type in MUTUAL or EventType.ASSAULT in (a.type, b.type):
        return False
    if a.confidence <= 0 or b.confidence <= 0 or not is_true_of_all(are_strangers, a.recipients, b.recipients):
        return False
    return not (names_any(a, b.recipients) or names_any(b, a.recipients))


def is_true_of_all(test: Callable[[Who, Who], bool], some: tuple[Who, ...], others: tuple[Who, ...]) -> bool:
    """Whether the test holds for each pair of the two groups, neither of which is empty."""
    return bool(some and others) and all(test(one, other) for one in some for other in others)


def names_any(telling: Telling, parties: tuple[Who, ...]) -> bool:
    """Whether the sentence has a word of one of their names."""
    said = spelled(telling.quote)
    return any(word in said for who in parties for word in spelled(who.name))


def countries(side: tuple[Who, ...]) -> set[str]:
    return {who.country for who in side if who.country}


def stand_beside(a: Telling, b: Telling) -> bool:
    """Whether the sentence of one has the word of the other too: who says "killed in the shooting" tells two deeds."""
    return a.stem in stems_of(b.words) or b.stem in stems_of(a.words)


def times(a: Telling, b: Telling) -> float:
    """What the stated days say, where both state one."""
    ours, theirs = a.stated_date, b.stated_date
    if ours is None or theirs is None:
        return 0.0
    first, second = ours.start, theirs.start
    length = min(len(first), len(second))
    if first[:length] == second[:length]:
        return 0.4
    inside = first <= second <= (ours.end or first) or second <= first <= (theirs.end or second)
    return 0.2 if inside else -1.5


def places(a: Telling, b: Telling) -> float:
    """What the stated places say, where both state one."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place.name == b.place.name:
        return 0.3
    return -0.3 if a.place.country == b.place.country else -1.0
