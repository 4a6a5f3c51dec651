"""To whom something is said: "told parliament", "assured the growers", "sent his condolences to the families"."""

from typing import Final

from dateline.enricher.events.hanging import TO, with_case, within
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Party

CONDOLENCE: Final = "018"


def addressed(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a verb of telling has as its object, or to whom grief is expressed."""
    heads: list[int] = []
    if sentence.lemmas[match.trigger] in verbs("telling"):
        heads += sentence.children_by(match.trigger, "iobj", "obj")
    if match.phrase.cameo == CONDOLENCE:
        heads += [at for used in match.tokens for at in with_case(sentence, used, TO)]
    for head in heads:
        found = named.parties(head) or next(filter(None, map(named.parties, within(sentence, head))), ())
        if found:
            return apart(found, actors)
    return ()
