"""The tree found is the best of all trees, and always a tree."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.syntax.decode import best_tree, untreed
from dateline.enricher.syntax.spans import Spans


def is_tree(heads: list[int]) -> bool:
    """Whether heads (0 the root, words from 1) make a tree with one root."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


@st.composite
def scores(draw: st.DrawFn, longest: int) -> np.ndarray:
    count = draw(st.integers(1, longest))
    cells = draw(st.lists(st.integers(-50, 50), min_size=count * (count + 1), max_size=count * (count + 1)))
    return np.array(cells, np.float32).reshape(count, count + 1)


@given(scores(12))
def test_always_a_tree(given_scores: np.ndarray) -> None:
    assert is_tree(best_tree(given_scores))


@given(scores(4))
def test_the_best_tree_where_its_root_is_clear(given_scores: np.ndarray) -> None:
    count = len(given_scores)
    given_scores[0, 0] += 1000
    given_scores[1:, 0] -= 1000
    words = range(count)
    trees = [h for h in product(range(count + 1), repeat=count) if is_tree(list(h))]
    best = max(sum(given_scores[w, h[w]] for w in words) for h in trees)
    found = best_tree(given_scores)
    assert sum(given_scores[w, found[w]] for w in words) == best


@given(st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=6), min_size=1, max_size=5))
def test_what_is_no_tree_is_seen(sentences: list[list[int]]) -> None:
    for sentence in sentences:
        sentence[:] = [head % (len(sentence) + 1) for head in sentence]
    spans = Spans([len(sentence) for sentence in sentences], 8)
    heads = np.zeros(spans.rows, np.int64)
    heads[: spans.count] = [head for sentence in sentences for head in sentence]
    found = untreed(heads, spans)
    assert found == [row for row, sentence in enumerate(sentences) if not is_tree(sentence)]


def test_a_long_cycle_ends() -> None:
    count = 160
    chain = np.zeros((count, count + 1), np.float32)
    for word in range(count):
        chain[word, (word + 1) % count + 1] = 10
    assert is_tree(best_tree(chain))


@pytest.mark.parametrize("count", [1, 2, 160])
def test_ties_go_to_the_first(count: int) -> None:
    found = best_tree(np.zeros((count, count + 1), np.float32))
    assert is_tree(found)
    assert found == best_tree(np.zeros((count, count + 1), np.float32))


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("bound", [0, 1, 12])
def test_cycles_in_cycles_past_the_bound_make_a_tree(bound: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.enricher.syntax.decode._MAX_CONTRACTIONS", bound)
    chance = np.random.default_rng(7)
    for _ in range(50):
        assert is_tree(best_tree(chance.normal(size=(40, 41)).astype(np.float32)))
