"""Score the net on treebanks: `python -m train.score --treebanks DIR [--weights model.npz]`."""

import argparse
from pathlib import Path

import numpy as np

from dateline.enricher.syntax import weights
from dateline.enricher.syntax.net import Net
from dateline.enricher.syntax.tokens import tokenise
from train.conllu import Tree, read

BATCH = 40  # sentences


def gold_tokens(net: Net, w: weights.Weights, trees: list[Tree]) -> str:
    """Percent of words with the right tag, head, and head and relation, given the words."""
    total = upos = xpos = uas = las = words = unmarked = 0
    for at in range(0, len(trees), BATCH):
        part = trees[at : at + BATCH]
        found = net.analyse([form for tree in part for form in tree.forms], [len(tree.forms) for tree in part])
        gold = [row for tree in part for row in zip(tree.upos, tree.xpos, tree.heads, tree.deprels, strict=True)]
        for (u, x, head, label), h, k, t in zip(gold, found.heads, found.labels, found.tags, strict=True):
            total += 1
            upos += w.tags[t][0] == u
            xpos += w.tags[t][1] == x
            uas += h == head
            right = h == head and w.labels[k] == label
            las += right
            if u != "PUNCT":
                words += 1
                unmarked += right
    shares = " ".join(f"{100 * n / total:.2f}" for n in (upos, xpos, uas, las))
    return f"UPOS XPOS UAS LAS {shares} | LAS without punctuation {100 * unmarked / words:.2f}"


def own_tokens(net: Net, w: weights.Weights, trees: list[Tree]) -> str:
    """F1 of words, and of words with the right tag, head, and head and relation, cut by our own rules.

    Each sentence's text is given alone; a word counts as found where its offsets are the same.
    """
    gold_count = own_count = words = upos = uas = las = 0
    for tree in trees:
        gold = _spans(tree)
        spans = tokenise(tree.text)
        if not spans:
            continue
        found = net.analyse([tree.text[a:b] for a, b in spans], [len(spans)])
        gold_count, own_count = gold_count + len(gold), own_count + len(spans)
        number = {span: i for i, span in enumerate(gold)}
        for span, head, label, tag in zip(spans, found.heads, found.labels, found.tags, strict=True):
            i = number.get(span)
            if i is None:
                continue
            words += 1
            upos += w.tags[tag][0] == tree.upos[i]
            right = (gold[tree.heads[i]] if tree.heads[i] >= 0 else None) == (spans[head] if head >= 0 else None)
            uas += right
            las += right and w.labels[label] == tree.deprels[i]
    shares = " ".join(f"{200 * n / (gold_count + own_count):.2f}" for n in (words, upos, uas, las))
    return f"own tokens: words UPOS UAS LAS {shares}"


def _spans(tree: Tree) -> list[tuple[int, int]]:
    """Where the words stand in the text; one that is not in it stands nowhere."""
    at, found = 0, list[tuple[int, int]]()
    for form in tree.forms:
        start = tree.text.find(form, at)
        if start < 0 or start > at + 20:
            found.append((-1 - len(found), -1))
            continue
        at = start + len(form)
        found.append((start, at))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--files", nargs="+", default=["ewt/dev", "gum/dev"])
    parser.add_argument("--weights", type=Path)
    o = parser.parse_args()
    if o.weights:
        with np.load(o.weights) as arrays:
            w = weights.unpack(dict(arrays))
    else:
        w = weights.load()
    net = Net(w)
    for name in o.files:
        trees = list(read(o.treebanks / f"{name}.conllu"))
        print(name, gold_tokens(net, w, trees), flush=True)
        print(name, own_tokens(net, w, trees), flush=True)


if __name__ == "__main__":
    main()
