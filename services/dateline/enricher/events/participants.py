"""The actors behind a deed: who does it and to whom, by the tree, and failing that by where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.events.addressed import addressed
from dateline.enricher.events.aside import is_of_a_thing, is_own_scene, is_scene, is_spoken, is_victim
from dateline.enricher.events.crowds import police_met, protesting
from dateline.enricher.events.doers import doer_words, doers_of_nouns, is_of_others
from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.getting import getters, getting_verb, givers
from dateline.enricher.events.hanging import (
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
from dateline.enricher.events.home import SUFFERED, abroad, bordering, confined, counted, hosts, located, protesters
from dateline.enricher.events.lexicon import UNTAGGED, Match
from dateline.enricher.events.means import (
    benefiting,
    helped,
    is_anybody,
    is_means,
    is_only_own,
    is_possessor,
    moving,
    own_means,
    whom_it_is_for,
)
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.nearby import further_party, provoker, state_taken_to_task
from dateline.enricher.events.partners import SCENES, are_partners, is_gathering, partners_first
from dateline.enricher.events.unsaid import the_two, unsaid_doers
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import FINITE, Sentence
from dateline_schemas import ActorKind, Party

STRUCK: Final = frozenset("in at during on near against inside outside".split())
INSIDE: Final = frozenset(("in", "during"))
MUTUAL: Final = (["each", "other"], ["one", "another"])
SENDING: Final = ("AGREE", "AID", "MOBILIZE")
"""Deeds of which who stands near may be who is sent."""
WHOEVER: Final = frozenset("who that which i we you".split())
"""Subjects whom nothing before them names where nothing is known of them: "those who marched"."""


@dataclass(frozen=True)
class Participants:
    """Who does it, to whom, and whether the tree said so."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    by_tree: bool = True


def participants_of(named: Remembering, sentence: Sentence, match: Match) -> Participants:
    """The parties of the deed."""
    if sentence[match.trigger].upos == UNTAGGED:
        before = named.first(range(match.trigger - 1, -1, -1))
        after = named.first(range(match.trigger + 1, len(sentence)))
        return Participants(before, apart(after, before), by_tree=False)
    if match.phrase.says:
        return Participants((), named.first_within(subject_words(sentence, match.trigger)))
    gets = getting_verb(sentence, match)
    if gets is not None:
        given_by = named.first_within(givers(sentence, match, gets))
        return Participants(given_by, recipients_within(named, sentence, match, getters(sentence, gets), given_by))
    actors = doers(named, sentence, match) or moving(named, sentence, match)
    actors = actors or named.first_within(doers_of_nouns(sentence, match))
    if not any(actor.country for actor in actors):
        actors = the_two(named, sentence, match, doer_words(sentence, match)) or actors
    actors = actors or unsaid_doers(named, sentence, match) or protesters(named, sentence, match)
    by_tree = bool(actors)
    actors = protesting(sentence, match, actors)
    if not actors and may_be_before(sentence, match):
        told = (at for at in range(match.trigger - 1, -1, -1) if not hangs_by(sentence, at, INSIDE))
        actors = named.first(told)
    if not actors and sentence[match.trigger].xpos == "VBG" and match.trigger:
        actors = named.parties(match.trigger - 1)
    if match.phrase.type == "STATEMENT":  # nothing is done to anybody
        return Participants(actors, addressed(named, sentence, match, actors), by_tree)
    if actors and (is_mutual(sentence, match.trigger) or match.phrase.mode == "resign"):
        return Participants(actors, (), by_tree)
    done_to = done_to_words(sentence, match)
    if names_a_stranger(named, sentence, match, done_to):
        return Participants(actors, (), by_tree)
    if are_partners(match, actors):
        others = (apart(named.parties(at), actors) for at in done_to if not hangs_by(sentence, at, SCENES))
        return Participants(actors, next((o for o in others if o and not is_only_own(sentence, o)), ()), by_tree)
    if is_gathering(sentence, match):
        done_to = partners_first(sentence, match, done_to)
    if is_spoken(sentence, match):
        done_to = [at for at in done_to if not is_scene(sentence, at, match)]
    known = (*actors, *own_means(named, match, done_to, actors))
    recipients = counted(named, sentence, match, done_to, actors)
    recipients = recipients or recipients_within(named, sentence, match, done_to, known)
    if recipients and (
        is_means(sentence, match, actors, recipients) or is_possessor(sentence, match, done_to, actors, recipients)
    ):
        if is_only_own(sentence, recipients):
            known, recipients = (*known, *recipients), ()
        recipients = whom_it_is_for(named, sentence, match, known) or recipients
    if recipients and all(is_anybody(sentence, party) for party in recipients):
        asked = [at for head in done_to for at in within(sentence, head)] if match.phrase.type == "REQUEST" else []
        given = [at for head in benefiting(sentence, match, done_to) for at in within(sentence, head)]
        recipients = of_a_country(named, [*given, *asked], known) or recipients
    judged = is_noun(sentence, match.trigger) and not actors and is_of_others(sentence, match)
    described = match.phrase.type == "ACCUSE" and is_reduced_passive(sentence, match.trigger)
    if not recipients and not judged and not described:
        recipients = helped(named, sentence, match, known) or provoker(named, sentence, match, known)
        recipients = recipients or state_taken_to_task(named, sentence, match, known)
        recipients = recipients or further_party(named, sentence, match, known)
        recipients = apart(recipients, known)
        by_tree = by_tree and not recipients
        if recipients and match.phrase.type in SENDING and is_means(sentence, match, actors, recipients):
            recipients = whom_it_is_for(named, sentence, match, known) or recipients
    if not recipients:
        recipients = bordering(named, sentence, match, actors) or confined(named, sentence, match, actors)
        recipients = recipients or abroad(named, sentence, match, actors)
        recipients = recipients or police_met(named, sentence, match, actors)
    recipients = located(named, sentence, match, done_to, recipients, actors)
    return Participants(actors, hosts(named, sentence, match, recipients), by_tree)


def is_mutual(sentence: Sentence, trigger: int) -> bool:
    """Whether the doers do it to one another: "accused each other of looting", "expelled each other's envoys"."""
    objects = sentence.children_by(trigger, "obj")
    owners = [owner - 1 for at in objects for owner in sentence.children_by(at, "nmod:poss")]
    return any(sentence.words[at : at + 2] in MUTUAL for at in (*objects, *owners))


def names_a_stranger(named: Remembering, sentence: Sentence, match: Match, done_to: Sequence[int]) -> bool:
    """Whether the deed's own object is a name that nobody known stands behind, somebody's wife, or, of what is asked,
    many countries: then nobody else is the recipient."""
    head = done_to[0] if done_to else None
    if head is not None and match.phrase.type == "REQUEST" and sentence.lemmas[head] in verbs("many"):
        return not any(named.parties(at) for at in within(sentence, head))  # "urged member states to leave Chad"
    if head is None or sentence[head].deprel not in ("obj", "nsubj:pass"):
        return False
    if sentence.lemmas[head] in words("of_persons"):  # "her husband was criticised"
        return not named.parties(head)
    if sentence[head].upos != "PROPN":
        return False
    if sentence[head].text.islower():  # "stones", which taggers take for a name
        return False
    return not any(named.parties(at) for at in within(sentence, head))


def doers(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who does it; of a noun that the deed hangs on, nobody who belongs to the deed: in "asked for help in the fight
    against X" X does not fight."""
    heads = doer_words(sentence, match)
    own = set(sentence.subtree(match.trigger))
    itself = named.parties(match.trigger) if is_noun(sentence, match.trigger) else ()  # "joint patrols" patrol not
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
    if is_done_by_a_thing(sentence, match):
        return False
    subjects = [sentence[at] for at in subject_words(sentence, match.trigger)]
    return not any(each.upos in ("NOUN", "NUM", "ADJ") or each.text.lower() in WHOEVER for each in subjects)


def is_done_by_a_thing(sentence: Sentence, match: Match) -> bool:
    """Whether a bomb or a battle does it, so that who is named before it does not: "Chad said a blast killed nine",
    "nine died"."""
    if match.phrase.type != "ASSAULT":
        return False
    if is_suffering(sentence, match.trigger):
        return True
    subjects = [antecedent(sentence, at) for at in sentence.children_by(match.trigger, "nsubj")]
    return any(sentence.lemmas[at] in verbs("striking") for at in subjects)


def recipients_within(
    named: Remembering, sentence: Sentence, match: Match, heads: Sequence[int], but: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of the first noun phrase that has any who are not `but`: its own, else those named within it; last
    those in which it is done: "raided the king's home in Lima"."""
    heads = [head for head in heads if not (is_victim(sentence, match, head) or is_own_scene(sentence, head))]
    scenes = [head for head in heads if hangs_by(sentence, head, INSIDE)]
    heads = [head for head in heads if head not in scenes]
    inner = [at for head in (*heads, *scenes) for at in within(sentence, head)]
    own: tuple[Party, ...] = ()
    for at in (*heads, *inner):
        if is_victim(sentence, match, at) or is_own_scene(sentence, at):
            continue
        found = apart(named.parties(at), but)
        if found and is_of_a_thing(sentence, match, found):
            continue
        if found and are_own_state(found, but):
            own = own or found  # "threatened to halt all US aid to Chad"
        elif found:
            return found
    return own


def are_own_state(parties: Sequence[Party], doers: Sequence[Party]) -> bool:
    """Whether they are but the state of an official who does it."""
    own = {doer.country for doer in doers if doer.sector == "GOV" and doer.country}
    return all(party.kind is ActorKind.GOVERNMENT and party.country in own for party in parties)


def of_a_country(named: Remembering, heads: Sequence[int], but: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of those a deed is done to the first who are of a country: of "sent experts to Kenya" Kenya, for PLOVER's
    recipient is whom it is for, and experts are anybody's."""
    for head in heads:
        found = apart(named.parties(head), but)
        if any(party.country for party in found):
            return found
    return ()
