"""Which attribution holds for a word of a sentence."""

from tests.unit.syntax.trees import tree

from dateline.enricher.events.setting import Scene, attribution_of
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import Attribution, Span


def scene(*contents: tuple[int, float]) -> Scene:
    """A sentence of three letters, with attributions of its first letters, each so many, and so sure."""
    found = Scene(0, Sentence(tree(*(("a", "a", "NOUN", "NN", at - 1 if at else ROOT, "dep") for at in range(3)))))
    for number, (length, confidence) in enumerate(contents):
        content = (Span(start=0, end=length),)
        found.attributions.append(
            Attribution(id=str(number), content=content, direct=False, rule="test", confidence=confidence)
        )
    return found


def told(found: Scene, at: int) -> str | None:
    attribution = attribution_of(found, at, at + 1)
    return attribution.id if attribution else None


def test_the_innermost_attribution_holds_and_of_equals_the_surest() -> None:
    nested = scene((3, 0.9), (1, 0.4))
    assert [told(nested, at) for at in range(3)] == ["1", "0", "0"]
    assert told(scene((2, 0.4), (2, 0.9)), 0) == "1"
    assert told(scene((2, 0.9), (2, 0.9)), 0) == "0"
    assert told(scene((2, 0.9)), 2) is None
