"""The coder: one article in, the same article with all that is coded in it out."""

import hashlib
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Any, Final

from dateline.enricher import actors, attribution, dates, events, quantities, topics
from dateline.enricher import document as documents
from dateline.enricher.actors import Reading
from dateline.enricher.agencies import agencies_of
from dateline.enricher.document import Document
from dateline.enricher.evidence import holds
from dateline.enricher.fitting import fit
from dateline.enricher.gazetteer import Gazetteer
from dateline.enricher.language import detect
from dateline.enricher.listing import listed
from dateline.enricher.syntax.tree import Parser
from dateline_schemas import Article, Attribution, ContentStatus, EnrichedArticle, EventMention, NotCoded, Quantity

CODER: Final = "dateline-rules/1.0.0"
"""Name and version; a later version sorts after the earlier ones."""
SHED_ORDER: Final = ("quantities", "attributions", "mentions", "places", "topics", "actors")
"""What goes first from a record that is too large: what the mentions say again, then what comes late in the text."""


@dataclass(frozen=True)
class Means:
    """What the rules code with that a user may bring in place of what is shipped."""

    parser: Parser | None = None
    gazetteer: Gazetteer | None = None
    name: str = CODER
    """What a record says that coded it; it tells one means from another."""


SHIPPED: Final = Means()


def code(article: Article, coded_at: datetime, means: Means = SHIPPED) -> EnrichedArticle:
    """The article coded; one that is withdrawn, empty or not English is passed on with the reason. Pure: the same
    article and time give the same bytes."""
    reason = why_not(article)
    if reason is not None:
        return fit(EnrichedArticle(article=article, coder=means.name, coded=coded_at, not_coded=reason), SHED_ORDER)
    lists = checked(article.text, coded_lists(article, means))
    return fit(EnrichedArticle(article=article, coder=means.name, coded=coded_at, **lists), SHED_ORDER)


def why_not(article: Article) -> NotCoded | None:
    """The reason why the article cannot be coded, None where it can."""
    if article.content_status is ContentStatus.WITHDRAWN:
        return NotCoded(reason="withdrawn", detail="the publisher took the article back")
    if not article.text.strip():
        return NotCoded(reason="empty", detail="the article has no text")
    language = detect(article.text, article.language)
    if language not in ("en", "und"):
        return NotCoded(reason="language", detail=f"the text is in {language!r}; only English is coded")
    return None


@dataclass(frozen=True)
class Findings:
    """What every stage found in one document."""

    document: Document
    reading: Reading
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[EventMention, ...]


def findings_of(document: Document, gazetteer: Gazetteer | None = None) -> Findings:
    """All stages over one document, in the order in which they need each other."""
    reading = actors.find(document, gazetteer)
    said = attribution.find(document, reading)
    amounts = quantities.find(document)
    mentions = events.find(document, reading, said, dates.find(document), amounts)
    return Findings(document, reading, said, amounts, mentions)


def coded_lists(article: Article, means: Means = SHIPPED) -> dict[str, Any]:
    """Every stage's findings, under the names that the record has for them."""
    document = documents.read(
        article.text, article.title, article.outlet, day_of(article), means.parser, means.gazetteer
    )
    found = findings_of(document, means.gazetteer)
    return {
        "actors": listed(found.reading.actors, found.mentions, found.attributions),
        "places": found.reading.places,
        "attributions": found.attributions,
        "quantities": found.quantities,
        "topics": topics.score(found.document),
        "contexts": topics.contexts(found.document),
        "mentions": tuple(m.model_copy(update={"id": mention_id(article, m)}) for m in found.mentions),
        "agencies": agencies_of(article.text, article.outlet, found.reading.actors, found.attributions),
        "items": found.reading.items,
    }


def day_of(article: Article) -> date | None:
    """When it was published; None too in the first and the last year of the calendar, where no room is for the days
    before and after that a text tells of."""
    day = article.published.date() if article.published else None
    return day if day is not None and MINYEAR < day.year < MAXYEAR else None


def mention_id(article: Article, mention: EventMention) -> str:
    """Made from what is mentioned where, never from labels or scores."""
    place = f"{article.id}\n{article.revision}\n{mention.trigger.start}\n{mention.trigger.end}"
    return hashlib.blake2b(place.encode(), digest_size=12).hexdigest()


def checked(text: str, lists: dict[str, Any]) -> dict[str, Any]:
    """The lists without what its evidence does not bear out; how many went stands in `shed`."""
    kept: dict[str, Any] = {}
    shed: dict[str, int] = {}
    for name, items in lists.items():
        kept[name] = tuple(item for item in items if isinstance(item, str | int) or holds(text, item))
        if len(kept[name]) < len(items):
            shed[f"{name} without evidence"] = len(items) - len(kept[name])
    return {**kept, "shed": shed}
