"""How fast the coder is: `python -m bench.coder_speed [--shared DIR]`.

Articles a second on one core over the seeds and the gold texts, what each stage takes, import and load time, peak
memory, and the time for texts of growing length.
"""

import argparse
import json
import os
import resource
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

began = time.perf_counter()

from dateline.enricher import actors, attribution, coder, coding, dates, events, quantities, topics  # noqa: E402
from dateline.enricher import document as documents  # noqa: E402

IMPORTED = time.perf_counter() - began
DAY = date(2024, 6, 20)
SHARED = Path(os.environ.get("DATELINE_SHARED", "../shared"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with seeds/ and gold/")
    parser.add_argument("--rounds", type=int, default=20, help="times that the seeds are coded")
    arguments = parser.parse_args()
    loaded = time.perf_counter()
    coding.warm_up()  # as a worker does
    print(f"import {IMPORTED:.2f} s, load {time.perf_counter() - loaded:.2f} s")
    seeds = [path.read_text(encoding="utf-8") for path in sorted((arguments.shared / "seeds").glob("*.txt"))]
    gold = gold_texts(arguments.shared / "gold")
    report("gold texts, each once", gold)
    report("seeds", seeds * arguments.rounds)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    lengths(" ".join(seeds))


def gold_texts(folder: Path) -> list[str]:
    """The articles of the tasks that have whole ones."""
    found = []
    for task in ("five_w", "attribution", "stories", "entities"):
        for line in (folder / f"{task}.jsonl").read_text(encoding="utf-8").splitlines():
            found.append(json.loads(line)["text"])
    return [text for text in found if text.strip()]


def stages(text: str) -> Counter[str]:
    """Nanoseconds of CPU a stage, in the coder's order."""
    took: Counter[str] = Counter()

    def timed(name: str, function: Any, *given: Any) -> Any:
        start = time.process_time_ns()
        result = function(*given)
        took[name] += time.process_time_ns() - start
        return result

    document = timed("parse", documents.read, text, "", "", DAY)
    reading = timed("actors", actors.find, document)
    attributions = timed("attribution", attribution.find, document, reading)
    amounts = timed("quantities", quantities.find, document)
    days = timed("dates", dates.find, document)
    mentions = timed("events", events.find, document, reading, attributions, days, amounts)
    timed("topics", topics.score, document)
    lists = {"actors": reading.actors, "attributions": attributions, "mentions": mentions}
    timed("evidence", coder.checked, text, lists)
    return took


def report(title: str, texts: list[str]) -> None:
    took: Counter[str] = Counter()
    for text in texts:
        took += stages(text)
    total = sum(took.values()) / 1e9
    words = sum(len(text.split()) for text in texts) / len(texts)
    shares = "  ".join(f"{name} {spent / 1e9 / total:.0%}" for name, spent in took.most_common())
    print(
        f"{title}: {len(texts) / total:.0f} articles/s ({len(texts)} of {words:.0f} words), "
        f"{1000 * total / len(texts):.1f} ms each"
    )
    print(f"  {shares}")


def lengths(text: str) -> None:
    for size in (1_000, 4_000, 16_000, 64_000, 256_000):
        grown = (text * (size // len(text) + 1))[:size]
        start = time.process_time()
        stages(grown)
        took = time.process_time() - start
        print(f"{size:8} characters {took:7.3f} s, {1_000_000 * took / size:.1f} µs a character")


if __name__ == "__main__":
    main()
