"""From a parsed article to who and where it names."""

from collections.abc import Iterable
from typing import Final

from dateline.enricher.actors.bodies import bodies_told
from dateline.enricher.actors.cast import PRIVATE, Cast
from dateline.enricher.actors.coreference import Focus
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.namesakes import (
    STATED,
    call_by_surname,
    countries_told,
    forget_strangers,
    place_in_regions,
    settle,
    settle_towns,
)
from dateline.enricher.actors.phrases import phrases
from dateline.enricher.actors.quoted import quoted_words
from dateline.enricher.actors.reading import Reading
from dateline.enricher.actors.resolve import resolve
from dateline.enricher.actors.scan import units
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.ties import tied
from dateline.enricher.actors.units import Vocabulary
from dateline.enricher.actors.unlisted import likelihoods
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Entry, Gazetteer, Kind, load
from dateline_schemas.coded import Actor, ActorKind, Place
from dateline_schemas.model import Span

INHERITING: Final = frozenset({"role noun", "pattern: organisation", "pattern: title and name", PRIVATE})
RULING: Final = frozenset({"GOV", "MIL"})
OFTEN: Final = 3  # mentions
CLEARLY: Final = 2  # times as often
ABOVE_ALL: Final = 4
UNLISTED: Final = "words beside the name"
_vocabularies: dict[int, Vocabulary] = {}


def find(document: Document, gazetteer: Gazetteer | None = None) -> Reading:
    """Who and where `document` names. With no gazetteer given, the shipped one."""
    mentions = _read(document, gazetteer or load())
    places, named = _places(document, mentions), _named_places(document, mentions)
    return Reading(document, _actors(document, mentions), places, named, tuple(mentions))


def read_figures(document: Document) -> list[Mention]:
    """Every mention of a document, with the shipped gazetteer."""
    return [mention for sentence in _read(document, load()) for mention in sentence]


def _read(document: Document, known: Gazetteer) -> list[tuple[Mention, ...]]:
    vocabulary = _vocabularies.get(id(known))
    if vocabulary is None or vocabulary.gazetteer is not known:
        _vocabularies.clear()
        vocabulary = _vocabularies[id(known)] = Vocabulary(known)
    cast = Cast(known, document.published)
    focus = Focus(cast)
    names = inner_names(document)
    found = [units(vocabulary, sentence, names) for sentence in document.sentences]
    place_in_regions(document, found)
    settle_towns(found)
    call_by_surname(document, found)
    cast.told, cast.stated = countries_told(found), countries_told(found, STATED)
    settle(found, cast.told)
    forget_strangers(document, found)
    cast.likelihoods = likelihoods(document, found, vocabulary)
    cast.bodies = bodies_told(document, found, vocabulary, cast.likelihoods)
    mentions, quoted = [], quoted_words(document)
    for index, sentence in enumerate(document.sentences):
        scene = Scene(document, index, cast, focus, quoted[index])
        mentions.append(tuple(resolve(scene, tied(sentence.tokens, phrases(sentence.tokens, found[index])))))
    _inherit(document, cast, mentions)
    meant = _named_later(cast)
    if meant:
        for sentence_mentions in mentions:
            for mention in sentence_mentions:
                mention.figures = tuple(dict.fromkeys(meant.get(figure.id, figure) for figure in mention.figures))
    return mentions


def _inherit(document: Document, cast: Cast, mentions: list[tuple[Mention, ...]]) -> None:
    """Gives "the police" and others without a country that of the place which their sentences name, else that of the
    article: of its dateline, or the one that it is about."""
    sent_from = _dateline(document, mentions)
    told = _told_often(cast, mentions[1:] if sent_from else mentions)
    country = _mostly_told(told, sent_from)
    afar = not sent_from and _only_spoken_of(mentions)
    local = _where_told(mentions) if sent_from else {}
    only = len({figure.country for figure in cast.figures.values()} & cast.states) == 1
    above_all = not sent_from and _is_told_above_all(told, country)
    for figure in cast.figures.values():
        if figure.rule not in INHERITING or figure.country or is_of_the_world(figure):
            continue
        at_home = sent_from or only or (above_all and figure.rule.startswith("role noun"))
        if not at_home and figure.kind is ActorKind.PERSON:
            continue  # a guest from abroad, as like as not
        where = local.get(figure.id, "")
        if where in cast.states:
            figure.country, figure.rule = where, f"{figure.rule}; the sentence's place"
        elif country in cast.states and not (afar and figure.sector in RULING):
            # "The Defence Ministry said that Kiev lost": not Ukraine's
            figure.country, figure.rule = country, f"{figure.rule}; the article's country"


def is_of_the_world(figure: Figure) -> bool:
    """Whether a body says that it is of no one country: "the International Dockers' Council"."""
    return figure.kind is not ActorKind.PERSON and figure.name.partition(" ")[0].lower() in words("of_the_world")


def _where_told(mentions: Iterable[tuple[Mention, ...]]) -> dict[str, str]:
    """The country of the places in the sentences that name somebody, where they are of one alone."""
    found: dict[str, set[str]] = {}
    for sentence in mentions:
        places = {m.place.country for m in sentence if m.place is not None and m.place.country and not m.met}
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
    if not others or others[-1][0] < max(OFTEN, CLEARLY * named.get(sent_from, 0)):
        return sent_from
    rival = others[-2][0] if len(others) > 1 else 0
    return others[-1][1] if others[-1][0] >= CLEARLY * rival else ""


def _told_often(cast: Cast, mentions: Iterable[tuple[Mention, ...]]) -> dict[str, int]:
    """How often each state is told of."""
    named: dict[str, int] = {}
    for sentence in mentions:
        for mention in sentence:
            # Not of who is quoted: an agency tells of other countries than its own.
            told = {f.country for f in mention.figures if f.sector != "JRN"} if mention.place is None else set[str]()
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


def _dateline(document: Document, mentions: list[tuple[Mention, ...]]) -> str:
    """The country that an article is sent from."""
    if document.dateline is None:
        return ""
    return next((m.place.country for m in mentions[0] if m.place is not None and m.place.country), "")


def _named_later(cast: Cast) -> dict[str, Figure]:
    """Office holders mentioned before they are named ("The Supreme Leader" of a headline), and who they are."""
    holders: dict[str, list[Figure]] = {}
    for figure in cast.figures.values():
        for role in sorted({form for held in figure.roles for form in (held, held.partition(" of ")[0])}):
            holders.setdefault(role, []).append(figure)
    found = {}
    for figure in cast.figures.values():
        meant = holders.get(figure.name, [])
        if (
            figure.kind is ActorKind.PERSON
            and figure.rule.startswith("role noun")
            and " " in figure.name
            and len(meant) == 1
        ):
            found[figure.id] = meant[0]
    return found


def inner_names(document: Document) -> frozenset[str]:
    """The words that stand with a capital somewhere else than at a sentence's beginning."""
    return frozenset(word for word in document.words if word[0].isupper() and len(word) > 1)


def _actors(document: Document, mentions: list[tuple[Mention, ...]]) -> tuple[Actor, ...]:
    spans: dict[str, set[tuple[int, int]]] = {}
    figures: dict[str, Figure] = {}
    for sentence in mentions:
        for mention in sentence:
            tokens = document.sentences[mention.sentence].tokens
            for figure in mention.figures if mention.met else ():
                figures[figure.id] = figure
                spans.setdefault(figure.id, set()).add((tokens[mention.first].start, tokens[mention.last - 1].end))
    return tuple(
        Actor.model_validate(  # so that the spans are made with the actor, in one go
            {
                "id": figure.id,
                "name": figure.name,
                "kind": figure.kind,
                "country": figure.country or None,
                "sector": figure.sector or None,
                "office": figure.office or None,
                "rule": figure.rule,
                "confidence": figure.confidence,
                "spans": [{"start": start, "end": end} for start, end in sorted(spans[figure.id])],
            }
        )
        for figure in sorted(figures.values(), key=lambda f: min(spans[f.id]))
    )


def _places(document: Document, mentions: list[tuple[Mention, ...]]) -> tuple[Place, ...]:
    """Each place once, where it is first named as a place; of one that only stands for a government, where it does."""
    first: dict[str, Mention] = {}
    for sentence in mentions:
        for mention in sentence:
            if mention.place is not None and (
                mention.place.id not in first or (first[mention.place.id].met and not mention.met)
            ):
                first[mention.place.id] = mention
    return _as_places(document, first.values())


def _named_places(document: Document, mentions: list[tuple[Mention, ...]]) -> tuple[Place, ...]:
    """Every mention of a place as a place."""
    return _as_places(document, (m for sentence in mentions for m in sentence if m.place is not None and not m.met))


def _as_places(document: Document, mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """The places of mentions that have one, in the order of the text."""
    places = []
    for mention in mentions:
        entry = mention.place
        assert entry is not None
        tokens = document.sentences[mention.sentence].tokens
        places.append(
            Place(
                name=entry.name,
                country=entry.country or None,
                latitude=entry.latitude,
                longitude=entry.longitude,
                span=Span(start=tokens[mention.first].start, end=tokens[mention.last - 1].end),
                rule=UNLISTED if mention.how == "name" else f"gazetteer: {entry.kind.value}",
            )
        )
    return tuple(sorted(places, key=lambda place: place.span.start))
