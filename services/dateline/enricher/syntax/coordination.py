"""Mends what the net tied to the wrong word: appositions read as lists, second verbs hung on a gerund or a noun."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS, upwards
from dateline.enricher.syntax.tree import FINITE, ROOT, Token
from dateline.enricher.syntax.words import word_set

BASES: Final = frozenset("cut put set hit shut let quit cost spread burst hurt split cast shed broadcast".split())
"""Verbs whose past tense is written like their infinitive."""
NO_VERBS: Final = ("NOUN", "PROPN", "ADJ", "PRON")
SHARED: Final = ("VBD", "VBZ")
"""Tags of verbs that share a subject: in the plural a second one may be a noun."""
MEMBERS: Final = frozenset(("member", "ally", "partner", "candidate"))
TOLD: Final = ("acl:relcl", "ccomp")
FARTHEST: Final = 6
"""Words of an apposition."""


def right_coordination(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens[1:]:
        if token.deprel == "amod" and token.text.endswith("ed") and token.head > token.index:
            _right_joined(tokens, token)
    for token in tokens:
        if token.text.lower() in second_verbs():
            _right_adjective(tokens, token)
            _right_saying(tokens, token)
        if token.deprel == "conj":
            if token.upos == "PROPN" or token.text[0].isupper():
                _right_apposition(tokens, token)
                _right_member(tokens, token)
            elif token.upos == "VERB":
                _right_second_verb(tokens, token)
                _right_behind_passive(tokens, token)
                _right_second_gerund(tokens, token)
                _right_objects(tokens, token)


def _right_member(tokens: Sequence[Token], name: Token) -> None:
    """ "NATO and EU member Peru": what it is a member of is not listed beside it."""
    member, body = tokens[name.index - 1], tokens[name.head]
    if member.lemma.lower() not in MEMBERS or member.head != name.index or body.upos != "PROPN" or body.head == ROOT:
        return
    if member.index < 2 or tokens[member.index - 1].upos != "PROPN" or body.index > member.index - 2:
        return
    if any(token.text == "," for token in tokens[body.index : member.index]):
        return
    name.head, name.deprel = body.head, body.deprel
    body.head, body.deprel = member.index, "compound"
    for token in tokens[: member.index]:
        if token.head == name.index and token.deprel == "cc":
            token.head = member.index


def _right_adjective(tokens: Sequence[Token], verb: Token) -> None:
    """ "Stressed its duty and voiced opposition": the adjective right behind "and" is the verb, its noun the object."""
    noun = tokens[verb.head] if verb.head != ROOT else verb
    joined = verb.index > 1 and tokens[verb.index - 1].deprel == "cc" and noun.deprel == "conj"
    if verb.deprel != "amod" or not joined or noun.index < verb.index:
        return
    above = _finite_over(tokens, tokens[noun.head])
    if above is None:
        return
    tokens[verb.index - 1].head = verb.index
    verb.head, verb.deprel, verb.upos, verb.xpos = above.index, "conj", "VERB", "VBD"
    noun.head, noun.deprel = verb.index, "obj"


def _right_joined(tokens: Sequence[Token], verb: Token) -> None:
    """ "Arrested nine men and seized rifles": what has an "and" of its own before it is no adjective."""
    before, noun = tokens[verb.index - 1], tokens[verb.head]
    above = _finite_over(tokens, tokens[noun.head]) if before.head == verb.index and noun.head != ROOT else None
    if before.deprel != "cc" or above is None or not above.index < verb.index:
        return
    verb.head, verb.deprel, verb.upos, verb.xpos = above.index, "conj", "VERB", "VBD"
    verb.lemma = lemma(verb.text, "VERB", "VBD")
    noun.head, noun.deprel = verb.index, "obj"


def _right_saying(tokens: Sequence[Token], verb: Token) -> None:
    """ "Appealed for calm and rejected it", "said that it had, and demanded": what goes on is the main verb's."""
    if verb.deprel != "conj" or verb.upos != "VERB" or verb.head > verb.index or _has_own(tokens, verb):
        return
    head = tokens[verb.head]
    told = head.deprel == "ccomp" and tokens[verb.index - 2].text == ","
    if head.upos not in NO_VERBS and not told:
        return
    above = _finite_over(tokens, tokens[head.head] if told else head)
    if above is not None:
        verb.head, verb.xpos = above.index, "VBD"


def _right_objects(tokens: Sequence[Token], verb: Token) -> None:
    """ "Urged restraint and voiced alarm", "attacked towns and arrested ministers": of two objects each is that of the
    verb before it."""
    first = tokens[verb.head]
    for noun in tokens[verb.index + 1 :]:
        joined = noun.deprel == "conj" and noun.upos in NOUNS and first.index < noun.head < verb.index
        if joined and _is_right_behind(tokens, verb, noun) and not _has_object(tokens, verb):
            noun.head, noun.deprel, verb.xpos = verb.index, "obj", first.xpos if first.xpos == "VBD" else verb.xpos
    for noun in tokens[first.index + 1 : verb.index]:
        other = tokens[noun.head] if noun.head > verb.index else noun
        if noun.deprel == "compound" and other.head == first.index and other.deprel == "obj":
            noun.head, noun.deprel, other.head = first.index, "obj", verb.index


def _is_right_behind(tokens: Sequence[Token], verb: Token, noun: Token) -> bool:
    """Whether only the noun's own words stand between a verb and a noun, and no "and"."""
    between = tokens[verb.index + 1 : noun.index]
    return all(token.head == noun.index and token.deprel not in ("cc", "case", "punct") for token in between)


def _finite_over(tokens: Sequence[Token], token: Token) -> Token | None:
    """The verb in the past tense that a word hangs on, or is."""
    chain = upwards(tokens, token)
    token = next((each for each in chain if each.xpos == "VBD"), chain[-1])
    return token if token.xpos == "VBD" or any(t.head == token.index and t.deprel == "aux" for t in tokens) else None


def _has_own(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb has a subject or an auxiliary of its own, or opens a clause."""
    return any(t.head == verb.index and t.deprel.startswith(("nsubj", "csubj", "aux", "mark")) for t in tokens)


def _has_object(tokens: Sequence[Token], verb: Token) -> bool:
    return any(token.head == verb.index and token.deprel == "obj" for token in tokens)


@cache
def second_verbs() -> frozenset[str]:
    """Past forms that go on, behind "and", with what the subject did."""
    return word_set("second_verbs.txt")


def _right_apposition(tokens: Sequence[Token], name: Token) -> None:
    """ "The grocer, Ullapool Foods, sacked": a name between commas with no "and", before the verb whose subject it is
    tied to, is what the subject is called."""
    subject = tokens[name.head]
    if subject.deprel not in SUBJECTS or subject.upos != "NOUN" or not 0 < name.index - subject.index <= FARTHEST:
        return
    end = name.index + 1
    if end >= len(tokens) or tokens[end].text != "," or tokens[subject.index + 1].text != ",":
        return
    if any(t.deprel == "cc" and subject.index < t.index < end for t in tokens):
        return
    if any(t.deprel == "conj" and t.head == subject.index and t.index != name.index for t in tokens):
        return
    verb = tokens[subject.head]
    before = [token for token in tokens[end + 1 : verb.index] if token.head != verb.index]
    if verb.index > end and not before:
        name.deprel = "appos"


def _right_second_verb(tokens: Sequence[Token], verb: Token) -> None:
    """ "It accused Chad of arming rebels and cut ties", "gave Chad a day to yield and barred flights": a finite verb
    goes with the finite verb above the gerund or the infinitive."""
    first = tokens[verb.head]
    passive = first.xpos == "VBN" and first.deprel == "acl" and _has_object(tokens, verb)  # "the distress caused"
    if not (first.xpos in ("VBG", "VB") or passive) or verb.head > verb.index:
        return
    base = first.xpos == "VBG" and verb.xpos in ("VB", "VBN") and verb.text.lower() in BASES
    base = base or (passive and verb.text.endswith("ed"))
    if verb.xpos not in FINITE and not base:
        return
    if _has_own(tokens, verb):
        return
    finite = next((each for each in upwards(tokens, verb)[1:] if each.xpos in FINITE), first)
    past = "VBD" if base else verb.xpos
    if finite.xpos != past or past not in SHARED or finite.index > verb.index:
        return
    verb.head, verb.xpos = finite.index, past


def _right_behind_passive(tokens: Sequence[Token], verb: Token) -> None:
    """ "It named a man whose sons were barred, and condemned the ban": what does something to somebody goes on from the
    main verb, not from what was done to those of whom a clause tells."""
    first = tokens[verb.head]
    told = first.deprel == "acl:relcl" and first.xpos == "VBN" and first.index < verb.index
    joined = tokens[verb.index - 1].deprel == "cc" and tokens[verb.index - 2].text == ","
    if not (told and joined) or not _has_object(tokens, verb) or _has_own(tokens, verb):
        return
    passive = any(t.head == first.index and t.deprel == "aux:pass" for t in tokens)
    above = _finite_over(tokens, tokens[first.head]) if passive else None
    if above is not None:
        verb.head, verb.xpos = above.index, "VBD"


def _right_second_gerund(tokens: Sequence[Token], gerund: Token) -> None:
    """ "Calling on them to fight on and appealing for help", "freezing what they own and barring trade": no infinitive
    and no finite verb goes on in "-ing", the gerund above it does."""
    above = tokens[gerund.head]
    if gerund.xpos != "VBG" or _has_own(tokens, gerund) or gerund.head > gerund.index:
        return
    chain = upwards(tokens, above)
    if above.xpos == "VB":
        first = next((each for each in chain if each.xpos not in ("VB", "NN", "NNS")), above)
    elif above.xpos in FINITE and above.deprel in TOLD:
        first = next((each for each in chain if each.xpos == "VBG"), above)
    else:
        return
    if first.xpos == "VBG" and first.index < gerund.index:
        gerund.head = first.index
