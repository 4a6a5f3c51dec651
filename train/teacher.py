"""Train a parser that is too slow to ship but teaches the one that is: `python -m train.teacher --model FOLDER
--treebanks DIR --out teacher.npz` (needs jax, safetensors and tokenizers).

A pretrained transformer reads the sentence (`train/transformer.py`); biaffine scores of heads and relations (Dozat and
Manning 2017) and one layer for the tags stand on the first and the last piece of each word.
"""

import argparse
import functools
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from dateline.enricher.syntax.decode import best_tree
from train.conllu import Tree, as_written, read
from train.newswire import Newswire
from train.parser import common
from train.transformer import SHAPES, WIDTH, Encoded, Params, Pieces, context, drop, pretrained

ARC, LABEL = 384, 128
SIZES = {10: 18, 16: 27, 24: 38, 34: 52, 50: 76, 80: 120, 160: 250}
"""Words and pieces up to which the sentences of a batch have."""
FASTER = 10.0  # the layers that are not pretrained learn so much faster

Batch = tuple[np.ndarray, ...]


def initial(seed: int, tags: int, labels: int) -> Params:
    r = np.random.RandomState(seed)

    def matrix(rows: int, columns: int, gain: float = 1.0) -> jax.Array:
        return jnp.asarray(gain * r.randn(rows, columns) / rows**0.5, jnp.float32)

    p: Params = {"h.shape": jnp.zeros((SHAPES, WIDTH)), "h.root": matrix(1, 2 * WIDTH)}
    for name, width in (("dep", ARC), ("head", ARC), ("ldep", LABEL), ("lhead", LABEL), ("tag", tags)):
        p[f"h.{name}"], p[f"h.{name}.b"] = matrix(2 * WIDTH, width), jnp.zeros(width)
    p["h.arcU"] = matrix(ARC + 1, ARC, 0.5)
    p["h.labU"] = jnp.asarray(r.randn(LABEL + 1, labels, LABEL + 1) * 0.02, jnp.float32)
    return p


def with_one(x: jax.Array) -> jax.Array:
    return jnp.concatenate([x, jnp.ones((*x.shape[:-1], 1))], -1)


def scores(p: Params, vectors: jax.Array, batch: tuple[jax.Array, ...], key: jax.Array | None):
    """Scores of each word's heads, the root first, what its relation is found from, and scores of its tags."""
    pieces, shapes, there, firsts, lasts, words = batch
    keys = iter(jax.random.split(key, 40)) if key is not None else None
    x = context(p, vectors[pieces] + p["h.shape"][shapes], there, keys)
    ends = [jnp.take_along_axis(x, at[..., None], 1) for at in (firsts, lasts)]
    x = jnp.concatenate(ends, -1)
    size, n, _ = x.shape
    x = drop(keys, x, 0.3, (size, 1, 2 * WIDTH))
    over = jnp.concatenate([jnp.broadcast_to(p["h.root"], (size, 1, 2 * WIDTH)), x], 1)

    def layer(name: str, x: jax.Array, width: int) -> jax.Array:
        return drop(keys, jax.nn.gelu(x @ p[f"h.{name}"] + p[f"h.{name}.b"]), 0.3, (size, 1, width))

    dep, head = layer("dep", x, ARC), layer("head", over, ARC)
    arcs = jnp.einsum("bia,bja->bij", with_one(dep) @ p["h.arcU"], head) * 4 / ARC**0.5
    allowed = jnp.concatenate([jnp.ones((size, 1), bool), words], 1)[:, None, :] & ~jnp.eye(n, n + 1, 1, dtype=bool)
    tags = x @ p["h.tag"] + p["h.tag.b"]
    return jnp.where(allowed, arcs, -1e9), layer("ldep", x, LABEL), layer("lhead", over, LABEL), tags


def relations(p: Params, below: jax.Array, above: jax.Array, heads: jax.Array) -> jax.Array:
    """Scores of each word's relation to the head that it has (0 the root, -1 unknown)."""
    chosen = jnp.take_along_axis(above, jnp.maximum(heads, 0)[..., None], 1)
    return jnp.einsum("bnlj,bnj->bnl", jnp.einsum("bni,ilj->bnlj", with_one(below), p["h.labU"]), with_one(chosen))


def loss(p: Params, vectors: jax.Array, batch: tuple[jax.Array, ...], gold: tuple[jax.Array, ...], key: jax.Array):
    heads, labels, tags = gold
    arcs, below, above, tagged = scores(p, vectors, batch, key)

    def entropy(z: jax.Array, y: jax.Array) -> jax.Array:
        known = (y >= 0) & batch[-1]
        right = jnp.take_along_axis(jax.nn.log_softmax(z, -1), jnp.maximum(y, 0)[..., None], -1)[..., 0]
        return -(right * known).sum() / 600.0

    return entropy(arcs, heads) + entropy(relations(p, below, above, heads), labels) + entropy(tagged, tags)


@functools.partial(jax.jit, donate_argnums=(0, 1, 2))
def step(p, m, v, t, rate, key, vectors, batch, gold):
    """One step of Adam, with weights that decay."""
    value, g = jax.value_and_grad(loss)(p, vectors, batch, gold, key)
    norm = jnp.sqrt(sum((x**2).sum() for x in jax.tree.leaves(g)))
    g = jax.tree.map(lambda x: x * jnp.minimum(1.0, 3.0 / norm), g)
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, v, g)

    def moved(path, w, a, b):
        own = rate * (FASTER if path[0].key.startswith("h.") else 1.0)
        return w - own * (a / (1 - 0.9**t)) / (jnp.sqrt(b / (1 - 0.99**t)) + 1e-8) - rate * 0.01 * w * (w.ndim > 1)

    return jax.tree_util.tree_map_with_path(moved, p, m, v), m, v, value


@jax.jit
def chances(p, vectors, batch):
    """Of each word's heads and tags, and what `relations` asks for."""
    arcs, below, above, tags = scores(p, vectors, batch, None)
    return jax.nn.log_softmax(arcs, -1), below, above, jax.nn.softmax(tags, -1)


@jax.jit
def chances_of_relations(p, below, above, heads):
    return jax.nn.softmax(relations(p, below, above, heads), -1)


def batched(sentences: Sequence[Encoded], words: int) -> Iterator[tuple[list[int], Batch]]:
    """Sentences of like length together, at most so many words: their numbers and what they are, padded. One longer
    than all SIZES is left out."""
    by_size = defaultdict[int, list[int]](list)
    for number, (pieces, _, firsts, _) in enumerate(sentences):
        size = next((n for n, most in SIZES.items() if len(firsts) <= n and len(pieces) <= most), None)
        if size is not None:
            by_size[size].append(number)
    for n, numbers in by_size.items():
        rows = max(2, words // n)
        for at in range(0, len(numbers), rows):
            part = numbers[at : at + rows]
            yield part, padded([sentences[number] for number in part], n, rows)


def padded(sentences: Sequence[Encoded], n: int, rows: int) -> Batch:
    pieces, shapes = np.zeros((2, rows, SIZES[n]), np.int32)
    firsts, lasts = np.zeros((2, rows, n), np.int32)
    there, words = np.zeros((rows, SIZES[n]), bool), np.zeros((rows, n), bool)
    for row, (its_pieces, its_shapes, its_firsts, its_lasts) in enumerate(sentences):
        pieces[row, : len(its_pieces)], shapes[row, : len(its_pieces)] = its_pieces, its_shapes
        firsts[row, : len(its_firsts)], lasts[row, : len(its_firsts)] = its_firsts, its_lasts
        there[row, : len(its_pieces)] = words[row, : len(its_firsts)] = True
    return pieces, shapes, there, firsts, lasts, words


class Teacher:
    """The trained net: parses sentences that are cut into words."""

    def __init__(self, folder: Path, p: Params, tags: list[str], labels: list[str]) -> None:
        self.tags, self.labels = tags, labels
        self._vectors, _ = pretrained(folder)
        self._pieces = Pieces(folder)
        self._p = p

    @classmethod
    def read(cls, folder: Path, weights: Path) -> "Teacher":
        with np.load(weights) as stored:
            p = {name: jnp.asarray(stored[name]) for name in stored.files if name not in ("tags", "labels")}
            return cls(folder, p, str(stored["tags"]).split("\n"), str(stored["labels"]).split("\n"))

    def parse(self, sentences: Sequence[Sequence[str]]) -> dict[int, tuple[np.ndarray, ...]]:
        """By the sentence's number its words' heads (-1 the root) and how sure each is, relations and tags as numbers
        with how sure each is; without the sentences that are too long."""
        found: dict[int, tuple[np.ndarray, ...]] = {}
        root = self.labels.index("root")
        for numbers, batch in batched([self._pieces(forms) for forms in sentences], 1500):
            arcs, below, above, tags = map(np.asarray, chances(self._p, self._vectors, batch))
            heads = np.zeros(batch[-1].shape, np.int32)
            for row, number in enumerate(numbers):
                n = len(sentences[number])
                heads[row, :n] = best_tree(arcs[row, :n, : n + 1].astype(np.float32))
            related = np.array(chances_of_relations(self._p, below, above, heads))
            related[:, :, root] = heads == 0
            for row, number in enumerate(numbers):
                n = len(sentences[number])
                head, labels, its_tags = heads[row, :n], related[row, :n], tags[row, :n]
                sure = np.exp(arcs[row, np.arange(n), head])
                found[number] = (
                    head - 1, sure, labels.argmax(1), labels.max(1), its_tags.argmax(1), its_tags.max(1)
                )  # fmt: skip
        return found

    def score(self, trees: Sequence[Tree]) -> str:
        """Percent of words with the right head, and the right head and relation."""
        found = self.parse([tree.forms for tree in trees])
        total = sum(len(tree.forms) for tree in trees)
        uas = las = 0
        for number, (heads, _, labels, *_) in found.items():
            tree = trees[number]
            right = heads == np.array(tree.heads)
            uas += right.sum()
            las += sum(self.labels[k] == d for k, d, r in zip(labels, tree.deprels, right, strict=True) if r)
        return f"UAS LAS {100 * uas / total:.2f} {100 * las / total:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the pretrained transformer")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/, gum/, pud/: *.conllu")
    parser.add_argument("--files", nargs="+", default=["ewt/train", "gum/train", "gum/dev"])
    parser.add_argument("--out", type=Path, default=Path("teacher.npz"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=1e9, help="the rate falls to nothing by then")
    parser.add_argument("--newswire", type=int, default=1200, help="made-up sentences an epoch")
    parser.add_argument("--words", type=int, default=600, help="of a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=0)
    o = parser.parse_args()

    trees = [tree for name in o.files for tree in read(o.treebanks / f"{name}.conllu")]
    newswire = Newswire(o.seed)
    sample = trees + [newswire.sentence() for _ in range(o.newswire)]
    tags = common(f"{u} {x}" for tree in sample for u, x in zip(tree.upos, tree.xpos, strict=True))
    labels = common(d for tree in sample for d in tree.deprels)
    tag_ids, label_ids = ({name: i for i, name in enumerate(names)} for names in (tags, labels))
    vectors, p = pretrained(o.model)
    pieces = Pieces(o.model)
    p |= initial(o.seed, len(tags), len(labels))
    m, v = jax.tree.map(jnp.zeros_like, p), jax.tree.map(jnp.zeros_like, p)
    chance, key, t, total, begin = random.Random(o.seed), jax.random.PRNGKey(o.seed), 0, 0, time.monotonic()
    for epoch in range(o.epochs):
        told = [as_written(tree, chance) for tree in trees + [newswire.sentence() for _ in range(o.newswire)]]
        chance.shuffle(told)
        found = list(batched([pieces(tree.forms) for tree in told], o.words))
        chance.shuffle(found)
        total = total or o.epochs * len(found)
        values = []
        for numbers, batch in found:
            gold = np.full((3, *batch[-1].shape), -1, np.int32)
            for row, number in enumerate(numbers):
                tree, n = told[number], len(told[number].forms)
                gold[0, row, :n] = np.array(tree.heads) + 1
                gold[1, row, :n] = [label_ids.get(d, -1) for d in tree.deprels]
                gold[2, row, :n] = [tag_ids.get(f"{u} {x}", -1) for u, x in zip(tree.upos, tree.xpos, strict=True)]
            t += 1
            key, used = jax.random.split(key)
            done = min(1.0, max(t / total, (time.monotonic() - begin) / o.seconds))
            rate = o.rate * min(1, t / 200) * max(0.01, 1 - done)
            p, m, v, value = step(p, m, v, float(t), rate, used, vectors, batch, tuple(gold))
            values.append(value)
            if done >= 1:
                break
        kept = {name: np.asarray(value) for name, value in p.items()}
        kept |= {"tags": np.array("\n".join(tags)), "labels": np.array("\n".join(labels))}
        np.savez(o.out, **kept)  # type: ignore[arg-type]
        print(f"epoch {epoch} loss {float(np.mean(values)):.3f} {time.monotonic() - begin:.0f} s", flush=True)
        if done >= 1:
            break
    teacher = Teacher(o.model, p, tags, labels)
    for name in ("ewt/dev", "pud/test", "gum/test", "ewt/test"):
        print(name, teacher.score(list(read(o.treebanks / f"{name}.conllu"))), flush=True)


if __name__ == "__main__":
    main()
