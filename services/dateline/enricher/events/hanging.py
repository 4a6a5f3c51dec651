"""How the words of a clause hang together: what a deed is, passive or noun, and what stands beneath it."""

from collections.abc import Iterator
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence, Token
from dateline.enricher.syntax.words import intransitive
from dateline_schemas import Span

BY: Final = frozenset(("by",))
OF: Final = frozenset(("of", "from"))
INSIDE: Final = frozenset(("in", "during"))
BETWEEN: Final = frozenset(("between", "among"))
TOWARDS: Final = frozenset("with against to on upon at for toward towards over into from in of about before".split())
AT: Final = frozenset(("in", "at", "during"))
CIRCUMSTANCES: Final = frozenset(
    "according after before during amid despite since until while because when although as following by due via "
    "through".split()
)
"""What opens a circumstance, whose actors are not the deed's."""
CLAUSES: Final = ("acl", "advcl", "ccomp", "parataxis", "csubj")
NOUNS: Final = ("NOUN", "PROPN")
RELATIVES: Final = ("WP", "WDT")
WITH_OBJECT: Final = ("obj", "ccomp", "xcomp", "conj", "aux", "aux:pass", "nsubj:pass", "iobj")
PASSIVE: Final = ("nsubj:pass", "aux:pass", "obl:agent")
ACTIVE: Final = ("obj", "iobj", "ccomp", "nsubj", "aux", "cop")
"""What a verb has beside it that shares no passive with the one before "and"."""
AWAY: Final = ("obj", "obl", "nmod")
"""How nouns stand that are no subject."""
LONGEST_CLIMB: Final = 5
FROM: Final = frozenset(("from",))
UPON: Final = frozenset(("at", "upon"))
TO: Final = frozenset(("to",))
WITH: Final = frozenset(("with",))
AGAINST: Final = frozenset(("against",))
ONTO: Final = frozenset(("on", "to"))
"""What stands between what is blamed and on whom."""

WIELDED: Final = frozenset("baton truncheon lathi shield stick bayonet horse knife machete".split())
"""What one charges at people with."""
WALKING: Final = ("walk", "go", "stroll")
JAILS: Final = frozenset("prison jail custody detention captivity".split())
HARMING: Final = frozenset(("kill", "wound", "injure", "hurt"))
LIVES: Final = frozenset(("life", "lives"))


def is_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word is a noun, or a gerund that stands as one: "fighting erupted"."""
    token = sentence[at]
    return token.upos in NOUNS or (token.xpos == "VBG" and token.deprel in ("nsubj", "nsubj:pass"))


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether something is done to the subject: by the verb's own words, or by those of the one before "and"."""
    if any(sentence[child].deprel in PASSIVE for child in sentence.children(verb)):
        return True
    token = sentence[verb]
    if token.deprel != "conj" or token.xpos not in ("VBN", "VBD") or token.lemma.lower() in intransitive():
        return False
    active = ACTIVE if token.xpos == "VBN" else (*ACTIVE, "xcomp")
    return not sentence.children_by(verb, *active) and is_passive(sentence, token.head)


def antecedent(sentence: Sentence, at: int) -> int:
    """Whom a relative pronoun stands for: the nurse in "a nurse, who was freed"; of any other word the word itself."""
    above = sentence[at].head
    if sentence[at].xpos not in RELATIVES or above == ROOT or not sentence[above].deprel.startswith("acl"):
        return at
    return sentence[above].head


def owner(sentence: Sentence, at: int) -> int:
    """Whom "whose" stands for: the noun of which its clause tells; of any other word the word itself."""
    if sentence[at].xpos != "WP$":
        return at
    clause = next((above for above in sentence.ancestors(at) if sentence[above].deprel == "acl:relcl"), None)
    return at if clause is None else sentence[clause].head


def is_reduced_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is one as in "those killed" or "the freed girls": with an object, or where nothing can be done
    by it, it is an active verb that was misread. Taggers take some for a past tense, which would need a subject."""
    token = sentence[verb]
    participle = token.xpos in ("VBN", "VBD")
    if is_misread_passive(sentence, verb):
        return True
    if token.deprel == "amod":  # "Chad massed tanks" is misread
        participle = token.xpos == "VBN" and (verb == 0 or sentence[verb - 1].upos not in NOUNS)
    if token.deprel == "conj" and participle and is_described_by(sentence, token.head):
        return not sentence.children_by(verb, *WITH_OBJECT, "nsubj", "nsubj:pass", "aux")
    if token.deprel not in ("acl", "amod") or not participle or token.lemma.lower() in intransitive():
        return False
    return not sentence.children_by(verb, "obj", "nsubj")


def is_undergone(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is a passive, or one as in "those killed"."""
    return is_passive(sentence, verb) or is_reduced_passive(sentence, verb)


def is_described_by(sentence: Sentence, verb: int) -> bool:
    """Whether a participle says of the noun before it what was done to that: "a writer arrested in May"."""
    return sentence[verb].deprel == "acl" and sentence[verb].xpos == "VBN" and is_reduced_passive(sentence, verb)


def is_misread_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb that always has an object stands without one, so that it is no past tense: "mourned the girls
    kidnapped in Faya", "Nine arrested in Chad"."""
    token = sentence[verb]
    if token.xpos not in ("VBD", "VBN"):
        return False
    if token.deprel == "acl:relcl" or sentence.children_by(verb, *("obj", "ccomp", "aux", "aux:pass", "nsubj:pass")):
        return False
    if is_shot_dead(sentence, verb) or is_blamed_on(sentence, verb):
        return True
    if token.lemma.lower() not in verbs("transitive") or sentence.children_by(verb, *WITH_OBJECT):
        return False
    return token.deprel != "conj" or not is_passive(sentence, token.head)


def is_blamed_on(sentence: Sentence, verb: int) -> bool:
    """Whether it is one of "the raid, blamed on rebels", which has an object where it is active."""
    opens = verb > 0 and sentence.words[verb - 1] == "," and sentence.lemmas[verb] in verbs("attributing")
    return opens and bool(with_case(sentence, verb, ONTO))


def is_shot_dead(sentence: Sentence, verb: int) -> bool:
    """Whether it is one of "a mayor shot dead", "a mayor charged with fraud", which have an object where they are
    active."""
    if sentence.lemmas[verb] == "charge":
        return any(sentence.lemmas[at] not in WIELDED for at in with_case(sentence, verb, WITH))
    return sentence.lemmas[verb] == "shoot" and sentence.words[verb + 1 : verb + 2] == ["dead"]


def is_hanging_participle(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is one as in ", adding that": parsers hang it on many things, it goes with the main subject."""
    if sentence[verb].xpos != "VBG" or sentence[verb].deprel not in ("advcl", "acl"):
        return False
    if sentence[verb].deprel == "acl":  # "shelled a port in Mali, killing nine": Mali killed nobody
        return sentence[sentence[verb].head].deprel in AWAY and sentence[verb - 1].text == ","
    return verb == 0 or sentence[verb - 1].text == ","


def subject_words(sentence: Sentence, trigger: int) -> list[int]:
    """The subject of the clause that an auxiliary, verb or adjective stands in, or what is said with "is behind"."""
    at = sentence[trigger].head if sentence[trigger].deprel == "case" else trigger
    for _ in range(LONGEST_CLIMB):
        found = [child for child in sentence.children(at) if sentence[child].deprel.startswith("nsubj")]
        if found or sentence[at].head == ROOT:
            return found
        if sentence[at].deprel.partition(":")[0] not in ("aux", "cop", "xcomp", "conj", "acl"):
            return found
        if sentence[at].deprel.startswith("acl"):
            return [sentence[at].head]
        at = sentence[at].head
    return []


def beneath(sentence: Sentence, trigger: int) -> Iterator[int]:
    """All words that hang on the deed outwards, without its subject, its asides and its circumstances."""
    queue = [trigger]
    for at in queue:
        if at != trigger:
            yield at
        for child in sentence.children(at):
            token = sentence[child]
            relation = token.deprel.partition(":")[0]
            aside = relation in ("punct", "nsubj", "parataxis", "csubj", "conj", "vocative", "dislocated")
            aside = aside and not (at != trigger and relation in ("nsubj", "conj"))
            cases = {sentence[mark].text.lower() for mark in sentence.children_by(child, "case", "mark")}
            aside = aside or token.deprel in ("acl:relcl", "obl:agent") or is_at_word(sentence, child)
            if aside or cases & CIRCUMSTANCES or is_only_whose(sentence, child):
                continue
            if relation == "advcl" and at != trigger:
                continue
            queue.append(child)


def is_only_whose(sentence: Sentence, at: int) -> bool:
    """Whether a word only tells whose wife or lawyer somebody is."""
    token = sentence[at]
    return token.deprel == "nmod:poss" and sentence.lemmas[token.head] in words("of_persons")


def with_case(sentence: Sentence, head: int, prepositions: frozenset[str]) -> list[int]:
    """The noun phrases that hang on `head` by one of the prepositions, the nearest first; for "against whom" the noun
    that is meant."""
    found = [child for child in sentence.children_by(head, "obl", "nmod") if hangs_by(sentence, child, prepositions)]
    return [antecedent(sentence, child) for child in found]


def within(sentence: Sentence, head: int) -> Iterator[int]:
    """The words of a noun phrase from its head outwards, without the clauses that describe it, and without whose
    lawyer or wife somebody is."""
    queue = [head]
    for at in queue:
        yield at
        for child in sentence.children(at):
            if is_only_whose(sentence, child):
                continue
            if sentence[child].deprel.partition(":")[0] not in CLAUSES and sentence[child].deprel != "punct":
                queue.append(owner(sentence, child))


def hangs_by(sentence: Sentence, noun: int, prepositions: frozenset[str]) -> bool:
    """Whether one of the prepositions stands before the noun."""
    return any(sentence[mark].text.lower() in prepositions for mark in sentence.children_by(noun, "case"))


def is_at_word(sentence: Sentence, noun: int) -> bool:
    """Whether a noun says upon whose word something is done: "met at Chad's request"."""
    return sentence.lemmas[noun] in verbs("at_word") and sentence[noun].head != ROOT and hangs_by(sentence, noun, UPON)


def is_suffering(sentence: Sentence, verb: int) -> bool:
    """Whether something is done to the verb's subject: "nine died", "nine lost their lives", "nine walked free"."""
    lemma = sentence.lemmas[verb]
    if lemma in verbs("suffering") or (lemma in WALKING and sentence.words[verb + 1 : verb + 2] == ["free"]):
        return True
    things = [sentence[child].text.lower() for child in sentence.children_by(verb, "obj")]
    left = lemma == "leave" and not JAILS.isdisjoint(things)
    return left or (lemma == "lose" and not LIVES.isdisjoint(things)) or (lemma == "stand" and "trial" in things)


def words_of(sentence: Sentence, span: Span | None) -> list[Token]:
    """The tokens of a span of the article's text; none of no span."""
    return [token for token in sentence.tokens if span and span.start <= token.start < span.end]
