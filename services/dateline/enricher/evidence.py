"""Evidence: what is coded points at the words that say so, and what does not is not emitted."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from dateline_schemas import EventMention, Span

QUOTE_LIMIT = 500
"""Characters of a sentence that a mention quotes."""

_WITHOUT_SPANS = frozenset({str, float, int, bool, type(None)})  # most values: asking pydantic of each takes long


def quote_of(text: str, sentence: Span, trigger: Span) -> str:
    """The sentence as it stands; of a longer one, the QUOTE_LIMIT characters around the trigger."""
    if sentence.end - sentence.start <= QUOTE_LIMIT:
        return text[sentence.start : sentence.end]
    middle = (trigger.start + trigger.end) // 2
    start = max(sentence.start, min(middle - QUOTE_LIMIT // 2, sentence.end - QUOTE_LIMIT))
    return text[start : start + QUOTE_LIMIT]


def holds(text: str, coded: BaseModel) -> bool:
    """Whether every span in `coded` lies in `text`, and, of a mention, its trigger in its sentence and its quote is
    the text there."""
    limit = len(text)
    for span in spans_in(coded):
        if not span.start < span.end <= limit:
            return False
    if not isinstance(coded, EventMention):
        return True
    within = coded.sentence.start <= coded.trigger.start and coded.trigger.end <= coded.sentence.end
    return within and coded.quote == quote_of(text, coded.sentence, coded.trigger)


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a coded value, however deep."""
    rest = [value]
    while rest:
        value = rest.pop()
        kind = type(value)
        if kind is Span:
            yield value
        elif kind is tuple or kind is list:
            rest.extend(value)
        elif isinstance(value, BaseModel):
            rest += [held for held in value.__dict__.values() if type(held) not in _WITHOUT_SPANS]
