"""Evidence: what is coded points at the words that say so, and what does not is not emitted."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, get_args

from pydantic import BaseModel

from dateline.enricher.memo import Memo
from dateline_schemas import EventMention, Span

QUOTE_LIMIT = 500
"""Characters of a sentence that a mention quotes."""


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


def spans_in(value: Any) -> list[Span]:
    """Every span in a coded value, however deep."""
    found: list[Span] = []
    rest = [value]
    while rest:
        value = rest.pop()
        kind = type(value)
        if kind is Span:
            found.append(value)
        elif kind is tuple or kind is list:
            rest += value
        elif value is not None:
            rest.append(_PARTS[kind](value))
    return found


def _parts_of(kind: type) -> Callable[[Any], Any]:
    """What gives of a model of that kind what its fields hold that may have spans in them."""
    fields = kind.model_fields if issubclass(kind, BaseModel) else {}
    names = [name for name, field in fields.items() if _holds_model(field.annotation)]
    return attrgetter(*names) if names else lambda _: None


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_model, get_args(annotation)))


_PARTS: Memo[type, Callable[[Any], Any]] = Memo(_parts_of, most=1 << 10)
