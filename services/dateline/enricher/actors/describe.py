"""What a phrase by itself says of an actor: country, sector, name."""

from datetime import date

from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.find import read_figures
from dateline.enricher.actors.lexicon import roles
from dateline.enricher.actors.offices import is_arm
from dateline.enricher.document import Document, read
from dateline.enricher.gazetteer import Kind, load
from dateline.enricher.gazetteer.spelling import pieces
from dateline.enricher.syntax.tree import ROOT, Sentence, Token
from dateline_schemas.coded import ActorKind


def describe(phrase: str, day: date | None = None, around: str = "") -> tuple[str, str, str]:
    """Country (alpha-3 or a PLOVER non-state), PLOVER sector and name of who a noun phrase means on `day`.

    Each is "" where the phrase does not say it; a state itself has no sector. `around` is text near the phrase, used
    only for the country of a phrase that names none.
    """
    every = read_figures(_untagged(read(phrase, published=day)))
    mentions = [m for m in every if m.figures or m.place]
    if not mentions and any(m.how == "pronoun" for m in every):
        return "", "UNK", ""
    best = max(enumerate(mentions), key=lambda pair: _weight(pair[1], pair[0]), default=(0, None))[1]
    if best is None:
        return "", _arm_sector(phrase), ""
    if not best.figures:
        assert best.place is not None
        return (
            best.place.country,
            best.place.sector or ("CVL" if best.place.country and best.place.kind is Kind.CITY else ""),
            best.place.name,
        )
    figure = best.figures[0]
    country = figure.country or (_country(around) if around else "")
    if figure.kind is ActorKind.GOVERNMENT and best.place is not None and best.place.kind is Kind.COUNTRY:
        return country, "", figure.name
    return country, figure.sector, best.place.name if best.place else _name(figure)


def _arm_sector(phrase: str) -> str:
    """The sector of whoever a thing of no owner is of: "an aircraft carrier" is some military's."""
    parts = pieces(phrase)
    matches = (roles().match(parts, at) for at in range(len(parts)))
    return next((match[1].sector for match in matches if match and is_arm(match[1])), "")


def _untagged(document: Document) -> Document:
    """The document without parts of speech, which a phrase that is no sentence seldom gets right."""
    sentences = tuple(
        Sentence(
            tuple(
                Token(t.index, t.start, t.end, t.text, t.lemma, "X", "FW", 0 if t.index else ROOT, "dep")
                for t in sentence
            )
        )
        for sentence in document.sentences
    )
    return Document(document.text, document.title, document.outlet, document.published, sentences)


def _name(figure: Figure) -> str:
    return figure.name if figure.entry is not None else ""


def _weight(mention: Mention, order: int) -> tuple[int, int]:
    """Names and offices before the places and adjectives that stand beside them, then the first."""
    rank = {"name": 4, "role": 4, "description": 3, "pronoun": 2, "country": 2, "place": 2, "people": 2, "adjective": 1}
    return rank.get(mention.how, 0), -order


def _country(around: str) -> str:
    found = load().named(around)
    return found[0].country if found else ""
