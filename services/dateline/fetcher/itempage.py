"""The page of a feed's item: its text goes in place of the feed's summary."""

from dataclasses import replace

from dateline.fetcher.found import Found
from dateline.fetcher.hosts import HostTurns
from dateline.fetcher.published import read_published
from dateline.fetcher.reading import Page, Reader, Unreadable
from dateline.netguard import GuardedClient, Refused, Unreachable
from dateline_schemas.article import ContentStatus

ARTICLE_LENGTH = 200  # characters; less is a consent wall or a stub more often than an article
LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class ItemPages:
    """Fetches and reads pages, each host in its turn."""

    def __init__(self, client: GuardedClient, reader: Reader, turns: HostTurns) -> None:
        self._client = client
        self._reader = reader
        self._turns = turns

    async def completed(self, found: Found, url: str) -> tuple[Found, bool]:
        """The item with its page's text, or as it was with a note why not; and whether to try again later."""
        await self._turns.turn(url)
        try:
            fetched = await self._client.fetch(url)
            if fetched.status != 200:
                return _summary(found, f"the server answers {fetched.status}"), fetched.status in LATER
            if not _is_html(fetched.headers.get("content-type", ""), fetched.body):
                return _summary(found, "it is not HTML"), False
            page = await self._reader.page(fetched.body, fetched.url)
        except Unreachable as error:
            return _summary(found, error.detail), True
        except (Refused, Unreadable) as error:
            return _summary(found, error.detail), False
        if len(page.text) < max(ARTICLE_LENGTH, len(found.text)):
            return _summary(found, "there is no article in it"), False
        return _with_page(found, page), False


def _with_page(found: Found, page: Page) -> Found:
    published = read_published(page.published)
    return replace(
        found,
        text=page.text,
        title=found.title or page.title,
        published=found.published if found.published.moment else published,
        language=page.language or found.language,
        authors=found.authors or page.authors,
        status=ContentStatus.PAYWALL if page.is_paywalled else ContentStatus.FULL,
    )


def _summary(found: Found, why: str) -> Found:
    return replace(found, note=f"without its page: {why}")


def _is_html(content_type: str, body: bytes) -> bool:
    """By its first bytes too: PDF, video and archives come as text/html."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    stated = content_type.partition(";")[0].strip().lower()
    return start.startswith(b"<") and (stated in ("", "text/plain") or "html" in stated)
