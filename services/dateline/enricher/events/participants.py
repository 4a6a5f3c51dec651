"""The parties of a deed: who does it and to whom."""

from dataclasses import dataclass

from dateline.enricher.events.acting import actors_of
from dateline.enricher.events.addressed import addressed
from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.getting import getters, getting_verb, givers
from dateline.enricher.events.hanging import subject_words
from dateline.enricher.events.home import hosts, located, without_own_scene
from dateline.enricher.events.lexicon import UNTAGGED, Match
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.partners import are_partners
from dateline.enricher.events.receiving import (
    in_order,
    is_mutual,
    may_be_near,
    names_a_stranger,
    partner_of,
    recipients_by_place,
    recipients_by_tree,
    recipients_near,
    recipients_within,
)
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Party


@dataclass(frozen=True)
class Participants:
    """Who does it, to whom, and whether the tree said so."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    by_tree: bool = True


def participants_of(named: Remembering, sentence: Sentence, match: Match) -> Participants:
    """The parties of the deed."""
    if sentence[match.trigger].upos == UNTAGGED:
        return on_either_side(named, sentence, match.trigger)
    if match.phrase.says:
        return Participants((), named.first_within(subject_words(sentence, match.trigger)))
    gets = getting_verb(sentence, match)
    if gets is not None:
        given_by = named.first_within(givers(sentence, match, gets))
        return Participants(given_by, recipients_within(named, sentence, match, getters(sentence, gets), given_by))
    actors, by_tree = actors_of(named, sentence, match)
    if match.phrase.type == "STATEMENT":  # nothing is done to anybody
        return Participants(actors, addressed(named, sentence, match, actors), by_tree)
    if actors and (is_mutual(sentence, match, actors) or match.phrase.mode == "resign"):
        return Participants(actors, (), by_tree)
    done_to = done_to_words(sentence, match)
    if names_a_stranger(named, sentence, match, done_to):
        return Participants(actors, (), by_tree)
    if are_partners(match, actors):
        return Participants(actors, partner_of(named, sentence, done_to, actors), by_tree)
    done_to = in_order(sentence, match, done_to)
    recipients, known = recipients_by_tree(named, sentence, match, done_to, actors)
    if not recipients and may_be_near(sentence, match, actors):
        recipients = recipients_near(named, sentence, match, actors, known)
        by_tree = by_tree and not recipients
    recipients = recipients or recipients_by_place(named, sentence, match, actors)
    recipients = without_own_scene(sentence, match, recipients, actors)
    recipients = located(named, sentence, match, done_to, recipients, actors)
    return Participants(actors, hosts(named, sentence, match, recipients), by_tree)


def on_either_side(named: Remembering, sentence: Sentence, trigger: int) -> Participants:
    """Who is named before and after, where there is no tree."""
    before = named.first(range(trigger - 1, -1, -1))
    after = named.first(range(trigger + 1, len(sentence)))
    return Participants(before, apart(after, before), by_tree=False)
