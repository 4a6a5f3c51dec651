"""The trained net as it is shipped: whole numbers of 8 bits and the units they count in."""

from dataclasses import dataclass
from importlib import resources
from sys import intern
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.enricher.syntax.features import AFFIXES

Floats = npt.NDArray[np.float32]

UNIT: Final = 16  # an activation of 1.0 is held as 16
WORD_UNIT: Final = 64  # a value of 1.0 in a word table is held as 64
MAX_RELU: Final = 255
MAX_SIGNED: Final = 127
STEP: Final = 8  # rows that are worked through in one stride; a row alone is too short for numpy's loops

SHIPPED: Final = "english.npz"


class Layer:
    """`x @ whole * unit + bias`: the product is exact in any order, for each sum is below 2**24."""

    __slots__ = ("_biases", "_units", "bias", "unit", "whole")

    def __init__(self, whole: Floats, unit: Floats, bias: Floats) -> None:
        self.whole = whole  # whole numbers of -127..127, held as floats for the sake of a fast product
        self.unit = unit
        self.bias = bias
        self._units = np.tile(unit, STEP)
        self._biases = np.tile(bias, STEP)

    def __call__(self, x: Floats) -> Floats:
        """For a multiple of STEP rows."""
        return self.scaled(x @ self.whole)

    def scaled(self, product: Floats) -> Floats:
        """What the product with `whole` comes to; in place, for a multiple of STEP rows."""
        strides = product.reshape(-1, self._units.size)
        strides *= self._units
        strides += self._biases
        return product


@dataclass(frozen=True, slots=True)
class Convolution:
    """A word's neighbours so far before and after it, and itself, added to it; the sum made mean 0 and variance 1."""

    dilation: int
    layer: Layer  # one below another: of the word before, of the word itself, of the word after
    parts: list[Floats]  # the same weights apart
    gain: Floats  # of STEP rows one after another, as is the bias
    bias: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the net needs; what the layers give is counted in UNIT unless said."""

    vocabulary: dict[str, int]
    tags: list[tuple[str, str]]  # upos, xpos
    labels: list[str]
    tables: list[npt.NDArray[np.int8]]  # the word table, then one for each of AFFIXES
    word: Layer
    convolutions: list[Convolution]
    arcs: Layer  # side by side: a word as a dependent and as a head
    arc: int
    links: Layer  # the same for the label
    link: int
    tag: Layer
    scores: Layer  # side by side: the query for a head, the score of each distance (in UNIT**2)
    related: Layer
    root: Floats  # the root as an arc head
    root_label: Floats  # the root as a label head


def load() -> Weights:
    """The weights in this package."""
    with (resources.files(__package__) / "weights" / SHIPPED).open("rb") as file, np.load(file) as arrays:
        return unpack(dict(arrays))


def unpack(arrays: dict[str, npt.NDArray[np.generic]]) -> Weights:
    """The weights as the training script writes them."""

    def floats(name: str) -> Floats:
        return np.ascontiguousarray(arrays[name], np.float32)

    def parts(*names: str, held: int = UNIT) -> tuple[Floats, Floats, Floats]:
        """Layers side by side, for inputs that count in `held`, their outputs in UNIT."""
        whole = np.concatenate([floats(name) for name in names], 1)
        unit = np.concatenate([floats(f"{name}.unit") for name in names]) * np.float32(UNIT / held)
        bias = np.concatenate([floats(f"{name}.b") for name in names]) * np.float32(UNIT)
        return np.ascontiguousarray(whole), unit, bias

    def layer(*names: str, held: int = UNIT) -> Layer:
        return Layer(*parts(*names, held=held))

    def convolution(at: int, dilation: int) -> Convolution:
        layer_ = layer(f"conv{at}")
        gain, bias = (np.tile(floats(name) * np.float32(UNIT), STEP) for name in (f"norm{at}", f"norm{at}.b"))
        return Convolution(dilation, layer_, np.split(layer_.whole, 3), gain, bias)

    def scores() -> Layer:
        """Distances are scored in UNIT**2, as the products of a query and a head are."""
        whole, scale, bias = parts("query", "far")
        far = slice(floats("query").shape[1], None)
        scale[far] *= unit
        bias[far] *= unit
        bias[far][bias[far].size // 2] = -1e9  # at distance 0: no word is its own head
        return Layer(whole, scale, bias)

    def strings(name: str) -> list[str]:
        """Interned, so that comparing a tag with one named in code is a look at their addresses."""
        return [intern(text) for text in arrays[name].tobytes().decode("utf-8").split("\n")]

    unit = np.float32(UNIT)
    dilations = [int(d) for d in np.asarray(arrays["dilations"], np.int64)]
    return Weights(
        vocabulary={word: row for row, word in enumerate(strings("vocabulary"))},
        tags=[(intern(upos), intern(xpos)) for upos, xpos in (tag.split(" ") for tag in strings("tags"))],
        labels=strings("labels"),
        tables=[np.asarray(arrays[f"table.{name}"], np.int8) for name in ("word", *(name for name, _, _ in AFFIXES))],
        word=layer("word", held=WORD_UNIT),
        convolutions=[convolution(i, d) for i, d in enumerate(dilations)],
        arcs=layer("dep", "head"),
        arc=floats("dep").shape[1],
        links=layer("ldep", "lhead"),
        link=floats("ldep").shape[1],
        tag=layer("tag"),
        scores=scores(),
        related=layer("label"),
        root=np.clip(np.rint(floats("root") * unit), 0, MAX_RELU),
        root_label=floats("lroot") * unit,
    )
