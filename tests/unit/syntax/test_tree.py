"""Walking a tree."""

import pytest

from dateline.enricher.syntax.tree import Sentence, Token

TEXT = "Norway sent old ships."
ROWS = [("Norway", "nsubj", 1), ("sent", "root", -1), ("old", "amod", 3), ("ships", "obj:x", 1), (".", "punct", 1)]


def sentence() -> Sentence:
    tokens, at = [], 0
    for index, (text, deprel, head) in enumerate(ROWS):
        start = TEXT.index(text, at)
        at = start + len(text)
        tokens.append(Token(index, start, at, text, text.lower(), "X", "FW", head, deprel))
    return Sentence(tuple(tokens))


def test_walks() -> None:
    found = sentence()
    assert found.root == 1
    assert found.children(1) == [0, 3, 4]
    assert found.children(0) == []
    assert found.children_by(1, "obj", "nsubj") == [0, 3]
    assert found.children_by(1, "obj:x") == [3]
    assert found.subtree(3) == [2, 3]
    assert found.subtree(1) == [0, 1, 2, 3, 4]
    assert list(found.ancestors(2)) == [3, 1]
    assert len(found) == 5
    assert "Norway sent" in repr(found)


def test_a_sentence_has_words() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Sentence(())
