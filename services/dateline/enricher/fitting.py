"""Making a record fit the broker: lists are shed from their ends, in a stated order, and what went is counted."""

from typing import TypeVar

from dateline_schemas import EnrichedArticle, Report
from dateline_schemas.envelope import encode

FIT_LIMIT = 900_000
"""Bytes of a record's JSON: below the contract's limit, with room for what a consumer adds."""
Record = TypeVar("Record", EnrichedArticle, Report)


def fit(record: Record, order: tuple[str, ...]) -> Record:
    """The record with as many items as fit; `order` names the lists that go first. Items go from a list's end, which
    is the end of the article."""
    excess = len(encode(record)) - FIT_LIMIT
    if excess <= 0:
        return record
    excess += 200  # the counts take room too
    shed = dict(record.shed)
    kept = {}
    for name in order:
        items = list(getattr(record, name))
        while items and excess > 0:
            excess -= len(encode(items.pop())) + 1
            shed[name] = shed.get(name, 0) + 1
        kept[name] = tuple(items)
    return record.model_copy(update={**kept, "shed": shed})
