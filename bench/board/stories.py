"""The task `stories`: articles of many years, put into stories as they arrive in order of time.

An archive's articles tell of one happening months apart; the window, which the corroborator takes as a setting, is
therefore as long as the archive. With the live wire's fourteen days see `python -m bench.corroboration`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.corroborator import CorroboratorSettings, Memory
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline_schemas import Article, ContentStatus, Provenance, PublishedQuality, Report, SourceKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ARCHIVE = timedelta(days=36_500)


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each row the id of its story, once all have arrived."""
    found = grouped((report_of_row(row) for row in rows), ARCHIVE)
    return [{"id": row["id"], "story": found[row["id"]]} for row in rows]


def grouped(reports: Iterable[Report], window: timedelta) -> dict[str, str]:
    """The story of each article after all have been taken up in order of time."""
    memory = Memory(CorroboratorSettings(window=window))
    return memory_of(memory, sorted(reports, key=lambda report: (report.event_time, report.article)))


def memory_of(memory: Memory, reports: Iterable[Report]) -> dict[str, str]:
    """The story of each article as a reader of the changelog and the stories knows it in the end."""
    story_of: dict[str, str] = {}
    for report in reports:
        change = memory.take(report, NOW)
        for record in change.remembered:
            story_of[record.report.article] = record.story or ""
            story_of |= {name: to for name, to in record.moved.items() if name in story_of}
            for gone, heirs in record.heirs.items():
                if len(heirs) == 1:
                    story_of = {article: heirs[0] if story == gone else story for article, story in story_of.items()}
    return story_of


def report_of_row(row: dict[str, Any]) -> Report:
    """The row as the coder reports it."""
    published = datetime.fromisoformat(row["published"]) if row.get("published") else None
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    article = Article(
        id=row["id"],
        revision=1,
        url=row.get("url"),
        outlet=row.get("outlet") or "unknown",
        title=row.get("title") or "",
        text=row["text"],
        published=published,
        published_quality=PublishedQuality.STATED if published else PublishedQuality.MISSING,
        fetched=published or NOW,
        language="en",
        edition="en",
        content_status=ContentStatus.FULL,
        content_hash="0" * 64,
        provenance=Provenance(kind=SourceKind.FOLDER, source="board"),
    )
    return report_of(code(article, NOW))
