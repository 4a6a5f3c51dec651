"""Which words of a sentence stand for the doer of a deed."""

from typing import Final

from dateline.enricher.events.hanging import (
    AT,
    BETWEEN,
    BY,
    FROM,
    HARMING,
    INSIDE,
    LONGEST_CLIMB,
    OF,
    ONTO,
    RELATIVES,
    TO,
    WITH,
    antecedent,
    hangs_by,
    is_hanging_participle,
    is_noun,
    is_passive,
    is_suffering,
    is_undergone,
    with_case,
)
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.suffering import owners
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence

ON: Final = frozenset(("on", "against"))
FOR: Final = frozenset(("for",))
UNWANTED: Final = HARMING | {"leave"}
"""What nobody has done: "Chad had nine killed", "had a day left"."""
RAIDS: Final = frozenset("raid sweep swoop search crackdown operation".split())
HANGING: Final = ("nmod", "conj", "appos", "obj", "obl", "nsubj:pass")
HARSH: Final = frozenset(("SANCTION", "COERCE", "ASSAULT"))
GATHERINGS: Final = frozenset(("PROTEST", "CONSULT"))
CLIMBED: Final = ("conj", "xcomp", "advcl", "parataxis", "ccomp", "cop", "aux")
"""Relations by which a verb without a subject shares its head's."""
MUTUAL: Final = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT"))
"""Deeds in which who comes out of them has had part: "they signed a pact after talks"."""
ANSWERED: Final = frozenset(("over", "about", "after", "following", "against", "amid", "despite", "since", "ahead"))
"""What stands before a deed that the verb's subject did not do."""
CHARGED: Final = frozenset(("for", "of", "about", "with"))
"""The same, behind verbs of taking somebody to task."""
OWNED_UP: Final = frozenset(("responsibility", "credit"))
"""What one claims for one's own deed."""
PARTS: Final = frozenset("part role share involvement participation".split())
"""What whoever has it does with others."""
AUTHORED: Final = ("gatherings", "issued", "words", "instrument", "harming", "owning")
"""Classes of nouns that "by" gives an author of their own."""
TIED: Final = 3
"""Words from one passive to the next that shares its agent."""
ASKED_FOR: Final = frozenset(("demand", "request", "seek", "urge"))
HANDING: Final = frozenset("extradition deportation expulsion repatriation handover".split())
"""Nouns of sending somebody away, of which "from" says who does it."""
BESIDE: Final = frozenset("off near outside inside".split())
"""Words before a place that parsers take for who did it: "hit by a drone off Oman"."""


def doer_words(sentence: Sentence, match: Match) -> list[int]:
    """The heads of noun phrases that may name the doer, best first."""
    trigger = match.trigger
    if is_noun(sentence, trigger):
        return noun_doers(sentence, trigger, match)
    if sentence[trigger].deprel == "case":  # "X is in Harare for talks"
        place = sentence[trigger].head
        return sentence.children_by(place, "nsubj") or verb_doers(sentence, place)
    return verb_doers(sentence, trigger)


def noun_doers(sentence: Sentence, trigger: int, match: Match) -> list[int]:
    """Of "the attack": by X, between X and Y, X's, of X, the Xian, what X led; then the subject of the verb that it
    completes."""
    found = with_case(sentence, trigger, BY | BETWEEN) + agents_behind(sentence, trigger)
    imposed = [each for at in with_case(sentence, trigger, ONTO) for each in sentence.children_by(at, "acl")]
    imposed = [each for each in imposed if sentence.lemmas[each] == "impose"]  # "a ban on rice imposed by X"
    for clause in (*sentence.children_by(trigger, "acl"), *imposed):  # "talks led by X", "a bomb set by X"
        if sentence[clause].lemma.lower() in verbs("doing"):
            found += sentence.children_by(clause, "obl:agent") or with_case(sentence, clause, BY)
    for clause in sentence.children_by(trigger, "acl:relcl"):  # "attacks that the army blamed on X"
        if sentence[clause].lemma.lower() in verbs("attributing"):
            found += with_case(sentence, clause, ONTO)
    subjects = [child for child in sentence.children_by(trigger, "nsubj") if child < trigger]
    found += [antecedent(sentence, child) for child in subjects]  # "X is on a visit", "X, who is on a visit"
    found += thanked(sentence, trigger)
    found += owners(sentence, trigger)
    found += [child for child in sentence.children_by(trigger, "amod", "compound") if child < trigger]
    if match.phrase.agent_follows:
        found += with_case(sentence, trigger, OF)
    if sentence[trigger].lemma.lower() in HANDING:  # "the extradition of a suspect from X to Y"
        given = (trigger, *with_case(sentence, trigger, frozenset(("of",))))
        found += [at for each in given for at in with_case(sentence, each, FROM)]
    if sentence[trigger].deprel == "nmod":
        return found + (doers_in_the_course(sentence, match) or doers_by_noun_above(sentence, trigger))
    return found + doers_by_verb_above(sentence, trigger, match)


def thanked(sentence: Sentence, noun: int) -> list[int]:
    """Whose "its offer" is for which somebody is thanked: "thanked Chad for its offer"."""
    verb = sentence[noun].head
    owners = [sentence[at].xpos for at in sentence.children_by(noun, "nmod:poss")]
    if verb == ROOT or "PRP$" not in owners or not hangs_by(sentence, noun, FOR):
        return []
    verb = sentence[verb].head if sentence[verb].deprel == "obj" else verb
    return sentence.children_by(verb, "obj") if verb != ROOT and sentence.lemmas[verb] in verbs("thanking") else []


def doers_by_verb_above(sentence: Sentence, trigger: int, match: Match) -> list[int]:
    """Who does a deed that is a noun, by the verb that it is subject or object of, or hangs on."""
    head, relation = sentence[trigger].head, sentence[trigger].deprel
    if head == ROOT:
        return []
    if relation.startswith("nsubj"):
        found = with_case(sentence, head, BETWEEN)  # "fighting erupted between the two"
        if match.phrase.type in GATHERINGS and sentence[head].lemma.lower() in verbs("drawing"):
            found += sentence.children_by(head, "obj")  # "a rally drew ten thousand Peruvians"
    else:
        found = []
    if relation not in ("obj", "obl", "xcomp", "nsubj:pass") or is_noun(sentence, head):
        return found
    if relation == "obl" and is_suffering(sentence, head):
        return found
    if relation == "obj" and sentence.lemmas[head] in ASKED_FOR and match.phrase.type not in MUTUAL:
        return found + [at for each in (trigger, head) for at in with_case(sentence, each, FROM)]  # "sought an apology"
    if relation == "obj" and sentence[head].lemma.lower() in verbs("attributing"):  # "blamed the raid on X"
        return found + [at for each in (trigger, head) for at in with_case(sentence, each, ONTO)]
    if not is_of_others(sentence, match):
        return found + verb_doers(sentence, head)
    return found + (taken_to_task(sentence, head) if is_answered(sentence, match) else [])


def doers_in_the_course(sentence: Sentence, match: Match) -> list[int]:
    """Who does something to whom or what the trees hang a raid on: "rounded up nine owners of a firm in raids"."""
    at = match.trigger
    if sentence.lemmas[at] not in RAIDS or not hangs_by(sentence, at, INSIDE):
        return []
    while sentence[at].deprel in HANGING and sentence[at].head != ROOT:
        at = sentence[at].head
    verb = sentence[at]
    return verb_doers(sentence, at) if verb.upos == "VERB" and sentence.lemmas[at] in verbs("holding_people") else []


def doers_by_noun_above(sentence: Sentence, trigger: int) -> list[int]:
    """Who does a deed that is a noun, by the noun that it hangs on."""
    head = sentence[trigger].head
    found = [head] if trigger in with_case(sentence, head, AT) else []  # "the leader in a meeting with"
    if sentence[head].deprel == "obj":
        verb = sentence[head].head
        if hangs_by(sentence, trigger, CHARGED) and sentence[verb].lemma.lower() in verbs("answering"):
            found.append(head)  # "accused X of the attack", whose tree hangs the attack on X
        if sentence[head].lemma.lower() in OWNED_UP:
            found += verb_doers(sentence, verb)  # "claimed responsibility for the attack"
    if sentence[head].lemma.lower() in PARTS:
        found += sentence.children_by(head, "nmod:poss")  # "X's part in the talks"
    if sentence.children_by(head, "cop"):
        found += sentence.children_by(head, "nsubj")  # "X is in the second week of a strike"
    return found


def doers_of_nouns(sentence: Sentence, match: Match) -> list[int]:
    """Who does it by the nouns of the phrase: "the release by X of ten sailors was announced"; but not whose that is
    to which something else does it: "the measures freeze X's assets", "a strike on X's capital"."""
    nouns = [at for at in match.tokens if at != match.trigger and is_noun(sentence, at)]
    nouns = [at for at in nouns if sentence[at].head != match.trigger or not hangs_by(sentence, at, ON)]
    nouns += [at for noun in nouns for at in with_case(sentence, noun, OF)]  # "the release of sailors by X"
    owned = [n for n in nouns if sentence[n].deprel != "obj" or not sentence.children_by(match.trigger, "nsubj")]
    if match.phrase.type in HARSH:  # "Chad's envoy was ordered out"
        owned = [n for n in owned if sentence[n].deprel != "nsubj:pass"]
    doing = [by for noun in nouns for by in with_case(sentence, noun, BY)]
    return doing + [owner for noun in owned for owner in sentence.children_by(noun, "nmod:poss")]


def is_of_others(sentence: Sentence, match: Match) -> bool:
    """Whether a deed that stands as a noun has its own participants ("arrested before a summit of Arab leaders"), or is
    only judged, suffered or answered ("condemned the attack", "struck back after the raid")."""
    noun = match.trigger
    if sentence[noun].deprel in ("obj", "nsubj:pass", "xcomp"):
        verb = sentence[noun].head
        return sentence.lemmas[verb] in verbs("onlooking") or is_called(sentence, noun, verb)
    if sentence[noun].deprel != "obl" or is_reply(sentence, noun):
        return False
    return bool(with_case(sentence, noun, OF)) or is_answered(sentence, match)


def is_reply(sentence: Sentence, noun: int) -> bool:
    """Whether it is what the verb's subject answers with: "responded with a pledge of tanks"."""
    return hangs_by(sentence, noun, WITH) and sentence.lemmas[sentence[noun].head] in verbs("replying")


def is_called(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a verb says what the deed is, so that its subject did not do it: "called the bombing a cowardly act"."""
    if sentence.lemmas[verb] not in verbs("calling") or not sentence.children_by(noun, "det"):
        return False
    complements = [*sentence.children_by(verb, "xcomp", "obj"), *sentence.children_by(noun, "appos", "obj")]
    # "called the arrest of its envoy "unacceptable"": parsers hang the adjective on the noun before it
    misread = [at for at in sentence.subtree(noun) if sentence[at].deprel == "amod" and at > sentence[at].head]
    return any(at > noun for at in (*complements, *misread))


def is_answered(sentence: Sentence, match: Match) -> bool:
    """Whether a deed is one that the verb above it answers: "condemned Russia over the attack"."""
    noun = match.trigger
    if sentence[noun].deprel != "obl" or match.phrase.type in MUTUAL:
        return False
    answers = sentence[sentence[noun].head].lemma.lower() in verbs("answering")
    return hangs_by(sentence, noun, ANSWERED) or (answers and hangs_by(sentence, noun, CHARGED))


def taken_to_task(sentence: Sentence, verb: int) -> list[int]:
    """Whom a verb accuses or punishes, who so did what it is for: Russia in "sanctioned Russia for the invasion"."""
    if sentence[verb].lemma.lower() not in verbs("answering"):
        return []
    return [*sentence.children_by(verb, "obj", "nsubj:pass"), *with_case(sentence, verb, ON)]


def verb_doers(sentence: Sentence, verb: int, climbed: int = 0) -> list[int]:
    """The subject, or in the passive who stands after "by"; without one, the subject of the verb it hangs on."""
    token = sentence[verb]
    relation = token.deprel.partition(":")[0]
    if token.xpos == "JJ":  # "were determined": a state of the subject, though it looks like a passive
        states = [child for child in sentence.children(verb) if sentence[child].deprel.startswith("nsubj")]
        if states:
            return states
    if is_suffering(sentence, verb):  # "nine died in a raid by X"
        attacks = with_case(sentence, verb, AT)
        return [at for attack in attacks for at in opponents(sentence, attack)]
    if relation == "amod" and verb and sentence.lemmas[verb - 1] == "have" and sentence[token.head].head == verb - 1:
        return sentence.children_by(verb - 1, "nsubj")  # "India has massed tanks", read as what it has
    if is_passive(sentence, verb) and sentence.lemmas[verb] in verbs("arranging"):
        return sentence.children_by(verb, "nsubj:pass")  # "is expected in Gao"
    if is_passive(sentence, verb) and sentence.lemmas[verb] in verbs("feeling"):
        return sentence.children_by(verb, "nsubj:pass")
    if relation == "xcomp" and token.xpos == "VBN" and (caused := sentence.children_by(token.head, "obj")):
        if sentence.lemmas[verb] == "involve":
            return caused  # "saw the officers involved in the shooting punished"
        agents = with_case(sentence, verb, BY)  # "found nine killed by rebels"
        wanted = sentence.lemmas[token.head] in verbs("causing") and sentence.lemmas[verb] not in UNWANTED
        if wanted and caused[0] < verb:  # "had nine shot"; but "Chad had nine killed"
            agents = agents or sentence.children_by(token.head, "nsubj")
        return agents
    if is_undergone(sentence, verb):
        agents = [at for at in sentence.children_by(verb, "obl:agent") if not hangs_by(sentence, at, BESIDE)]
        agents = agents or with_case(sentence, verb, BY | BETWEEN)
        if sentence.lemmas[verb] in verbs("summoning"):
            agents = agents or with_case(sentence, verb, TO)
        for outcome in sentence.children_by(verb, "xcomp"):  # "set free by a court"
            agents = agents or with_case(sentence, outcome, BY)
        return agents or agents_behind(sentence, verb) or agents_shared(sentence, verb)
    subjects = [child for child in sentence.children(verb) if sentence[child].deprel in ("nsubj", "nsubj:outer")]
    if relation == "xcomp":
        subjects = [child for child in subjects if child < verb]  # an infinitive has no subject after it
    if relation == "acl" and subjects and sentence[subjects[0]].xpos in RELATIVES:
        return [token.head]  # "men who stormed the palace"
    if subjects or token.head == ROOT or climbed == LONGEST_CLIMB:
        return [at for subject in subjects for at in (*senders(sentence, subject), subject)]
    if relation == "amod" and verb and sentence[verb - 1].upos == "PROPN":  # "Chad massed tanks", misread
        before = sentence[verb - 1]
        return [before.head if before.deprel == "conj" else before.index]
    if relation == "advcl" and token.xpos == "VBG" and is_of_object(sentence, verb):
        return sentence.children_by(token.head, "obj", "nsubj:pass")
    if is_hanging_participle(sentence, verb):
        is_outcome = relation == "advcl" and sentence.lemmas[verb] in verbs("resulting")
        if is_outcome and sentence.children_by(token.head, "nsubj"):
            return verb_doers(sentence, token.head, climbed + 1)  # "said that rebels shelled it, killing nine"
        main = [c for c in sentence.children(sentence.root) if sentence[c].deprel == "nsubj" and c < verb]
        return main or verb_doers(sentence, token.head, climbed + 1)
    if relation in ("acl", "amod"):
        return makers(sentence, token.head) if relation == "acl" and token.xpos == "VBG" else [token.head]
    if relation in CLIMBED:
        if relation == "xcomp" and is_passive(sentence, token.head):
            return sentence.children_by(token.head, "nsubj:pass", "nsubj")
        return controllers(sentence, verb) or verb_doers(sentence, token.head, climbed + 1)
    return []


def senders(sentence: Sentence, weapon: int) -> list[int]:
    """Who stands behind what strikes: "a drone launched from Yemen by rebels crashed into it"."""
    if sentence.lemmas[weapon] not in verbs("striking"):
        return []
    found = [*with_case(sentence, weapon, BY), *agents_behind(sentence, weapon)]  # "the shelling of Gao by X killed"
    for clause in sentence.children_by(weapon, "acl"):
        if sentence[clause].lemma.lower() in verbs("attributing"):  # "a bomb blamed on rebels"
            found += with_case(sentence, clause, ONTO)
        else:
            found += sentence.children_by(clause, "obl:agent") or with_case(sentence, clause, BY)
    return found


def agents_behind(sentence: Sentence, deed: int) -> list[int]:
    """Who stands after "by" behind where, to whom or with what it was done: "killed in their fields by rebels", "the
    arrest of a sailor by X"; parsers hang that on the field. Of what struck, who it was by or with: "killed in a clash
    with rebels". What is said, held or decided has its own: "held at a rally by students"."""
    found = []
    for other in sentence.children_by(deed, "obl", "nmod"):
        if sentence.lemmas[other] in verbs("striking"):
            found += opponents(sentence, other)
        elif (hangs_by(sentence, other, OF) and sentence.lemmas[other] not in verbs("owning")) or not any(
            sentence.lemmas[other] in verbs(name) for name in AUTHORED
        ):
            found += with_case(sentence, other, BY) + agents_behind(sentence, other)
    return found


def opponents(sentence: Sentence, strike: int) -> list[int]:
    """Who a strike is by, or a fight with: "killed in a clash with rebels"."""
    by = with_case(sentence, strike, BY)
    return by or (with_case(sentence, strike, WITH) if sentence.lemmas[strike] in verbs("contest") else [])


def agents_shared(sentence: Sentence, verb: int) -> list[int]:
    """Who stands after "by" behind the passive tied to this one: "were beaten and robbed by rebels"."""
    tied = [at for at in sentence.children_by(verb, "conj") if verb < at <= verb + TIED and sentence[at].xpos == "VBN"]
    return [agent for at in tied for agent in sentence.children_by(at, "obl:agent")]


def makers(sentence: Sentence, noun: int) -> list[int]:
    """The noun that a participle describes, and where that is what something is done by, who made it: "passed a law
    banning", "issued a licence easing"."""
    head = sentence[noun].head
    if sentence.children_by(noun, "cop") and sentence.children_by(noun, "case"):
        return sentence.children_by(noun, "nsubj")  # "is in Gao meeting rebels"
    if sentence[noun].lemma.lower() not in verbs("instrument"):
        return [noun]
    helping = thanked(sentence, noun)
    if helping:
        return helping  # "thanked Peru for its help in fighting it"
    own = [*with_case(sentence, noun, BY), *sentence.children_by(noun, "nmod:poss")]
    if own or head == ROOT or sentence[noun].deprel not in ("obj", "nsubj:pass"):
        return [noun, *own]
    return verb_doers(sentence, head)


def is_of_object(sentence: Sentence, verb: int) -> bool:
    """Whether a verb in "-ing" tells what the object of the verb above does: "thanked China for donating", "accused
    them of looting", "kept them from marching"."""
    above = sentence[sentence[verb].head].lemma.lower()
    marks = {sentence[mark].text.lower() for mark in sentence.children_by(verb, "mark", "case")}
    if "as" in marks:
        return above in verbs("citing")  # "quoted him as saying"
    answering = above in verbs("answering")
    if "against" in marks and above in verbs("warning"):
        return True  # "warned Chad against shelling Gao"
    return ("from" in marks and above in verbs("hindering")) or (
        ("of" in marks and answering) or ("for" in marks and (answering or above in verbs("thanking")))
    )


def controllers(sentence: Sentence, verb: int) -> list[int]:
    """Of "urged Iran to withdraw", Iran withdraws."""
    if sentence[verb].deprel != "xcomp":
        return []
    return [child for child in sentence.children(sentence[verb].head) if sentence[child].deprel in ("obj", "iobj")]
