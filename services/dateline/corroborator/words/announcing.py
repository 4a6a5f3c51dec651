"""What a mention says that its doer is going to do."""

import re
from typing import Final

from dateline.corroborator.words.wording import WORD, kinds, stem_of
from dateline.corroborator.words.wordlists import words
from dateline_schemas import EventMention, EventType, Realis

ANNOUNCING: Final = frozenset({EventType.AGREE, EventType.THREATEN, EventType.STATEMENT})
"""Types of deeds that tell what their doer is going to do, where "to" and a verb follow: plans to, vowed to."""
TO_COME: Final = frozenset({Realis.FUTURE, Realis.HYPOTHETICAL})
TO_DO: Final = re.compile(r"(?:\W+\w+){0,3}?\W+to (\w+(?: \w+){0,4})")
"""What is announced, right behind the word for announcing it or at most three words on: "agreed on Monday to sign"."""
CALLED: Final = re.compile(
    r"\b(?:call|announc|plann?|schedul|threaten)(?:e?s|ed|ing)? (?:an?|their|its|new|further)(?: [\w-]+){0,2} $"
)
"""How a deed's noun is led in that is only announced: "called a general strike"."""
LED_IN: Final = 60
"""Characters in which that stands."""
Announced = tuple[tuple[str, ...], frozenset[int]]
"""The stems of the words for a deed, and the kinds of deed that they are words for."""
NOTHING: Final[Announced] = ((), frozenset())


def announced(mention: EventMention, before: str, after: str, own: Announced) -> Announced:
    """The words for what the doer will do: `own` are those of the mention's trigger, `before` and `after` what its
    sentence has on both sides."""
    if mention.realis in TO_COME:
        return own
    if mention.realis is not Realis.ACTUAL:
        return NOTHING
    if CALLED.search(before[-LED_IN:]):
        return own
    found = TO_DO.match(after) if mention.type in ANNOUNCING else None
    if found is None:
        return NOTHING
    telltale = [word for word in map(str.casefold, WORD.findall(found[1])) if word not in words("stop_words")]
    return tuple(sorted(set(map(stem_of, telltale)))), kinds(" ".join(telltale[:2]))
