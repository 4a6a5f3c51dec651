"""How deeds that several outlets tell in words of their own are grouped: `python -m bench.told [--why]`.

The cases are those of tests/told, ours. A marked word stands for the coded mention whose trigger it touches, else for
the nearest one of its sentence.
"""

import argparse
import random
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dateline.corroborator import Memory
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas import EventMention, Report

FOLDER = Path(__file__).parents[1] / "tests/told"
NOW = datetime(2031, 12, 1, tzinfo=UTC)
HEADING = re.compile(r"^== (.+?) \| (\S+) \| (.+)$", re.MULTILINE)
MARK = re.compile(r"\[(\w+):([^\]]+)\]")
Place = tuple[str, int, int]


class Happening(NamedTuple):
    """What the outlets report, and where they tell each deed: article, first and last offset."""

    name: str
    reports: tuple[Report, ...]
    deeds: dict[str, list[Place]]


def happenings() -> list[Happening]:
    return [happening(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


def happening(name: str, text: str) -> Happening:
    """The articles, coded, and their marks."""
    _, *parts = HEADING.split(text)
    reports, deeds = [], dict[str, list[Place]]()
    for number, (outlet, day, title, marked) in enumerate(zip(*(parts[i::4] for i in range(4)), strict=True)):
        published = datetime.fromisoformat(day).replace(hour=8 + number, tzinfo=UTC)
        article = article_of_text(unmarked(marked), name=f"{name} {number}", published=published)
        article = article.model_copy(update={"outlet": outlet, "title": title, "language": "en", "fetched": published})
        reports.append(report_of(code(article, NOW)))
        for label, start, end in marks(marked.strip()):
            deeds.setdefault(label, []).append((article.id, start, end))
    return Happening(name, tuple(reports), deeds)


def unmarked(text: str) -> str:
    return MARK.sub(r"\2", text.strip())


def marks(text: str) -> Iterable[tuple[str, int, int]]:
    """The labels, with where their words stand once all marks are taken out."""
    taken = 0
    for mark in MARK.finditer(text):
        start = mark.start() - taken
        yield mark[1], start, start + len(mark[2])
        taken += len(mark[0]) - len(mark[2])


def touched(mentions: Sequence[EventMention], start: int, end: int) -> EventMention | None:
    """The mention at this place: of those of its sentence, the nearest."""
    inside = [m for m in mentions if m.sentence.start < end and start < m.sentence.end]
    return min(inside, key=lambda m: max(m.trigger.start - end, start - m.trigger.end, 0), default=None)


def events_of(reports: Iterable[Report], memory: Memory | None = None) -> dict[str, str]:
    """The event of each mention in the end."""
    memory = Memory() if memory is None else memory  # an empty one is false
    found: dict[str, str] = {}
    for report in reports:
        for record in memory.take(report, NOW).remembered:
            for gone, heirs in record.heirs.items():
                if len(heirs) == 1:
                    found = {mention: heirs[0] if event == gone else event for mention, event in found.items()}
            found |= {name: to for name, to in record.moved.items() if name in found} | record.events
    return found


def mentions_of(case: Happening) -> dict[str, list[EventMention]]:
    """The coded mentions of each deed, each once."""
    by_article = {report.article: report.mentions for report in case.reports}
    found: dict[str, dict[str, EventMention]] = {}
    for label, places in case.deeds.items():
        for article, start, end in places:
            mention = touched(by_article[article], start, end)
            if mention is not None:
                found.setdefault(label, {})[mention.id] = mention
    return {label: list(told.values()) for label, told in found.items()}


class Score(NamedTuple):
    """Pairs of marked mentions that are one deed: rightly and wrongly held for one, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def score(case: Happening, event_of: dict[str, str]) -> Score:
    deed_of = {mention.id: label for label, told in mentions_of(case).items() for mention in told}
    pairs = [(deed_of[a] == deed_of[b], event_of[a] == event_of[b]) for a, b in combinations(sorted(deed_of), 2)]
    return Score(*(sum(pair == wanted for pair in pairs) for wanted in ((True, True), (False, True), (True, False))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--why", action="store_true", help="print where each deed's mentions went")
    why = parser.parse_args().why
    scores = []
    for case in happenings():
        event_of = events_of(case.reports)
        found = score(case, event_of)
        scores.append(found)
        print(
            f"{case.name:10} right {found.right:3}  wrong {found.wrong:3}  missed {found.missed:3}  F1 {found.f1:.3f}"
        )
        if why:
            explain(case, event_of)
    whole = Score(*map(sum, zip(*scores, strict=True)))
    print(f"{'all':10} right {whole.right:3}  wrong {whole.wrong:3}  missed {whole.missed:3}  F1 {whole.f1:.3f}")
    orders = list(order_scores())
    print(f"pairwise F1 between orders of arrival: {sum(orders) / len(orders):.3f}, {min(orders):.3f} at the least")


def order_scores(shuffles: int = 10) -> Iterable[float]:
    """How much the events of all happenings together are the same when the reports come in another order."""
    reports = [report for case in happenings() for report in case.reports]
    in_order = events_of(reports)
    for seed in range(shuffles):
        mixed = events_of(random.Random(seed).sample(reports, len(reports)))
        one, other = together(in_order), together(mixed)
        yield 2 * len(one & other) / max(1, len(one) + len(other))


def together(event_of: dict[str, str]) -> set[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for mention, event in sorted(event_of.items()):
        groups.setdefault(event, []).append(mention)
    return {pair for group in groups.values() for pair in combinations(group, 2)}


def explain(case: Happening, event_of: dict[str, str]) -> None:
    names: dict[str, str] = {}
    for label, told in mentions_of(case).items():
        print(f"  {label}: {len(case.deeds[label])} marked, {len(told)} coded")
        for mention in told:
            event = names.setdefault(event_of[mention.id], f"E{len(names) + 1}")
            whose = ", ".join(party.name for party in mention.actors)
            whom = ", ".join(party.name for party in mention.recipients)
            print(f"    {event:4} {mention.type} {mention.realis} [{whose} > {whom}] {mention.quote[:110]}")


if __name__ == "__main__":
    main()
