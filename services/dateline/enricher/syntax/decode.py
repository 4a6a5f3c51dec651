"""Heads from scores: the best head of each word, mended to the best tree where those make none."""

import numpy as np
import numpy.typing as npt

from dateline.enricher.syntax.spans import Ints, Spans

_NO_ARC = -1e12
_MAX_CONTRACTIONS = 12


def untreed(heads: Ints, spans: Spans) -> list[int]:
    """Which sentences are no tree with one root; `heads` has for each row a word of its sentence from 1, 0 the root."""
    count = spans.count
    parents = np.empty(count + 1, np.int64)
    is_root = heads[:count] == 0
    np.add(heads[:count], spans.start[:count] - 1, out=parents[:count])
    parents[:count][is_root] = count
    parents[count] = count
    steps, longest = 1, max(spans.lengths)
    while steps < longest:
        parents = parents[parents]
        steps *= 2
    wrong = np.add.reduceat(is_root, spans.firsts, dtype=np.int64) != 1
    wrong |= np.logical_or.reduceat(parents[:count] != count, spans.firsts)
    found: list[int] = np.flatnonzero(wrong).tolist()
    return found


def best_tree(scores: npt.NDArray[np.float32]) -> Ints:
    """The heads of the best tree; `scores` is word x head, head 0 the root. Of several roots the surest stays.

    Chu-Liu/Edmonds; equal scores go to the first, so the tree is the same on every machine. Where cycles lie in
    cycles past a bound, as in no sentence of a language, they are cut open at the root instead.
    """
    count = len(scores)
    arcs = np.full((count + 1, count + 1), _NO_ARC)
    arcs[1:] = scores
    np.fill_diagonal(arcs, _NO_ARC)
    heads = _arborescence(arcs, _MAX_CONTRACTIONS)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        root = roots[(arcs[roots, 0] - arcs[roots, 1:].max(1)).argmax()]
        order = np.concatenate([[root], np.delete(np.arange(1, count + 1), root - 1)])
        below = _arborescence(arcs[order][:, order], _MAX_CONTRACTIONS)
        heads[order] = order[below]
        heads[root] = 0
    found: Ints = heads[1:]
    return found


def _arborescence(arcs: npt.NDArray[np.float64], contractions: int) -> Ints:
    """The best head of each node but 0."""
    heads: Ints = arcs.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    if not contractions:
        while cycle:
            heads[cycle[int((arcs[cycle, 0] - arcs[cycle, heads[cycle]]).argmax())]] = 0
            cycle = _cycle(heads)
        return heads
    inside = np.zeros(len(arcs), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.flatnonzero(inside)
    kept = arcs[members, heads[members]]
    entering = arcs[members][:, rest] - kept[:, None]
    leaving = arcs[rest][:, members]
    entry, exit_ = entering.argmax(0), leaving.argmax(1)
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _NO_ARC)
    smaller[:size, :size] = arcs[rest][:, rest]
    smaller[size, :size] = entering.max(0)
    smaller[:size, size] = leaving.max(1)
    smaller[0] = _NO_ARC
    found = _arborescence(smaller, contractions - 1)
    for node in range(1, size):
        heads[rest[node]] = members[exit_[node]] if found[node] == size else rest[found[node]]
    heads[members[entry[found[size]]]] = rest[found[size]]
    return heads


def _cycle(heads: Ints) -> list[int]:
    """The first cycle that is met, or nothing."""
    parents: list[int] = heads.tolist()
    seen = [0] * len(parents)
    seen[0] = -1
    for start in range(1, len(parents)):
        node, path = start, []
        while not seen[node]:
            seen[node] = start
            path.append(node)
            node = parents[node]
        if seen[node] == start:
            return path[path.index(node) :]
    return []
