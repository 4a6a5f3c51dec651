"""Whether a place's name stands for who acts there ("Tehran said") or for the place ("in Tehran").

A linear model over the name's place in the tree and the words beside it. Its weights are whole numbers, in
`data/metonymy.tsv`; `train/metonymy.py` makes them.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from dateline.enricher.actors.lexicon import rows
from dateline.enricher.document import Document, read
from dateline.enricher.gazetteer import load
from dateline.enricher.syntax.tree import ROOT, Sentence

NEAR: Final = 5  # words to either side
MANY: Final = 3  # words of one class in a sentence; more are counted as so many
_TELLING: Final = frozenset({"NOUN", "VERB", "PROPN"})


def features(sentence: Sentence, first: int, last: int, kind: str) -> set[str]:
    """What the model sees of the name that is tokens `first` up to `last`; `kind` is what the gazetteer has it as."""
    head = _head(sentence, first, last)
    found = {f"kind={kind}", f"first={first == 0}"}
    found.update(_relation(sentence, head, kind), _beside(sentence, first, last), _around(sentence, first, last, head))
    return found


def _relation(sentence: Sentence, head: int, kind: str) -> Iterator[str]:
    """The name's relation to what it depends on, its preposition, and what kind of word that is."""
    tokens, known = sentence.tokens, classes()
    token = tokens[head]
    case = next((tokens[c].lemma for c in sentence.children_by(head, "case")), "")
    if token.deprel == "conj" and token.head != ROOT:
        token = tokens[token.head]
        case = case or next((tokens[c].lemma for c in sentence.children_by(token.index, "case")), "")
        yield "conjunct"
    relation = token.deprel
    plain = relation.partition(":")[0]
    for feature in (f"relation={relation}", f"case={case}", f"relation={relation} case={case}"):
        yield feature
        yield f"kind={kind} {feature}"
    if token.head == ROOT:
        return
    governor = tokens[token.head]
    lemma = governor.lemma.lower()
    yield f"governor={lemma}"
    yield f"governor={governor.upos} relation={relation} case={case}"
    yield f"governor={lemma} case={case} relation={plain}"
    for sort in known.get(lemma, ()):
        yield f"governor is {sort}"
        yield f"kind={kind} governor is {sort}"
        yield f"governor is {sort} case={case} relation={plain}"
        yield f"kind={kind} governor is {sort} case={case} relation={plain}"
    if governor.head != ROOT:
        for sort in known.get(tokens[governor.head].lemma.lower(), ()):
            yield f"above governor {sort} {governor.deprel.partition(':')[0]}"
    for child in sentence.children(governor.index):
        if child != token.index:
            other = tokens[child]
            role = other.deprel.partition(":")[0]
            if relation.startswith("nsubj") and role in ("obj", "obl", "xcomp", "ccomp"):
                yield f"subject of {role}={other.lemma.lower()}"
            for sort in known.get(other.lemma.lower(), ()):
                yield f"sister {sort} {role}"


def _beside(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    """The words next to the name."""
    tokens, known = sentence.tokens, classes()
    for distance in (1, 2, 3):
        for side, at in (("before", first - distance), ("after", last + distance - 1)):
            if not 0 <= at < len(tokens):
                yield f"{side}{distance}=end"
                continue
            other = tokens[at]
            yield f"{side}{distance}={other.text.lower()}"
            if distance < 3:
                yield f"{side}{distance} {other.upos}"
                for sort in known.get(other.lemma.lower(), ()):
                    yield f"{side}{distance} {sort}"
    if first:
        at = first - 2 if tokens[first - 1].text.lower() == "the" and first > 1 else first - 1
        near = tokens[at].text.lower()
        yield f"near={near}"
        yield f"near={near} after={tokens[last].text.lower() if last < len(tokens) else 'end'}"


def _around(sentence: Sentence, first: int, last: int, head: int) -> Iterator[str]:
    """What depends on the name, and what the sentence is about."""
    tokens, known = sentence.tokens, classes()
    for child in sentence.children(head):
        if not first <= child < last and tokens[child].deprel not in ("punct", "case"):
            yield f"child={tokens[child].deprel}"
            yield f"child={tokens[child].deprel}:{tokens[child].lemma.lower()}"
    for other in tokens[max(0, head - NEAR) : head + NEAR + 1]:
        if other.upos in _TELLING and not first <= other.index < last:
            lemma = other.lemma.lower()
            yield f"word={lemma}"
            for sort in known.get(lemma, ()):
                yield f"near word is {sort}"


def subject_matter(sentence: Sentence) -> Iterator[str]:
    """What the model sees of the sentence whatever the name."""
    known = classes()
    counts: dict[str, int] = {}
    for token in sentence.tokens:
        if token.upos in ("NOUN", "VERB"):
            lemma = token.lemma.lower()
            yield f"in sentence={lemma}"
            for sort in known.get(lemma, ()):
                counts[sort] = counts.get(sort, 0) + 1
    for sort, count in counts.items():
        yield f"{sort} {min(count, MANY)}"


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The token of the name whose head is outside it."""
    for index in range(first, last):
        if not first <= sentence.tokens[index].head < last:
            return index
    return last - 1


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """Lemma to the classes it is in."""
    found: dict[str, tuple[str, ...]] = {}
    for sort, lemmas in chain(rows("word_classes.tsv"), rows("word_kinds.tsv")):
        for lemma in lemmas.split():
            if sort not in found.get(lemma, ()):
                found[lemma] = (*found.get(lemma, ()), sort)
    return found


@cache
def weights() -> dict[str, int]:
    """Feature to weight, in thousandths of a logit; "bias" is added always."""
    return {feature: int(weight) for feature, weight in rows("metonymy.tsv")}


def stands_for_actor(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the place's name at tokens `first` up to `last` stands for who acts there."""
    known = weights()
    beside = sum(known.get(feature, 0) for feature in features(sentence, first, last, kind))
    return known["bias"] + beside + _weight_of(sentence) > 0


@lru_cache(maxsize=64)
def _weight_of(sentence: Sentence) -> int:
    known = weights()
    return sum(known.get(feature, 0) for feature in set(subject_matter(sentence)))


def reading_of_place(text: str, span: tuple[int, int]) -> str:
    """`met` where the name at `span` (offsets in `text`) stands for an actor, `lit` where for the place."""
    found = located(read(text), span)
    return "met" if found is not None and stands_for_actor(*found, kind_of(text[span[0] : span[1]])) else "lit"


def kind_of(name: str) -> str:
    """What the gazetteer has a name as; `none` where it has it not."""
    entries = load().named(name)
    return entries[0].kind.value if entries else "none"


def located(document: Document, span: tuple[int, int]) -> tuple[Sentence, int, int] | None:
    """The sentence and tokens that a span covers."""
    for sentence in document.sentences:
        inside = [t.index for t in sentence.tokens if t.start < span[1] and t.end > span[0]]
        if inside:
            return sentence, inside[0], inside[-1] + 1
    return None
