"""Records by cursor and by id: the answers to plain requests."""

import json
import time
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from aiohttp import web

from dateline.eventlog.port import EventLog
from dateline.gateway.asking import (
    ErrorAnswer,
    flag,
    no_cursor,
    number,
    place_since,
    raw_answer,
    refuse_while_filling,
    wanted_of,
)
from dateline.gateway.cursors import NoCursor, NoSuchPlace, cursor_of
from dateline.gateway.following import Following
from dateline.gateway.index import Index
from dateline.gateway.kinds import EVENT, STORY, Kind
from dateline.gateway.tables import Latest, Scan, Tables, Wanted

PARAMETERS = ("since", "limit", "latest", "live")
LIMIT = 100
MOST = 500
LOOKING_SECONDS = 3.0  # for the first record that fits; a client waits longer before it gives up


class Listing:
    """What the index holds, on request."""

    def __init__(self, index: Index, events: EventLog) -> None:
        self._index = index
        self._log = events

    async def page(self, request: web.Request, following: Following) -> web.Response:
        """Records from `since` on in the order they arrived, at most `limit`; or the `latest` so many that live.

        `next` is where to go on, by a page or by a stream; `left` names records that no longer fit the filter, and
        nothing where there is no `since`, as who begins holds none. With `more`, ask again at once: a page may be
        short, as only so much is looked through for one. With `latest`, so many of the `held` were `looked` at.
        """
        kind = following.kind
        wanted = wanted_of(request, kind, PARAMETERS)
        limit, live = number(request, "limit", LIMIT, MOST), flag(request, "live")
        refuse_while_filling(following)
        if "latest" in request.query:
            if "since" in request.query:
                raise ErrorAnswer(400, "give either latest or since")
            count = number(request, "latest", LIMIT, MOST)
            scan: Scan = await self._index.read(lambda tables: tables.latest(kind, count, wanted))
        else:
            scan = await self._onwards(kind, request.query.get("since", ""), limit, wanted, live=live)
        return raw_answer(page_of(kind, scan), headers={"Cache-Control": "no-store"})

    async def _onwards(self, kind: Kind, since: str, limit: int, wanted: Wanted, *, live: bool) -> Scan:
        try:
            place = (
                await place_since(since, kind, self._index, self._log)
                if since
                else await self._index.read(lambda tables: tables.oldest(kind))
            )
        except NoCursor as error:
            raise no_cursor(error) from error
        except NoSuchPlace as error:
            raise ErrorAnswer(410, f"{error}; begin again without since") from error
        until = time.monotonic() + LOOKING_SECONDS
        while True:
            scan = await self._index.onwards(kind, place, limit, wanted, live=live, anew=not since)
            if scan.items or not scan.more or time.monotonic() >= until:
                return scan
            place = scan.after

    async def one(self, request: web.Request, following: Following) -> web.Response:
        """The newest revision by id, also of what has ended."""
        return raw_answer(await self._newest(request, following), headers={"Cache-Control": "no-store"})

    async def events_of_story(self, request: web.Request, following: Following) -> web.Response:
        """The story's events that live, in its own order: deeds before sayings, the best supported first.

        A story names so many of its `event_count`; with `more`, all are at `all`, page by page.
        """
        story = json.loads(await self._newest(request, following))
        ids: Sequence[str] = story.get("events") or ()
        count = story.get("event_count") or len(ids)

        def find(tables: Tables) -> list[bytes]:
            return [value for id_ in ids if (value := tables.newest(EVENT, id_)) is not None]

        found = [value for value in await self._index.read(find) if json.loads(value).get("life") != "ended"]
        all_at = f"/{EVENT.plural}?{urlencode({'story': story['id'], 'live': 1})}"
        rest = {"event_count": count, "more": count > len(ids), "all": all_at}
        return raw_answer(_joined(found, rest), headers={"Cache-Control": "no-store"})

    async def _newest(self, request: web.Request, following: Following) -> bytes:
        kind, id_ = following.kind, request.match_info["id"]
        value = await self._index.read(lambda tables: tables.newest(kind, id_))
        if value is None:
            refuse_while_filling(following)
            what = kind.name if kind in (EVENT, STORY) else "article"
            raise ErrorAnswer(404, f"there is no {what} {id_!r}, or it is no longer kept")
        return value


def page_of(kind: Kind, scan: Scan) -> bytes:
    """The page as JSON; records stand in it as their producers wrote them."""
    left = [{"id": item.id, "revision": item.revision} for item in scan.items if item.value is None]
    rest = {"left": left, "next": cursor_of(kind, scan.after), "more": scan.more}
    if isinstance(scan, Latest):
        rest |= {"looked": scan.looked, "held": scan.held}
    return _joined([item.value for item in scan.items if item.value is not None], rest)


def _joined(items: Sequence[bytes], rest: Mapping[str, object]) -> bytes:
    return b'{"items":[' + b",".join(items) + b"]," + json.dumps(rest).encode()[1:]
