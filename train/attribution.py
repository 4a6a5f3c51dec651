"""Learns the weights and the confidence of attributions: `python -m train.attribution --data ../shared/gold [--write]`.

Prints figures cross-validated by article; `--write` learns from all articles and writes the package's data files. Needs
scikit-learn, which the package does not.
"""

import argparse
import json
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from dateline.enricher import document
from dateline.enricher.attribution import (
    candidates,
    conflicts,
    extent,
    features,
    lines,
    odds,
    passages,
    reach,
    refining,
)
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses, Range
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.weights import Weights
from dateline.enricher.document import Document
from train.scorer import load_scorer

FOLDS = 7
SEEN_AT_LEAST = 3
ENDS_SEEN_AT_LEAST = 5
PENALTY = 0.15
CHOICE_PENALTY = 0.4
CUE_MARGIN = 30
"""Hundredths of a log-odds by which a word must rather belong to a cue than not."""
THRESHOLDS = range(-120, 21, 5)
BANDS = 20
SLACK = 0.003
DATA = Path(__file__).parents[1] / "services/dateline/enricher/attribution/data"
REPORT = """# Confidence of attributions

Written by `python -m train.attribution --data ../shared/gold --write` (train/attribution.py), cross-validated by
article in {folds} parts: weights and curve of each part come from the other parts. An attribution is right when the
article's key has one with the same cue, the same source (or neither has one) and half of the words of the content
(F1 of at least .5).

- attributions given: {count}, right: {share:.3f}
- expected calibration error, ten bins: {error:.3f}
- area under the ROC curve, right against wrong: {area:.3f}

| confidence | attributions | mean confidence | right |
| --- | --- | --- | --- |
{table}

The task `attribution` at this threshold, cross-validated: {board}
"""
Spans = dict[str, list[list[int]]]
"""Spans of characters by role."""
Trait = tuple[list[str], bool]
"""Traits, and whether they are those of the right answer."""


@dataclass
class Place:
    """Where a candidate stands."""

    candidate: Candidate
    clauses: Clauses
    quotes: Quotes
    read: Document

    def spans(self, candidate: Candidate) -> Spans:
        content = passages.whole(candidate, self.read.text, self.read.sentences, self.quotes)
        return {
            "source": self.characters(candidate.source),
            "cue": self.characters(candidate.cue),
            "content": [[content[0][0], content[-1][1]]] if content else [],
        }

    def characters(self, phrase: Range | None) -> list[list[int]]:
        tokens = self.clauses.tokens
        return [[tokens[phrase[0]].start, tokens[phrase[1] - 1].end]] if phrase else []


@dataclass
class Sample:
    """A candidate, or what a line's form makes."""

    traits: list[str]
    spans: Spans
    place: Place | None = None
    label: int = 0
    """Whether its cue is one: 1, 0, or -1 for a further word of a cue."""
    sources: list[Trait] = field(default_factory=list)
    left: list[Trait] = field(default_factory=list)
    right: list[Trait] = field(default_factory=list)
    ends: list[Trait] = field(default_factory=list)


Judged = tuple[int, int, bool]
"""Fold, score, and whether it is right."""


def samples_of(row: dict[str, Any]) -> list[Sample]:
    """The candidates of an article."""
    read = document.read(row["text"])
    quotes = Quotes(read.text)
    found = []
    for index, sentence in enumerate(read.sentences):
        clauses = Clauses(sentence)
        its_candidates = list(candidates.of_sentence(index, clauses, quotes))
        for candidate, traits in zip(
            its_candidates, features.of_sentence(its_candidates, clauses, quotes), strict=True
        ):
            place = Place(candidate, clauses, quotes, read)
            found.append(Sample(traits, place.spans(candidate), place))
    for line in lines.of(read.text, quotes):
        roles = {"source": line.source, "cue": line.cue, "content": line.content}
        found.append(Sample(line.traits, {role: [list(span)] for role, span in roles.items()}))
    judge(found, row)
    return found


def judge(found: list[Sample], row: dict[str, Any]) -> None:
    """Labels the candidates, and what may be chosen of those whose cue is one."""
    words = [match.span() for match in re.finditer(r"\w+", row["text"])]
    labels = labels_of([sample.spans for sample in found], row["attributions"])
    for sample, label in zip(found, labels, strict=True):
        sample.label = label
        place = sample.place
        if label != 1 or place is None or place.candidate.kind == "according":
            continue
        cue = covered(words, sample.spans["cue"])
        gold = max(row["attributions"], key=lambda one: len(covered(words, one["cue"]) & cue))
        source = covered(words, gold["source"])
        sample.sources = [
            (traits, covered(words, place.characters(phrase)) == source)
            for phrase, traits in refining.weighed(place.candidate, place.clauses)
        ]
        sample.ends = ends_of(place, words, gold)
        start, end = gold["cue"][0]
        tokens = place.clauses.tokens
        head = tokens[place.candidate.head]
        if head.start < end and start < head.end:
            for side, steps in zip(
                (sample.left, sample.right),
                extent.steps(place.candidate, place.clauses, place.quotes),
                strict=True,
            ):
                for at, traits in steps:
                    side.append((traits, tokens[at].start < end and start < tokens[at].end))
                    if not side[-1][1]:
                        break  # what lies behind the first word that is none of the cue's is never asked


def ends_of(place: Place, words: list[tuple[int, int]], gold: dict[str, Any]) -> list[Trait]:
    """Where the content may end; nothing where the key's end is none of these places."""
    last = max(covered(words, gold["content"]), default=-1)
    found = []
    for ending in reach.endings(place.candidate, place.clauses, place.quotes):
        its_words = covered(words, [[place.candidate.content.spans[0][0], ending.end]])
        found.append((ending.traits, max(its_words, default=-2) == last))
    return found if any(right for _, right in found) else []


def covered(words: list[tuple[int, int]], spans: list[list[int]]) -> frozenset[int]:
    """The numbers of the words that spans touch, as the scorer counts them."""
    return frozenset(
        number for number, (start, end) in enumerate(words) for first, last in spans if start < last and end > first
    )


def labels_of(found: list[Spans], gold: list[dict[str, Any]]) -> list[int]:
    labels = [0] * len(found)
    for attribution in gold:
        for start, end in attribution["cue"]:
            shared = [
                (max(start, cue[0]) - min(end, cue[1]), index)
                for index, spans in enumerate(found)
                for cue in spans["cue"]
                if cue[0] < end and cue[1] > start
            ]
            for rank, (_, index) in enumerate(sorted(shared)):
                labels[index] = 1 if rank == 0 else labels[index] or -1
    return labels


def learned(
    traits_of: list[list[str]], labels: list[int] | list[bool], penalty: float, seen: int = SEEN_AT_LEAST
) -> dict[str, int]:
    """Weights in hundredths of a log-odds, by trait; `(always)` for the constant."""
    counts = Counter(trait for traits in traits_of for trait in traits)
    vectorizer = DictVectorizer()
    X = vectorizer.fit_transform([{trait: 1 for trait in traits if counts[trait] >= seen} for traits in traits_of])
    model = LogisticRegression(C=penalty, max_iter=3000).fit(X, labels)
    weights = {name: round(100 * w) for name, w in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    weights["(always)"] = round(100 * float(model.intercept_[0]))
    return {name: weight for name, weight in weights.items() if weight}


def score(weights: dict[str, int], traits: list[str]) -> int:
    return weights.get("(always)", 0) + sum(weights.get(trait, 0) for trait in traits)


def taught(articles: list[list[Sample]]) -> dict[str, int]:
    known = [sample for article in articles for sample in article if sample.label >= 0]
    return learned([sample.traits for sample in known], [sample.label for sample in known], PENALTY)


def taught_refining(articles: list[list[Sample]]) -> refining.Learned:
    samples = [sample for article in articles for sample in article]

    def weights(choices: list[Trait], margin: int, seen: int = SEEN_AT_LEAST) -> Weights:
        points = learned([traits for traits, _ in choices], [right for _, right in choices], CHOICE_PENALTY, seen)
        return Weights(points, margin - points.pop("(always)", 0))

    return refining.Learned(
        weights([choice for sample in samples for choice in sample.sources], 0),
        weights([step for sample in samples for step in sample.left], CUE_MARGIN),
        weights([step for sample in samples for step in sample.right], CUE_MARGIN),
        weights([end for sample in samples for end in sample.ends], 0, ENDS_SEEN_AT_LEAST),
    )


def judged_across(articles: list[list[Sample]]) -> list[list[int]]:
    """The score of every candidate by weights learned from other articles, which also choose its source and its cue."""
    scores: list[list[int]] = [[] for _ in articles]
    for fold in range(FOLDS):
        others = [article for index, article in enumerate(articles) if index % FOLDS != fold]
        weights, choosing = taught(others), taught_refining(others)
        for index in range(fold, len(articles), FOLDS):
            scores[index] = [score(weights, sample.traits) for sample in articles[index]]
            for sample, points in zip(articles[index], scores[index], strict=True):
                place = sample.place
                if points >= THRESHOLDS[0] and place is not None:
                    likely = odds.of(points)
                    sample.spans = place.spans(
                        refining.refined(place.candidate, place.clauses, place.quotes, choosing, likely)
                    )
    return scores


def taken(article: list[Sample], scores: list[int], threshold: int) -> list[tuple[Spans, int]]:
    """What is given of an article at a threshold, with its scores."""
    sure = [
        (sample.spans, points)
        for sample, points in zip(article, scores, strict=True)
        if points >= threshold and sample.spans["content"]
    ]
    cues = [(spans["cue"][0][0], spans["cue"][0][1]) for spans, _ in sure]
    return [sure[number] for number in conflicts.surest(cues, [points for _, points in sure])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--report", type=Path, default=Path("docs/calibration-attribution.md"))
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.data)
    rows = [
        json.loads(line) for line in (arguments.data / "attribution.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = [samples_of(row) for row in rows]
    scores = judged_across(articles)

    def answers(threshold: int) -> list[dict[str, Any]]:
        return [
            {"attributions": [spans for spans, _ in taken(article, its_scores, threshold)]}
            for article, its_scores in zip(articles, scores, strict=True)
        ]

    boards = {t: scorer.attribution(rows, answers(t)) for t in THRESHOLDS}
    for threshold, board in boards.items():
        print(threshold, {name: round(value, 3) for name, value in board.items() if "word" in name or "found" in name})
    sums = {t: sum(v for n, v in board.items() if "word" in n or "found" in n) for t, board in boards.items()}
    # Of thresholds about as good the highest: what is given is right more often.
    threshold = max(t for t, total in sums.items() if total >= max(sums.values()) - SLACK)
    judged = [
        (index % FOLDS, points, is_right(scorer, row, spans))
        for index, (row, article, its_scores) in enumerate(zip(rows, articles, scores, strict=True))
        for spans, points in taken(article, its_scores, threshold)
    ]
    report = calibration_report(judged, boards[threshold])
    print(report)
    if arguments.write:
        write(taught(articles), threshold, curve_of(judged))
        write_refining(taught_refining(articles))
        arguments.report.write_text(report, encoding="utf-8")


def curve_of(judged: list[Judged]) -> list[tuple[int, float]]:
    """The lower ends of score bands and the share of right attributions in each, which never falls."""
    ordered = sorted((points, right) for _, points, right in judged)
    model = IsotonicRegression(out_of_bounds="clip").fit([p for p, _ in ordered], [float(r) for _, r in ordered])
    curve: list[tuple[int, float]] = []
    for band in np.array_split(np.array([points for points, _ in ordered]), BANDS):
        share = round(float(np.mean(model.predict(band.astype(float)))), 3)
        if not curve or (band[0] > curve[-1][0] and share > curve[-1][1]):
            curve.append((int(band[0]), share))
    return curve


def calibration_report(judged: list[Judged], board: dict[str, float]) -> str:
    """The document's text: confidences learned from other articles against the share that was right."""
    told: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        curve = curve_of([one for one in judged if one[0] != fold])
        floors = [floor for floor, _ in curve]
        for its_fold, points, is_it in judged:
            if its_fold == fold:
                told.append(curve[max(0, bisect_right(floors, points) - 1)][1])
                right.append(is_it)
    confidence, truth = np.array(told), np.array(right, dtype=float)
    tenth = np.minimum((confidence * 10).astype(int), 9)
    error, lines = 0.0, []
    for band in range(10):
        inside = tenth == band
        if inside.any():
            mean, share = float(confidence[inside].mean()), float(truth[inside].mean())
            error += inside.mean() * abs(mean - share)
            lines.append(f"| {band / 10:.1f}-{(band + 1) / 10:.1f} | {inside.sum()} | {mean:.3f} | {share:.3f} |")
    area = roc_auc_score(truth, confidence)
    found = "  ".join(f"{name} {value:.3f}" for name, value in board.items())
    return REPORT.format(
        count=len(told),
        share=float(truth.mean()),
        error=error,
        area=area,
        table="\n".join(lines),
        board=found,
        folds=FOLDS,
    )


def is_right(scorer: Any, row: dict[str, Any], spans: Spans) -> bool:
    """Whether the key has an attribution with half of this content's words at least, its cue and its source."""
    tokens = [match.span() for match in scorer.re.finditer(r"\w+", row["text"])]
    mine = {role: scorer.covered(tokens, spans[role]) for role in spans}
    for gold in row["attributions"]:
        theirs = {role: scorer.covered(tokens, gold[role]) for role in spans}
        shared = scorer.f1(len(mine["content"] & theirs["content"]), len(mine["content"]), len(theirs["content"]))
        source = bool(mine["source"] & theirs["source"]) or not (mine["source"] or theirs["source"])
        if shared >= 0.5 and source and mine["cue"] & theirs["cue"]:
            return True
    return False


def write(weights: dict[str, int], threshold: int, curve: list[tuple[int, float]]) -> None:
    constant = weights.pop("(always)", 0)
    lines = ["# Weights of an attribution's traits, in hundredths of a log-odds: learned by train/attribution.py."]
    lines += [f"THRESHOLD\t{threshold - constant}", f"CONSTANT\t{constant}"]
    lines += [f"{trait}\t{weight}" for trait, weight in sorted(weights.items())]
    (DATA / "weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [
        "# From which score what share of attributions is right, cross-validated by article: train/attribution.py."
    ]
    lines += [f"{floor - constant}\t{share}" for floor, share in curve]
    (DATA / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_refining(choosing: refining.Learned) -> None:
    for name, what, weights in (
        ("sources.tsv", "a source's traits", choosing.sources),
        ("cue_left.tsv", "the traits of a word before a cue's head", choosing.left),
        ("cue_right.tsv", "the traits of a word behind a cue's head", choosing.right),
        ("ends.tsv", "the traits of a content's end", choosing.ends),
    ):
        lines = [f"# Weights of {what}, in hundredths of a log-odds: learned by train/attribution.py."]
        lines += [f"THRESHOLD\t{weights.threshold}"]
        lines += [f"{trait}\t{weight}" for trait, weight in sorted(weights.points.items())]
        (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
