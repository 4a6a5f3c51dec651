"""The verb of a headline, whose grammar is its own: no "are", the present for what is past, "to" for what will be."""

import re

from dateline.enricher.actors.lexicon import roles
from dateline.enricher.events.lexicon import OPENINGS
from dateline.enricher.syntax.tree import Sentence

CUT = frozenset({"as", "after", "while", "because", "before", "amid", "following", "but", "and", "when"})
"""Words at which a headline's deed ends."""
_ENDS_IN_S = re.compile(r"[a-z]{2,}[a-rt-z]s")
_BEFALLEN = frozenset(
    "killed dead shot hurt injured wounded arrested missing feared rescued trapped stabbed held charged detained "
    "found die jailed freed released sentenced".split()
)
"""What befalls so many: headlines leave out "are", and parsers misread them."""
_VERBS = frozenset({"VERB", "AUX"})


def verb_of(sentence: Sentence) -> int | None:
    """The verb of a headline: the first that is neither its first word nor a noun's attribute, or what parsers take
    for a noun and the grammar of headlines for a verb."""
    counted = _behind_count(sentence)
    if counted < len(sentence) and counted and sentence[counted].text.lower() in _BEFALLEN:
        return counted
    verbs = (
        token.index
        for token in sentence.tokens[1:]
        if token.upos in _VERBS and token.deprel not in ("amod", "acl", "acl:relcl", "compound")
    )
    verb = next(verbs, None)
    comma = next((token.index for token in sentence.tokens if token.text == ","), len(sentence))
    if verb is not None and verb > comma and sentence[verb].upos != "VERB":
        verb = None
    present, to_come = _present(sentence, verb), _to_come(sentence)
    if present is not None and to_come is not None and to_come < present:
        return to_come  # "Quill to shut twelve clothing stores"
    return present or verb or to_come or _participle(sentence) or _plain(sentence)


def _behind_count(sentence: Sentence) -> int:
    """The word behind so many with which a headline opens: "Seven hurt", "At least two people killed"; 0 where none."""
    tokens = sentence.tokens
    at = 2 if len(tokens) > 2 and tokens[0].text == "At" and tokens[1].text.lower() == "least" else 0
    if tokens[at].upos != "NUM":
        return 0
    counted = at + 1 < len(tokens) and roles().match((tokens[at + 1].text.lower(),), 0)
    return at + 2 if counted else at + 1


def _present(sentence: Sentence, verb: int | None) -> int | None:
    """ "Quill narrowly avoids crash", "Bomber rams truck into gate killing two": what ends in -s after a noun, before
    a verb that cannot be the main one."""
    tokens = sentence.tokens
    last = len(tokens) - 1 if verb is None else verb
    cut = next((t.index for t in tokens[1:] if t.text.lower() in CUT), len(tokens))
    main = verb is not None and verb < cut and tokens[verb].xpos not in ("VBG", "VBN")
    for token in tokens[1 : min(last, cut)]:
        if not _ENDS_IN_S.fullmatch(token.text):
            continue
        before = tokens[token.index - (2 if tokens[token.index - 1].text == "-" and token.index > 1 else 1)]
        if before.text.endswith("ly") and token.index > 1:
            return token.index
        singular = before.xpos == "NN" or (before.upos == "PROPN" and before.text[0].isupper())
        apart = verb is None or token.index + 1 < verb  # else it is the doer: "fans outraged"
        if singular and apart and not main and tokens[token.index + 1].upos != "NUM":
            return token.index
    return None


def _to_come(sentence: Sentence) -> int | None:
    """ "Quill to open bridge": what is to be done."""
    return next((t.index + 1 for t in sentence.tokens[1:-1] if t.xpos == "TO"), None)


def _plain(sentence: Sentence) -> int | None:
    """ "Rovers end title drought": a verb in its plain form behind capitals, if deeds are told with that word."""
    tokens = sentence.tokens
    at = next((t.index for t in tokens if t.text[0].islower()), 0)
    if not 0 < at < len(tokens) - 1 or tokens[at].xpos not in ("NN", "JJ") or "'" in tokens[at - 1].text:
        return None
    return (
        at
        if tokens[at + 1].upos in ("ADJ", "NOUN", "PROPN", "NUM", "DET") and OPENINGS[tokens[at].text].opens
        else None
    )


def _participle(sentence: Sentence) -> int | None:
    """ "Last victims named": a passive without its auxiliary, which parsers take for an attribute."""
    return next((t.index for t in sentence.tokens[1:] if t.xpos == "VBN" and t.deprel == "acl"), None)
