"""The classifier of deeds: whole-number weights of features, learned by train/events.py, added up in a fixed order."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.enricher.memo import Memo

BUCKETS: Final = 1 << 16


@dataclass(frozen=True)
class Judgement:
    """The best label, by how much it leads the second, and how often such a lead was right."""

    label: str
    lead: int
    confidence: float


@dataclass(frozen=True)
class Head:
    """One question: its labels in the alphabet's order, and a row of weights a bucket."""

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    curve: tuple[tuple[int, float], ...]
    """From which lead on how large a share was right, least lead first."""

    def judge(self, names: Iterable[str]) -> Judgement:
        scores = self.scores(names)
        second, first = sorted(scores)[-2:]
        return Judgement(self.labels[scores.index(first)], first - second, self.confidence(first - second))

    def scores(self, names: Iterable[str]) -> list[int]:
        rows = self.weights.take([*map(BUCKET_OF.__getitem__, names)], axis=0)
        total: list[int] = rows.sum(axis=0, dtype=np.int32).tolist()
        return total

    def confidence(self, lead: int) -> float:
        share = self.curve[0][1]
        for least, right in self.curve:
            if lead < least:
                break
            share = right
        return share


def bucket(name: str) -> int:
    """The row of a feature; CRC-32 is the same everywhere."""
    return zlib.crc32(name.encode()) % BUCKETS


BUCKET_OF: Final = Memo(bucket, most=1 << 16)


@cache
def head(name: str) -> Head:
    """`pair`: the type of what one party does to another; `plain`: the type of a sentence's main deed; `penta`: its
    class, 0 for a statement."""
    data = resources.files(__package__).joinpath("data")
    about = json.loads(data.joinpath("weights.json").read_text(encoding="utf-8"))[name]
    with np.load(BytesIO(data.joinpath("weights.npz").read_bytes())) as arrays:
        packed = arrays[name]
        rows = arrays[name + "_rows"]
    weights = np.zeros((BUCKETS, len(about["labels"])), dtype=np.int8)
    weights[rows] = packed
    return Head(tuple(about["labels"]), weights, tuple((int(lead), float(right)) for lead, right in about["curve"]))
