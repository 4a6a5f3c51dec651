"""Learns what speaks for one deed between two mentions of one story, and prints the weights and how far they can be
trusted.

    python -m train.sameness        reads ../shared/gold/event_coref.jsonl; needs numpy, scipy and scikit-learn

The weights are a logistic regression's. Those of BOUNDS may only speak as their names say: actors, days and places
that the coder gave stand on both sides of few pairs here, and are often wrong there. The corroborator's
data/sameness.txt is what is printed; meetings and sayings are compared by rules (occasions.py, speech.py).
"""

import json
import os
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from bench.board.event_coref import marked, predict
from bench.corroboration import judged, loaded
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.corroborator.deeds import sameness
from dateline.corroborator.deeds.sameness import SIGNS, log_odds_of, of_a_kind, signs

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))
BOUNDS = {
    "who": (0.3, None), "who_not": (None, -0.5), "whom": (0.3, None), "whom_not": (None, -0.5),
    "day": (0.3, None), "day_not": (None, -1.5), "place": (0.3, None), "place_not": (None, -0.5),
    "one_code": (0.0, None), "one_code_near": (0.0, None), "one_code_who": (0.0, None), "one_code_alone": (0.0, None),
}  # fmt: skip
FOLDS = 7


def main() -> None:
    found, one_deed, topics = [], [], []
    lines = (SHARED / "gold/event_coref.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    for row in cases:
        tellings, story_of, rarity = marked(row)
        for (a, one), (b, other) in combinations(zip(tellings, row["clusters"], strict=True), 2):
            if story_of[a.held.article] == story_of[b.held.article] and not of_a_kind(a, b):
                found.append((1.0, *signs(a, b, rarity)))
                one_deed.append(one == other)
                topics.append(row["id"])
    X, y = np.array(found), np.array(one_deed)
    said, grouped = np.zeros(len(y)), []
    for learn, test in GroupKFold(FOLDS).split(X, y, topics):
        weights = fitted(X[learn], y[learn])
        said[test] = likely(X[test], weights)
        grouped += grouped_by(weights, {topics[number] for number in test}, cases)
    for name, weight in zip(("constant", *SIGNS), fitted(X, y), strict=True):
        print(f"{name} {weight:.2f}")
    scores = judged(list(zip(said.tolist(), y.tolist(), strict=True)))
    print(f"{len(y)} pairs, {y.sum()} one deed; topics kept apart: area {roc_auc_score(y, said):.3f}, {scores}")
    print("deeds, topics kept apart:", loaded(SHARED / "gold/score.py").event_coref(cases, grouped))
    for low in np.arange(0, 1, 0.1):
        inside = (said >= low) & (said < low + 0.1)
        print(
            f"| {low:.1f} to {low + 0.1:.1f} | {inside.sum():,} | {said[inside].mean():.2f} | {y[inside].mean():.2f} |"
        )


def grouped_by(weights: np.ndarray, topics: set[str], cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The deeds of the marked words of these topics, by weights that were learned from others."""
    constant, *each = weights.tolist()
    with patch.object(sameness, "log_odds", lambda: log_odds_of(constant, tuple(each))):
        return predict([row for row in cases if row["id"] in topics])


def likely(X: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-X @ weights))


def fitted(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The weights, within their bounds, under which the pairs are likeliest; large weights cost a little."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        said = X @ weights
        cost = np.logaddexp(0, said).sum() - said[y].sum() + 0.5 * (weights[1:] ** 2).sum()
        slope = X.T @ (1 / (1 + np.exp(-said)) - y)
        slope[1:] += weights[1:]
        return cost, slope

    bounds = [(None, None), *(BOUNDS.get(name, (None, None)) for name in SIGNS)]
    start = np.array([low or high or 0.0 for low, high in bounds])
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x


if __name__ == "__main__":
    main()
