"""Mends clauses that tell more of a noun, where the net hung them on another or read no clause at all."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS, upwards
from dateline.enricher.syntax.tree import ROOT, Token

DETERMINERS: Final = ("DT", "PRP$")
MISPLACED: Final = ("obl", "obj", "nmod")
"""What a noun before "who" is called where it was hung on the clause."""
WHERE: Final = frozenset(("in", "at", "from", "near"))
TAKING: Final = ("obj", "nsubj", "nsubj:pass")
CLAUSES: Final = ("advcl", "ccomp")
CLAIMS: Final = frozenset(
    "accusation allegation assertion charge claim complaint fear insinuation notion report rumour rumor speculation "
    "suggestion suspicion".split()
)
"""Nouns of what somebody says, of which a clause with "that" may tell."""
PARTICIPLE: Final = "VBN"
WHOSE: Final = "WP$"
AFTER_COMMA: Final = ("whom", "which", "who", "whose")


def right_relatives(tokens: Sequence[Token]) -> None:
    """ "A visit by the minister, who met them": no word before "who" hangs on its verb; the clause tells more of the
    noun right before it."""
    for relative in tokens[2:]:
        verb = tokens[relative.head]
        if relative.xpos == "WDT" and verb.deprel == "conj" and relative.deprel in TAKING:
            _hang_on_noun(tokens, relative, verb)
        if relative.xpos == WHOSE:
            _make_object(tokens, verb)
            verb = tokens[verb.head]
        if relative.text in AFTER_COMMA and verb.deprel == "advcl" and tokens[verb.index - 1].deprel != "mark":
            _hang_behind(tokens, relative, verb)
        if relative.xpos not in ("WP", "WDT") or verb.deprel != "acl:relcl" or verb.index < relative.index:
            continue
        before = [token for token in tokens[verb.head + 1 : relative.index] if token.head == verb.index]
        nouns = [token for token in before if token.upos in NOUNS and token.deprel in MISPLACED]
        if len(nouns) == 1:
            nouns[0].head, nouns[0].deprel, verb.head = verb.head, "nmod", nouns[0].index
        if relative.text.lower() == "who":
            _hang_on_somebody(tokens, verb, relative)


def _hang_behind(tokens: Sequence[Token], relative: Token, verb: Token) -> None:
    """ "His rival, Joseph Kabila, whom a court sentenced": the clause tells more of the name right before it."""
    opening = relative.index - (2 if tokens[relative.index - 1].deprel == "case" else 1)
    if opening < 1 or tokens[opening].text != ",":
        return
    named = tokens[opening - 1]
    chain = upwards(tokens, named)
    noun = next((at for at in chain if at.deprel not in ("flat", "compound") or at.head >= relative.index), named)
    if noun.upos in NOUNS and verb.index > relative.index:
        verb.head, verb.deprel = noun.index, "acl:relcl"
        _hang_on_somebody(tokens, verb, relative)


def _hang_on_noun(tokens: Sequence[Token], relative: Token, verb: Token) -> None:
    """ "The accord that his deputy, Otieno, had signed": no clause with "that" of its own goes on from another."""
    before = tokens[relative.index - 1]
    joined = any(token.head == verb.index and token.deprel == "cc" for token in tokens)
    if before.upos in NOUNS and verb.index > relative.index and verb.head < before.index and not joined:
        verb.head, verb.deprel = before.index, "acl:relcl"


def _make_object(tokens: Sequence[Token], thing: Token) -> None:
    """ "Whose client the police held": of two subjects the one before the other is the verb's object."""
    between = (t for t in tokens[thing.index + 1 : max(thing.head, 0)] if t.head == thing.head)
    if thing.deprel in SUBJECTS and any(token.deprel in SUBJECTS for token in between):
        thing.deprel = "obj"


def _hang_on_somebody(tokens: Sequence[Token], verb: Token, relative: Token) -> None:
    """ "A nurse in Mali, who was held", "Otieno, the architect of the cut, who left": the clause tells more of who is
    there, or whom the words between the commas describe."""
    place = tokens[verb.head]
    described = next((token for token in upwards(tokens, place)[1:] if token.deprel == "appos"), None)
    apart = tokens[relative.index - 1].text == "," and place.upos == "NOUN"
    if described is not None and apart and tokens[described.head].upos == "PROPN":
        verb.head = described.head
        return
    cases = {token.text for token in tokens if token.head == place.index and token.deprel == "case"}
    somewhere = place.upos == "PROPN" and place.deprel == "nmod" and not cases.isdisjoint(WHERE)
    if somewhere and tokens[place.head].upos in NOUNS:
        verb.head = place.head


def right_claims(tokens: Sequence[Token]) -> None:
    """ "Rejected an accusation by officials that it was behind the attack": a clause with "that" tells what is claimed,
    where the verb above has such a claim as its object."""
    for that in tokens[3:]:
        if that.text.lower() != "that" or that.deprel != "mark":
            continue
        clause = tokens[that.head]
        verb = tokens[clause.head]
        if clause.deprel not in CLAUSES or verb.upos != "VERB" or clause.head < 0:
            continue
        objects = [t for t in tokens[verb.index + 1 : that.index] if t.head == verb.index and t.deprel == "obj"]
        if objects and objects[-1].lemma.lower() in CLAIMS:
            clause.head, clause.deprel = objects[-1].index, "acl"


def right_told_clauses(tokens: Sequence[Token]) -> None:
    """ "A charge his office denied": between a noun and a participle that is said of it, a noun with an article of its
    own is whose verb that is."""
    for verb in tokens[2:]:
        if verb.xpos != PARTICIPLE or verb.deprel != "acl" or verb.head != verb.index - 1:
            continue
        noun = tokens[verb.head]
        first = min(token.index for token in tokens if token.index == noun.index or token.head == noun.index)
        told = tokens[first - 1]
        own = tokens[first].deprel in ("det", "nmod:poss") and tokens[first].xpos in DETERMINERS
        if own and first > 0 and told.index == noun.head and told.upos in NOUNS and noun.deprel in MISPLACED:
            noun.head, noun.deprel = verb.index, "nsubj"
            verb.head, verb.deprel, verb.xpos = told.index, "acl:relcl", "VBD"


def right_after_relatives(tokens: Sequence[Token]) -> None:
    """ "Chad, which had asked for him, voiced disappointment": behind the comma that closes the clause, what was read
    as a participle of the noun behind it is the sentence's verb, where there is no other."""
    root = next((token for token in tokens if token.head == ROOT), None)
    if root is None or root.upos not in NOUNS:
        return
    for verb in tokens[root.index + 4 : -2]:
        thing = tokens[verb.head]
        read_so = verb.xpos == PARTICIPLE and verb.deprel == "amod" and thing.index == verb.index + 1
        if not read_so or tokens[verb.index - 1].text != "," or not _closes_relative(tokens, root, verb.index - 1):
            continue
        verb.head, verb.deprel, verb.xpos = ROOT, "root", "VBD"
        root.head, root.deprel = verb.index, "nsubj"
        thing.head, thing.deprel = verb.index, "obj"
        tokens[-1].head = verb.index
        return


def _closes_relative(tokens: Sequence[Token], noun: Token, comma: int) -> bool:
    """Whether a clause that tells more of the noun runs from the comma behind it up to another one."""
    opened = tokens[noun.index + 1].text == "," and tokens[noun.index + 2].xpos in ("WP", "WDT")
    clauses = [token for token in tokens if token.head == noun.index and token.deprel == "acl:relcl"]
    return opened and len(clauses) == 1 and noun.index < clauses[0].index < comma
