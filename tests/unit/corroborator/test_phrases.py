"""Which word stands for a deed that more than one word tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corroborator.words.phrases import deed_word, phrases
from dateline.corroborator.words.wording import stem
from dateline.corroborator.words.wordlists import rows


def word(sentence: str) -> str:
    """The word for the deed between brackets."""
    before, _, rest = sentence.partition("[")
    trigger, _, after = rest.partition("]")
    return deed_word(before, trigger, after)


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("police [opened] fire on the crowd", "shoot"),
        ("police [opened fire] on the crowd", "shoot"),
        ("the court [shut] it down", "close"),
        ("she [checked herself into] a clinic", "enter"),
        ("she [checked] out on Monday", "leave"),
        ("the minister [stepped down]", "resign"),
        ("they will [go to the polls] in May", "vote"),
        ("the premier gave a [press conference]", "press_conference"),
        ("a [news] conference", "news"),
        ("he pleaded [not guilty]", "not_guilty"),
        ("he pleaded not [guilty]", "not_guilty"),
        ("they [carried] out an attack", "attack"),
    ],
)
def test_a_verb_is_what_it_means_with_the_words_behind_it(sentence: str, meaning: str) -> None:
    found = word(sentence)
    assert stem(found) == stem("press_conference" if found == "press_conference" else meaning)


@pytest.mark.parametrize(
    "sentence",
    ["the school [opened] in the hills", "they [shut] the door. Down by the river", "he [stepped], down he fell", "[]"],
)
def test_other_words_stay(sentence: str) -> None:
    assert word(sentence) == sentence.partition("[")[2].partition("]")[0]


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("shooting death", "death"),
        ("definitive agreement", "agreement"),
        ("three touchdowns", "touchdown"),
        ("shooting dead", "shoot"),
        ("loss of life", "loss"),
        ("cease-fire", "ceasefire"),
        ("", ""),
    ],
)
def test_the_last_of_several_telling_words_is_what_the_others_tell_more_of(phrase: str, head: str) -> None:
    assert stem(phrase) == stem(head)


def test_no_phrase_stands_twice() -> None:
    listed = [row[:-1] for row in rows("phrases")]
    assert len(set(listed)) == len(listed)
    assert sum(map(len, phrases().values())) == len(listed)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_word(before: str, trigger: str, after: str) -> None:
    assert isinstance(stem(deed_word(before, trigger, after)), str)
