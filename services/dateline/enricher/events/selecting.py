"""Which of the phrases found in a sentence are deeds of their own."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import NOUNS, hangs_by, with_case
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.seeming import is_timed, only_seems
from dateline.enricher.syntax.tree import FINITE, ROOT, Sentence

TAKE_UP: Final = frozenset(("AGREE", "REJECT", "THREATEN", "REQUEST", "CONCEDE", "ACCUSE"))
"""Deeds that take up the deed which they are about: to agree to meet, to accuse of an attack is one deed."""
BACKGROUND: Final = frozenset(
    "importance need necessity development expansion strengthening level field area way framework basis ground "
    "aim goal purpose prospect possibility role issue subject topic matter process promotion enhancement history "
    "significance value volume impact effect context principle spirit advancement continuation".split()
)
"""Nouns of which a deed's noun is only the matter: "the importance of cooperation"."""
MATTERS: Final = frozenset(("COOPERATE", "SUPPORT", "AID", "AGREE", "CONSULT", "STATEMENT"))
"""Types whose nouns often name no happening."""
JOURNEYS: Final = frozenset("travel arrive visit fly go come head meet call gather convene return land send".split())
"""Verbs whose purpose is as good as done: "flew to Cairo to discuss it"."""
GATHERING: Final = frozenset("line gather march rally assemble turn flock pour pack fill block walk".split())
"""Verbs of crowds, whose purpose of protesting is what they do: "lined the street to protest"."""
DECISIONS: Final = frozenset("decision move vote order ruling step".split())
"""Nouns of which an infinitive tells what was decided: "the decision to close the border"."""
CHARGED: Final = frozenset(("of", "with"))
FOR: Final = frozenset(("for",))
WITH: Final = frozenset(("with",))
ON: Final = frozenset(("on",))
ENDS: Final = frozenset(("SANCTION", "RETREAT"))
"""Types whose verbs end or withhold what their object names."""
STOPS: Final = frozenset(("stop", "halt", "cease", "quit", "end", "suspend"))
"""Verbs after which the deed of a gerund is no longer done."""
VOICED: Final = frozenset(("REQUEST", "ACCUSE", "REJECT", "SUPPORT"))
"""What people say by protesting."""
PURSUED: Final = VOICED | {"CONSULT", "AGREE"}
"""What people travel for and, having come, do."""
TOLD: Final = frozenset(("ACCUSE", "REQUEST", "AGREE"))
VIOLENT: Final = frozenset(("ASSAULT", "COERCE"))
GIVING: Final = frozenset(("AID", "COOPERATE"))
WHOM: Final = ("obj", "xcomp", "nsubj:pass")
PURPOSES: Final = ("acl", "advcl", "xcomp")
VERBAL: Final = ("VERB", "AUX")
TOGETHER: Final = frozenset(("040", "045", "046"))
"""CAMEO's codes of meetings that are no journeys."""
NO_DEED: Final = "NONE"


def deeds_of(sentence: Sentence, found: Sequence[Match]) -> list[Match]:
    """One match a deed: at each trigger the longest phrase that leaves the other deeds their words, each word used
    once, none that another takes up."""
    told = [match for match in found if not match.phrase.hint and not is_timed(sentence, match)]
    best: dict[int, Match] = {}
    sharing: dict[int, set[int]] = {}
    for match in told:
        best.setdefault(match.trigger, match)
        sharing.setdefault(match.trigger, set()).update(match.tokens)
    kept: list[Match] = []
    governed: list[tuple[int, Match]] = []
    for match in sorted(told, key=lambda match: match.phrase.rank):
        above = governor(sentence, match, sharing)
        above = above if above is not None else ending(sentence, match, best, sharing)
        if above is not None:
            governed.append((above, match))
        elif not is_ended(sentence, match, best) and is_apart(match, kept):
            kept.append(match)
    doing = {match.trigger for match in kept if match.phrase.type != NO_DEED}
    kept += [match for above, match in governed if above not in doing and is_apart(match, kept)]
    by_trigger = {match.trigger: match for match in kept}
    return [
        match
        for trigger, match in sorted(by_trigger.items())
        if match.phrase.type != NO_DEED
        and not is_taken_up(sentence, match, by_trigger)
        and not is_background(sentence, match, by_trigger)
        and not is_agenda(sentence, match, by_trigger)
        and not is_told_on(sentence, match, by_trigger)
        and not only_seems(sentence, match)
    ]


def is_apart(match: Match, kept: Sequence[Match]) -> bool:
    """Whether a match leaves the others their words."""
    return not any(match.trigger in other.tokens or other.trigger in match.tokens for other in kept)


def governor(sentence: Sentence, match: Match, sharing: dict[int, set[int]]) -> int | None:
    """The verb with a phrase that says what is done to the thing which the match names: "cut military aid". `sharing`
    has by trigger the words of all phrases there."""
    if sentence[match.trigger].upos in VERBAL:
        return None
    for above in sentence.ancestors(match.trigger):
        if sentence[above].upos == "VERB" and not sharing.get(above, set()).isdisjoint(match.tokens):
            return above if above not in match.tokens else None
    return None


def ending(sentence: Sentence, match: Match, best: dict[int, Match], sharing: dict[int, set[int]]) -> int | None:
    """The verb that says that the match's own is no longer done: "stopped buying oil"."""
    token = sentence[match.trigger]
    if token.deprel != "xcomp" or token.xpos != "VBG" or match.trigger not in sharing.get(token.head, set()):
        return None
    stops = sentence.lemmas[token.head] in STOPS and token.head in best and best[token.head].phrase.type in ENDS
    return token.head if stops else None


def is_ended(sentence: Sentence, match: Match, found: dict[int, Match]) -> bool:
    """Whether a noun's deed is only what a verb's ends, withholds, refuses or gives; then it is no deed beside it."""
    token = sentence[match.trigger]
    if token.upos == "VERB":
        return False
    ended = found.get(token.head) if token.deprel == "obj" else None
    if ended is not None and ended.phrase.type in ENDS:
        return True
    if ended is not None and ended.phrase.type in ("REJECT", "ACCUSE") and match.phrase.type in TOLD:
        return True  # "dismissed the allegation": somebody else's
    if match.phrase.type == "AID" and token.deprel == "nmod" and sentence[token.head].deprel == "obj":
        sent = found.get(sentence[token.head].head)
        return sent is not None and sent.phrase.type == "AID"  # "sent a plane of aid"
    if is_sanctioned(sentence, match.trigger, found):
        return True
    return match.phrase.type == "ASSAULT" and (
        is_given(sentence, match.trigger, found) or is_weapon(sentence, match.trigger, found)
    )


def is_sanctioned(sentence: Sentence, noun: int, found: dict[int, Match]) -> bool:
    """Whether the noun is what sanctions are on: "imposed sanctions on exports", however "on exports" hangs."""
    token, above = sentence[noun], [sentence[noun].head]
    if token.deprel == "obl" and hangs_by(sentence, noun, ON):
        above = sentence.children_by(token.head, "obj")
    elif token.deprel != "nmod":
        return False
    return any(sentence.lemmas[at] in classes()["sanction"] and at in found for at in above)


def is_weapon(sentence: Sentence, arms: int, found: dict[int, Match]) -> bool:
    """Whether the arms are what somebody attacks with: "hurled petrol bombs", "bombed it with glide bombs"."""
    token = sentence[arms]
    used = token.deprel == "obj" or (token.deprel in ("obl", "nmod") and hangs_by(sentence, arms, WITH))
    if not used or sentence.lemmas[arms] not in classes()["bomb"] | classes()["arms"]:
        return False
    attack = found.get(sentence[token.head].head if token.deprel == "nmod" else token.head)
    return attack is not None and attack.phrase.type in ("ASSAULT", "PROTEST")


def is_given(sentence: Sentence, arms: int, found: dict[int, Match]) -> bool:
    """Whether the arms are what is supplied or sold: "sent tanks and shells"."""
    at = arms
    while sentence[at].deprel in ("conj", "compound") and sentence[at].head != ROOT:
        at = sentence[at].head
    giving = found.get(sentence[at].head) if sentence[at].deprel in ("obj", "nsubj:pass") else None
    return giving is not None and giving.phrase.type in GIVING


def readings_of(match: Match, found: Sequence[Match]) -> list[Match]:
    """All that the trigger's word may tell."""
    return [
        other
        for other in found
        if other.trigger == match.trigger and not other.phrase.hint and other.phrase.type != NO_DEED
    ]


def is_taken_up(sentence: Sentence, match: Match, found: dict[int, Match]) -> bool:
    """Whether the deed is what another one that takes up is about."""
    at = match.trigger
    for _ in range(3):
        token = sentence[at]
        if token.head == ROOT:
            return False
        marked = any(sentence[child].text.lower() in ("of", "to", "for") for child in sentence.children_by(at, "mark"))
        taken = token.deprel == "xcomp" or (token.deprel in ("advcl", "obl", "acl", "nmod") and marked)
        head = found.get(token.head)
        if match.phrase.says and is_claim_refused(sentence, at, found):
            return True
        if is_charge(sentence, at, found):
            return not is_said_to_be_done(sentence, at, found)
        if head is not None and head.phrase.type == "REQUEST" and hangs_by(sentence, at, FOR):
            return True  # "appealed for help"
        journey = token.deprel == "advcl" and sentence[token.head].lemma.lower() in JOURNEYS
        if taken and not journey and head is not None and head.phrase.type in TAKE_UP:
            return True
        if token.deprel not in ("conj", "xcomp"):
            return False
        at = token.head
    return False


def is_claim_refused(sentence: Sentence, verb: int, found: dict[int, Match]) -> bool:
    """Whether the words are a claim that the deed above them turns down: "rejected the accusation that it was behind
    the attack" accuses nobody."""
    told = sentence[sentence[verb].head] if sentence[verb].deprel == "case" else sentence[verb]  # "behind the attack"
    claim = sentence[told.head]
    refusing = found.get(claim.head) if told.deprel == "acl" and claim.deprel == "obj" else None
    return refusing is not None and refusing.phrase.type == "REJECT"


def is_charge(sentence: Sentence, verb: int, found: dict[int, Match]) -> bool:
    """Whether the verb tells what somebody is accused or convicted of: "charged a man with spying"."""
    marks = (sentence[mark].text.lower() for mark in sentence.children_by(verb, "mark"))
    if sentence[verb].deprel not in ("acl", "advcl") or CHARGED.isdisjoint(marks):
        return False
    accusing = accusing_of(sentence, verb, found)
    return accusing is not None and (accusing.phrase.type == "ACCUSE" or accusing.phrase.mode == "convict")


def is_said_to_be_done(sentence: Sentence, verb: int, found: dict[int, Match]) -> bool:
    """Whether what somebody is accused of is violence, a deed that the accuser says was done: "accused them of bombing
    it"."""
    accusing = accusing_of(sentence, verb, found)
    said = accusing is not None and sentence.lemmas[accusing.trigger] == "accuse"
    return said and verb in found and found[verb].phrase.type in VIOLENT


def accusing_of(sentence: Sentence, verb: int, found: dict[int, Match]) -> Match | None:
    """The deed above a verb with "of": on whom it hangs, or whose verb."""
    whom = sentence[sentence[verb].head]
    return found.get(whom.head) if whom.deprel in WHOM else found.get(whom.index)


def is_agenda(sentence: Sentence, match: Match, found: dict[int, Match]) -> bool:
    """Whether it is only what a meeting told beside it is for: "called a meeting to discuss it"."""
    token = sentence[match.trigger]
    if match.phrase.type != "CONSULT" or token.upos != "VERB" or token.deprel not in PURPOSES:
        return False
    if "to" not in (sentence.words[child] for child in sentence.children_by(match.trigger, "mark")):
        return False
    near = [token.head, *sentence.children_by(token.head, "obj")]
    return any(found[at].phrase.type == "CONSULT" for at in near if at in found and at != match.trigger)


def is_told_on(sentence: Sentence, match: Match, found: dict[int, Match]) -> bool:
    """Whether the next verb goes on to tell of the same meeting, and with whom: "met and held talks with the queen"."""
    verb = match.trigger
    if match.phrase.cameo not in TOGETHER or sentence.children_by(verb, "obj") or with_case(sentence, verb, WITH):
        return False
    for following in sentence.children_by(verb, "conj"):
        other = found.get(following)
        if other is not None and other.phrase.cameo in TOGETHER and not sentence.children_by(following, "nsubj"):
            return any(hangs_by(sentence, at, WITH) for at in range(following, len(sentence)))
    return False


def is_done_by(sentence: Sentence, verb: int) -> bool:
    """Whether the purpose is what was done: "used drones to attack", "went on to attack"."""
    head = sentence[verb].head
    if head != ROOT and sentence[verb].deprel == "acl" and sentence[head].deprel == "obj":
        head = sentence[head].head
    if head == ROOT or sentence[head].upos != "VERB":
        return False
    went_on = sentence.lemmas[head] == "go" and "on" in sentence.words[head + 1 : head + 2]
    return went_on or (sentence.lemmas[head] == "use" and sentence[head].xpos in FINITE)


def is_background(sentence: Sentence, match: Match, found: dict[int, Match]) -> bool:
    """Whether the noun is only what something else is of, or the verb a purpose; but what a protest is for is said:
    "marched to demand a vote"."""
    token = sentence[match.trigger]
    if token.upos in NOUNS:
        if match.phrase.type not in MATTERS or token.head == ROOT:
            return False
        head = sentence[token.head]
        return token.deprel in ("nmod", "compound", "conj") and head.lemma.lower() in BACKGROUND
    purpose = (
        match.tokens[0] == match.trigger
        and token.deprel in ("advcl", "acl")
        and any(sentence[child].text.lower() == "to" for child in sentence.children_by(match.trigger, "mark"))
        and sentence.words[max(0, match.trigger - 2)] != "yet"  # "has yet to release"
    )
    if purpose and token.deprel == "acl" and sentence[token.head].lemma.lower() in DECISIONS:
        return False
    if purpose and (is_done_by(sentence, match.trigger) or sentence.lemmas[token.head] == "vote"):
        return False  # "voted to ban it"
    above = found.get(token.head) if purpose and match.phrase.type in VOICED else None
    if above is not None and above.phrase.type == "PROTEST":
        return False
    if purpose and match.phrase.type == "PROTEST":
        walked = sentence.lemmas[token.head] in GATHERING
        return not walked or (token.head in found and found[token.head].phrase.type == "PROTEST")
    if purpose and match.phrase.type in PURSUED and token.head != ROOT:
        return sentence[token.head].lemma.lower() not in JOURNEYS
    return purpose and match.phrase.type != "STATEMENT"
