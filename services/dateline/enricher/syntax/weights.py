"""The trained net as it is shipped: whole numbers of 8 bits and the units they count in."""

from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from dateline.enricher.syntax.features import AFFIXES

Floats = npt.NDArray[np.float32]

UNIT = 16  # an activation of 1.0 is held as 16
WORD_UNIT = 64  # a value of 1.0 in a word table is held as 64
MAX_RELU = 255
MAX_SIGNED = 127

SHIPPED = "english.npz"


@dataclass(frozen=True, slots=True)
class Layer:
    """`x @ whole * unit + bias`: the product is exact in any order, for each sum is below 2**24."""

    whole: Floats  # whole numbers of -127..127, held as floats for the sake of a fast product
    unit: Floats
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        return self.scaled(x @ self.whole)

    def scaled(self, product: Floats) -> Floats:
        """What the product with `whole` comes to; in place."""
        product *= self.unit
        product += self.bias
        return product


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the net needs; what the layers give is counted in UNIT unless said."""

    vocabulary: dict[str, int]
    tags: list[tuple[str, str]]  # upos, xpos
    labels: list[str]
    tables: list[npt.NDArray[np.int8]]  # the word table, then one for each of AFFIXES
    word: Layer
    convolutions: list[tuple[int, Layer]]  # dilation, layer
    norms: list[tuple[Floats, Floats]]  # gain and bias after each convolution
    tokens: Layer  # side by side: arc dependent, arc head, label dependent, label head, tag
    arc: int
    label: int
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

    def layer(*names: str, held: int = UNIT) -> Layer:
        """Layers side by side, for inputs that count in `held`, their outputs in UNIT."""
        whole = np.concatenate([floats(name) for name in names], 1)
        unit = np.concatenate([floats(f"{name}.unit") for name in names]) * np.float32(UNIT / held)
        bias = np.concatenate([floats(f"{name}.b") for name in names]) * np.float32(UNIT)
        return Layer(np.ascontiguousarray(whole), unit, bias)

    def strings(name: str) -> list[str]:
        return arrays[name].tobytes().decode("utf-8").split("\n")

    dilations = [int(d) for d in np.asarray(arrays["dilations"], np.int64)]
    unit = np.float32(UNIT)
    scores = layer("query", "far")
    arc = floats("query").shape[0]
    scores.unit[arc:] *= unit
    scores.bias[arc:] *= unit
    scores.bias[arc + (scores.bias.size - arc) // 2] = -1e9  # at distance 0: no word is its own head
    return Weights(
        vocabulary={word: row for row, word in enumerate(strings("vocabulary"))},
        tags=[(upos, xpos) for upos, xpos in (tag.split(" ") for tag in strings("tags"))],
        labels=strings("labels"),
        tables=[np.asarray(arrays[f"table.{name}"], np.int8) for name in ("word", *(name for name, _, _ in AFFIXES))],
        word=layer("word", held=WORD_UNIT),
        convolutions=[(d, layer(f"conv{i}")) for i, d in enumerate(dilations)],
        norms=[(floats(f"norm{i}") * unit, floats(f"norm{i}.b") * unit) for i in range(len(dilations))],
        tokens=layer("dep", "head", "ldep", "lhead", "tag"),
        arc=arc,
        label=floats("ldep").shape[1],
        scores=scores,
        related=layer("label"),
        root=np.clip(np.rint(floats("root") * unit), 0, MAX_RELU),
        root_label=floats("lroot") * unit,
    )
