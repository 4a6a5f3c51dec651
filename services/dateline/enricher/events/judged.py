"""Whom a judgement of a deed told before is of, or its refusal: "the company condemned the walkout"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import hangs_by
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.named import apart
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, Party, Realis

JUDGING: Final = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
KNOWN: Final = frozenset(("the", "this", "that", "these", "those"))
"""What stands before the noun of a deed that has been told."""
DESCRIBING: Final = ("nmod", "acl", "acl:relcl", "amod", "compound")
AS: Final = frozenset(("as",))
FARTHEST: Final = 8
"""Deeds back in the article that a noun takes up."""


def judged(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who did the deed that the object of a judgement takes up with a bare noun: of the last told of its type."""
    if match.phrase.type not in JUDGING or not told:
        return ()
    for noun in sentence.children_by(match.trigger, "obj", "nsubj:pass"):
        types = classes("judged.txt").get(sentence.lemmas[noun])
        bare = any(sentence.words[child] in KNOWN for child in sentence.children_by(noun, "det"))
        described = [at for at in sentence.children_by(noun, *DESCRIBING) if not hangs_by(sentence, at, AS)]
        if types is None or not bare or described:
            continue
        for mention in reversed(told[-FARTHEST:]):
            if mention.type.value in types and mention.realis is Realis.ACTUAL and mention.actors:
                return apart(mention.actors, actors)
    return ()
