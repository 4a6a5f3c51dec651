"""Stories and events as rows of PostgreSQL's tables."""

from typing import Any

from dateline_schemas import Event, Life, Story
from dateline_schemas.envelope import encode

STORY_COLUMNS = (
    *("id", "revision", "is_live", "edition", "title", "first_report", "last_report"),
    *("article_count", "outlet_count", "independent_count", "heirs", "record"),
)
EVENT_COLUMNS = (
    *("id", "revision", "is_live", "story", "edition", "type", "mode", "quad", "realis", "happened_from"),
    *("place_country", "first_report", "last_report", "mention_count", "outlet_count", "independent_count"),
    *("confidence", "heirs", "record"),
)


def story_row(story: Story) -> tuple[Any, ...]:
    return (
        story.id,
        story.revision,
        story.life is Life.LIVE,
        story.edition,
        story.title,
        story.first,
        story.last,
        story.article_count,
        story.outlet_count,
        story.independent_count,
        list(story.heirs),
        encode(story).decode(),
    )


def event_row(event: Event) -> tuple[Any, ...]:
    return (
        event.id,
        event.revision,
        event.life is Life.LIVE,
        event.story,
        event.edition,
        str(event.type),
        event.mode,
        int(event.quad),
        str(event.realis),
        event.date.start if event.date else None,
        event.place.country if event.place else None,
        event.first_report,
        event.last_report,
        event.mention_count,
        event.outlet_count,
        event.independent_count,
        event.confidence,
        list(event.heirs),
        encode(event).decode(),
    )


def upsert(table: str, columns: tuple[str, ...]) -> str:
    """Writes a row; one of an older or the same revision changes nothing."""
    names = ", ".join(columns)
    values = ", ".join(f"${place}" for place in range(1, len(columns) + 1))
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
    return (
        f"insert into dateline.{table} as held ({names}) values ({values})"  # noqa: S608  # our own names
        f" on conflict (id) do update set {changes}, stored_at = now() where held.revision < excluded.revision"
    )
