"""Words are cut as the treebanks cut them, and every offset is right in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.syntax.tokens import MAX_TOKEN, tokenise

NEWSLIKE = st.text(st.sampled_from("aB.'’\"“”-–—:;,!?$%&/@#()[] \n\t0159éШ中ع\u0301\u200f\ufeff😀_"), max_size=200)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers didn't agree.", "Ministers did n't agree ."),
        ("Norway’s envoy won’t go", "Norway ’s envoy wo n’t go"),
        ("They cannot, and he'd've left", "They can not , and he 'd 've left"),
        ("the farmers' union", "the farmers ' union"),
        ("the U.S.-led force", "the U.S. - led force"),
        ("Gen. P. Q. Moss Jr. spoke", "Gen. P. Q. Moss Jr. spoke"),
        ("a high-ranking co-chair re-elected", "a high - ranking co-chair re-elected"),
        ("Umar al-Sabir", "Umar al - Sabir"),
        ("$3.5bn, €40m or US$7", "$ 3.5 bn , € 40 m or US$ 7"),
        ("12,000 people at 10:30am on 9/11", "12,000 people at 10:30 am on 9/11"),
        ("in 1980s, the 21st", "in 1980s , the 21st"),
        ("between 2010-2012", "between 2010 - 2012"),
        ("-5 degrees, up 3.2%", "-5 degrees , up 3.2 %"),
        ("“Go!” she said...", "“ Go ! ” she said ..."),
        ("Write to desk@wire.example.org, or see https://wire.example.org/a?b=1.", None),
        ("AT&T and R&D", "AT&T and R&D"),
        ("Qa'im and O'Dowd", "Qa'im and O'Dowd"),
        ("the U.S.'s offer", "the U.S. 's offer"),
        ("he said:no", "he said : no"),
    ],
)
def test_cuts_words(text: str, expected: str | None) -> None:
    if expected is None:
        expected = "Write to desk@wire.example.org , or see https://wire.example.org/a?b=1 ."
    assert words(text) == expected.split(" ")


@given(st.text() | NEWSLIKE)
def test_words_are_in_order_and_nothing_is_lost(text: str) -> None:
    at = 0
    for start, end in tokenise(text):
        assert at <= start < end <= start + MAX_TOKEN
        assert not text[start:end].isspace()
        assert all(c.isspace() or not c.isprintable() or c == "\u00ad" for c in text[at:start])
        at = end
    assert all(c.isspace() or not c.isprintable() or c == "\u00ad" for c in text[at:])


@given(NEWSLIKE, NEWSLIKE)
def test_a_part_of_a_text_is_cut_as_if_it_stood_alone(before: str, text: str) -> None:
    whole = before + " " + text
    start = len(before) + 1
    assert tokenise(whole, start) == [(a + start, b + start) for a, b in tokenise(text)]
