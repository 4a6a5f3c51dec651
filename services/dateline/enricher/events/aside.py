"""Who is named beneath a deed and yet has no part in it: victims of what is judged, scenes, clauses beside its own."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import AT, OF, ONTO, hangs_by, with_case, words_of
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.partners import ARRIVALS
from dateline.enricher.events.suffering import suffers_another
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import ActorKind, Party

HARMS: Final = {"ACCUSE": "harming", "REQUEST": "freeing"}
"""Deeds about another deed, by the nouns of that which names its victim."""
PARTS: Final = ("flat", "compound", "amod", "nmod:poss", "appos", "det", "case", "nummod")
BENEATH: Final = (*PARTS, "nmod")
ABOUT: Final = frozenset(("about",))
VICTIMS: Final = frozenset(("of", "on", "against", "in"))
SPOKEN: Final = frozenset("AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN RETREAT".split())
TALK: Final = SPOKEN | {"CONSULT"}
JUDGING: Final = frozenset("SUPPORT REQUEST ACCUSE REJECT".split())
ASIDE: Final = ("advcl", "conj", "parataxis")
MEDIUM: Final = frozenset(("on", "via", "through"))
DONE: Final = frozenset("ASSAULT COERCE SANCTION PROTEST MOBILIZE".split())
MESSAGES: Final = frozenset("message statement video post letter communique communiqué recording audio".split())
INSIDE: Final = MEDIUM | {"in"}
HELP: Final = frozenset(("help", "support", "backing", "assistance", "aid", "cover"))
HOME: Final = frozenset(("in", "from", "at"))


def is_victim(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether somebody suffered what is condemned, is to be freed, or is what a report is about that is dismissed: not
    whom the words are for."""
    if is_wanted(sentence, at) or (match.phrase.type == "REJECT" and hangs_by(sentence, at, ABOUT)):
        return True
    harms = HARMS.get(match.phrase.type)
    if not harms:
        return False
    if sentence.lemmas[match.trigger] in verbs("attributing") and hangs_by(sentence, at, ONTO):
        return False  # "blamed the raid on Chad"
    while at != match.trigger and (sentence[at].deprel in PARTS or is_part_of_place(sentence, at, harms)):
        at = sentence[at].head
    if harms == "freeing" and is_to_be_freed(sentence, at):
        return True
    above = sentence[at].head
    if above == match.trigger:  # "opposed sanctions on Chad", which parsers hang on the verb
        before = sentence[max(0, min((at, *sentence.children(at))) - 1)]
        if before.head == above and before.deprel == "obj" and before.index not in match.tokens:
            above = before.index
    told = above == ROOT or (harms == "harming" and above in match.tokens)  # "launched a scathing attack on Niger"
    return not told and sentence[above].lemma.lower() in verbs(harms) and hangs_by(sentence, at, VICTIMS)


def is_part_of_place(sentence: Sentence, at: int, harms: str) -> bool:
    """Whether it only tells which port or hospital suffered, or where: "the bombing of the port of Odesa", "the
    killing of nuns in Chad"."""
    return hangs_by(sentence, at, OF | AT) and sentence.lemmas[sentence[at].head] not in verbs(harms)


def is_to_be_freed(sentence: Sentence, at: int) -> bool:
    """Whether the release of somebody is theirs: "their release", "Castillo's release", "that the nuns be released";
    but "Chad's release of prisoners" is what Chad shall do."""
    token = sentence[at]
    if token.deprel == "nsubj:pass" and sentence.lemmas[token.head] in verbs("freeing"):
        return True
    if sentence.lemmas[at] not in verbs("freeing"):
        return False
    others = with_case(sentence, at, OF)
    return any(sentence[child].xpos == "PRP$" or not others for child in sentence.children_by(at, "nmod:poss"))


def is_wanted(sentence: Sentence, at: int) -> bool:
    """Whether a word is what somebody demands: "demanded more patrols", but "wanted the force to go"."""
    token = sentence[at]
    if token.deprel != "obj" or token.xpos != "NNS" or sentence[token.head].lemma.lower() not in verbs("wanting"):
        return False
    return not sentence.children_by(token.head, "xcomp", "ccomp")


def is_reader(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a word only says to whom the word of it was sent: "claimed the attack in a message sent to the press"."""
    if match.phrase.type not in DONE:
        return False
    above = [*sentence.ancestors(at)]
    between = above[: above.index(match.trigger)] if match.trigger in above else above
    return any(sentence.lemmas[each] in MESSAGES and hangs_by(sentence, each, INSIDE) for each in between)


def is_own_scene(sentence: Sentence, at: int, trigger: int) -> bool:
    """Whether a word only tells under whom something is done, with whose help, against what rule, or where at home:
    "tested under him", "with the help of his men", "in defiance of Kenya's laws", "in its media"."""
    near = True
    while True:
        cases = [sentence.words[child] for child in sentence.children_by(at, "case")]
        if "under" in cases or ("in" in cases and sentence.lemmas[at] in verbs("defying")):
            return True
        if cases == ["with"] and sentence.lemmas[at] in HELP and at != trigger:
            return True
        if sentence.lemmas[at] in verbs("medium") and not MEDIUM.isdisjoint(cases):
            return True
        if near and any(case in HOME for case in cases):
            owners = sentence.children_by(at, "nmod:poss")
            if any(sentence[child].xpos == "PRP$" for child in owners):
                return True
        relation = sentence[at].deprel
        if relation not in BENEATH or sentence[at].head == ROOT:
            return False
        near = near and relation in PARTS
        at = sentence[at].head


def is_said_beside(sentence: Sentence, match: Match, at: int) -> bool:
    """Whether a word of judging or asking has somebody only in a clause beside its own: ", saying his fighters", "and
    offered his fighters", "of arming his fighters"."""
    above = (at, *sentence.ancestors(at))
    if match.phrase.type not in JUDGING or match.trigger not in above:
        return False
    between = above[: above.index(match.trigger)]
    clauses = (each for each in between if sentence[each].upos == "VERB")
    return any(sentence[each].deprel in ASIDE or is_accusation(sentence, each) for each in clauses)


def is_accusation(sentence: Sentence, verb: int) -> bool:
    """Whether a clause only tells what somebody is accused of: "accused her former boss of leaning on Chad"."""
    marks = (sentence.words[child] for child in sentence.children_by(verb, "mark", "case"))
    return sentence[verb].deprel == "acl" and "of" in marks


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


def is_only_named(sentence: Sentence, match: Match, at: int, parties: Sequence[Party]) -> bool:
    """Whether those at a word only tell what words are about: which thing, or whose arrest."""
    if match.phrase.type not in TALK:
        return False
    return is_of_a_thing(sentence, parties) or suffers_another(sentence, match, at, parties)


def is_of_a_thing(sentence: Sentence, parties: Sequence[Party]) -> bool:
    """Whether a town, for its people, only names a thing that is spoken of: "rejected talks on the Goma mines"."""
    named = words_of(sentence, parties[0].span) if parties[0].kind is ActorKind.PEOPLE else []
    return bool(named) and named[-1].deprel == "compound"
