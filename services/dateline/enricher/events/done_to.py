"""Which words of a sentence stand for whom a deed is done to."""

from functools import cache
from typing import Final

from dateline.enricher.events.doers import agents_behind, is_of_others
from dateline.enricher.events.hanging import (
    AGAINST,
    AT,
    BY,
    CIRCUMSTANCES,
    HARMING,
    NOUNS,
    OF,
    ONTO,
    TO,
    TOWARDS,
    antecedent,
    hangs_by,
    is_at_word,
    is_described_by,
    is_noun,
    is_passive,
    is_reduced_passive,
    is_suffering,
    subject_words,
    with_case,
    within,
)
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.suffering import undergoing
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline.enricher.syntax.words import intransitive

PRONOUNS: Final = ("WP", "WDT", "WRB")
AIMED: Final = frozenset(("ASSAULT", "MOBILIZE", "THREATEN"))
"""Deeds that come from somewhere at somebody: "fired rockets from one town at another"."""
HIT: Final = frozenset(("on", "at"))
OWNERS: Final = frozenset(("by", "to"))
SHARING_SUBJECT: Final = ("conj", "advcl")
HANDING_OVER: Final = frozenset(("extradite", "surrender"))
BEFORE: Final = frozenset(("before",))
ABOUT: Final = frozenset(("over", "about"))
FOR: Final = frozenset(("for",))
IF: Final = frozenset(("if", "unless"))


def done_to_words(sentence: Sentence, match: Match) -> list[int]:
    """The heads of noun phrases that may name the done-to, best first."""
    if is_noun(sentence, match.trigger):
        return noun_done_to(sentence, match)
    if is_suffering(sentence, match.trigger):
        return [antecedent(sentence, child) for child in sentence.children_by(match.trigger, "nsubj")]
    return verb_done_to(sentence, match)


def noun_done_to(sentence: Sentence, match: Match) -> list[int]:
    """Those of a deed that is told by a noun: what stands with it, and with the verb that it hangs on."""
    trigger = match.trigger
    head = sentence[trigger].head
    attributed = sentence[trigger].deprel == "obj" and sentence.lemmas[head] in verbs("attributing")
    found = with_case(sentence, trigger, TOWARDS - OF - {"in"} - (ONTO if attributed else frozenset()))
    by_verb = sentence[trigger].deprel in ("obj", "obl", "nsubj:pass") and not is_of_others(sentence, match)
    if head != ROOT and sentence[trigger].deprel == "obl" and is_harmed(sentence, head):
        found = sentence.children_by(head, "nsubj", "nsubj:pass")  # "nine died in the attack"
    elif head != ROOT and sentence[trigger].deprel == "nsubj" and sentence.lemmas[head] in HARMING:
        found += sentence.children_by(head, "obj")  # "the raid killed nine"
    elif head in match.tokens and sentence[trigger].deprel == "nsubj":
        found += [*sentence.children_by(head, "obj"), *with_case(sentence, head, TOWARDS)]  # "aid reached Chad"
    elif is_at_word(sentence, trigger):
        found += [] if is_passive(sentence, head) else subject_words(sentence, head)
    elif head != ROOT and by_verb and not is_noun(sentence, head) and not is_circumstance(sentence, trigger):
        found = sentence.children_by(head, "iobj") + found  # "sent Chad a request for"
        found += [c for c in sentence.children_by(head, "obj") if c != trigger]
        found += with_case(sentence, head, TOWARDS - {"in"})
    for clause in sentence.children_by(trigger, "acl"):
        if match.phrase.type == "REQUEST":  # "a call for X to leave"
            found += sentence.children_by(clause, "nsubj", "nsubj:pass")
        found += with_case(sentence, clause, TOWARDS - OF - {"in"})
    found += [] if match.phrase.agent_follows else with_case(sentence, trigger, OF)
    behind = [at for by in with_case(sentence, trigger, BY) for at in with_case(sentence, by, OF)]
    found += [at for at in behind if sentence[at].upos == "NOUN"]  # "the arrest by Chad of nine miners"
    found = undergoing(sentence, trigger) + found
    return found + thankful(sentence, trigger)


def thankful(sentence: Sentence, noun: int) -> list[int]:
    """Who gives thanks for what a noun tells: "praised Kenya for its offer"."""
    verb = sentence[noun].head
    thanks = verb != ROOT and sentence.lemmas[verb] in verbs("thanking") and hangs_by(sentence, noun, FOR)
    return subject_words(sentence, verb) if thanks else []


def is_harmed(sentence: Sentence, verb: int) -> bool:
    """Whether the verb's subject comes to harm: "died", "were killed"."""
    return is_suffering(sentence, verb) or (sentence.lemmas[verb] in HARMING and is_passive(sentence, verb))


def is_circumstance(sentence: Sentence, noun: int) -> bool:
    """Whether the noun only tells when the verb above it is done: "told reporters after the meeting"."""
    return sentence[noun].deprel == "obl" and hangs_by(sentence, noun, CIRCUMSTANCES)


def verb_done_to(sentence: Sentence, match: Match) -> list[int]:
    """Those of a deed that is told by a verb: its objects first, then what stands ever farther from it."""
    trigger = match.trigger
    found = own_objects(sentence, trigger) + whom_it_describes(sentence, trigger)
    found += with_case(sentence, trigger, TOWARDS - AT)
    if all(sentence[at].upos == "NUM" for at in found):
        found += victims_above(sentence, match)
    found += with_further_words(sentence, match)
    for scene in with_case(sentence, trigger, TOWARDS & AT):  # "sued in a Paris court against the prince"
        found += [*with_case(sentence, scene, AGAINST), *([] if is_at_word(sentence, scene) else [scene])]
    found += behind_things(sentence, trigger)
    found += within_clauses(sentence, match)
    if sentence.lemmas[trigger] in HANDING_OVER:  # "extradited a suspect known as Otoniel to Chad"
        found += [at for at in sentence.subtree(trigger) if hangs_by(sentence, at, TO) and at not in found]
    if sentence.lemmas[trigger] in HANDING_OVER or match.phrase.type == "AID":  # "extradited a suspect to Chad"
        found.sort(key=lambda at: not hangs_by(sentence, at, TO))
    found.sort(key=lambda at: hangs_by(sentence, at, ABOUT))  # "lodged a protest with Japan over the boat"
    found.sort(key=lambda at: hangs_by(sentence, at, BEFORE))  # "demanded before the council that Chad yield"
    if match.phrase.type in AIMED:
        found.sort(key=lambda at: hangs_by(sentence, at, OF))
    return found


def own_objects(sentence: Sentence, trigger: int) -> list[int]:
    """The verb's objects, and the subject of a passive."""
    arranged = sentence.lemmas[trigger] in verbs("arranging")  # "is prepared to meet": who is will meet
    objects = ("obj", "iobj") if arranged else ("obj", "iobj", "nsubj:pass")
    own = [antecedent(sentence, child) for child in sentence.children(trigger) if sentence[child].deprel in objects]
    if not own and sentence[trigger].deprel == "xcomp" and sentence[trigger].xpos == "VBN":
        own = sentence.children_by(sentence[trigger].head, "obj")  # "ordered him held", "had two envoys shot"
    return [each for at in own for each in so_called(sentence, at)] or whom_it_is_said_of(sentence, trigger)


def so_called(sentence: Sentence, thing: int) -> list[int]:
    """An object; of "what it called spies" the spies."""
    if sentence.words[thing] != "what":
        return [thing]
    clauses = [at for at in sentence.children_by(thing, "acl:relcl") if sentence.lemmas[at] in verbs("calling")]
    return [called for at in clauses for called in sentence.children_by(at, "obj", "xcomp", "obl")] or [thing]


def whom_it_is_said_of(sentence: Sentence, verb: int) -> list[int]:
    """The object of a verb that has none and describes a noun, though no pronoun says so: "the miners Chad held"."""
    token = sentence[verb]
    if token.deprel != "acl:relcl" or is_passive(sentence, verb) or token.lemma.lower() in intransitive():
        return []
    beside = sentence.children_by(verb, "nsubj", "obl", "advmod", "ccomp", "xcomp")
    if any(sentence[at].xpos in PRONOUNS or sentence[at].deprel.endswith("comp") for at in beside):
        return []
    subjects = sentence.children_by(verb, "nsubj")
    return [token.head] if subjects and token.head < subjects[0] and sentence[token.head].upos in NOUNS else []


def whom_it_describes(sentence: Sentence, trigger: int) -> list[int]:
    """Whom a passive is told of that has no subject of its own."""
    token = sentence[trigger]
    found: list[int] = []
    if is_reduced_passive(sentence, trigger):
        if token.deprel in ("acl", "amod"):
            facing = sentence[token.head].head
            if facing != ROOT and sentence.lemmas[facing] == "face":  # "Chad faces a case lodged by Kenya"
                found += subject_words(sentence, facing)
            found.append(token.head)
        if token.deprel == "conj" and is_described_by(sentence, token.head):
            found.append(sentence[token.head].head)  # "a writer arrested in May and sentenced in June"
        found += sentence.children_by(trigger, "nsubj")
        if trigger and sentence[trigger - 1].upos in NOUNS:  # "the release of girls kidnapped": parsers miss the girls
            before = sentence[trigger - 1]
            found.append(before.head if before.deprel == "conj" else before.index)
    if token.deprel in SHARING_SUBJECT and is_passive(sentence, trigger):
        found += [antecedent(sentence, at) for at in shared_subjects(sentence, trigger)]
    return found


def shared_subjects(sentence: Sentence, verb: int) -> list[int]:
    """Those of the verb that a passive hangs on: "was held and beaten", "died after being beaten", "nine were killed
    and four wounded", but not "nine were held and weapons seized"."""
    above = sentence[verb].head
    if sentence[verb].deprel == "conj":
        return [] if is_done_to_things(sentence, verb) else sentence.children_by(above, "nsubj:pass")
    return [] if sentence.children_by(verb, "nsubj:pass") else sentence.children_by(above, "nsubj", "nsubj:pass")


def is_done_to_things(sentence: Sentence, verb: int) -> bool:
    """Whether a passive is told of things: "weapons were seized"."""
    own = sentence.children_by(verb, "nsubj:pass")
    return any(sentence.lemmas[at] in seizable() for noun in own for at in within(sentence, noun))


@cache
def seizable() -> frozenset[str]:
    """Things that are taken from people, or destroyed."""
    return frozenset().union(*(classes()[name] for name in ("arms", "bomb", "property")))


def victims_above(sentence: Sentence, match: Match) -> list[int]:
    """Of ", killing nine" those of whom the verb above tells."""
    token = sentence[match.trigger]
    if match.phrase.type != "ASSAULT" or token.xpos != "VBG" or token.deprel != "advcl" or token.head == ROOT:
        return []
    return [*sentence.children_by(token.head, "obj"), *with_case(sentence, token.head, HIT)]


def with_further_words(sentence: Sentence, match: Match) -> list[int]:
    """What stands with the other words of the phrase."""
    found: list[int] = []
    for used in match.tokens:
        if used != match.trigger:
            is_clause = sentence[used].head == match.trigger and sentence[used].deprel in ("ccomp", "xcomp")
            if is_clause:  # "demands that X yield"
                found += [child for child in sentence.children(used) if sentence[child].deprel.startswith("nsubj")]
            found += with_case(sentence, used, TOWARDS)
            found += [child for child in sentence.children(used) if sentence[child].deprel in ("obj", "iobj")]
    return found


def behind_things(sentence: Sentence, trigger: int) -> list[int]:
    """Who made the thing that it is done to, then who owns it."""
    found: list[int] = []
    things = sentence.children_by(trigger, "obj", "nsubj:pass")
    for thing in things:  # "rejected an offer made by the rebels"
        found += [*with_case(sentence, thing, BY), *agents_behind(sentence, thing)]
        for clause in sentence.children_by(thing, "acl"):
            found += sentence.children_by(clause, "obl:agent") or with_case(sentence, clause, BY)
    for thing in things:  # "accounts belonging to a tycoon"
        for clause in (each for at in within(sentence, thing) for each in sentence.children_by(at, "acl", "acl:relcl")):
            if sentence[clause].lemma.lower() in verbs("owning"):
                found += [*sentence.children_by(clause, "obl:agent"), *with_case(sentence, clause, OWNERS)]
    return found


def within_clauses(sentence: Sentence, match: Match) -> list[int]:
    """The subjects and objects of the clauses that the verb has for an object."""
    found: list[int] = []
    for clause in sentence.children_by(match.trigger, "ccomp", "xcomp"):
        if match.phrase.type == "THREATEN":  # "warned that it would strike if the rebels stayed"
            found += [
                at for condition in sentence.children_by(clause, "advcl") for at in if_subjects(sentence, condition)
            ]
        found += [child for child in sentence.children(clause) if sentence[child].deprel.startswith("nsubj")]
        found += [child for child in sentence.children(clause) if sentence[child].deprel in ("obj", "iobj")]
        found += with_case(sentence, clause, TOWARDS)
    return found


def if_subjects(sentence: Sentence, clause: int) -> list[int]:
    """The subject of a condition."""
    marks = {sentence.words[child] for child in sentence.children_by(clause, "mark")}
    return sentence.children_by(clause, "nsubj", "nsubj:pass") if marks & IF else []
