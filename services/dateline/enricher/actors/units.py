"""The pieces that mentions are made of: known names, roles, titles, pronouns, and what each word is by itself."""

from dataclasses import dataclass
from typing import Final

from dateline.enricher.actors.lexicon import (
    Pronoun,
    Role,
    given_names,
    honorifics,
    never_names,
    organisation_heads,
    place_nouns,
    plural,
    pronouns,
    roles,
    words,
)
from dateline.enricher.actors.trades import trade
from dateline.enricher.gazetteer import Entry, Gazetteer, Kind
from dateline.enricher.gazetteer.spelling import PARTICLES, pieces
from dateline.enricher.memo import Memo
from dateline.enricher.syntax.tree import Token

NATIONS: Final = frozenset({Kind.COUNTRY, Kind.PEOPLE, Kind.CAPITAL, Kind.CITY, Kind.REGION})
TOWNS: Final = frozenset({Kind.CITY, Kind.CAPITAL, Kind.REGION})
NAMED_BODIES: Final = frozenset({Kind.ORGANISATION, Kind.ARMED_GROUP, Kind.AGENCY})
JOINERS: Final = frozenset("-–’'‑")
NAME_PARTICLES: Final = PARTICLES - frozenset({"as", "an", "do", "at"})
NOMINAL: Final = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod")
MONEY: Final = frozenset("$£€¥₹")
ONLY_TAKING_UP: Final = words("only_taking_up")
REMEMBERED: Final = 50_000  # words


@dataclass(slots=True)
class Unit:
    """Tokens `first` up to `last` of a sentence and what they are.

    `what` is the kind of a gazetteer entry, or `role`, `title`, `pronoun`, `spot` (a kind of place), `body` (the name
    of a body that nobody lists) or `name` (of whatever it be).
    """

    first: int
    last: int
    what: str
    entry: Entry | None = None
    others: tuple[Entry, ...] = ()
    role: Role | None = None
    pronoun: Pronoun | None = None
    sector: str = ""


@dataclass(slots=True)
class Word:
    """What a word is by itself, whatever stands around it."""

    pieces: tuple[str, ...]
    capital: bool
    listed: bool
    role: bool
    pronoun: Pronoun | None
    spot: bool
    trade: bool
    """Whether it may name persons by what they do, though no list has it."""
    telling: bool
    """One of these, or a particle that may open a name; another word can be passed over."""


def is_given(piece: str, gazetteer: Gazetteer) -> bool:
    """Whether persons have this for a given name: some that the gazetteer lists, or anybody."""
    return piece in given_names() or piece in gazetteer.given_names


def is_pronoun(word: Word, token: Token) -> bool:
    """Whether a word stands for somebody by itself: "both said", but "both ministers", "both Chad and Niger"."""
    return word.pronoun is not None and (word.pronoun.what != "both" or token.deprel in NOMINAL)


class Vocabulary(Memo[str, Word]):
    """What each word is, by the gazetteer and the word lists; remembered, as most words come again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(self._word, REMEMBERED)
        self.gazetteer = gazetteer
        self.roles = roles()
        self.honorifics = honorifics()
        self.heads = organisation_heads()
        self.never_names = never_names()
        self._pronouns = pronouns()
        self._role_firsts = self.roles.firsts()
        self._spots = place_nouns() | {plural(noun) for noun in place_nouns()}

    def is_given(self, name: tuple[str, ...]) -> bool:
        """Whether persons have the first piece of a name for a given name: some that are listed, or anybody."""
        return bool(name) and is_given(name[0], self.gazetteer)

    def _word(self, text: str) -> Word:
        parts = () if text in JOINERS else pieces(text) or (text,)
        first = parts[0] if parts else ""
        named = bool(pieces(text)) and text[-1] not in MONEY  # no letter in a box, and no "US$"
        capital = text[:1].isupper() and named
        pronoun = self._pronouns.get(text.lower()) if len(text) == 1 or not text.isupper() else None
        listed = named and self.gazetteer.lengths(first) != 0
        role = first in self._role_firsts and not (capital and first in ONLY_TAKING_UP)  # "Anchorage Daily News"
        spot = text in self._spots
        by_trade = trade(text) is not None
        telling = bool(capital or pronoun or role or spot or by_trade or (listed and text in NAME_PARTICLES))
        return Word(parts, capital, listed, role, pronoun, spot, by_trade, telling)
