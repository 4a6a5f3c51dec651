"""Every phrase that may be a cue's source, with the ways that led to it: what `sources` found is one of them."""

from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import FINITE_OR_MODAL, Clauses, Range
from dateline.enricher.attribution.traits import tells_time
from dateline.enricher.syntax.tree import ROOT

_AGENTS: Final = frozenset({"by", "from", "among", "of"})
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_STANDS_BEFORE: Final = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_NAMES: Final = frozenset({"PROPN", "NOUN"})
_HIGHEST: Final = 4  # verbs above the cue's whose subjects are looked at
_LONGEST: Final = 40  # words of a phrase in which shorter ones are sought
_WIDEST_GAP: Final = 6  # words between a phrase and its cue that may belong to it


class Alternatives:
    """The phrases found for one candidate, none of which shares a word with its cue."""

    def __init__(self, clauses: Clauses, candidate: Candidate) -> None:
        self.found: dict[Range, list[str]] = {}
        self._clauses, self._cue = clauses, candidate.cue
        self._put("rule", candidate.source)
        self._put("shared", candidate.shared)
        if candidate.kind == "verb":
            self._of_verb(candidate.head)
        else:
            self._of_noun(candidate.head)
        for phrase in list(self.found):
            self._shorter(*phrase)
            self._longer(*phrase)

    def _put(self, way: str, phrase: Range | None) -> None:
        if phrase is None:
            return
        tokens, (first, last) = self._clauses.tokens, phrase
        while last > first and tokens[last - 1].upos == "PUNCT" and tokens[last - 1].text != ")":
            last -= 1
        while first < last and tokens[first].upos == "PUNCT":
            first += 1
        if first < last and not (first < self._cue[1] and last > self._cue[0]):
            ways = self.found.setdefault((first, last), [])
            if way not in ways:
                ways.append(way)

    def _of_verb(self, verb: int) -> None:
        clauses, (first, last) = self._clauses, self._cue
        self._put("tree", clauses.source_of(verb))
        self._put("phrase", clauses.phrase_before(first))
        self._put("clause", clauses.clause_before(first))
        self._put("apposed", clauses.apposed_before(first))
        after = clauses.phrase_after(last)
        if after is not None:
            self._put("after", after)
            self._put("after apposed", clauses.with_apposition(after))
        self._put("subject", clauses.subject_before(verb))
        self._put("above", self._subject_above(verb))
        above = clauses.tokens[verb].head
        thing = clauses.child(above, "obj", "iobj") if above != ROOT else None
        if thing is not None and thing < first:
            self._put("object above", (clauses.first[thing], min(first, clauses.last[thing] + 1)))
        if clauses.tokens[verb].xpos == "VBN":
            self._put("agent behind", self._agent_behind(last))

    def _agent_behind(self, last: int) -> Range | None:
        """ "was called a charlatan by physicians": what the next "by" brings in, whatever the tree hangs it on."""
        clauses, tokens = self._clauses, self._clauses.tokens
        for at in range(last, min(last + _WIDEST_GAP, clauses.end - 1)):
            if tokens[at].text == "by" and (noun := tokens[at].head) > at:
                return at + 1, clauses.last[noun] + 1
        return None

    def _subject_above(self, verb: int) -> Range | None:
        """The subject of the nearest verb above that has one, or the noun that the verb describes."""
        clauses, at = self._clauses, verb
        for _ in range(_HIGHEST):
            above = clauses.tokens[at].head
            if above == ROOT:
                return None
            subject = clauses.child(above, *_SUBJECTS)
            if subject is not None and subject != verb:
                return clauses.noun_phrase(subject, verb)
            if clauses.tokens[at].deprel.startswith("acl"):
                return clauses.noun_phrase(above, verb)
            at = above
        return None

    def _of_noun(self, noun: int) -> None:
        clauses = self._clauses
        owner = clauses.child(noun, "nmod:poss")
        if owner is not None:
            self._put("owner", (clauses.first[owner], clauses.last[owner] + 1))
        for child in clauses.sentence.children(noun):
            if child > noun and clauses.tokens[child].deprel.startswith("nmod"):
                case = clauses.child(child, "case")
                if case is not None and clauses.tokens[case].text.lower() in _AGENTS:
                    self._put("by", (case + 1, clauses.last[child] + 1))

    def _shorter(self, first: int, last: int) -> None:
        """Up to what may only add to the phrase, and from a comma or a conjunction in it."""
        tokens = self._clauses.tokens
        for at in range(first + 1, min(last, first + _LONGEST)):
            token = tokens[at]
            if token.text in (",", "("):
                self._put("up to a mark", (first, at))
            elif token.upos == "ADP" and token.text.lower() != "of":
                self._put("up to a preposition", (first, at))
            elif token.upos == "PRON" and token.text.lower() in ("who", "which", "that"):
                self._put("up to a clause", (first, at))
            elif tells_time(token):
                begin = at
                while begin > first + 1 and tokens[begin - 1].upos in ("DET", "ADJ", "NUM"):
                    begin -= 1
                self._put("up to a time", (first, begin))
            elif token.xpos in FINITE_OR_MODAL:
                self._put("up to a verb", (first, at))
            if at + 1 < last and (token.text == "," or token.upos == "SCONJ"):
                self._put("from a mark", (at + 1, last))

    def _longer(self, first: int, last: int) -> None:
        """With the names around it, a bracket, an apposition, and all that stands up to the cue."""
        clauses, tokens, cue = self._clauses, self._clauses.tokens, self._cue
        if last < cue[0] <= last + _WIDEST_GAP:
            self._put("up to the cue", (first, cue[0]))
        end = last
        while end < len(tokens) and tokens[end].upos in _NAMES and end != cue[0]:
            end += 1
        self._put("with names behind", (first, end) if end > last else None)
        begin = first
        while begin > 0 and tokens[begin - 1].upos in _STANDS_BEFORE and begin != cue[1]:
            begin -= 1
        self._put("with names before", (begin, last) if begin < first else None)
        if first and tokens[first - 1].upos == "ADV":
            self._put("with an adverb", (first - 1, last))
        apposed = clauses.with_apposition((first, last))
        self._put("with apposition", apposed if apposed != (first, last) else None)
