"""What was found becomes an article that the contract takes, whatever is in it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetcher.articles import article_of
from dateline.fetcher.found import Found, Origin
from dateline.fetcher.published import Published, read_published
from dateline.fetcher.texts import article_of_text, note_of_text
from dateline.fetcher.wording import cleaned, cut, language_of
from dateline_schemas.article import Article, ContentStatus, PublishedQuality, SourceKind
from dateline_schemas.envelope import encode

NOW = datetime(2025, 5, 4, tzinfo=UTC)
ORIGIN = Origin(SourceKind.FOLDER, "/wire", "andes/lima-17.txt")
TEXT = "LIMA (Andes Wire) - The minister left the city on Saturday, and it was said that he has no plan to return."


def made(text: str = TEXT, **more: object) -> Article:
    return article_of(Found(ORIGIN, text, **more), NOW)  # type: ignore[arg-type]


def test_the_outlet_is_given_or_the_agency_or_the_site_or_the_file() -> None:
    assert made(outlet="Lima Today").outlet == "Lima Today"
    assert made().outlet == "Andes Wire"
    assert made("He left.", url="https://www.lima.example/1").outlet == "lima.example"
    assert made("He left.").outlet == "lima-17"


def test_a_missing_date_is_null_and_says_so() -> None:
    assert (made().published, made().published_quality) == (None, PublishedQuality.MISSING)
    future = made(published=read_published("2025-06-01"))
    assert future.published_quality is PublishedQuality.FUTURE


def test_the_hash_changes_with_what_a_revision_is_told_by_and_nothing_else() -> None:
    plain = made(title="Left")
    assert made(title=" Left\n", outlet="Other", authors=("A",), language="es").content_hash == plain.content_hash
    changed = [
        made(title="Gone"),
        made("He left.", title="Left"),
        made(title="Left", published=read_published("2025-05-03")),
        made(title="Left", status=ContentStatus.PARTIAL),
    ]
    assert len({plain.content_hash, *(article.content_hash for article in changed)}) == 5
    assert {article.id for article in changed} == {plain.id}


def test_a_withdrawn_article_has_no_text() -> None:
    assert made(status=ContentStatus.WITHDRAWN, url="https://a.example/").text == ""


def test_long_text_is_cut_on_a_character_and_says_so() -> None:
    article = made("a" + "é" * 300_000)
    assert article.text_cut
    assert len(article.text.encode()) == 256 * 1024 - 1
    assert not made("é" * 131_072).text_cut
    assert made("\0" * 2_000_000 + "end").text_cut


def test_marks_piled_up_do_not_take_for_ever() -> None:
    assert made("e" + "\u0327\u0301" * 500_000 + " end").text.endswith(" end")


@given(st.text(), st.integers(0, 60))
def test_a_cut_is_the_longest_beginning_that_fits(text: str, limit: int) -> None:
    text = cleaned(text)
    beginning, is_cut = cut(text, limit)
    assert text.startswith(beginning)
    assert is_cut == (beginning != text)
    assert len(beginning.encode()) <= limit
    assert not is_cut or len(text[: len(beginning) + 1].encode()) > limit


any_text = st.text(st.characters(), max_size=60)


@given(any_text, any_text, any_text, any_text, st.lists(any_text, max_size=3), any_text)
def test_anything_makes_a_record_that_reads_back(
    text: str, title: str, outlet: str, url: str, authors: list[str], item: str
) -> None:
    origin = Origin(SourceKind.FEED, "https://a.example/feed", item)
    found = Found(origin, text, title=title, outlet=outlet, url=url, authors=tuple(authors), language=title)
    article = article_of(found, NOW)
    assert Article.model_validate_json(encode(article)) == article
    assert article.outlet
    assert cleaned(article.text) == article.text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\ufeffa\u202eb\u200bc", "abc"),
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffdb"),
        ("one\n\n \n\t\ntwo\n", "one\n\ntwo"),
        ("x" + "\u0301" * 100 + "y", "x" + "\u0301" * 30 + "y"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_stray_characters_go(dirty: str, clean: str) -> None:
    assert cleaned(dirty) == clean


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (TEXT, "", "en"),
        (TEXT, "en_GB", "en"),
        (TEXT, "pt-BR", "pt"),
        (TEXT, "no language", "en"),
        ("El ministro salió de la ciudad el sábado y no tiene planes de volver.", "", "und"),
        ("Министр покинул город в субботу.", "", "und"),
        ("", "", "und"),
        (
            "Kenyan President Samuel Kiprono accused Uganda of arming rebels. Uganda summoned Ambassador Ann Were.",
            "",
            "en",
        ),
        ("De Keniaanse president Samuel Kiprono beschuldigde Oeganda. Ambassadeur Ann Were is in Kampala.", "", "und"),
    ],
)
def test_the_language_is_what_the_source_says_or_plainly_english(text: str, stated: str, language: str) -> None:
    assert language_of(text, stated) == language


def test_published_is_in_utc() -> None:
    moment = datetime(2025, 5, 3, 12, tzinfo=UTC)
    assert made(published=Published(moment, PublishedQuality.STATED)).published == moment


def test_a_text_given_by_hand() -> None:
    headed = article_of_text("published: 2025-05-03T08:00:00Z\ntitle: Left\n\nHe left.", name="a.txt", outlet="Given")
    assert (headed.title, headed.text, headed.outlet) == ("Left", "He left.", "Given")
    assert headed.fetched == headed.published == datetime(2025, 5, 3, 8, tzinfo=UTC)
    day = article_of_text("He left.", name="dir/a.txt", published=datetime(2025, 5, 3, tzinfo=UTC))
    assert (day.outlet, day.published_quality) == ("a", PublishedQuality.DAY)
    assert article_of_text("He left.", name="stdin").published is None


def test_a_date_that_cannot_be_read_is_told() -> None:
    assert "'soon'" in note_of_text("published: soon\n\nHe left.")
    assert note_of_text("published: 2025-05-03\n\nHe left.") == note_of_text("He left.") == ""


def test_lines_of_a_head_that_are_not_read_are_told_of() -> None:
    text = "outlet: Lima Today\nDate: 2025-05-03\nlast-modified: now\n\nHe left."
    assert note_of_text(text).startswith("not read: Date, last-modified; a text may open with url, outlet, published, ")
    article = article_of_text(text, name="a.txt")
    assert (article.outlet, article.text) == ("Lima Today", "He left.")
