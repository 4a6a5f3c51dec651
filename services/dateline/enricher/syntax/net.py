"""The net: words in, tags, heads and relations out; numpy alone, and the same bits on every machine.

All that is multiplied as matrices is whole numbers whose sums stay below 2**24, which floats hold exactly, so the
order in which a library adds does not show. The rest is done number by number, which IEEE 754 fixes.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.enricher.syntax.decode import best_tree, untreed
from dateline.enricher.syntax.forms import Forms
from dateline.enricher.syntax.spans import Ints, Spans
from dateline.enricher.syntax.weights import MAX_RELU, MAX_SIGNED, STEP, UNIT, Convolution, Floats, Weights

_EPSILON: Final = 1e-3 * UNIT * UNIT
_MAX_ADDED: Final = 200  # what a convolution adds: keeps the sum of squares below 2**24


@dataclass(frozen=True, slots=True)
class Analysis:
    """For each word of all sentences in a row: head in its sentence (-1 the root), numbers of label and tag."""

    heads: list[int]
    labels: list[int]
    tags: list[int]


class Net:
    """Analyses sentences; keeps the vectors of the forms it met, so one is for one thread."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights
        width = weights.word.whole.shape[1]
        if (MAX_SIGNED + _MAX_ADDED) ** 2 * width >= 2**24 or 3 * width * MAX_RELU * MAX_SIGNED >= 2**24:
            raise ValueError(f"a net {width} wide does not sum exactly in floats: train one of at most 156")
        self._root_label = weights.labels.index("root")
        self._ones = np.ones((width, 1), np.float32)
        self._forms = Forms(weights)

    def analyse(self, forms: list[str], lengths: list[int]) -> Analysis:
        """Analyse sentences of the given lengths, whose words stand in a row in `forms`."""
        w = self._w
        spans = Spans(lengths, STEP)
        x = self._context(forms, spans)
        arcs = _relu8(w.arcs(x))
        heads = self._heads(arcs[:, : w.arc], arcs[:, w.arc :], spans)
        links = w.links(x)
        over = np.concatenate([links[:, w.link :], w.root_label])
        above = over.take(np.where(heads < 0, spans.rows, heads + spans.start), 0)
        above += links[:, : w.link]
        related = w.related(_relu8(above))
        related[:, self._root_label] = -1e9
        labels = related.argmax(1)
        labels[heads < 0] = self._root_label
        tags = w.tag(x).argmax(1)
        count = spans.count
        return Analysis(heads[:count].tolist(), labels[:count].tolist(), tags[:count].tolist())

    def _context(self, forms: list[str], spans: Spans) -> Floats:
        """The vectors of words in their context."""
        x, before, here, after = self._forms.look_up(forms, spans.rows)
        for at, convolution in enumerate(self._w.convolutions):
            if at:
                before, here, after = (x @ whole for whole in convolution.parts)
            y = convolution.layer.scaled(_joined(before, here, after, spans, convolution.dilation))
            np.rint(y, out=y)
            np.clip(y, 0, _MAX_ADDED, out=y)
            y += x
            x = self._normed(y, convolution)
        return x

    def _normed(self, y: Floats, convolution: Convolution) -> Floats:
        """Each row with mean 0 and variance 1, times gain plus bias; the sums are of whole numbers, so exact."""
        width = y.shape[1]
        mean = (y @ self._ones).astype(np.float64) / width
        square = np.einsum("ij,ij->i", y, y).astype(np.float64)[:, None] / width
        scale = 1.0 / np.sqrt(square - mean * mean + _EPSILON)
        y -= mean.astype(np.float32)
        y *= scale.astype(np.float32)
        strides = y.reshape(-1, convolution.gain.size)
        strides *= convolution.gain
        strides += convolution.bias
        np.rint(y, out=y)
        return np.clip(y, -MAX_SIGNED, MAX_SIGNED, out=y)

    def _heads(self, dependents: Floats, heads: Floats, spans: Spans) -> Ints:
        """The head of each word, in its sentence; -1 for the root."""
        arc = dependents.shape[1]
        asked = self._w.scores(dependents)
        queries = np.rint(asked[:, :arc])
        np.clip(queries, -MAX_SIGNED, MAX_SIGNED, out=queries)
        by_distance = _ByDistance(asked[:, arc:], max(spans.lengths))
        # The keys of a sentence stand together, the root's first.
        keys = np.empty((spans.rows + int(spans.sentence[-1]) + 1, arc), np.float32)
        keys[spans.start + spans.sentence] = self._w.root
        keys[np.arange(spans.rows) + spans.sentence + 1] = heads
        turned = keys.T
        found = np.zeros(spans.rows, np.int64)
        scores = []
        for at, (first, length) in enumerate(zip(spans.firsts, spans.lengths, strict=True)):
            end = first + length
            score = queries[first:end] @ turned[:, first + at : end + at + 1]
            score += by_distance.of(first, length)
            score.argmax(1, out=found[first:end])
            scores.append(score)
        for at in untreed(found, spans):
            first = spans.firsts[at]
            found[first : first + spans.lengths[at]] = best_tree(scores[at])
        found -= 1
        return found


class _ByDistance:
    """Scores by distance, word x (2 * FAR + 1), as those of a sentence's words x heads, the root first."""

    def __init__(self, far: Floats, longest: int) -> None:
        count, distances = far.shape
        half = distances // 2
        self._span = span = max(longest, half)
        row = 2 * span + 1
        self._flat = np.empty(count * row + span, np.float32)
        wide = self._flat[: count * row].reshape(count, row)
        wide[:, : span - half] = far[:, :1]
        wide[:, span - half : span + half + 1] = far
        wide[:, span + half + 1 :] = far[:, -1:]

    def of(self, first: int, length: int) -> Floats:
        """Of the sentence that begins at a row. Word i (from 1) and head j are j - i apart: in rows one shorter, the
        column is the head."""
        start = first * (2 * self._span + 1) + self._span - 1
        rows = self._flat[start : start + length * 2 * self._span].reshape(length, 2 * self._span)
        return rows[:, : length + 1]


def _joined(before: Floats, here: Floats, after: Floats, spans: Spans, distance: int) -> Floats:
    """The sum of a convolution from the products of each word as the one before, the word itself and the one after;
    all three are changed."""
    starts, ends = spans.edges(distance)
    before[ends] = 0
    after[starts] = 0
    here[distance:] += before[:-distance]
    here[:-distance] += after[distance:]
    return here


def _relu8(x: Floats) -> Floats:
    """`x` without what is below nothing, in whole units; in place."""
    np.rint(x, out=x)
    return np.clip(x, 0, MAX_RELU, out=x)
