"""Who "seven" or "some" are: of those whom the article has just told of."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.hanging import subject_words
from dateline.enricher.events.judged import back
from dateline.enricher.events.lexicon import Match
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, Party
from dateline_schemas.coded import HUMAN

NEAR: Final = 600
"""Characters between the deed told before and the sentence, at most."""
BARE: Final = frozenset(
    "some others many several most all both dozens "
    "one two three four five six seven eight nine ten eleven twelve".split()
)
"""Words for some of those told of: pronouns, and numbers, which taggers take for names where they open a sentence."""
TAKEN: Final = frozenset(("COERCE", "ASSAULT", "SANCTION", "ACCUSE"))
"""Deeds whose victims are told of again: held, hurt, tried."""
AFTERWARDS: Final = frozenset(("RETREAT", "CONCEDE", "SANCTION", "ACCUSE", "ASSAULT", "COERCE"))
BESIDE: Final = ("nmod", "acl", "nummod", "amod", "compound")
THEM: Final = ("them", "those", "these")


def some_of_them(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Of a protest whose subject is only "some" the protesters told of before: "Some hurled stones"."""
    subjects = subject_words(sentence, match.trigger) if match.phrase.type == "PROTEST" else []
    if not any(is_bare(sentence, at) for at in subjects):
        return ()
    return next((m.actors for m in near(sentence, told) if m.type.value == "PROTEST" and m.actors), ())


def so_many_of_them(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """Of a deed that meets only a number those whom one before met: "Police held nine dockers. Seven were freed"."""
    head = next(iter(done_to_words(sentence, match)), None)
    if match.phrase.type not in AFTERWARDS or head is None or not is_bare(sentence, head):
        return ()
    met = (m.recipients for m in near(sentence, told) if m.type.value in TAKEN)
    return next((parties for parties in met if parties and all(party.kind in HUMAN for party in parties)), ())


def is_bare(sentence: Sentence, at: int) -> bool:
    """Whether a word is only a number, or "some", and says not of what but "of them"."""
    if sentence[at].upos != "NUM" and sentence.words[at] not in BARE:
        return False
    beside = [child for child in sentence.children_by(at, *BESIDE) if sentence[child].deprel != "acl:relcl"]
    return all(sentence.words[child] in THEM for child in beside)  # "two who fled", "two of them"


def near(sentence: Sentence, told: Sequence[EventMention]) -> list[EventMention]:
    """The deeds told just before, the last first."""
    return [mention for mention in back(told) if sentence.start - mention.sentence.end <= NEAR]
