"""Who says it: the words of a cue's source, by the tree where it has them, else by what stands beside the cue."""

from typing import Final

from dateline.enricher.attribution.clause import FINITE_OR_MODAL, QUOTE_MARKS, Clauses, Range
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.dates.lexicon import words

_PASSIVE: Final = frozenset({"is", "was", "are", "were", "be", "been", "being", "am"})
_STANDS_BEFORE: Final = frozenset({"DET", "ADJ", "NUM"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_NARROWING: Final = frozenset({"not", "only"})
_WITH_NOUNS: Final = _STANDS_BEFORE | _NOUNS
_JOINED: Final = _WITH_NOUNS | {"CCONJ", "PRON"}
_EXAMPLES: Final = frozenset({"including", "like"})
_BEFORE_CLAUSE: Final = frozenset({"after", "before", "since", "until", "than"})
_LONGEST_TAIL: Final = 30  # words that a source may add to its noun
_LONGEST_BRACKET: Final = 6  # words: "(D-N.C.)"


def of(clauses: Clauses, quotes: Quotes, verb: int, cue: Range, shared: Range | None) -> tuple[Range | None, str]:
    """The source of the cue that `verb` heads, and what told so: tree, shared, with, before, after, left, none.

    `shared` is the source of the sentence's last speaking verb, which a participle takes over.
    """
    source, how = _found(clauses, quotes, verb, cue, shared)
    if source is None or source == shared or how == "with":
        return source, how
    if source[0] >= cue[1]:
        return _behind(clauses, source, cue), how
    return _before(clauses, source, cue, verb), how


def after_according(clauses: Clauses, at: int, tells_before: bool) -> Range | None:
    """The source that begins at `at`, behind "according to": up to a comma, a quotation or a finite verb; with what its
    comma adds where the sentence has told its content before, as a comma else parts source and content."""
    source = clauses.phrase_after(at)
    if source is None:
        return None
    tokens = clauses.tokens
    end = source[1]
    while end < min(clauses.end, at + _LONGEST_TAIL):
        token = tokens[end]
        if token.xpos in FINITE_OR_MODAL or token.text in QUOTE_MARKS or token.text in (",", ";", ":", "--", "–", "—"):
            break
        end += 1
    return clauses.with_apposition((source[0], end)) if tells_before else (source[0], end)


def _before(clauses: Clauses, source: Range, cue: Range, verb: int) -> Range:
    """A source before its cue, with what the tree has cut off: attributes, a bracket, what stands up to the cue."""
    tokens, (first, last) = clauses.tokens, source
    if tokens[first].upos == "PRON" and last - first == 1:
        return _narrowed(clauses, first), last
    last = _with_examples(clauses, _with_bracket(clauses, last, cue[0]), cue[0])
    if last < cue[0] and _runs_on(clauses, last, cue[0], verb):
        last = cue[0]
    while first and tokens[first - 1].upos in _STANDS_BEFORE and tokens[first].upos != "PRON":
        first -= 1
    first = _narrowed(clauses, first)
    if last == cue[0] and first > 1 and tokens[first - 1].upos == "ADP" and tokens[first - 2].upos in _NOUNS:
        clause = clauses.clause_before(cue[0])
        if clause is not None and clause[0] < first:
            first = clause[0]
    return first, last


def _narrowed(clauses: Clauses, first: int) -> int:
    """The beginning of a phrase with its "not" or "only"."""
    return first - 1 if first and clauses.tokens[first - 1].text.lower() in _NARROWING else first


def _runs_on(clauses: Clauses, start: int, end: int, verb: int) -> bool:
    """Whether the words from `start` to the cue go on with the noun: none tells when or how the verb is done."""
    tokens = clauses.tokens
    run = tokens[start:end]
    if run[0].upos == "ADP" and any(token.text in words(kind) for kind in ("weekday", "month") for token in run):
        return False
    if run[0].upos == "CCONJ" and all(token.upos in _JOINED for token in run):
        return True
    for token in run:
        if token.upos in ("PUNCT", "ADV", "SCONJ", "PRON", "AUX") or token.xpos in FINITE_OR_MODAL:
            return False
        if token.head == verb and run[0].upos != "ADP":
            return False  # else the tree gives the verb what stands behind its subject without a comma
    return True


def _with_examples(clauses: Clauses, last: int, limit: int) -> int:
    """ "Unions, including the teachers', said": the end of the phrase with its examples and their comma."""
    tokens = clauses.tokens
    if last + 2 < limit and tokens[last].text == "," and tokens[last + 1].text.lower() in _EXAMPLES:
        for at in range(limit - 1, last + 2, -1):
            if tokens[at].text == ",":
                inner = tokens[last + 2 : at]
                if any(
                    token.xpos in FINITE_OR_MODAL or (token.text in QUOTE_MARKS and token.xpos != "POS")
                    for token in inner
                ):
                    return last
                return at + 1
    return last


def _with_bracket(clauses: Clauses, last: int, limit: int) -> int:
    """The end of the phrase with the bracket behind it."""
    tokens = clauses.tokens
    if last < min(limit, len(tokens)) and tokens[last].text == "(":
        for at in range(last + 1, min(last + _LONGEST_BRACKET, limit, len(tokens))):
            if tokens[at].text == ")":
                return at + 1
    return last


def _behind(clauses: Clauses, source: Range, cue: Range) -> Range:
    """A source behind its cue, from the cue on where only a title is between, to the end of its name."""
    tokens, (first, last) = clauses.tokens, source
    if all(tokens[at].upos in _WITH_NOUNS for at in range(cue[1], first)):
        first = cue[1]
    while last < clauses.end and tokens[last].upos in _NOUNS and tokens[last - 1].upos in _NOUNS:
        last += 1
    return first, max(last, _with_bracket(clauses, last, clauses.end))


def _found(clauses: Clauses, quotes: Quotes, verb: int, cue: Range, shared: Range | None) -> tuple[Range | None, str]:
    """Who says it, and what told so."""
    tokens = clauses.tokens
    told = quotes.at(tokens[verb].start) is None
    own = clauses.child(verb, "nsubj", "nsubj:pass", "obl:agent") is not None
    finite = _is_finite(clauses, verb, cue)
    source = clauses.source_of(verb)
    if source is not None and (
        (source[0] < cue[1] and source[1] > cue[0]) or (quotes.at(tokens[source[0]].start) is None) is not told
    ):
        source = None
    before = clauses.phrase_before(cue[0]) if finite else None
    behind_quote = cue[0] > 0 and tokens[cue[0] - 1].text in QUOTE_MARKS and told
    if own and source is not None:
        if before is not None and source[1] <= before[0] and _begins_clause(clauses, before[0]):
            return before, "before"
        if source[0] >= cue[1]:
            return clauses.with_apposition(source), "tree"
        apposed = source[1] < cue[0] and tokens[source[1]].text == "," and tokens[cue[0] - 1].text == ","
        return clauses.without_participle((source[0], cue[0]) if apposed else source), "tree"
    if tokens[verb].xpos == "VBG":
        led = clauses.phrase_before(cue[0])
        if led is not None and led[0] and tokens[led[0] - 1].text.lower() == "with":
            return led, "with"
    elif behind_quote or (finite and (cue[0] == 0 or tokens[cue[0] - 1].text == ",")):
        named = None if behind_quote else _apposed(clauses, cue[0])
        if named is not None:
            return named, "before"
        after = clauses.phrase_after(cue[1])
        if (
            after is not None
            and tokens[after[0]].text not in words("weekday")
            and (behind_quote or _ends_soon(clauses, after[1]))
        ):
            return clauses.with_apposition(after), "after"
    if before is not None and _begins_clause(clauses, before[0]):
        return before, "before"
    if tokens[verb].xpos == "VBG" and shared is not None and tokens[verb].deprel not in ("acl", "acl:relcl"):
        return shared, "shared"
    if source is not None and (finite or tokens[verb].xpos != "VBN"):
        return source, "shared"
    if finite:
        for phrase in (clauses.apposed_before(cue[0]), before, clauses.clause_before(cue[0])):
            if phrase is not None:
                return clauses.without_participle(phrase), "before"
    if tokens[verb].xpos == "VBN" and not finite:
        return None, "none"
    left = clauses.subject_before(verb)
    if left is not None and (quotes.at(tokens[left[0]].start) is None) is told:
        return left, "left"
    return None, "none"


def _is_finite(clauses: Clauses, verb: int, cue: Range) -> bool:
    """Whether the verb can have a subject of its own; a bare form that takes an object is one the tagger mistook."""
    tokens = clauses.tokens
    xpos = tokens[verb].xpos
    if xpos not in ("VBG", "VB", "VBN"):
        return True
    if cue[0] < verb:
        return tokens[cue[0]].upos == "AUX" and tokens[cue[0]].text.lower() not in _PASSIVE
    if xpos == "VB":
        return verb > 0 and tokens[verb - 1].upos in ("NOUN", "PROPN", "PRON")
    return xpos == "VBN" and any(
        child > verb and tokens[child].deprel in ("obj", "ccomp", "xcomp") for child in clauses.sentence.children(verb)
    )


def _apposed(clauses: Clauses, index: int) -> Range | None:
    """ "Ms Ito, an adviser to the bank, called ...": a name that begins a clause, with an apposition up to `index`."""
    phrase = clauses.apposed_before(index)
    if phrase is None or not _begins_clause(clauses, phrase[0]):
        return None
    finite = any(token.xpos in FINITE_OR_MODAL for token in clauses.tokens[phrase[0] : index])
    return None if finite else phrase


def _begins_clause(clauses: Clauses, at: int) -> bool:
    before = clauses.tokens[at - 1] if at else None
    return (
        before is None
        or before.text in QUOTE_MARKS
        or before.text in (",", ":", ";")
        or before.upos in ("SCONJ", "CCONJ")
        or before.text.lower() in _BEFORE_CLAUSE
    )


def _ends_soon(clauses: Clauses, at: int) -> bool:
    return (
        at >= clauses.end
        or clauses.tokens[at].upos in ("PUNCT", "ADP", "ADV", "SCONJ")
        or clauses.tokens[at].xpos == "VBG"
    )
