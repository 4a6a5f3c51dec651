"""What is nothing but a past tense is the sentence's verb."""

import pytest

from dateline.enricher import document


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank lent Ethiopia 500 million dollars.",
        "China lent Kenya 2 billion dollars.",
        "Japan lent the country two ships.",
    ],
)
def test_lent_has_a_subject_and_an_object(text: str) -> None:
    tokens = document.read(text).sentences[0].tokens
    (verb,) = [token for token in tokens if token.text == "lent"]
    relations = {token.deprel for token in tokens if token.head == verb.index}
    assert (verb.upos, verb.xpos, verb.lemma) == ("VERB", "VBD", "lend")
    assert {"nsubj", "obj"} <= relations
