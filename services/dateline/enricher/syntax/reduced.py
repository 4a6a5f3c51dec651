"""Mends sentences whose subject has a participle behind it, which the net reads as the verb, or its clause as one."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.passives import done_to
from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS
from dateline.enricher.syntax.tree import ROOT, Token

VERB, NOUN = "VERB", "NOUN"
LONGEST: Final = 9
"""Words back from what was done among which "had" is."""
COUNTED: Final = ("NOUN", "PROPN", "PRON", "NUM")
WITHIN: Final = ("DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON")
SOME: Final = ("some", "many", "several", "most", "all", "both", "dozen", "hundred", "member", "number")
CAUSING: Final = ("have", "order")
BEHIND: Final = ("PUNCT", "ADP", "SCONJ", "CCONJ", "ADV")
"""What may stand behind a participle that has no object."""
PARTICIPLE, PAST = "VBN", "VBD"
PREPOSITIONS: Final = ("IN", "TO")
LOOSE: Final = ("advcl", "acl", "ccomp", "conj", "parataxis")
"""What a main verb is read as behind the participle."""
OPENING: Final = ("mark", "nsubj", "nsubj:pass", "aux", "aux:pass", "cc")
"""What a clause that is none has not."""


KEEPING: Final = frozenset(
    "have get want need see find keep leave hear watch order make declare consider like feel catch report".split()
)
"""Verbs that somebody or something may be in a state by: "had them arrested"."""
PRONOUNS: Final = frozenset("it he she they we i".split())


def right_reduced(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens[2:]:
        if token.deprel in ("xcomp", "advcl") and token.upos == "VERB":
            _describe_object(tokens, token)
        if token.text.lower() in done_to() and token.upos in (VERB, NOUN):
            _have_done(tokens, token)
        if token.xpos == PAST and token.upos == "VERB":
            _give_subject(tokens, token)
            _set_apart(tokens, token)
    root = next((token for token in tokens if token.head == ROOT), None)
    if root is None or tokens[-1].text != ".":
        return
    if root.upos in NOUNS:
        _find_verb_of(tokens, root)
    elif root.xpos == PAST:
        _find_verb_behind_agent(tokens, root)


def _describe_object(tokens: Sequence[Token], verb: Token) -> None:
    """ "Freed the men held in Gao", "freed the men it had held": what is right behind an object tells more of it."""
    own = [token for token in tokens if token.head == verb.index]
    first = min([verb.index, *(token.index for token in own)])
    noun, above = tokens[first - 1], tokens[verb.head]
    if first == 0 or noun.deprel != "obj" or noun.head != above.index or noun.upos not in NOUNS:
        return
    if verb.deprel == "xcomp":
        bare = first == verb.index and verb.xpos == PARTICIPLE and above.lemma.lower() not in KEEPING
        if bare and tokens[-1] is not verb and tokens[verb.index + 1].upos == "ADP":
            verb.head, verb.deprel = noun.index, "acl"
    elif tokens[first].text in PRONOUNS and tokens[first].deprel == "nsubj" and not _has(tokens, verb, ("obj", "mark")):
        verb.head, verb.deprel = noun.index, "acl:relcl"


def _give_subject(tokens: Sequence[Token], verb: Token) -> None:
    """ "Police backed by officers retook it": of a participle without an auxiliary the noun before is the subject of
    the verb above."""
    own = [token for token in tokens if token.head == verb.index]
    if any(token.deprel.startswith("nsubj") for token in own):
        return
    for clause in own:
        if clause.deprel != "advcl" or clause.xpos != PARTICIPLE or not clause.index < verb.index:
            continue
        beneath = [token for token in tokens if token.head == clause.index]
        subjects = [token for token in beneath if token.deprel == "nsubj:pass" and token.index < clause.index]
        helped = any(token.deprel in ("aux:pass", "mark", "aux") for token in beneath)
        if len(subjects) == 1 and not helped and tokens[clause.index - 1].text != ",":
            subjects[0].head, subjects[0].deprel = verb.index, "nsubj"
            clause.head, clause.deprel = subjects[0].index, "acl"
            return


def _have_done(tokens: Sequence[Token], done: Token) -> None:
    """ "Had two of his envoys shot": what is right behind whom somebody "had" was done to them at his wish."""
    after = tokens[done.index + 1].upos if done.index + 1 < len(tokens) else "PUNCT"
    before = tokens[max(0, done.index - LONGEST) : done.index]
    having = next((t for t in reversed(before) if t.upos not in WITHIN and t.text != "of"), None)
    if having is None or having.lemma not in CAUSING or after not in BEHIND:
        return
    if having.lemma == "order" and any(token.text == "to" for token in tokens[done.index :]):
        return  # "ordered miners arrested in May to leave"
    whom = tokens[having.index + 1 : done.index]
    nouns = [token for token in whom if token.upos in COUNTED and token.xpos != "PRP$"]
    if not nouns:
        return
    of = next((token.index for token in whom if token.text == "of"), done.index)
    noun = next((token for token in reversed(nouns) if token.index < of), nouns[-1])
    noun = tokens[noun.head] if noun.deprel == "flat" and having.index < noun.head else noun
    if of < done.index and noun.upos != "NUM" and noun.lemma not in SOME:
        return  # "had photos of those killed in May"
    if having.deprel == "aux" and not _take_place(tokens, having, done):
        return
    for token in whom:
        if token is not noun and (token.head == done.index or token.head == having.index):
            token.head = noun.index
    noun.head, noun.deprel = having.index, "obj"
    done.head, done.deprel, done.upos, done.xpos = having.index, "xcomp", VERB, PARTICIPLE
    done.lemma = lemma(done.text, VERB, PARTICIPLE)
    having.upos = VERB


def _take_place(tokens: Sequence[Token], having: Token, done: Token) -> bool:
    """ "Ruto had Otieno arrested": whether "had" has a subject of its own; it is the clause's verb then."""
    own = [token for token in tokens[: having.index] if token.head in (done.index, having.index)]
    if not having.index < having.head <= done.index or not any(token.deprel in SUBJECTS for token in own):
        return False
    having.head, having.deprel = done.head, done.deprel
    for token in own:
        token.head = having.index
    return True


def _set_apart(tokens: Sequence[Token], verb: Token) -> None:
    """ "Officers, pelted with stones, fired": what stands between commas behind the subject of another verb, and has
    neither subject nor object, was done to the subject."""
    if tokens[verb.index - 1].text != "," or verb.index + 2 >= len(tokens):
        return
    behind = tokens[verb.index + 1]
    if behind.xpos not in PREPOSITIONS and behind.text != "free":  # "set free by a court"
        return
    noun = tokens[verb.index - 2]
    if noun.head == verb.index and noun.deprel == "nsubj":
        _give_second(tokens, noun, verb)
    main = tokens[noun.head] if noun.deprel == "nsubj" else verb
    apart = any(token.text == "," for token in tokens[verb.index : main.index])
    if main.index > verb.index and apart and not _has(tokens, verb, (*OPENING, "obj", "ccomp")):
        if main.head == verb.index:
            main.head, main.deprel = verb.head, verb.deprel
        _make_reduced(tokens, noun, verb)


def _make_reduced(tokens: Sequence[Token], noun: Token, verb: Token) -> None:
    """What others did to the noun: who stands behind "by" did it."""
    verb.head, verb.deprel, verb.xpos = noun.index, "acl", PARTICIPLE
    by = {token.head for token in tokens[verb.index :] if token.deprel == "case" and token.text == "by"}
    for token in tokens[verb.index :]:
        if token.head == verb.index and token.index in by and token.deprel == "obl":
            token.deprel = "obl:agent"


def _give_second(tokens: Sequence[Token], noun: Token, first: Token) -> None:
    """The verb behind the second comma has the subject, and hangs where the first did."""
    behind = [token.deprel for token in tokens[noun.index + 1 :] if token.head == first.index]
    bare = not {"obj", "aux", "mark"}.intersection(behind)
    second = next((t for t in tokens[first.index + 2 :] if t.upos == "VERB" and t.deprel in LOOSE), None)
    if second is None or not bare or second.head not in (first.index, first.head) or _has(tokens, second, SUBJECTS):
        return
    opening = min(token.index for token in tokens if token is second or token.head == second.index)
    if "," not in (tokens[opening - 1].text, tokens[opening].text):
        return
    for token in tokens:
        if token.head == first.index and not noun.index < token.index < second.index:
            token.head = second.index
    second.head, second.deprel = first.head, first.deprel
    second.xpos = PAST if second.xpos == PARTICIPLE else second.xpos
    noun.head = second.index
    _make_reduced(tokens, noun, first)


def _find_verb_of(tokens: Sequence[Token], noun: Token) -> None:
    """ "A grenade thrown into a bar wounded ten": the past tense with an object behind the participle is the verb."""
    participle = next((t for t in tokens if t.head == noun.index and t.deprel == "acl" and t.xpos == PARTICIPLE), None)
    if participle is None or _has(tokens, noun, ("cop", "nsubj")) or _has(tokens, participle, ("obj",)):
        return
    for verb in tokens[participle.index + 1 :]:
        hung = verb.head in (noun.index, participle.index) and verb.deprel in LOOSE
        if hung and verb.xpos == PAST and _is_bare(tokens, verb) and _has(tokens, verb, ("obj",)):
            for token in tokens:
                if token.head == noun.index and token.index > verb.index:
                    token.head = verb.index
            verb.head, verb.deprel, noun.head, noun.deprel = ROOT, "root", verb.index, "nsubj"
            return


def _find_verb_behind_agent(tokens: Sequence[Token], verb: Token) -> None:
    """ "Soldiers backed by tanks attacked it": what has no object but "by" is the participle, and what has an object
    behind that the verb."""
    subject = next((t for t in tokens if t.head == verb.index and t.deprel == "nsubj" and t.index < verb.index), None)
    agent = tokens[verb.index + 2 : verb.index + 6]
    agents = [t for t in agent if t.head == verb.index and t.deprel == "obl"]
    if subject is None or len(agents) != 1 or tokens[verb.index + 1].text != "by" or _has(tokens, verb, ("obj",)):
        return
    second = next((t for t in tokens if t.head == agents[0].index and t.deprel == "acl" and t.xpos == PARTICIPLE), None)
    if second is None or not _is_bare(tokens, second) or not _has(tokens, second, ("obj",)):
        return
    for token in tokens:
        if token.head == verb.index and token.index > second.index:
            token.head = second.index
    second.head, second.deprel, second.xpos = ROOT, "root", PAST
    subject.head, agents[0].deprel = second.index, "obl:agent"
    verb.head, verb.deprel, verb.xpos = subject.index, "acl", PARTICIPLE


def _is_bare(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether nothing opens a clause of the verb's own."""
    return tokens[verb.index - 1].text != "," and not _has(tokens, verb, OPENING)


def _has(tokens: Sequence[Token], word: Token, relations: tuple[str, ...]) -> bool:
    return any(token.head == word.index and token.deprel in relations for token in tokens)
