"""What a plain text says of itself is read, and nothing else is taken for it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetcher.head import KEYS, agency_of, split_head, title_of

STORY = "LIMA, May 3 (Andes Wire) - The minister left. He will return.\nMore follows."


def test_a_head_is_split_off() -> None:
    text = f"url: https://a.example/x\nOutlet:  Andes Wire \npublished:2025-05-03\ntitle: Who: left\n\n{STORY}\n"
    head, rest, unread = split_head(text)
    assert head == {
        "url": "https://a.example/x",
        "outlet": "Andes Wire",
        "published": "2025-05-03",
        "title": "Who: left",
    }
    assert rest == f"{STORY}\n"
    assert unread == ()


def test_lines_of_other_keys_go_with_the_head_and_are_named() -> None:
    text = f"date: 2025-05-03\ntitle: Left\nLast-Modified: now\nby: Ana\nby: Eva\n\n{STORY}"
    assert split_head(text) == ({"title": "Left"}, STORY, ("date", "Last-Modified", "by"))


def test_a_long_head_is_split_in_no_time() -> None:
    text = "title: A\n" + "key: value\n" * 300_000 + "\ntext"
    started = time.monotonic()
    assert split_head(text) == ({"title": "A"}, "text", ("key",))
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "",
        "\n\nurl: https://a.example\n\ntext",
        "title: one\nThe minister said: no.\n\ntext",
        "Minister: we will stay\n\nLIMA - He said so.",
        "https://a.example/x\n\ntext",
        "title: one\nhttps://a.example/x\n\ntext",
        "Host: why now?\nGuest: we will stay.\n\nSo they said.",
        "title: one\nHost: why now?\nGuest: we will stay.",  # nothing below: who speaks is not left out
        "title: one\nThe minister: no.\n\ntext",
    ],
)
def test_what_is_not_all_head_is_all_text(text: str) -> None:
    assert split_head(text) == ({}, text, ())


def test_windows_lines_a_byte_order_mark_and_a_head_alone() -> None:
    assert split_head("\ufefftitle: A\r\n\r\ntext\r\n") == ({"title": "A"}, "text\n", ())
    assert split_head("title: A\nurl: b") == ({"title": "A", "url": "b"}, "", ())
    assert split_head("title: A\ntitle: B\n\n") == ({"title": "A"}, "", ())


values = st.text(st.characters(exclude_categories=("C", "Z")), max_size=20)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), values, min_size=1), st.text())
def test_whatever_the_head_the_text_comes_back_whole(head: dict[str, str], text: str) -> None:
    written = "".join(f"{key}: {value}\n" for key, value in head.items())
    expected = text.replace("\r\n", "\n")
    assert split_head(f"{written}\n{text}") == (head, expected, ())


@given(st.text())
def test_never_raises(text: str) -> None:
    split_head(text)
    title = title_of(text)
    assert agency_of(text) == agency_of(text).strip()
    assert title in text
    assert "\n" not in title


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (STORY, "Andes Wire"),
        ("Andes News/ The minister left.", "Andes News"),
        ("Andes News / The minister left.", "Andes News"),
        ("QUITO (AND) -- The minister left.", "AND"),
        ("QUITO, Ecuador, May 3, 2025 (Andes Wire) — The minister left.", "Andes Wire"),
        ("The minister (Labour) said - not for the first time - no.", ""),
        ("The minister left (Friday) before the talks.", ""),
        ("and/or the minister left", ""),
        ("Either/or it is.", ""),
        ("Of the seven ministers of the old cabinet who left, (Andes Wire) - one returned", ""),
        ("", ""),
    ],
)
def test_the_agency_in_a_dateline(text: str, agency: str) -> None:
    assert agency_of(text) == agency


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Minister leaves Lima\n\nHe will return.", "Minister leaves Lima"),
        ("The minister left. He will return.\nMore.", "The minister left."),
        ('"I am leaving." The minister left.', '"I am leaving."'),
        ("", ""),
        ("  \n\n Minister leaves", "Minister leaves"),
    ],
)
def test_the_title_is_the_first_line_or_sentence(text: str, title: str) -> None:
    assert title_of(text) == title
