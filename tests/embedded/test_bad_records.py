"""Bad records on every topic become dead letters with cause, origin and unchanged bytes, and the stream goes on."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from bench.synthetic import wire

from dateline.eventlog.embedded import EmbeddedLog
from dateline.eventlog.letters import read_letters
from dateline.eventlog.record import Output
from dateline_schemas.envelope import Headers
from dateline_schemas.topics import TOPICS
from tests.embedded.pipeline import Started, has_done, run_arguments, until

READERS = {
    "articles": {"enricher", "gateway"},
    "articles.enriched": {"gateway"},
    "reports": {"corroborator"},
    "stories": {"sink", "gateway"},
    "events": {"sink", "gateway"},
    "corroborator.changelog": {"corroborator"},
}
KEPT = 64 * 1024


def example(topic: str) -> dict[str, Any]:
    version = TOPICS[topic].version
    path = files("dateline_schemas") / "examples" / f"{topic}.{version}.json"
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def bad_records(topic: str) -> dict[str, Output]:
    """One record of each kind of badness, by the cause it must have."""
    good = example(topic)
    key = good["key"].encode()
    value = json.dumps(good["value"]).encode()
    headers: Headers = tuple((name, text.encode()) for name, text in good["headers"].items())
    next_major = tuple((n, c.replace(b".v1", b".v2") if n == "ce_type" else c) for n, c in headers)
    first_field = next(iter(TOPICS[topic].model.model_fields))
    wrong_type = json.dumps({**good["value"], first_field: ["?"]}).encode()
    return {
        "not_json": Output(topic, key, b"not json", headers),
        "wrong_schema": Output(topic, key, b'{"another": "schema"}', headers),
        "wrong_schema ": Output(topic, key, wrong_type, headers),
        "not_json ": Output(topic, key, b"", headers),
        "tombstone": Output(topic, key, None, headers),
        "missing_header": Output(topic, key, value, ()),
        "duplicate_header": Output(topic, key, value, (*headers, ("ce_id", b"again"))),
        "unknown_major": Output(topic, key, value, next_major),
        "wrong_key": Output(topic, b"another", value, headers),
        "too_large": Output(topic, key, value[:-1] + b" " * 1_500_000 + b"}", headers),
    }


async def test_each_is_buried_once_per_reader_and_the_stream_goes_on(tmp_path: Path) -> None:
    folder, data_dir = tmp_path / "folder", tmp_path / "data"
    folder.mkdir()
    articles = [json.dumps(article) for article in wire(12, seed=3)]
    (folder / "first.jsonl").write_text("\n".join(articles[:6]) + "\n", encoding="utf-8")
    running = Started(run_arguments(data_dir, folder), tmp_path)
    bad = {topic: bad_records(topic) for topic in TOPICS}
    expected = sum(len(bad[topic]) * len(READERS[topic]) for topic in TOPICS)
    try:
        await until(lambda: has_done(data_dir, 6), running)
        async with EmbeddedLog(data_dir) as log:
            for records in bad.values():
                await log.append(list(records.values()))
            (folder / "second.jsonl").write_text("\n".join(articles[6:]) + "\n", encoding="utf-8")

            async def all_buried() -> bool:
                return len([letter async for letter, _ in read_letters(log)]) >= expected

            await until(lambda: has_done(data_dir, 12 + len(bad["articles"])), running)
            await until(all_buried, running)
            letters = [letter async for letter, _ in read_letters(log)]
    finally:
        running.kill()

    assert len(letters) == expected
    for topic, records in bad.items():
        for group in READERS[topic]:
            own = [each for each in letters if each.group == group and each.origin.topic == topic]
            assert sorted(each.cause for each in own) == sorted(cause.strip() for cause in records)
            for cause, output in records.items():
                if cause == "too_large":
                    continue
                kept = [(e.record.key, e.record.value) for e in own if e.cause == cause.strip()]
                assert (output.key, output.value) in kept, f"{topic} {cause}: the bytes are unchanged"
            [large] = [each for each in own if each.cause == "too_large"]
            whole = records["too_large"].value or b""
            assert large.record.value == whole[:KEPT]
            assert large.original_bytes == len(whole)
