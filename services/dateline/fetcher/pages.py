"""An article from a web page that was read."""

from collections.abc import Mapping

from dateline.fetcher.found import Found, Origin
from dateline.fetcher.notes import date_note
from dateline.fetcher.published import read_published
from dateline.fetcher.reading import Page
from dateline.fetcher.texts import Defaults
from dateline_schemas.article import ContentStatus


def found_in_page(origin: Origin, page: Page, beside: Mapping[str, str], defaults: Defaults) -> Found:
    """The item that a saved page is; what the user says of it goes before what it says of itself."""
    written = beside.get("published") or page.published
    published = read_published(written)
    return Found(
        origin,
        page.text,
        title=beside.get("title") or page.title,
        url=beside.get("url") or page.url,
        outlet=beside.get("outlet") or defaults.outlet or page.outlet,
        published=published if published.moment else defaults.published,
        language=beside.get("language") or page.language,
        authors=page.authors,
        status=ContentStatus.PAYWALL if page.is_paywalled else ContentStatus.FULL,
        note=date_note(beside.get("published"), published),
    )
