"""Whether two mentions tell that somebody said the same: who speaks and what of decides, not whether it is told by
"said" or by "stressed"."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import sqrt
from typing import Final

from dateline.corroborator.deeds.codes import are_of_one_code, are_of_one_word
from dateline.corroborator.reports.held import AT_HAND, Telling, Who
from dateline.corroborator.reports.names import best_likeness, is_among, is_description
from dateline.corroborator.words.overlap import Weights, in_common
from dateline.corroborator.words.wording import kinds as deed_kinds
from dateline.corroborator.words.wordlists import words
from dateline_schemas import EventType, Quad

SPOKEN: Final = frozenset(
    {
        EventType.STATEMENT,
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
"""Types of deeds that are done by saying something."""
IN_COURT: Final = frozenset({"115", "116"})
"""CAMEO's codes: to sue or charge, to find guilty. Done once and told often, whoever tells it."""
JUDGING: Final = frozenset({EventType.ACCUSE, EventType.SUPPORT})
OPINIONS: Final = JUDGING | {EventType.REJECT}
BASE: Final = -4.0
CONTENT, SOME_CONTENT = 4.0, 4.0
"""What the words in common weigh, and the square root of their share: that there are any tells most."""
NOTHING: Final = -1.2
"""Where they have no word in common: one voice may ask, praise or promise many things."""
ALONE: Final = 1.0
"""What it weighs instead that each is all that its article tells of that kind by that voice: it condemned once."""
ONE_VOICE, OTHER_VOICE, UNLIKE_VOICE = 1.4, -2.5, -1.0
"""Where both are known, and not one; and where of one only is told what it is, which is not what the other is."""
ONE_TYPE, ONE_DEED = 0.9, 0.8
OTHER_QUAD: Final = -1.5
WHOM, WHOM_NOT = 0.3, -0.5
ONE_WORD: Final = 1.5
ONE_ARTICLE: Final = -3.0
"""An outlet seldom tells the same saying twice."""
INTRODUCED: Final = 1.0
"""But a saying and the deed that it does are told in one sentence: "she said they would build it"."""


def is_spoken(telling: Telling) -> bool:
    return telling.type in SPOKEN and telling.confidence > 0 and telling.cameo not in IN_COURT


def are_sayings(a: Telling, b: Telling) -> bool:
    """Whether both tell that something was said, in one way, or it is known who said it."""
    return is_spoken(a) and is_spoken(b) and (a.type is b.type or bool(speakers(a) and speakers(b)))


def is_quoted(telling: Telling) -> bool:
    """Whether it is told as somebody's words: said outright, or done by saying it, as quoted."""
    if not is_spoken(telling):
        return False
    return telling.type is EventType.STATEMENT or telling.speaker is not None


def one_saying(a: Telling, b: Telling, weights: Weights) -> float:
    """What the voices and the words say for one saying, in log-odds."""
    common = in_common(a.content, b.content, weights)
    if common:
        content = CONTENT * common + SOME_CONTENT * sqrt(common)
    else:
        content = 0.0 if is_left_open(a, b) else NOTHING
    found = BASE + (max(content, ALONE) if are_alone(a, b) else content)
    found += voices(a, b) + kinds(a, b)
    if a.held is b.held:
        found += INTRODUCED if introduces(a, b) or introduces(b, a) else ONE_ARTICLE
    return found


def is_left_open(a: Telling, b: Telling) -> bool:
    """Whether two sayings of a type may be of the same though they have no word in common: where one only points back,
    or both praise or condemn a deed by nouns that may be of one kind: "the attack", "the strike"."""
    if a.type is not b.type or a.type is EventType.STATEMENT:
        return False
    if points_back(a) or points_back(b):
        return True
    return a.type in JUDGING and not deeds_in(a.content).isdisjoint(deeds_in(b.content))


def are_alone(a: Telling, b: Telling) -> bool:
    """Whether each is the one judgement of its kind that its article tells of one and the same voice, and nothing that
    is told of what or whom they judge keeps them apart."""
    if a.held is b.held or a.type not in OPINIONS or a.cameo != b.cameo or a.realis is not b.realis:
        return False
    if best_likeness(speakers(a), speakers(b)) in (None, 0.0) or best_likeness(addressed(a), addressed(b)) == 0:
        return False
    ours, theirs = deeds_judged(a.content), deeds_judged(b.content)
    return not (ours and theirs and ours.isdisjoint(theirs)) and is_only_one(a) and is_only_one(b)


@lru_cache(maxsize=AT_HAND)
def is_only_one(telling: Telling) -> bool:
    """Whether its article tells of no other judgement of the kind by a voice that may be the same."""
    voice = speakers(telling)
    return not any(
        other.cameo == telling.cameo and other.id != telling.id and best_likeness(voice, speakers(other)) != 0
        for other in telling.held.tellings
    )


@lru_cache(maxsize=AT_HAND)
def deeds_in(content: tuple[str, ...]) -> frozenset[int]:
    """The kinds of deed that the words may be words for."""
    return frozenset().union(*map(deed_kinds, content))


@lru_cache(maxsize=AT_HAND)
def deeds_judged(content: tuple[str, ...]) -> frozenset[int]:
    """The kinds of deed that the words are words for which do not only stand for what was told before."""
    return deeds_in(tuple(word for word in content if word not in words("shell_nouns")))


@lru_cache(maxsize=AT_HAND)
def points_back(telling: Telling) -> bool:
    """Whether it is not said again of what: who condemns "the decision", or it."""
    return words("shell_nouns").issuperset(telling.content)


def introduces(a: Telling, b: Telling) -> bool:
    """Whether the second is what the first says is promised, asked, praised in its sentence."""
    if a.sentence != b.sentence or a.type is not EventType.STATEMENT or b.type is EventType.STATEMENT:
        return False
    return b.speaker is not None and is_among(b.speaker, a.actors)


def voices(a: Telling, b: Telling) -> float:
    """What it tells who speaks."""
    ours, theirs = speakers(a), speakers(b)
    if a.type is not EventType.STATEMENT and not (ours and theirs):
        return described_voices(ours or a.actors, theirs or b.actors)
    alike = best_likeness(ours, theirs)
    if alike is None or (not alike and may_be_one(ours, theirs)):
        return 0.0
    return ONE_VOICE * alike if alike else OTHER_VOICE


def described_voices(some: Sequence[Who], others: Sequence[Who]) -> float:
    """The same where of one only is told what it is: "a commission"."""
    alike = best_likeness(some, others)
    if alike is None:
        return 0.0
    if alike:
        return ONE_VOICE * alike
    offices = any(who.kind == "government" for who in some) and any(who.kind == "government" for who in others)
    return 0.0 if offices else UNLIKE_VOICE


def may_be_one(some: Iterable[Who], others: Iterable[Who]) -> bool:
    """Whether a person of whose country nothing is told may be, or speak for, the body that the other report names."""
    return any(
        (a.country is None and b.kind == "government") or (b.country is None and a.kind == "government")
        for a in some
        for b in others
        if "person" in (a.kind, b.kind)
    )


@lru_cache(maxsize=AT_HAND)
def speakers(telling: Telling) -> list[Who]:
    """Who is known to say it: of a saying whose it is; of a deed in what a person is quoted with that person, and
    whoever else does it by name; else the speaker and those whose deed it is."""
    teller = telling.speaker
    if teller is None or telling.type is EventType.STATEMENT:
        return known(telling.actors)
    if teller.kind == "person":
        return known((teller, *(who for who in telling.actors if who.kind == "person")))
    return known((teller, *telling.actors))


def kinds(a: Telling, b: Telling) -> float:
    """What it tells how they say it, and to whom."""
    stated = EventType.STATEMENT in (a.type, b.type)
    if stated:
        if a.type is not b.type:
            return 0.0
        return ONE_TYPE + ONE_WORD * ((says_more(a) and are_of_one_word(a, b)) or are_of_one_code(a, b))
    found = ONE_TYPE + ONE_DEED if a.type is b.type else 0.0
    if a.quad is not b.quad and Quad.NEUTRAL not in (a.quad, b.quad):
        found += OTHER_QUAD
    if are_of_one_word(a, b) or are_of_one_code(a, b):
        found += ONE_WORD
    whom = best_likeness(addressed(a), addressed(b))
    if whom is not None:
        found += WHOM if whom else WHOM_NOT
    return found


def says_more(telling: Telling) -> bool:
    """Whether its word says more than that somebody speaks: of one story many deeds are told by "said"."""
    return saying_kinds().isdisjoint(telling.kinds)


@cache
def saying_kinds() -> frozenset[int]:
    """The kinds of the words that only tell that somebody speaks."""
    return deed_kinds("say")


@lru_cache(maxsize=AT_HAND)
def addressed(telling: Telling) -> list[Who]:
    """Those of whom something is said or asked who are known."""
    return known(telling.recipients)


def known(parties: Iterable[Who]) -> list[Who]:
    """Those of whom more is said than what they are."""
    return [who for who in parties if who.country is not None or not is_description(who.name)]
