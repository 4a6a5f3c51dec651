"""Learns the weights of `dateline.enricher.actors.metonymy`: `python -m train.metonymy GOLD/metonymy.jsonl [--write]`.

Prints the accuracy cross-validated over ten folds of whole texts. With --write, learns from all rows and writes
`data/metonymy.tsv`. Needs scikit-learn.
"""

import json
import sys
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-not-found]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]
from sklearn.model_selection import GroupKFold, cross_val_predict  # type: ignore[import-not-found]

from dateline.enricher.actors.metonymy import features, kind_of, located, subject_matter
from dateline.enricher.document import read

OUT = Path(__file__).parents[1] / "services/dateline/enricher/actors/data/metonymy.tsv"
STRENGTH = 0.5  # of the fit (C of the regression), chosen by the same cross-validation
LEAST = 40  # thousandths of a logit; a smaller weight is left out


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["reading"] in ("met", "lit")]
    seen = []
    for row in rows:
        found = located(read(row["text"]), tuple(row["span"]))
        kind = kind_of(row["text"][slice(*row["span"])])
        seen.append(dict.fromkeys([*features(*found, kind), *subject_matter(found[0])], 1) if found else {})
    wanted = [int(row["reading"] == "met") for row in rows]
    texts = {row["text"]: number for number, row in enumerate(rows)}
    groups = [texts[row["text"]] for row in rows]
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(seen)
    for strength in (0.1, STRENGTH, 0.6):
        model = LogisticRegression(C=strength, max_iter=2000)
        guessed = cross_val_predict(model, x, wanted, cv=GroupKFold(10), groups=groups)
        print(f"C={strength}: {sum(a == b for a, b in zip(guessed, wanted, strict=True)) / len(rows):.4f}")
        if strength == STRENGTH and "--errors" in sys.argv:
            for row, a, b in zip(rows, guessed, wanted, strict=True):
                if a != b:
                    s, e = row["span"]
                    print(
                        "met" if b else "lit",
                        "|",
                        row["text"][max(0, s - 80) : s] + "[[" + row["text"][s:e] + "]]" + row["text"][e : e + 70],
                    )
    if "--write" in sys.argv:
        model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x, wanted)
        weights = {
            "bias": model.intercept_[0],
            **dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)),
        }
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
