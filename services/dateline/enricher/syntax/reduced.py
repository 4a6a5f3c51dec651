"""Mends sentences whose subject has a participle behind it, which the net reads as the verb, or its clause as one."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.tree import ROOT, Token

NOUNS: Final = ("NOUN", "PROPN")
PARTICIPLE, PAST = "VBN", "VBD"
LOOSE: Final = ("advcl", "acl", "ccomp", "conj", "parataxis")
"""What a main verb is read as behind the participle."""
OPENING: Final = ("mark", "nsubj", "nsubj:pass", "aux", "aux:pass", "cc")
"""What a clause that is none has not."""


KEEPING: Final = frozenset(
    "have get want need see find keep leave hear watch order make declare consider like feel catch report".split()
)
"""Verbs that somebody or something may be in a state by: "had them arrested"."""
PRONOUNS: Final = frozenset("it he she they we i".split())


def right_reduced(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens[2:]:
        if token.deprel in ("xcomp", "advcl") and token.upos == "VERB":
            _describe_object(tokens, token)
        if token.xpos == PAST and token.upos == "VERB":
            _give_subject(tokens, token)
    root = next((token for token in tokens if token.head == ROOT), None)
    if root is None or tokens[-1].text != ".":
        return
    if root.upos in NOUNS:
        _find_verb_of(tokens, root)
    elif root.xpos == PAST:
        _find_verb_behind_agent(tokens, root)


def _describe_object(tokens: Sequence[Token], verb: Token) -> None:
    """ "Freed the men held in Gao", "freed the men it had held": what is right behind an object tells more of it."""
    own = [token for token in tokens if token.head == verb.index]
    first = min([verb.index, *(token.index for token in own)])
    noun, above = tokens[first - 1], tokens[verb.head]
    if first == 0 or noun.deprel != "obj" or noun.head != above.index or noun.upos not in NOUNS:
        return
    if verb.deprel == "xcomp":
        bare = first == verb.index and verb.xpos == PARTICIPLE and above.lemma.lower() not in KEEPING
        if bare and tokens[-1] is not verb and tokens[verb.index + 1].upos == "ADP":
            verb.head, verb.deprel = noun.index, "acl"
    elif tokens[first].text in PRONOUNS and tokens[first].deprel == "nsubj" and not _has(tokens, verb, ("obj", "mark")):
        verb.head, verb.deprel = noun.index, "acl:relcl"


def _give_subject(tokens: Sequence[Token], verb: Token) -> None:
    """ "Police backed by officers retook it": of a participle without an auxiliary the noun before is the subject of
    the verb above."""
    own = [token for token in tokens if token.head == verb.index]
    if any(token.deprel.startswith("nsubj") for token in own):
        return
    for clause in own:
        if clause.deprel != "advcl" or clause.xpos != PARTICIPLE or not clause.index < verb.index:
            continue
        beneath = [token for token in tokens if token.head == clause.index]
        subjects = [token for token in beneath if token.deprel == "nsubj:pass" and token.index < clause.index]
        helped = any(token.deprel in ("aux:pass", "mark", "aux") for token in beneath)
        if len(subjects) == 1 and not helped and tokens[clause.index - 1].text != ",":
            subjects[0].head, subjects[0].deprel = verb.index, "nsubj"
            clause.head, clause.deprel = subjects[0].index, "acl"
            return


def _find_verb_of(tokens: Sequence[Token], noun: Token) -> None:
    """ "A grenade thrown into a bar wounded ten": the past tense with an object behind the participle is the verb."""
    participle = next((t for t in tokens if t.head == noun.index and t.deprel == "acl" and t.xpos == PARTICIPLE), None)
    if participle is None or _has(tokens, noun, ("cop", "nsubj")) or _has(tokens, participle, ("obj",)):
        return
    for verb in tokens[participle.index + 1 :]:
        hung = verb.head in (noun.index, participle.index) and verb.deprel in LOOSE
        if hung and verb.xpos == PAST and _is_bare(tokens, verb) and _has(tokens, verb, ("obj",)):
            for token in tokens:
                if token.head == noun.index and token.index > verb.index:
                    token.head = verb.index
            verb.head, verb.deprel, noun.head, noun.deprel = ROOT, "root", verb.index, "nsubj"
            return


def _find_verb_behind_agent(tokens: Sequence[Token], verb: Token) -> None:
    """ "Soldiers backed by tanks attacked it": what has no object but "by" is the participle, and what has an object
    behind that the verb."""
    subject = next((t for t in tokens if t.head == verb.index and t.deprel == "nsubj" and t.index < verb.index), None)
    agent = tokens[verb.index + 2 : verb.index + 6]
    agents = [t for t in agent if t.head == verb.index and t.deprel == "obl"]
    if subject is None or len(agents) != 1 or tokens[verb.index + 1].text != "by" or _has(tokens, verb, ("obj",)):
        return
    second = next((t for t in tokens if t.head == agents[0].index and t.deprel == "acl" and t.xpos == PARTICIPLE), None)
    if second is None or not _is_bare(tokens, second) or not _has(tokens, second, ("obj",)):
        return
    for token in tokens:
        if token.head == verb.index and token.index > second.index:
            token.head = second.index
    second.head, second.deprel, second.xpos = ROOT, "root", PAST
    subject.head, agents[0].deprel = second.index, "obl:agent"
    verb.head, verb.deprel, verb.xpos = subject.index, "acl", PARTICIPLE


def _is_bare(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether nothing opens a clause of the verb's own."""
    return tokens[verb.index - 1].text != "," and not _has(tokens, verb, OPENING)


def _has(tokens: Sequence[Token], word: Token, relations: tuple[str, ...]) -> bool:
    return any(token.head == word.index and token.deprel in relations for token in tokens)
