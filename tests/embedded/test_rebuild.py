"""A memory rebuilt from the changelog goes on as the one that wrote it, over a wire with many merges and moves."""

from datetime import UTC, datetime

import pytest
from bench.synthetic import wire

from dateline.corroborator.memory import Memory
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas import Remembered, Report, encode

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    made = []
    for row in wire(200, seed=7):
        head = "".join(f"{name}: {row[name]}\n" for name in ("url", "outlet", "published", "title"))
        article = article_of_text(f"{head}\n{row['text']}", name=row["url"])
        made.append(report_of(code(article, NOW)))
    return made


@pytest.mark.parametrize("batch", [1, 7, 40])
def test_what_follows_is_the_same_after_any_batch(reports: list[Report], batch: int) -> None:
    memory = Memory()
    newest: dict[str, Remembered] = {}
    for start in range(0, len(reports), batch):
        taken = reports[start : start + batch]
        if start % (5 * batch) == 0:
            rebuilt = Memory()
            rebuilt.rebuild(newest.values())
            follows = rebuilt.take_all(taken, NOW)
        else:
            follows = None

        change = memory.take_all(taken, NOW)

        if follows is not None:
            for mine, theirs in (
                (change.stories, follows.stories),
                (change.events, follows.events),
                (change.remembered, follows.remembered),
            ):
                assert [encode(value) for value in mine] == [encode(value) for value in theirs]
        newest |= {record.report.article: record for record in change.remembered}
