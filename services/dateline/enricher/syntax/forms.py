"""The vectors of word forms, and what the first convolution makes of them; kept for the forms last met."""

from typing import Final

import numpy as np

from dateline.enricher.syntax.features import rows
from dateline.enricher.syntax.weights import MAX_RELU, Floats, Weights

_KEPT: Final = 1 << 14


class Forms:
    """Looks up forms; for one thread at a time."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights
        self._row_of: dict[str, int] = {}
        width = weights.word.whole.shape[1]
        # Not filled, and so no memory until a row is used.
        self._vectors = np.empty((_KEPT, width), np.float32)
        self._products = [np.empty((_KEPT, width), np.float32) for _ in range(3)]

    def look_up(self, forms: list[str], count: int) -> tuple[Floats, Floats, Floats, Floats]:
        """For each form its vector, and its products as the word before, the word itself and the word after; each
        with `count` rows, the last ones anything."""
        known = self._row_of
        fresh = [form for form in dict.fromkeys(forms) if form not in known]
        if fresh:
            if len(known) + len(fresh) > len(self._vectors):
                known.clear()
                fresh = list(dict.fromkeys(forms))
            self._keep(fresh)
        at = np.zeros(count, np.int64)
        at[: len(forms)] = [known[form] for form in forms]
        before, here, after = (kept.take(at, 0) for kept in self._products)
        return self._vectors.take(at, 0), before, here, after

    def _keep(self, forms: list[str]) -> None:
        first, end = len(self._row_of), len(self._row_of) + len(forms)
        if end > len(self._vectors):
            self._vectors = np.empty((end, self._vectors.shape[1]), np.float32)
            self._products = [np.empty_like(self._vectors) for _ in range(3)]
        at = np.array([rows(form, self._w.vocabulary) for form in forms])
        parts = [table[at[:, i]] for i, table in enumerate(self._w.tables)]
        word = self._w.word
        vectors = np.concatenate(parts, 1).astype(np.float32) @ word.whole
        vectors = vectors * word.unit + word.bias
        np.clip(np.rint(vectors, out=vectors), 0, MAX_RELU, out=vectors)
        self._vectors[first:end] = vectors
        for kept, whole in zip(self._products, self._w.convolutions[0].parts, strict=True):
            np.matmul(vectors, whole, out=kept[first:end])
        self._row_of.update(zip(forms, range(first, end), strict=True))
