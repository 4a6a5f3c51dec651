"""Mends words whose tag and place in the tree do not fit: particles read as prepositions, verbs as adjectives."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.enricher.syntax.coordination import second_verbs
from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.passives import make_participle
from dateline.enricher.syntax.subjects import phrase
from dateline.enricher.syntax.tree import FINITE, Token
from dateline.enricher.syntax.words import REPORTING, word_set

DETERMINERS: Final = ("DT", "PRP$")
NOMINAL: Final = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
"""What only nouns are to the words above them."""
OF_NOUNS: Final = ("det", "amod", "compound")
"""Relations of what only nouns have right before them."""
LOOSE: Final = ("conj", "advcl", "parataxis")
"""What a clause is called that stands beside another."""
SUSPECTED: Final = frozenset(("suspected", "accused", "convicted", "wanted"))
CLAUSAL: Final = ("obj", "ccomp", "xcomp")
AFLAME: Final = frozenset(("ablaze", "alight", "afire", "aflame"))
AIMED: Final = ("on", "at", "against", "upon")
OPENING: Final = frozenset("\" “ ” . : ; ? ! ( ) - – — ' ‘ ’ `` ''".split())
"""Behind these a sentence may begin."""
PARTICLE, NOUN, PARTICIPLE, PAST, FINITE_S = "RP", "NOUN", "VBN", "VBD", "VBZ"


def right_particles(tokens: Sequence[Token]) -> None:
    """ "Called off the strike": what is a particle right behind its verb makes of the noun behind it its object."""
    for particle in tokens[1:]:
        if particle.text in ("up", "down") and tokens[particle.index - 1].text == "wound":
            tokens[particle.index - 1].lemma, tokens[particle.index - 1].xpos = "wind", PAST
        if particle.xpos != PARTICLE or particle.deprel != "case":
            continue
        verb, noun = tokens[particle.index - 1], tokens[particle.head]
        if verb.upos == "VERB" and noun.head == verb.index and noun.deprel == "obl":
            particle.head, particle.deprel, noun.deprel = verb.index, "compound:prt", "obj"


def right_nouns(tokens: Sequence[Token]) -> None:
    """ "The suspects fired", "in clashes": a verb in "-s" right behind an article or a preposition, where the tree has
    a noun, is one; behind a number it is none ("arrested seven suspects"). "Mr Modi's visit": a name with "'s" before
    a noun is whose it is. "The attorney general": a general."""
    for token in tokens[1:]:
        before = tokens[token.index - 1]
        if token.xpos == FINITE_S and before.upos == "NUM" and before.head == token.index and token.index > 1:
            _make_counted(tokens, token)
        elif token.xpos == FINITE_S and before.upos == "NUM" and token.deprel == "acl" and before.head == token.head:
            _make_head_of(tokens, token)
        elif token.xpos == FINITE_S and token.upos == "VERB" and token.deprel in NOMINAL:
            if before.xpos in DETERMINERS or (before.deprel == "case" and before.head == token.index):
                token.upos, token.xpos, token.lemma = NOUN, "NNS", lemma(token.text, NOUN, "NNS")
                if before.xpos in DETERMINERS:
                    before.head, before.deprel = token.index, "det"
        elif token.xpos == "VBG" and token.upos == "VERB" and before.head == token.index and before.deprel in OF_NOUNS:
            _make_gerund_noun(tokens, token)
        elif token.text == "No" and token.deprel == "det" and _is_first_name(tokens, token):
            token.upos, token.xpos, token.deprel = "PROPN", "NNP", "compound"
        elif token.lemma == "general" and token.deprel == "amod" and token.head == before.index:
            _make_general(tokens, token)
        elif token.xpos == "POS" and token.deprel == "case":
            owner = tokens[token.head]
            if owner.deprel == "nmod" and owner.index < token.index < owner.head:
                owner.deprel = "nmod:poss"


def _is_first_name(tokens: Sequence[Token], token: Token) -> bool:
    """Whether "No" is the surname of a Korean: "minister No Kwang Chol said", and no "No Man's Land"."""
    names = tokens[token.index + 1 : token.index + 3]
    within = tokens[token.index - 1].text not in OPENING
    return within and len(names) == 2 and all(name.xpos == "NNP" and name.text.istitle() for name in names)


def _make_general(tokens: Sequence[Token], general: Token) -> None:
    """What was read as an adjective behind a noun is the noun's head."""
    noun = tokens[general.index - 1]
    general.upos, general.xpos, general.head, general.deprel = NOUN, "NN", noun.head, noun.deprel
    for token in tokens:
        if token.head == noun.index:
            token.head = general.index
    noun.head, noun.deprel = general.index, "compound"


def _make_counted(tokens: Sequence[Token], noun: Token) -> None:
    """What follows a number and was read as its verb is the object of the verb before the number, if that has none."""
    number, verb = tokens[noun.index - 1], tokens[noun.index - 2]
    if verb.text.lower() in AFLAME and verb.index:
        verb = tokens[verb.index - 1]  # "set ablaze 23 houses"
    if verb.upos != "VERB" or verb.index != noun.head or number.text.lower() == "one":
        return
    noun.upos, noun.xpos, noun.lemma, noun.deprel = NOUN, "NNS", lemma(noun.text, NOUN, "NNS"), "obj"
    number.deprel = "nummod"


def _make_head_of(tokens: Sequence[Token], noun: Token) -> None:
    """ "The arrest of nine suspects": what follows a number and was read as telling of the same noun is counted by
    it."""
    number = tokens[noun.index - 1]
    noun.upos, noun.xpos, noun.lemma, noun.deprel = NOUN, "NNS", lemma(noun.text, NOUN, "NNS"), number.deprel
    for token in tokens[: noun.index]:
        if token.head == number.index and token.deprel == "case":
            token.head = noun.index
    number.head, number.deprel = noun.index, "nummod"


def right_objects(tokens: Sequence[Token]) -> None:
    """ "Voiced concern and condemned Sunday's strike": what stands right behind a second verb that needs an object, and
    was read as its subject, is that object."""
    for noun in tokens[2:]:
        verb = tokens[noun.head]
        if noun.deprel != "nsubj" or verb.index > noun.index or verb.deprel != "conj" or verb.xpos != PAST:
            continue
        if verb.text.lower() not in second_verbs():
            continue
        own = {token.head for token in tokens[verb.index + 1 : noun.index]}
        between = own <= set(range(verb.index + 1, noun.index + 1))
        has_object = any(token.head == verb.index and token.deprel in CLAUSAL for token in tokens)
        if between and not has_object:
            noun.deprel = "obj"


def right_suspects(tokens: Sequence[Token]) -> None:
    """ "Detained a worker suspected of spying": what an object is suspected of is said of it."""
    for verb in tokens[2:]:
        noun = tokens[verb.index - 1]
        suspected = verb.xpos == PARTICIPLE and verb.deprel == "xcomp" and verb.text.lower() in SUSPECTED
        counted = noun.upos == "NUM" and noun.head == verb.index
        if suspected and (counted or (noun.deprel == "obj" and noun.head == verb.head)):
            noun.head, noun.deprel = verb.head, "obj"
            verb.head, verb.deprel = noun.index, "acl"


def right_finite(tokens: Sequence[Token]) -> None:
    """ "Kigali denies backing them": what is never a noun, and is what the sentence says, is its verb; the noun before
    it the subject."""
    for token in tokens:
        if token.upos == "NOUN" and token.deprel in ("root", "acl:relcl") and token.text in finite():
            token.upos, token.xpos, token.lemma = "VERB", FINITE_S, lemma(token.text, "VERB", FINITE_S)
            before = [
                t for t in tokens[: token.index] if t.head == token.index and t.deprel in ("compound", "nmod:poss")
            ]
            for subject in before[-1:]:
                subject.deprel = "nsubj"


def right_only_pasts(tokens: Sequence[Token]) -> None:
    """ "China lent Kenya a ship": what is nothing but a past tense is the verb, and what it was read to describe its
    object, whose subject is its own."""
    for verb in tokens:
        if verb.text not in only_pasts() or verb.upos == "VERB":
            continue
        verb.upos, verb.xpos, verb.lemma = "VERB", PAST, lemma(verb.text, "VERB", PAST)
        noun = tokens[verb.head]
        if verb.deprel == "amod" and noun.index > verb.index:
            for child in tokens[: verb.index]:
                if child.head == noun.index and child.deprel == "nsubj":
                    child.head = verb.index
            verb.head, verb.deprel = noun.head, noun.deprel
            noun.head, noun.deprel = verb.index, "obj"


@cache
def only_pasts() -> frozenset[str]:
    return word_set("only_pasts.txt")


def right_gerunds(tokens: Sequence[Token]) -> None:
    """ "Denies backing them": a gerund right behind a verb is what that is about. "Accused her boss of leaning on
    them": behind "of" it is a clause, and no noun."""
    for gerund in tokens[1:]:
        verb = tokens[gerund.index - 1]
        if gerund.xpos != "VBG":
            continue
        if gerund.deprel == "acl" and gerund.head == verb.index and verb.upos == "VERB":
            gerund.deprel = "xcomp"
        elif gerund.deprel == "nmod" and verb.head == gerund.index and verb.deprel == "mark":
            gerund.deprel = "acl"
        elif gerund.deprel == "xcomp" and verb.text == "," and gerund.upos == "VERB":
            gerund.deprel = "advcl"  # "stormed it, shooting nine"
        elif gerund.deprel == "advcl" and verb.text in AIMED and verb.head == gerund.index:
            _right_attribute(tokens, gerund, verb)
        elif gerund.deprel == "amod" and verb.upos == "VERB" and gerund.head == gerund.index + 1:
            _right_content(tokens[gerund.head], gerund, verb)


def _right_content(name: Token, gerund: Token, verb: Token) -> None:
    """ "Denied shelling Moyale": a gerund describes no name."""
    if name.text[0].isupper() and name.deprel == "obj" and name.head == verb.index:
        gerund.head, gerund.deprel, gerund.upos = verb.index, "xcomp", "VERB"
        name.head = gerund.index


def _right_attribute(tokens: Sequence[Token], gerund: Token, preposition: Token) -> None:
    """ "Fired on marching miners": what nobody does to anybody describes the noun behind it."""
    noun = next((token for token in tokens if token.head == gerund.index and token.deprel == "obj"), None)
    if noun is None or noun.index < gerund.index or gerund.lemma.lower() not in word_set("intransitive.txt"):
        return
    for token in tokens:
        if token.head == gerund.index and token is not noun:
            token.head = noun.index
    noun.head, noun.deprel = gerund.head, "obl"
    gerund.head, gerund.deprel = noun.index, "amod"
    preposition.deprel = "case"


@cache
def finite() -> frozenset[str]:
    return word_set("finite.txt")


def right_asides(tokens: Sequence[Token]) -> None:
    """ "Egypt, having signed a pact, has shipped": a clause with "having" right behind a subject hangs on its verb."""
    for having in tokens[2:]:
        if having.text.lower() != "having" or having.deprel != "aux" or tokens[having.index - 1].text != ",":
            continue
        subject, verb = tokens[having.index - 2], tokens[having.head]
        main = tokens[subject.head]
        if subject.deprel == "nsubj" and main.index > verb.index > having.index and verb.head != main.index:
            verb.head, verb.deprel = main.index, "advcl"


def right_sayings_aside(tokens: Sequence[Token]) -> None:
    """ "A cutter shelled it, Manila says, and rammed it": who only says so between commas does not do what follows."""
    for verb in tokens[3:-1]:
        if verb.deprel != "conj" or verb.text.lower() not in REPORTING or tokens[verb.index + 1].text != ",":
            continue
        own = [token for token in tokens if token.head == verb.index]
        if any(token.deprel == "cc" for token in own) or not any(t.deprel == "nsubj" for t in own):
            continue
        verb.deprel = "parataxis"
        for token in own:
            if token.deprel == "conj" and token.index > verb.index:
                token.head = verb.head


def right_sayings_between(tokens: Sequence[Token]) -> None:
    """ "Chad thanked him, its palace said, but stressed": what goes on behind a saying between commas, with no subject,
    goes on from what is said."""
    for verb in tokens[3:-1]:
        if verb.text.lower() in REPORTING and verb.upos == "VERB":
            _give_back(tokens, verb)


def _give_back(tokens: Sequence[Token], saying: Token) -> None:
    own = [token for token in tokens if token.head == saying.index]
    said = next((token for token in own if token.deprel == "ccomp" and token.index < saying.index), None)
    teller = next((token for token in own if token.deprel == "nsubj" and token.index < saying.index), None)
    if said is None or teller is None or said.xpos not in FINITE or tokens[phrase(tokens, teller)[0] - 1].text != ",":
        return
    for second in own:
        ties = [token for token in tokens if token.head == second.index and token.deprel == "cc"]
        closed = any(tokens[tie.index - 1].text == "," for tie in ties)
        if second.deprel == "conj" and second.xpos == said.xpos and closed and not _has_subject(tokens, second):
            second.head = said.index


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    return any(token.head == verb.index and token.deprel.startswith(("nsubj", "csubj")) for token in tokens)


def right_fused_clauses(tokens: Sequence[Token]) -> None:
    """ "Chad freed nine farmers seized in May": a noun right behind a verb without an object is its object, not the
    subject of a clause that nothing ties to it; what was done to it is a participle."""
    for noun in tokens[2:]:
        second = tokens[noun.head]
        if noun.deprel != "nsubj" or second.index != noun.index + 1 or second.xpos != PAST or second.head < 0:
            continue
        verb = tokens[second.head]
        own = [token for token in tokens[verb.index + 1 : noun.index] if token.head == noun.index]
        right_behind = verb.index < noun.index and len(own) == noun.index - verb.index - 1
        if not right_behind or verb.upos != "VERB" or second.deprel not in LOOSE or not second.text.endswith("ed"):
            continue
        if any(t.head == verb.index and t.deprel in ("obj", "ccomp", "xcomp", "aux:pass") for t in tokens):
            continue
        if any(t.head == second.index and t.deprel in ("obj", "cc", "mark", "ccomp", "aux") for t in tokens):
            continue
        noun.head, noun.deprel = verb.index, "obj"
        second.head, second.deprel, second.xpos = noun.index, "acl", PARTICIPLE


def _make_gerund_noun(tokens: Sequence[Token], gerund: Token) -> None:
    """ "Killed in heavy shelling": what has a preposition and an adjective is a noun."""
    if gerund.deprel in ("advcl", "obl", "nmod") and any(t.head == gerund.index and t.deprel == "case" for t in tokens):
        gerund.upos, gerund.xpos, gerund.lemma = NOUN, "NN", lemma(gerund.text, NOUN, "NN")
        if gerund.deprel == "advcl":
            gerund.deprel = "obl"


def right_receivers(tokens: Sequence[Token]) -> None:
    """ "Grant Kenya 30 million dollars": a name between a verb of giving and a number is no part of what is given."""
    for name in tokens[1:-1]:
        verb, given = tokens[name.index - 1], tokens[name.head]
        if name.upos != "PROPN" or name.deprel not in ("compound", "nmod") or verb.upos != "VERB":
            continue
        counted = tokens[name.index + 1].upos == "NUM" and given.head == verb.index and given.deprel == "obj"
        if counted and given.index > name.index + 1 and verb.lemma.lower() in giving():
            name.head, name.deprel = verb.index, "iobj"


@cache
def giving() -> frozenset[str]:
    return word_set("giving.txt")


def _is_of_name(tokens: Sequence[Token], name: Token, token: Token) -> bool:
    """Whether a word goes on with a name: "Han Seo - yun"."""
    joined = token.text == "-" and tokens[token.index + 1].deprel == "flat"
    return name.upos == "PROPN" and (joined or (token.deprel == "flat" and token.head == name.index))


def right_verb_before_determiner(tokens: Sequence[Token], root: Token) -> None:
    """ "Parliament ousted the minister", "ousted Mohamed Okello": an adjective has no article behind it and seldom a
    name, so it is the verb; as a participle, which other rules make the sentence's verb."""
    at = root.index + 1
    while at < len(tokens) - 2 and _is_of_name(tokens, root, tokens[at]):
        at += 1
    if at + 1 >= len(tokens) or not (tokens[at + 1].xpos in DETERMINERS or tokens[at + 1].upos == "PROPN"):
        return
    verb = tokens[at]
    if verb.deprel != "amod" or verb.upos != "ADJ" or not verb.text.endswith("ed") or verb.head < at:
        return
    make_participle(verb)
    if tokens[verb.head].head == root.index:
        object_of_verb = tokens[verb.head]
        object_of_verb.head, object_of_verb.deprel = at, "obj"
        verb.head, verb.deprel = root.index, "acl"
