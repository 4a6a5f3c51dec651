"""Who does a deed: by the tree, and failing that by where they stand."""

from typing import Final

from dateline.enricher.events.crowds import protesting
from dateline.enricher.events.doers import doer_words, doers_of_nouns
from dateline.enricher.events.hanging import (
    INSIDE,
    OF,
    antecedent,
    hangs_by,
    is_noun,
    is_reduced_passive,
    is_suffering,
    subject_words,
    with_case,
    within,
)
from dateline.enricher.events.home import SUFFERED, protesters
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.means import moving
from dateline.enricher.events.named import Remembering, of_a_country
from dateline.enricher.events.suffering import are_people, undergoing
from dateline.enricher.events.unsaid import the_two, unsaid_doers
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import FINITE, Sentence
from dateline_schemas import Party

STRUCK: Final = frozenset("in at during on near off against inside outside".split())
WHOEVER: Final = frozenset("who that which i we you".split())
"""Subjects whom nothing before them names where nothing is known of them: "those who marched"."""


def actors_of(named: Remembering, sentence: Sentence, match: Match) -> tuple[tuple[Party, ...], bool]:
    """Who does it, and whether the tree said so."""
    told = issuing(named, sentence, match) or actors_by_tree(named, sentence, match)
    return protesting(sentence, match, told) or actors_before(named, sentence, match), bool(told)


def issuing(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Whose communiqué it is, of a clause's first verb and of those that go on from it: "1. Condemns it and asks"."""
    at = match.trigger
    if is_noun(sentence, at):
        return ()
    while sentence[at].deprel == "conj" and not sentence.children_by(at, "nsubj"):
        at = sentence[at].head
    return named.issuer() if at == sentence.root and sentence[at].xpos in FINITE else ()


def actors_by_tree(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who does it by the words that the deed hangs together with."""
    moves = not is_suffering(sentence, match.trigger)  # who walks free is let go
    actors = doers(named, sentence, match) or (moving(named, sentence, match) if moves else ())
    actors = actors or named.first_within(doers_of_nouns(sentence, match))
    if not any(actor.country for actor in actors):
        actors = the_two(named, sentence, match, doer_words(sentence, match)) or actors
    return actors or unsaid_doers(named, sentence, match) or protesters(named, sentence, match)


def actors_before(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who stands nearest before it, where that may be who did it."""
    actors: tuple[Party, ...] = ()
    if may_be_before(sentence, match):
        told = (at for at in range(match.trigger - 1, -1, -1) if not hangs_by(sentence, at, INSIDE))
        actors = named.first(told)
    if not actors and sentence[match.trigger].xpos == "VBG" and match.trigger:
        return named.parties(match.trigger - 1)
    return actors


def doers(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who does it; of a noun that the deed hangs on, nobody who belongs to the deed: in "asked for help in the fight
    against X" X does not fight."""
    heads = doer_words(sentence, match)
    own = set(sentence.subtree(match.trigger))
    itself = named.parties(match.trigger) if is_noun(sentence, match.trigger) else ()  # "joint patrols" patrol not
    victims = undergoing(sentence, match.trigger)
    heads = [at for at in heads if at not in victims or not are_people(named.parties(at))]
    for head in heads:
        found = named.parties(head)
        if found and (found != itself or is_owner(sentence, head, match)):
            return members(named, sentence, head) or found
    for head in heads:
        for at in within(sentence, head):
            if (at in own and head not in own) or (match.phrase.type == "ASSAULT" and is_struck(sentence, at, head)):
                continue
            found = named.parties(at)
            if found:
                return found
    return ()


def is_owner(sentence: Sentence, at: int, match: Match) -> bool:
    """Whether whose the deed is did it: "at Chad's request"; but "his arrest" was done to him."""
    suffered = sentence[at].xpos == "PRP$" and match.phrase.type in SUFFERED
    return sentence[at].deprel == "nmod:poss" and not suffered


def members(named: Remembering, sentence: Sentence, group: int) -> tuple[Party, ...]:
    """Of a group of no known country, those of one whom it is made up of: "a brigade of Cuban doctors"."""
    if any(party.country for party in named.parties(group)):
        return ()
    return of_a_country(named, with_case(sentence, group, OF), ())


def is_struck(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a word only says where or at whom the head strikes: "a bomb in Kenya", "the raid on Chad"."""
    if sentence.lemmas[head] not in verbs("striking"):
        return False
    struck = STRUCK | OF if sentence.words[head].endswith("ing") else STRUCK  # "the shelling of Gao"
    while at != head:
        if hangs_by(sentence, at, struck):
            return True
        at = sentence[at].head
    return False


def may_be_before(sentence: Sentence, match: Match) -> bool:
    """Whether who is named nearest before a deed may have done it: not where its clause has a subject, whom nobody
    knows ("a source said"), or none as it is no verb of its own."""
    if sentence[match.trigger].xpos not in FINITE or is_reduced_passive(sentence, match.trigger):
        return False
    if is_suffering(sentence, match.trigger) or is_done_by_a_thing(sentence, match):
        return False
    subjects = [sentence[at] for at in subject_words(sentence, match.trigger)]
    return not any(each.upos in ("NOUN", "NUM", "ADJ") or each.text.lower() in WHOEVER for each in subjects)


def is_done_by_a_thing(sentence: Sentence, match: Match) -> bool:
    """Whether a bomb or a battle does it, so that who is named before it does not: "Chad said a blast killed nine",
    "nine died"."""
    if match.phrase.type != "ASSAULT":
        return False
    subjects = [antecedent(sentence, at) for at in sentence.children_by(match.trigger, "nsubj")]
    return any(sentence.lemmas[at] in verbs("striking") for at in subjects)
