"""Which deeds that several seeds tell are one event with the right outlets: `python -m bench.corroboration_seeds`.

The deeds are those of tests/seeds/shared_deeds.json, marked before anything was tuned. A marked place stands for the
coded mention whose trigger it touches, else for the nearest one of its sentence.
"""

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.seeds import coded
from bench.told import touched
from dateline.corroborator import Memory
from dateline.corroborator.reports.holding import hold
from dateline.enricher.signature import report_of
from dateline_schemas import Report

SHARED = Path(os.environ.get("DATELINE_SHARED", "../shared"))
KEY = Path(__file__).parents[1] / "tests/seeds/shared_deeds.json"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
DATES = {"004": datetime(2024, 6, 13, tzinfo=UTC)}
OTHERS = datetime(2023, 4, 29, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--why", action="store_true", help="print the mentions of the events of each wrong deed")
    why = parser.parse_args().why
    reports = read(SHARED / "seeds")
    event_of, outlets_of = taken(reports)
    verdicts = judged(SHARED / "seeds")
    for deed, right in verdicts:
        print(f"{'right' if right else 'wrong':6}{deed['label']}")
        if not right:
            told = places(deed, reports, event_of)
            wanted = sorted({article for article, _, _ in deed["members"]})
            print(f"{'':6}told by {', '.join(wanted)}; found in {len(told)} events, of outlets:")
            for event in sorted(told):
                print(f"{'':8}{', '.join(sorted(outlets_of[event]))}")
                if why:
                    explain(event, deed, reports, event_of)
    print(f"{sum(right for _, right in verdicts)} of {len(verdicts)} deeds are one event with the right outlets")


def judged(folder: Path) -> list[tuple[dict[str, Any], bool]]:
    """The deeds that must be found, each with whether it is one event with exactly its outlets."""
    reports = read(folder)
    event_of, outlets_of = taken(reports)
    found = []
    for deed in json.loads(KEY.read_text(encoding="utf-8"))["deeds"]:
        if deed["need"] == "must":
            wanted = {article for article, _, _ in deed["members"]}
            told = places(deed, reports, event_of)
            found.append((deed, any(articles == wanted == outlets_of[event] for event, articles in told.items())))
    return found


def explain(event: str, deed: dict[str, Any], reports: dict[str, Report], event_of: dict[str, str]) -> None:
    """The event's mentions, those of the deed marked, with what sayings and meetings are compared by."""
    for seed, report in reports.items():
        marked = [touched(report.mentions, start, end) for article, start, end in deed["members"] if article == seed]
        for telling, mention in zip(hold(report, 1).tellings, report.mentions, strict=True):
            if event_of[mention.id] == event:
                who = " / ".join(party.name for party in (*telling.actors, *telling.recipients))
                mark = "*" if mention in marked else " "
                print(f"{'':10}{mark} {seed} {mention.type} {mention.realis} [{who}] {' '.join(telling.content)}")


def read(folder: Path) -> dict[str, Report]:
    return {path.name[:3]: dated(path) for path in sorted(folder.glob("*.txt"))}


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
