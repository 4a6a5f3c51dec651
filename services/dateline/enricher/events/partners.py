"""Deeds that several do with each other: who are partners, and whom a meeting is with."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import hangs_by
from dateline.enricher.events.lexicon import Match
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Party

MUTUAL: Final = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT"))
"""Deeds that partners do with each other."""
ARRIVALS: Final = frozenset("arrive land fly travel come go return visit tour head leave pay begin start make".split())
"""Verbs whose place is whom they visit."""
TALKED_OVER: Final = frozenset("discuss debate review raise address".split())
"""Verbs of talking whose object is the matter."""
WITH: Final = frozenset(("with",))
SCENES: Final = frozenset(("in", "at", "on", "about", "over"))
"""Prepositions of where partners meet, and on what."""


def are_partners(match: Match, actors: Sequence[Party]) -> bool:
    """Whether several do it with each other, so that nobody else need be its recipient: "Chad and Niger signed", "the
    union and the firm"."""
    sides = {(party.country, party.sector) for party in actors if party.country}
    return match.phrase.type in MUTUAL and len(sides) > 1


def is_gathering(sentence: Sentence, match: Match) -> bool:
    """Whether the verb is of meeting, which where it is done is no part of: "they met in Asmara", but "arrived in"."""
    trigger = sentence[match.trigger]
    return match.phrase.type == "CONSULT" and trigger.upos == "VERB" and trigger.lemma.lower() not in ARRIVALS


def partners_first(sentence: Sentence, match: Match, done_to: Sequence[int]) -> list[int]:
    """Whom a meeting is with: those "with" whom before any object, which may be what is talked about."""
    partners = [head for head in done_to if hangs_by(sentence, head, WITH)]
    topical = sentence[match.trigger].lemma.lower() in TALKED_OVER
    others = () if topical and partners else (h for h in done_to if not hangs_by(sentence, h, SCENES | WITH))
    return [*partners, *others]
