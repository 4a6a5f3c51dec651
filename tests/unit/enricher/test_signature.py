"""Signatures: near copies have near signatures, others do not, and they are the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.enricher.articles import MOMENT, VISIT, article

from dateline.enricher.coder import code
from dateline.enricher.signature import HASHES, incomplete, minhash, report_of, singular
from dateline_schemas import ContentStatus


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / HASHES


def test_a_report_carries_what_the_comparison_needs() -> None:
    report = report_of(code(article(VISIT), MOMENT))

    assert report.edition == "en"
    assert report.mentions
    assert report.signature.words == 35
    assert report.signature.numbers == ("1200000000 USD",)
    assert "ruto" in dict(report.signature.terms)
    assert dict(report.signature.terms)["ruto"] == 5.0  # twice in the text, once in the title
    assert len(report.signature.shingles) == HASHES


def test_a_text_too_short_to_show_its_language_is_compared_with_what_it_is_coded_as() -> None:
    assert report_of(code(article("Libya arrested four Maltese.", language="und"), MOMENT)).edition == "en"
    assert report_of(code(article("Libya arrested four Maltese.", language="fr"), MOMENT)).edition == "fr"


def test_what_was_not_read_or_coded_is_reported_in_words() -> None:
    german = "Die Minister der beiden Länder haben am Montag in Berlin ein Abkommen über den Handel unterzeichnet. " * 5
    assert incomplete(code(article(german), MOMENT))[0].startswith("not coded: ")
    assert incomplete(code(article(VISIT), MOMENT)) == ()
    cut = code(article(VISIT, text_cut=True), MOMENT).model_copy(update={"shed": {"mentions": 1200}})
    assert incomplete(cut) == (
        f"cut: only its first {len(VISIT)} characters were read",
        "1,200 mentions are left out, as its record would be too large",
    )


def test_a_withdrawn_article_reports_that_alone() -> None:
    report = report_of(code(article("", content_status=ContentStatus.WITHDRAWN), MOMENT))

    assert report.withdrawn
    assert (report.mentions, report.signature.words, report.signature.shingles) == ((), 0, ())


def test_near_copies_are_alike_and_others_are_not() -> None:
    words = [f"word{number}" for number in range(400)]
    edited = [*words[:200], "changed", *words[201:]]
    other = [f"other{number}" for number in range(400)]

    assert likeness(minhash(words), minhash(edited)) > 0.9
    assert likeness(minhash(words), minhash(other)) < 0.1


def test_the_hash_is_the_same_on_every_machine() -> None:
    assert minhash("one two three four five".split())[:3] == (3204830440, 2107350627, 1436459639)


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=40))
def test_any_words_give_numbers_of_32_bits(words: list[str]) -> None:
    assert all(0 <= value < 1 << 32 for value in minhash(words))
    assert len(minhash(words)) == HASHES


def test_plural_and_possessive_are_one_term() -> None:
    assert [singular(word) for word in ("talks", "minister's", "cities", "news", "glass")] == [
        "talk",
        "minister",
        "city",
        "new",
        "glass",
    ]
