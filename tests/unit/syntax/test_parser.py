"""The parser gives well-formed trees with right offsets for any text, and the right ones for plain news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.syntax.parser import NetParser
from dateline.enricher.syntax.tree import ROOT, Sentence

PARSER = NetParser()


def check(text: str, sentences: list[Sentence]) -> None:
    """Offsets, order, and one root from which every word is reached."""
    at = 0
    for sentence in sentences:
        assert sentence.start == sentence[0].start
        assert sentence.end == sentence[len(sentence) - 1].end
        assert [token.index for token in sentence] == list(range(len(sentence)))
        for token in sentence:
            assert at <= token.start < token.end
            assert text[token.start : token.end] == token.text
            at = token.end
        assert [token.index for token in sentence if token.head == ROOT] == [sentence.root]
        assert [token.index for token in sentence if token.deprel == "root"] == [sentence.root]
        assert sentence.subtree(sentence.root) == list(range(len(sentence)))


@given(st.text() | st.text(st.sampled_from("ab CD.,'’\"“”-—:;?!\n\t1$€é\u0301ع\u200f😀中")))
def test_any_text(text: str) -> None:
    check(text, PARSER.parse(text))


WORDS = st.sampled_from(
    "Norway said on Friday that it will not meet the old president , who signed a deal . “ ” 's".split()
)


@given(st.lists(WORDS, max_size=60))
def test_any_words(words: list[str]) -> None:
    text = " ".join(words)
    check(text, PARSER.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "the word " * 20_000,
        "NORWAY SENDS AID. " * 3_000,
        "| 12 | 40 | n/a |\n" * 3_000,
        "Olsen, Berg, Moss, " * 5_000,
        "\u202e\u200f\u202d" * 50_000,
        "😀👍🏽" * 20_000,
        "\n" * 100_000,
        "‘“(" * 30_000,
        "\ud800 x \udfff",
        "\x00\x01 a",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text(text: str) -> None:
    check(text, PARSER.parse(text))


def triples(text: str) -> set[tuple[str, str, str]]:
    """Dependent, relation, head of each word."""
    return {
        (token.text, token.deprel, sentence[token.head].text if token.head != ROOT else "")
        for sentence in PARSER.parse(text)
        for token in sentence
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Foreign Minister Ingrid Moss said on Friday that her country would send aid to Chad.",
            {
                ("Ingrid", "nsubj", "said"),
                ("Moss", "flat", "Ingrid"),
                ("Minister", "nmod:desc", "Ingrid"),
                ("said", "root", ""),
                ("send", "ccomp", "said"),
                ("country", "nsubj", "send"),
                ("aid", "obj", "send"),
                ("Friday", "obl", "said"),
            },
        ),
        (
            "The bridge was destroyed by rebels.",
            {("bridge", "nsubj:pass", "destroyed"), ("rebels", "obl:agent", "destroyed"), ("destroyed", "root", "")},
        ),
        (
            "“We will not sign the treaty,” President Odile Marchetti told reporters in Lyon.",
            {
                ("sign", "ccomp", "told"),
                ("We", "nsubj", "sign"),
                ("treaty", "obj", "sign"),
                ("Odile", "nsubj", "told"),
                ("told", "root", ""),
            },
        ),
        (
            "Peru and Chile have agreed to resume talks.",
            {
                ("Peru", "nsubj", "agreed"),
                ("Chile", "conj", "Peru"),
                ("resume", "xcomp", "agreed"),
                ("talks", "obj", "resume"),
            },
        ),
        (
            "Rebels killed at least 14 soldiers near the town, officials said.",
            {
                ("Rebels", "nsubj", "killed"),
                ("killed", "ccomp", "said"),
                ("soldiers", "obj", "killed"),
                ("14", "nummod", "soldiers"),
            },
        ),
    ],
)
def test_plain_news(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= triples(text)


def test_lemmas_and_tags() -> None:
    (sentence,) = PARSER.parse("Ministers from both countries have signed the accords.")
    found = {token.text: (token.lemma, token.upos, token.xpos) for token in sentence}
    assert found["Ministers"] == ("minister", "NOUN", "NNS")
    assert found["countries"] == ("country", "NOUN", "NNS")
    assert found["have"] == ("have", "AUX", "VBP")
    assert found["signed"] == ("sign", "VERB", "VBN")
