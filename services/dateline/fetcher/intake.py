"""Where every item of every source passes: it gets its revision, goes out, and has exactly one outcome."""

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import structlog

from dateline.eventlog.waiting import LONGEST_WAIT_SECONDS, growing_waits, until_reached
from dateline.fetcher.articles import article_of, revision_hash
from dateline.fetcher.found import Fate, Found, Refusal
from dateline.fetcher.notes import cut_note, joined, url_note
from dateline.fetcher.state import FetcherState, Issued, RefusedItem
from dateline_schemas.article import Article, ContentStatus

FIRST_WAIT_SECONDS = 0.5
ITEM_SHOWN = 1_000  # characters; no file's name is longer but by the folders that it is in
T = TypeVar("T")
Publish = Callable[[Sequence[Article]], Awaitable[None]]
"""Hands articles on; returns once they are acknowledged."""


class Intake:
    """Numbers the revisions of articles and publishes them.

    The revision is written down before the article goes out, and its acknowledgement after: whoever is killed between
    the two publishes the same revision of the same content again, and never another content under its number.
    """

    def __init__(self, state: FetcherState, publish: Publish) -> None:
        self._state = state
        self._publish = publish
        self._turn = asyncio.Lock()
        self._log = structlog.get_logger("dateline.fetcher")
        self.outcomes: Counter[str] = Counter()

    async def take_patiently(self, items: Sequence[Found | Refusal]) -> list[Fate]:
        """As `take`, again and again while the log cannot be reached."""
        return await self.patiently(lambda: self.take(items))

    async def patiently(self, attempt: Callable[[], Awaitable[T]], first_wait_seconds: float = 0) -> T:
        """Attempts it until the log can be reached and the fetcher's state written; waits longer each time."""
        waits = growing_waits(
            max(first_wait_seconds, FIRST_WAIT_SECONDS), max(first_wait_seconds, LONGEST_WAIT_SECONDS)
        )
        return await until_reached(attempt, lambda why: self._log.warning("articles not taken", detail=why), waits)

    async def take(self, items: Sequence[Found | Refusal]) -> list[Fate]:
        """The fate of each item, in order, once all that was to be published is acknowledged.

        Raises what `publish` raises, LogUnavailable above all; nothing is lost by taking the same items again.
        """
        async with self._turn:
            newest: dict[str, Issued] = {}
            outgoing: list[Article] = []
            fates: list[Fate] = []
            for item in items:
                article = item if isinstance(item, Refusal) else _article_or_refusal(item)
                if isinstance(article, Refusal):
                    fates.append(Fate.of_refusal(article))
                    continue
                before = newest.get(article.id) or self._state.issued(article.id)
                article = article.model_copy(update={"revision": _revision(before, article)})
                if before is not None and before.acknowledged and _is_old(before, article):
                    fates.append(Fate("unchanged", id=article.id, revision=before.revision))
                    continue
                newest[article.id] = Issued(
                    article.id, article.revision, revision_hash(article), article.content_status.value, True
                )
                outgoing.append(article)
                seen = (item.note, url_note(item.url, article.url)) if isinstance(item, Found) else ()
                note = joined(*seen, cut_note(article))
                fates.append(Fate("published", note, article.id, article.revision))
            if outgoing:
                self._state.issue(replace(one, acknowledged=False) for one in newest.values())
                await self._publish(outgoing)
            self._note_refusals(items, fates)
            if outgoing:  # last: what is not acknowledged has the same fates when it is taken again
                self._state.issue(newest.values())
        for item, fate in zip(items, fates, strict=True):
            self._count(item, fate)
        return fates

    def _note_refusals(self, items: Sequence[Found | Refusal], fates: Sequence[Fate]) -> None:
        now = time.time()
        refused, taken = [], []
        for number, (item, fate) in enumerate(zip(items, fates, strict=True)):
            source, name = item.origin.source, _shown(item.origin.item)
            if fate.refused:
                name = name or f"without id, {time.time_ns()}.{number}"
                refused.append(RefusedItem(source, name, fate.refused, fate.detail, now))
            elif name:
                taken.append((source, name))
        self._state.refuse(refused, taken)

    def _count(self, item: Found | Refusal, fate: Fate) -> None:
        self.outcomes[fate.outcome] += 1
        origin = item.origin
        tell = self._log.warning if fate.refused else self._log.info
        about = {"source": origin.source, "item": _shown(origin.item), "id": fate.id, "revision": fate.revision}
        tell(fate.outcome, **about, **({"detail": fate.detail} if fate.detail else {}))


def _shown(item: str | None) -> str | None:
    """An item's name as it is logged and kept where it is refused: a source may call it by megabytes."""
    if item is None or len(item) <= ITEM_SHOWN:
        return item
    return f"{item[:ITEM_SHOWN]}… ({hashlib.sha256(item.encode(errors='surrogatepass')).hexdigest()[:16]})"


def _article_or_refusal(found: Found) -> Article | Refusal:
    article = article_of(found, datetime.now(UTC))
    if not article.text and found.status is not ContentStatus.WITHDRAWN:
        return Refusal(found.origin, "empty", joined("there is no text in it", found.note))
    return article


def _revision(before: Issued | None, article: Article) -> int:
    if before is None:
        return 1
    return before.revision if _is_same(before, article) else before.revision + 1


def _is_old(before: Issued, article: Article) -> bool:
    """Nothing new, or a feed's summary of what is out in full."""
    poorer = before.status == ContentStatus.FULL and article.content_status is ContentStatus.FEED_ONLY
    return poorer or _is_same(before, article)


def _is_same(before: Issued, article: Article) -> bool:
    """States that were written earlier know what was said alone, not whose it was and in which language."""
    return before.revision_hash in (revision_hash(article), article.content_hash)
