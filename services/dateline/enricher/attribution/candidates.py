"""Every place of a sentence that may attribute something, with its source, cue and content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.enricher.attribution import content as contents
from dateline.enricher.attribution import sources
from dateline.enricher.attribution.clause import QUOTE_MARKS, Clauses, Range
from dateline.enricher.attribution.content import Content
from dateline.enricher.attribution.lexicon import CUE_WORDS, is_cue_noun, verb_classes
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.syntax.tree import FINITE, Token

_VERBS: Final = frozenset({"VERB", "AUX"})
_FAR: Final = 5  # words from a verb to the noun that it takes into the cue
_SUBJECTS: Final = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM"})
_OBJECTS: Final = frozenset({"DET", "PRON", "PROPN", "NUM"})
_OBJECTS_OF_VERBS: Final = _OBJECTS | {"NOUN", "ADJ"}
_ACCORDING: Final = frozenset({"according", "According", "ACCORDING"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an attribution. Ranges are of tokens of its sentence."""

    sentence: int
    kind: str
    """verb, noun, according"""
    head: int
    cue: Range
    source: Range | None
    content: Content
    how_source: str
    """tree, shared, with, before, after, left, none"""
    shared: Range | None = None
    """The source of the last verb of saying before it in its sentence."""


def of_sentence(index: int, clauses: Clauses, quotes: Quotes) -> Iterator[Candidate]:
    """The candidates of a sentence, in the order of their cues."""
    speaking: Candidate | None = None
    taken = 0
    for token in [
        token
        for token in clauses.tokens
        if token.upos in _VERBS or token.lemma in CUE_WORDS or token.text in _ACCORDING
    ]:
        found = _of_word(index, clauses, quotes, token, speaking)
        if found is not None and (found.kind != "noun" or found.head >= taken):
            yield found
            taken = found.cue[1]
            speaks = token.xpos in FINITE or found.how_source == "with"
            if found.source and speaks and verb_classes(token.lemma.lower()):
                speaking = found


def _of_word(
    index: int, clauses: Clauses, quotes: Quotes, token: Token, speaking: Candidate | None
) -> Candidate | None:
    """The candidate whose cue the word heads."""
    upos, at, lemma = token.upos, token.index, token.lemma.lower()
    if token.text in _ACCORDING and clauses.tokens[at + 1 : at + 2] and clauses.tokens[at + 1].text == "to":
        return _according(index, clauses, at)
    classes = verb_classes(lemma)
    if upos in _VERBS:
        if token.deprel in ("aux", "aux:pass", "cop") or _only_carries(clauses, at):
            return None
        if classes or clauses.child(at, "ccomp") is not None or _beside_quote(clauses, quotes, at):
            return _verb(index, clauses, quotes, at, speaking)
        return None
    if upos == "ADJ" and "adj" in classes and clauses.child(at, "cop") is not None:
        return _verb(index, clauses, quotes, at, speaking)
    if (
        classes
        and upos in ("NOUN", "PROPN", "ADJ")
        and (_beside_quote(clauses, quotes, at) or _stands_like_a_verb(clauses, at))
    ):
        return _verb(index, clauses, quotes, at, None)
    if upos == "NOUN" and is_cue_noun(lemma):
        return _noun(index, clauses, at, speaking)
    return None


def _only_carries(clauses: Clauses, at: int) -> bool:
    """Whether the verb is part of the next one's cue."""
    carried = clauses.child(at, "xcomp") if clauses.carries(at) else None
    return carried is not None and clauses.cue_of(carried)[0] <= at


def _stands_like_a_verb(clauses: Clauses, at: int) -> bool:
    """A form between a name and what it may take: headlines and names mislead the tagger. An adverb before it stands
    with verbs ("it also mentions cuts"), and so does a name that a comma parts from what it reports."""
    tokens, before = clauses.tokens, at - 1
    adverb = before > 0 and tokens[before].upos == "ADV" and tokens[before].text.isalpha()
    if adverb:
        before -= 1
    if before < 0 or at >= len(tokens) - 1 or tokens[before].upos not in _SUBJECTS:
        return False
    following = tokens[at + 1]
    if following.text == "that" or following.text in QUOTE_MARKS:
        return True
    if not tokens[at].text.endswith(("s", "ed")):
        return False
    if following.text == ".":
        return tokens[before].upos == "PROPN" and _behind_comma(clauses, at)
    return following.upos in (_OBJECTS_OF_VERBS if adverb else _OBJECTS)


def _behind_comma(clauses: Clauses, at: int) -> bool:
    """Whether the phrase that ends right before the word begins the sentence's last part, behind a comma; what "and"
    ties together ends a list."""
    phrase, tokens = clauses.phrase_before(at), clauses.tokens
    if phrase is None or phrase[0] < 2 or tokens[phrase[0] - 1].text != ",":
        return False
    return all(token.upos != "CCONJ" for token in tokens[slice(*phrase)])


def _beside_quote(clauses: Clauses, quotes: Quotes, at: int) -> bool:
    """A word that the tagger took for a noun, with a quotation close by."""
    tokens = clauses.tokens
    first, last = max(0, at - 3), min(at + 3, len(tokens) - 1)
    if not quotes.touch(tokens[first].start, tokens[last].end) or quotes.at(tokens[at].start) is not None:
        return False
    around = [*tokens[first:at], *tokens[at + 1 : last + 1]]
    return any(quotes.at(token.start) is not None for token in around)


def _verb(index: int, clauses: Clauses, quotes: Quotes, verb: int, speaking: Candidate | None) -> Candidate | None:
    cue = clauses.cue_of(verb)
    shared = speaking.source if speaking is not None else None
    source, how = sources.of(clauses, quotes, verb, cue, shared)
    content = contents.of(clauses, quotes, verb, cue, source)
    if content is None:
        return None
    if content.form == "object":
        cue, content = _with_noun(clauses, verb, cue, content)
        cue, content = _with_preposition(clauses, cue, content)
    return Candidate(index, "verb", verb, cue, source, content, how, shared)


def _with_noun(clauses: Clauses, verb: int, cue: Range, content: Content) -> tuple[Range, Content]:
    """ "made the case for": the noun of a verb that says nothing without it belongs to the cue."""
    tokens = clauses.tokens
    noun = clauses.child(verb, "obj", "xcomp")
    if (
        noun is None
        or "light" not in verb_classes(tokens[verb].lemma.lower())
        or not is_cue_noun(tokens[noun].lemma.lower())
    ):
        return cue, content
    if not cue[1] <= noun < min(cue[1] + 5, clauses.end - 1) or tokens[noun].end >= content.spans[-1][1]:
        return cue, content
    start = tokens[noun + 1].start
    return (cue[0], noun + 1), replace(
        content, spans=((start, max(content.spans[0][1], tokens[noun + 1].end)), *content.spans[1:])
    )


def _with_preposition(clauses: Clauses, cue: Range, content: Content) -> tuple[Range, Content]:
    """ "called for": the preposition that the content begins with belongs to the cue."""
    tokens, at = clauses.tokens, cue[1]
    if at + 1 >= clauses.end or not _is_preposition(tokens[at]) or content.spans[0][0] != tokens[at].start:
        return cue, content
    return (cue[0], at + 1), replace(content, spans=((tokens[at + 1].start, content.spans[0][1]), *content.spans[1:]))


def _is_preposition(token: Token) -> bool:
    return token.upos == "ADP" or (token.upos == "SCONJ" and token.text.lower() in contents.ABOUT)


def _according(index: int, clauses: Clauses, at: int) -> Candidate | None:
    """ "according to X": the rest of the clause, on the side that has one."""
    tokens = clauses.tokens
    source = sources.after_according(clauses, at + 2, at > 2)
    if source is None:
        return None
    if at > 2:
        end = at - 1 if tokens[at - 1].upos == "PUNCT" else at
        start = 0
        spans = ((tokens[start].start, tokens[end - 1].end),)
    else:
        begin = source[1]
        while begin < clauses.end and tokens[begin].upos == "PUNCT":
            begin += 1
        if begin >= clauses.end:
            return None
        spans = ((tokens[begin].start, tokens[clauses.end - 1].end),)
    return Candidate(index, "according", at, (at, at + 2), source, Content(spans, "clause", None), "tree")


def _noun(index: int, clauses: Clauses, at: int, speaking: Candidate | None) -> Candidate | None:
    """ "the minister's claim that ...", "calls by the union for ...": what the noun takes is the content."""
    tokens = clauses.tokens
    owner = clauses.child(at, "nmod:poss")
    taken = None
    for child in clauses.sentence.children(at):
        if child > at and tokens[child].deprel in ("acl", "ccomp", "nmod", "acl:relcl", "xcomp"):
            taken = child
            break
    if taken is None:
        return None
    first, last = clauses.first[taken], clauses.last[taken] + 1
    if first <= at:
        return None
    cue = (at, at + 1)
    while cue[0] and tokens[cue[0] - 1].head == at and tokens[cue[0] - 1].deprel in ("amod", "det"):
        cue = cue[0] - 1, cue[1]
    if tokens[first].upos == "ADP" and first == cue[1] and first + 1 < last:
        cue, first = (cue[0], first + 1), first + 1
    while last > first and tokens[last - 1].upos == "PUNCT":
        last -= 1
    if last <= first:
        return None
    source = (clauses.first[owner], clauses.last[owner] + 1) if owner is not None else None
    if source is None:
        cue, source = _with_verb(clauses, at, cue)
    if source is None:
        cue, source = _with_copula(clauses, at, cue)
    spans = ((tokens[first].start, tokens[last - 1].end),)
    form = "that" if tokens[first].text.lower() == "that" else "object"
    shared = speaking.source if speaking is not None else None
    return Candidate(index, "noun", at, cue, source, Content(spans, form, None), "tree" if source else "none", shared)


def _with_verb(clauses: Clauses, noun: int, cue: Range) -> tuple[Range, Range | None]:
    """ "unveiled a proposal for": the verb whose object the noun is belongs to the cue, its subject is the source."""
    tokens, verb = clauses.tokens, clauses.tokens[noun].head
    if tokens[noun].deprel != "obj" or not 0 <= verb < noun or tokens[verb].upos != "VERB" or noun - verb > _FAR:
        return cue, None
    first = clauses.cue_of(verb)[0]
    subject = clauses.source_of(verb)
    if subject is None or subject[1] > first:
        return cue, None
    return (first, cue[1]), subject


def _with_copula(clauses: Clauses, noun: int, cue: Range) -> tuple[Range, Range | None]:
    """ "is an opponent of": a form of "be" belongs to the cue, its subject is the source."""
    copula, subject = clauses.child(noun, "cop"), clauses.child(noun, "nsubj")
    if copula is None or subject is None or not subject < copula < cue[0]:
        return cue, None
    return (copula, cue[1]), clauses.noun_phrase(subject, noun)
