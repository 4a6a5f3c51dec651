"""Train the parser's net on treebanks: `python -m train.parser --treebanks DIR --out model.npz` (needs jax).

A word is looked up in tables by its spelling; dilated convolutions over the sentence give each word its context;
from that one layer gives its tag, a biaffine score its head, one layer the relation. Each product in the net is of
whole numbers while it trains (weights of 8 bits, activations of 8 bits, rounded forward and let through backward),
so that what runs later with exact sums is what was trained.
"""

import argparse
import functools
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from dateline.enricher.syntax.features import AFFIXES, OOV_ROWS, WIDTH, WORD_WIDTH, normal, rows
from train.conllu import Tree, as_written, read
from train.newswire import Newswire

LENGTHS = [6, 12, 18, 24, 32, 44, 64, 110]  # a batch holds sentences up to one of these
FAR = 16  # beyond so many words all distances are one
UNIT = 16.0  # an activation of 1.0 is held as 16
WORD_UNIT = 64.0  # a value of 1.0 in a word table is held as 64
EPSILON = 1e-3
MAX_ADDED = 200  # units that a convolution adds to a vector at most: keeps the sums of squares exact

Params = dict[str, jax.Array]


def whole(x: jax.Array, low: float, high: float, unit: float = UNIT) -> jax.Array:
    """`x` as a whole number of units between two bounds; the gradient passes where it is within them."""
    x = jnp.clip(x, low / unit, high / unit)
    return x + jax.lax.stop_gradient(jnp.round(x * unit) / unit - x)


def small(w: jax.Array) -> jax.Array:
    """Weights as whole numbers of 8 bits, each column with its own unit."""
    unit = jax.lax.stop_gradient(jnp.maximum(jnp.abs(w).max(0), 1e-8) / 127)
    return w + jax.lax.stop_gradient(jnp.round(w / unit) * unit - w)


def linear(p: Params, name: str, x: jax.Array) -> jax.Array:
    return x @ small(p[name]) + p[name + ".b"]


def relu8(x: jax.Array) -> jax.Array:
    return whole(jax.nn.relu(x), 0, 255)


def drop(key: jax.Array, x: jax.Array, rate: float, shape: tuple[int, ...] | None = None) -> jax.Array:
    return x * jax.random.bernoulli(key, 1 - rate, shape or x.shape) / (1 - rate)


def initial(seed: int, words: int, tags: int, labels: int, o: argparse.Namespace) -> Params:
    r = np.random.RandomState(seed)

    def matrix(rows_: int, columns: int, gain: float = 1.0) -> jax.Array:
        return jnp.asarray(gain * r.randn(rows_, columns) * (2.0 / (rows_ + columns)) ** 0.5, jnp.float32)

    p: Params = {"table.word": jnp.asarray(r.randn(OOV_ROWS + words, WORD_WIDTH) * 0.1, jnp.float32)}
    for name, count, width in AFFIXES:
        p[f"table.{name}"] = jnp.asarray(r.randn(count, width) * 0.1, jnp.float32)
    shapes = {"word": (WIDTH, o.width), "dep": (o.width, o.arc), "head": (o.width, o.arc)}
    shapes |= {f"conv{i}": (3 * o.width, o.width) for i in range(len(o.dilations))}
    shapes |= {"query": (o.arc, o.arc), "far": (o.arc, 2 * FAR + 1), "ldep": (o.width, o.label)}
    shapes |= {"lhead": (o.width, o.label), "label": (o.label, labels), "tag": (o.width, tags)}
    for name, (a, b) in shapes.items():
        p[name] = matrix(a, b, 0.5 if name in ("query", "far") else 1.0)
        p[name + ".b"] = jnp.zeros(b)
    for i in range(len(o.dilations)):
        p[f"norm{i}"] = jnp.ones(o.width)
        p[f"norm{i}.b"] = jnp.zeros(o.width)
    return p | {"root": matrix(1, o.arc), "lroot": matrix(1, o.label)}


def context(
    p: Params, f: jax.Array, mask: jax.Array, rates: jax.Array, key: jax.Array, o: argparse.Namespace
) -> jax.Array:
    """The words of each sentence (rows of tables, batch x length x table) as vectors in their context."""
    keys = iter(jax.random.split(key, 32))
    m = mask[..., None].astype(jnp.float32)
    one = (*f.shape[:2], 1)
    unknown = jax.random.bernoulli(next(keys), rates[f[..., 0]])
    parts = [drop(next(keys), p["table.word"][jnp.where(unknown, f[..., -1], f[..., 0])], 0.1, one)]
    for i, (name, _, _) in enumerate(AFFIXES, 1):
        parts.append(drop(next(keys), p[f"table.{name}"][f[..., i]], 0.1, one))
    x = relu8(linear(p, "word", whole(jnp.concatenate(parts, -1), -127, 127, WORD_UNIT))) * m
    for i, d in enumerate(o.dilations):
        n = x.shape[1]
        padded = jnp.pad(x, ((0, 0), (d, d), (0, 0)))
        h = linear(p, f"conv{i}", jnp.concatenate([padded[:, :n], x, padded[:, 2 * d :]], -1))
        y = x + drop(next(keys), whole(jax.nn.relu(h), 0, MAX_ADDED), 0.2)
        y = y - y.mean(-1, keepdims=True)
        y = y * jax.lax.rsqrt((y**2).mean(-1, keepdims=True) + EPSILON)
        x = whole(y * p[f"norm{i}"] + p[f"norm{i}.b"], -127, 127) * m
    return drop(next(keys), x, 0.15)


def loss(p: Params, batch: tuple[jax.Array, ...], rates: jax.Array, key: jax.Array, o: argparse.Namespace) -> jax.Array:
    f, mask, heads, labels, tags = batch
    keys = jax.random.split(key, 4)
    x = context(p, f, mask, rates, keys[0], o)
    size, n, _ = x.shape
    dep = drop(keys[1], relu8(linear(p, "dep", x)), 0.25)
    head = jnp.concatenate([jnp.broadcast_to(p["root"], (size, 1, o.arc)), linear(p, "head", x)], 1)
    head = drop(keys[2], relu8(head), 0.25)
    query = whole(linear(p, "query", dep), -127, 127)
    score = jnp.einsum("bia,bja->bij", query, head)
    far = jnp.clip(jnp.arange(n + 1)[None, :] - (jnp.arange(n)[:, None] + 1), -FAR, FAR) + FAR
    far = jnp.broadcast_to(far[None], score.shape)
    score = score + jnp.take_along_axis(linear(p, "far", dep), far, -1)
    there = jnp.concatenate([jnp.ones((size, 1), bool), mask], 1)
    score = jnp.where(there[:, None, :] & ~jnp.eye(n, n + 1, 1, dtype=bool)[None], score, -1e9)
    lhead = jnp.concatenate([jnp.broadcast_to(p["lroot"], (size, 1, o.label)), linear(p, "lhead", x)], 1)
    chosen = jnp.take_along_axis(lhead, jnp.maximum(heads, 0)[..., None], 1)
    related = linear(p, "label", drop(keys[3], relu8(linear(p, "ldep", x) + chosen), 0.2))

    def entropy(z: jax.Array, y: jax.Array) -> jax.Array:
        known = (y >= 0) & mask
        right = jnp.take_along_axis(jax.nn.log_softmax(z, -1), jnp.maximum(y, 0)[..., None], -1)[..., 0]
        return -(right * known).sum() / 1000.0

    return entropy(score, heads) + entropy(related, labels) + entropy(linear(p, "tag", x), tags)


def make_step(rates: jax.Array, o: argparse.Namespace):
    @functools.partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(p, m, v, t, rate, key, batch):
        value, g = jax.value_and_grad(loss)(p, batch, rates, key, o)
        norm = jnp.sqrt(sum((x**2).sum() for x in jax.tree.leaves(g)))
        g = jax.tree.map(lambda x: x * jnp.minimum(1.0, 3.0 / norm), g)
        m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
        v = jax.tree.map(lambda a, b: 0.98 * a + 0.02 * b * b, v, g)
        p = jax.tree.map(lambda w, a, b: w - rate * (a / (1 - 0.9**t)) / (jnp.sqrt(b / (1 - 0.98**t)) + 1e-8), p, m, v)
        return p, m, v, value

    return step


class Encoder:
    """Trees as the rows and numbers the net learns from."""

    def __init__(self, trees: list[Tree], earlier: dict[str, np.ndarray] | None = None) -> None:
        self.counts = Counter(normal(form) for tree in trees for form in tree.forms)
        words = sorted(w for w, n in self.counts.items() if n > 1)
        self.tags = common(f"{u} {x}" for tree in trees for u, x in zip(tree.upos, tree.xpos, strict=True))
        self.labels = common(d for tree in trees for d in tree.deprels)
        if earlier:
            known, self.tags, self.labels = (
                earlier[name].tobytes().decode().split("\n") for name in ("vocabulary", "tags", "labels")
            )
            words = known + sorted({w for w, n in self.counts.items() if n > 2} - set(known))
        self.vocabulary = {w: i for i, w in enumerate(words)}
        self.tag_ids = {tag: i for i, tag in enumerate(self.tags)}
        self.label_ids = {label: i for i, label in enumerate(self.labels)}
        self.rows = functools.cache(lambda form: (*rows(form, self.vocabulary), rows(form, {})[0]))

    def rates(self) -> np.ndarray:
        """How often a word is taken for one never seen: the rarer the oftener."""
        seen = np.array([self.counts[w] for w in self.vocabulary], np.float32)
        return np.concatenate([np.zeros(OOV_ROWS, np.float32), 0.6 / (0.6 + seen)])

    def __call__(self, tree: Tree, chance: random.Random) -> tuple[np.ndarray, ...]:
        tree = as_written(tree, chance)
        return (
            np.array([self.rows(form) for form in tree.forms], np.int32),
            np.array(tree.heads, np.int32) + 1,
            np.array([self.label_ids.get(d, -1) for d in tree.deprels], np.int32),
            np.array([self.tag_ids.get(f"{u} {x}", -1) for u, x in zip(tree.upos, tree.xpos, strict=True)], np.int32),
        )


def common(values) -> list[str]:
    """The values met three times or more, the most frequent first."""
    return [v for v, n in sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])) if n > 2]


def batches(trees: list[Tree], encode: Encoder, chance: random.Random, words: int):
    """One epoch in random order; each batch is padded to one of LENGTHS."""
    by_length = defaultdict(list)
    for tree in trees:
        if len(tree.forms) <= LENGTHS[-1]:
            by_length[next(n for n in LENGTHS if len(tree.forms) <= n)].append(encode(tree, chance))
    found = []
    for n, items in by_length.items():
        chance.shuffle(items)
        size = max(4, words // n)
        for at in range(0, len(items), size):
            f = np.zeros((size, n, len(AFFIXES) + 2), np.int32)
            mask = np.zeros((size, n), bool)
            targets = [np.full((size, n), -1, np.int32) for _ in range(3)]
            for row, (features, *values) in enumerate(items[at : at + size]):
                f[row, : len(features)] = features
                mask[row, : len(features)] = True
                for target, value in zip(targets, values, strict=True):
                    target[row, : len(features)] = value
            found.append((f, mask, *targets))
    chance.shuffle(found)
    return found


def export(p: Params, encode: Encoder, o: argparse.Namespace) -> None:
    """Write the net as whole numbers of 8 bits and the units they count in."""
    arrays: dict[str, np.ndarray] = {}
    for name, value in p.items():
        w = np.asarray(value, np.float32)
        if name.startswith("table."):
            arrays[name] = np.rint(np.clip(w * WORD_UNIT, -127, 127)).astype(np.int8)
        elif name in ("root", "lroot", *[f"norm{i}" for i in range(len(o.dilations))]) or name.endswith(".b"):
            arrays[name] = w
        else:
            unit = np.maximum(np.abs(w).max(0), 1e-8) / 127
            arrays[name] = np.rint(w / unit).astype(np.int8)
            arrays[name + ".unit"] = unit.astype(np.float32)
    texts = {"vocabulary": list(encode.vocabulary), "tags": encode.tags, "labels": encode.labels}
    for name, values in texts.items():
        arrays[name] = np.frombuffer("\n".join(values).encode(), np.uint8)
    arrays["dilations"] = np.array(o.dilations, np.int32)
    with Path(o.out).open("wb") as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]


def imported(arrays: dict[str, np.ndarray], vocabulary: list[str]) -> Params:
    """The weights of a net that `export` wrote; words new to it begin as what it took them for."""
    found = {}
    for name, value in arrays.items():
        if name.startswith("table."):
            found[name] = value.astype(np.float32) / WORD_UNIT
        elif name + ".unit" in arrays:
            found[name] = value.astype(np.float32) * arrays[name + ".unit"]
        elif value.dtype == np.float32 and not name.endswith(".unit"):
            found[name] = value
    table = found["table.word"]
    new = [rows(word, {})[0] for word in vocabulary[len(table) - OOV_ROWS :]]
    found["table.word"] = np.concatenate([table, table[new]])
    return {name: jnp.asarray(value) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/, gum/: *.conllu")
    parser.add_argument("--files", nargs="+", default=["ewt/train", "gum/train"])
    parser.add_argument("--taught", nargs="*", type=Path, default=[], help="trees that `train.taught` wrote: *.conllu")
    parser.add_argument("--out", default="parser.npz")
    parser.add_argument("--start", type=Path, help="a model that an earlier training wrote, to go on from")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=1e9, help="the rate falls to nothing by then")
    parser.add_argument("--newswire", type=int, default=1600, help="made-up sentences an epoch")
    parser.add_argument("--words", type=int, default=1200, help="of a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--arc", type=int, default=96)
    parser.add_argument("--label", type=int, default=64)
    parser.add_argument("--dilations", type=int, nargs="+", default=[1, 1, 2, 4])
    parser.add_argument("--seed", type=int, default=0)
    o = parser.parse_args()

    trees = [tree for name in o.files for tree in read(o.treebanks / f"{name}.conllu")]
    trees += [tree for path in o.taught for tree in read(path)]
    newswire = Newswire(o.seed)
    earlier = dict(np.load(o.start)) if o.start else None
    encode = Encoder(trees + [newswire.sentence() for _ in range(o.newswire)], earlier)
    chance = random.Random(o.seed)
    fresh = initial(o.seed, len(encode.vocabulary), len(encode.tags), len(encode.labels), o)
    p = imported(earlier, list(encode.vocabulary)) if earlier else fresh
    print(len(trees), "sentences", sum(x.size for x in jax.tree.leaves(p)), "weights", flush=True)
    m, v = jax.tree.map(jnp.zeros_like, p), jax.tree.map(jnp.zeros_like, p)
    key, t, begin, total = jax.random.PRNGKey(o.seed), 0, time.monotonic(), 0
    step = make_step(jnp.asarray(encode.rates()), o)
    for epoch in range(o.epochs):
        made_up = [newswire.sentence() for _ in range(o.newswire)]
        found = batches(trees + made_up, encode, chance, o.words)
        total = total or o.epochs * len(found)
        values = []
        for batch in found:
            t += 1
            key, used = jax.random.split(key)
            done = min(1.0, max(t / total, (time.monotonic() - begin) / o.seconds))
            p, m, v, value = step(p, m, v, float(t), o.rate * min(1, t / 300) * max(0.01, 1 - done), used, batch)
            values.append(value)
            if done >= 1:
                break
        export(p, encode, o)
        print(f"epoch {epoch} loss {float(np.mean(values)):.3f} {time.monotonic() - begin:.0f} s", flush=True)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
