"""Of which country those are whom the text calls by a role alone: "the police" of a place, or of what the article tells
most of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.enricher.actors.cast import NAMED, PRIVATE, Cast
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.namesakes import WORLDWIDE
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Entry, Kind, made_id
from dateline.enricher.gazetteer.spelling import pieces
from dateline_schemas.coded import ActorKind

INHERITING: Final = frozenset({"role noun", "pattern: organisation", "pattern: title and name", PRIVATE})
WORLD_AGENCIES: Final = frozenset(
    {"Reuters", "Agence France-Presse", "Associated Press", "Deutsche Presse-Agentur", "UPI"}
)
RULING: Final = frozenset({"GOV", "MIL"})
OFTEN: Final = 3  # mentions
CLEARLY: Final = 2  # times as often
FAR_MORE: Final = 3
ABOVE_ALL: Final = 4
ANYWHERE: Final = frozenset(Kind)
WITHIN: Final = frozenset({Kind.CITY, Kind.CAPITAL, Kind.REGION})
"""Places within a country: where something happens, while a country may as well be whom it is about."""
HEADING: Final = 3
"""Sentences in which an article says where it happens, where it has no dateline."""


def inherit(document: Document, cast: Cast, mentions: list[tuple[Mention, ...]]) -> None:
    """Gives those who have none a country: that of the item's dateline in a round-up; of the article's dateline, or
    what the article is about; else that of the place which the paragraph names, or where it all happens."""
    for figure in cast.figures.values():
        if figure.rule == NAMED and not figure.country:
            figure.country = _worldwide_in(cast, figure.name)
    items = _items(document, mentions)
    offices = {(f.country, role) for f in cast.figures.values() if f.country for role in f.roles}
    if items:
        _share_out(cast, mentions, items, "the item's country", offices, strangers=True)
    else:
        _inherit_from_all(document, cast, mentions, offices)
        scene = _scene(document, cast, mentions)
        places = _places_by(document, cast, mentions, scene)
        _share_out(cast, mentions, places, "the paragraph's place", offices, strangers=False)
        _share_out(cast, mentions, [scene] * len(places), "where it happens", offices, strangers=True)


def _worldwide_in(cast: Cast, name: str) -> str:
    """What many states share, where a body's name says that it is of that: "the Delegation of the European Union"."""
    parts = pieces(name)
    for at in range(len(parts)):
        match = cast.gazetteer.match(parts, at)
        if match is not None and match[1][0].kind is Kind.ORGANISATION and match[1][0].country in WORLDWIDE:
            return match[1][0].country
    return ""


def _inherit_from_all(
    document: Document, cast: Cast, mentions: list[tuple[Mention, ...]], offices: set[tuple[str, str]]
) -> None:
    """Gives "the police" and others without a country that of the place which their sentences name, else that of the
    article: of its dateline, or the one that it is about."""
    dateline = document.dateline
    sent_from = "" if dateline is None else _country_in(mentions[dateline])
    own = [sentence for number, sentence in enumerate(mentions) if number != dateline or not sent_from]
    told = _told_often(cast, own)
    country = _mostly_told(told, sent_from)
    afar = not sent_from and _only_spoken_of(mentions)
    local = _where_told(document, mentions) if sent_from else {}
    only = len({figure.country for figure in cast.figures.values() if _is_at_home(figure)} & cast.states) == 1
    above_all = not sent_from and _is_told_above_all(told, country)
    agency = "" if dateline is None else _agency_in(cast, mentions[dateline], told)
    for figure in cast.figures.values():
        if not _is_open(figure):
            continue
        if agency and _may_be_a_guest(figure) and not _is_taken(figure, agency, offices):
            figure.country, figure.rule = agency, f"{figure.rule}; the agency's country"
            continue
        at_home = sent_from or only or (above_all and figure.rule.startswith("role noun"))
        if not at_home and figure.kind is ActorKind.PERSON:
            continue  # a guest from abroad, as like as not
        if _is_taken(figure, country, offices):
            continue
        where = "" if _may_be_a_guest(figure) else local.get(figure.id, "")
        if where in cast.states:
            figure.country, figure.rule = where, f"{figure.rule}; the sentence's place"
        elif country in cast.states and not (afar and figure.sector in RULING):
            # "The Defence Ministry said that Kiev lost": not Ukraine's
            figure.country, figure.rule = country, f"{figure.rule}; the article's country"


def _is_open(figure: Figure) -> bool:
    """Whether somebody without a country may be given one."""
    return figure.rule in INHERITING and not figure.country and not is_of_the_world(figure)


def _may_be_a_guest(figure: Figure) -> bool:
    """Whether who is somewhere may be from elsewhere: "the minister met her in Kingston"."""
    return figure.sector in RULING or (figure.kind is ActorKind.PERSON and figure.rule != "role noun")


def _is_taken(figure: Figure, country: str, offices: set[tuple[str, str]]) -> bool:
    """Whether somebody else holds the person's office in the country: a president who met Kenya's is not of Kenya."""
    return any((country, role) in offices for role in figure.roles)


def _share_out(
    cast: Cast,
    mentions: list[tuple[Mention, ...]],
    where: Sequence[str],
    rule: str,
    offices: set[tuple[str, str]],
    *,
    strangers: bool,
) -> None:
    """Gives those without a country the ones of the sentences that name them; whoever is named in those of several is
    as many. `strangers`: persons and rulers too, who may be guests from abroad; not who would hold one of the `offices`
    of a country that somebody else holds."""
    homes: dict[str, dict[str, None]] = {}
    for country, sentence in zip(where, mentions, strict=True):
        for figure in (figure for mention in sentence for figure in mention.figures):
            allowed = not _may_be_a_guest(figure) or (strangers and not _is_taken(figure, country, offices))
            if country and _is_open(figure) and allowed:
                homes.setdefault(figure.id, {})[country] = None
    if not homes:
        return
    alike: dict[tuple[str, str], Figure] = {}
    for name, countries in homes.items():
        figure = cast.figures[name]
        for country in countries:
            alike[name, country] = replace(
                figure,
                id=name if len(countries) == 1 else made_id(country, figure.kind, figure.name),
                country=country,
                rule=f"{figure.rule}; {rule}",
            )
    for country, sentence in zip(where, mentions, strict=True):
        for mention in sentence:
            mention.figures = tuple(
                alike.get((figure.id, country or next(iter(homes.get(figure.id, ())), "")), figure)
                for figure in mention.figures
            )
    for figure in alike.values():
        cast.figures[figure.id] = figure


def _items(document: Document, mentions: Sequence[tuple[Mention, ...]]) -> list[str]:
    """In a round-up the country of the dateline of each sentence's item, or none; nothing where it is no round-up."""
    datelines = frozenset(document.datelines)
    if len(datelines) < 2:
        return []
    found: list[str] = []
    country = ""
    for number in range(len(document.sentences)):
        if number in datelines:
            country = _country_in(mentions[number])
        elif document.opens_paragraph(number):
            country = ""
        found.append(country)
    return found if len(set(found) - {""}) > 1 else []


def _agency_in(cast: Cast, dateline: tuple[Mention, ...], told: dict[str, int]) -> str:
    """The country of a national agency that sends the article, if that tells of it: "the Minister" is its own, wherever
    he is."""
    named = (figure for mention in dateline for figure in mention.figures if figure.entry is not None)
    agencies = [f for f in named if f.entry is not None and f.entry.kind is Kind.AGENCY]
    national = [f.country for f in agencies if f.name not in WORLD_AGENCIES and f.country in cast.states]
    return national[0] if national and told.get(national[0], 0) >= CLEARLY else ""


def _country_in(sentence: tuple[Mention, ...]) -> str:
    return next((m.place.country for m in sentence if m.place is not None and m.place.country), "")


def _places_by(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]], scene: str) -> list[str]:
    """Of each sentence the country of the place that it or its paragraph before it names last, else the scene."""
    found: list[str] = []
    country = scene
    for number, sentence in enumerate(mentions):
        if document.opens_paragraph(number):
            country = scene
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


def _scene(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]]) -> str:
    """The country where it all happens, by the places that the heading names, unless another is told of much more."""
    named = [country for sentence in mentions[:HEADING] if (country := _told_there(document, cast, sentence, WITHIN))]
    told = _told_often(cast, mentions)
    if len(set(named)) != 1 or CLEARLY * told.get(named[0], 0) < max(told.values(), default=0):
        return ""
    return named[0]


def is_of_the_world(figure: Figure) -> bool:
    """Whether a body says that it is of no one country: "the International Dockers' Council"."""
    return figure.kind is not ActorKind.PERSON and figure.name.partition(" ")[0].lower() in words("of_the_world")


def _where_told(document: Document, mentions: Iterable[tuple[Mention, ...]]) -> dict[str, str]:
    """The country of the places in the sentences that name somebody, where they are of one alone."""
    found: dict[str, set[str]] = {}
    for sentence in mentions:
        places = {place.country for place in _places_in(document, sentence) if place.country}
        for mention in sentence:
            for figure in mention.figures if mention.how != "pronoun" else ():
                found.setdefault(figure.id, set()).update(places)
    return {figure: next(iter(places)) for figure, places in found.items() if len(places) == 1}


def _is_told_above_all(told: dict[str, int], country: str) -> bool:
    """Whether an article is so much about a country that who is named without one is hardly a guest from abroad."""
    rival = max((count for other, count in told.items() if other != country), default=0)
    return told.get(country, 0) >= max(OFTEN, ABOVE_ALL * rival)


def _mostly_told(told: dict[str, int], sent_from: str) -> str:
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


def _is_at_home(figure: Figure) -> bool:
    """Whether who is named tells where something happens: agencies and companies are quoted and used all over."""
    return figure.sector != "JRN" and figure.kind is not ActorKind.COMPANY


def _told_often(cast: Cast, mentions: Iterable[tuple[Mention, ...]]) -> dict[str, int]:
    """How often each state is told of."""
    named: dict[str, int] = {}
    for sentence in mentions:
        for mention in sentence:
            told = {f.country for f in mention.figures if _is_at_home(f)} if mention.place is None else set[str]()
            told |= {_country_of(mention.place, mention)} if mention.place is not None else set()
            for country in sorted(told & cast.states) if mention.how != "pronoun" else ():
                named[country] = named.get(country, 0) + 1
    return named


def _country_of(place: Entry, mention: Mention) -> str:
    """The country of a place, or of who acts by its name: Brussels is the Union's too."""
    return mention.figures[0].country if mention.met and mention.figures else place.country


def _only_spoken_of(mentions: Iterable[tuple[Mention, ...]]) -> bool:
    """Whether states are named by their capitals alone, as who is far from there names them."""
    places = [m.place for sentence in mentions for m in sentence if m.place is not None]
    acting = [m for sentence in mentions for m in sentence if m.place is not None and m.met]
    return bool(places) and len(acting) == len(places) and all(place.kind is Kind.CAPITAL for place in places)
