"""Mends clauses of which the net took the verb for a part of a name, or a name for the verb."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.lemmas import lemma
from dateline.enricher.syntax.subjects import NOUNS, SUBJECTS, phrase
from dateline.enricher.syntax.tree import FINITE, ROOT, Token

SAID_BESIDE: Final = ("parataxis", "conj", "ccomp")
WHOSE: Final = "WP$"
WHEN: Final = ("as", "after", "before", "while", "since")
"""Words before a clause that look like prepositions of its subject."""
CLAUSAL: Final = ("nsubj", "csubj", "mark", "aux")
NAMING: Final = ("name", "call", "dub", "know", "label", "term", "title")
"""What has a name behind it as its object, and is a participle all the same: "a man named Otieno"."""
SOME: Final = ("Some", "Others", "Many", "Several", "Most", "Both")
PAST: Final = ("VBD", "VBN")
FINITE_OR_DONE: Final = (*FINITE, "VBN")
FOLLOWING: Final = ("advcl", "conj", "parataxis")
TIES: Final = ("cc", "mark")
PARTING: Final = ("punct", "cc", "mark", "nsubj", "obj", "conj")
"""What stands between a subject and its verb only in a clause of its own."""
OF_NOUNS: Final = ("det", "amod", "nummod", "compound", "nmod:poss")
LISTED: Final = ("conj", "appos", "nmod", "parataxis", "obl", "obj")
FARTHEST: Final = 8  # words between the two
AT_LEAST: Final = 3  # words of a clause with an object


def right_clauses(tokens: Sequence[Token]) -> None:
    """Changed in place."""
    for token in tokens[1:]:
        if token.deprel == "flat" and token.upos == "VERB" and token.xpos in FINITE:
            _right_flat_verb(tokens, token)
        elif token.xpos == WHOSE:
            _right_whose(tokens, token)
        elif token.deprel == "advcl" and token.upos == "VERB" and token.xpos in FINITE:
            _right_subject_behind_as(tokens, token)
            _right_subject_before_place(tokens, token)
        elif token.deprel == "acl" and token.xpos == "VBN":
            _right_participle_behind_as(tokens, token)
        if token.deprel in ("conj", "advcl") and token.upos == "VERB" and token.xpos in FINITE_OR_DONE:
            _right_second_clause(tokens, token)
            _right_marked_subject(tokens, token)
    if tokens[0].upos == "VERB" and tokens[0].head == ROOT and tokens[0].text[0].isupper():
        _right_name(tokens, tokens[0])
    if tokens[0].text in SOME and len(tokens) > AT_LEAST:
        _right_some(tokens, tokens[0], tokens[1])
    for token in tokens[1:]:
        if token.upos == "NOUN" and token.head == ROOT:
            _right_noun(tokens, token)
        if token.text == ";" and token.index + 3 < len(tokens):
            _right_behind_semicolon(tokens, token.index)
        if token.deprel == "amod" and token.text.endswith("ed") and token.head < token.index:
            _right_verb_behind(tokens, token)
        if token.xpos in PAST and token.deprel in FOLLOWING and tokens[token.index - 1].text == ",":
            _right_verb_after_clause(tokens, token)


def _right_behind_semicolon(tokens: Sequence[Token], semicolon: int) -> None:
    """ "It insisted on language; Cambodia, backed by Laos, would not have it": a noun right behind the semicolon that
    hangs on what stands before it is the subject of the verb behind that has none."""
    noun = tokens[semicolon + 1]
    while noun.deprel in OF_NOUNS and noun.head > noun.index:
        noun = tokens[noun.head]
    if noun.upos not in NOUNS or noun.deprel not in LISTED or not 0 <= noun.head < semicolon:
        return
    for verb in tokens[noun.index + 1 :]:
        if verb.upos != "VERB" or not 0 <= verb.head < semicolon:
            continue
        own = [token for token in tokens if token.head == verb.index]
        helped = verb.xpos in FINITE or any(token.deprel == "aux" for token in own)
        if any(token.deprel in SUBJECTS for token in own):
            return
        if tokens[verb.index - 1].text == "," and verb.xpos == "VBN":
            verb.head, verb.deprel = noun.index, "acl"
        elif helped:
            root = next(token for token in tokens if token.head == ROOT)
            verb.head, verb.deprel, noun.head, noun.deprel = root.index, "parataxis", verb.index, "nsubj"
            return


def _right_flat_verb(tokens: Sequence[Token], verb: Token) -> None:
    """ "Jihadists overran a post": a finite verb is no part of the name before it."""
    noun = tokens[verb.head]
    if noun.head != ROOT or verb.index != noun.index + 1:
        return
    for token in tokens[verb.index + 1 :]:
        if token.head == noun.index:
            token.head = verb.index
            token.deprel = "obj" if token.deprel == "appos" else token.deprel
    verb.head, verb.deprel = noun.head, noun.deprel
    noun.head, noun.deprel = verb.index, "nsubj"


def _right_whose(tokens: Sequence[Token], whose: Token) -> None:
    """ "Chad, whose offer was turned down, urged restraint": the clause with "whose" tells more of the subject, and the
    verb behind it is the sentence's."""
    noun = tokens[whose.head]
    if noun.deprel != "acl:relcl" or noun.upos not in NOUNS or noun.head == ROOT:
        return
    subject = tokens[noun.head]
    verb = tokens[subject.head] if subject.deprel in SUBJECTS else noun
    if verb.index <= noun.index or subject.index > whose.index:
        return
    second = next((t for t in tokens[verb.index + 1 :] if t.head == verb.index and t.deprel == "conj"), None)
    if second is None or second.xpos not in FINITE or tokens[second.index - 1].text != ",":
        return
    noun.head, noun.deprel = verb.index, subject.deprel
    second.head, second.deprel = verb.head, verb.deprel
    verb.head, verb.deprel = subject.index, "acl:relcl"
    subject.head, subject.deprel = second.index, "nsubj"
    if tokens[-1].head == verb.index:
        tokens[-1].head = second.index


def _right_subject_behind_as(tokens: Sequence[Token], verb: Token) -> None:
    """ "It closed as marines raided a prison", "it closed after a strike killed ten": a noun behind "as" right before a
    finite verb without a subject is it, also where the net gives "as" to the verb."""
    noun = tokens[verb.index - 1]
    if noun.deprel not in ("nmod", "obl", "obj") or noun.upos not in NOUNS:
        return
    own = [token for token in tokens if token.head == verb.index and token.deprel.startswith(CLAUSAL)]
    if any(token.deprel != "mark" or token.text.lower() not in WHEN or token.index > noun.index for token in own):
        return
    case = next((token for token in tokens if token.head == noun.index and token.deprel == "case"), None)
    if case is None and own:
        noun.head, noun.deprel = verb.index, "nsubj"
    elif case is not None and not own and case.text.lower() in WHEN:
        case.head, case.deprel = verb.index, "mark"
        noun.head, noun.deprel = verb.index, "nsubj"


def _right_second_clause(tokens: Sequence[Token], verb: Token) -> None:
    """ "They come after Chad, led by a general, stripped men of papers", "days after nine, all Chadian, were killed": a
    verb without "and" and a subject, behind nothing but the noun of "after" and what hangs on it, is that noun's."""
    own = [token for token in tokens if token.head == verb.index]
    if any(token.deprel.startswith(("nsubj", "csubj", "mark", "cc")) for token in own):
        return
    helping = [token.index for token in own if token.deprel.startswith("aux") and token.index < verb.index]
    passive = any(token.deprel == "aux:pass" for token in own)
    if verb.xpos == "VBN" and not helping:
        return
    for noun in tokens[verb.head + 1 : verb.index]:
        case = next((token for token in tokens if token.head == noun.index and token.deprel == "case"), None)
        if noun.head != verb.head or noun.deprel != "obl" or case is None or case.text.lower() not in WHEN:
            continue
        words = phrase(tokens, noun)
        if words[-1] == min([verb.index, *helping]) - 1 and len(words) == words[-1] - words[0] + 1:
            case.head, case.deprel = verb.index, "mark"
            noun.head, noun.deprel = verb.index, "nsubj:pass" if passive else "nsubj"
            verb.deprel = "advcl"


def _right_marked_subject(tokens: Sequence[Token], verb: Token) -> None:
    """ "It ended after sheikhs interceded": behind "after" a noun without a preposition, right before a participle with
    no auxiliary, is the subject of a past tense."""
    noun = tokens[verb.index - 1]
    own = [token for token in tokens if token.head == verb.index]
    marked = any(token.deprel == "mark" and token.text.lower() in WHEN for token in own)
    if verb.xpos != "VBN" or not marked or noun.head != verb.index or noun.deprel != "obl" or noun.upos not in NOUNS:
        return
    if any(token.deprel.startswith(("aux", "nsubj", "csubj")) for token in own):
        return
    if not any(token.head == noun.index and token.deprel == "case" for token in tokens):
        noun.deprel, verb.xpos = "nsubj", "VBD"


def _right_subject_before_place(tokens: Sequence[Token], verb: Token) -> None:
    """ "It closed after clashes in Gao killed ten", "after fighting in Gao killed ten": what the net hung beside a
    finite verb that has an object and no subject is its subject."""
    own = [token for token in tokens if token.head == verb.index]
    has_object = any(token.deprel == "obj" and token.index > verb.index for token in own)
    if not has_object or any(token.deprel.startswith(CLAUSAL) for token in own):
        return
    for noun in tokens[max(1, verb.index - FARTHEST) : verb.index - 1]:
        when = next((t for t in tokens[: noun.index] if t.head == noun.index and t.deprel in ("case", "mark")), None)
        if when is None or when.text.lower() not in WHEN or noun.head != verb.head:
            continue
        gerund = noun.xpos == "VBG" and noun.deprel == "advcl"
        named = noun.upos in NOUNS and noun.deprel in ("obl", "nmod")
        between = tokens[noun.index + 1 : verb.index]
        if not (gerund or named) or between[0].deprel != "case" or any(t.deprel in PARTING for t in between):
            continue
        for token in between:
            if token.head in (noun.index, verb.index):
                token.head = noun.index if token.deprel in ("obl", "nmod") else token.head
                token.deprel = "nmod" if token.deprel == "obl" else token.deprel
        if gerund:
            noun.upos, noun.xpos, noun.lemma = "NOUN", "NN", noun.text.lower()
        when.head, when.deprel = verb.index, "mark"
        noun.head, noun.deprel = verb.index, "nsubj"
        return


def _right_participle_behind_as(tokens: Sequence[Token], verb: Token) -> None:
    """ "It called the envoy in after a strike killed ten": what has an object behind the noun of "after" is no
    participle."""
    noun = tokens[verb.head]
    if noun.index != verb.index - 1 or noun.upos not in NOUNS or verb.lemma.lower() in NAMING:
        return
    case = next((token for token in tokens if token.head == noun.index and token.deprel == "case"), None)
    has_object = any(token.head == verb.index and token.deprel == "obj" for token in tokens)
    if case is None or case.text.lower() not in WHEN or not has_object or noun.head == ROOT:
        return
    verb.head, verb.deprel, verb.xpos = noun.head, "advcl", "VBD"
    case.head, case.deprel = verb.index, "mark"
    noun.head, noun.deprel = verb.index, "nsubj"


def _right_name(tokens: Sequence[Token], name: Token) -> None:
    """ "Wallace Landim demanded": what opens a sentence with a surname behind it is a given name, and the verb that the
    net hung on it the sentence's."""
    children = [token for token in tokens if token.head == name.index]
    if not any(token.deprel == "flat" and token.upos == "PROPN" for token in children):
        return
    verbs = [t for t in children if t.deprel in SAID_BESIDE and t.upos == "VERB" and t.xpos in FINITE]
    verb = verbs[0] if verbs else None
    if verb is None or any(t.head == verb.index and t.deprel in SUBJECTS and t.index < verb.index for t in tokens):
        return
    for token in children:
        if token.index > verb.index:
            token.head = verb.index
    name.upos, name.xpos, name.lemma = "PROPN", "NNP", name.text
    verb.head, verb.deprel = ROOT, "root"
    name.head, name.deprel = verb.index, "nsubj"
    for token in tokens[verb.index + 1 :]:  # "demanded that Peru leave": behind "that" a subject is the clause's
        clause = next((t for t in tokens if t.head == verb.index and t.deprel == "ccomp"), None)
        if clause is not None and token.head == verb.index and token.deprel in SUBJECTS and token.index < clause.index:
            token.head = clause.index


def _right_some(tokens: Sequence[Token], some: Token, verb: Token) -> None:
    """ "Some hurled stones.": what opens a sentence and its verb, read as the article and adjective of its object."""
    noun = tokens[verb.head]
    misread = verb.deprel == "amod" and verb.text.endswith("ed") and noun.head == ROOT and noun.upos in NOUNS
    if not misread or tokens[-1].text != "." or some.head not in (verb.index, noun.index):
        return
    for token in tokens[noun.index + 1 :]:
        if token.head == noun.index and token.deprel in ("nmod", "punct"):
            token.head, token.deprel = verb.index, "obl" if token.deprel == "nmod" else token.deprel
    verb.head, verb.deprel, verb.upos, verb.xpos = ROOT, "root", "VERB", "VBD"
    verb.lemma = lemma(verb.text, "VERB", "VBD")
    noun.head, noun.deprel = verb.index, "obj"
    some.head, some.deprel, some.upos = verb.index, "nsubj", "PRON"


def _right_noun(tokens: Sequence[Token], root: Token) -> None:
    """ "The bank froze accounts": what has a subject before it and an object behind is a verb."""
    own = {token.deprel: token for token in tokens if token.head == root.index}
    subject, acted_on = own.get("nsubj"), own.get("obj")
    if subject is None or acted_on is None or "cop" in own or not subject.index < root.index < acted_on.index:
        return
    root.upos, root.xpos = "VERB", "VBZ" if root.text.endswith("s") else "VBD"
    root.lemma = lemma(root.text, "VERB", root.xpos)


def _right_verb_behind(tokens: Sequence[Token], verb: Token) -> None:
    """ "The president, who spent days there, commended them", "youths hurled bottles; officers fled": what stands
    behind a noun and has an object is no adjective, but the verb; of two subjects of another verb the first is its."""
    noun = tokens[verb.head]
    if noun.upos not in NOUNS or not any(t.head == verb.index and t.deprel == "obj" for t in tokens):
        return
    root = next((token for token in tokens if token.head == ROOT), noun)
    told_of = any(t.head == root.index and t.deprel == "acl:relcl" and t.index < verb.index for t in tokens)
    if tokens[verb.index - 1].text == "," and root.upos in NOUNS and told_of:
        noun = root
    if noun.head == ROOT:
        for token in tokens[verb.index + 1 :]:
            token.head = verb.index if token.head == noun.index else token.head
        verb.deprel = "root"
    elif noun.deprel == "nsubj":
        others = [t.index for t in tokens if t.head == noun.head and t.deprel == "nsubj" and t.index > verb.index]
        if not others or others[0] > noun.head:
            return
        verb.deprel = "parataxis"
    elif noun.deprel in SUBJECTS and noun.head < noun.index and tokens[phrase(tokens, noun)[0]].text == ";":
        verb.deprel, noun.head = "parataxis", root.index
    else:
        return
    verb.head, verb.upos, verb.xpos, verb.lemma = noun.head, "VERB", "VBD", lemma(verb.text, "VERB", "VBD")
    noun.head, noun.deprel = verb.index, "nsubj"


def _right_verb_after_clause(tokens: Sequence[Token], verb: Token) -> None:
    """ "The bloc, which Chad quit in 2025, called for calm": what follows the comma that closes a clause about the
    sentence's noun, and has no subject, is the sentence's verb."""
    clause = tokens[verb.head]
    noun = tokens[clause.head]
    if (
        clause.deprel != "acl:relcl"
        or noun.head != ROOT
        or noun.upos not in NOUNS
        or tokens[noun.index + 1].text != ","
    ):
        return
    if any(t.head == verb.index and (t.deprel.startswith(("nsubj", "aux")) or t.deprel in TIES) for t in tokens):
        return
    verb.head, verb.deprel, verb.xpos = ROOT, "root", "VBD"
    tokens[-1].head = verb.index
    noun.head, noun.deprel = verb.index, "nsubj"
