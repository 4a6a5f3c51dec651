"""Who is asked where a request's own words do not say it."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import with_case
from dateline.enricher.events.judged import LONG_AGO, back, is_done
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.named import apart
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import EventMention, Party
from dateline_schemas.coded import HUMAN

CALM: Final = frozenset("ASSAULT COERCE THREATEN MOBILIZE SANCTION".split())
"""Deeds whose both sides are asked for calm."""
FOR: Final = frozenset(("for", "to"))
COURT: Final = "JUD"


def asked(
    sentence: Sentence, match: Match, actors: tuple[Party, ...], told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Who did what is to be undone: who holds those whose release is demanded; for calm, both sides; of an appeal to
    nobody, the court that was told of."""
    if match.phrase.type != "REQUEST":
        return ()
    below = [at for used in match.tokens for at in sentence.children_by(used, "obj", "obl", "nmod")]
    for noun in dict.fromkeys((*match.tokens, *below)):
        types = classes("asked.txt").get(sentence.lemmas[noun])
        if types is None:
            continue
        found = next((m for m in back(told) if m.type.value in (types or CALM) and is_done(m) and m.actors), None)
        if found is not None:
            sides = found.actors if types else (*found.actors, *found.recipients)
            return apart(tuple({party.actor: party for party in sides}.values()), actors)
    return _courts(sentence, match, told)


def _courts(sentence: Sentence, match: Match, told: Sequence[EventMention]) -> tuple[Party, ...]:
    """The court told of before, where somebody appeals to nobody for nothing: "Her lawyers said they would appeal"."""
    if sentence.lemmas[match.trigger] != "appeal" or with_case(sentence, match.trigger, FOR):
        return ()
    sides = (party for mention in back(told, LONG_AGO) for party in (*mention.actors, *mention.recipients))
    return next(((party,) for party in sides if party.sector == COURT and party.kind not in HUMAN), ())
