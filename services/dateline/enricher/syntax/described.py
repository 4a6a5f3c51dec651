"""Mends sentences whose subject is long: "A delegation led by the Speaker is in Harare".

The first participle behind the subject was taken for the sentence's verb, or the subject itself for what is said.
"""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS
from dateline.enricher.syntax.tree import FINITE, ROOT, Token

PARTICIPLES: Final = ("VBN", "VBD")
HEADS: Final = ("root", "ccomp")
LINKS: Final = ("cop", "aux", "aux:pass")
TAKEN: Final = ("cop", "aux", "aux:pass", "obj", "iobj")
"""What a participle that only describes its noun has not."""
BARRIERS: Final = ("mark", "cc", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
"""What a clause that is not the sentence's main one begins with."""
PARTS: Final = ("compound", "nmod:desc", "flat")
"""Relations of the other words of a name."""
CONJUNCTIONS: Final = frozenset({"as", "after", "before", "since", "until"})
"""Prepositions that also open clauses."""
RELATIVES: Final = ("who", "which")
CLAUSES: Final = ("advcl", "conj", "ccomp", "parataxis", "dep", "acl", "acl:relcl", "xcomp")
SAYING: Final = frozenset({"say", "tell", "add"})
"""Verbs whose past tense is followed by what is said."""


def right_described(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    _give_noun_to_preposition(tokens)
    _hang_on_noun_before(tokens)
    _leave_to_preposition(tokens)
    _relate(tokens)
    for token in tokens:
        if token.deprel in HEADS:
            if token.upos in NOUNS:
                _say_it_of_noun(tokens, token)
            elif token.upos == "VERB" and token.xpos in PARTICIPLES and token.lemma.lower() not in SAYING:
                _describe_subject(tokens, token)
        elif token.deprel == "nsubj" and token.upos in NOUNS:
            _leave_to_what_is_said(tokens, token)


def _give_noun_to_preposition(tokens: Sequence[Token]) -> None:
    """ "By suspected rebels": no verb has both a preposition right before it and an object."""
    for verb in tokens[1:]:
        before = tokens[verb.index - 1]
        if verb.xpos != "VBN" or before.deprel != "case" or verb.head == ROOT:
            continue
        children = [token for token in tokens if token.head == verb.index]
        noun = next((child for child in children if child.deprel == "obj" and child.upos in NOUNS), None)
        if noun is None or noun.index < verb.index or before.head not in (verb.index, noun.index):
            continue
        _hang_beside(tokens, noun, verb)
        verb.head, verb.deprel = noun.index, "amod"
        before.head = noun.index
        for child in children:
            if child is not noun:
                child.head = noun.index


def _hang_on_noun_before(tokens: Sequence[Token]) -> None:
    """ "In an ambush laid by rebels": a noun with a preposition right before a participle is what that describes."""
    for participle in tokens[1:-1]:
        noun, behind = tokens[participle.index - 1], tokens[participle.index + 1]
        if participle.xpos not in PARTICIPLES or noun.head != participle.index or noun.deprel != "obl":
            continue
        if noun.upos not in NOUNS or (participle.xpos != "VBN" and behind.text != "by"):
            continue
        own = [token for token in tokens if token.head == participle.index and token.index < noun.index]
        if own or behind.upos != "ADP" or participle.head in (ROOT, noun.index):
            continue
        if not _has_preposition(tokens, noun):
            continue
        _hang_beside(tokens, noun, participle)
        participle.head, participle.deprel, participle.xpos = noun.index, "acl", "VBN"


def _leave_to_preposition(tokens: Sequence[Token]) -> None:
    """ "Wrote to the council accusing Chad": no noun with a preposition is what the verb behind it is done to."""
    for noun in tokens[:-1]:
        verb = tokens[noun.index + 1]
        if verb.xpos != "VBG" or noun.deprel != "obj" or noun.head != verb.index or verb.head in (ROOT, noun.index):
            continue
        if noun.upos in NOUNS and verb.head < noun.index and _has_preposition(tokens, noun):
            _hang_beside(tokens, noun, verb)


def _relate(tokens: Sequence[Token]) -> None:
    """ "The envoy, who is visiting Chad, signed it": what "who" opens is no main clause."""
    root = next((token for token in tokens if token.head == ROOT), None)
    who = next((t for t in tokens if t.head == root.index and t.deprel in SUBJECTS), None) if root is not None else None
    if root is None or who is None or who.text.lower() not in RELATIVES:
        return
    main = next((t for t in tokens if t.head == root.index and t.deprel == "ccomp" and t.index > root.index), None)
    noun = next((t for t in tokens if main is not None and t.head == main.index and t.deprel in SUBJECTS), None)
    if main is None or noun is None or noun.index > who.index:
        return
    main.head, main.deprel = ROOT, "root"
    root.head, root.deprel = noun.index, "acl:relcl"
    for token in tokens:
        if token.head == root.index and (token.index > main.index or token.index < noun.index):
            token.head = main.index


def _say_it_of_noun(tokens: Sequence[Token], noun: Token) -> None:
    """ "Inmates in Bafra are on the tenth day of a strike": what "are" belongs to is no part of the noun."""
    children = [token for token in tokens if token.head == noun.index]
    if any(child.deprel.startswith(("cop", "nsubj")) for child in children):
        return
    for token in children:
        links = [child for child in tokens if child.head == token.index and child.deprel == "cop"]
        if not links or token.deprel not in ("nmod", "obl") or token.index < noun.index:
            continue
        token.head, token.deprel = noun.head, noun.deprel
        for child in children:
            if child.index > links[0].index and child is not token:
                child.head = token.index
        noun.head, noun.deprel = token.index, "nsubj"
        return


def _leave_to_what_is_said(tokens: Sequence[Token], noun: Token) -> None:
    """ "Inmates are on strike, a lawyer said": of two subjects of a verb the first is that of what is said."""
    verb = tokens[noun.head]
    beside = [token for token in tokens if token.head == verb.index and token.index > noun.index]
    if noun.index > verb.index or sum(token.deprel == "nsubj" for token in beside) != 1:
        return
    said = [t for t in beside if t.deprel == "ccomp" and t.index < verb.index]
    if len(said) != 1 or next(t.index for t in beside if t.deprel == "nsubj") < said[0].index:
        return
    own = [token.deprel for token in tokens if token.head == said[0].index and token.index < said[0].index]
    if not any(relation.startswith(("nsubj", "csubj", "expl", "mark")) for relation in own):
        noun.head, noun.deprel = said[0].index, "nsubj:pass" if "aux:pass" in own else "nsubj"


def _describe_subject(tokens: Sequence[Token], participle: Token) -> None:
    """ "Migrants held in a camp were beaten": a second verb without a subject, and with nothing that ties it to the
    first, is the sentence's."""
    children = [token for token in tokens if token.head == participle.index]
    if any(child.deprel in TAKEN for child in children):
        return
    subjects = [c for c in children if c.deprel in SUBJECTS and c.index < participle.index]
    behind = tokens[participle.index + 1] if participle.index + 1 < len(tokens) else participle
    if len(subjects) != 1 or behind.upos != "ADP" or subjects[0].upos not in NOUNS:
        return
    beside = [token for token in tokens if token.head == participle.head != ROOT and token.deprel == "ccomp"]
    verb = next((token for token in (*children, *beside) if _is_main(tokens, participle, token)), None)
    if verb is None:
        return
    passive = any(token.head == verb.index and token.deprel == "aux:pass" for token in tokens)
    subject = subjects[0]
    for token in tokens:
        if token.head == verb.index and token.deprel in SUBJECTS and token.index < verb.index:
            token.head, token.deprel = participle.index, "obl"
    verb.head, verb.deprel = participle.head, participle.deprel
    for child in children:
        if child is not subject and child is not verb and (child.index > verb.index or child.index < subject.index):
            child.head = verb.index
    participle.head, participle.deprel, participle.xpos = subject.index, "acl", "VBN"
    subject.head, subject.deprel = verb.index, "nsubj:pass" if passive else "nsubj"


def _hang_beside(tokens: Sequence[Token], noun: Token, verb: Token) -> None:
    """Hangs a noun with a preposition on what the verb hangs on."""
    noun.head, noun.deprel = verb.head, "nmod" if tokens[verb.head].upos in NOUNS else "obl"


def _is_behind_preposition(tokens: Sequence[Token], noun: Token) -> bool:
    """ "Led by a minister is": no subject has a preposition; but "as a crash brings" is another clause."""
    opening = _prepositions(tokens, noun)
    return noun.deprel in SUBJECTS and bool(opening) and opening.isdisjoint(CONJUNCTIONS)


def _has_preposition(tokens: Sequence[Token], noun: Token) -> bool:
    return bool(_prepositions(tokens, noun))


def _prepositions(tokens: Sequence[Token], noun: Token) -> set[str]:
    """Those before a noun or the words of its name."""
    parts = {noun.index, *(t.index for t in tokens if t.head == noun.index and t.deprel in PARTS)}
    return {t.text.lower() for t in tokens if t.head in parts and t.deprel == "case" and t.upos == "ADP"}


def _is_main(tokens: Sequence[Token], participle: Token, verb: Token) -> bool:
    """Whether what hangs on the participle is the sentence's verb, or what is said with "is"."""
    if verb.deprel not in CLAUSES or verb.index <= participle.index:
        return False
    own = [token for token in tokens if token.head == verb.index]
    before = [child for child in own if child.index < verb.index]
    if any(child.deprel in BARRIERS and not _is_behind_preposition(tokens, child) for child in before):
        return False
    links = [child.index for child in own if child.deprel in LINKS and child.index < verb.index]
    if not links and (verb.upos != "VERB" or verb.xpos not in FINITE):
        return False
    first = min(links, default=verb.index)
    while first > 0 and tokens[first - 1].head == verb.index and tokens[first - 1].deprel == "advmod":
        first -= 1
    between = tokens[participle.index + 1 : first]
    return not any(token.deprel in ("punct", "cc", "mark") for token in between)
