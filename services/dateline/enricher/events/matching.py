"""Where a sentence has phrases of the lexicon."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.lexicon import OPENINGS, UNTAGGED, Element, Match, Opening, Phrase
from dateline.enricher.syntax.tree import Token

GAP_WORDS: Final = 7
"""How many words `~` may pass over."""
CLAUSE_WORDS: Final = 24
"""How many words may stand between a clause's verb and what belongs to it."""
THINGS: Final = frozenset("SUPPORT COOPERATE AID RETREAT MOBILIZE SANCTION COERCE ASSAULT".split())
"""Deeds done to things; what words and gatherings have as their object tells of them itself: "remarks he made"."""
GAP_ENDS: Final = frozenset(
    "; : . ! ? -- — – ( ) that after before because who which while when but since although though whereas if during "
    "despite amid".split()
)
"""What no gap passes over: another clause begins there."""
THAT, THIS = "that", "this"
"""No clause begins at "that objection", which is as good as "this objection"."""
DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
ADVERBS: Final = frozenset("also again very still now already ever".split())
NO_ADVERBS: Final = frozenset(
    "only hardly barely scarcely rarely family ally supply reply apply rely comply italy july fly rally imply daily "
    "weekly monthly early likely unlikely friendly assembly anomaly bully".split()
)
"""Words in -ly that turn what is told about, or are no adverbs."""
HOURS: Final = frozenset("morning afternoon evening night".split())
BEFORE_A_DAY: Final = frozenset("on late early earlier".split())
WORD_CLASSES: Final = {"v": ("VERB", "AUX"), "n": ("NOUN", "PROPN"), "a": ("ADJ", "VERB")}
NO_OBJECTS: Final = ("VERB", "AUX", "ADP", "PART", "SCONJ", "CCONJ", "DET", "PUNCT")
BE: Final = frozenset("be is are was were been being get gets got".split())


def matches(tokens: Sequence[Token], words: Sequence[str] | None = None) -> list[Match]:
    """Every phrase that the sentence has, whatever its words' tags, in the order of its triggers, of one trigger the
    one that knows most first. `words`: the tokens in lower case, where they are known."""
    words = [token.text.lower() for token in tokens] if words is None else words
    openings = [*map(OPENINGS.__getitem__, words)]
    further = {form for opened in openings if opened.further for form in opened.further}
    if THAT in words:
        words = [THIS if word == THAT and tokens[at].xpos == "DT" else word for at, word in enumerate(words)]
    passed = days_passed(words)
    found: dict[tuple[int, int], Match] = {}
    for at, opened in [(at, opened) for at, opened in enumerate(openings) if opened.opens]:
        for phrase in opened.single:
            found[at, phrase.rank] = Match(phrase, at, (at,))
        # Most phrases that begin here lack a word that the sentence does not have at all: only the others are tried.
        begun: list[Phrase] = []
        if opened.tight and at + 1 < len(openings):
            for form in openings[at + 1].forms:
                begun += opened.tight.get(form, ())
            if passed.get(at + 1, len(openings)) < len(openings):
                for form in openings[passed[at + 1]].forms:
                    begun += opened.tight.get(form, ())
        if opened.wide:
            for form in opened.wide.keys() & further:
                begun += opened.wide[form]
        for phrase in begun:
            held = match_at(phrase, tokens, words, openings, at, passed)
            if held is not None:
                found.setdefault((held.trigger, phrase.rank), held)
    return [found[place] for place in sorted(found)]


def agreeing(found: Sequence[Match], tokens: Sequence[Token]) -> list[Match]:
    """The matches whose words have the tags that their phrases ask for, whose trigger is no comparative, and whose
    "have" is no auxiliary."""
    return [match for match in found if agrees(match, tokens)]


def agrees(match: Match, tokens: Sequence[Token]) -> bool:
    phrase = match.phrase
    if phrase.tagged and not all(map(has_class, phrase.elements, map(tokens.__getitem__, match.tokens))):
        return False
    trigger = tokens[match.trigger]
    if trigger.xpos == "JJR" and trigger.deprel == "amod" and not phrase.elements[phrase.trigger].word_class:
        return False  # "a lower duty on tea"
    first = tokens[match.tokens[0]]
    return first.lemma != "have" or first.deprel != "aux" or len(match.tokens) == 1 or first.head in match.tokens


def match_at(
    phrase: Phrase,
    tokens: Sequence[Token],
    words: Sequence[str],
    openings: Sequence[Opening],
    at: int,
    passed: dict[int, int],
) -> Match | None:
    """The phrase of several words with its first word at `at`, or None; a day may stand between any two of them."""
    held = completed(phrase, tokens, words, openings, (at,), passed)
    return Match(phrase, held[phrase.trigger], held) if held is not None else None


def completed(
    phrase: Phrase,
    tokens: Sequence[Token],
    words: Sequence[str],
    openings: Sequence[Opening],
    held: tuple[int, ...],
    passed: dict[int, int],
) -> tuple[int, ...] | None:
    """Where the phrase's words stand, of which `held` are the first; where one has no place, the one before it is
    looked for further on: "spent a million euros on" has "million" and "euros"."""
    count = len(held)
    if count == len(phrase.elements):
        return held
    element, behind = phrase.elements[count], held[-1] + 1
    further = max(held) + 1  # behind the verb, whose object stood before it
    for start in dict.fromkeys((behind, passed.get(behind, behind), further)):
        last = min(start + (GAP_WORDS if element.gap else 0), len(openings) - 1)
        at = next_fit(element, words, openings, start, last)
        while at >= 0:
            found = completed(phrase, tokens, words, openings, (*held, at), passed)
            if found is not None:
                return found
            at = next_fit(element, words, openings, at + 1, last) if at < last and words[at] not in GAP_ENDS else -1
    if element.gap and held[-1] == held[0] + count - 1:  # the verb and its particle stand alone so far
        at = object_before(element, tokens, words, openings, held[0], phrase.type in THINGS)
        if at >= 0:
            return completed(phrase, tokens, words, openings, (*held, at), passed)
    return None


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and word not in NO_ADVERBS)


def days_passed(words: Sequence[str]) -> dict[int, int]:
    """Where a day or an adverb begins and what stands behind it: "vowed on Sunday to", "is deeply worried"."""
    passed: dict[int, int] = {}
    for at, word in enumerate(words):
        if is_adverb(word):
            passed[at] = at + 1
        if word in DAYS and 0 < at < len(words) - 1:
            after = at + 2 if words[at + 1] in HOURS and at + 2 < len(words) else at + 1
            passed[at] = after
            if words[at - 1] in BEFORE_A_DAY:
                passed[at - 1] = after
                if at > 1 and words[at - 2] == "on":
                    passed[at - 2] = after
    return passed


def next_fit(element: Element, words: Sequence[str], openings: Sequence[Opening], start: int, last: int) -> int:
    """Where the element stands first from `start` up to `last`, -1 where it does not."""
    for at in range(start, last + 1):
        if not element.words.isdisjoint(openings[at].forms):
            return at
        if words[at] in GAP_ENDS:
            return -1
    return -1


def object_before(
    element: Element,
    tokens: Sequence[Token],
    words: Sequence[str],
    openings: Sequence[Opening],
    verb: int,
    described: bool,
) -> int:
    """In the passive, the object stands before its verb: "sanctions were imposed"; that of a clause by which it is
    `described` does too: "the tariffs that Chad imposed"; -1 where there is none."""
    if described and describes_its_object(tokens, verb):
        noun = tokens[verb].head
        if not element.words.isdisjoint(openings[noun].forms):
            return noun
    if not follows_be(tokens, words, verb):
        return -1
    for at in range(verb - 1, max(-1, verb - GAP_WORDS - 3), -1):
        if words[at] in GAP_ENDS:
            return -1
        if not element.words.isdisjoint(openings[at].forms) and tokens[at].upos not in NO_OBJECTS:
            return at
    return -1


def describes_its_object(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells of the noun before it what somebody did to it; a mere participle not of a subject, whose
    verb tells: "a drone launched from Chad crashed"."""
    token = tokens[verb]
    if token.deprel not in ("acl", "acl:relcl") or not max(0, verb - CLAUSE_WORDS) <= token.head < verb:
        return False
    if token.deprel == "acl":
        return token.xpos == "VBN" and not tokens[token.head].deprel.startswith("nsubj")
    clause = tokens[token.head + 1 : verb + CLAUSE_WORDS]
    own = {t.deprel for t in clause if t.head == verb and not t.xpos.startswith("W")}
    return "nsubj" in own and "obj" not in own


def follows_be(tokens: Sequence[Token], words: Sequence[str], verb: int) -> bool:
    """Whether the verb is a participle with a form of "be" among the three words before it."""
    if tokens[verb].xpos not in ("VBN", "VBD") and tokens[verb].upos != UNTAGGED:
        return False
    return not BE.isdisjoint(words[max(0, verb - 3) : verb])


def has_class(element: Element, token: Token) -> bool:
    return not element.word_class or token.upos == UNTAGGED or token.upos in WORD_CLASSES[element.word_class]
