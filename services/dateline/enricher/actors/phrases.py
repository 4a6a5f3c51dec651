"""Noun phrases that name an actor: nation, modifiers, office and name put together from units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token


@dataclass(slots=True)
class Phrase:
    """One phrase: tokens `first` up to `last`, the units it is made of, and what is said before its head."""

    first: int
    last: int
    head: int
    nation: Unit | None = None
    """Nation, place or body that the office belongs to; past `last` where it is only said after the phrase."""
    roles: tuple[Unit, ...] = ()
    name: Unit | None = None
    body: Unit | None = None
    lone: Unit | None = None
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    apposed: "Phrase | None" = None
    shares: "Phrase | None" = None
    """The phrase behind it whose noun it has too: "Kenyan and Chadian forces"."""
    whose: "Phrase | None" = None
    """Whom or what it belongs to: "a spokesman for President Ghani", "a brigade of the Nigerian army"."""

    @property
    def many(self) -> bool:
        """Whether it names several: its last role noun is plural."""
        role = self.roles[-1].role if self.roles else None
        return role is not None and role.plural


NATIONS: Final = frozenset(
    kind.value for kind in (Kind.COUNTRY, Kind.PEOPLE, Kind.CAPITAL, Kind.REGION, Kind.CITY, Kind.SEAT)
)
BODIES: Final = frozenset(
    {Kind.ORGANISATION.value, Kind.AGENCY.value, Kind.ARMED_GROUP.value, Kind.COMPANY.value, "body"}
)
ALONE: Final = frozenset(("pronoun", "person", "name"))
"""Units that nothing behind them belongs to: where one begins a phrase it is all of it."""
CLITICS, STOP, MODIFIERS = words("clitic"), words("stop"), words("modifier")
DETERMINERS, PREDETERMINERS = words("determiner"), words("predeterminer")
AGE: Final = ["52", "-", "year", "-", "old"]
LOOK: Final = 4  # tokens that may stand between a nation or a determiner and the role it belongs to


def phrases(tokens: Sequence[Token], units: Sequence[Unit]) -> list[Phrase]:
    """The phrases of a sentence, in order; each unit belongs to one."""
    found: list[Phrase] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if unit.what in ALONE:
            head = head_of(tokens, unit.first, unit.last)
            name, lone = (None, unit) if unit.what == "pronoun" else (unit, None)
            found.append(Phrase(unit.first, unit.last, head, name=name, lone=lone))
            at += 1
        else:
            phrase, at = _Builder(tokens, units, at).phrase()
            found.append(phrase)
    return found


class _Builder:
    """Puts one phrase together from the units at `at` and after."""

    def __init__(self, tokens: Sequence[Token], units: Sequence[Unit], at: int) -> None:
        self.tokens = tokens
        self.units = units
        self.at = at
        self.first = units[at].first
        self.nation: Unit | None = None
        self.roles: list[Unit] = []
        self.name: Unit | None = None
        self.body: Unit | None = None
        self.lone: Unit | None = None
        self.modifiers: list[str] = []

    def phrase(self) -> tuple[Phrase, int]:
        self._take_nation()
        self._take_roles()
        self._take_name()
        if self.name is None and self.body is None and self.lone is None and not self.roles:
            self.lone, self.nation = self.nation or self._take(), None
        last = self.name or self.body or self.lone or self.roles[-1]
        if self.body is not None and self.roles and self.roles[-1].first > self.body.first:
            last = self.roles[-1]
        first, determiner, before = self._opening()
        opens = self.roles[0] if self.roles and self.lone is None else last
        head = head_of(self.tokens, min(opens.first, last.first), last.last)
        modifiers = tuple(word.lower() for word in (*before, *self.modifiers))
        roles = tuple(self.roles)
        phrase = Phrase(
            first, last.last, head, self.nation, roles, self.name, self.body, self.lone, modifiers, determiner
        )
        return phrase, self.at

    def _take(self) -> Unit:
        self.at += 1
        return self.units[self.at - 1]

    def _next(self) -> Unit | None:
        return self.units[self.at] if self.at < len(self.units) else None

    def _take_nation(self) -> None:
        """ "Iranian", "Iraq's", "Baghdad" or a body before an office, a name or a place that belongs to it."""
        unit = self.units[self.at]
        if self.at + 1 == len(self.units) or (unit.what not in NATIONS and unit.what not in BODIES):
            return
        following = self.units[self.at + 1]
        gap = _gap(self.tokens, unit.last, following.first)
        if gap is None or (gap[:1] == ["-"] and gap[1:2] and gap[1].lower() in words("hyphened")):
            return  # "Iran-backed militias" are not Iran's
        people = unit.what == Kind.PEOPLE.value
        possessive = bool(gap) and gap[0] in CLITICS
        if following.what in ("role", "title", "spot"):
            belongs = True
        elif following.what == "person" or following.what in BODIES:
            owned = possessive and (following.what in BODIES or unit.what == Kind.COUNTRY.value)
            belongs = people or owned or not gap
        else:
            belongs = following.what == "name" and people and not gap
        if belongs:
            self.nation, self.modifiers = self._take(), gap
            if self._stands_before_members():
                self.nation = self._take()  # "Yemen's Houthi rebels" are the Houthis'

    def _stands_before_members(self) -> bool:
        """Whether a body comes next, and right behind it a word for its people."""
        body, behind = self._next(), self.units[self.at + 1] if self.at + 1 < len(self.units) else None
        if body is None or body.what not in BODIES or behind is None or behind.role is None:
            return False
        nation = self.nation.entry if self.nation is not None else None
        if nation is None or body.entry is None or body.entry.country not in (nation.country, ""):
            return False  # "Pakistan's Taliban fighters" are not those of Kabul
        return behind.what == "role" and behind.first == body.last and behind.role.what != "body" and behind.role.plural

    def _take_roles(self) -> None:
        """Offices and titles one after the other: "Deputy Prime Minister and", "army chief Gen."."""
        while (unit := self._next()) is not None and unit.what in ("role", "title"):
            if self.roles:
                gap = _gap(self.tokens, self.roles[-1].last, unit.first)
                role = self.roles[-1].role
                if gap is None or len(gap) > (2 if unit.what == "role" else 1) or (gap and gap[0] in CLITICS):
                    break
                if gap and role is not None and role.plural:
                    break
                self.modifiers.extend(gap)
            self.roles.append(self._take())

    def _take_name(self) -> None:
        """The name, body or place that ends the phrase."""
        unit = self._next()
        if unit is None:
            return
        last = self.roles[-1] if self.roles else None
        role = last.role if last is not None else None
        tight = last is None or unit.first == last.last or self._quoted(last.last, unit.first)
        if tight and unit.what == "name" and role is not None and role.what == "body":
            self._take()
            self.body = Unit(unit.first, unit.last, "body", sector=role.sector)  # "the German company Züblin"
        elif tight and unit.what in ("person", "name"):
            owned = self.nation is not None and last is None and unit.what == "name"
            several = role is not None and (role.what == "body" or role.plural)
            if not several and not (owned and self.tokens[unit.first - 1].text in CLITICS):
                self.name = self._take()
        elif unit.what in BODIES and (last is None or (tight and role is not None and role.what == "body")):
            self.body = self._take()
            after = self._next()  # "Reuters news agency"
            role = after.role if after is not None and after.first == unit.last else None
            if role is not None and role.what == "body" and not role.plural:
                self.roles.append(self._take())
        elif unit.what == "spot" and last is None and self.nation is not None:
            self.lone = self._take()

    def _quoted(self, last: int, first: int) -> bool:
        return first == last + 1 and self.tokens[last].text in ("-", '"', "“")

    def _opening(self) -> tuple[int, str, list[str]]:
        """Where the phrase begins: its first token, its determiner and the modifiers after that."""
        named = self.name is not None and not self.roles and self.nation is None
        if named or (self.lone is not None and self.lone.what != "spot"):
            plain = self.lone is None or self.lone.what == "pronoun"
            if plain or not self.first or self.tokens[self.first - 1].text.lower() != "the":
                return self.first, "", []
            return self.first - 1, "the", []
        first, determiner, before = _before(self.tokens, self.first)
        return (first if self.roles or determiner else self.first), determiner, before


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a name or office on which its other tokens depend; the last where there is no tree."""
    for index in range(first, last):
        if not first <= tokens[index].head < last:
            return last - 1 if tokens[index].upos == "X" else index
    return last - 1


def _gap(tokens: Sequence[Token], start: int, end: int) -> list[str] | None:
    """The words between two units, if they are modifiers of the second; None if they are more."""
    if end - start > LOOK + 1:
        return None
    found: list[str] = []
    for token in tokens[start:end]:
        clitic = token.text in CLITICS
        if clitic and found:
            return None
        if not clitic and (token.text.lower() in STOP or token.text[:1].isdigit() or not _modifies(token)):
            return None
        found.append(token.text)
    return found


def _before(tokens: Sequence[Token], first: int) -> tuple[int, str, list[str]]:
    """Where the phrase begins whose first unit is at `first`, its determiner and the modifiers after it."""
    at = nearest = _before_age(tokens, first) - 1
    found: list[str] = []
    while at >= 0 and nearest - at < LOOK:
        text = tokens[at].text
        folded = text.lower()
        if folded in DETERMINERS:
            earlier = tokens[at - 1].text.lower() if at else ""
            return (at - 1 if earlier in PREDETERMINERS else at), folded, found
        other = folded in STOP or text in CLITICS or not (text[:1].isalpha() or text == "-")
        if other or not _modifies(tokens[at]):
            break
        found.insert(0, text)
        at -= 1
    near = [word for word in found[-2:] if word.lower() in MODIFIERS]
    return first - len(near), "", near


def _before_age(tokens: Sequence[Token], first: int) -> int:
    """Where an age begins that stands before `first`: "a 52-year-old man"; else `first`."""
    written = tokens[first - 1].text if first else ""
    if written.endswith("year-old"):
        return first - 1
    parts = [token.text for token in tokens[max(0, first - len(AGE)) : first]]
    return first - len(AGE) if parts and parts[0].isalnum() and parts[1:] == AGE[1:] else first


def clitic_before(tokens: Sequence[Token], first: int) -> int:
    """The token of the "'s" that a phrase from `first` belongs to, modifiers between them: "Unite's regional
    secretary"; -1 where there is none."""
    for at in range(first - 1, max(-1, first - 1 - LOOK), -1):
        if tokens[at].text in CLITICS:
            return at
        if tokens[at].upos not in ("ADJ", "NOUN"):
            return -1
    return -1


def _modifies(token: Token) -> bool:
    """Whether a word may stand between a determiner and its noun."""
    return token.upos in ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "X", "PUNCT") or token.xpos in ("VBN", "VBG")
