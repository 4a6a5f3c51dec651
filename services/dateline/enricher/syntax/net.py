"""The net: words in, tags, heads and relations out; numpy alone, and the same bits on every machine.

All that is multiplied as matrices is whole numbers whose sums stay below 2**24, which floats hold exactly, so the
order in which a library adds does not show. The rest is done number by number, which IEEE 754 fixes.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.enricher.syntax.decode import Ints, best_tree, untreed
from dateline.enricher.syntax.features import rows
from dateline.enricher.syntax.weights import MAX_RELU, MAX_SIGNED, UNIT, Floats, Weights

_EPSILON = 1e-3 * UNIT * UNIT
_MAX_ADDED = 200  # what a convolution adds: keeps the sum of squares below 2**24
_KEPT_FORMS = 1 << 14
_GRID = 60_000  # scores that are held at once, in sentence x word x head


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
        self._forms = _Forms(weights)
        keys = np.zeros((2, weights.arc + 1), np.float32)
        keys[0, :-1] = weights.root
        keys[1, -1] = -1e9  # a place past the end of a sentence
        self._root_and_gap = keys

    def analyse(self, forms: list[str], lengths: list[int]) -> Analysis:
        """Analyse sentences of the given lengths, whose words stand in a row in `forms`."""
        spans = _Spans(lengths)
        x = self._context(self._forms.look_up(forms), spans)
        w = self._w
        out = w.tokens(x)
        arc, label = w.arc, w.label
        arcs = _relu8(out[:, : 2 * arc])
        labels = out[:, 2 * arc : 2 * arc + 2 * label]
        tags = out[:, 2 * arc + 2 * label :].argmax(1)
        heads = self._heads(arcs[:, :arc], arcs[:, arc:], spans)
        over = np.concatenate([labels[:, label:], w.root_label])
        above = over[np.where(heads < 0, len(heads), heads + spans.start)]
        above += labels[:, :label]
        related = w.related(_relu8(above))
        related[:, self._root_label] = -1e9
        chosen = related.argmax(1)
        chosen[heads < 0] = self._root_label
        return Analysis(heads.tolist(), chosen.tolist(), tags.tolist())

    def _context(self, looked_up: Floats, spans: "_Spans") -> Floats:
        """The vectors of words in their context."""
        count, width = spans.count, self._ones.size
        x = looked_up[:, :width]
        padded = np.zeros((count + 1, width), np.float32)  # the last row is what lies outside a sentence
        near = np.empty((3 * count, width), np.float32)
        for at, (dilation, layer) in enumerate(self._w.convolutions):
            if at == 0:
                y = layer.scaled(_first_products(looked_up[:, width:], spans))
            else:
                padded[:count] = x
                np.take(padded, spans.neighbours(dilation), 0, out=near, mode="clip")
                y = layer(near.reshape(count, 3 * width))
            np.rint(y, out=y)
            np.clip(y, 0, _MAX_ADDED, out=y)
            y += x
            x = self._normed(y, *self._w.norms[at])
        return x

    def _normed(self, y: Floats, gain: Floats, bias: Floats) -> Floats:
        """Each row with mean 0 and variance 1, times gain plus bias; the sums are of whole numbers, so exact."""
        width = y.shape[1]
        mean = (y @ self._ones).astype(np.float64) / width
        square = np.einsum("ij,ij->i", y, y).astype(np.float64)[:, None] / width
        scale = 1.0 / np.sqrt(square - mean * mean + _EPSILON)
        y -= mean.astype(np.float32)
        y *= scale.astype(np.float32)
        y *= gain
        y += bias
        np.rint(y, out=y)
        return np.clip(y, -MAX_SIGNED, MAX_SIGNED, out=y)

    def _heads(self, dependents: Floats, heads: Floats, spans: "_Spans") -> Ints:
        """The head of each word, in its sentence; -1 for the root."""
        count, arc = dependents.shape
        asked = self._w.scores(dependents)
        queries = np.empty((count, arc + 1), np.float32)
        np.rint(asked[:, :arc], out=queries[:, :arc])
        np.clip(queries[:, :arc], -MAX_SIGNED, MAX_SIGNED, out=queries[:, :arc])
        queries[:, arc] = 1
        keys = np.zeros((count + 2, arc + 1), np.float32)
        keys[:count, :arc] = heads
        keys[count:] = self._root_and_gap
        found = np.empty(count, np.int64)
        for group in spans.groups():
            grid = spans.grid(group)
            score = queries[grid.words] @ keys[grid.heads].transpose(0, 2, 1)
            score += _by_distance(asked[:, arc:][grid.words])
            best = score.argmax(2)
            for at in untreed(best, grid.lengths):
                n = grid.lengths[at]
                best[at, :n] = best_tree(score[at, :n, : n + 1])
            found[grid.words[grid.there]] = best[grid.there] - 1
        return found


def _first_products(products: Floats, spans: "_Spans") -> Floats:
    """The product of the first convolution from those of each word as the one before, the word, the one after.

    `products` is changed. The neighbours are next to each other: the first dilation is 1.
    """
    width = products.shape[1] // 3
    before, here, after = (products[:, at : at + width] for at in (0, width, 2 * width))
    before[spans.ends - 1] = 0
    after[spans.firsts] = 0
    here[1:] += before[:-1]
    here[:-1] += after[1:]
    return np.ascontiguousarray(here)


def _relu8(x: Floats) -> Floats:
    """`x` without what is below nothing, in whole units."""
    return np.clip(np.rint(x), 0, MAX_RELU)


def _by_distance(far: Floats) -> Floats:
    """Scores by distance, sentence x word x (2 * FAR + 1), as sentence x word x head, the root first."""
    count, longest, distances = far.shape
    half = distances // 2
    span = max(longest, half)
    wide = np.empty((count, longest, 2 * span + 1), np.float32)
    wide[:, :, : span - half] = far[:, :, :1]
    wide[:, :, span - half : span + half + 1] = far
    wide[:, :, span + half + 1 :] = far[:, :, -1:]
    # Word i (from 1) and head j are j - i apart: each row begins one place before the last.
    row, item = wide.strides[1], wide.itemsize
    return np.lib.stride_tricks.as_strided(
        wide[:, :, span - 1 :], (count, longest, longest + 1), (wide.strides[0], row - item, item), writeable=False
    )


class _Forms:
    """The vectors of word forms, and what the first convolution makes of them; kept for the forms last met."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights
        first = weights.convolutions[0][1].whole
        width = first.shape[1]
        self._products = np.concatenate([first[at : at + width] for at in (0, width, 2 * width)], 1)
        self._row_of: dict[str, int] = {}
        self._kept = np.zeros((1024, 4 * width), np.float32)

    def look_up(self, forms: list[str]) -> Floats:
        """For each form its vector and its products as the word before, the word itself, the word after."""
        known = self._row_of
        fresh = [form for form in dict.fromkeys(forms) if form not in known]
        if fresh:
            if len(known) > _KEPT_FORMS:
                known.clear()
                fresh = list(dict.fromkeys(forms))
            self._keep(fresh)
        return self._kept[[known[form] for form in forms]]

    def _keep(self, forms: list[str]) -> None:
        first, end = len(self._row_of), len(self._row_of) + len(forms)
        if end > len(self._kept):
            self._kept = np.concatenate([self._kept, np.zeros((end, self._kept.shape[1]), np.float32)])
        at = np.array([rows(form, self._w.vocabulary) for form in forms])
        parts = [table[at[:, i]] for i, table in enumerate(self._w.tables)]
        vectors = _relu8(self._w.word(np.concatenate(parts, 1).astype(np.float32)))
        self._kept[first:end] = np.concatenate([vectors, vectors @ self._products], 1)
        self._row_of.update(zip(forms, range(first, end), strict=True))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Sentences padded to one length."""

    lengths: Ints
    there: npt.NDArray[np.bool_]  # sentence x word: whether there is one
    words: Ints  # sentence x word: its row
    heads: Ints  # sentence x (root and words): the row of its key


class _Spans:
    """Where sentences of given lengths lie in a row of words."""

    def __init__(self, lengths: list[int]) -> None:
        self._lengths = np.array(lengths, np.int64)
        self.ends: Ints = np.cumsum(self._lengths)
        self.firsts: Ints = self.ends - self._lengths
        self.count = int(self.ends[-1])
        self.start: Ints = np.repeat(self.firsts, self._lengths)
        self._place = np.arange(self.count) - self.start
        self._left = np.repeat(self._lengths, self._lengths) - self._place
        self._neighbours: dict[int, Ints] = {}

    def neighbours(self, distance: int) -> Ints:
        """For each word the rows of the one so far before it, itself, and the one so far after; `count` for none."""
        found = self._neighbours.get(distance)
        if found is None:
            found = np.arange(self.count)[:, None] + np.array([-distance, 0, distance])
            found[self._place < distance, 0] = self.count
            found[self._left <= distance, 2] = self.count
            found = self._neighbours[distance] = found.ravel()
        return found

    def groups(self) -> list[Ints]:
        """Sentences of like length together, no group with more than _GRID scores unless it is one sentence."""
        order = np.argsort(self._lengths, kind="stable")[::-1]
        found, first = [], 0
        sizes: list[int] = self._lengths[order].tolist()
        for at in range(1, len(sizes) + 1):
            longest = sizes[first]
            if at == len(sizes) or (at + 1 - first) * longest * (longest + 1) > _GRID or sizes[at] < 0.6 * longest:
                found.append(order[first:at])
                first = at
        return found

    def grid(self, group: Ints) -> _Grid:
        """The rows of a group, each sentence padded to its longest."""
        lengths = self._lengths[group]
        first = self.firsts[group][:, None]
        places = np.arange(int(lengths.max()))
        there = places < lengths[:, None]
        words = np.where(there, first + places, 0)
        heads = np.empty((len(group), len(places) + 1), np.int64)
        heads[:, 0] = self.count
        heads[:, 1:] = np.where(there, words, self.count + 1)
        return _Grid(lengths, there, words, heads)
