"""Learns the weights of `dateline.enricher.actors.metonymy`: `python -m train.metonymy GOLD/metonymy.jsonl [--write]`.

Prints the accuracy cross-validated over ten parts of whole texts, parted three times. With --write, learns from all
rows and writes `data/metonymy.tsv`. Needs scikit-learn.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import diags
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dateline.enricher.actors.metonymy import features, kind_of, located, subject_matter
from dateline.enricher.document import read

OUT = Path(__file__).parents[1] / "services/dateline/enricher/actors/data/metonymy.tsv"
STRENGTH = 1.0  # of the fit (C of the regression), chosen by the same cross-validation
FOLDS = 10
ORDERS = 3  # times that the rows are shuffled and parted anew
LEAST = 40  # thousandths of a logit; a smaller weight is left out


def learned(seen: list[dict[str, int]], wanted: Any) -> dict[str, float]:
    """Logits by feature. A feature's column is weighed beforehand by how unevenly the two readings have it (Wang and
    Manning 2012, "Baselines and Bigrams"): with a thousand rows and ten thousand features it keeps chance ones down."""
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(seen)
    counts = [np.asarray(x[wanted == reading].sum(axis=0)).ravel() + 1 for reading in (1, 0)]
    uneven = np.sqrt(np.abs(np.log((counts[0] / counts[0].sum()) / (counts[1] / counts[1].sum()))))
    scaled = (x @ diags(uneven)).tocsr()
    scaled.indices, scaled.indptr = scaled.indices.astype(np.int32), scaled.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(scaled, wanted)
    names = vectorizer.get_feature_names_out()
    return {"bias": float(model.intercept_[0]), **dict(zip(names, (model.coef_[0] * uneven).tolist(), strict=True))}


def guessed_across(seen: list[dict[str, int]], wanted: Any, groups: Any) -> Any:
    """The readings of each part's rows by weights learned from the other parts; a text is in one part only."""
    guessed = np.zeros_like(wanted)
    for others, mine in GroupKFold(FOLDS).split(seen, wanted, groups):
        weights = learned([seen[at] for at in others], wanted[others])
        for at in mine:
            guessed[at] = weights["bias"] + sum(weights.get(feature, 0) for feature in seen[at]) > 0
    return guessed


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["reading"] in ("met", "lit")]
    seen = []
    for row in rows:
        found = located(read(row["text"]), tuple(row["span"]))
        kind = kind_of(row["text"][slice(*row["span"])])
        seen.append(dict.fromkeys([*features(*found, kind), *subject_matter(found[0])], 1) if found else {})
    wanted = np.array([int(row["reading"] == "met") for row in rows])
    texts = {row["text"]: number for number, row in enumerate(rows)}
    groups = np.array([texts[row["text"]] for row in rows])
    shares = []
    for order in range(ORDERS):
        guessed = guessed_across(seen, wanted, np.random.default_rng(order).permutation(len(rows))[groups])
        shares.append(float((guessed == wanted).mean()))
    told = " ".join(f"{share:.4f}" for share in shares)
    print(f"cross-validated in {FOLDS} parts, {ORDERS} times over: {told}, mean {sum(shares) / ORDERS:.4f}")
    if "--errors" in sys.argv:
        for row, a, b in zip(rows, guessed, wanted, strict=True):
            if a != b:
                s, e = row["span"]
                name = "[[" + row["text"][s:e] + "]]"
                print("met" if b else "lit", "|", row["text"][max(0, s - 80) : s] + name + row["text"][e : e + 70])
    if "--write" in sys.argv:
        weights = learned(seen, wanted)
        kept = sorted(
            (name, round(1000 * value))
            for name, value in weights.items()
            if name == "bias" or abs(1000 * value) >= LEAST
        )
        head = [
            "# Weights of the model that tells a place's name that stands for an actor (above 0) from the place.",
            "# Written by train/metonymy.py. Source: learned from 1,026 labelled sentences; no sentence is kept.",
            "# feature\tweight in thousandths of a logit",
        ]
        OUT.write_text("\n".join(head + [f"{name}\t{value}" for name, value in kept]) + "\n", encoding="utf-8")
        print(len(kept), "weights")


if __name__ == "__main__":
    main()
