"""Learns what speaks for one deed between two marked words, and prints the weights and how well they tell pairs apart.

    python -m train.sameness        reads ../shared/gold/event_coref.jsonl; needs scikit-learn

What ships in the corroborator's data/sameness.txt was set by hand near these weights: those for coded mentions have few
examples here, and follow the five seeds' shared deeds.
"""

import json
import os
from itertools import combinations
from pathlib import Path

import numpy as np
from bench.board.event_coref import marked
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from dateline.corroborator.sameness import SIGNS, signs

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))


def main() -> None:
    found, one_deed, topics = [], [], []
    for line in (SHARED / "gold/event_coref.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tellings, _, rarity = marked(row)
        for (a, one), (b, other) in combinations(zip(tellings, row["clusters"], strict=True), 2):
            found.append(signs(a, b, rarity))
            one_deed.append(one == other)
            topics.append(row["id"])
    X, y = np.array(found), np.array(one_deed)
    said = np.zeros(len(y))
    for learn, test in GroupKFold(7).split(X, y, topics):
        said[test] = LogisticRegression(max_iter=3000).fit(X[learn], y[learn]).predict_proba(X[test])[:, 1]
    model = LogisticRegression(max_iter=3000).fit(X, y)
    print(f"constant {model.intercept_[0]:.2f}")
    for name, weight in zip(SIGNS, model.coef_[0], strict=True):
        print(f"{name} {weight:.2f}")
    print(f"area under the ROC curve, topics kept apart: {roc_auc_score(y, said):.3f}")


if __name__ == "__main__":
    main()
