"""Writes the published JSON Schema files: `python -m dateline_schemas.publish`."""

from pathlib import Path

from dateline_schemas.envelope import published_text
from dateline_schemas.topics import TOPICS, Topic

PUBLISHED = Path(__file__).parent / "published"


def published_path(topic: Topic) -> Path:
    """Where the topic's schema of this version stands; files of earlier versions stay beside it."""
    return PUBLISHED / f"{topic.name}.{topic.version}.json"


def main() -> None:
    PUBLISHED.mkdir(exist_ok=True)
    for topic in TOPICS.values():
        published_path(topic).write_text(published_text(topic), encoding="utf-8")


if __name__ == "__main__":
    main()
