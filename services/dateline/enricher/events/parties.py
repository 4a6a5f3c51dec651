"""The parties of a deed by its own sentence, by who speaks, and by the deeds told before it."""

from collections.abc import Sequence

from dateline.enricher.events.again import doers_told
from dateline.enricher.events.asking import asked
from dateline.enricher.events.crowds import crowd
from dateline.enricher.events.home import foreign, whose_news
from dateline.enricher.events.issued import issued_by
from dateline.enricher.events.judged import answered, judged, judges_it, quarrelled, retorted
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.participants import Participants, participants_of
from dateline.enricher.events.setting import Scene
from dateline.enricher.events.speaking import met_by, spoken
from dateline.enricher.events.those import so_many_of_them, some_of_them
from dateline.enricher.events.together import of_one_mind, together
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Attribution, EventMention, Party


def parties_of(
    named: Remembering, scene: Scene, match: Match, attribution: Attribution | None, told: Sequence[EventMention]
) -> Participants:
    """Who does it and to whom, after the deeds `told` before."""
    sentence = scene.sentence
    found = spoken(participants_of(named, sentence, match), match, scene, attribution)
    actors = found.actors or of_one_mind(sentence, match, told) or issued_by(sentence, match, told)
    actors = actors or some_of_them(sentence, match, told)
    recipients = met_by(found, match, scene, attribution) or so_many_of_them(sentence, match, told)
    actors = actors or apart(doers_told(sentence, match, recipients, told), recipients)
    found = Participants(actors, recipients, found.by_tree)
    recipients = whom_it_meets(named, sentence, match, found, told)
    both = together(sentence, match, actors, told)
    if both != actors:
        own = {party.country for party in both}
        recipients = tuple(party for party in recipients if party.country not in own)
    return Participants(both, foreign(sentence, match, recipients, both), found.by_tree)


def whom_it_meets(
    named: Remembering, sentence: Sentence, match: Match, participants: Participants, told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Those whom its words name, else those of the deed before that it takes up; what is only said of somebody has to
    name them."""
    actors = participants.actors
    if not actors or match.phrase.says:
        return participants.recipients
    if match.phrase.type == "ASSAULT":
        return crowd(sentence, match, actors, participants.recipients, told)
    contradicted = retorted(sentence, match, actors, told)
    if contradicted:
        return contradicted
    if participants.recipients and not judges_it(sentence, match):
        return participants.recipients
    taken_up = judged(sentence, match, actors, told) or asked(sentence, match, actors, told)
    taken_up = taken_up or participants.recipients or answered(sentence, match, actors, told)
    taken_up = taken_up or quarrelled(sentence, match, actors, told)
    return taken_up or (whose_news(named, match, actors) if participants.by_tree else ())
