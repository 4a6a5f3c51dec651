"""A feed as a source: polled politely, its items' pages fetched where it holds summaries only."""

import asyncio
import hashlib
import time
from collections import Counter
from dataclasses import replace

import structlog

from dateline.fetcher.errors import FetcherError
from dateline.fetcher.found import Found, Origin, Refusal
from dateline.fetcher.hosts import host_of
from dateline.fetcher.intake import Intake
from dateline.fetcher.itempage import ItemPages
from dateline.fetcher.published import read_published
from dateline.fetcher.reading import Entry, Feed, Reader, Unreadable
from dateline.fetcher.responses import MOST_RETRY_SECONDS, BadStatus, Gone, conditions, retry_seconds
from dateline.fetcher.settings import FetcherSettings
from dateline.fetcher.state import FeedState, FetcherState, RefusedItem
from dateline.netguard import Fetched, GuardedClient, Refused, Unreachable
from dateline_schemas.article import ContentStatus, SourceKind

SLOWER = 1.5  # after a poll that brought nothing
MUCH_SLOWER = 2.0  # after one that failed
PAGE_TRIES = 3
ITSELF = "the feed itself"
REST = "the rest of the feed"
PRIVATE_HINT = "; networks of your own are named in DATELINE_FETCHER_ALLOWED_NETWORKS, as '[\"127.0.0.0/8\"]'"
Trouble = Refused | Unreachable | Unreadable | BadStatus


class FeedSource:
    """One feed, by its URL. `polls` counts what became of each: read, unchanged, gone or failed:<cause>."""

    def __init__(
        self,
        url: str,
        settings: FetcherSettings,
        client: GuardedClient,
        reader: Reader,
        pages: ItemPages | None,
        state: FetcherState,
        intake: Intake,
    ) -> None:
        self._url = url
        self._settings = settings
        self._client = client
        self._reader = reader
        self._pages = pages
        self._state = state
        self._intake = intake
        self._page_tries: Counter[str] = Counter()
        self.polls: Counter[str] = Counter()
        self._log = structlog.get_logger("dateline.fetcher").bind(feed=url)

    async def check(self) -> None:
        """Read a feed that was never read; raises FetcherError where it is none or may not be had, and is all there is.

        One among other sources is put off, as is one whose server has trouble of its own.
        """
        kept = self._kept()
        if kept.read_whole:
            return
        try:
            await self._poll(kept)
        except (Refused, Unreachable, Unreadable, BadStatus) as error:
            passing = isinstance(error, Unreachable) or (isinstance(error, BadStatus) and error.is_passing)
            if passing or not self._settings.one_feed_only:
                return self._put_off(kept, error)
            if isinstance(error, Refused):
                raise FetcherError(f"cannot fetch the feed: {error.detail}{_hint(error)}") from None
            raise FetcherError(f"{self._url} is not a feed: {error.detail}") from None

    async def follow(self) -> None:
        """Poll until cancelled, or until the server says that the feed is gone for good.

        Raises FetcherError, where feeds are required, for one that was never read and is none.
        """
        kept = self._kept()
        if kept.read_whole and (wait := kept.next_poll - time.time()) > self._settings.poll_seconds:
            detail = "asked before this start, it brought nothing or could not be had"
            self._log.warning("feed waits", detail=detail, next_in_seconds=round(wait))
        # What cannot be noted is asked for again: no sooner than is polite.
        polite = self._settings.poll_seconds
        if self._settings.require_feeds:
            await self._intake.patiently(self.check, polite)
        goes_on = True
        while goes_on:
            wait = self._kept().next_poll - time.time()
            # A clock that was set back must not silence a feed.
            await asyncio.sleep(min(max(0.0, wait), MOST_RETRY_SECONDS))
            goes_on = await self._intake.patiently(self.poll, polite)

    async def poll(self) -> bool:
        """Ask once, take in what is new, and note when to ask again; False when the feed is gone for good."""
        kept = self._kept()
        try:
            await self._poll(kept)
        except Gone:
            self.polls["gone"] += 1
            self._state.refuse([RefusedItem(self._url, ITSELF, "gone", "the server answers 410", time.time())], [])
            self._log.warning("feed gone", detail="the server answers 410; it is not polled until the next start")
            return False
        except (Refused, Unreachable, Unreadable, BadStatus) as error:
            self._put_off(kept, error)
        return True

    async def _poll(self, kept: FeedState) -> None:
        now = time.time()
        asked_whole = now - kept.read_whole >= self._settings.unconditional_seconds
        headers = {} if asked_whole else conditions(kept.etag, kept.modified)
        fetched = await self._client.fetch(self._url, headers)
        if fetched.status == 304 and headers:
            return self._keep(kept)
        if fetched.status != 200:
            raise Gone(fetched) if fetched.status == 410 else BadStatus(fetched)
        kept = replace(kept, etag=fetched.headers.get("etag"), modified=fetched.headers.get("last-modified"))
        if not headers:
            kept = replace(kept, read_whole=now)
        body_hash = hashlib.sha256(fetched.body).hexdigest()
        if body_hash == kept.body_hash:
            return self._keep(kept)
        brought, is_complete = await self._take(await self._read(fetched))
        if not is_complete:
            kept = replace(kept, etag=None, modified=None)
        self._keep(replace(kept, body_hash=body_hash if is_complete else None), brought)

    async def _read(self, fetched: Fetched) -> Feed:
        return await self._reader.feed(fetched.body, fetched.url, fetched.headers.get("content-type", ""))

    async def _take(self, feed: Feed) -> tuple[int, bool]:
        """Take in what is new; how many items, and whether all are dealt with for good."""
        brought, is_complete, notes = 0, True, []
        for entry in feed.entries:
            name = entry.item or entry.url or entry.title
            stamp = hashlib.sha256(entry.model_dump_json().encode()).hexdigest()
            if self._state.stamp(self._url, name) == stamp:
                continue
            brought += 1
            found, try_again = await self._found(entry, name, feed.title)
            await self._intake.take_patiently([found])
            notes += [found.note] if found.note else []
            self._page_tries[name] += try_again
            if try_again and self._page_tries[name] < PAGE_TRIES:
                is_complete = False
            else:
                self._state.see(self._url, name, stamp)
                del self._page_tries[name]
        if notes:
            self._log.warning("items not whole", items=len(notes), detail=notes[0])
        if feed.left_out:
            detail = f"{feed.left_out} items past the limit are left out"
            await self._intake.take_patiently([Refusal(Origin(SourceKind.FEED, self._url, REST), "too_many", detail)])
        else:
            self._state.refuse([], [(self._url, REST)])
        return brought, is_complete

    async def _found(self, entry: Entry, name: str, feed_title: str) -> tuple[Found, bool]:
        """The item, and whether its page may be had at another time."""
        published = read_published(entry.published)
        if not published.moment:
            published = read_published(entry.published_utc)
        found = Found(
            Origin(SourceKind.FEED, self._url, name),
            entry.text or entry.title,
            title=entry.title,
            url=entry.url,
            outlet=host_of(entry.url).removeprefix("www.") or feed_title,
            published=published,
            language=entry.language,
            authors=entry.authors,
            status=ContentStatus.FULL if entry.is_full else ContentStatus.FEED_ONLY,
        )
        if entry.is_full or not entry.url or self._pages is None:
            return found, False
        return await self._pages.completed(found, entry.url)

    def _kept(self) -> FeedState:
        return self._state.feed(self._url) or FeedState(interval=self._settings.poll_seconds)

    def _keep(self, kept: FeedState, brought: int = 0) -> None:
        self.polls["read" if brought else "unchanged"] += 1
        self._state.refuse([], [(self._url, ITSELF)])
        interval = self._settings.poll_seconds if brought else kept.interval * SLOWER
        self._wait(kept, interval)
        self._log.debug("feed read", brought=brought)

    def _put_off(self, kept: FeedState, trouble: Trouble) -> None:
        retry_after = retry_seconds(trouble.headers, time.time()) if isinstance(trouble, BadStatus) else 0
        wait = self._wait(kept, kept.interval * MUCH_SLOWER, retry_after)
        detail = trouble.detail + _hint(trouble)
        self.polls[f"failed:{trouble.cause}"] += 1
        self._state.refuse([RefusedItem(self._url, ITSELF, trouble.cause, detail, time.time())], [])
        self._log.warning("feed not read", cause=trouble.cause, detail=detail, next_in_seconds=round(wait))

    def _wait(self, kept: FeedState, interval: float, at_least: float = 0) -> float:
        interval = min(max(interval, self._settings.poll_seconds), self._settings.poll_most_seconds)
        wait = max(interval, at_least)
        self._state.keep_feed(self._url, replace(kept, interval=interval, next_poll=time.time() + wait))
        return wait


def _hint(trouble: Trouble) -> str:
    """The way out for a feed in a network of one's own."""
    return PRIVATE_HINT if trouble.cause in ("blocked_address", "blocked_port") else ""
