"""A sentence as clauses: which words belong to a word, and where the parts of what is said begin and end."""

from typing import Final

from dateline.enricher.attribution.lexicon import verb_classes
from dateline.enricher.syntax.tree import FINITE, ROOT, Sentence, Token

_AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_BEFORE_VERB: Final = _AUXILIARY | {"advmod", "mark", "neg"}
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_IN_PHRASE: Final = (
    "det",
    "amod",
    "compound",
    "flat",
    "nummod",
    "nmod",
    "appos",
    "conj",
    "cc",
    "acl",
    "punct",
    "case",
    "fixed",
    "dep",
    "name",
)
_TAKES_SUBJECT_OF: Final = ("advcl", "conj", "xcomp", "parataxis", "ccomp", "dep", "obl")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})
_TIES: Final = frozenset({"of", "and", "for", "from", "at", "in"})
_COMMAS: Final = frozenset({",", "--", "–", "—"})
FINITE_OR_MODAL: Final = FINITE | {"MD"}
_MAX_DEPTH: Final = 6
_APPOSED: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON"})
_APPOSING: Final = frozenset({"a", "an", "the", "who"})
QUESTIONS: Final = frozenset({"why", "how", "when", "where"})
QUOTE_MARKS: Final = frozenset({'"', "“", "”", "''", "``", "'", "’", "‘", "«", "»", "„"})

Range = tuple[int, int]
"""Token indexes, the second one past the last."""


class Clauses:
    """The tree of a sentence with the reach of every word: the first and last word of its subtree."""

    def __init__(self, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.sentence = sentence
        self.families = sentence.families
        count = len(self.tokens)
        first, last = self.first, self.last = [*range(count)], [*range(count)]
        heads = [token.head for token in self.tokens]
        for index, at in enumerate(heads):
            while at != ROOT:
                if index < first[at]:
                    first[at] = index
                elif index > last[at]:
                    last[at] = index
                else:
                    break  # whoever widened this one so far did so to all above it
                at = heads[at]
        self._breaks: list[tuple[int, str]] | None = None
        self._noun_phrases: dict[Range, Range] = {}
        self.end = count
        while self.end and self.tokens[self.end - 1].upos == "PUNCT":
            self.end -= 1

    def breaks(self) -> list[tuple[int, str]]:
        """Where the narrator may take over: at ", but", ", according to", ", adding", each with no tag, and at
        "and says", with the tag of its verb."""
        if self._breaks is None:
            self._breaks = []
            for token, following in zip(self.tokens, self.tokens[1 : self.end], strict=False):
                if token.text in _COMMAS:
                    is_cue = following.xpos == "VBG" and bool(verb_classes(following.lemma.lower()))
                    if is_cue or following.text.lower() in ("according", "but"):
                        self._breaks.append((token.index, ""))
                elif token.text == "and" and following.xpos in FINITE and verb_classes(following.lemma.lower()):
                    self._breaks.append((token.index, following.xpos))
        return self._breaks

    def child(self, index: int, *deprels: str) -> int | None:
        """The first child with one of these relations."""
        tokens = self.tokens
        for child in self.families[index]:
            if tokens[child].deprel in deprels:
                return child
        return None

    def cue_of(self, verb: int) -> Range:
        """The verb with its auxiliaries, adverbs and particle."""
        first, last = verb, verb + 1
        while first and self.tokens[first - 1].head == verb and self.tokens[first - 1].deprel in _BEFORE_VERB:
            before = self.tokens[first - 1]
            if before.deprel == "mark" and before.text.lower() not in ("to", "not"):
                break
            first -= 1
        if last < len(self.tokens) and self.tokens[last].head == verb and self.tokens[last].deprel == "compound:prt":
            last += 1
        while last + 1 < self.end and self.tokens[last].upos == "ADV" and self.tokens[last].head == verb:
            if self.tokens[last].text.lower() in QUESTIONS:
                break  # "explained why": what is said begins here
            last += 1
        carrier = self.tokens[verb].head
        if self.tokens[verb].deprel == "xcomp" and carrier == first - 1 and self.carries(carrier):
            first = self.cue_of(carrier)[0]
        return first, last

    def carries(self, verb: int) -> bool:
        """Whether the verb only carries another one."""
        return "carry" in verb_classes(self.tokens[verb].lemma.lower())

    def source_of(self, verb: int) -> Range | None:
        """Who says it: the subject of the verb, the agent of a passive, or the subject that a participle shares."""
        passive = self.child(verb, "aux:pass") is not None
        agent = self.child(verb, "obl:agent")
        if agent is not None:
            return self._without_case(agent)
        subject = self.child(verb, *_SUBJECTS)
        if subject is not None and not passive:
            return self.noun_phrase(self._stood_for(subject, verb), verb)
        if passive:
            return None
        ruled = self._ruled_by_object(verb)
        if ruled is not None:
            return self.noun_phrase(ruled, verb)
        at = self._joined_above(verb)
        for _ in range(_MAX_DEPTH):
            subject = self.child(at, *_SUBJECTS) if at != verb else None
            if subject is not None:
                return self.noun_phrase(subject, verb)
            token = self.tokens[at]
            if token.deprel in ("acl", "acl:relcl") and token.head != ROOT:
                return self.noun_phrase(token.head, verb)
            if token.head == ROOT or not token.deprel.startswith(_TAKES_SUBJECT_OF):
                return None
            at = token.head
        return None

    def _joined_above(self, verb: int) -> int:
        """ "Quill said she would go and warned of ice": the verb above, of one tense with it and one of saying, that it
        goes on with though the tree ties it to one of another form within what is said; else the verb itself."""
        tag = self.tokens[verb].xpos
        at = self.tokens[verb].head
        if tag not in FINITE or self.tokens[verb].deprel != "conj" or self.tokens[at].xpos == tag:
            return verb
        for above in self.sentence.ancestors(at):
            if self.tokens[above].xpos == tag and verb_classes(self.tokens[above].lemma.lower()):
                return above
        return verb

    def _stood_for(self, subject: int, verb: int) -> int:
        """ "rules that promise": what a relative "that" stands for, which alone names nobody."""
        described = self.tokens[verb]
        if self.tokens[subject].text.lower() == "that" and described.deprel == "acl:relcl" and described.head < subject:
            return described.head
        return subject

    def _ruled_by_object(self, verb: int) -> int | None:
        """ "urged the council to condemn": the object of the verb above is who does what the infinitive says."""
        above = self.tokens[verb]
        if above.deprel != "xcomp" or above.xpos != "VB":
            return None
        thing = self.child(above.head, "obj", "iobj")
        return thing if thing is not None and above.head < thing < verb else None

    def noun_phrase(self, head: int, verb: int) -> Range:
        """The phrase of `head` on its side of `verb`: what describes the noun, not what the noun is said to be."""
        found = self._noun_phrases.get((head, verb))
        if found is None:
            found = self._noun_phrases[head, verb] = self._noun_phrase(head, verb)
        return found

    def _noun_phrase(self, head: int, verb: int) -> Range:
        tokens, members = self.tokens, {head}
        for child in self.sentence.children(head):
            deprel = tokens[child].deprel
            if deprel.startswith(_IN_PHRASE) and not self.first[child] <= verb <= self.last[child]:
                members.update(range(self.first[child], self.last[child] + 1))
        first = last = head
        while first - 1 in members or (first - 2 in members and tokens[first - 1].upos == "PUNCT"):
            first -= 1
        while last + 1 in members or (last + 2 in members and tokens[last + 1].upos == "PUNCT"):
            last += 1
        last += 1
        if head < verb:
            last = min(last, verb)
        else:
            first = max(first, verb + 1)
        while last > head + 1 and tokens[last - 1].text in QUOTE_MARKS:
            last -= 1
        while first < head and (tokens[first].upos in ("PUNCT", "ADP") or tokens[first].text.lower() in ("and", "but")):
            first += 1
        if (
            last + 1 < len(tokens)
            and tokens[last].text == ","
            and tokens[last - 1].upos != "PRON"
            and last > head + 1
            and last + 1 == verb
        ):
            last += 1
        return first, last

    def phrase_before(self, index: int) -> Range | None:
        """The run of nominal words that ends right before `index`, with what "of" and "and" tie to it."""
        first = self._run_before(index)
        if first == index or not any(t.upos in ("NOUN", "PROPN", "PRON") for t in self.tokens[first:index]):
            return None
        while first > 1 and self.tokens[first - 1].text.lower() in _TIES:
            further = self._run_before(first - 1)
            if further == first - 1:
                break
            first = further
        return first, index

    def _run_before(self, index: int) -> int:
        while index and (
            self.tokens[index - 1].upos in _NOMINAL or self.tokens[index - 1].text in ("'s", "’s", "-", "(", ")")
        ):
            index -= 1
        while index < len(self.tokens) and self.tokens[index].text in ("'s", "’s", "-", "(", ")"):
            index += 1
        return index

    def clause_before(self, index: int) -> Range | None:
        """What stands between the last comma, quotation mark or conjunction and `index`: a subject the tree has not,
        if it begins like one and holds a noun."""
        tokens, first = self.tokens, index
        while (
            first
            and tokens[first - 1].text not in (",", ";", ":", "--", "–", "—")
            and tokens[first - 1].text not in QUOTE_MARKS
        ):
            if tokens[first - 1].upos in ("SCONJ", "CCONJ") and index - first > 0:
                break
            first -= 1
        while first < index and tokens[first].upos in ("ADV", "CCONJ", "SCONJ", "PUNCT"):
            first += 1
        if first == index or tokens[first].upos in ("ADP", "VERB", "AUX"):
            return None
        return (first, index) if any(t.upos in ("NOUN", "PROPN", "PRON") for t in tokens[first:index]) else None

    def apposed_before(self, index: int) -> Range | None:
        """ "Ms Ito, the minister of trade, said": the phrase with its apposition, up to the comma at `index`."""
        tokens = self.tokens
        if index < 3 or tokens[index - 1].text != ",":
            return None
        for comma in range(index - 2, max(0, index - 40), -1):
            if tokens[comma].text in QUOTE_MARKS:
                return None
            if tokens[comma].text == ",":
                phrase = self.phrase_before(comma)
                if phrase is not None and tokens[phrase[1] - 1].upos in ("PROPN", "NOUN"):
                    while phrase[0] and tokens[phrase[0] - 1].text in ("of", "the", "'s", "’s"):
                        inner = self.phrase_before(phrase[0] - 1)
                        phrase = (inner[0], comma) if inner else (phrase[0] - 1, comma)
                    return phrase[0], index
        return None

    def phrase_after(self, index: int) -> Range | None:
        """The noun phrase that begins right at `index`: the subject of an inverted verb."""
        last = index
        while last < len(self.tokens) and (
            self.tokens[last].upos in _NOMINAL
            or (last > index and self.tokens[last].text in ("of", "'s", "’s", "-", "and"))
        ):
            last += 1
        while last > index and self.tokens[last - 1].upos not in ("NOUN", "PROPN", "PRON"):
            last -= 1
        if last == index:
            return None
        reach = max((self.last[i] for i in range(index, last) if self.first[i] >= index), default=index)
        return index, max(last, min(reach + 1, self.end))

    def subject_before(self, verb: int) -> Range | None:
        """The nearest subject before a verb that the tree gives none: the root's, else the last one before it."""
        root = next((token.index for token in self.tokens if token.head == ROOT), 0)
        for at in (root, *range(verb - 1, -1, -1)):
            if self.tokens[at].upos in ("VERB", "AUX", "ADJ", "NOUN") and at != verb:
                subject = self.child(at, *_SUBJECTS)
                if subject is not None and subject < verb:
                    return self.noun_phrase(subject, verb)
        return None

    def without_participle(self, phrase: Range) -> Range:
        """ "Ito, referring to tolls, said": the phrase up to a comma with a participle behind it."""
        for at in range(phrase[0] + 1, phrase[1] - 1):
            if self.tokens[at].text == "," and self.tokens[at + 1].xpos == "VBG":
                return phrase[0], at
        return phrase

    def with_apposition(self, phrase: Range) -> Range:
        """ "said Ola Berg, the envoy of Norway": the phrase and what its comma adds, up to a participle or quote."""
        tokens, (first, last) = self.tokens, phrase
        if last + 1 >= self.end:
            return phrase
        goes_on = tokens[last].upos == "ADP" and any(token.text == "," for token in tokens[first:last])
        if not goes_on and tokens[last].text not in (",", "("):
            return phrase
        following = tokens[last + 1]
        if not goes_on and following.upos not in _APPOSED and following.text.lower() not in _APPOSING:
            return phrase
        at = last + 1
        while (
            at < self.end and tokens[at].text not in QUOTE_MARKS and tokens[at].text not in (";", ":", "--", "–", "—")
        ):
            if (
                tokens[at].text == ","
                and at + 1 < self.end
                and (tokens[at + 1].xpos == "VBG" or tokens[at + 1].upos in ("SCONJ", "CCONJ"))
            ):
                break
            at += 1
        return first, at

    def _without_case(self, head: int) -> Range:
        first = self.first[head]
        while first < head and self.tokens[first].upos in ("ADP", "PUNCT", "ADV"):
            first += 1
        return first, self.last[head] + 1
