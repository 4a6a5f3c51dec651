"""How likely a name that nobody lists is a person's: judged by all that an article says around it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from dateline.enricher.actors.lexicon import given_names, place_nouns, roles, speaking, words
from dateline.enricher.actors.scene import outer
from dateline.enricher.actors.units import Unit, Vocabulary
from dateline.enricher.document import Document
from dateline.enricher.gazetteer.spelling import PARTICLES, pieces
from dateline.enricher.syntax.tree import ROOT, Token

Name = tuple[str, ...]
LIKELY: Final = 500
UNLIKELY: Final = -2500
"""Thousandths of a logit past which a name is taken for a person's, or for none whatever else says so."""
NEAR: Final = 12  # words after a name in which a pronoun may take it up
LONGEST: Final = 5  # pieces; a longer name counts as one of so many
SHORT: Final = 5  # letters; a shorter word in capitals is likelier an abbreviation
THEMSELVES: Final = frozenset(
    "of by with for to and or as than that like about against on between named called who whose".split()
) | frozenset([",", "(", ")", '"', "“", "”", "'", "’", "'s", "’s", ".", ":", "-", "/", "@", "&"])
"""Words that are a class of their own beside a name."""
OF_PERSONS: Final = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
JUNIOR: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
OPENING: Final = frozenset({"He", "She", "His", "Her"})


def likelihoods(document: Document, found: Sequence[Sequence[Unit]], vocabulary: Vocabulary) -> dict[Name, int]:
    """For each unlisted name of an article, in pieces, the logit in thousandths that it is a person's. `found` are
    the units of each sentence."""
    weights = load_weights()
    return {
        name: weights[""] + sum(weights.get(sign, 0) for sign in signs)
        for name, signs in signs_of(document, found, vocabulary).items()
    }


def signs_of(document: Document, found: Sequence[Sequence[Unit]], vocabulary: Vocabulary) -> dict[Name, list[str]]:
    """The signs around each unlisted name, and those around a fuller or shorter form of it."""
    own: dict[Name, dict[str, None]] = {}
    for number, units in enumerate(found):
        tokens = document.sentences[number].tokens
        following = document.sentences[number + 1][0].text if number + 1 < len(found) else ""
        before: Unit | None = None
        for unit in units:
            if unit.what == "name" and (name := name_of(document, tokens, unit)):
                signs = own.setdefault(name, {})
                signs.update(dict.fromkeys(_signs(tokens, unit, before, name, vocabulary)))
                if following in OPENING:
                    signs["taken up next"] = None
            before = unit
    fuller: dict[str, list[Name]] = {}
    for name in own:
        if len(name) > 1:
            for piece in dict.fromkeys((name[-1], name[0])):
                fuller.setdefault(piece, []).append(name)
    gathered = {}
    for name, signs in own.items():
        if len(name) == 1:
            others = fuller.get(name[0], [])
        else:
            others = [short for short in dict.fromkeys(((name[-1],), (name[0],))) if short in own]
        gathered[name] = [*signs, *dict.fromkeys(f"other {sign}" for other in others for sign in own[other])]
    return gathered


def fuller_names(document: Document, found: Sequence[Sequence[Unit]], likely: dict[Name, int]) -> dict[str, str]:
    """By the last and the first piece of a longer name, the name as it stands: of whoever is the only one of the
    article who may be called so. `likely` are the likelihoods of unlisted names."""
    bearers: dict[str, dict[Name, str]] = {}
    for number, units in enumerate(found):
        tokens = document.sentences[number].tokens
        for unit in units:
            if unit.what not in ("name", "person") or unit.last - unit.first < 2:
                continue
            name = name_of(document, tokens, unit)
            if unit.what == "name" and likely.get(name, UNLIKELY) <= 0:
                continue
            last = unit.last - (tokens[unit.last - 1].text in JUNIOR)
            text = document.text[tokens[unit.first].start : tokens[last - 1].end]
            name = pieces(text)
            for piece in (name[-1], name[0]) if len(name) > 1 and name[0] not in PARTICLES else ():
                bearers.setdefault(piece, {}).setdefault(name, text)
    return {piece: next(iter(names.values())) for piece, names in bearers.items() if len(names) == 1}


def name_of(document: Document, tokens: Sequence[Token], unit: Unit) -> Name:
    """The pieces of a name as it stands."""
    return pieces(document.text[tokens[unit.first].start : tokens[unit.last - 1].end])


def _signs(
    tokens: Sequence[Token], unit: Unit, before: Unit | None, name: Name, vocabulary: Vocabulary
) -> Iterator[str]:
    """What a mention shows: its own form, the words beside it, and its place in the tree."""
    form = "one" if len(name) == 1 else "more"
    yield f"pieces {min(len(name), LONGEST)}"
    if vocabulary.is_given(name):
        yield f"given name of {form}"
    if len(name) > 1 and name[1] in given_names():
        yield "given name second"
    if name[-1] in vocabulary.gazetteer.surnames:
        yield f"surname of {form}"
    texts = [token.text for token in tokens[unit.first : unit.last]]
    if all(text.isupper() for text in texts if text.isalpha()):
        yield f"capitals {form}{' short' if sum(map(len, texts)) < SHORT else ''}"
    elif any(len(text) > 2 and text.isupper() for text in texts):
        yield "capitals in part"
    if unit.first == 0:
        yield f"first {form}"
    if before is not None and before.last == unit.first and before.what in ("role", "title"):
        yield f"behind {before.role.what if before.role else 'title'}"
    yield f"before {_class_at(tokens, unit.first - 1)}"
    yield f"after {_class_at(tokens, unit.last)}"
    if not OF_PERSONS.isdisjoint(token.text.lower() for token in tokens[unit.last : unit.last + NEAR]):
        yield "taken up"
    head = outer(tokens, unit.first, unit.last)
    relation = tokens[head].deprel
    plain = relation if relation in ("nsubj:pass", "nmod:poss", "obl:agent") else relation.partition(":")[0]
    yield f"relation {plain} {form}"
    yield f"tag {tokens[head].upos}"
    if tokens[head].head != ROOT:
        governor = tokens[tokens[head].head]
        yield f"governor {plain} {governor.upos}"
        if governor.text.lower() in speaking():
            yield f"speaking {plain}"


def _class_at(tokens: Sequence[Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return "edge"
    return word_class(tokens[at].text.lower()) or tokens[at].upos


@lru_cache(maxsize=1 << 14)
def word_class(word: str) -> str:
    """What a word beside a name is; empty where only its part of speech can tell."""
    if word in THEMSELVES:
        return word
    for listed, called in ((speaking(), "speaking"), (words("locative"), "locative"), (place_nouns(), "place")):
        if word in listed:
            return called
    if word in words("possessive") | {"our", "my", "your"}:
        return "possessive"
    role = roles().match((word,), 0)
    return "" if role is None else "several" if role[1].plural else role[1].what


@cache
def load_weights() -> dict[str, int]:
    """Thousandths of a logit by sign; the constant under the empty one."""
    text = resources.files(__package__).joinpath("weights", "person_names.tsv").read_text(encoding="utf-8")
    cells = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {sign: int(weight) for sign, weight in cells}
