"""What the net sees of a word form."""

import pytest

from dateline.enricher.syntax.features import rows, without_marks


@pytest.mark.parametrize(
    ("form", "plain"), [("Vučić", "Vucic"), ("Đoković", "Dokovic"), ("Erdoğan", "Erdogan"), ("Ångström", "Angstrom")]
)
def test_a_name_is_read_without_the_marks_on_its_letters(form: str, plain: str) -> None:
    assert rows(form, {}) == rows(plain, {})
    assert rows(form, {plain.lower(): 7}) == rows(plain, {plain.lower(): 7})


def test_a_word_that_was_learned_with_its_marks_is_that_word() -> None:
    known = {"café": 3, "cafe": 4}
    assert rows("café", known)[0] != rows("cafe", known)[0]


@pytest.mark.parametrize("form", ["", "«", "Москва", "東京", "مصر", "한국", "שָׁלוֹם", "a" * 40])
def test_letters_that_no_mark_makes_stay(form: str) -> None:
    assert without_marks(form) == form
