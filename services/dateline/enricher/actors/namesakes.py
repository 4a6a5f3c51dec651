"""Which of several bodies of one name is meant: ADF is a defence force in Australia and a rebel group in Congo."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.enricher.actors.lexicon import never_names, organisation_heads, speaking, words
from dateline.enricher.actors.phrases import CLITICS
from dateline.enricher.actors.units import NAMED_BODIES, Unit
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Entry, Gazetteer, Kind
from dateline.enricher.gazetteer.entry import made_id
from dateline.enricher.syntax.tree import Token

TELLING: Final = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.SEAT, Kind.PEOPLE, Kind.CITY, Kind.REGION})
"""What shows which countries an article is about."""
TOWNS: Final = frozenset({Kind.CITY, Kind.CAPITAL, Kind.SEAT})
AROUND: Final = frozenset({Kind.REGION, Kind.COUNTRY})
"""What stands behind the comma after a town in it."""
SENDING: Final = frozenset(kind.value for kind in (*TELLING, Kind.AGENCY))
"""What may stand in a dateline's brackets: who sends the article, or a place."""
STATED: Final = frozenset({Kind.COUNTRY, Kind.PEOPLE})
"""What names a country itself."""
DOUBTFUL: Final = frozenset({Kind.CITY.value, Kind.REGION.value})
PLACED: Final = DOUBTFUL | {Kind.COUNTRY.value}
SHORT_NAME: Final = 2
"""Words that a name of a body may consist of and still be meant for something else: "Red Line", "Public Affairs"."""
UNION: Final = "EUR"
WORLDWIDE: Final = frozenset({"UNO", "EUR", "IGO"})
"""Instead of a country: bodies of many, which are meant wherever they are named."""


def countries_told(found: Sequence[Sequence[Unit]], kinds: frozenset[Kind] = TELLING) -> frozenset[str]:
    """The countries that entries of some kinds show an article to be about. `found` are the units of each sentence."""
    entries = [unit.entry for units in found for unit in units if unit.entry is not None]
    return frozenset(entry.country for entry in entries if entry.kind in kinds and entry.country)


def stated_above_the_union(found: Sequence[Sequence[Unit]]) -> frozenset[str]:
    """The countries that an article calls by their own names more often than it names the European Union."""
    entries = [unit.entry for units in found for unit in units if unit.entry is not None]
    union = sum(entry.country == UNION for entry in entries)
    often = Counter(entry.country for entry in entries if entry.kind in STATED)
    return frozenset(country for country, times in often.items() if times > union)


def settle(found: Sequence[Sequence[Unit]], countries: frozenset[str]) -> None:
    """Gives each body that is listed more than once the entry of the one of the `countries` that the article names
    most; not what is of the whole world, nor a news agency, which tells of countries not its own."""
    entries = (unit.entry for units in found for unit in units if unit.entry is not None)
    often = Counter(entry.country for entry in entries if entry.kind in TELLING)
    for units in found:
        for unit in units:
            if unit.others and unit.entry is not None and _may_be_anothers(unit.entry):
                fitting = [e for e in (unit.entry, *unit.others) if e.kind in NAMED_BODIES and e.country in countries]
                meant = max(fitting, key=lambda entry: often[entry.country], default=None)
                if meant is not None and meant is not unit.entry:
                    unit.others = tuple(entry for entry in (unit.entry, *unit.others) if entry is not meant)
                    unit.entry, unit.what = meant, meant.kind.value


def settle_fighters(document: Document, found: Sequence[Sequence[Unit]]) -> None:
    """Of bodies of one name the armed one is meant where its fighters are named: "RSF gunmen" are no journalists."""
    for index, units in enumerate(found):
        texts = document.sentences[index].words
        for unit in units:
            armed = [entry for entry in unit.others if entry.kind is Kind.ARMED_GROUP]
            if armed and unit.last < len(texts) and texts[unit.last] in words("armed_men"):
                _means(unit, armed[0])


def forget_strangers(document: Document, found: Sequence[list[Unit]]) -> None:
    """Takes a body that only its own country knows for an unknown name, where the article tells of nobody and nothing
    of that country: "DNA tests" are not those of Det Norske Arbeiderparti. A longer name is meant all the same."""
    strangers = [(index, unit) for index, units in enumerate(found) for unit in units if _may_be_a_stranger(unit)]
    if not strangers:
        return
    those = {id(unit) for _, unit in strangers}
    told = countries_told([[unit for unit in units if id(unit) not in those] for units in found], frozenset(Kind))
    for index, unit in strangers:
        if unit.entry is None or unit.entry.country in told:
            continue
        other = next((entry for entry in unit.others if not entry.local), None)
        if other is not None:
            _means(unit, other)
            continue
        tokens = document.sentences[index].tokens
        head = organisation_heads().get(tokens[unit.last - 1].text)
        first = tokens[unit.first].text
        if head is None and (first in never_names() or first.lower() in words("function")):
            found[index].remove(unit)
        unit.what, unit.sector = ("name", "") if head is None else ("body", head)
        unit.entry, unit.others = None, ()


def forget_redefined(document: Document, found: Sequence[list[Unit]]) -> None:
    """Takes the letters of a listed body for a name wherever the article says that they are another's: "Petroleum
    Industry of Serbia (NIS)", "known as NIS"."""
    others: set[str] = set()
    for index, units in enumerate(found):
        tokens = document.sentences[index].tokens
        for left, unit in pairwise(units):
            if _is_letters(tokens, unit) and _are_anothers(tokens, left, unit):
                others.add(tokens[unit.first].text)
    if not others:
        return
    for index, units in enumerate(found):
        tokens = document.sentences[index].tokens
        for unit in units:
            if _is_letters(tokens, unit) and tokens[unit.first].text in others:
                unit.what, unit.sector, unit.entry, unit.others = "name", "", None, ()


def _is_letters(tokens: Sequence[Token], unit: Unit) -> bool:
    """Whether a listed body is named by its letters alone."""
    letters = unit.last - unit.first == 1 and tokens[unit.first].text.isupper()
    return letters and unit.entry is not None and unit.entry.kind in NAMED_BODIES


def _are_anothers(tokens: Sequence[Token], left: Unit, unit: Unit) -> bool:
    """Whether the letters stand in parentheses behind an unlisted name, or are said to be what it is known as."""
    before = [token.text.lower() for token in tokens[left.last : unit.first]]
    unlisted = left.entry is None and left.what in ("name", "body")
    closed = unit.last < len(tokens) and tokens[unit.last].text == ")"
    return before[-2:] == ["known", "as"] or (unlisted and before == ["("] and closed)


def _may_be_a_stranger(unit: Unit) -> bool:
    """Whether a body is one of those of which only the article's countries tell that they are meant."""
    if unit.entry is None:
        return False
    short = unit.last - unit.first <= SHORT_NAME or bool(unit.others)
    return _is_any_states(unit.entry) or (unit.entry.local and short)


def _is_any_states(body: Entry) -> bool:
    """Whether other states have a body of that name too: "the Foreign Office"."""
    return body.kind is Kind.ORGANISATION and body.name.lower().replace(" ", "_") in words("any_states")


def place_in_regions(document: Document, found: Sequence[Sequence[Unit]]) -> None:
    """Makes a city that of the region or state behind its comma or of the country before it, there and wherever the
    article names it: "Dublin, Ohio", "VALENCIA, Spain", "Pakistan's Karak"; one that the gazetteer does not list in a
    region, or a country's, is made."""
    meant: dict[str, Entry] = {}
    for index, units in enumerate(found):
        tokens = document.sentences[index].tokens
        for left, right in pairwise(units):
            owned = _is_owned(tokens, left, right)
            city, region = (right, left) if owned else (left, right)
            if city.entry is None or region.entry is None or region.entry.kind not in AROUND:
                continue
            country = region.entry.country
            if city.entry.kind not in TOWNS or city.entry.country == country:
                continue
            if not owned and not _is_behind_comma(tokens, city, region):
                continue
            name = city.entry.name
            known = next((e for e in city.others if e.kind in TOWNS and e.country == country), None)
            if known is None and region.entry.kind is Kind.COUNTRY and not owned:
                continue
            _means(city, known or Entry(made_id(country, Kind.CITY, name), name, Kind.CITY, country))
            meant.setdefault(name, city.entry)
    if meant:
        for unit in (unit for units in found for unit in units if unit.entry is not None and unit.others):
            assert unit.entry is not None
            if unit.entry.kind in TOWNS and unit.entry.name in meant:
                _means(unit, meant[unit.entry.name])


def _is_owned(tokens: Sequence[Token], country: Unit, city: Unit) -> bool:
    """Whether a city, no capital, is said to be a country's: "Pakistan's Karak"."""
    if city.first != country.last + 1 or country.what != Kind.COUNTRY.value or city.what != Kind.CITY.value:
        return False
    return tokens[country.last].text in CLITICS


def _is_behind_comma(tokens: Sequence[Token], city: Unit, region: Unit) -> bool:
    """ "Dublin, Ohio", but no list: "Dublin, Ohio and Utah"."""
    follows = city.last < len(tokens) and tokens[city.last].text == "," and region.first == city.last + 1
    listed = region.last < len(tokens) and tokens[region.last].text in ("and", "or", "&")
    return follows and not listed


def settle_towns(found: Sequence[Sequence[Unit]]) -> None:
    """Gives a town that is listed in several countries to the one that the article is about: Valencia beside Madrid. A
    capital is meant wherever it is named."""
    several = {id(unit) for units in found for unit in units if _towns_of(unit)}
    if not several:
        return
    told = countries_told([[unit for unit in units if id(unit) not in several] for units in found])
    for unit in (unit for units in found for unit in units if id(unit) in several):
        here = [entry for entry in _towns_of(unit) if entry.country in told]
        if unit.entry is not None and unit.entry.country not in told and len({e.country for e in here}) == 1:
            _means(unit, here[0])


def _towns_of(unit: Unit) -> list[Entry]:
    """The other towns of a town's name."""
    if unit.entry is None or unit.entry.kind is not Kind.CITY:
        return []
    return [entry for entry in unit.others if entry.kind is Kind.CITY]


def _means(unit: Unit, entry: Entry) -> None:
    unit.entry, unit.others, unit.what = entry, (), entry.kind.value


def call_by_surname(document: Document, found: Sequence[Sequence[Unit]]) -> None:
    """Makes a country's name a person's where it speaks, or has a title, in an article with somebody called so that
    names the country nowhere else: "Mali said" beside "Sinisa Mali"; a town's in any: "Minister Rangel"."""
    surnames = {
        document.sentences[index][unit.last - 1].text
        for index, units in enumerate(found)
        for unit in units
        if unit.what in ("name", "person") and unit.last - unit.first > 1
    }
    meant: list[Unit] = []
    for index, units in enumerate(found if surnames else ()):
        tokens = document.sentences[index].tokens
        titled = -1  # the token behind a title
        for unit in units:
            if unit.what in PLACED and unit.last - unit.first == 1 and tokens[unit.first].text in surnames:
                speaks = unit.last < len(tokens) and tokens[unit.last].text in speaking()
                if speaks or titled == unit.first:
                    meant.append(unit)
            titled = unit.last if unit.what == "title" or (unit.role is not None and unit.role.what == "person") else -1
    if not meant:
        return
    persons = {id(unit) for unit in meant}
    told = countries_told([[unit for unit in units if id(unit) not in persons] for units in found])
    for unit in meant:
        if unit.what != Kind.COUNTRY.value or (unit.entry is not None and unit.entry.country not in told):
            unit.what, unit.entry, unit.others = "name", None, ()


def forget_words(document: Document, found: Sequence[list[Unit]]) -> None:
    """Takes away the places that are ordinary words, where none says that they are places: "Mobile internet" is of no
    town in Alabama; and the towns that are none: "the Sava" is a river."""
    for index, units in enumerate(found):
        tokens = document.sentences[index].tokens
        for river in [unit for unit in units if unit.what == Kind.CITY.value and _is_the_river(tokens, unit)]:
            units.remove(river)
        doubtful = [unit for unit in units if unit.what in DOUBTFUL and tokens[unit.first].text in words("also_words")]
        for unit in doubtful:
            before = tokens[unit.first - 1].text.lower() if unit.first else ""
            told = before in words("locative") or (unit.last < len(tokens) and tokens[unit.last].text == ",")
            if unit.last - unit.first == 1 and not told:
                units.remove(unit)


def _is_the_river(tokens: Sequence[Token], unit: Unit) -> bool:
    """Whether "the" stands before a town's name that describes no noun behind it."""
    last = tokens[unit.last - 1]
    return unit.first > 0 and tokens[unit.first - 1].text == "the" and last.head < unit.last and last.deprel != "root"


def call_by_form(document: Document, found: Sequence[Sequence[Unit]], gazetteer: Gazetteer) -> None:
    """Makes "the Sultanate", "the Kingdom" and "the North" the one country of the article that is called so with its
    name."""
    alone = [
        (unit, document.sentences[index].tokens[unit.first].text)
        for index, units in enumerate(found)
        for unit in units
        if unit.what == "name" and unit.last - unit.first == 1
    ]
    formed = [(unit, form) for unit, form in alone if form in words("form_of_state")]
    if not formed:
        return
    told = sorted(countries_told(found))
    for unit, form in formed:
        states = [entry for country in told if (entry := gazetteer.get(f"{country}/country")) is not None]
        called = [
            entry
            for entry in states
            if entry.name.startswith(f"{form} ") or entry in gazetteer.named(f"{form} of {entry.name}")
        ]
        if len(called) == 1:
            _means(unit, called[0])


def _may_be_anothers(body: Entry) -> bool:
    """Whether an entry is of a body that is seldom meant where only other countries are named."""
    return body.kind in NAMED_BODIES - {Kind.AGENCY} and body.country not in WORLDWIDE


def keep_agencies(document: Document, found: list[list[Unit]]) -> None:
    """Of a name in the brackets of a dateline the agency that bears it; nobody where none does. Changed in place."""
    for number in document.datelines:
        tokens = document.sentences[number].tokens
        opening = next((token.index for token in tokens if token.text == "("), len(tokens))
        kept = []
        for unit in found[number]:
            if unit.first < opening or unit.entry is None or unit.what in SENDING:
                kept.append(unit)
                continue
            agency = next((entry for entry in unit.others if entry.kind is Kind.AGENCY), None)
            if agency is not None:
                kept.append(Unit(unit.first, unit.last, agency.kind.value, entry=agency))
        found[number] = kept
