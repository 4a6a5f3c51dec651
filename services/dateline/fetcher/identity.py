"""Which article this is: an id made from its URL, or from its source and the source's name of it."""

import hashlib
import re

from yarl import URL

from dateline.fetcher.found import Origin

ID_LENGTH = 32
URL_LENGTH = 4096
# Parameters that say how a reader came to the page.
TRACKING = re.compile(
    r"(utm|mc|pk|mtm|hsa|at|ns)_.*|[a-z]*clid|gbraid|wbraid|igshid|mkt_tok|cmpid|cmp|ito|icid|ocid|smid|xtor|ref_src|_ga"
)


def canonical_url(text: str | None) -> str | None:
    """The URL of an article without what does not tell articles apart; None for what is no web address."""
    if not text or len(text) > URL_LENGTH or re.search(r"[\x00-\x20\x7f\ud800-\udfff]", text.strip()):
        return None
    try:
        url = URL(text.strip())
        if url.scheme not in ("http", "https") or not url.host or url.explicit_port == 0:
            return None
        url = url.with_user(None).with_fragment(None).with_host(url.host.rstrip("."))
        if url.is_default_port():
            url = url.with_port(None)
        kept = [(name, value) for name, value in url.query.items() if not TRACKING.fullmatch(name.lower())]
        canonical = str(url.with_query(sorted(kept) or None).with_path(url.path or "/", keep_query=True))
        # What yarl writes it must read back as the same.
        return canonical if len(canonical) <= URL_LENGTH and str(URL(canonical)) == canonical else None
    except (ValueError, TypeError):
        return None


def article_id(canonical: str | None, origin: Origin, text: str) -> str:
    """32 hexadecimal digits; http and https are one address. Without any name, the text is the article.

    Where many outlets come by one way, names and texts are the outlet's.
    """
    if canonical is not None:
        return _digest("url", canonical.partition("://")[2])
    whose = () if origin.outlet is None else ("outlet", origin.outlet)
    if origin.item is not None:
        return _digest(*whose, "item", origin.kind.value, origin.source, origin.item)
    return _digest(*whose, "text", origin.kind.value, origin.source, text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode(errors="surrogatepass")).hexdigest()[:ID_LENGTH]
