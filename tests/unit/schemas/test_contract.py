"""The contract: published schemas, examples, and readers and writers of different versions."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary
from cloudevents.core.formats.json import JSONFormat

import dateline_schemas
from dateline_schemas import ARTICLES, EVENTS, TOPICS, BadRecord, Contract, Topic, decode, encode
from dateline_schemas.envelope import published_text
from dateline_schemas.publish import published_path
from dateline_schemas.topics import RECORD_LIMIT, SAME_PARTITION

EXAMPLES = sorted((Path(dateline_schemas.__file__).parent / "examples").glob("*.json"))
Example = dict[str, Any]


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Example:
    found: Example = json.loads(request.param.read_text(encoding="utf-8"))
    return found


def headers(example: Example) -> list[tuple[str, bytes]]:
    return [(name, content.encode()) for name, content in example["headers"].items()]


def read(example: Example, value: Any = None) -> Contract:
    content = json.dumps(example["value"] if value is None else value).encode()
    return decode(TOPICS[example["topic"]], example["key"].encode(), content, headers(example))


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.name)
def test_published_schema_is_what_the_models_say(topic: Topic) -> None:
    path = published_path(topic)
    assert path.read_text(encoding="utf-8") == published_text(topic), (
        f"{path.name} is stale: run `python -m dateline_schemas.publish`, with a new version where readers must know"
    )


def test_a_published_schema_says_what_a_field_means() -> None:
    schema = json.loads(published_path(EVENTS).read_text(encoding="utf-8"))
    assert schema["properties"]["mentions"]["description"].startswith("In order of time, at most 40")
    assert schema["$defs"]["EventDate"]["properties"]["start"]["description"].startswith("ISO 8601: a day, a month")


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.name)
def test_every_topic_has_an_example_of_its_version(topic: Topic) -> None:
    assert f"{topic.name}.{topic.version}" in {path.stem for path in EXAMPLES}


def test_topics_that_share_partitions_have_equal_counts() -> None:
    assert len({topic.partitions for topic in SAME_PARTITION}) == 1
    assert len({topic.embedded_partitions for topic in SAME_PARTITION}) == 1


def test_example_is_read_and_written_back_unchanged(example: Example) -> None:
    assert json.loads(encode(read(example))) == example["value"]


def test_example_fits_the_published_schema(example: Example) -> None:
    schema = json.loads(published_path(TOPICS[example["topic"]]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(example["value"])


def test_example_is_a_cloudevent_to_the_official_sdk(example: Example) -> None:
    message = KafkaMessage(
        headers=dict(headers(example)),
        key=example["key"].encode(),
        value=json.dumps(example["value"]).encode(),
    )

    event = from_binary(message, JSONFormat())

    topic = TOPICS[example["topic"]]
    assert event.get_type() == topic.event_type
    assert event.get_specversion() == "1.0"
    assert event.get_subject() == example["key"]
    assert event.get_dataschema() == topic.schema_uri
    assert event.get_id() == topic.identity(read(example))
    assert event.get_data() == example["value"]


def with_news(value: Any) -> Any:
    """The value as a newer producer might write it: an unknown field in each object of a model."""
    if isinstance(value, dict):
        return {**{key: with_news(inner) for key, inner in value.items()}, "news": {"from": ["2.0"]}}
    return [with_news(inner) for inner in value] if isinstance(value, list) else value


def test_old_reader_reads_a_newer_record_and_passes_it_on_whole(example: Example) -> None:
    newer = with_news(example["value"])
    for plain in (
        "empty",
        "shed",
        "revisions",
        "heirs",
        "events",
        "moved",
    ):  # mappings, not models: nothing is added there
        newer = without_news(newer, plain)

    assert json.loads(encode(read(example, newer))) == newer


def without_news(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        cleaned = {key: without_news(inner, name) for key, inner in value.items()}
        if isinstance(cleaned.get(name), dict):
            cleaned[name] = {key: inner for key, inner in cleaned[name].items() if key != "news"}
        return cleaned
    return [without_news(inner, name) for inner in value] if isinstance(value, list) else value


def test_new_reader_reads_a_record_without_the_optional_fields(example: Example) -> None:
    topic = TOPICS[example["topic"]]
    required = {name for name, field in topic.model.model_fields.items() if field.is_required()}

    assert read(example, {name: inner for name, inner in example["value"].items() if name in required})


def test_records_are_frozen(example: Example) -> None:
    value = read(example)
    with pytest.raises(ValueError, match="frozen"):
        setattr(value, next(iter(type(value).model_fields)), None)


ARTICLE = json.loads(next(path for path in EXAMPLES if path.stem == "articles.1.0").read_text(encoding="utf-8"))


def altered(name: str, *contents: bytes) -> list[tuple[str, bytes]]:
    """The example's headers with `contents` in place of one of them."""
    return [header for header in headers(ARTICLE) if header[0] != name] + [(name, content) for content in contents]


@pytest.mark.parametrize(
    ("cause", "change"),
    [
        ("tombstone", {"value": None}),
        ("too_large", {"value": b" " * (RECORD_LIMIT + 1)}),
        ("not_json", {"value": b""}),
        ("not_json", {"value": b"\xff\xfe"}),
        ("not_json", {"value": b'{"id": '}),
        ("wrong_schema", {"value": b"[]"}),
        ("wrong_schema", {"value": b'{"id": 7}'}),
        ("wrong_schema", {"value": json.dumps({**ARTICLE["value"], "revision": float("nan")}).encode()}),
        ("wrong_schema", {"value": json.dumps({**ARTICLE["value"], "revision": "two"}).encode()}),
        (
            "wrong_schema",
            {"value": json.dumps({**ARTICLE["value"], "fetched": "2025-03-11T09:31"}).encode()},
        ),  # no zone
        ("wrong_key", {"key": b"another"}),
        ("wrong_key", {"key": None}),
        ("missing_header", {"headers": []}),
        ("missing_header", {"headers": altered("ce_id")}),
        ("duplicate_header", {"headers": [*headers(ARTICLE), ("ce_id", b"again")]}),
        ("not_json_type", {"headers": altered("content-type", b"text/xml")}),
        ("unknown_type", {"headers": altered("ce_type", b"com.other.v1")}),
        ("unknown_type", {"headers": altered("ce_type", "dev.dateline.article.v²".encode())}),  # a digit to Unicode
        ("unknown_type", {"headers": altered("ce_type", b"dev.dateline.article.v" + b"9" * 5000)}),
        ("unknown_major", {"headers": altered("ce_type", b"dev.dateline.article.v2")}),
    ],
)
def test_bad_record_is_told_by_its_cause(cause: str, change: dict[str, Any]) -> None:
    good = {"key": ARTICLE["key"].encode(), "value": json.dumps(ARTICLE["value"]).encode(), "headers": headers(ARTICLE)}

    with pytest.raises(BadRecord) as caught:
        decode(ARTICLES, **{**good, **change})

    assert caught.value.cause == cause
