"""Records as CloudEvents 1.0 in Kafka's binary mode: attributes in headers, JSON as the value.

Source: the CloudEvents specification's Kafka protocol binding (cloudevents/spec, kafka-protocol-binding.md).
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import ValidationError

from dateline_schemas.model import Contract
from dateline_schemas.topics import RECORD_LIMIT, Topic

Headers = tuple[tuple[str, bytes], ...]
CONTENT_TYPE = b"application/json"
REQUIRED = ("ce_specversion", "ce_id", "ce_type", "ce_source")


class BadRecord(Exception):
    """The record itself is wrong and will be so at every try.

    `cause` is one word: tombstone, too_large, missing_header, duplicate_header, not_json_type, unknown_type,
    unknown_major, not_json, wrong_schema, wrong_key.
    """

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail


def encode(value: Contract) -> bytes:
    """The record's value: compact JSON in UTF-8."""
    return value.__pydantic_serializer__.to_json(value)


def headers_of(topic: Topic, value: Contract, source: str, made: datetime) -> Headers:
    """The CloudEvents attributes of a record of `topic`, made at `made` by `source` (a URN)."""
    return (
        ("ce_specversion", b"1.0"),
        ("ce_id", topic.identity(value).encode()),
        ("ce_type", topic.event_type.encode()),
        ("ce_dataschema", topic.schema_uri.encode()),
        ("ce_source", source.encode()),
        ("ce_time", made.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z").encode()),
        ("ce_subject", topic.key(value).encode()),
        ("content-type", CONTENT_TYPE),
    )


def decode(topic: Topic, key: bytes | None, value: bytes | None, headers: Iterable[tuple[str, bytes]]) -> Contract:
    """The record as its topic's model; raises BadRecord, with the cause, for what can never be one."""
    if value is None:
        raise BadRecord("tombstone", f"{topic.name} takes no record without a value")
    if len(value) > RECORD_LIMIT:
        raise BadRecord("too_large", f"{len(value)} bytes; the limit is {RECORD_LIMIT}")
    check_headers(topic, headers)
    try:
        json_value = topic.model.model_validate_json(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        cause = "not_json" if first["type"] == "json_invalid" else "wrong_schema"
        raise BadRecord(cause, f"{where}: {first['msg']}" if where else first["msg"]) from error
    expected = topic.key(json_value).encode()
    if key != expected:
        raise BadRecord("wrong_key", f"the key is {key!r}, the value's is {expected!r}")
    return json_value


def check_headers(topic: Topic, headers: Iterable[tuple[str, bytes]]) -> None:
    """Raises BadRecord unless the headers are those of a record of `topic` in a major version that is known here."""
    attributes: dict[str, bytes] = {}
    for name, content in headers:
        if name in attributes and (name.startswith("ce_") or name == "content-type"):
            raise BadRecord("duplicate_header", f"{name} stands twice")
        attributes[name] = content
    for name in REQUIRED:
        if not attributes.get(name):
            raise BadRecord(
                "missing_header",
                f"{name} is missing; a record of {topic.name} is a CloudEvent in binary mode",
            )
    content_type = attributes.get("content-type", CONTENT_TYPE)
    if content_type.split(b";")[0].strip().lower() != CONTENT_TYPE:
        raise BadRecord("not_json_type", f"content-type is {content_type!r}, not {CONTENT_TYPE.decode()}")
    event_type = attributes["ce_type"].decode(errors="replace")
    family, _, version = event_type.rpartition(".v")
    major = whole_number(version)
    if family != topic.event_type.rpartition(".v")[0] or major is None:
        raise BadRecord("unknown_type", f"ce_type is {event_type!r}; {topic.name} holds {topic.event_type}")
    if major != topic.major:
        raise BadRecord("unknown_major", f"ce_type is {event_type!r}; this reader knows {topic.event_type}")


def whole_number(text: str) -> int | None:
    """What up to 19 plain digits say, as an offset has; None for anything else: "²" is a digit to `str.isdigit`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 19 else None


def schema_of(topic: Topic) -> dict[str, object]:
    """The topic's JSON Schema (2020-12), as published."""
    schema = topic.model.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": topic.schema_uri,
        **schema,
    }


def published_text(topic: Topic) -> str:
    """The content of the topic's published schema file."""
    return json.dumps(schema_of(topic), indent=2, ensure_ascii=False) + "\n"
