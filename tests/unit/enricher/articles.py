"""Articles for the coder's tests."""

from datetime import UTC, datetime

from dateline_schemas import Article, ContentStatus, Provenance, PublishedQuality, SourceKind

MOMENT = datetime(2024, 6, 13, 12, tzinfo=UTC)
VISIT = (
    "Kenyan President William Ruto arrived in Cairo on Monday for talks with his Egyptian counterpart, Abdel Fattah "
    'el-Sisi. "Our trade reached 1.2 billion dollars last year," Ruto said. Egypt condemned the attack on the convoy.'
)


def article(text: str, **changes: object) -> Article:
    values: dict[str, object] = {
        "id": "a-1",
        "revision": 1,
        "outlet": "The Lake Basin Post",
        "title": "Ruto in Cairo",
        "text": text,
        "published": MOMENT,
        "published_quality": PublishedQuality.STATED,
        "fetched": MOMENT,
        "language": "en",
        "content_status": ContentStatus.FULL,
        "content_hash": "0",
        "provenance": Provenance(kind=SourceKind.PUSH, source="test"),
    }
    return Article.model_validate(values | changes)
