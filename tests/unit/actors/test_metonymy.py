"""Reading a place's name: what has no weight is left out, and that changes nothing."""

import pytest

from dateline.enricher.actors.metonymy import features, weighed, weights
from dateline.enricher.document import read

TEXT = (
    "Nairobi and Kampala signed a treaty on tolls in Arusha, officials in Kenya said. The Paris talks with Berlin were "
    "led by the envoy of Oslo. Lima, whose army had crossed into Quito's waters, apologised."
)
SENTENCES = read(TEXT).sentences
NAMES = [
    (number, token.index)
    for number, sentence in enumerate(SENTENCES)
    for token in sentence
    if token.text[0].isupper() and token.text != "The"
]


@pytest.mark.parametrize(("number", "at"), NAMES)
@pytest.mark.parametrize("kind", ["capital", "country", "none"])
def test_all_features_with_a_weight_are_weighed(number: int, at: int, kind: str) -> None:
    sentence = SENTENCES[number]

    assert features(sentence, at, at + 1, kind, weighed()) == features(sentence, at, at + 1, kind) & weights().keys()


def test_what_is_seen_of_a_name() -> None:
    """Training asks for all of it: it is what finds the weights."""
    seen = features(SENTENCES[0], 0, 1, "capital")

    assert seen >= {"kind=capital", "first=True", "relation=nsubj", "kind=capital case=", "governor=sign"}
    assert seen >= {"before1=end", "after1=and", "after2 PROPN", "after3=signed"}
    assert seen >= {"subject of obj=treaty", "child=conj:kampala", "word=sign"}
    assert not seen <= weights().keys()
