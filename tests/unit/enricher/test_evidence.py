"""Evidence is looked for wherever a model can hold it."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from tests.unit.enricher.articles import MOMENT, VISIT, article

from dateline.enricher.coder import code
from dateline.enricher.evidence import holds, spans_in
from dateline_schemas import Span

CODED = code(article(VISIT), MOMENT)
ITEMS = [*CODED.actors, *CODED.places, *CODED.attributions, *CODED.quantities, *CODED.topics, *CODED.mentions]


def everywhere(value: Any) -> Iterator[Span]:
    """Every span, by looking into all there is."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for held in value.__dict__.values():
            yield from everywhere(held)
    elif isinstance(value, (tuple, list)):
        for held in value:
            yield from everywhere(held)


def test_no_span_is_passed_over() -> None:
    kinds = {type(item).__name__ for item in ITEMS}

    assert kinds >= {"Actor", "Place", "Attribution", "Quantity", "EventMention"}
    for item in ITEMS:
        assert sorted(map(repr, spans_in(item))) == sorted(map(repr, everywhere(item)))


def test_one_span_outside_the_text_anywhere_is_no_evidence() -> None:
    beyond = Span(start=len(VISIT), end=len(VISIT) + 1)
    mention = next(mention for mention in CODED.mentions if mention.actors)
    actors = (*mention.actors[1:], mention.actors[0].model_copy(update={"span": beyond}))

    assert holds(VISIT, mention)
    assert not holds(VISIT, mention.model_copy(update={"actors": actors}))
