"""The enricher with a language model, in its child: what is borne out is written, a lie is a dead letter."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr

from dateline.enricher.llm.settings import LlmSettings
from dateline.enricher.settings import EnricherSettings
from dateline.enricher.stage import Enriching
from dateline.eventlog.record import Partition, Record
from dateline.eventlog.stage import Handled, Input, Unavailable
from dateline_schemas import ARTICLES, ENRICHED, EnrichedArticle, encode
from tests.unit.enricher.articles import VISIT, article
from tests.unit.enricher.llmserver import Model, Reply, model, raw, says

EVENT = {
    "sentence": "Egypt condemned the attack on the convoy.", "trigger": "condemned", "type": "ACCUSE",
    "realis": "actual", "actors": [{"quote": "Egypt", "name": "Egypt", "kind": "government", "country": "EGY"}],
}  # fmt: skip


@asynccontextmanager
async def enriching(server: Model) -> AsyncIterator[Enriching]:
    llm = LlmSettings(url=server.url, model="toy", key=SecretStr("sk-secret"), tries=1, seconds=10)
    handler = Enriching(EnricherSettings(coder="llm", llm=llm, workers=1))
    await handler.open(0, {})
    try:
        yield handler
    finally:
        await handler.close(0)


async def handled(handler: Enriching) -> Handled:
    value = article(VISIT)
    record = Record(Partition(ARTICLES.name, 0), 0, 0, b"a-1", encode(value))
    return await handler.handle(0, [Input(record, value)])


async def outcome(reply: Reply) -> Handled:
    with model(reply) as server:
        async with enriching(server) as handler:
            found = await handled(handler)
        assert server.keys == ["Bearer sk-secret"]
        return found


async def test_its_events_are_written() -> None:
    found = await outcome(says(json.dumps({"events": [EVENT]})))

    enriched = next(output for output in found.outputs if output.topic == ENRICHED.name)
    coded = EnrichedArticle.model_validate_json(enriched.value or b"")
    assert [mention.type.value for mention in coded.mentions] == ["ACCUSE"]
    assert coded.coder == "dateline-llm/1.0.0+toy"


async def test_when_it_lies_the_article_is_refused() -> None:
    found = await outcome(says(json.dumps({"events": [EVENT | {"sentence": "Egypt surrendered."}]})))

    assert [(refused.cause, "none of 1 events" in refused.detail) for refused in found.dead] == [("llm_evidence", True)]
    assert not found.outputs


async def test_while_it_is_away_the_article_waits() -> None:
    with pytest.raises(Unavailable, match="does not answer: status 503"):
        await outcome(raw(503))
