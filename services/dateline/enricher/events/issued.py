"""Who says what a statement says that the article has told of: "the statement added"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, EventType, Party

WORDS: Final = ("STATEMENT", "ACCUSE", "REQUEST", "SUPPORT", "REJECT")


def issued_by(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Whose words they are, of a saying or a judgement whose subject is such a thing: of who spoke last in a sentence
    with its word, or is said there to have issued it; nobody's where none has."""
    if match.phrase.type not in WORDS:
        return ()
    for subject in sentence.children_by(match.trigger, "nsubj"):
        thing = sentence.lemmas[subject]
        if thing in verbs("issued"):
            sayings = (m for m in reversed(told) if m.type is EventType.STATEMENT and thing in m.quote.lower())
            return next(((m.speaker,) if m.speaker else m.actors for m in sayings), ())
    return ()
