"""The net's sums are exact, so its output is the same bytes whatever adds them up."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dateline.enricher.syntax.net import Net
from dateline.enricher.syntax.weights import MAX_RELU, MAX_SIGNED, Layer, load

ROOT = Path(__file__).resolve().parents[3]
WEIGHTS = load()

DIGEST = """
import hashlib
from dateline.enricher.syntax.parser import NetParser
from dateline.enricher.syntax.spans import Spans
from train.newswire import Newswire

made = Newswire(7)
text = "\\n\\n".join(made.sentence().text for _ in range(150))
parser, digest = NetParser(), hashlib.sha256()
for sentence in parser.parse(text):
    for token in sentence:
        digest.update(repr(token).encode())
words = text.split()
vectors = parser._net._context(words[:900], Spans([90] * 10, 8))
for layer in (parser._weights.arcs, parser._weights.links, parser._weights.tag):
    digest.update(vectors.tobytes() + layer(vectors).tobytes())
print(digest.hexdigest())
"""


def largest(layer: Layer, bound: int) -> float:
    """The largest sum that inputs within a bound can come to, on the way too."""
    return float((np.abs(layer.whole[:, layer.unit != 0]) * bound).sum(0).max())


@pytest.mark.parametrize(
    ("layer", "bound"),
    [
        (WEIGHTS.word, MAX_SIGNED),
        (WEIGHTS.convolutions[0].layer, MAX_RELU),
        *[(convolution.layer, MAX_SIGNED) for convolution in WEIGHTS.convolutions[1:]],
        (WEIGHTS.arcs, MAX_SIGNED),
        (WEIGHTS.links, MAX_SIGNED),
        (WEIGHTS.tag, MAX_SIGNED),
        (WEIGHTS.scores, MAX_RELU),
        (WEIGHTS.related, MAX_RELU),
    ],
)
def test_no_sum_can_lose_a_digit(layer: Layer, bound: int) -> None:
    assert np.array_equal(layer.whole, np.rint(layer.whole))
    assert largest(layer, bound) < 2**24


def test_the_scores_of_heads_are_exact() -> None:
    assert WEIGHTS.arc * MAX_SIGNED * MAX_RELU < 2**24


def run(script: str, **environment: str) -> str:
    """What the script prints in a process of its own that knows of no threads but those that are said."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("OPENBLAS", "OMP", "MKL"))}
    env |= {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'services'}"} | environment
    done = subprocess.run([sys.executable, "-c", script], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_same_bytes_on_other_kernels_threads_and_hash_seeds() -> None:
    """Kernels of other processors (OpenBLAS picks them by name) add in other orders."""
    found = {
        run(DIGEST),
        run(DIGEST, OPENBLAS_CORETYPE="Prescott", OPENBLAS_NUM_THREADS="1", PYTHONHASHSEED="1"),
        run(DIGEST, OPENBLAS_CORETYPE="Haswell", OPENBLAS_NUM_THREADS="2", PYTHONHASHSEED="2"),
        run(DIGEST, OPENBLAS_CORETYPE="Nehalem", OPENBLAS_NUM_THREADS="2"),
    }
    assert len(found) == 1


THREADS = """
import os, sys
class Watch:
    def find_spec(self, name, *_):
        if name == "numpy":
            print(os.environ.get("OPENBLAS_NUM_THREADS"))
sys.meta_path.insert(0, Watch())
import dateline.enricher.coding
"""


def test_whatever_part_asks_for_numpy_first_gets_it_with_one_thread() -> None:
    assert run(THREADS) == "1"


def test_a_sentence_is_analysed_alike_alone_and_among_others() -> None:
    net = Net(WEIGHTS)
    sentences = [
        ["They", "met", "."],
        ["Norway", "has", "sent", "aid", "to", "the", "town", "."],
        ["Go", "!"],
        ["x"] * 150,
    ]
    together = net.analyse([form for forms in sentences for form in forms], [len(forms) for forms in sentences])
    at = 0
    for forms in sentences:
        alone = Net(WEIGHTS).analyse(forms, [len(forms)])
        part = slice(at, at + len(forms))
        assert (alone.heads, alone.labels, alone.tags) == (
            together.heads[part],
            together.labels[part],
            together.tags[part],
        )
        at += len(forms)


@pytest.mark.usefixtures("uncompiled")
def test_forgetting_forms_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.enricher.syntax.forms._KEPT", 10)
    net, forms = Net(WEIGHTS), [f"Name{i}" for i in range(40)]
    first = net.analyse(forms, [40])
    net.analyse([form + "s" for form in forms], [20, 20])
    assert net.analyse(forms, [40]) == first


def test_a_net_too_wide_to_be_exact_is_refused() -> None:
    wide = Layer(np.zeros((4, 200), np.float32), np.ones(200, np.float32), np.zeros(200, np.float32))
    with pytest.raises(ValueError, match="200 wide"):
        Net(replace(WEIGHTS, word=wide))


def test_what_was_analysed_before_does_not_show() -> None:
    net = Net(WEIGHTS)
    short, long = "Ministers met in Nairobi on Monday .".split(), "Kenya condemned Uganda .".split() * 60

    first = net.analyse(short, [len(short)])
    net.analyse(long, [4] * 60)

    assert net.analyse(short, [len(short)]) == first
    assert Net(WEIGHTS).analyse(short, [len(short)]) == first
