"""What the words that a deed hangs on make of it: denied, averted or only asked for."""

from typing import Final

from dateline.enricher.events.hanging import AGAINST, BY, NOUNS, with_case
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline.enricher.syntax.words import NOT
from dateline_schemas import Realis

CONTENT: Final = ("obj", "xcomp", "ccomp", "nsubj:pass")
"""Relations by which the deed is what the verb above is about."""
FROM: Final = frozenset(("from",))
OF: Final = frozenset(("of", "for"))
FOR: Final = frozenset(("for",))
IN: Final = frozenset(("in", "of", "for"))
BARE: Final = ("VB", "VBP")
PAST: Final = ("VBD", "VBN")
SINGULAR: Final = ("NN", "NNP")
RATHER: Final = frozenset(("instead", "rather"))
TOLD: Final = ("csubj", "ccomp")
TRUE: Final = frozenset(("true", "correct", "accurate"))
FALSE: Final = frozenset("false untrue baseless unfounded groundless fabricated incorrect".split())
HIGHEST: Final = 6
"""Words above a deed that are looked at."""


def framed(sentence: Sentence, trigger: int) -> Realis | None:
    """NEGATED for what is denied or averted, ACTUAL for what nobody did deny or avert, HYPOTHETICAL for what is asked
    for; None where nothing above says so."""
    at = trigger
    if sentence[at].xpos == "VBG" and sentence[at].deprel == "amod":
        at = sentence[at].head  # "refrained from striking Niger", read as a Niger that strikes
    for _ in range(HIGHEST):
        if markers(sentence, at) & RATHER or is_far_from(sentence, at):
            return Realis.NEGATED
        if is_subjunctive(sentence, at):
            return Realis.HYPOTHETICAL
        head = sentence[at].head
        if head == ROOT:
            return None
        if sentence[at].deprel != "conj":
            verdict = by_noun(sentence, at, head) if sentence[head].upos in NOUNS else by_verb(sentence, at, head)
            if verdict is not None or not carries(sentence, at, head):
                return verdict
        at = head
    return None


def by_verb(sentence: Sentence, at: int, verb: int) -> Realis | None:
    """What the verb, or adjective, makes of the deed that hangs on it."""
    lemma, marks = sentence.lemmas[verb], markers(sentence, at)
    if (marks & OF and is_short(sentence, verb)) or (lemma in verbs("barring") and marks & FROM):
        return averted(sentence, verb)  # "stopped short of accusing", "kept them from striking"
    if lemma == "rule" and "out" in (sentence.words[child] for child in sentence.children_by(verb, "compound")):
        return averted(sentence, verb)
    if (lemma in verbs("seeking") and marks & FOR and not is_naming(sentence, verb)) or (
        lemma in verbs("warning") and marks & AGAINST
    ):
        return Realis.HYPOTHETICAL
    if sentence[at].deprel in TOLD and is_untrue(sentence, verb):
        return Realis.NEGATED  # "it is not true that"
    if sentence[at].deprel in CONTENT:
        if lemma in verbs("averting") or lemma in verbs("denying"):
            return averted(sentence, verb)
        if lemma in verbs("asking") and "to" not in marks:  # "wants to" is a plan
            return Realis.HYPOTHETICAL
        if lemma == "consider" and sentence[at].deprel == "xcomp" and sentence[at].xpos == "VBG":
            return Realis.HYPOTHETICAL
    return None


def is_short(sentence: Sentence, verb: int) -> bool:
    """ "Stopped short of", whether "short" has what follows or the verb."""
    beside = (sentence.words[child] for child in sentence.children_by(verb, "advmod", "xcomp"))
    return sentence.lemmas[verb] == "short" or "short" in beside


def is_far_from(sentence: Sentence, verb: int) -> bool:
    """ "Far from arresting them"."""
    opening = [at for at in sentence.children_by(verb, "mark", "case") if sentence.words[at] == "from"]
    return sentence[verb].xpos == "VBG" and any(at > 0 and sentence.words[at - 1] == "far" for at in opening)


def is_denied(sentence: Sentence, word: int) -> bool:
    """Whether "not" stands with an adjective or its verb."""
    return not NOT.isdisjoint(sentence.words[child] for child in sentence.children_by(word, "advmod"))


def averted(sentence: Sentence, verb: int) -> Realis:
    """What the verb averts, or what comes of "failed to avert" and "did not deny"."""
    return Realis.ACTUAL if is_denied(sentence, verb) or framed(sentence, verb) is Realis.NEGATED else Realis.NEGATED


def is_naming(sentence: Sentence, verb: int) -> bool:
    """Whether somebody is called something: "called it revenge for the strike"."""
    return sentence.lemmas[verb] == "call" and bool(sentence.children_by(verb, "obj"))


def by_noun(sentence: Sentence, at: int, noun: int) -> Realis | None:
    """What the noun makes of the deed that hangs on it, by what becomes of the noun itself: "denied any role in"."""
    lemma, marks = sentence.lemmas[noun], markers(sentence, at)
    told = bool(marks & OF) or "that" in marks or "to" in marks
    above = sentence.lemmas[sentence[noun].head] if sentence[noun].deprel in CONTENT else ""
    if lemma in verbs("reports") and told and (above in verbs("denying") or above in verbs("rejecting")):
        return Realis.NEGATED
    if lemma in verbs("parts") and marks & IN and above in verbs("denying") and not with_case(sentence, at, BY):
        return Realis.NEGATED
    if told and (lemma in verbs("reports") or lemma in verbs("intents")) and is_missing(sentence, noun):
        return Realis.NEGATED
    if lemma in verbs("reports") and told and is_false(sentence, noun):
        return Realis.NEGATED
    if lemma in verbs("calls") and told:
        return Realis.HYPOTHETICAL
    if lemma in verbs("hopes") and marks & OF and sentence[at].xpos == "VBG":
        return Realis.HYPOTHETICAL
    return None


def is_false(sentence: Sentence, noun: int) -> bool:
    """Whether a report is called false: "reports that it shelled Gao are false"."""
    said = [sentence[noun].head] if sentence[noun].deprel == "nsubj" else sentence.children_by(noun, "ccomp")
    return any(is_untrue(sentence, at) for at in said)


def is_untrue(sentence: Sentence, word: int) -> bool:
    """Whether a word calls something false: "is baseless", "is not true"."""
    return sentence.lemmas[word] in FALSE or (sentence.lemmas[word] in TRUE and is_denied(sentence, word))


def is_subjunctive(sentence: Sentence, verb: int) -> bool:
    """Whether the clause says what is to be, by its bare verb: "insists that Norway pay"."""
    token = sentence[verb]
    if token.xpos not in BARE or token.text != token.lemma:
        return False
    asked = token.deprel == "ccomp" and sentence.lemmas[token.head] in verbs("urging")
    if asked and sentence[token.head].xpos in PAST and not sentence.children_by(verb, "aux"):
        return True  # "suggested the countries hold talks"
    if not asked and "that" not in markers(sentence, verb):
        return False
    subjects = sentence.children_by(verb, "nsubj")
    return not sentence.children_by(verb, "aux") and any(
        sentence[subject].xpos in SINGULAR and not sentence.children_by(subject, "conj") for subject in subjects
    )


def carries(sentence: Sentence, at: int, head: int) -> bool:
    """Whether what becomes of the word above becomes of the deed: of "agree" in "agree to free them", of "carry" in
    "carry out an attack", but not of "stop" in "stop shelling"."""
    relation, lemma = sentence[at].deprel, sentence.lemmas[head]
    if relation == "xcomp":
        return lemma not in verbs("ending")
    return relation in ("obj", "nsubj:pass") and lemma in verbs("doing")


def is_missing(sentence: Sentence, noun: int) -> bool:
    return any(sentence.words[child] == "no" for child in sentence.children_by(noun, "det"))


def is_marked_history(sentence: Sentence, trigger: int) -> bool:
    """Whether years have passed since: "the anniversary of the invasion"."""
    head = sentence[trigger].head
    return sentence[trigger].deprel == "nmod" and head != ROOT and sentence.lemmas[head] in verbs("remembering")


def markers(sentence: Sentence, at: int) -> set[str]:
    """The words that tie the deed to what it hangs on."""
    return {sentence.words[child] for child in sentence.children_by(at, "mark", "case", "cc")}
