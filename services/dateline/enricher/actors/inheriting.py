"""Of which country those are whom the text calls by a role alone: "the police" of a place, or of what the article tells
most of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.enricher.actors.cast import NAMED, PRIVATE, Cast
from dateline.enricher.actors.chambers import home_of
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import rows, words
from dateline.enricher.actors.namesakes import WORLDWIDE
from dateline.enricher.actors.own_page import own_page
from dateline.enricher.actors.whereabouts import (
    agency_in,
    is_at_home,
    is_told_above_all,
    items,
    mostly_told,
    only_spoken_of,
    places_by,
    scene,
    sent_from,
    told_often,
    where_told,
)
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Kind, made_id
from dateline.enricher.gazetteer.spelling import pieces
from dateline_schemas.coded import ActorKind

INHERITING: Final = frozenset({"role noun", NAMED, "pattern: title and name", PRIVATE})
PRESS: Final = "JRN"
RULING: Final = frozenset({"GOV", "MIL"})
SEATS: Final = frozenset({Kind.CAPITAL, Kind.COUNTRY})
UNITED_NATIONS: Final = "UNO"
OF_THE_UN: Final = frozenset(
    ("special rapporteur", "humanitarian coordinator", "resident coordinator", "emergency relief coordinator")
)
"""Offices that only the United Nations have."""


def inherit(document: Document, cast: Cast, mentions: list[tuple[Mention, ...]]) -> list[str]:
    """Gives those who have none a country: that of the capital just before them; of the item's dateline in a round-up;
    of the article's dateline, or what the article is about; else that of the place which the paragraph names, or where
    it all happens. Returns whose news each sentence is: the country of its item, or of the article, or none."""
    for figure in cast.figures.values():
        if figure.rule == NAMED and not figure.country:
            figure.country = _worldwide_in(cast, figure.name)
        if is_occupying(figure) and not figure.country:
            figure.country = _occupier(cast)
    seated = [_seated(document, sentence) for sentence in mentions]
    _share_out(cast, mentions, seated, "the capital before it")
    by_item = items(document, cast, mentions)
    offices = {(f.country, role) for f in cast.figures.values() if f.country for role in f.roles}
    if by_item:
        told = zip(by_item, mentions, strict=True)
        at_home = [_open_to(country, sentence, offices, strangers=True) for country, sentence in told]
        _share_out(cast, mentions, at_home, "the item's country")
        return by_item
    country = _inherit_from_all(document, cast, mentions, offices)
    heading = scene(document, cast, mentions)
    places = places_by(document, cast, mentions, heading)
    placed = zip(places, mentions, strict=True)
    by_place = [_open_to(where, sentence, offices, strangers=False) for where, sentence in placed]
    _share_out(cast, mentions, by_place, "the paragraph's place")
    if heading:
        there = [_open_to(heading, sentence, offices, strangers=True) for sentence in mentions]
        _share_out(cast, mentions, there, "where it happens")
    return [country] * len(mentions)


def is_occupying(figure: Figure) -> bool:
    """Whether a body is only called the occupation's: "the occupation forces", who are not of where they stand."""
    return figure.name.lower().startswith(("occupation ", "occupying "))


def _occupier(cast: Cast) -> str:
    """Whom the news of the countries that the article names means by the occupation, where it is one alone."""
    meant = {who for where, who in _occupiers() if where in cast.told}
    return meant.pop() if len(meant) == 1 else ""


@cache
def _occupiers() -> list[list[str]]:
    """Whose news it is, and whom it means."""
    return list(rows("occupiers.tsv"))


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
) -> str:
    """Gives "the police" and others without a country that of the place which their sentences name, else that of the
    article: of its dateline, or the one that it is about, which is returned."""
    dateline = document.dateline
    told = told_often(cast, [sentence for number, sentence in enumerate(mentions) if number != dateline])
    here = "" if dateline is None else sent_from(cast, mentions, dateline, told)
    if dateline is not None and not here:
        told = told_often(cast, mentions)
    country = mostly_told(told, here)
    afar = not here and only_spoken_of(mentions)
    local = where_told(document, mentions) if here else {}
    only = len({figure.country for figure in cast.figures.values() if is_at_home(figure)} & cast.states) == 1
    above_all = not here and is_told_above_all(told, country)
    agency = "" if dateline is None else agency_in(cast, mentions[dateline], told)
    legislating = {figure.country for figure in cast.figures.values() if figure.sector == "LEG"}
    home, ours = own_page(document, cast, mentions)
    for figure in cast.figures.values():
        if figure.id in ours and not figure.country and not _is_taken(figure, home, offices):
            figure.country, figure.rule = home, f"{figure.rule}; whose page it is"
        if not _is_open(figure):
            continue
        if agency and _may_be_a_guest(figure) and not _is_taken(figure, agency, offices):
            figure.country, figure.rule = agency, f"{figure.rule}; the agency's country"
            continue
        if figure.roles & OF_THE_UN:
            figure.country, figure.rule = UNITED_NATIONS, f"{figure.rule}; an office of the United Nations"
            continue
        at_home = here or only or (above_all and figure.rule.startswith("role noun"))
        if not at_home and figure.kind is ActorKind.PERSON:
            continue  # a guest from abroad, as like as not
        if _is_taken(figure, country, offices):
            continue
        where = "" if _may_be_a_guest(figure) else local.get(figure.id, "")
        if where in cast.states:
            figure.country, figure.rule = where, f"{figure.rule}; the sentence's place"
        elif country in cast.states and not (afar and figure.sector in RULING):
            # "The Defence Ministry said that Kiev lost": not Ukraine's
            whose = country if country in legislating else home_of(figure.name, country)
            figure.country, figure.rule = whose, f"{figure.rule}; the article's country"
    return country


def _is_open(figure: Figure) -> bool:
    """Whether somebody without a country may be given one."""
    if figure.country or figure.rule not in INHERITING:
        return False
    told_by_name = figure.rule == NAMED and figure.sector == PRESS  # a newspaper may be any country's
    return not (told_by_name or is_of_the_world(figure) or is_occupying(figure))


def _may_be_a_guest(figure: Figure) -> bool:
    """Whether who is somewhere may be from elsewhere: "the minister met her in Kingston"; no "security forces" are."""
    rules = figure.sector in RULING and figure.name.partition(" ")[0] not in words("keeping_order")
    return rules or (figure.kind is ActorKind.PERSON and figure.rule != "role noun")


def _is_taken(figure: Figure, country: str, offices: set[tuple[str, str]]) -> bool:
    """Whether somebody else holds the person's office in the country: a president who met Kenya's is not of Kenya."""
    return any((country, role) in offices for role in figure.roles)


def _seated(document: Document, sentence: tuple[Mention, ...]) -> dict[str, str]:
    """The body that stands behind the capital with which its sentence opens, with the country: "In Islamabad, the
    Foreign Office". A minister may be there as a guest."""
    for place, body in pairwise(sentence):
        if place.first != 1 or place.place is None or place.place.kind not in SEATS:
            continue
        tokens = document.sentences[place.sentence].tokens
        between = [token.text.lower() for token in tokens[place.last : body.first]]
        if tokens[0].text == "In" and between in ([","], [",", "the"]):
            found = [f for f in body.figures if f.kind is not ActorKind.PERSON and _is_open(f)]
            return {figure.id: place.place.country for figure in found}
    return {}


def _open_to(
    country: str, sentence: tuple[Mention, ...], offices: set[tuple[str, str]], *, strangers: bool
) -> dict[str, str]:
    """Those of a sentence who may be of the country, with it. `strangers`: persons and rulers too, who may be guests
    from abroad; not who would hold one of the `offices` of a country that somebody else holds."""
    figures = [figure for mention in sentence for figure in mention.figures if country and _is_open(figure)]
    return {
        figure.id: country
        for figure in figures
        if not _may_be_a_guest(figure) or (strangers and not _is_taken(figure, country, offices))
    }


def _share_out(cast: Cast, mentions: list[tuple[Mention, ...]], given: Sequence[Mapping[str, str]], rule: str) -> None:
    """Gives figures the country that each sentence gives them; who is given several is as many, and elsewhere of the
    first."""
    homes: dict[str, dict[str, None]] = {}
    for name, country in (pair for own in given for pair in own.items()):
        homes.setdefault(name, {})[country] = None
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
    for own, sentence in zip(given, mentions, strict=True):
        for mention in sentence:
            mention.figures = tuple(
                alike.get((figure.id, own.get(figure.id) or next(iter(homes.get(figure.id, ())), "")), figure)
                for figure in mention.figures
            )
    for figure in alike.values():
        cast.figures[figure.id] = figure


def is_of_the_world(figure: Figure) -> bool:
    """Whether a body says that it is of no one country: "the International Dockers' Council"."""
    return figure.kind is not ActorKind.PERSON and figure.name.partition(" ")[0].lower() in words("of_the_world")
