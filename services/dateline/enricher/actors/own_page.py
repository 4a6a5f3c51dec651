"""Whose page an article is: a ministry or a presidency that tells of itself as "the Ministry", with a capital."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from dateline.enricher.actors.cast import Cast
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import words
from dateline.enricher.document import Document
from dateline_schemas.coded import ActorKind

AT_LEAST: Final = 3
"""Mentions of an office by itself that make an official page."""
CLEARLY: Final = 2  # times as often
OFFICIAL: Final = frozenset({"GOV", "MIL"})
DOING: Final = ("nsubj", "nmod:poss")
MET: Final = ("obj", "obl", "nmod")
"""How a word stands that names whom somebody else meets."""


def own_page(document: Document, cast: Cast, mentions: Sequence[tuple[Mention, ...]]) -> tuple[str, frozenset[str]]:
    """The state on whose own page an article stands, with the ids of those of no country who are its: offices by
    themselves, officials by name who do something there, its people. The state is the one that does most by its name;
    empty where the article is nobody's page."""
    everyone = list(chain.from_iterable(mentions))
    offices = _own_offices(document, everyone)
    if document.dateline is not None or len(offices) < AT_LEAST:
        return "", frozenset()
    doing: dict[str, int] = {}
    for mention in everyone:
        acts = mention.how == "country" and _relation(document, mention) in DOING
        if acts and mention.place is not None and mention.place.country in cast.states:
            doing[mention.place.country] = doing.get(mention.place.country, 0) + 1
    ranked = sorted((count, country) for country, count in doing.items())
    rival = ranked[-2][0] if len(ranked) > 1 else 0
    if not ranked or ranked[-1][0] < CLEARLY * max(1, rival):
        return "", frozenset()
    ours = set(offices)
    for mention in everyone:
        for figure in mention.figures:
            if figure.name in words("own_people") or _is_official(document, mention, figure):
                ours.add(figure.id)
    return ranked[-1][1], frozenset(ours)


def _relation(document: Document, mention: Mention) -> str:
    return document.sentences[mention.sentence][mention.head].deprel


def _own_offices(document: Document, everyone: Sequence[Mention]) -> list[str]:
    """The ids of those of no country whom the article calls by their office alone, with a capital: "the Ministry"; once
    a mention."""
    found = []
    for mention in everyone:
        tokens = document.sentences[mention.sentence].tokens
        by_office = mention.how in ("role", "name") and tokens[mention.first].text.lower() == "the"
        if by_office and tokens[mention.head].text[0].isupper():
            found += [figure.id for figure in mention.figures if not figure.country and figure.sector in OFFICIAL]
    return found


def _is_official(document: Document, mention: Mention, figure: Figure) -> bool:
    """Whether a mention names an official, and not as whom others meet; or an office that is no mere role noun."""
    if figure.sector not in OFFICIAL or figure.rule == "role noun":
        return False
    return figure.kind is not ActorKind.PERSON or _relation(document, mention) not in MET
