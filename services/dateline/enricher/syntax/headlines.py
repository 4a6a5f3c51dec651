"""Mends headlines, which leave out what a sentence has: "Chad to send rice to Niger", "Ten soldiers killed in raid"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.tree import FINITE, HELD, ROOT, Token

NOMINAL: Final = ("NOUN", "PROPN")
OF_SUBJECT: Final = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PUNCT", "CCONJ", "PART", "SYM")
LONGEST: Final = 9  # words of a subject
TO_BE_DONE: Final = frozenset(
    "plan bid offer move decision effort attempt way time right pledge call failure threat need request proposal deal "
    "agreement vote drive push fight race campaign order chance readiness willingness ability duty mandate".split()
)
"""Nouns that the infinitive belongs to: "Chad's bid to join"."""
MAIN: Final = ("root", "ccomp", "parataxis")
SUFFERED: Final = frozenset(
    "killed wounded injured hurt shot arrested detained jailed kidnapped abducted hit struck trapped freed released "
    "expelled deported sentenced charged evacuated hospitalised hospitalized displaced executed massacred "
    "downed".split()
)
RESULTS: Final = frozenset(("down", "dead"))
BEHIND: Final = frozenset("in by at after near on as over during amid when outside inside for overnight".split())
OPENING: Final = frozenset(("as", "after", "before", "if", "when", "while", "until", "since", "because", "that", "who"))
"""What opens a clause with a verb of its own."""


def right_headline(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    if tokens[-1].text not in (".", "?", "!", '"', "”"):
        _right_suffering(tokens)
    _right_announced(tokens)


def _right_suffering(tokens: Sequence[Token]) -> None:
    """ "Ten soldiers killed in a raid": who has no object, and a preposition behind, suffers what the verb tells."""
    for verb in tokens[1:-1]:
        if verb.xpos not in ("VBD", "VBN") or verb.text.lower() not in SUFFERED or verb.deprel not in MAIN:
            continue
        own = [token for token in tokens if token.head == verb.index]
        subject = next((token for token in own if token.deprel == "nsubj" and token.index < verb.index), None)
        if subject is None or not _is_followed(tokens, verb) or any(token.deprel.startswith("aux") for token in own):
            continue
        verb.xpos, subject.deprel = "VBN", "nsubj:pass"
        for token in own:
            if token.index > verb.index and token.deprel in ("obj", "obl"):
                token.deprel = "obl:agent" if tokens[verb.index + 1].text.lower() == "by" else "obl"
        return


def _is_followed(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether nothing but where and when stands behind a verb: no object."""
    at = verb.index + 1
    told = tokens[at].text.lower() in RESULTS  # "shot down"
    at += told
    return tokens[at].text.lower() in BEHIND if at < len(tokens) else told


def _right_announced(tokens: Sequence[Token]) -> None:
    """ "Chad to send rice to Niger": the infinitive is the verb, its "is" left out."""
    at = next((token.index for token in tokens[1 : LONGEST + 1] if token.text == "to"), 0)
    if not at or at + 2 >= len(tokens) or not _is_subject(tokens[:at]) or not _is_infinitive(tokens[at + 1]):
        return
    teller = _teller(tokens, at + 2)
    if teller is None and any(token.xpos in HELD for token in tokens[at + 2 : _clause(tokens, at + 2)]):
        return  # the sentence has its verb
    _rebuild(tokens, at, teller)


def _is_subject(before: Sequence[Token]) -> bool:
    """Whether the words name somebody, and end as the name of whom no infinitive belongs to."""
    last = before[-1]
    if not before[0].text[0].isupper() or any(token.upos not in OF_SUBJECT for token in before):
        return False
    return last.upos in NOMINAL and last.lemma.lower() not in TO_BE_DONE


def _is_infinitive(token: Token) -> bool:
    return token.text.islower() and (token.xpos == "VB" or token.upos == "VERB")


def _clause(tokens: Sequence[Token], start: int) -> int:
    """Where the next clause begins."""
    for token in tokens[start:]:
        if token.text.lower() in OPENING or token.text in (",", ";", ":"):
            return token.index
    return len(tokens)


def _teller(tokens: Sequence[Token], start: int) -> Token | None:
    """The verb of who says so, behind the last comma: ", Kremlin says"."""
    commas = [token.index for token in tokens[start:] if token.text == ","]
    behind = tokens[commas[-1] + 1 :] if commas else []
    return next((token for token in behind if token.xpos in FINITE and token.upos == "VERB"), None)


def _rebuild(tokens: Sequence[Token], at: int, teller: Token | None) -> None:
    verb, to = tokens[at + 1], tokens[at]
    end = len(tokens) if teller is None else _last_comma(tokens)
    heads = [token for token in tokens[:at] if token.upos in NOMINAL and _ends_name(tokens, token, at)]
    subject = heads[0]
    for token in tokens[:at]:
        if token not in heads and token.head in range(at, len(tokens)):
            token.head = min(heads, key=lambda head: abs(head.index - token.index)).index
    for other in heads[1:]:
        other.head, other.deprel = subject.index, "conj"
    to.head, to.deprel, to.upos, to.xpos = verb.index, "mark", "PART", "TO"
    own = range(at + 1, end)
    for token in tokens[at + 2 : end]:
        if token.head not in own:
            token.head = verb.index
            bare = token.upos in NOMINAL and not any(t.deprel == "case" and t.head == token.index for t in tokens)
            token.deprel = "obj" if bare and token.deprel != "punct" else token.deprel
            token.deprel = "obl" if token.deprel == "nmod" else token.deprel
    subject.head, subject.deprel = verb.index, "nsubj"
    verb.upos, verb.xpos = "VERB", "VB"
    verb.head, verb.deprel = (ROOT, "root") if teller is None else (teller.index, "ccomp")
    if teller is not None:
        teller.head, teller.deprel = ROOT, "root"
        for token in tokens[end:]:
            if token is not teller and not end <= token.head < len(tokens):
                token.head = teller.index


def _last_comma(tokens: Sequence[Token]) -> int:
    return max(token.index for token in tokens if token.text == ",")


def _ends_name(tokens: Sequence[Token], token: Token, at: int) -> bool:
    """Whether a noun is the last of its name: a comma, "and" or the verb's "to" follows."""
    return token.index + 1 == at or tokens[token.index + 1].text in (",", "and", "&")
