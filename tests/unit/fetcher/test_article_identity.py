"""An article keeps its id however its address is written, and two articles never share one."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.fetcher.found import Origin
from dateline.fetcher.identity import article_id, canonical_url
from dateline_schemas.article import SourceKind

ORIGIN = Origin(SourceKind.FOLDER, "/wire", "one.txt")
SAME = [
    "https://News.Example/a/b?x=1&id=3",
    "https://news.example:443/a/b?id=3&x=1",
    "https://news.example./a/./c/../b?id=3&x=1#part",
    "https://news.example/a/b?utm_source=feed&id=3&x=1&fbclid=abc",
    " https://news.example/a/b?id=3&x=1\n",
    "https://reader@news.example/%61/b?id=3&x=1",
]
words = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8)


@pytest.mark.parametrize("url", SAME)
def test_spellings_of_one_address(url: str) -> None:
    assert canonical_url(url) == "https://news.example/a/b?id=3&x=1"


def test_http_and_https_are_one_article() -> None:
    ids = {article_id(canonical_url(f"{scheme}://news.example/a"), ORIGIN, "") for scheme in ("http", "https")}
    assert len(ids) == 1
    assert len(ids.pop()) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.example/a?id=3", "https://news.example/a?id=4"),
        ("https://news.example/a", "https://news.example/b"),
        ("https://news.example/a", "https://other.example/a"),
        ("https://news.example/A", "https://news.example/a"),
        ("https://news.example/a;1", "https://news.example/a;2"),
    ],
)
def test_what_tells_articles_apart_is_kept(one: str, other: str) -> None:
    assert article_id(canonical_url(one), ORIGIN, "") != article_id(canonical_url(other), ORIGIN, "")


@pytest.mark.parametrize(
    "text",
    [
        None, "", "news", "/a/b", "ftp://news.example/", "javascript:alert(1)", "file:///etc/passwd", "http://",
        "http://[::1", "https://news.example/a b", "https://news.example/" + "a" * 5000, "https://a\x00b/",
        "http://news.example:99999/", "mailto:desk@news.example",
    ],
)  # fmt: skip
def test_what_is_no_web_address(text: str | None) -> None:
    assert canonical_url(text) is None


@given(st.text(max_size=80))
def test_never_raises_and_its_result_is_its_own_canonical_form(text: str) -> None:
    for candidate in (text, f"https://{text}", f"http://news.example/{text}", f"http://news.example/?{text}"):
        canonical = canonical_url(candidate)
        assert canonical is None or canonical_url(canonical) == canonical


@given(st.lists(words, max_size=4), st.dictionaries(words, words, max_size=4), words, st.randoms())
def test_order_of_parameters_trackers_and_fragments_do_not_matter(
    path: list[str], query: dict[str, str], fragment: str, random: object
) -> None:
    assume(not any(name.lower().endswith("clid") or name.lower() in ("cmp", "ito", "xtor") for name in query))
    pairs = [f"{name}={value}" for name, value in query.items()]
    url = "https://news.example/" + "/".join(path)
    plain = canonical_url(f"{url}?{'&'.join(pairs)}")
    tracked = canonical_url(f"{url}?{'&'.join([*reversed(pairs), 'utm_medium=rss'])}#{fragment}")
    assert plain == tracked is not None


def test_without_a_url_the_source_and_its_name_of_the_item_tell() -> None:
    def identity(kind: SourceKind, source: str, item: str | None, text: str = "text") -> str:
        return article_id(None, Origin(kind, source, item), text)

    one = identity(SourceKind.FOLDER, "/wire", "one.txt")
    assert one == identity(SourceKind.FOLDER, "/wire", "one.txt", "revised text")
    others = [
        identity(SourceKind.FOLDER, "/wire", "two.txt"),
        identity(SourceKind.FOLDER, "/other", "one.txt"),
        identity(SourceKind.FEED, "/wire", "one.txt"),
        identity(SourceKind.FOLDER, "/wire", None),
        identity(SourceKind.FOLDER, "/wire", None, "other text"),
    ]
    assert len({one, *others}) == 6


@pytest.mark.parametrize("item", ["1", None])
def test_the_outlet_tells_apart_what_comes_from_many_by_one_way(item: str | None) -> None:
    origins = [Origin(SourceKind.PUSH, "push", item, outlet) for outlet in (None, "", "Alpha Daily", "Beta Times")]
    ids = {article_id(None, origin, "He left.") for origin in origins}
    assert len(ids) == 4
    assert article_id(None, Origin(SourceKind.PUSH, "push", "Alpha Daily\x001"), "") not in ids
