"""What runs in the coder's child process: an article's bytes in, the enriched article and its report out."""

import gc
from datetime import UTC, datetime

from dateline.enricher.choosing import coder_of
from dateline.enricher.port import Away, Coder, Uncodable
from dateline.enricher.settings import CoderSettings
from dateline.enricher.signature import report_of
from dateline_schemas import (
    ENRICHED,
    REPORTS,
    Article,
    Provenance,
    PublishedQuality,
    SourceKind,
    encode,
    headers_of,
)
from dateline_schemas.envelope import Headers

SOURCE = "urn:dateline:enricher"
CODED, UNCODABLE, AWAY = b"coded", b"uncodable", b"away"
COLLECT_AFTER = 50_000
"""New objects after which Python looks for cycles: coding an article leaves none, and hardly any makes so many."""


_coder: Coder | None = None


def coder() -> Coder:
    """This process's coder: that of `warm_up`, else what is shipped."""
    global _coder
    if _coder is None:
        _coder = coder_of(CoderSettings())
    return _coder


def warm_up(told: bytes = b"{}") -> None:
    """Makes the coder that the settings (JSON of CoderSettings) name, and lets it load what it needs, so that the first
    article does not wait for it. For a process that does nothing but code: what is loaded is for good."""
    global _coder
    gc.set_threshold(COLLECT_AFTER)
    settings = CoderSettings.model_validate_json(told)
    _coder = coder_of(settings)
    if settings.coder != "rules":
        return
    now = datetime.now(UTC)
    _coder(
        Article(
            id="warm-up",
            revision=1,
            outlet="none",
            title="Ministers meet",
            text="The French foreign minister met his German counterpart in Berlin on Monday, officials said.",
            published=now,
            published_quality=PublishedQuality.STATED,
            fetched=now,
            language="en",
            content_hash="0",
            provenance=Provenance(kind=SourceKind.PUSH, source="warm-up"),
        ),
        now,
    )
    gc.freeze()  # else every full collection walks the gazetteer, a tenth of an article's time


def code_bytes(payload: bytes) -> bytes:
    """Codes the article; answers the values and headers of its two records, or why not, as `unpack` reads them."""
    now = datetime.now(UTC)
    try:
        enriched = coder()(Article.model_validate_json(payload), now)
    except Uncodable as error:
        return _joined([UNCODABLE, error.cause.encode(), error.detail.encode()])
    except Away as error:
        return _joined([AWAY, str(error).encode()])
    report = report_of(enriched)
    parts: list[bytes] = [CODED, report.edition.encode()]
    for topic, value in ((ENRICHED, enriched), (REPORTS, report)):
        parts.append(encode(value))
        parts += [part for name, content in headers_of(topic, value, SOURCE, now) for part in (name.encode(), content)]
    return _joined(parts)


def _joined(parts: list[bytes]) -> bytes:
    return b"".join(len(part).to_bytes(4) + part for part in parts)


def unpack(answer: bytes) -> tuple[bytes, tuple[bytes, Headers], tuple[bytes, Headers]]:
    """The report's key, and value and headers of the enriched article and of the report. Raises Uncodable and Away."""
    parts: list[bytes] = []
    at = 0
    while at < len(answer):
        size = int.from_bytes(answer[at : at + 4])
        parts.append(answer[at + 4 : at + 4 + size])
        at += 4 + size
    outcome, *parts = parts
    if outcome == UNCODABLE:
        raise Uncodable(parts[0].decode(), parts[1].decode())
    if outcome == AWAY:
        raise Away(parts[0].decode())
    half = (len(parts) - 1) // 2

    def record(fields: list[bytes]) -> tuple[bytes, Headers]:
        named = tuple((n.decode(), c) for n, c in zip(fields[1::2], fields[2::2], strict=True))
        return fields[0], named

    return parts[0], record(parts[1 : 1 + half]), record(parts[1 + half :])
