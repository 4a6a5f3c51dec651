"""Learns the weights of the classifier of deeds: `python -m train.events --gold ../shared/gold [--cross-validate]`.

Needs scikit-learn, which the package does not. Reads event_type.jsonl and penta.jsonl; writes weights.npz and
weights.json beside the lexicon. Prints cross-validated figures over folds that keep near copies of a sentence together.
"""

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold

from dateline.enricher.events.classifier import BUCKETS, Head, bucket
from dateline.enricher.events.features import merged
from dateline.enricher.events.judging import features_of, reading_between
from dateline.enricher.events.weighing import SURE

DATA = Path("services/dateline/enricher/events/data")
DOCUMENT = Path("docs/calibration-events.md")
STRENGTH = 1.0
"""Inverse of the regularisation, the best of .1, .3, 1 in cross-validation (accuracy .868, .872, .877)."""
NEAR_COPY = 0.55
"""Share of the shorter sentence's longer words that the other has too."""
BINS = 10
HEADING = """# Confidence of event types

Written by `python -m train.events --gold ../shared/gold` (train/events.py), cross-validated in five folds that keep
near copies of a sentence together. The confidence is the share that was right among sentences whose best label led the
second by as much. `pair` is asked for what one party does to another, `plain` for a sentence's main deed, `penta` for
its class.
"""
PENTA = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--cross-validate", action="store_true", help="print figures and write nothing")
    arguments = parser.parse_args()
    typed, classed = read(arguments.gold / "event_type.jsonl"), read(arguments.gold / "penta.jsonl")
    questions = {
        "pair": ([features_of(r["text"], r["source"], r["target"]) for r in typed], [r["type"] for r in typed], typed),
        "plain": ([features_of(r["text"]) for r in typed], [r["type"] for r in typed], typed),
        "penta": ([features_of(r["text"]) for r in classed], [str(r["penta"]) for r in classed], classed),
    }
    arrays: dict[str, np.ndarray] = {}
    about: dict[str, Any] = {}
    pages = [*HEADING.splitlines(), ""]
    for name, (found, labels, rows) in questions.items():
        leads, guesses, figures = cross_validate(name, found, labels, groups([row["text"] for row in rows]))
        right = guesses == np.array(labels)
        trained = fit(matrix(found), np.array(labels))
        used = np.flatnonzero(trained.weights.any(axis=1))
        arrays[name], arrays[name + "_rows"] = trained.weights[used], used.astype(np.int32)
        pages += [figures, "", *table(leads, right), ""]
        about[name] = {"labels": list(trained.labels), "curve": curve(leads, right)}
        if name == "pair":
            about["shares"] = shares(
                rows, labels, guesses, leads, Head((), trained.weights, tuple(curve(leads, right)))
            )
    if not arguments.cross_validate:
        np.savez_compressed(DATA / "weights.npz", **arrays)  # type: ignore[arg-type]
        DOCUMENT.write_text("\n".join(pages).rstrip() + "\n", encoding="utf-8")
        (DATA / "weights.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def table(leads: np.ndarray, right: np.ndarray) -> list[str]:
    """The reliability of confidences whose curve was fitted on the other half of the sentences."""
    said = np.zeros(len(leads))
    halves = np.arange(len(leads)) % 2 == 0
    for learn, test in ((halves, ~halves), (~halves, halves)):
        held = Head((), np.zeros((1, 1), np.int8), tuple(curve(leads[learn], right[learn])))
        said[test] = [held.confidence(lead) for lead in leads[test]]
    lines = ["| confidence | sentences | mean confidence | right |", "| --- | --- | --- | --- |"]
    at = np.minimum((said * BINS).astype(int), BINS - 1)
    for b in sorted(set(at)):
        inside = at == b
        span = f"{b / BINS:.1f}-{(b + 1) / BINS:.1f}"
        lines.append(f"| {span} | {inside.sum()} | {said[inside].mean():.3f} | {right[inside].mean():.3f} |")
    return lines


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def matrix(found: Sequence[set[str]]) -> csr_matrix:
    rows = [row for row, names in enumerate(found) for _ in names]
    columns = [bucket(name) for names in found for name in sorted(names)]
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(found), BUCKETS))


def fit(given: csr_matrix, labels: np.ndarray) -> Head:
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(given, labels)
    weights = np.rint(model.coef_.T * (127 / np.abs(model.coef_).max())).astype(np.int8)
    return Head(tuple(str(label) for label in model.classes_), weights, ((0, 0.5),))


def cross_validate(
    name: str, found: Sequence[set[str]], labels: Sequence[str], grouped: Sequence[int]
) -> tuple[np.ndarray, np.ndarray, str]:
    """Leads, guesses and the figures, each sentence judged by weights that have not seen it."""
    given, truth = matrix(found), np.array(labels)
    leads, guesses = np.zeros(len(truth), int), np.empty(len(truth), dtype=object)
    for learn, test in StratifiedGroupKFold(5, shuffle=True, random_state=0).split(given, truth, grouped):
        trained = fit(given[learn], truth[learn])
        for at in test:
            judged = trained.judge(sorted(found[at]))
            leads[at], guesses[at] = judged.lead, judged.label
    right = guesses == truth
    figures = f"accuracy {right.mean():.3f}  macro F1 {f1_score(truth, guesses.astype(str), average='macro'):.3f}"
    if name != "penta":
        figures += f"  penta {np.mean([PENTA[a] == PENTA[b] for a, b in zip(guesses, truth, strict=True)]):.3f}"
    figures = f"{name:6} {figures}  AUROC of the lead {roc_auc_score(right, leads):.3f}  {calibration(leads, right)}"
    print(figures)
    return leads, guesses, figures


def shares(
    rows: Sequence[dict[str, Any]], labels: Sequence[str], guesses: np.ndarray, leads: np.ndarray, held: Head
) -> dict[str, dict[str, float]]:
    """How often the lexicon's reading of what stands between the parties is right: by the length of its phrase, and by
    whether weights that had not seen the sentence agreed and how sure they were; and how often they were right where
    they did not."""
    tally: dict[tuple[str, str], list[bool]] = {}
    for at, row in enumerate(rows):
        match = reading_between(row["text"], row["source"], row["target"])
        if match is None:
            continue
        right = merged(match.phrase.type) == labels[at]
        agreed = "agreed" if merged(match.phrase.type) == guesses[at] else "disagreed"
        surety = "high" if held.confidence(leads[at]) >= SURE else "low"
        tally.setdefault(("length", str(min(3, len(match.phrase.elements)))), []).append(right)
        tally.setdefault((agreed, surety), []).append(right)
        if agreed == "disagreed":
            tally.setdefault(("overruled", surety), []).append(bool(guesses[at] == labels[at]))
    found: dict[str, dict[str, float]] = {}
    for (kind, name), rights in sorted(tally.items()):
        found.setdefault(kind, {})[name] = round((sum(rights) + 1) / (len(rights) + 2), 3)  # none is ever sure
        print(f"lexicon {kind} {name}: right {np.mean(rights):.3f} of {len(rights)}")
    return found


def calibration(leads: np.ndarray, right: np.ndarray) -> str:
    """The expected calibration error of a curve fitted on one half and tried on the other, both ways."""
    errors = []
    halves = np.arange(len(leads)) % 2 == 0
    for learn, test in ((halves, ~halves), (~halves, halves)):
        held = Head((), np.zeros((1, 1), np.int8), tuple(curve(leads[learn], right[learn])))
        said = np.array([held.confidence(lead) for lead in leads[test]])
        at = np.minimum((said * BINS).astype(int), BINS - 1)
        errors.append(sum(abs(said[at == b].mean() - right[test][at == b].mean()) * (at == b).mean() for b in set(at)))
    return f"ECE {np.mean(errors):.3f}"


def curve(leads: np.ndarray, right: np.ndarray) -> list[tuple[int, float]]:
    """Ten bins of leads, of equal size, with the share that was right, made to rise."""
    order = np.argsort(leads, kind="stable")
    bins = [(int(leads[part[0]]), float(right[part].mean()), len(part)) for part in np.array_split(order, BINS)]
    pooled: list[list[float]] = []
    for lead, share, size in bins:
        pooled.append([lead, share, size])
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            _, upper, count = pooled.pop()
            last = pooled[-1]
            last[1] = (last[1] * last[2] + upper * count) / (last[2] + count)
            last[2] += count
    return [(int(lead), round(share, 3)) for lead, share, _ in pooled]


def groups(texts: Sequence[str]) -> list[int]:
    """A number a sentence, the same for near copies."""
    bags = [frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3) for text in texts]
    parent = list(range(len(bags)))

    def top(at: int) -> int:
        while parent[at] != at:
            at = parent[at]
        return at

    for one in range(len(bags)):
        for other in range(one):
            common = len(bags[one] & bags[other])
            if common and common / min(len(bags[one]), len(bags[other])) >= NEAR_COPY:
                parent[top(one)] = top(other)
    return [top(at) for at in range(len(bags))]


if __name__ == "__main__":
    main()
