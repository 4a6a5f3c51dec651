"""Who stands near a deed whose tree names nobody that it is done to."""

from typing import Final

from dateline.enricher.events.aside import (
    ASIDE,
    is_only_named,
    is_own_scene,
    is_reader,
    is_said_beside,
    is_scene,
    is_spoken,
    is_victim,
)
from dateline.enricher.events.hanging import (
    AT,
    CIRCUMSTANCES,
    beneath,
    hangs_by,
    is_at_word,
    is_noun,
    is_only_whose,
    with_case,
)
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering, apart
from dateline.enricher.events.partners import is_gathering
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import Party

ENDS: Final = frozenset((*CIRCUMSTANCES, ";", ":", "but"))
OF_STATE: Final = ("GOV", "MIL")
BORDERS: Final = frozenset(("border", "frontier"))
NEARBY: Final = frozenset("near along at on by around from".split())
SEIZING: Final = ("COERCE", "ASSAULT", "PROTEST")
SUSPECTING: Final = frozenset("suspect accuse convict want charge".split())
IN: Final = frozenset(("in",))
ANSWERS: Final = ("THREATEN", "ACCUSE", "REJECT")
NEAR: Final = 12
"""Words within which an actor after a deed is taken for its recipient where the tree names none."""


def further_party(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is named beneath the deed, else nearest after it; of a meeting not where it is."""
    gathering, spoken = is_gathering(sentence, match), is_spoken(sentence, match)
    for at in beneath(sentence, match.trigger):
        # First, for it is remembered: what else is asked takes as long as the tree is deep, for each word of each deed.
        found = besides(apart(named.parties(at), actors), actors)
        if not found or (gathering and hangs_by(sentence, at, AT)) or (spoken and is_scene(sentence, at, match)):
            continue
        if is_victim(sentence, match, at) or is_said_beside(sentence, match, at) or is_reader(sentence, match, at):
            continue
        if does_next(sentence, at, match.trigger):
            continue
        if is_own_scene(sentence, at, match.trigger) or is_landmark(sentence, match, at) or is_remembered(sentence, at):
            continue
        if not is_only_named(sentence, match, at, found):
            return found
    return () if gathering else following_party(named, sentence, match, spoken, actors)


def provoker(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who did what one answers with a threat or a rebuke: "vowed revenge after a Chadian strike killed ten"."""
    if match.phrase.type not in ANSWERS:
        return ()
    above = sentence[match.trigger].head
    verbs_of = [match.trigger, *sentence.children_by(match.trigger, "xcomp"), *([above] if above != ROOT else [])]
    for clause in (at for verb in verbs_of for at in sentence.children_by(verb, "advcl")):
        if any(sentence.words[mark] == "after" for mark in sentence.children_by(clause, "mark")):
            found = named.first_within(sentence.children_by(clause, "nsubj"))
            return besides(apart(found, actors), actors)
    return ()


def state_taken_to_task(
    named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The government where what only states do is criticised: "condemned the crackdown in Chad"."""
    if match.phrase.type != "ACCUSE" or not actors:
        return ()
    objects = [match.trigger, *match.tokens, *sentence.children_by(match.trigger, "obj", "obl")]
    acts = [at for head in objects for at in (head, *sentence.children_by(head, "nmod", "obl"))]
    judged = [at for at in acts if sentence.lemmas[at] in verbs("acts_of_state")]
    for place in (place for at in (*judged, match.trigger) if judged for place in with_case(sentence, at, IN)):
        found = apart(named.state(place), actors)
        if found:
            return besides(found, actors)
    return ()


def following_party(
    named: Remembering, sentence: Sentence, match: Match, spoken: bool, but: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The nearest party after the trigger who is not `but`, up to the next circumstance or verb with a subject of its
    own, or tied to a visit or a strike: "visited the districts and ordered the army"; of words not where
    they are `spoken`."""
    trigger = match.trigger
    striking = match.phrase.type == "PROTEST" and is_noun(sentence, trigger)
    whole = striking or (match.phrase.type != "ASSAULT" and bool(sentence.children_by(trigger, "obj")))
    for at in range(trigger + 1, min(trigger + 1 + NEAR, len(sentence))):
        token = sentence[at]
        if token.text.lower() in ENDS or is_at_word(sentence, at):
            return ()
        has_subject = any(sentence[child].deprel.startswith("nsubj") for child in sentence.children(at))
        if token.upos == "VERB" and (has_subject or (whole and token.deprel == "conj")):
            return ()
        found = besides(apart(named.parties(at), but), but)
        if not found:
            continue
        passed = (spoken and is_scene(sentence, at, match)) or is_victim(sentence, match, at)
        passed = passed or is_said_beside(sentence, match, at) or does_next(sentence, at, trigger)
        passed = passed or is_reader(sentence, match, at)
        passed = passed or is_own_scene(sentence, at, match.trigger) or is_landmark(sentence, match, at)
        passed = passed or any(is_only_whose(sentence, each) for each in (at, *sentence.ancestors(at)))
        if not passed and not is_only_named(sentence, match, at, found):
            return () if acts_elsewhere(sentence, at, trigger) else found
    return ()


def is_remembered(sentence: Sentence, at: int) -> bool:
    """Whether a word only tells what a day is the anniversary of."""
    return any(sentence.lemmas[each] == "anniversary" for each in sentence.ancestors(at))


def is_landmark(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a word only tells where: "seized a town near the Chinese border"; or of what somebody is suspected:
    "arrested three suspected of spying for China"."""
    border = sentence[at]
    if border.lemma not in BORDERS and border.head != ROOT:
        border = sentence[border.head]
    if sentence.lemmas[border.index] in BORDERS and match.phrase.type in SEIZING:
        return hangs_by(sentence, border.index, NEARBY)
    above = [each for each in sentence.ancestors(at) if each > match.trigger]
    return any(sentence[each].deprel == "acl" and sentence.lemmas[each] in SUSPECTING for each in above)


def besides(parties: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without the government of those of its officials or soldiers who act: who only stands near is none
    of theirs."""
    own = {actor.country for actor in actors if actor.country and actor.sector in OF_STATE}
    return tuple(party for party in parties if party.sector != "GOV" or party.country not in own)


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
