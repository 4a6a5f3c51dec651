"""Which deeds that several seeds tell are one event with the right outlets: `python -m bench.corroboration_seeds`.

The deeds are those of tests/seeds/shared_deeds.json, marked before anything was tuned. A marked place stands for the
coded mention whose trigger it touches, else for the nearest one of its sentence.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.seeds import coded
from bench.told import touched
from dateline.corroborator import Memory
from dateline.enricher.signature import report_of
from dateline_schemas import Report

SHARED = Path(os.environ.get("DATELINE_SHARED", "../shared"))
KEY = Path(__file__).parents[1] / "tests/seeds/shared_deeds.json"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
DATES = {"004": datetime(2024, 6, 13, tzinfo=UTC)}
OTHERS = datetime(2023, 4, 29, tzinfo=UTC)


def main() -> None:
    reports = {path.name[:3]: dated(path) for path in sorted((SHARED / "seeds").glob("*.txt"))}
    event_of, outlets_of = taken(reports)
    right = asked = 0
    for deed in json.loads(KEY.read_text(encoding="utf-8"))["deeds"]:
        if deed["need"] != "must":
            continue
        asked += 1
        told = places(deed, reports, event_of)
        wanted = {article for article, _, _ in deed["members"]}
        whole = [event for event, articles in told.items() if articles == wanted == outlets_of[event]]
        right += bool(whole)
        print(f"{'right' if whole else 'wrong':6}{deed['label']}")
        if not whole:
            print(f"{'':6}told by {', '.join(sorted(wanted))}; found in {len(told)} events, of outlets:")
            print("".join(f"{'':8}{', '.join(sorted(outlets_of[event]))}\n" for event in sorted(told)), end="")
    print(f"{right} of {asked} deeds are one event with the right outlets")


def dated(path: Path) -> Report:
    """The seed as coded, with its day."""
    enriched = coded(path)
    day = DATES.get(path.name[:3], OTHERS)
    return report_of(enriched).model_copy(update={"published": day})


def taken(reports: dict[str, Report]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The event of each mention in the end, and the seeds that tell each event."""
    memory = Memory()
    event_of: dict[str, str] = {}
    for report in reports.values():
        for record in memory.take(report, NOW).remembered:
            for gone, heirs in record.heirs.items():
                if len(heirs) == 1:
                    event_of = {m: heirs[0] if event == gone else event for m, event in event_of.items()}
            event_of |= {name: to for name, to in record.moved.items() if name in event_of} | record.events
    outlets_of: dict[str, set[str]] = {}
    for seed, report in reports.items():
        for mention in report.mentions:
            outlets_of.setdefault(event_of[mention.id], set()).add(seed)
    return event_of, outlets_of


def places(deed: dict[str, Any], reports: dict[str, Report], event_of: dict[str, str]) -> dict[str, set[str]]:
    """The events of the deed's marked places, with the seeds whose places they have."""
    told: dict[str, set[str]] = {}
    for seed, start, end in deed["members"]:
        found = touched(reports[seed].mentions, start, end)
        if found is not None:
            told.setdefault(event_of[found.id], set()).add(seed)
    return told


if __name__ == "__main__":
    main()
