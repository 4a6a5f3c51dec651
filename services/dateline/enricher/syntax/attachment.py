"""Mends what the net hangs on the wrong word of a noun phrase or beside it."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.enricher.syntax.tree import FINITE, Token

NOUNS: Final = ("NOUN", "PROPN")
PARTICIPLE, GERUND = "VBN", "VBG"
DOING: Final = frozenset("hurl throw pelt carry chant march protest flee shout wave".split())
"""What those do who stand before it, and seldom who does something to them."""
ASKING: Final = frozenset({"call", "appeal", "plea", "demand", "request", "proposal"})
SHARED: Final = frozenset(
    "battle fight clash war skirmish shootout shoot-out gunfight firefight gunbattle confrontation standoff "
    "talk meeting deal agreement accord pact dispute row border ceasefire truce".split()
)
"""What one has with somebody."""
LEADING: Final = frozenset("road route highway way path bridge entrance access gate".split())
"""What goes to somewhere."""
AIMED: Final = ("on", "against")
HAVING: Final = {"with": SHARED, "to": LEADING}


def right_attachment(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for case in tokens:
        if case.deprel == "case" and case.index < case.head:
            _right_phrase(tokens, case, tokens[case.head])
    for token in tokens:
        if token.head < 0:
            continue
        if token.deprel == "xcomp":
            _right_infinitive(tokens, token)
        elif token.deprel == "acl" and token.xpos == "VB":
            _right_aim(tokens, token)
        elif token.deprel == "det":
            _right_pronoun(tokens, token)
        elif token.deprel == "obj":
            _right_compound(tokens, token)
        elif token.deprel == "advcl" and (token.xpos == PARTICIPLE or (token.xpos == GERUND and token.lemma in DOING)):
            _right_participle(tokens, token)


def _right_phrase(tokens: Sequence[Token], case: Token, noun: Token) -> None:
    """ "Talks in Gao between Chad and Niger", "a call by Peru for Chile to leave": no country is between two, or for
    another, what it stands with is. "Killed in a battle with rebels", "blocked the road to the mine": the noun right
    before has what follows. "Imposed by Peru on Chile": the deed meets Chile. "Hundreds of Castillo supporters": a name
    right before a noun is not beside it."""
    word, above, before = case.text.lower(), tokens[noun.head], tokens[case.index - 1]
    behind = tokens[noun.index + 1] if noun.index + 1 < len(tokens) else noun
    if noun.head < 0 or case.index == 0:
        return
    if noun.upos == "PROPN" and behind.upos == "NOUN" and (behind.head, behind.deprel) == (noun.head, noun.deprel):
        noun.head, noun.deprel, case.head = behind.index, "compound", behind.index
        return
    if noun.deprel == "nmod" and above.upos == "PROPN" and above.deprel == "nmod" and above.index < case.index:
        held = tokens[above.head]
        asked = held.lemma in ASKING and any(t.text == "to" for t in tokens[noun.index + 1 : noun.index + 3])
        if held.upos == "NOUN" and held.index < above.index and (word == "between" or (word == "for" and asked)):
            noun.head = held.index
    elif noun.deprel == "nmod" and above.deprel == "obl:agent" and above.upos == "PROPN" and word in AIMED:
        noun.head, noun.deprel = above.head, "obl"
    elif noun.deprel == "obl" and before.head == noun.head and _has(before, word):
        noun.head, noun.deprel = before.index, "nmod"


def _has(noun: Token, word: str) -> bool:
    """Whether what follows the preposition is the noun's: "a battle with", "the road to"."""
    return noun.deprel in ("obj", "obl") and noun.lemma in HAVING.get(word, ())


def _right_infinitive(tokens: Sequence[Token], verb: Token) -> None:
    """ "Urged states to stop": what they shall do hangs on the urging, not on the states."""
    asked = tokens[verb.head]
    if asked.upos not in NOUNS or asked.deprel not in ("obj", "iobj") or tokens[asked.head].upos != "VERB":
        return
    if any(mark.text.lower() == "to" for mark in _under(tokens, verb, "mark")):
        verb.head = asked.head


def _right_aim(tokens: Sequence[Token], verb: Token) -> None:
    """ "Strove until dawn to broker a truce": no time is to do anything."""
    time = tokens[verb.head]
    above = tokens[time.head]
    until = any(case.text.lower() == "until" for case in _under(tokens, time, "case"))
    if until and time.deprel == "obl" and above.upos == "VERB" and above.index < time.index < verb.index:
        verb.head, verb.deprel = above.index, "xcomp"


def _right_pronoun(tokens: Sequence[Token], some: Token) -> None:
    """ "Some hurled stones": what stands right before a verb belongs to no noun behind that."""
    verb = tokens[some.index + 1] if some.head > some.index + 1 else some
    if verb.upos != "VERB" or verb.xpos not in FINITE or tokens[some.head].head != verb.index:
        return
    if not any(_under(tokens, verb, "nsubj", "nsubj:pass", "csubj")):
        some.head, some.deprel, some.upos = verb.index, "nsubj", "PRON"


def _right_compound(tokens: Sequence[Token], noun: Token) -> None:
    """ "Raided a gunman hideout": of two objects side by side the first only says what the second is."""
    if noun.index + 1 >= len(tokens) or noun.upos != "NOUN" or noun.index < 2:
        return
    behind, opening = tokens[noun.index + 1], tokens[noun.index - 1]
    same = behind.deprel == "obj" and behind.upos == "NOUN" and behind.head == noun.head < noun.index
    if same and opening.deprel == "det" and opening.head == noun.index and opening.lemma in ("a", "the"):
        noun.head, noun.deprel, opening.head = behind.index, "compound", behind.index


def _right_participle(tokens: Sequence[Token], verb: Token) -> None:
    """ "Mourned a pastor kidnapped in May", "fired at men hurling stones": whom it stands right behind was, or does."""
    noun, active = tokens[verb.index - 1], verb.xpos == GERUND
    if verb.index == 0 or noun.upos not in NOUNS or noun.head != verb.head:
        return
    if noun.deprel != "obj" and not (active and noun.deprel == "obl"):
        return
    if not any(_under(tokens, verb, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass", *(() if active else ("obj",)))):
        verb.head, verb.deprel = noun.index, "acl"


def _under(tokens: Sequence[Token], head: Token, *relations: str) -> Iterator[Token]:
    return (token for token in tokens if token.head == head.index and token.deprel in relations)
