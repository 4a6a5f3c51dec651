"""What a number counts: the nouns behind it, or the thing that is said to amount to it."""

from bisect import bisect_left
from typing import Final, NamedTuple

from dateline.enricher.quantities.tables import amounting
from dateline.enricher.syntax.tree import Sentence, Token
from dateline_schemas.coded import QuantityKind


class Thing(NamedTuple):
    """The words for what is counted, where they end, and their head in the singular."""

    words: str
    end: int
    unit: str


_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_OF_A_NOUN: Final = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_MONTHS: Final = frozenset(
    "January February March April May June July August September October November December".split()
)
_BEGINS_OBJECT: Final = frozenset({"NUM", "DET", "ADJ", "NOUN", "PROPN", "PRON", "ADV"})
_COUNTED_AS_NOUNS: Final = frozenset(
    {"wounded", "injured", "dead", "killed", "missing", "arrested", "detained", "hurt", "displaced", "homeless"}
)
_LINKS: Final = frozenset({"in", "of", "worth"})
_LINKS_BEHIND: Final = frozenset({"of", "at", "to", "by", "worth", "totalling", "totaling", "reaching", "exceeding"})
_LONGEST: Final = 5  # words
_NO_THING: Final = frozenset({"times", "way", "ways", "year", "years"})
_TIMES: Final = frozenset(
    {"year", "month", "week", "day", "quarter", "decade", "season", "weekend", "morning", "today", "yesterday"}
)
_ATTRIBUTES: Final = frozenset({"sports", "arms", "goods", "sales", "customs", "savings", "weapons", "rights"})
"""Plurals that stand before a singular: "an arms depot"."""
_RELATIVES: Final = frozenset({"which", "that"})
_AMOUNTING: Final = amounting()
_CLAUSE_MARKS: Final = frozenset({",", ";", ":", "that", "-", "--", "–", "—", '"', "“", "”"})


def of(sentence: Sentence, start: int, end: int, kind: QuantityKind) -> Thing | None:
    """What the number at `start`..`end` counts; None where the sentence does not say it."""
    tokens = sentence.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    after = bisect_left(tokens, end, key=lambda token: token.start)
    if kind is QuantityKind.COUNT:
        if _is_the_whole(tokens, first):
            return None
        if after < len(tokens) and tokens[after].text == "of":
            after = _without_determiner(tokens, after + 1)
            if after < len(tokens) and _is_the_whole(tokens, after):
                after += 1
        return _phrase(tokens, after)
    links = _LINKS if kind is QuantityKind.MONEY else {"of"}
    if after < len(tokens) and tokens[after].text in links:
        return _phrase(tokens, _without_determiner(tokens, after + 1))
    behind = _phrase(tokens, after) if kind is QuantityKind.MONEY else None
    if behind is not None and behind.unit in _TIMES:
        behind = None
    return behind or _before(tokens, first) or _subject(sentence, first)


def _is_the_whole(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether it is the number of all of whom another number is a part: "2,000 of the 5,600 workers"."""
    if at < 3 or tokens[at].upos != "NUM":
        return False
    part, of, determiner = tokens[at - 3 : at]
    return part.upos == "NUM" and of.text == "of" and determiner.upos in ("DET", "PRON")


def _without_determiner(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and tokens[at].upos in ("DET", "PRON"):
        at += 1
    return at


def _phrase(tokens: tuple[Token, ...], at: int) -> Thing | None:
    """The adjectives and nouns from `at`, up to the last noun of the run."""
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if at < len(tokens) and tokens[at].text in _MONTHS:
        return None  # a date
    last = None
    for index in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[index]
        lower = token.text.lower()
        if last is not None and lower in _COUNTED_AS_NOUNS and _has_object(tokens, index):
            break
        if token.upos in _NOUNS or lower in _COUNTED_AS_NOUNS:
            last = index
        elif token.text != "-" and not (token.upos in _OF_A_NOUN and _can_describe(token, last)):
            break
    if last is None or (last == at and tokens[at].text.lower() in _NO_THING):
        return None
    last = _without_verb(tokens, at, last)
    head = tokens[last]
    unit = head.text if head.text.lower() in _COUNTED_AS_NOUNS else head.lemma
    return Thing(_words(tokens, at, last + 1), head.end, unit.lower())


def _without_verb(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """The last noun that may be counted: behind a plural a singular is a verb, "21,000 persons sleep in schools"."""
    if tokens[last].xpos != "NN":
        return last
    plurals = [i for i in range(at, last) if tokens[i].xpos == "NNS" and tokens[i].text.lower() not in _ATTRIBUTES]
    return plurals[-1] if plurals else last


def _has_object(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word that may be counted is a verb here: "two earthquakes killed more than"."""
    return at + 1 < len(tokens) and tokens[at + 1].upos in _BEGINS_OBJECT


def _can_describe(token: Token, noun: int | None) -> bool:
    """Whether the word can stand before a noun to come: a verb only as a participle, and not behind a noun."""
    return token.upos != "VERB" or (noun is None and token.text.lower().endswith(("ed", "ing", "en")))


def _words(tokens: tuple[Token, ...], start: int, end: int) -> str:
    parts = [tokens[start].text]
    for left, right in zip(tokens[start:end], tokens[start + 1 : end], strict=False):
        parts.append((" " if right.start > left.end else "") + right.text)
    return "".join(parts)


def _before(tokens: tuple[Token, ...], first: int) -> Thing | None:
    """ "trade of $10bn", "a fine totalling $5m"."""
    if first < 2 or tokens[first - 1].text not in _LINKS_BEHIND or tokens[first - 2].text in _AMOUNTING:
        return None
    return _run_up_to(tokens, first - 2)


def _run_up_to(tokens: tuple[Token, ...], last: int) -> Thing | None:
    """The run of adjectives and nouns that ends at `last`."""
    if tokens[last].upos not in _NOUNS:
        return None
    at = last
    while at > 0 and last - at < _LONGEST - 1 and tokens[at - 1].upos in ("ADJ", "NOUN", "PROPN"):
        at -= 1
    return Thing(_words(tokens, at, last + 1), tokens[last].end, tokens[last].lemma.lower())


def _with_its_of(tokens: tuple[Token, ...], noun: int) -> Thing | None:
    """The noun with the thing that it is of: "the volume of trade, which ..." tells of the volume of trade."""
    thing = _run_up_to(tokens, noun)
    if thing is None or noun + 1 >= len(tokens) or tokens[noun + 1].text.lower() != "of":
        return thing
    of_what = _phrase(tokens, _without_determiner(tokens, noun + 2))
    return thing if of_what is None else Thing(f"{thing.words} of {of_what.words}", of_what.end, thing.unit)


def _subject(sentence: Sentence, first: int) -> Thing | None:
    """The subject of the verb of amounting before the number, by the tree, else the nouns its clause begins with."""
    tokens = sentence.tokens
    verb = next((at for at in range(first - 1, max(-1, first - 5), -1) if tokens[at].text.lower() in _AMOUNTING), None)
    if verb is None:
        return None
    for child in sentence.children_by(verb, "nsubj"):
        if child < verb and tokens[child].text.lower() in _RELATIVES and tokens[verb].deprel == "acl:relcl":
            return _with_its_of(tokens, tokens[verb].head)
        if child < verb:
            return _run_up_to(tokens, child)
    at = verb
    while at > 0 and tokens[at - 1].text not in _CLAUSE_MARKS:
        at -= 1
    at = _without_determiner(tokens, at)
    return _phrase(tokens[:verb], at)
