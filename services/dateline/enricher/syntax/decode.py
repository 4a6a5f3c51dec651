"""Heads from scores: the best head of each word, mended to the best tree where those make none."""

from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.enricher.syntax.spans import Ints, Spans

Scores = npt.NDArray[np.float64]

_NO_ARC: Final = -1e12
_MAX_CONTRACTIONS: Final = 12


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


def best_tree(scores: npt.NDArray[np.float32]) -> list[int]:
    """The heads of the best tree; `scores` is word x head, head 0 the root. Of several roots the surest stays.

    Chu-Liu/Edmonds; equal scores go to the first, so the tree is the same on every machine. Where cycles lie in
    cycles past a bound, as in no sentence of a language, they are cut open at the root instead.
    """
    size = len(scores) + 1
    arcs = np.empty((size, size))
    arcs[0] = _NO_ARC
    arcs[1:] = scores
    arcs.ravel()[:: size + 1] = _NO_ARC
    heads = _arborescence(arcs.copy(), 0)
    if heads.count(0) > 2:  # of the root itself too
        roots = [word for word in range(1, size) if heads[word] == 0]
        root = roots[int((arcs[roots, 0] - arcs[roots, 1:].max(1)).argmax())]
        arcs[:, 0] = arcs[root] = _NO_ARC
        arcs[root, 0] = 0
        heads = _arborescence(arcs, root)
    return heads[1:]


def _arborescence(arcs: Scores, top: int) -> list[int]:
    """The best head of each node but 0; `arcs` is changed. Past the bound cycles are cut open at `top`.

    A cycle becomes one node, in the place of its first; the others of it are put below the root, out of the way, until
    all is a tree. Then each cycle is opened where its node is entered.
    """
    contracted: list[tuple[list[int], list[int], Scores, Scores]] = []
    heads: list[int] = arcs.argmax(1).tolist()
    heads[0] = 0
    while cycle := _cycle(heads):
        inside = [heads[node] for node in cycle]
        if len(contracted) == _MAX_CONTRACTIONS:
            heads[cycle[int((arcs[cycle, top] - arcs[cycle, inside]).argmax())]] = top
            continue
        entering = arcs[cycle]
        entering -= arcs[cycle, inside][:, None]
        entering[:, cycle] = _NO_ARC
        leaving = arcs[:, cycle]
        contracted.append((cycle, inside, entering, leaving))
        first = cycle[0]
        arcs[:, cycle] = _NO_ARC
        arcs[:, first] = leaving.max(1)
        best = entering.max(0)
        arcs[first] = best
        # What hung on one of the cycle hangs on its node, which is as good.
        heads = [first if head in cycle else head for head in heads]
        for node in cycle:
            heads[node] = 0
        heads[first] = int(best.argmax())
    for cycle, inside, entering, leaving in reversed(contracted):
        first = cycle[0]
        above = heads[first]
        for node, head in enumerate(heads):
            if head == first:
                heads[node] = cycle[int(leaving[node].argmax())]
        for node, head in zip(cycle, inside, strict=True):
            heads[node] = head
        heads[cycle[int(entering[:, above].argmax())]] = above
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The first cycle that is met, in order, or nothing."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            found = [node]
            while (at := heads[found[-1]]) != node:
                found.append(at)
            found.sort()
            return found
    return []
