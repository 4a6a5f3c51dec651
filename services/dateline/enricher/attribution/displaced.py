"""What is said that neither follows its cue nor is parted from it by a comma: the subject of a passive, what a relative
clause describes, the sentence around "as Ito said"."""

from typing import Final

from dateline.enricher.attribution.clause import Clauses, Range

_RELATIVE: Final = frozenset({"which", "that", "what", "who", "whom", "whatever"})
_FURTHEST: Final = 12  # words from a relative clause's verb back to what it describes


def passive_subject(clauses: Clauses, verb: int, cue: Range) -> Range | None:
    """ "The plan was endorsed by the union": the plan."""
    if clauses.child(verb, "aux:pass") is None:
        return None
    subject = clauses.child(verb, "nsubj:pass", "nsubj", "csubj")
    if subject is None or subject >= cue[0]:
        return None
    first, last = clauses.noun_phrase(subject, verb)
    return first, min(last, cue[0])


def around(clauses: Clauses, group: Range) -> Range | None:
    """ "As Ito said, the dam is full", "The dam is full, as Ito said": the clause on the side that has one."""
    tokens, before = clauses.tokens, group[0] - 1
    if before < 0 or tokens[before].text.lower() != "as":
        return None
    if before == 0 or (before == 1 and tokens[0].upos in ("CCONJ", "PUNCT")):
        for at in range(group[1], clauses.end - 1):
            if tokens[at].text == ",":
                return at + 1, clauses.end
        return None
    end = before - 1 if tokens[before - 1].upos == "PUNCT" else before
    return (0, end) if end > 0 else None


def described(clauses: Clauses, verb: int, group: Range) -> Range | None:
    """ "the leader whom Ito admires", "what Ito wants": the relative word that the verb takes, else the noun."""
    tokens = clauses.tokens
    thing = clauses.child(verb, "obj", "ccomp", "xcomp", "obl")
    if thing is not None and thing >= group[1]:
        return None
    first = group[0]
    if first and tokens[first - 1].text.lower() in _RELATIVE:
        return first - 1, first
    noun = tokens[verb].head
    if tokens[verb].deprel == "acl:relcl" and 0 <= noun < first and first - noun <= _FURTHEST:
        begin, end = clauses.noun_phrase(noun, verb)
        return (begin, min(end, first)) if begin < first else None
    return None
