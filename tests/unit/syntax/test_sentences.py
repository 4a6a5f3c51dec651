"""Sentences end where a reader of news would say, and none is past its bound."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.syntax.sentences import MAX_TOKENS, split
from dateline.enricher.syntax.tokens import tokenise


def sentences(text: str) -> list[str]:
    return [text[spans[0][0] : spans[-1][1]] for spans in split(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The envoys met.", "They agreed."],
        ["Mr. Aldous Fenn and Gen. P. Q. Moss told President Oyelaran that talks would go on."],
        ["He left for the U.S. on Monday.", "She stayed."],
        ["He has lived in the U.S.", "The court heard him."],
        ["“We will go.”", "He then left."],
        ['"Will you go?" the minister asked.'],
        ['"Will you go?"', "The crowd grew."],
        ["Prices rose 3.5 per cent to $1.20.", "Wages did not."],
        ["See No. 5 of the list.", "It is long."],
        ["He said: The border is shut."],
        ["The firm, Harrow Inc., said so.", "It paid."],
        ["Trains stopped at 5 p.m. on Friday."],
        ["They waited...", "Nobody came."],
        ["Accra, GNA -", "Ghana said on Friday it would vote."],
        ["ISLAMABAD, Mar 3 (Wire):", "Pakistan said on Friday it would vote."],
        ["New Delhi, Aug 14 (Wire)", "India said on Friday it would vote."],
        ["Geneva, 3 March 2026 -", "Chad said on Friday it would vote."],
        ["LUSAKA (Wire) --", "Zambia said on Friday it would vote."],
        ["Morning Wire/", "Peruvian farmers marched on Lima."],
        ["OSLO, May 3 –", "Norway has agreed."],
        ["ACCRA:", "Ghana has agreed."],
        ["19:40 Port Sudan –", "Norway has agreed."],
        ["9.15pm -", "Norway has agreed."],
        ["DAJABON (Coast Daily), 2 September 2025 -", "Norway has agreed."],
        ["Port Sudan (Sudan), Oct 13, 2024 (Wire) -", "Norway has agreed."],
        ["(Wire) SEOUL, Jan. 5 --", "Norway has agreed."],
        ["PESHAWAR, Jan 2, 2025:", "Norway has agreed."],
        ["LONDON |", "Norway has agreed."],
        ["NATO members said on Friday: The bridge is shut."],
        ["NATO allies – Norway and Peru – agreed."],
    ],
)
def test_splits_news(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_headline_stands_alone() -> None:
    text = "Fenland council backs canal plan\nCouncillors in Fenland voted for the canal on Friday.\nWork begins in May"
    assert sentences(text) == text.split("\n")


def test_a_blank_line_always_splits() -> None:
    assert sentences("The ministers of the two river states have met in\n\nthe capital") == [
        "The ministers of the two river states have met in",
        "the capital",
    ]


def test_lines_cut_by_a_margin_are_joined() -> None:
    text = (
        "The ministers of the two river states met on Friday to talk about a new\n"
        "bridge, and afterwards said in a joint statement that President Odile\n"
        "Marchetti would open it. Nobody has said what the bridge between the\n"
        "two banks will cost."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The ministers of the two river states met on Friday to talk about a new bridge, and afterwards said in a "
        "joint statement that President Odile Marchetti would open it.",
        "Nobody has said what the bridge between the two banks will cost.",
    ]


def test_lines_are_joined_that_a_margin_cut_before_a_name() -> None:
    """Each sentence begins a line of its own; those that are longer than a line go on in the next."""
    text = (
        "The ministers of the two river states held talks with President Odile\n"
        "Marchetti on Friday, their office said.\n\n"
        "Marchetti promised that the bridge would be open for the harvest, while\n"
        "Fenland has not yet said what it will pay for it.\n"
        "Nobody knows."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The ministers of the two river states held talks with President Odile Marchetti on Friday, their office said.",
        "Marchetti promised that the bridge would be open for the harvest, while Fenland has not yet said what it will "
        "pay for it.",
        "Nobody knows.",
    ]


@given(st.text() | st.text(st.sampled_from("aB.!?\"'”) \n,A1Mr—(/")))
def test_no_word_is_lost_and_no_sentence_is_empty_or_too_long(text: str) -> None:
    found = split(text)
    assert all(0 < len(spans) <= MAX_TOKENS for spans in found)
    joined = [span for spans in found for span in spans]
    assert [text[a:b] for a, b in joined] == [text[a:b] for a, b in joined if text[a:b].strip()]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(joined))
    assert sum(b - a for a, b in joined) == sum(b - a for a, b in tokenise(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "the word " * 50_000,
        "x, " * 50_000,
        'A. "' * 50_000,
        "a-" * 100_000,
        "Word\n" * 30_000,
        "n't" * 90_000,
    ],
)
def test_a_text_without_sentences_is_cut(text: str) -> None:
    found = split(text)
    assert max(len(spans) for spans in found) <= MAX_TOKENS
    assert sum(b - a for spans in found for a, b in spans) == sum(not c.isspace() for c in text)


def test_nothing_has_no_sentences() -> None:
    assert split("") == split(" \n\t\u200f ") == []
