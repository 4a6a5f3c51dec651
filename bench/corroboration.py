"""Measures stories and events on third-party cases beside what one would do otherwise: `python -m bench.corroboration`.

Reads `stories.jsonl` and `event_coref.jsonl` of `--data`; scores are the B-cubed and pairwise ones of its `score.py`.
"""

import argparse
import importlib.util
import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import combinations
from math import log
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.board.event_coref import clusters, marked
from bench.board.stories import ARCHIVE, memory_of, report_of_row
from dateline.corroborator import CorroboratorSettings, Memory
from dateline.corroborator.deeds.sameness import likelihood
from dateline.corroborator.features.likeness import Likeness, confidence
from dateline.corroborator.features.rarity import Index
from dateline.corroborator.reports.held import Held
from dateline.corroborator.reports.holding import hold
from dateline_schemas import Report

SHARED = Path(os.environ.get("DATELINE_SHARED", "../shared"))
Row = dict[str, Any]
BINS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "gold", help="folder with the cases and score.py")
    parser.add_argument("--shuffles", type=int, default=5)
    arguments = parser.parse_args()
    scorer = loaded(arguments.data / "score.py")
    stories(rows(arguments.data / "stories.jsonl"), arguments.shuffles, scorer)
    events(rows(arguments.data / "event_coref.jsonl"), scorer)


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def line(name: str, scores: dict[str, float]) -> None:
    print(f"{name:44}" + "  ".join(f"{key} {value:.3f}" for key, value in scores.items()))


def stories(cases: list[Row], shuffles: int, scorer: ModuleType) -> None:
    gold = {row["id"]: row["story"] for row in cases}
    reports = sorted((report_of_row(row) for row in cases), key=lambda report: (report.event_time, report.article))
    print(f"stories: {len(cases)} articles")
    in_order = put(reports, ARCHIVE)
    line("corroborator, window as long as the archive", scorer.clusters(gold, in_order))
    line("corroborator, window of 14 days", scorer.clusters(gold, put(reports, timedelta(days=14))))
    for seed in range(shuffles):
        mixed = random.Random(seed).sample(reports, len(reports))
        found = put(mixed, ARCHIVE)
        line(f"  order of arrival shuffled ({seed})", scorer.clusters(gold, found))
        print(f"{'':44}pairwise F1 between the orders {scorer.clusters(in_order, found)['pairwise_f1']:.3f}")
    held = [hold(report, number) for number, report in enumerate(reports, 1)]
    line("MinHash of five words, best threshold", best(gold, held, shared_shingles, scorer))
    line("headline words' Jaccard, best threshold", best(gold, held, headline_jaccard, scorer))
    line("TF-IDF cosine, seen all, best threshold", best(gold, held, tf_idf(held), scorer))
    index = Index(ARCHIVE)
    for one in held:
        index.add(one)
    likeness = Likeness(index.rarity(index.period(held[0])))
    pairs = [(confidence(likeness.of(a, b)), gold[a.article] == gold[b.article]) for a, b in combinations(held, 2)]
    line("two articles, one story: confidence", judged(pairs))
    curve(pairs)


def put(reports: Iterable[Report], window: timedelta) -> dict[str, str]:
    return memory_of(Memory(CorroboratorSettings(window=window)), reports)


def best(
    gold: dict[str, str], held: Sequence[Held], like: Callable[[Held, Held], float], scorer: ModuleType
) -> dict[str, float]:
    """The scores of joining each article to the one before that is most like it, at the threshold that does best."""
    nearest = {}
    for number, one in enumerate(held[1:], 1):
        nearest[one.article] = max((like(one, other), other.article) for other in held[:number])
    scores = []
    for step in range(1, 60):
        story = {held[0].article: held[0].article}
        for article, (likeness, other) in nearest.items():
            story[article] = story[other] if likeness >= step / 60 else article
        scores.append(scorer.clusters(gold, story))
    return max(scores, key=lambda found: found["bcubed_f1"])


def shared_shingles(a: Held, b: Held) -> float:
    return sum(x == y for x, y in zip(a.shingles, b.shingles, strict=False)) / max(1, len(a.shingles))


def headline_jaccard(a: Held, b: Held) -> float:
    one, other = set(a.title_words), set(b.title_words)
    return len(one & other) / max(1, len(one | other))


def tf_idf(held: Sequence[Held]) -> Callable[[Held, Held], float]:
    """Cosine of words by frequency and rarity among all articles."""
    counts = Counter(feature for one in held for feature in one.about if feature[0] != "@")
    vectors = {}
    for one in held:
        weighed = zip(one.about, one.weights, strict=True)
        words = {f: weight * log(len(held) / counts[f]) for f, weight in weighed if f[0] != "@"}
        length = sum(weight * weight for weight in words.values()) ** 0.5 or 1.0
        vectors[one.article] = {f: weight / length for f, weight in words.items()}

    def cosine(a: Held, b: Held) -> float:
        ours, theirs = vectors[a.article], vectors[b.article]
        return sum(weight * theirs[f] for f, weight in ours.items() if f in theirs)

    return cosine


def events(cases: list[Row], scorer: ModuleType) -> None:
    print(f"event_coref: {len(cases)} topics")
    found, words, filtered = [], [], []
    pairs: list[tuple[float, bool]] = []
    for row in cases:
        found.append({"id": row["id"], "clusters": clusters(row)})
        tellings, story_of, rarity = marked(row)
        words.append({"id": row["id"], "clusters": [told.stem for told in tellings]})
        filtered.append({"id": row["id"], "clusters": [one_a_day(told, n) for n, told in enumerate(tellings)]})
        pairs += [
            (likelihood(a, b, rarity), one == other)
            for (a, one), (b, other) in combinations(zip(tellings, row["clusters"], strict=True), 2)
            if story_of[a.held.article] == story_of[b.held.article]
        ]
    line("corroborator", scorer.event_coref(cases, found))
    line("same word", scorer.event_coref(cases, words))
    line("one a day (date, actor, recipient, type)", scorer.event_coref(cases, filtered))
    line("two mentions of a story, one deed", judged(pairs))
    curve(pairs)


def one_a_day(told: Any, number: int) -> str:
    """What a filter on coded fields tells a deed by; a word that no deed was coded at stands alone."""
    if not told.confidence:
        return f"alone {number}"
    return repr(
        (told.date and told.date.start, told.type, [a.actor for a in told.actors], [a.actor for a in told.recipients])
    )


def curve(pairs: list[tuple[float, bool]]) -> None:
    """What was said beside how often it was right, in ten bins."""
    for number in range(BINS):
        inside = [(said, right) for said, right in pairs if min(BINS - 1, int(said * BINS)) == number]
        if inside:
            said, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            print(f"  {number / BINS:.1f} to {(number + 1) / BINS:.1f}  {len(inside):8,}  {said:.2f}  {right:.2f}")


def judged(pairs: list[tuple[float, bool]]) -> dict[str, float]:
    """Expected calibration error over ten bins, and the area under the ROC curve."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for said, right in pairs:
        bins[min(BINS - 1, int(said * BINS))].append((said, right))
    error = sum(abs(sum(s for s, _ in group) - sum(r for _, r in group)) for group in bins) / len(pairs)
    ordered = sorted(pairs)
    ranks: dict[float, list[int]] = {}
    for rank, (said, _) in enumerate(ordered):
        ranks.setdefault(said, []).append(rank)
    places = [sum(ranks[said]) / len(ranks[said]) for said, is_right in pairs if is_right]
    wrong = len(pairs) - len(places)
    area = (sum(places) - len(places) * (len(places) - 1) / 2) / (len(places) * wrong)
    return {"ece": error, "auc": area}


if __name__ == "__main__":
    main()
