"""The actors behind a deed: who does it and to whom, by the tree, and failing that by where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.enricher.events.doers import doer_words, doers_of_nouns, is_of_others
from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.hanging import (
    AT,
    CIRCUMSTANCES,
    antecedent,
    beneath,
    hangs_by,
    is_noun,
    subject_words,
    within,
)
from dateline.enricher.events.home import abroad, bordering, foreign, hosts, located, protesters
from dateline.enricher.events.lexicon import UNTAGGED, Match
from dateline.enricher.events.means import benefiting, is_means, is_possessor, moving, own_means, whom_it_is_for
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.partners import ARRIVALS, SCENES, are_partners, is_gathering, partners_first
from dateline.enricher.events.unsaid import the_two, unsaid_doers
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import FINITE, ROOT, Sentence
from dateline_schemas import Party

HARMS: Final = {"ACCUSE": "harming", "REQUEST": "freeing"}
"""Deeds about another deed, by the nouns of that which names its victim."""
PARTS: Final = ("flat", "compound", "amod", "nmod:poss", "appos", "det", "case", "nummod")
STRUCK: Final = frozenset("in at during on near against inside outside".split())
VICTIMS: Final = frozenset(("of", "on", "against", "in"))
SPOKEN: Final = frozenset("AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN RETREAT".split())
JUDGING: Final = frozenset("SUPPORT REQUEST ACCUSE REJECT".split())
ASIDE: Final = ("advcl", "conj", "parataxis")
WHOEVER: Final = frozenset("who that which i we you".split())
"""Subjects whom nothing before them names where nothing is known of them: "those who marched"."""
NEAR: Final = 12
"""Words within which an actor after a deed is taken for its recipient where the tree names none."""


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
        return Participants((), first_within(named, sentence, subject_words(sentence, match.trigger)))
    actors = doers(named, sentence, match) or moving(named, sentence, match)
    actors = actors or first_within(named, sentence, doers_of_nouns(sentence, match))
    if not any(actor.country for actor in actors):
        actors = the_two(named, sentence, match, doer_words(sentence, match)) or actors
    actors = actors or unsaid_doers(named, sentence, match) or protesters(named, sentence, match)
    by_tree = bool(actors)
    if not actors and sentence[match.trigger].xpos in FINITE and not has_other_doer(sentence, match):
        actors = named.first(range(match.trigger - 1, -1, -1))
    if not actors and sentence[match.trigger].xpos == "VBG" and match.trigger:
        actors = named.parties(match.trigger - 1)
    if match.phrase.type == "STATEMENT":  # nothing is done to anybody
        return Participants(actors, (), by_tree)
    done_to = done_to_words(sentence, match)
    if names_a_stranger(named, sentence, done_to):
        return Participants(actors, (), by_tree)
    if are_partners(match, actors):
        others = (apart(named.parties(at), actors) for at in done_to if not hangs_by(sentence, at, SCENES))
        return Participants(actors, next(filter(None, others), ()), by_tree)
    if is_gathering(sentence, match):
        done_to = partners_first(sentence, match, done_to)
    if is_spoken(sentence, match):
        done_to = [at for at in done_to if not is_scene(sentence, at, match)]
    known = (*actors, *own_means(named, match, done_to, actors))
    recipients = recipients_within(named, sentence, match, done_to, known)
    if recipients and (
        is_means(sentence, match, actors, recipients) or is_possessor(sentence, match, done_to, actors, recipients)
    ):
        recipients = whom_it_is_for(named, sentence, match, known) or recipients
    if recipients and not any(party.country for party in recipients):
        asked = [at for head in done_to for at in within(sentence, head)] if match.phrase.type == "REQUEST" else []
        recipients = of_a_country(named, [*benefiting(sentence, done_to), *asked], known) or recipients
    judged = is_noun(sentence, match.trigger) and not actors and is_of_others(sentence, match)
    if not recipients and not judged:
        recipients = apart(further_party(named, sentence, match, known), known)
        by_tree = by_tree and not recipients
    if not recipients:
        recipients = bordering(named, sentence, match, actors) or abroad(named, sentence, match, actors)
    recipients = located(named, sentence, match, done_to, recipients)
    return Participants(actors, foreign(sentence, hosts(named, sentence, match, recipients), actors), by_tree)


def is_spoken(sentence: Sentence, match: Match) -> bool:
    """Whether the verb is of words, or of leaving, which where it is done suffers nothing: "resigned in Dublin"."""
    trigger = sentence[match.trigger]
    return match.phrase.type in SPOKEN and trigger.upos == "VERB" and trigger.lemma.lower() not in ARRIVALS


def is_scene(sentence: Sentence, at: int, match: Match) -> bool:
    """Whether words are spoken there; but "took a swipe at Oslo" is at Oslo."""
    if sentence[at].head != match.trigger or sentence[at].upos != "PROPN" or not hangs_by(sentence, at, AT):
        return False
    case = sentence.children_by(at, "case")[0]
    return sentence[case].text.lower() != "at" or case - 1 == match.trigger or case - 1 not in match.tokens


def names_a_stranger(named: Remembering, sentence: Sentence, done_to: Sequence[int]) -> bool:
    """Whether the deed's own object is a name that nobody known stands behind: then nobody else is the recipient."""
    head = done_to[0] if done_to else None
    if head is None or sentence[head].deprel not in ("obj", "nsubj:pass") or sentence[head].upos != "PROPN":
        return False
    return not any(named.parties(at) for at in within(sentence, head))


def further_party(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is named beneath the deed, else nearest after it; of a meeting not where it is."""
    gathering, spoken = is_gathering(sentence, match), is_spoken(sentence, match)
    for at in beneath(sentence, match.trigger):
        if (gathering and hangs_by(sentence, at, AT)) or (spoken and is_scene(sentence, at, match)):
            continue
        if is_victim(sentence, match, at) or is_beside(sentence, match, at) or does_next(sentence, at, match.trigger):
            continue
        found = apart(named.parties(at), actors)
        if found:
            return found
    return () if gathering else following_party(named, sentence, match, spoken, actors)


def doers(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who does it; of a noun that the deed hangs on, nobody who belongs to the deed: in "asked for help in the fight
    against X" X does not fight."""
    heads = doer_words(sentence, match)
    own = set(sentence.subtree(match.trigger))
    for head in heads:
        found = named.parties(head)
        if found:
            return found
    for head in heads:
        for at in within(sentence, head):
            if (at in own and head not in own) or (match.phrase.type == "ASSAULT" and is_struck(sentence, at, head)):
                continue
            found = named.parties(at)
            if found:
                return found
    return ()


def is_struck(sentence: Sentence, at: int, head: int) -> bool:
    """Whether a word only says where or at whom the head strikes: "a bomb in Kenya", "the raid on Chad"."""
    if sentence.lemmas[head] not in verbs("striking"):
        return False
    while at != head:
        if hangs_by(sentence, at, STRUCK):
            return True
        at = sentence[at].head
    return False


def has_other_doer(sentence: Sentence, match: Match) -> bool:
    """Whether the tree names a doer of whom nothing is known, so that who is named before it did nothing."""
    if is_done_by_a_thing(sentence, match):
        return True
    subjects = [sentence[at] for at in sentence.children_by(match.trigger, "nsubj")]
    return any(each.upos in ("NOUN", "NUM", "ADJ") or each.text.lower() in WHOEVER for each in subjects)


def is_done_by_a_thing(sentence: Sentence, match: Match) -> bool:
    """Whether a bomb or a battle does it, so that who is named before it does not: "Chad said a blast killed nine",
    "nine died"."""
    if match.phrase.type != "ASSAULT":
        return False
    if sentence.lemmas[match.trigger] in verbs("suffering"):
        return True
    subjects = [antecedent(sentence, at) for at in sentence.children_by(match.trigger, "nsubj")]
    return any(sentence.lemmas[at] in verbs("striking") for at in subjects)


def is_victim(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether somebody suffered what is condemned, or is to be freed: not whom the words are for."""
    if is_wanted(sentence, at):
        return True
    harms = HARMS.get(match.phrase.type)
    if not harms:
        return False
    while sentence[at].deprel in PARTS and at != match.trigger:
        at = sentence[at].head
    above = sentence[at].head
    return above != ROOT and sentence[above].lemma.lower() in verbs(harms) and hangs_by(sentence, at, VICTIMS)


def is_wanted(sentence: Sentence, at: int) -> bool:
    """Whether a word is what somebody demands: "demanded more patrols", but "wanted the force to go"."""
    token = sentence[at]
    if token.deprel != "obj" or token.xpos != "NNS" or sentence[token.head].lemma.lower() not in verbs("wanting"):
        return False
    return not sentence.children_by(token.head, "xcomp", "ccomp")


def recipients_within(
    named: Remembering, sentence: Sentence, match: Match, heads: Sequence[int], but: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of the first noun phrase that has any who are not `but`: its own, else those named within it."""
    heads = [head for head in heads if not is_victim(sentence, match, head)]
    inner = (at for head in heads for at in within(sentence, head) if not is_victim(sentence, match, at))
    for at in (*heads, *inner):
        found = apart(named.parties(at), but)
        if found:
            return found
    return ()


def first_within(named: Remembering, sentence: Sentence, heads: Sequence[int]) -> tuple[Party, ...]:
    """The parties of the first noun phrase that has any: its own, else those named within it."""
    return named.first(heads) or named.first(at for head in heads for at in within(sentence, head))


def of_a_country(named: Remembering, heads: Sequence[int], but: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of those a deed is done to the first who are of a country: of "sent experts to Kenya" Kenya, for PLOVER's
    recipient is whom it is for, and experts are anybody's."""
    for head in heads:
        found = apart(named.parties(head), but)
        if any(party.country for party in found):
            return found
    return ()


def following_party(
    named: Remembering, sentence: Sentence, match: Match, spoken: bool, but: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The nearest party after the trigger who is not `but`, up to the next circumstance or verb with a subject of its
    own; of words not where they are `spoken`."""
    trigger = match.trigger
    for at in range(trigger + 1, min(trigger + 1 + NEAR, len(sentence))):
        token = sentence[at]
        if token.text.lower() in CIRCUMSTANCES or token.text in (";", ":"):
            return ()
        if token.upos == "VERB" and any(sentence[c].deprel.startswith("nsubj") for c in sentence.children(at)):
            return ()
        passed = (spoken and is_scene(sentence, at, match)) or is_victim(sentence, match, at)
        passed = passed or is_beside(sentence, match, at) or does_next(sentence, at, trigger)
        found = () if passed else apart(named.parties(at), but)
        if found:
            return () if acts_elsewhere(sentence, at, trigger) else found
    return ()


def acts_elsewhere(sentence: Sentence, at: int, trigger: int) -> bool:
    """Whether a word stands in the subject of a verb that the deed does not lead: ", the ministry said"."""
    above = (at, *sentence.ancestors(at))
    return trigger not in above and any(sentence[each].deprel.startswith("nsubj") for each in above)


def does_next(sentence: Sentence, at: int, trigger: int) -> bool:
    """Whether a word stands in the subject of a verb that is tied to the deed's: "and the United States gave"."""
    is_subject = False
    while sentence[at].head not in (ROOT, trigger):
        above = sentence[sentence[at].head]
        is_subject = is_subject or sentence[at].deprel.startswith("nsubj")
        if is_subject and above.deprel in ASIDE:
            return True
        at = above.index
    return False


def is_beside(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a word of judging or asking has somebody only in a clause beside its own: ", saying his fighters", "and
    offered his fighters"."""
    above = (at, *sentence.ancestors(at))
    if match.phrase.type not in JUDGING or match.trigger not in above:
        return False
    between = above[: above.index(match.trigger)]
    return any(sentence[each].upos == "VERB" and sentence[each].deprel in ASIDE for each in between)
