"""Mends objects that the net took for something else, since another verb or number stands beside them."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS, above, phrase
from dateline.enricher.syntax.tree import FINITE, Token
from dateline.enricher.syntax.words import REPORTING, intransitive

BESIDE: Final = ("acl:relcl", "advcl", "acl")
"""Relations of the clauses that stand beside a subject."""
COMPLEMENTS: Final = ("obj", "iobj", "ccomp", "xcomp", "aux:pass", "cop")
"""What a verb has that lacks no object."""
SAYING: Final = frozenset(("said", "says"))
CLOSING: Final = frozenset((",", '"', "”", "''"))
"""What stands between what is said and who says it."""
COUNTING: Final = frozenset(("least", "most"))


def right_lost_objects(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    _give_back_second_subjects(tokens)
    _take_counted(tokens)
    _take_subject_of_told(tokens)
    _take_who_says(tokens)
    _give_to_gerund(tokens)


def _give_back_second_subjects(tokens: Sequence[Token]) -> None:
    """ "The officers who held the clerks fled", "having held nine clerks, Chad": of two subjects the one right behind a
    verb without an object is that verb's."""
    for noun in tokens[2:]:
        main = tokens[noun.head]
        if noun.deprel not in SUBJECTS or noun.upos not in NOUNS or main.index < noun.index:
            continue
        others = [t for t in tokens[: main.index] if t.head == main.index and t.deprel in SUBJECTS and t is not noun]
        others += _tied_by_comma(tokens, noun, main)
        if not others:
            continue
        verb = tokens[phrase(tokens, noun)[0] - 1]
        before = [main.index, *(other.index for other in others if other.index < noun.index)]
        beside = verb.deprel in BESIDE and verb.head in before
        if beside and _lacks_object(tokens, verb):
            for other in others:
                other.head, other.deprel = main.index, noun.deprel
            noun.head, noun.deprel = verb.index, "obj"


def _tied_by_comma(tokens: Sequence[Token], noun: Token, main: Token) -> list[Token]:
    """What a mere comma ties to a noun before its verb: "far from holding nine clerks, Chad fed them"."""
    tied = [t for t in tokens[noun.index + 2 : main.index] if t.head == noun.index and t.deprel == "conj"]
    return [t for t in tied if tokens[phrase(tokens, t)[0]].text == "," or tokens[phrase(tokens, t)[0] - 1].text == ","]


def _lacks_object(tokens: Sequence[Token], verb: Token) -> bool:
    if verb.upos != "VERB" or verb.lemma.lower() in intransitive():
        return False
    return not any(token.head == verb.index and token.deprel in COMPLEMENTS for token in tokens)


def _take_counted(tokens: Sequence[Token]) -> None:
    """ "Held at least nine clerks", "held at least nine": the preposition is the number's."""
    for least in tokens[2:-2]:
        number = tokens[least.index + 1]
        noun = number if number.deprel == "obl" else tokens[number.head]
        verb = tokens[noun.head]
        if least.text.lower() not in COUNTING or number.upos != "NUM" or noun.deprel != "obl":
            continue
        own = any(token.head == noun.index and token.deprel == "case" for token in tokens)
        if verb.index == least.index - 2 and not own and _lacks_object(tokens, verb):
            noun.deprel = "obj"


def _take_subject_of_told(tokens: Sequence[Token]) -> None:
    """ "Kenya, Peru said, held nine": who stands between a comma and a saying only says what the noun before did."""
    for verb in tokens[3:-2]:
        if verb.text.lower() not in REPORTING or tokens[verb.index + 1].text != ",":
            continue
        subjects = [t for t in tokens[: verb.index] if t.head == verb.index and t.deprel == "nsubj"]
        first = subjects[0] if subjects else verb
        speaker = tokens[verb.index - 1]
        named = speaker.head == first.index and speaker.deprel in ("appos", "conj")
        if not (named or subjects[1:] == [speaker]) or tokens[phrase(tokens, speaker)[0] - 1].text != ",":
            continue
        told = [t for t in tokens[verb.index :] if t.head == verb.index and t.deprel == "ccomp"]
        if len(told) == 1 and not any(t.head == told[0].index and t.deprel in SUBJECTS for t in tokens):
            first.head = told[0].index
            speaker.head, speaker.deprel = verb.index, "nsubj"


def _take_who_says(tokens: Sequence[Token]) -> None:
    """ "Two men in a car fired at him, said Jane Opondo": who stands right behind says it, and what stands before is
    what is said, with a verb of its own if one was taken for a noun's."""
    for verb in tokens[3:-1]:
        if verb.text not in SAYING or tokens[verb.index - 1].text not in CLOSING:
            continue
        children = [token for token in tokens if token.head == verb.index and token.deprel in ("nsubj", "obj")]
        if [child.deprel for child in children] != ["nsubj", "obj"]:
            continue
        subject, speaker = children
        if not subject.index < verb.index or phrase(tokens, speaker)[0] != verb.index + 1 or speaker.upos not in NOUNS:
            continue
        speaker.deprel = "nsubj"
        told = next((t for t in tokens[subject.index : verb.index] if _is_own_verb(tokens, t, subject)), None)
        if told is None:
            subject.deprel = "ccomp"
        else:
            told.head, told.deprel = verb.index, "ccomp"
            subject.head = told.index


def _is_own_verb(tokens: Sequence[Token], verb: Token, subject: Token) -> bool:
    """Whether a finite verb without a subject hangs on one that may be its."""
    if verb.upos != "VERB" or verb.xpos not in FINITE or subject.index not in above(tokens, verb):
        return False
    return not any(token.head == verb.index and token.deprel in SUBJECTS for token in tokens)


def _give_to_gerund(tokens: Sequence[Token]) -> None:
    """ "Accused the group of taxing coca growers": what stands right behind a gerund, with no preposition, is what that
    is done to, and no part of the noun before."""
    for noun in tokens[3:]:
        if noun.deprel != "nmod" or noun.upos not in NOUNS:
            continue
        if any(t.head == noun.index and t.deprel == "case" for t in tokens):
            continue
        gerund = tokens[phrase(tokens, noun)[0] - 1]
        if gerund.xpos == "VBG" and gerund.head == noun.head and _lacks_object(tokens, gerund):
            noun.head, noun.deprel = gerund.index, "obj"
