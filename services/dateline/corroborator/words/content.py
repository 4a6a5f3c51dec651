"""What a mention tells of: the part of its sentence that is its own.

A sentence often tells several deeds ("She said trade had grown, adding that ..., and called for ..."); each is compared
by its own part.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.corroborator.words.wording import WORD
from dateline.corroborator.words.wordlists import words
from dateline_schemas import EventMention, EventType

LEAST: Final = 3
"""Content words that a part needs to say something by itself."""
PARTICIPLE: Final = re.compile(r",[”\"’]? (?=\w+ing\b)|; | — | – ")
"""Where a sentence goes on to another deed: ", adding that"."""
SAID: Final = re.compile(r"\s*(?:$|[.;”\"]|(?:on|in|at|after|during|before|as|while|to|when)\b)")
"""What follows a verb of saying that comes after what is said."""


def own_part(mention: EventMention, siblings: Sequence[EventMention], first: int) -> str:
    """The part of its quote that the mention tells, without the words for who does it; `siblings` are the mentions of
    its sentence, `first` is where the quote begins. What somebody else does within the part belongs to it."""
    trigger = mention.trigger
    quote = without_doers(mention, first)
    before = max((s.trigger.end for s in siblings if s.trigger.end <= trigger.start), default=first)
    after = min((s.trigger.start for s in siblings if goes_on(mention, s)), default=first + len(quote))
    left = quote[max(0, before - first) : max(0, trigger.start - first)]
    right = PARTICIPLE.split(quote[max(0, trigger.end - first) : max(0, after - first)])[0]
    telling = count_telling(right)
    if mention.type is EventType.STATEMENT:
        stands_before = (telling < LEAST or SAID.match(right)) and count_telling(left) >= LEAST
        return left if stands_before else right
    if telling and not (leads_in(mention, before) or mention.type is EventType.AGREE):
        return right
    *_, left = PARTICIPLE.split(left)
    return f"{left} {right}"


def count_telling(text: str) -> int:
    """How many telling words there are, at most LEAST."""
    stop, found = words("stop_words"), 0
    for match in WORD.finditer(text):
        word = match[0]
        if len(word) > 1 and word.casefold() not in stop:
            found += 1
            if found == LEAST:
                break
    return found


def goes_on(mention: EventMention, sibling: EventMention) -> bool:
    """Whether the sentence goes on there to another deed of the same actors."""
    if sibling.trigger.start < mention.trigger.end:
        return False
    doers = {party.actor for party in mention.actors}
    return any(party.actor in doers for party in sibling.actors)


def without_doers(mention: EventMention, first: int) -> str:
    """The quote with blanks where it names who does it: they are compared by themselves."""
    quote = mention.quote
    for party in mention.actors:
        if party.span is not None and first <= party.span.start and party.span.end <= mention.trigger.start:
            start, end = party.span.start - first, party.span.end - first
            quote = quote[:start] + " " * (end - start) + quote[end:]
    return quote


def leads_in(mention: EventMention, before: int) -> bool:
    """Whether whom it is done to stands before the word: "the troops harm us", she said."""
    spans = [party.span for party in mention.recipients if party.span is not None]
    return any(before <= span.start < mention.trigger.start for span in spans)
