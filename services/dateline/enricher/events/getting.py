"""Who gets what somebody else does: "received a loan from Chad", "drew criticism from Chad", "came under attack"."""

from typing import Final

from dateline.enricher.events.doers import agents_behind, verb_doers
from dateline.enricher.events.hanging import (
    BY,
    FROM,
    LONGEST_CLIMB,
    hangs_by,
    is_hanging_participle,
    is_noun,
    is_passive,
    subject_words,
    with_case,
)
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence

GIVERS: Final = FROM | BY
AMONG: Final = frozenset(("among", "in", "across"))
UNDER: Final = frozenset(("under",))
GOT: Final = frozenset("SUPPORT AID ACCUSE REQUEST THREATEN REJECT PROTEST SANCTION COERCE ASSAULT".split())
"""Types of deeds that somebody may get; what is agreed or talked over is of both, and troops withdraw from places."""


def getting_verb(sentence: Sentence, match: Match) -> int | None:
    """The verb whose subject gets what the deed tells: the deed's own word, or the one that it is the object of."""
    at = match.trigger
    if match.phrase.type not in GOT:
        return None
    for _ in range(LONGEST_CLIMB):
        if not is_noun(sentence, at):
            break
        above, relation = sentence[at].head, sentence[at].deprel
        if hangs_by(sentence, at, UNDER) and sentence.children_by(at, "cop"):
            return at  # "is under investigation"
        if above != ROOT and relation == "obl" and sentence.lemmas[above] == "come" and hangs_by(sentence, at, UNDER):
            return above
        if above == ROOT or relation not in ("obj", "nmod", "compound"):
            return None
        at = above
    lemma = sentence.lemmas[at]
    if lemma == "take" and sentence.lemmas[match.trigger] == "delivery":
        return at
    if is_passive(sentence, at) or not (lemma in verbs("incurring") or lemma in verbs("gaining")):
        return None
    certain = lemma in verbs("incurring") and match.phrase.type != "PROTEST"  # "drew protests in Gao", by whom it says
    return at if certain or givers(sentence, match, at) else None


def givers(sentence: Sentence, match: Match, verb: int) -> list[int]:
    """Whom it is had from."""
    things = dict.fromkeys((match.trigger, *match.tokens, *sentence.children_by(verb, "obj"), verb))
    felt = [at for at in with_case(sentence, verb, AMONG) if sentence.lemmas[match.trigger] in verbs("feelings")]
    given = [at for thing in things for at in (*with_case(sentence, thing, GIVERS), *agents_behind(sentence, thing))]
    sent = [at for token in match.tokens for at in sentence.children_by(token, "amod")]  # "received Indian goods"
    return [*given, *felt, *sent]


def getters(sentence: Sentence, verb: int) -> list[int]:
    """Who gets it: the subject, and of a deed that is judged who did it: "the raid by Chad drew criticism", "Chad
    raided it, drawing criticism"."""
    subjects = subject_words(sentence, verb) or (
        verb_doers(sentence, verb) if is_hanging_participle(sentence, verb) else []
    )
    by = [at for subject in subjects for at in (*with_case(sentence, subject, BY), *agents_behind(sentence, subject))]
    return [*by, *subjects]
