"""Whether a deed is told as done, by PLOVER 2.0's auxiliary modes."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.roles import hangs_by
from dateline.enricher.syntax.tree import Sentence, Token
from dateline_schemas import EventType, Realis

NEGATIONS: Final = frozenset("not n't never no without neither nor cannot".split())
FUTURE: Final = frozenset("will shall 'll wo".split())
POSSIBLE: Final = frozenset("may might could would can should must".split())
CONDITIONS: Final = frozenset("if unless whether should lest once".split())
PLANS: Final = frozenset(
    "plan expect schedule set due intend prepare going aim seek want hope wish try attempt propose consider like "
    "poised slated ready willing able likely".split()
)
"""Verbs and adjectives whose infinitive is still to come: "is expected to visit"."""
PAST_WORDS: Final = frozenset("previously formerly ago historic historical anniversary earlier past".split())
DENIALS: Final = frozenset({"deny"})
"""Verbs whose object is said not to have happened."""
CIRCUMSTANCES: Final = frozenset("because due after before since despite amid over during following until".split())
"""Before a noun that tells why or when: "cannot unload because of the strike" denies no strike."""
REACH: Final = 4
"""Words before a verb among which its auxiliaries stand, adverbs between them."""
FOLDED: Final = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
    EventType.PROTEST: EventType.THREATEN,
    EventType.SANCTION: EventType.THREATEN,
    EventType.MOBILIZE: EventType.THREATEN,
    EventType.COERCE: EventType.THREATEN,
    EventType.ASSAULT: EventType.THREATEN,
}
"""What a deed that is announced is coded as."""
REFUSABLE: Final = (
    EventType.AGREE,
    EventType.CONSULT,
    EventType.SUPPORT,
    EventType.COOPERATE,
    EventType.AID,
    EventType.CONCEDE,
    EventType.RETREAT,
)
"""What is refused by who says that he will not do it: PLOVER's REJECT."""


def realis_of(sentence: Sentence, trigger: int) -> Realis:
    """Told of the deed whose word is `trigger`, by its auxiliaries and by what it hangs on."""
    before = small_words(sentence, trigger)
    head = sentence[trigger].head
    if before & NEGATIONS or is_denied(sentence, trigger):
        return Realis.NEGATED
    if is_to_come(sentence, trigger, before):
        return Realis.FUTURE
    if before & POSSIBLE or under_condition(sentence, trigger):
        return Realis.HYPOTHETICAL
    if "to" in before and sentence[trigger].deprel == "advcl" and head >= 0:
        return realis_of(sentence, head)
    if "to" in before:
        return Realis.FUTURE if planned(sentence.tokens, trigger) else Realis.HYPOTHETICAL
    return Realis.ACTUAL


def is_denied(sentence: Sentence, trigger: int) -> bool:
    """Whether somebody says that it did not happen: "denied shelling the town", "denied that it had shelled it"."""
    at = trigger
    for _ in range(2):
        token = sentence[at]
        if token.head < 0:
            return False
        if token.deprel in ("xcomp", "ccomp", "obj") and sentence[token.head].lemma.lower() in DENIALS:
            return True
        if token.deprel != "conj":
            return False
        at = token.head
    return False


def is_refused(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb says that it will not be done."""
    before = small_words(sentence, trigger)
    return bool(before & NEGATIONS) and is_to_come(sentence, trigger, before)


def is_to_come(sentence: Sentence, trigger: int, before: set[str]) -> bool:
    """Whether the verb's small words say that it will be done."""
    return bool(before & FUTURE) or ("would" in before and is_reported(sentence, trigger))


def is_reported(sentence: Sentence, trigger: int) -> bool:
    """Whether a verb in the past says it: "said it would", of what will be."""
    tokens = sentence.tokens
    at = trigger
    while tokens[at].deprel in ("conj", "xcomp") and tokens[at].head >= 0:
        at = tokens[at].head
    head = tokens[at].head
    return tokens[at].deprel == "ccomp" and head >= 0 and tokens[head].xpos in ("VBD", "VBN")


def is_second_verb(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb shares another one's small words: "agreed to meet and sign"."""
    token = sentence[trigger]
    own_subject = any(sentence[child].deprel.startswith("nsubj") for child in sentence.children(trigger))
    return token.deprel == "conj" and token.upos == "VERB" and not own_subject


def small_words(sentence: Sentence, trigger: int) -> set[str]:
    """The verb's own small words, else those of the verb that it shares them with."""
    own = auxiliaries(sentence, trigger)
    if not own and is_second_verb(sentence, trigger):
        return auxiliaries(sentence, sentence[trigger].head)
    return own


def auxiliaries(sentence: Sentence, trigger: int) -> set[str]:
    """The small words that belong to the verb: its children where the tree has them, and those just before it."""
    tokens = sentence.tokens
    found = {
        tokens[child].text.lower()
        for child in sentence.children(trigger)
        if child < trigger and tokens[child].deprel.partition(":")[0] in ("aux", "advmod", "mark", "det")
    }
    if tokens[trigger].upos in ("NOUN", "PROPN"):
        head = tokens[trigger].head
        light = tokens[trigger].deprel in ("obj", "obl", "nsubj:pass") and head >= 0
        light = light and not hangs_by(sentence, trigger, CIRCUMSTANCES)
        return found | (auxiliaries(sentence, head) if light else set())
    for at in range(trigger - 1, max(-1, trigger - 1 - REACH), -1):
        word = tokens[at].text.lower()
        if word in NEGATIONS or word in FUTURE or word in POSSIBLE or word == "to":
            found.add(word)
        elif tokens[at].upos not in ("ADV", "AUX", "PART") and not word.endswith("ly"):
            break
    return found


def under_condition(sentence: Sentence, trigger: int) -> bool:
    tokens = sentence.tokens
    for at in (trigger, *sentence.ancestors(trigger)):
        for child in sentence.children(at):
            relation = tokens[child].deprel
            if relation.startswith("mark") and tokens[child].text.lower() in CONDITIONS:
                return True
        if tokens[at].deprel in ("root", "ccomp", "acl:relcl", "parataxis"):
            return False
    return False


def planned(tokens: Sequence[Token], trigger: int) -> bool:
    """Whether "to" and the word before it announce the verb."""
    for at in range(trigger - 1, max(-1, trigger - 2 - REACH), -1):
        if tokens[at].text.lower() == "to" and at:
            return tokens[at - 1].lemma.lower() in PLANS
    return False
