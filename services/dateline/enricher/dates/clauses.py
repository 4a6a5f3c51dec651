"""Which clause of a sentence a time belongs to, and whether that tells what is still to come."""

from typing import Final

from dateline.enricher.syntax.tree import ROOT, Sentence

SEQUENCE: Final = frozenset("after before since until till once following".split())
"""What opens a circumstance with a time of its own: "two days after they left"."""
UNTIL: Final = frozenset("until till".split())
NOT: Final = frozenset("not n't n’t never".split())
ANNOUNCING: Final = frozenset("expect schedule plan set due slate intend prepare".split())
PROMISING: Final = frozenset("agree pledge promise vow offer hope want aim wish".split())
"""Verbs whose infinitive has the time that stands behind it: "agreed to meet on Monday"."""
PRESENT_BE: Final = frozenset("am is are".split())
HAVE: Final = frozenset("have has had 've".split())
BEFORE_TO: Final = 5
"""Words before an infinitive among which its "to" stands."""


def is_set_off(sentence: Sentence, at: int) -> bool:
    """Whether the word opens a circumstance that comes before or after what it hangs on."""
    return any(sentence.words[child] in SEQUENCE for child in sentence.children_by(at, "mark", "case"))


def word_at(sentence: Sentence, start: int) -> int:
    """The word that the time at `start` begins with."""
    return next((token.index for token in sentence if token.start <= start < token.end), sentence.root)


def clause_at(sentence: Sentence, time: int) -> int:
    """The verb, or the root, that the time whose first word is `time` hangs on."""
    at = time
    while sentence[at].head != ROOT and sentence[at].upos != "VERB":
        at = sentence[at].head
    return infinitive_before(sentence, relative_before(sentence, at, time), time)


def relative_before(sentence: Sentence, verb: int, time: int) -> int:
    """The verb of the subject's relative clause where the time closes that clause, else the verb: "rebels who were
    freed in May attacked"."""
    for subject in sentence.children_by(verb, "nsubj", "nsubj:pass"):
        for relative in sentence.children_by(subject, "acl:relcl", "acl"):
            if relative < time < verb and "," not in sentence.words[relative:time]:
                return relative
    return verb


def infinitive_before(sentence: Sentence, verb: int, time: int) -> int:
    """The infinitive that stands between a verb of promising and the time, else the verb."""
    if sentence.lemmas[verb] in PROMISING or sentence.lemmas[verb] in ANNOUNCING:
        for child in sentence.children_by(verb, "xcomp"):
            if verb < child < time and sentence[child].xpos == "VB":
                return child
    return verb


def is_announced(sentence: Sentence, verb: int) -> bool:
    """Whether an infinitive is told as to come by what stands before its "to"."""
    for at in range(verb - 1, max(0, verb - 1 - BEFORE_TO), -1):
        if sentence.words[at] == "to":
            before = sentence.lemmas[at - 1]
            return sentence.words[at - 1] in PRESENT_BE or before in ANNOUNCING or before in PROMISING
    return False


def since_when(sentence: Sentence, time: int, clause: int) -> bool | None:
    """Whether the clause has gone on since the time whose first word is `time`; None where "since" does not stand
    before it, False where that only says how rare the deed is: "the first trip since May"."""
    if time == 0 or sentence.words[time - 1] != "since" or "when" in sentence.words[time + 1 : time + 3]:
        return None
    rare = any(sentence[at].xpos in ("JJS", "RBS") or sentence.words[at] == "first" for at in range(clause + 1, time))
    return not rare and any(sentence.words[child] in HAVE for child in sentence.children_by(clause, "aux"))


def is_until(sentence: Sentence, time: int, clause: int) -> bool:
    """Whether the time is when the deed ends: "jailed until Friday", but "was not freed until Friday"."""
    before = next((at for at in range(time - 1, max(-1, time - 3), -1) if sentence.words[at] != "the"), time)
    if sentence.words[before] not in UNTIL:
        return False
    return not any(sentence.words[child] in NOT for child in sentence.children_by(clause, "advmod"))
