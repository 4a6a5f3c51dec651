"""Where an article happens, and which countries it tells of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.enricher.actors.cast import Cast
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.units import Unit
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Entry, Kind
from dateline_schemas.coded import ActorKind

WORLD_AGENCIES: Final = frozenset(
    {"Reuters", "Agence France-Presse", "Associated Press", "Deutsche Presse-Agentur", "UPI"}
)
OFTEN: Final = 3  # mentions
CLEARLY: Final = 2  # times as often
FAR_MORE: Final = 3
ABOVE_ALL: Final = 4
ANYWHERE: Final = frozenset(Kind)
WITHIN: Final = frozenset({Kind.CITY, Kind.CAPITAL, Kind.REGION})
"""Places within a country: where something happens, while a country may as well be whom it is about."""
AT_THE_HEAD: Final = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.CITY})
ENDS: Final = frozenset({".", "!", "?"})
CLOCK: Final = frozenset("gmt utc cet cest est edt bst am pm h".split())
AT_LEAST: Final = 3
"""Countries in capitals with which paragraphs begin, in a round-up."""
HEADING: Final = 3
"""Sentences in which an article says where it happens, where it has no dateline."""


def items(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]]) -> list[str]:
    """In a round-up the country of the dateline of each sentence's item, or of its heading, or none; nothing where it
    is no round-up."""
    datelines, headings = frozenset(document.datelines), cast.headings
    if not opening_items(document, headings):
        return []
    found: list[str] = []
    country = ""
    for number in range(len(document.sentences)):
        if number in datelines:
            country = country_in(mentions[number])
        elif number in headings:
            country = headings[number]
        elif document.opens_paragraph(number) and not headings:
            country = ""
        found.append(country)
    return found if len(set(found) - {""}) > 1 else []


def opening_items(document: Document, headings: Mapping[int, str]) -> frozenset[int]:
    """The sentences with which the items of a round-up begin; none where it is no round-up."""
    several = [numbers for numbers in (document.datelines, tuple(headings)) if len(numbers) > 1]
    return frozenset(number for numbers in several for number in numbers)


def headings_in(document: Document, found: list[list[Unit]]) -> dict[int, str]:
    """By the number of each line that opens as a heading in a round-up does, the country: "Ghana: nurses suspend
    walkout"; or, in a round-up of such, "17:40 Ghana." and "GHANA Nurses suspended their walkout", whose first word is
    no part of the sentence and is taken out of the units `found`; or, where several do, "Accra: Nurses suspended it."
    """
    headings, capitals, alone, towns = dict[int, str](), dict[int, str](), dict[int, str](), dict[int, str]()
    for number, (sentence, units) in enumerate(zip(document.sentences, found, strict=True)):
        if country := _stands_alone(document, number, units):
            alone[number] = country
            continue
        first = units[0] if units else None
        if first is None or first.first != 0 or first.entry is None or first.entry.kind not in AT_THE_HEAD:
            continue
        if first.last == len(sentence) or not document.opens_paragraph(number):
            continue
        following = sentence.tokens[first.last].text
        if following == ":":
            towns[number] = first.entry.country
        if first.entry.kind is not Kind.COUNTRY:
            continue
        if following == ":" and sentence.tokens[-1].text not in ENDS:
            headings[number] = first.entry.country
        elif sentence.tokens[0].text.isupper() and following[0].isupper() and not following.isupper():
            capitals[number] = first.entry.country
    if len(set(alone.values())) >= AT_LEAST:
        return alone
    if len(set(towns.values())) > 1 and len(towns) > len(headings):
        return towns
    if headings or len(set(capitals.values())) < AT_LEAST:
        return headings
    for number in capitals:
        found[number] = found[number][1:]
    return capitals


def _stands_alone(document: Document, number: int, units: Sequence[Unit]) -> str:
    """The country of what a line, or its beginning, only names, with the time: "17:40 Ghana.", "LIMA, 15:20 GMT"."""
    entry = units[0].entry if len(units) == 1 else None
    if entry is None or entry.kind not in AT_THE_HEAD or not document.opens_paragraph(number):
        return ""
    sentence = document.sentences[number]
    others = [*sentence.tokens[: units[0].first], *sentence.tokens[units[0].last :]]
    return entry.country if all(_is_of_a_time(token.text) for token in others) else ""


def _is_of_a_time(word: str) -> bool:
    return not word.isalpha() or word.lower() in CLOCK


def agency_in(cast: Cast, dateline: tuple[Mention, ...], told: dict[str, int]) -> str:
    """The country of a national agency that sends the article, if that tells of it: "the Minister" is its own, wherever
    he is."""
    named = (figure for mention in dateline for figure in mention.figures if figure.entry is not None)
    agencies = [f for f in named if f.entry is not None and f.entry.kind is Kind.AGENCY]
    national = [f.country for f in agencies if f.name not in WORLD_AGENCIES and f.country in cast.states]
    return national[0] if national and told.get(national[0], 0) >= CLEARLY else ""


def country_in(sentence: tuple[Mention, ...]) -> str:
    return next((m.place.country for m in sentence if m.place is not None and m.place.country), "")


def sent_from(cast: Cast, mentions: Sequence[tuple[Mention, ...]], dateline: int, told: Mapping[str, int]) -> str:
    """The country from which an article is sent: of a dateline with towns of several the one that the headline names
    first, else the one that is told of most."""
    places = (mention.place for mention in mentions[dateline])
    countries = dict.fromkeys(place.country for place in places if place is not None and place.country)
    headline = [country for country in told_often(cast, mentions[:dateline]) if country in countries]
    return max(headline[:1] or countries, key=lambda country: told.get(country, 0), default="")


def places_by(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]], heading: str) -> list[str]:
    """Of each sentence the country of the place that it, or its paragraph before it, names last; else the heading's."""
    found: list[str] = []
    country = heading
    for number, sentence in enumerate(mentions):
        if document.opens_paragraph(number):
            country = heading
        country = _told_there(document, cast, sentence, ANYWHERE) or country
        found.append(country)
    return found


def _places_in(document: Document, sentence: tuple[Mention, ...]) -> Iterator[Entry]:
    """The places that a sentence names as places; "Russia's" is whose something is."""
    for mention in sentence:
        if mention.place is not None and not mention.met:
            tokens = document.sentences[mention.sentence].tokens
            if not any(token.xpos == "POS" for token in tokens[mention.last - 1 : mention.last + 1]):
                yield mention.place


def _told_there(document: Document, cast: Cast, sentence: tuple[Mention, ...], kinds: frozenset[Kind]) -> str:
    """The country of the places of some kinds that a sentence names as places, if they are of one."""
    places = {place.country for place in _places_in(document, sentence) if place.kind in kinds} & cast.states
    return next(iter(places)) if len(places) == 1 else ""


def scene(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]]) -> str:
    """The country where it all happens, by the places that the heading names, unless another is told of much more, or
    beside them as much as half as often: its people may be guests; or the only one that the heading tells of, unless
    another is told of more."""
    told = told_often(cast, mentions)
    most = max(told.values(), default=0)
    heading = told_often(cast, mentions[:HEADING])
    placed = [(_told_there(document, cast, sentence, WITHIN), sentence) for sentence in mentions[:HEADING]]
    naming = [sentence for country, sentence in placed if country]
    named = {country for country, _ in placed if country}
    if named:
        country = min(named)
        here = told.get(country, 0)
        guests = any(CLEARLY * told[other] > here for other in told_often(cast, naming) if other != country)
        return country if len(named) == 1 and not guests and CLEARLY * here >= most else ""
    country = min(heading, default="")
    return country if len(heading) == 1 and max(OFTEN, most) <= told[country] else ""


def where_told(document: Document, mentions: Iterable[tuple[Mention, ...]]) -> dict[str, str]:
    """The country of the places in the sentences that name somebody, where they are of one alone."""
    found: dict[str, set[str]] = {}
    for sentence in mentions:
        places = {place.country for place in _places_in(document, sentence) if place.country}
        for mention in sentence:
            for figure in mention.figures if mention.how != "pronoun" else ():
                found.setdefault(figure.id, set()).update(places)
    return {figure: next(iter(places)) for figure, places in found.items() if len(places) == 1}


def is_told_above_all(told: dict[str, int], country: str) -> bool:
    """Whether an article is so much about a country that who is named without one is hardly a guest from abroad."""
    rival = max((count for other, count in told.items() if other != country), default=0)
    return told.get(country, 0) >= max(OFTEN, ABOVE_ALL * rival)


def mostly_told(told: dict[str, int], sent_from: str) -> str:
    """The country that an article is about by how often it tells of each: from where it is sent, unless another is
    named clearly more often; without a dateline its only one, or the one that is; none where several are."""
    named = {**told, sent_from: told.get(sent_from, 0) + 1} if sent_from else told
    others = sorted((count, country) for country, count in named.items() if country != sent_from)
    if not sent_from and len(others) == 1:
        return others[0][1]
    if not others or others[-1][0] < max(OFTEN, FAR_MORE * named.get(sent_from, 0)):
        return sent_from
    rival = others[-2][0] if len(others) > 1 else 0
    return others[-1][1] if others[-1][0] >= CLEARLY * rival else ""


def is_at_home(figure: Figure) -> bool:
    """Whether who is named tells where something happens: agencies and companies are quoted and used all over."""
    return figure.sector != "JRN" and figure.kind is not ActorKind.COMPANY


def told_often(cast: Cast, mentions: Iterable[tuple[Mention, ...]]) -> dict[str, int]:
    """How often each state is told of."""
    named: dict[str, int] = {}
    for sentence in mentions:
        for mention in sentence:
            told = {f.country for f in mention.figures if is_at_home(f)} if mention.place is None else set[str]()
            told |= {_country_of(mention.place, mention)} if mention.place is not None else set()
            for country in sorted(told & cast.states) if mention.how != "pronoun" else ():
                named[country] = named.get(country, 0) + 1
    return named


def _country_of(place: Entry, mention: Mention) -> str:
    """The country of a place, or of who acts by its name: Brussels is the Union's too."""
    return mention.figures[0].country if mention.met and mention.figures else place.country


def only_spoken_of(mentions: Iterable[tuple[Mention, ...]]) -> bool:
    """Whether states are named by their capitals alone, as who is far from there names them."""
    places = [m.place for sentence in mentions for m in sentence if m.place is not None]
    acting = [m for sentence in mentions for m in sentence if m.place is not None and m.met]
    return bool(places) and len(acting) == len(places) and all(place.kind is Kind.CAPITAL for place in places)
