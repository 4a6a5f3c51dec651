"""What is said: the words that belong to a cue, before it, behind it or on both sides."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from dateline.enricher.attribution import displaced
from dateline.enricher.attribution.clause import FINITE_OR_MODAL, QUESTIONS, QUOTE_MARKS, Clauses, Range
from dateline.enricher.attribution.quotes import Quote, Quotes
from dateline.enricher.syntax.tree import FINITE

_THAT: Final = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
ABOUT: Final = frozenset({"about", "for", "of", "against", "over"})
"""Prepositions that bring in what is said, and belong to the cue."""
_STRONG_MARKS: Final = frozenset({",", ";", "--", "–", "—", "―", "-"})
_ADVERBIAL: Final = frozenset({"advmod", "obl:tmod", "obl", "nmod:tmod", "obl:unmarked"})
_ADDRESSING: Final = frozenset(
    {"tell", "inform", "warn", "ask", "remind", "assure", "advise", "urge", "notify", "promise", "show", "convince"}
)
_NO_STATEMENT: Final = frozenset({"ADP", "SCONJ", "VERB", "AUX"})
"""What begins a part of a sentence that only tells when, why or under which condition."""
_GOES_ON: Final = frozenset({"SCONJ", "CCONJ", "DET", "PRON", "ADP"})
_NEAR: Final = 8  # words behind source and cue
_BEFORE_REST: Final = frozenset({",", ":", "and", "but"})
_START: Final = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Content:
    """Character spans of what is said, in order, and how they stand to the cue."""

    spans: tuple[tuple[int, int], ...]
    form: str
    """fronted, interrupted, that, clause, object, quoted, block, around, passive, described"""
    quote: Quote | None


def of(clauses: Clauses, quotes: Quotes, verb: int, cue: Range, source: Range | None) -> Content | None:
    """The content of the attribution whose cue is the verb's; None where the sentence has none for it."""
    group = _group(cue, source)
    left = _left(clauses, quotes, cue, group)
    if clauses.tokens[verb].xpos == "VBG":
        left = None
    right = _right(clauses, quotes, verb, cue, group)
    if right is None or (right.form == "object" and clauses.child(verb, "obl:agent") is not None):
        right = _displaced(clauses, verb, cue, group) or right
    if left and (
        right is None
        or left.quote is not None
        or _tells_where(clauses, verb, left, right)
        or _goes_on(clauses, group, left)
    ):
        rest = _resumed(clauses, quotes, group) if left.form == "fronted" else None
        return Content((*left.spans, rest), "interrupted", left.quote) if rest else left
    return right


def _tells_where(clauses: Clauses, verb: int, left: Content, right: Content) -> bool:
    """ "The dam is full, Ito said in Oslo", "Ito told reporters": whether only the left one has a statement, the right
    one where, when or whom it is told."""
    tokens = clauses.tokens
    if right.form != "object":
        return False
    if tokens[bisect_left(tokens, right.spans[0][0], key=_START)].upos != "ADP" and not _is_addressed(clauses, verb):
        return False
    end = left.spans[-1][1]
    return tokens[0].upos not in _NO_STATEMENT and any(
        token.xpos in FINITE_OR_MODAL for token in tokens if token.start < end
    )


def _goes_on(clauses: Clauses, group: Range, left: Content) -> bool:
    """ "The dam is full, Ito said, though it did not rain": whether source and cue stand between commas within what is
    said, which has a verb before them."""
    tokens, behind = clauses.tokens, group[1]
    if behind + 1 >= clauses.end or tokens[behind].text != "," or tokens[behind + 1].upos not in _GOES_ON:
        return False
    if tokens[behind + 1].text.lower() == "that" or tokens[0].upos in _NO_STATEMENT:
        return False
    return any(token.xpos in FINITE_OR_MODAL for token in tokens if token.start < left.spans[-1][1])


def _displaced(clauses: Clauses, verb: int, cue: Range, group: Range) -> Content | None:
    for form, found in (
        ("around", displaced.around(clauses, group)),
        ("passive", displaced.passive_subject(clauses, verb, cue)),
        ("described", displaced.described(clauses, verb, group)),
    ):
        if found is not None:
            first, last = found
            return Content(((clauses.tokens[first].start, clauses.tokens[last - 1].end),), form, None)
    return None


def _group(cue: Range, source: Range | None) -> Range:
    """Source and cue with what stands between them."""
    if source is None or source[0] > cue[1] + 3 or cue[0] > source[1] + 12:
        return cue
    return min(cue[0], source[0]), max(cue[1], source[1])


def _left(clauses: Clauses, quotes: Quotes, cue: Range, group: Range) -> Content | None:
    """What stands before the group, if a comma or a closing quotation parts it from the group."""
    tokens, before = clauses.tokens, group[0] - 1
    if before < 0:
        return None
    mark = tokens[before]
    quote = quotes.at(mark.start)
    closed = quote is not None and mark.end >= quote.end - 1 and mark.text in QUOTE_MARKS
    if closed and quote is not None:
        start = quote.start if quote.start < tokens[0].start else _clause_start(clauses, before, quote)
        return Content(((start, quote.end),), "fronted", quote)
    if mark.text not in (",", "―", "—", "–", "--") or before < 2:
        return None
    inner = quotes.at(tokens[before - 1].start)
    if inner is not None and inner.end <= mark.start:
        return Content(((_clause_start(clauses, before - 1, inner), inner.end),), "fronted", inner)
    if group[1] - group[0] == cue[1] - cue[0] or not _closes_sentence(clauses, group[1]):
        return None
    return Content(((tokens[0].start, mark.start),), "fronted", None)


def _clause_start(clauses: Clauses, before: int, quote: Quote) -> int:
    """Where the content begins that ends in `quote`: a quotation of a part has the rest of its clause before it."""
    tokens = clauses.tokens
    whole = next((t for t in tokens if t.start > quote.start), None)
    first = tokens[0]
    if whole is not None and (whole.text[:1].isupper() or quote.start <= first.end):
        return quote.start
    at = before
    while at > 0 and tokens[at - 1].start >= first.start:
        at -= 1
    return tokens[at].start


def _closes_sentence(clauses: Clauses, end: int) -> bool:
    """Whether only adverbials stand between `end` and a comma or the end of the sentence."""
    tokens = clauses.tokens
    at = end
    while at < clauses.end:
        token = tokens[at]
        if token.text in _STRONG_MARKS:
            return True
        if token.upos in ("VERB", "AUX", "SCONJ") or at - end > 12:
            return False
        at += 1
    return True


def _resumed(clauses: Clauses, quotes: Quotes, group: Range) -> tuple[int, int] | None:
    """The rest of a content that the group interrupts."""
    tokens = clauses.tokens
    quoted = quotes.at(tokens[group[0] - 1].start) is not None
    for at in range(group[1], clauses.end):
        quote = quotes.at(tokens[at].start)
        if quote is not None and quote.start >= tokens[at].start - 1:
            if at < group[1] + _NEAR or tokens[at - 1].text in _BEFORE_REST:
                return quote.start, quote.end
        elif tokens[at].xpos in FINITE_OR_MODAL or (not quoted and tokens[at].upos == "VERB"):
            break
    if quoted:
        return None
    for at in range(group[1], min(group[1] + 12, clauses.end - 2)):
        if tokens[at].text == ",":
            following = tokens[at + 1]
            said = any(token.xpos in FINITE_OR_MODAL for token in tokens[: group[0]])
            if following.upos in _GOES_ON or (not said and at == group[1] and following.xpos in FINITE_OR_MODAL):
                return following.start, tokens[clauses.end - 1].end
        if tokens[at].upos == "VERB":
            return None
    return None


def _right(clauses: Clauses, quotes: Quotes, verb: int, cue: Range, group: Range) -> Content | None:
    """What stands behind the cue, up to the end of its clause."""
    tokens = clauses.tokens
    start = max(cue[1], group[1]) if group[0] >= cue[0] else cue[1]
    if start >= clauses.end:
        return _block(clauses, start)
    far = min(start + 10, clauses.end)
    quoted = quotes.touch(tokens[start].start, tokens[far - 1].end)
    for at in range(start, far):
        token = tokens[at]
        quote = quotes.at(token.start) if quoted else None
        if (
            quote is not None
            and quote.start >= token.start - 1
            and quote.start >= tokens[start - 1].end
            and _whole(clauses, at, quote)
        ):
            return Content(((quote.start, quote.end),), "quoted", quote)
        if token.text == ":" and at + 1 >= clauses.end:
            return _block(clauses, at)
        if token.text == ":":
            return _behind(clauses, quotes, verb, at + 1, "clause")
        if token.xpos in FINITE:
            break
    complement = _complement(clauses, verb, start)
    if complement is not None:
        form = "that" if tokens[complement].text.lower() in _THAT else "clause"
        return _behind(clauses, quotes, verb, complement, form)
    at = start
    thing = clauses.child(verb, "obj")
    if tokens[at].upos == "ADP" and thing is not None and clauses.first[thing] > at:
        return _behind(clauses, quotes, verb, clauses.first[thing], "object")
    while at < clauses.end and tokens[at].upos == "ADV" and tokens[at].head == verb:
        at += 1
    if at < clauses.end and tokens[at].upos == "PUNCT" and tokens[at].text not in QUOTE_MARKS:
        return None
    return _behind(clauses, quotes, verb, at, "object")


def _whole(clauses: Clauses, at: int, quote: Quote) -> bool:
    """A quotation of a sentence, not of a part of the narrator's."""
    following = clauses.tokens[at + 1 : at + 2]
    reaches_end = quote.end >= clauses.tokens[clauses.end - 1].end
    return bool(following) and (following[0].text[:1].isupper() and reaches_end)


def _complement(clauses: Clauses, verb: int, start: int) -> int | None:
    """Where the clause begins that the verb takes, or its conjunction."""
    tokens = clauses.tokens
    if tokens[start].text.lower() in ABOUT:
        return None
    if tokens[start].text.lower() in QUESTIONS:
        return start
    for at in range(start, min(start + 9, clauses.end)):
        if tokens[at].upos == "SCONJ" and tokens[at].text.lower() == "that":
            return at
        if tokens[at].upos in ("VERB", "AUX") or tokens[at].text in _STRONG_MARKS:
            break
    for child in clauses.sentence.children(verb):
        if child >= start and tokens[child].deprel in ("ccomp", "parataxis"):
            first = max(start, clauses.first[child])
            return (
                first
                if first == start or _is_adverbial(clauses, verb, start, first) or _is_addressed(clauses, verb)
                else start
            )
    return None


def _is_adverbial(clauses: Clauses, verb: int, start: int, end: int) -> bool:
    """Whether the words between verb and clause only tell when, where or how it is said."""
    tokens = clauses.tokens
    return tokens[start].upos in ("ADP", "ADV") or any(
        tokens[at].head == verb and tokens[at].deprel in _ADVERBIAL for at in range(start, end)
    )


def _is_addressed(clauses: Clauses, verb: int) -> bool:
    """Whether the verb is one of telling somebody something."""
    return clauses.tokens[verb].lemma in _ADDRESSING


def _behind(clauses: Clauses, quotes: Quotes, verb: int, start: int, form: str) -> Content | None:
    """The words from `start` to the end of the verb's clause; a quotation that begins there is taken whole."""
    tokens = clauses.tokens
    while start < clauses.end and tokens[start].upos == "PUNCT" and tokens[start].text not in QUOTE_MARKS:
        start += 1
    if start >= clauses.end:
        return None
    end = _end_of_clause(clauses, verb, start)
    if end <= start:
        return None
    while end > start + 1 and tokens[end - 1].text in (",", ";", "--", "–", "—", "and", "but"):
        end -= 1
    last = tokens[end - 1].end
    quote = quotes.at(tokens[end - 1].start)
    if quote is not None and quote.start >= tokens[start].start - 1:
        last = max(last, quote.end) if quote.end <= clauses.tokens[-1].end or end >= clauses.end else last
    return Content(
        ((tokens[start].start, last),), form, quote if quote and quote.start <= tokens[start].start else None
    )


def _end_of_clause(clauses: Clauses, verb: int, start: int) -> int:
    tokens = clauses.tokens
    end = clauses.end
    at = verb
    while tokens[at].head >= 0:
        if at == verb and tokens[at].xpos == "VBG" and _behind_comma(clauses, verb):
            # ", adding that ..." ends the sentence, whatever the tree hangs it on; ", adding ..., said" does not.
            end = min(end, _comma_before_verb(clauses, verb))
            break
        if tokens[at].deprel in ("acl:relcl", "advcl", "ccomp", "acl", "csubj"):
            reach = clauses.last[at]
            if tokens[start].text.lower() == "that" and tokens[start].head >= 0:
                reach = max(reach, clauses.last[tokens[start].head])
            end = min(end, max(reach, start) + 1)
            break
        at = tokens[at].head
    tag = tokens[verb].xpos
    for child in clauses.sentence.children(verb):
        first = clauses.first[child]
        if (
            child > start
            and first > start
            and tokens[child].deprel == "conj"
            and (tokens[child].xpos == tag or tag not in FINITE)
        ):
            end = min(end, first)
    for index, its_tag in clauses.breaks():
        if start + 2 <= index < end - 1 and its_tag in ("", tag):
            return index
    return end


def _comma_before_verb(clauses: Clauses, verb: int) -> int:
    """The last comma between a participle and the main verb behind it; without one the end."""
    tokens = clauses.tokens
    root = next((token for token in tokens if token.head < 0), tokens[0])
    if root.index > verb + 1:
        for at in range(root.index - 1, verb + 1, -1):
            if tokens[at].text == ",":
                return at
    return clauses.end


def _behind_comma(clauses: Clauses, verb: int) -> bool:
    first = clauses.cue_of(verb)[0]
    return first > 0 and clauses.tokens[first - 1].text == ","


def _block(clauses: Clauses, at: int) -> Content | None:
    """A colon at the end of a sentence: what is said is the next paragraph or quotation; the caller knows it."""
    if at < len(clauses.tokens) and clauses.tokens[at].text == ":":
        return Content((), "block", None)
    return None
