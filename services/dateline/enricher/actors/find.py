"""From a parsed article to who and where it names."""

from collections.abc import Iterable
from typing import Final

from dateline.enricher.actors.bodies import bodies_told
from dateline.enricher.actors.cast import Cast
from dateline.enricher.actors.coreference import Focus
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.inheriting import inherit
from dateline.enricher.actors.namesakes import (
    call_by_form,
    call_by_surname,
    countries_told,
    forget_redefined,
    forget_strangers,
    forget_words,
    keep_agencies,
    place_in_regions,
    settle,
    settle_fighters,
    settle_towns,
    stated_above_the_union,
)
from dateline.enricher.actors.phrases import phrases
from dateline.enricher.actors.quoted import quoted_words
from dateline.enricher.actors.reading import Reading
from dateline.enricher.actors.resolve import resolve
from dateline.enricher.actors.scan import units
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.ties import tied
from dateline.enricher.actors.units import Vocabulary
from dateline.enricher.actors.unlisted import fuller_names, likelihoods
from dateline.enricher.actors.whereabouts import headings_in, opening_items
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Gazetteer, load
from dateline_schemas.coded import Actor, ActorKind, Place
from dateline_schemas.model import Span

UNLISTED: Final = "words beside the name"
_vocabularies: dict[int, Vocabulary] = {}


def find(document: Document, gazetteer: Gazetteer | None = None) -> Reading:
    """Who and where `document` names. With no gazetteer given, the shipped one."""
    mentions, homes, opening = _read(document, gazetteer or load())
    places, named = _places(document, mentions), _named_places(document, mentions)
    items = tuple(document.sentences[number].start for number in opening)
    return Reading(document, _actors(document, mentions), places, named, tuple(mentions), tuple(homes), items)


def read_figures(document: Document) -> list[Mention]:
    """Every mention of a document, with the shipped gazetteer."""
    return [mention for sentence in _read(document, load())[0] for mention in sentence]


def _read(document: Document, known: Gazetteer) -> tuple[list[tuple[Mention, ...]], list[str], list[int]]:
    """The mentions of each sentence, the country whose news it is, and with which sentences the items of a round-up
    begin."""
    vocabulary = _vocabularies.get(id(known))
    if vocabulary is None or vocabulary.gazetteer is not known:
        _vocabularies.clear()
        vocabulary = _vocabularies[id(known)] = Vocabulary(known)
    cast = Cast(known, document.published)
    focus = Focus(cast)
    names = inner_names(document)
    found = [units(vocabulary, sentence, names) for sentence in document.sentences]
    forget_words(document, found)
    keep_agencies(document, found)
    place_in_regions(document, found)
    settle_towns(found)
    call_by_surname(document, found)
    call_by_form(document, found, known)
    cast.told, cast.stated = countries_told(found), stated_above_the_union(found)
    settle(found, cast.told)
    settle_fighters(document, found)
    forget_strangers(document, found)
    forget_redefined(document, found)
    cast.likelihoods = likelihoods(document, found, vocabulary)
    cast.fuller = fuller_names(document, found, cast.likelihoods)
    cast.bodies = bodies_told(document, found, vocabulary, cast.likelihoods)
    cast.headings = headings_in(document, found)
    opening = opening_items(document, cast.headings)
    mentions, quoted = [], quoted_words(document)
    for index, sentence in enumerate(document.sentences):
        if index in opening:
            focus = Focus(cast)  # "the government" of an item is not the one of the item before
            cast.called_by_role.clear()
        scene = Scene(document, index, cast, focus, quoted[index])
        mentions.append(tuple(resolve(scene, tied(sentence.tokens, phrases(sentence.tokens, found[index])))))
    homes = inherit(document, cast, mentions)
    meant = _named_later(cast)
    if meant:
        for sentence_mentions in mentions:
            for mention in sentence_mentions:
                mention.figures = tuple(dict.fromkeys(meant.get(figure.id, figure) for figure in mention.figures))
    return mentions, homes, sorted(opening) if len(set(homes)) > 1 else []


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
