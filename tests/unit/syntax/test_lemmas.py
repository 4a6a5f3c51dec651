"""Lemmas: the rules, the irregular forms, names left as they are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.enricher.syntax.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("said", "VERB", "VBD", "say"),
        ("Making", "VERB", "VBG", "make"),
        ("visited", "VERB", "VBD", "visit"),
        ("provided", "VERB", "VBN", "provide"),
        ("stopped", "VERB", "VBD", "stop"),
        ("called", "VERB", "VBD", "call"),
        ("agrees", "VERB", "VBZ", "agree"),
        ("condemning", "VERB", "VBG", "condemn"),
        ("denied", "VERB", "VBD", "deny"),
        ("died", "VERB", "VBD", "die"),
        ("released", "VERB", "VBN", "release"),
        ("threatened", "VERB", "VBD", "threaten"),
        ("accuses", "VERB", "VBZ", "accuse"),
        ("reaches", "VERB", "VBZ", "reach"),
        ("urged", "VERB", "VBD", "urge"),
        ("pledging", "VERB", "VBG", "pledge"),
        ("met", "VERB", "VBD", "meet"),
        ("is", "AUX", "VBZ", "be"),
        ("n't", "PART", "RB", "not"),
        ("’ll", "AUX", "MD", "will"),
        ("countries", "NOUN", "NNS", "country"),
        ("men", "NOUN", "NNS", "man"),
        ("speeches", "NOUN", "NNS", "speech"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("Nations", "PROPN", "NNPS", "Nation"),
        ("Texas", "PROPN", "NNP", "Texas"),
        ("larger", "ADJ", "JJR", "large"),
        ("easiest", "ADJ", "JJS", "easy"),
        ("biggest", "ADJ", "JJS", "big"),
        ("him", "PRON", "PRP", "he"),
    ],
)
def test_lemma(form: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(form, upos, xpos) == expected


@example("S", "VERB", "VBZ")
@given(
    st.text(min_size=1) | st.text(st.sampled_from("aeingsdrtzv"), min_size=1),
    st.sampled_from(["VERB", "NOUN", "PROPN", "ADJ", "AUX", "PRON"]),
    st.sampled_from(["VBG", "VBD", "VBZ", "NNS", "NNPS", "JJR", "JJS", "MD", "POS"]),
)
def test_every_form_has_a_lemma(form: str, upos: str, xpos: str) -> None:
    assert lemma(form, upos, xpos)
