"""Mends subjects that the net hung amiss: a verb has one subject, and no preposition stands before it."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.tree import FINITE, ROOT, Token

SUBJECTS: Final = ("nsubj", "nsubj:pass")
NOUNS: Final = ("NOUN", "PROPN")
COUNTABLE: Final = ("NOUN", "PROPN", "NUM")
BEHIND: Final = ("of", "by")
"""Prepositions of what belongs to the noun before them."""
RELATIVES: Final = ("WDT", "WP")
CLITICS: Final = ("'s", "’s")
HALVES: Final = ("compound", "obl:unmarked", "obj")
"""What the first half of a verb of two words is called."""


def right_subjects(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens[3:]:
        if token.deprel == "cc":
            _part(tokens, token)
    for token in tokens:
        if token.deprel in SUBJECTS and token.upos in NOUNS:
            _hang_on_noun(tokens, token)
    for token in tokens:
        if token.deprel in SUBJECTS and token.upos in NOUNS:
            _give_to_verb(tokens, token)
    for token in tokens:
        if token.upos == "VERB" and token.xpos == "VBN" and token.deprel in ("root", "ccomp"):
            _take_name_before(tokens, token)  # "a missile struck", read as a passive without an auxiliary
        if token.upos == "VERB" and token.xpos in FINITE:
            _take_name_before(tokens, token)
            _take_conjunct_before(tokens, token)
            _take_noun_of_saying(tokens, token)
            _leave_one(tokens, token)
        if token.upos == "VERB" and token.index > 2 and tokens[token.index - 1].text == "-":
            _take_name_before_compound(tokens, token)
        if token.upos == "VERB" and token.head == ROOT:
            _take_object_before(tokens, token)


def _part(tokens: Sequence[Token], tie: Token) -> None:
    """ "Amnesty called for his release, and a court freed him": of two subjects with "and" between them the first is
    that of what was read as its participle."""
    verb = tokens[tie.head]
    subjects = [token for token in tokens if token.head == verb.index and token.deprel == "nsubj"]
    if len(subjects) != 2 or not subjects[0].index < tie.index < subjects[1].index < verb.index:
        return
    told = [t for t in tokens[: tie.index] if t.head == subjects[0].index and t.deprel == "acl"]
    if len(told) != 1 or told[0].xpos not in ("VBN", "VBD") or tokens[told[0].index - 1].text == ",":
        return
    first = told[0]
    first.head, first.deprel, first.xpos = verb.head, verb.deprel, "VBD"
    subjects[0].head = first.index
    verb.head, verb.deprel = first.index, "conj"
    if tokens[-1].head == verb.index:
        tokens[-1].head = first.index


def _hang_on_noun(tokens: Sequence[Token], noun: Token) -> None:
    """ "The expulsion of an officer by Chad brought", "the envoy's driver said": of two subjects one belongs to the
    other."""
    cases = [token for token in tokens if token.head == noun.index and token.deprel == "case"]
    following = tokens[noun.index + 1] if noun.index + 1 < len(tokens) else noun
    if cases and noun.head == following.index and following.upos in NOUNS and following.deprel in ("obl", "nmod"):
        noun.deprel = "compound"  # "by Hindu vigilantes"
        for case in cases:
            case.head = following.index
        return
    others = [t for t in tokens if t.head == noun.head and t.deprel in SUBJECTS and t.index != noun.index]
    if len(cases) != 1 or len(others) != 1:
        return
    case, other = cases[0], others[0]
    if case.text in CLITICS and case.index < other.index:
        noun.head, noun.deprel = other.index, "nmod:poss"
    elif case.text in BEHIND and _is_one_phrase(tokens, other, case):
        noun.head, noun.deprel = other.index, "nmod"


def _is_one_phrase(tokens: Sequence[Token], noun: Token, case: Token) -> bool:
    """Whether all words from a noun to a preposition behind it hang on the noun."""
    return noun.index < case.index and all(noun.index in above(tokens, t) for t in tokens[noun.index + 1 : case.index])


def _give_to_verb(tokens: Sequence[Token], noun: Token) -> None:
    """ "Chad and Niger swapped records of wanted suspects": a subject right before a finite verb without one is its
    own, not that of a verb further on."""
    if not any(token.xpos in FINITE for token in tokens[noun.index + 1 : max(0, noun.head)]):
        return
    last = phrase(tokens, noun)[-1]
    verb = tokens[last + 1] if last + 1 < len(tokens) else noun
    if verb.xpos not in FINITE or verb.upos != "VERB" or not verb.index < noun.head:
        return
    if verb.index not in above(tokens, tokens[noun.head]):
        return
    if any(token.head == verb.index and token.deprel.startswith(("nsubj", "csubj", "expl")) for token in tokens):
        return
    noun.head, noun.deprel = verb.index, "nsubj"


def _take_name_before(tokens: Sequence[Token], verb: Token) -> None:
    """ "That Ivory Coast shelters rebels", "a missile struck": a name or noun right before a finite verb without a
    subject is it, no part of it."""
    children = [token for token in tokens if token.head == verb.index]
    if any(c.deprel.startswith(("nsubj", "csubj", "expl", "aux")) and c.index < verb.index for c in children):
        return
    taken = [child for child in children if child.index > verb.index and child.deprel == "nsubj"]
    heads = {verb.index, *(child.index for child in taken)}  # "Norway froze accounts": or hung on the accounts
    names = [t for t in tokens[: verb.index] if t.deprel == "compound" and t.upos in NOUNS and t.head in heads]
    names = [name for name in names if name.upos == "PROPN" or name.head == verb.index]
    if not names or names[-1].index != verb.index - 1:
        return
    last = names[-1]
    for name in names[:-1]:
        name.head = last.index
    last.head, last.deprel, verb.xpos = verb.index, "nsubj", verb.xpos if verb.xpos in FINITE else "VBD"
    for child in taken:
        child.deprel = "obj"


def _take_name_before_compound(tokens: Sequence[Token], verb: Token) -> None:
    """ "North Korea test-fired a missile", "whom police pepper-sprayed": who stands before a verb of two words is its
    subject."""
    noun, name = tokens[verb.index - 2], tokens[verb.index - 3]
    if noun.deprel not in HALVES or noun.head != verb.index or name.head != noun.index or name.upos not in NOUNS:
        return
    own = (token.deprel for token in tokens if token.head == verb.index)
    if not any(relation.startswith(("nsubj", "csubj", "expl", "aux")) for relation in own):
        name.head, name.deprel = verb.index, "nsubj"


def _take_conjunct_before(tokens: Sequence[Token], verb: Token) -> None:
    """ "Chad welcomed the pact and Niger said": a noun that "and" ties to an object, right before a second finite verb
    without a subject, is its subject."""
    if verb.deprel != "conj" or verb.index == 0:
        return
    if any(token.head == verb.index and token.deprel.startswith(("nsubj", "csubj", "expl")) for token in tokens):
        return
    noun = tokens[verb.index - 1]
    while noun.deprel in ("flat", "compound") and noun.upos in NOUNS and noun.head < noun.index:
        noun = tokens[noun.head]
    if noun.deprel != "conj" or noun.upos not in NOUNS or tokens[noun.head].deprel not in ("obj", "obl", "nmod"):
        return
    noun.head, noun.deprel = verb.index, "nsubj"


def _take_noun_of_saying(tokens: Sequence[Token], verb: Token) -> None:
    """ "He said fewer than ten of the miners went": a noun or number without a preposition between a verb and the
    clause that is its object is that clause's subject."""
    if verb.deprel != "ccomp" or verb.head == ROOT or not verb.head < verb.index:
        return
    own = (token.deprel for token in tokens if token.head == verb.index and token.index < verb.index)
    if any(not relation.startswith(("aux", "advmod")) for relation in own):
        return
    beside = [token for token in tokens[verb.head + 1 : verb.index] if token.head == verb.head]
    if len(beside) != 1 or beside[0].deprel not in ("obl", "obj", "obl:unmarked") or beside[0].upos not in COUNTABLE:
        return
    if not any(token.head == beside[0].index and token.deprel == "case" for token in tokens):
        passive = any(token.head == verb.index and token.deprel == "aux:pass" for token in tokens)
        beside[0].head, beside[0].deprel = verb.index, "nsubj:pass" if passive else "nsubj"


def _take_object_before(tokens: Sequence[Token], verb: Token) -> None:
    """ "Jonas Store of Norway asked the minister": an object before a main verb without a subject, and whom it is said
    to, behind it, are its subject and its object."""
    children = [token for token in tokens if token.head == verb.index]
    helped = any(child.deprel == "aux" for child in children)
    if any(child.deprel.startswith(("nsubj", "csubj", "expl", "aux:pass")) for child in children):
        return
    if verb.xpos not in FINITE and not helped:
        return
    objects = [child for child in children if child.deprel == "obj"]
    if len(objects) != 1 or objects[0].index > verb.index or objects[0].upos not in NOUNS:
        return
    objects[0].deprel = "nsubj"
    for child in children:
        if child.deprel == "iobj" and child.index > verb.index:
            child.deprel = "obj"


def _leave_one(tokens: Sequence[Token], verb: Token) -> None:
    """ "The envoy met the minister": of a subject before a finite verb and one right behind it the second is its
    object. "Ghana: nurses suspend walkout": of two before it the one before a colon is what it is about. "The minister
    of works, Jane Opondo, said": a name between commas says who the first is."""
    subjects = [token for token in tokens if token.head == verb.index and token.deprel == "nsubj"]
    if len(subjects) != 2:
        return
    first, second = subjects
    if first.xpos in RELATIVES and verb.deprel == "acl:relcl" and second.index < verb.index and second.upos in NOUNS:
        first.deprel = "obj"  # "a group which Chad banned"
        return
    if second.index < verb.index and tokens[first.index + 1].text == ":":
        first.deprel = "dislocated"
    if second.index < verb.index and second.upos == "PROPN" and _between_commas(tokens, second, verb):
        second.head, second.deprel = first.index, "appos"
    if not first.index < verb.index < second.index:
        return
    between = tokens[verb.index + 1 : second.index]
    if second.upos in NOUNS and all(second.index in above(tokens, token) for token in between):
        second.deprel = "obj"


def _between_commas(tokens: Sequence[Token], name: Token, verb: Token) -> bool:
    """Whether a name with all that hangs on it stands between two commas right before a verb."""
    own = phrase(tokens, name)
    first, last = own[0], own[-1]
    if tokens[last].text == ",":
        last -= 1
    return first > 0 and last + 2 == verb.index and tokens[first - 1].text == tokens[last + 1].text == ","


def phrase(tokens: Sequence[Token], noun: Token) -> list[int]:
    """The words of a noun's phrase, in order: the noun and all that hangs on it."""
    own = {noun.index}
    while more := [token.index for token in tokens if token.head in own and token.index not in own]:
        own.update(more)
    return sorted(own)


def above(tokens: Sequence[Token], token: Token) -> list[int]:
    """The words that a word hangs on, from it upwards; no more than the sentence has, should it be no tree yet."""
    found: list[int] = []
    while token.head != ROOT and len(found) <= len(tokens):
        found.append(token.head)
        token = tokens[token.head]
    return found


def upwards(tokens: Sequence[Token], token: Token) -> list[Token]:
    """A word, and the words that it hangs on."""
    return [token, *(tokens[at] for at in above(tokens, token))]
