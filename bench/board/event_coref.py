"""The task `event_coref`: which marked words tell the same deed, in articles of two similar happenings mixed.

The articles go through the coder and into stories; then the marked words of each story go into deeds, as a story's
mentions do. A word that the coder took for a deed's brings what was coded; another brings itself and its sentence.
"""

from datetime import timedelta
from typing import Any

from bench.board.stories import ARCHIVE, memory_of, report_of_row
from dateline.corroborator import CorroboratorSettings, Memory
from dateline.corroborator.deeds.assigning import assigned
from dateline.corroborator.deeds.deeds import Deeds
from dateline.corroborator.features.rarity import Index, Rarity
from dateline.corroborator.reports.held import Held, Telling
from dateline.corroborator.reports.holding import hold, telling
from dateline_schemas import EventMention, EventType, Quad, Realis, Report, Span

QUOTE_LIMIT = 500


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each row the deed of each marked word."""
    return [{"id": row["id"], "clusters": clusters(row)} for row in rows]


def clusters(row: dict[str, Any]) -> list[str]:
    """The deed of each marked word, in their order."""
    tellings, story_of, rarity = marked(row)
    deeds: dict[str, Deeds] = {}
    of_article: dict[str, list[Telling]] = {}
    for told in tellings:
        of_article.setdefault(told.held.article, []).append(told)
    for article, group in of_article.items():
        story = deeds.setdefault(story_of[article], Deeds())
        placed: list[Telling] = []
        for unit, found in assigned(group, story, rarity):
            event = found or story.match_own(unit, placed, rarity) or f"deed of {unit[0].id}"
            for told in unit:
                story.add(told, event)
            placed += unit
    return [told.event for told in tellings]


def marked(row: dict[str, Any]) -> tuple[list[Telling], dict[str, str], Rarity]:
    """The marked words as mentions, the story of each article, and how rare words are among these articles."""
    texts = {article["id"]: article["text"] for article in row["articles"]}
    reports = {article["id"]: report_of_row({"published": None, **article}) for article in row["articles"]}
    story_of = memory_of(Memory(CorroboratorSettings(window=ARCHIVE)), reports.values())
    held = {article: hold(report, number) for number, (article, report) in enumerate(reports.items(), 1)}
    index = Index(timedelta(days=36_500))
    for one in held.values():
        index.add(one)
    tellings = []
    for number, mention in enumerate(row["mentions"]):
        article = mention["article"]
        tellings.append(told_at(number, mention["span"], texts[article], reports[article], held[article]))
    rarity = index.rarity(index.period(next(iter(held.values()))))
    return tellings, story_of, rarity


def told_at(number: int, span: list[int], text: str, report: Report, held: Held) -> Telling:
    """The coded mention whose trigger covers the word, else one of the word and its line alone."""
    start, end = span
    for mention in report.mentions:
        if mention.trigger.start < end and start < mention.trigger.end:
            return telling(mention.model_copy(update={"id": f"word {number}"}), held)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    middle = (start + end) // 2
    cut = max(first, min(middle - QUOTE_LIMIT // 2, last - QUOTE_LIMIT))
    bare = EventMention(
        id=f"word {number}",
        type=EventType.STATEMENT,
        quad=Quad.NEUTRAL,
        intensity=0.0,
        realis=Realis.ACTUAL,
        trigger=Span(start=start, end=end),
        sentence=Span(start=first, end=last),
        quote=text[cut : min(last, cut + QUOTE_LIMIT)] if last - first > QUOTE_LIMIT else text[first:last],
        rule="board",
        confidence=0.0,
    )
    return telling(bare, held)
