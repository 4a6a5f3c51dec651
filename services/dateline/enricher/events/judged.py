"""Whom a deed meets that takes up one told before: who is condemned for it, thanked, refused."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from dateline.enricher.events.hanging import antecedent, hangs_by, is_noun
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.named import apart
from dateline.enricher.events.suffering import undergoing
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import ActorKind, EventMention, Party, Realis

KNOWN: Final = frozenset(("the", "this", "that", "these", "those"))
"""What stands before the noun of a deed that has been told."""
ITSELF: Final = frozenset(("it", "this", "that"))
DESCRIBING: Final = ("nmod", "acl", "acl:relcl", "amod", "compound")
AS: Final = frozenset(("as",))
FARTHEST: Final = 8
"""Deeds back in the article that a noun takes up."""
LONG_AGO: Final = 24
"""The same of a noun that tells its kind: "the arrests"."""
NEXT: Final = 3
"""Of the last that fit, those among which the one that its own word tells goes first: "attacked a convoy", "the
attack"."""
WORD: Final = re.compile(r"[a-z]+")
FRIENDLY: Final = frozenset("AGREE SUPPORT CONSULT COOPERATE AID CONCEDE RETREAT".split())
HOSTILE: Final = frozenset("ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT REQUEST".split())
FITTING: Final = {
    "SUPPORT": FRIENDLY,
    "AGREE": FRIENDLY,
    "ACCUSE": HOSTILE - {"ACCUSE"},
    "REJECT": HOSTILE | {"AGREE"},
}
"""Types of what is judged, where its noun does not tell."""
PUT: Final = frozenset("ACCUSE REQUEST THREATEN AGREE".split())
"""What is said to somebody who may refuse it."""
ANSWERS: Final = frozenset("AGREE REJECT THREATEN CONCEDE ACCUSE".split())
INQUIRY: Final = "09"
"""The CAMEO codes of inquiries, which are into anybody."""
UNNAMED: Final = (ActorKind.PEOPLE,)
QUARRELS: Final = frozenset("ACCUSE REJECT THREATEN".split())
ADJACENT: Final = 2
"""Characters between a sentence and the one after it, at most."""


def judged(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who did what the deed's object takes up with a bare noun or "it": the last told of its type."""
    if match.phrase.type not in FITTING or (match.phrase.type == "AGREE" and not accepts(sentence, match)):
        return ()
    for noun in objects(sentence, match.trigger):
        types = taken_up(sentence, match, noun)
        far = types < FITTING[match.phrase.type]
        fitting = [m for m in back(told, LONG_AGO if far else FARTHEST) if is_of(m, types) and is_done(m) and m.actors]
        by_word = (m for m in fitting[:NEXT] if sentence.lemmas[noun] in WORD.findall(m.rule))
        found = next(by_word, fitting[0] if fitting else None)
        if found is not None:
            return apart(found.actors, actors)
    return ()


def retorted(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Whom somebody contradicts who refuses in the same sentence what was said to them: "accused Chad of arming the
    rebels, which Chad denied"."""
    if match.phrase.type != "REJECT" or not told or sentence[match.trigger].deprel != "acl:relcl":
        return ()
    last = next((m for m in back(told) if m.type.value in PUT), None)
    if last is None or not sentence.start <= last.trigger.start < sentence.end:
        return ()
    return last.actors if are_among(actors, called(last.recipients)) else ()


def judges_it(sentence: Sentence, match: Match) -> bool:
    """Whether "it" is the deed, and no body: "condemned it"."""
    if sentence.lemmas[match.trigger] not in verbs("judging"):
        return False
    return any(sentence.words[at] in ITSELF for at in sentence.children_by(match.trigger, "obj"))


def answered(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who did something to the doers just before, of a deed that answers it: "expelled Russians. Moscow vowed to
    respond"; an envoy is recalled from whoever did something hostile."""
    recalls = match.phrase.type == "SANCTION" and sentence.lemmas[match.trigger] == "recall"
    if match.phrase.type not in ANSWERS and not recalls:
        return ()
    own = called(actors)
    for mention in just_told(sentence, told):
        met = are_among(mention.recipients, own) or (recalls and mention.type.value in HOSTILE)
        if met and not are_among(mention.actors, own):
            return mention.actors
    return ()


def quarrelled(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Whom the same doers have just taken to task: "accused Chad of arming rebels and condemned the launch"."""
    if match.phrase.type not in QUARRELS or (match.phrase.cameo or "").startswith(INQUIRY):
        return ()
    own = called(actors)
    for mention in just_told(sentence, told):
        met = tuple(p for p in mention.recipients if p.country and p.country not in own and p.kind not in UNNAMED)
        if are_among(mention.actors, own) and mention.type.value in HOSTILE and met:
            return apart(met, actors)
    return ()


def called(parties: Sequence[Party]) -> set[str]:
    """The ids and the countries of the parties."""
    return {party.actor for party in parties} | {party.country for party in parties if party.country}


def are_among(parties: Sequence[Party], own: set[str]) -> bool:
    """Whether one of the parties has an id or a country among `own`."""
    return any(party.actor in own or party.country in own for party in parties)


def accepts(sentence: Sentence, match: Match) -> bool:
    """Whether an offer of somebody else's is taken: "accepted the invitation"."""
    return not is_noun(sentence, match.trigger) and sentence.lemmas[match.trigger] in verbs("accepting")


def objects(sentence: Sentence, verb: int) -> Iterator[int]:
    """What the verb is done to; of a clause that describes a noun, that noun: "a gesture Chad welcomed"."""
    own = sentence.children_by(verb, "obj", "nsubj:pass")
    yield from (antecedent(sentence, at) for at in own)
    if sentence[verb].deprel == "acl":
        yield sentence[verb].head
    if not own and sentence[verb].deprel == "acl:relcl":
        for subject in sentence.children_by(verb, "nsubj"):
            before = min(sentence.subtree(subject)) - 1
            yield from (before,) if before > 0 else ()


def taken_up(sentence: Sentence, match: Match, noun: int) -> frozenset[str]:
    """The types of the deed that a noun takes up."""
    fitting = FITTING[match.phrase.type]
    if sentence.words[noun] in ITSELF:
        return fitting if judges_it(sentence, match) else frozenset()
    types = classes("judged.txt").get(sentence.lemmas[noun])
    fronted = noun < match.trigger and (sentence[noun].deprel != "nsubj:pass" or is_apposed(sentence, match.trigger))
    victims = undergoing(sentence, noun)  # "his arrest"
    bare = fronted or has_been_told(sentence, noun) or bool(victims)
    clauses = [at for at in sentence.children_by(noun, *DESCRIBING) if at != match.trigger and at not in victims]
    has_doer = sentence.words[noun + 1 : noun + 2] == ["by"]  # "the lynching by officers"
    if types is None or not bare or has_doer or any(not hangs_by(sentence, at, AS) for at in clauses):
        return frozenset()
    return types or fitting


def has_been_told(sentence: Sentence, noun: int) -> bool:
    """Whether the noun is one that has been told of: "the raid"."""
    return any(sentence.words[child] in KNOWN for child in sentence.children_by(noun, "det"))


def is_apposed(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells more of a clause before it: ", a move welcomed by Chad"."""
    return sentence[verb].deprel == "acl" and sentence[verb].xpos == "VBN"


def back(told: Sequence[EventMention], most: int = FARTHEST) -> Iterator[EventMention]:
    """The last deeds told, the last first."""
    return reversed(told[-most:])


def just_told(sentence: Sentence, told: Sequence[EventMention]) -> Iterator[EventMention]:
    """The deeds of the sentence and of the one before it, the last first."""
    return takewhile(lambda mention: sentence.start - mention.sentence.end <= ADJACENT, back(told))


def is_of(mention: EventMention, types: frozenset[str]) -> bool:
    """Whether a deed is of one of the types, each of any mode or with one: "CONSULT/visit"."""
    return mention.type.value in types or f"{mention.type.value}/{mention.mode}" in types


def is_done(mention: EventMention) -> bool:
    """Whether somebody can judge it: it was done, or is a promise."""
    if mention.realis is Realis.FUTURE:
        return mention.type.value in FRIENDLY
    return mention.realis is Realis.ACTUAL
