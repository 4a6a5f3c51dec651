"""What only looks like a deed, by the clause that its words stand in."""

from typing import Final

from dateline.enricher.events.hanging import INSIDE, NOUNS, antecedent, hangs_by, is_noun, with_case
from dateline.enricher.events.lexicon import Match, classes
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence

DENYING: Final = frozenset(("not", "never", "n't"))
APART: Final = ("advcl", "acl:relcl", "parataxis")
"""Relations of a clause that has its own negation, if any."""
HURTING: Final = ("ASSAULT", "COERCE", "AID")
BARE: Final = 2
"""Words of a phrase up to which it says nothing of what is done to whom."""
PLAYED: Final = ("ASSAULT", "COERCE", "ACCUSE")
SPORTING: Final = 2
"""Words of sport in a sentence that make a blow one of a game."""
STRUCK: Final = frozenset(("strike",))
"""What earthquakes do too."""
HARMS: Final = frozenset("kill wound injure hurt".split())
WONDERING: Final = frozenset("if whether why how what when where who which".split())
WHEN: Final = frozenset(("when", "after", "as", "where"))
PAST_NEEDS: Final = frozenset(("had", "needed"))
SOMEBODY: Final = "figure"
"""In the singular it is somebody, in the plural a statistic: "an opposition figure was released"."""
AUTHORS: Final = frozenset(("by", "from", "of"))
ABOUT: Final = frozenset(("about",))
ARTICLES: Final = ("a", "an")
PARTICIPLES: Final = ("VBN", "VBG", "JJ", "VBD")


def only_seems(sentence: Sentence, match: Match) -> bool:
    """Whether the phrase tells no deed here."""
    return (
        is_misfortune(sentence, match)
        or is_denied_elsewhere(sentence, match)
        or lacks_object(sentence, match)
        or is_made_public(sentence, match)
        or is_question(sentence, match)
        or is_shown(sentence, match)
        or is_attribute(sentence, match)
        or is_past_need(sentence, match)
        or is_matching(sentence, match)
        or is_play(sentence, match)
        or is_kind_of_thing(sentence, match)
        or is_condition(sentence, match)
        or is_deadly(sentence, match)
        or is_awaited(sentence, match)
        or is_medium(sentence, match)
    )


def is_medium(sentence: Sentence, match: Match) -> bool:
    """Whether a statement is only where something is said, which its own verb tells: "in a statement, it condemned"."""
    trigger = match.trigger
    if match.phrase.cameo != "010" or not is_noun(sentence, trigger) or sentence[trigger].deprel != "obl":
        return False
    authors = with_case(sentence, trigger, AUTHORS)
    return hangs_by(sentence, trigger, INSIDE) and not authors


def is_awaited(sentence: Sentence, match: Match) -> bool:
    """Whether nobody says what they expect, but something is expected of them: "is expected to visit"."""
    if match.phrase.type != "STATEMENT" or sentence.lemmas[match.trigger] != "expect":
        return False
    return bool(sentence.children_by(match.trigger, "nsubj:pass", "aux:pass"))


def is_deadly(sentence: Sentence, match: Match) -> bool:
    """Whether a strike hurts people, so that it is no walkout: "an Israeli strike killed nine"."""
    token = sentence[match.trigger]
    if match.phrase.type != "PROTEST" or token.lemma != "strike" or token.head == ROOT:
        return False
    return token.deprel in ("nsubj", "obl", "obl:agent") and sentence.lemmas[token.head] in HARMS


def is_condition(sentence: Sentence, match: Match) -> bool:
    """Whether "should" stands before its subject: "should congress pass the bill"."""
    at = match.trigger
    if sentence.words[at] != "should" or sentence[at].head == ROOT:
        return False
    subjects = sentence.children_by(sentence[at].head, "nsubj")
    return bool(subjects) and subjects[0] > at and sentence.words[-1] != "?"


def is_misfortune(sentence: Sentence, match: Match) -> bool:
    """Whether nobody kills or drives out, but a flood or a crash does."""
    at = match.trigger
    if match.phrase.type not in ("ASSAULT", "COERCE") or sentence[at].upos != "VERB":
        return False
    if is_by_mishap(sentence, at):
        return True
    subjects = sentence.children_by(at, "nsubj", "obl:agent")
    if not subjects and is_after_disaster(sentence, at):
        return True
    if not subjects and sentence[at].deprel in ("advcl", "conj") and sentence[at].head != ROOT:
        subjects = sentence.children_by(sentence[at].head, "nsubj", "obl:agent")  # ", killing nine"
    return any(is_disaster(sentence, antecedent(sentence, subject)) for subject in subjects)


def is_disaster(sentence: Sentence, noun: int) -> bool:
    """Whether it is a flood, "Hurricane Melissa", or a fire that nobody is said to have opened."""
    beside = sentence.children_by(noun, "compound", "flat", "amod", "nmod:poss")
    if sentence.lemmas[noun] == "fire":
        return not beside
    named = beside if sentence[noun].upos == "PROPN" else []
    return any(sentence.lemmas[at] in classes()["disaster"] for at in (noun, *named))


def is_after_disaster(sentence: Sentence, verb: int) -> bool:
    """Whether a disaster is told before a verb without a subject, and nothing that people strike with."""
    if sentence.lemmas[verb] not in HARMS or not classes()["disaster"] & set(sentence.lemmas[:verb]):
        return False
    return not set(sentence.lemmas) & (verbs("striking") - classes()["disaster"] - STRUCK)


def is_by_mishap(sentence: Sentence, verb: int) -> bool:
    """Whether people come to harm where something crashes: "two were hurt when the trams collided"."""
    if sentence.lemmas[verb] not in verbs("harmed") or sentence.children_by(verb, "obl:agent"):
        return False
    if any(sentence.lemmas[at] in verbs("crashing") for at in crashes_near(sentence, verb)):
        return True
    told = [at for at, lemma in enumerate(sentence.lemmas) if lemma in verbs("crashing")]
    if any(sentence.words[child] in WHEN for at in told for child in sentence.children_by(at, "mark", "advmod")):
        return True
    # "nine died in the crash, and 50 were injured"
    suffered = sentence[verb].xpos in ("VBN", "JJ") and not sentence.children_by(verb, "obj")
    lemmas = set(sentence.lemmas)
    return (
        suffered and bool(lemmas & classes()["disaster"]) and not lemmas & (verbs("striking") - classes()["disaster"])
    )


def crashes_near(sentence: Sentence, verb: int) -> list[int]:
    """The verbs that go with one of harm: of what it comes from, or comes with."""
    token = sentence[verb]
    above = [token.head] if token.deprel in ("advcl", "conj", "acl") and token.head != ROOT else []
    return [*above, *sentence.children_by(verb, "advcl", "conj")]


def is_denied_elsewhere(sentence: Sentence, match: Match) -> bool:
    """Whether the negation of the phrase is that of another clause: "would not help, leaving them alone"."""
    if not match.phrase.negative or sentence[match.trigger].upos != "VERB":
        return False
    denying = next((at for at in match.tokens if sentence.words[at] in DENYING), ROOT)
    if denying in (ROOT, match.trigger):
        return False
    denied = sentence[denying].head
    at = match.trigger
    while at not in (denied, denying, ROOT):
        if sentence[at].deprel in APART and sentence.words[at - 1] != "to":
            return True
        at = sentence[at].head
    return False


def lacks_object(sentence: Sentence, match: Match) -> bool:
    """Whether nothing is done to anything: "the rocket blew up", "he blacked out"."""
    at = match.trigger
    if match.phrase.type not in HURTING or len(match.tokens) > BARE:
        return False
    if sentence[at].upos != "VERB" or sentence.lemmas[at] not in verbs("needing"):
        return False
    sharing = [at, sentence[at].head] if sentence[at].deprel == "conj" else [at]  # "were led away and executed"
    told = any(sentence.children_by(verb, "obj", "nsubj:pass", "aux:pass") for verb in sharing)
    return not told and not sentence[at].deprel.startswith("acl") and sentence[at].xpos != "VBN"


def is_made_public(sentence: Sentence, match: Match) -> bool:
    """Whether what is released is something to read or to see: "a report released by the ministry"."""
    at = match.trigger
    if "release" not in (sentence.lemmas[at], sentence.words[at]) and match.phrase.mode != "release":
        return False
    things = [*(sentence.children_by(at, "obj", "nsubj:pass", "compound") or sentence.children_by(at, "nsubj"))]
    if sentence[at].deprel.startswith("acl") or sentence[at].deprel == "amod":
        things.append(sentence[at].head)
    if sentence[at].upos in NOUNS:
        things += sentence.children_by(at, "nmod")
    if sentence[at].deprel == "conj" and not things:
        things += sentence.children_by(sentence[at].head, "obj", "nsubj:pass")
    told = [thing for thing in things if sentence.words[thing] != SOMEBODY]
    return any(sentence.lemmas[thing] in classes()["published"] for thing in told)


def is_question(sentence: Sentence, match: Match) -> bool:
    """Whether "ask" asks to know something: "asked why he left"."""
    at = match.trigger
    if match.phrase.type != "REQUEST" or sentence.lemmas[at] != "ask" or len(match.tokens) > 1:
        return False
    if any(sentence.words[child] in WONDERING for child in sentence.children(at) if child > at):
        return True
    for clause in sentence.children_by(at, "ccomp", "parataxis", "xcomp", "advcl"):
        opening = {sentence.words[child] for child in (clause, *sentence.children(clause))}
        if opening & WONDERING or "?" in sentence.words[min(at, clause) : max(at, clause) + 3]:
            return True
    if any(hangs_by(sentence, thing, ABOUT) for thing in sentence.children_by(at, "obl")):
        return True
    return any(sentence.lemmas[thing] == "question" for thing in sentence.children_by(at, "obj", "nsubj:pass"))


def is_shown(sentence: Sentence, match: Match) -> bool:
    """Whether "demonstrate" has something to show: who protests shows nothing."""
    at = match.trigger
    if match.phrase.type != "PROTEST" or sentence.lemmas[at] != "demonstrate":
        return False
    return bool(sentence.children_by(at, "obj", "ccomp", "nsubj:pass"))


def is_attribute(sentence: Sentence, match: Match) -> bool:
    """Whether the word only describes a noun, as what is said of it: "the alleged leader", "rebel-held"."""
    token = sentence[match.trigger]
    if token.xpos not in PARTICIPLES or token.deprel not in ("amod", "compound"):
        return False
    alleged = match.phrase.type == "ACCUSE" and match.phrase.mode == "allege"
    return alleged or (token.index > 0 and sentence.words[token.index - 1] == "-")


def is_past_need(sentence: Sentence, match: Match) -> bool:
    """Whether somebody had to do it once, or must have done it, which asks nothing of anybody: "they had to leave"."""
    if not match.phrase.says or match.phrase.type != "REQUEST":
        return False
    guessed = sentence.words[match.trigger : match.trigger + 2] == ["must", "have"]
    return sentence.words[match.trigger] in PAST_NEEDS or (guessed and "VBN" in tags_after(sentence, match.trigger))


def tags_after(sentence: Sentence, at: int) -> list[str]:
    return [token.xpos for token in sentence.tokens[at + 2 : at + 4]]


def is_matching(sentence: Sentence, match: Match) -> bool:
    """Whether things agree with each other: "where the two charts agree"."""
    if sentence.lemmas[match.trigger] != "agree":
        return False
    return any(sentence.lemmas[thing] in verbs("tallying") for thing in sentence.children_by(match.trigger, "nsubj"))


def is_play(sentence: Sentence, match: Match) -> bool:
    """Whether a team beats another: "beat them in the final of the cup"."""
    if match.phrase.type not in PLAYED or sentence.lemmas[match.trigger] not in verbs("playing"):
        return False
    return len(set(sentence.lemmas) & classes()["sport"]) >= SPORTING


def is_kind_of_thing(sentence: Sentence, match: Match) -> bool:
    """Whether the word tells what a thing is made for: "attack helicopter", "bomb shelter"."""
    token = sentence[match.trigger]
    if match.phrase.type != "ASSAULT" or token.deprel != "compound":
        return False
    return token.upos in NOUNS and sentence.lemmas[token.head] in verbs("made_for")


def is_timed(sentence: Sentence, match: Match) -> bool:
    """Whether the last word, "at", only opens the time of day: "launched a missile at 6 a.m."."""
    last = match.tokens[-1]
    if match.phrase.type != "ASSAULT" or sentence.words[last] != "at" or len(match.tokens) == 1:
        return False
    following = next((word for word in sentence.words[last + 1 : last + 3] if word not in ARTICLES), "")
    return following[:1].isdigit() or following in verbs("hours")
