"""Whether a place's name stands for who acts there ("Tehran said") or for the place ("in Tehran").

A linear model over the name's place in the tree and the words beside it. Its weights are whole numbers, in
`data/metonymy.tsv`; `train/metonymy.py` makes them.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from dateline.enricher.actors.lexicon import rows
from dateline.enricher.document import Document, read
from dateline.enricher.gazetteer import load
from dateline.enricher.memo import Memo
from dateline.enricher.syntax.tree import ROOT, Sentence, main_relation

NEAR = 5  # words to either side
REMEMBERED = 1 << 14  # of each kind of feature
MANY = 3  # words of one class in a sentence; more are counted as so many
_TELLING = frozenset({"NOUN", "VERB", "PROPN"})


class Names:
    """The features' names, by what each is made of: a name is written once and then looked up.

    Only those that are `told` are kept, so that a model need not add up what it gives no weight.
    """

    def __init__(self, told: Callable[[str], bool]) -> None:
        def of(names: Callable[..., Iterable[str]]) -> Memo[tuple[object, ...], tuple[str, ...]]:
            return Memo(lambda key: tuple(name for name in names(*key) if told(name)), REMEMBERED)

        self.place, self.relation, self.governor = of(_of_place), of(_of_relation), of(_of_governor)
        self.above, self.sister = of(_of_above), of(_of_sister)
        self.beside, self.near = of(_of_beside), of(_of_near)
        self.child, self.word = of(_of_child), of(_of_word)


def features(sentence: Sentence, first: int, last: int, kind: str, names: Names | None = None) -> set[str]:
    """What the model sees of the name that is tokens `first` up to `last`; `kind` is what the gazetteer has it as."""
    names = names or Names(lambda _: True)
    head = _head(sentence, first, last)
    found = {*names.place[kind, first == 0]}
    _relation(sentence, head, kind, names, found)
    _beside(sentence, first, last, names, found)
    _around(sentence, first, last, head, names, found)
    return found


def _of_place(kind: str, opens: bool) -> Iterator[str]:
    yield f"kind={kind}"
    yield f"first={opens}"


def _relation(sentence: Sentence, head: int, kind: str, names: Names, found: set[str]) -> None:
    """The name's relation to what it depends on, its preposition, and what kind of word that is."""
    tokens, lemmas = sentence.tokens, sentence.lemmas
    token = tokens[head]
    case = next((tokens[c].lemma for c in sentence.children_by(head, "case")), "")
    conjunct = token.deprel == "conj" and token.head != ROOT
    if conjunct:
        token = tokens[token.head]
        case = case or next((tokens[c].lemma for c in sentence.children_by(token.index, "case")), "")
    relation = token.deprel
    found.update(names.relation[kind, relation, case, conjunct])
    if token.head == ROOT:
        return
    governor = tokens[token.head]
    found.update(names.governor[kind, relation, case, lemmas[token.head], governor.upos])
    if governor.head != ROOT:
        found.update(names.above[lemmas[governor.head], governor.deprel])
    subject = relation.startswith("nsubj")
    for child in sentence.children(governor.index):
        if child != token.index:
            found.update(names.sister[lemmas[child], tokens[child].deprel, subject])


def _of_relation(kind: str, relation: str, case: str, conjunct: bool) -> Iterator[str]:
    if conjunct:
        yield "conjunct"
    for feature in (f"relation={relation}", f"case={case}", f"relation={relation} case={case}"):
        yield feature
        yield f"kind={kind} {feature}"


def _of_governor(kind: str, relation: str, case: str, lemma: str, upos: str) -> Iterator[str]:
    plain = main_relation(relation)
    yield f"governor={lemma}"
    yield f"governor={upos} relation={relation} case={case}"
    yield f"governor={lemma} case={case} relation={plain}"
    for sort in classes().get(lemma, ()):
        yield f"governor is {sort}"
        yield f"kind={kind} governor is {sort}"
        yield f"governor is {sort} case={case} relation={plain}"
        yield f"kind={kind} governor is {sort} case={case} relation={plain}"


def _of_above(lemma: str, relation: str) -> Iterator[str]:
    for sort in classes().get(lemma, ()):
        yield f"above governor {sort} {main_relation(relation)}"


def _of_sister(lemma: str, relation: str, subject: bool) -> Iterator[str]:
    role = main_relation(relation)
    if subject and role in ("obj", "obl", "xcomp", "ccomp"):
        yield f"subject of {role}={lemma}"
    for sort in classes().get(lemma, ()):
        yield f"sister {sort} {role}"


def _beside(sentence: Sentence, first: int, last: int, names: Names, found: set[str]) -> None:
    """The words next to the name."""
    tokens, words, lemmas = sentence.tokens, sentence.words, sentence.lemmas
    for distance in (1, 2, 3):
        for side, at in (("before", first - distance), ("after", last + distance - 1)):
            if 0 <= at < len(tokens):
                found.update(names.beside[side, distance, words[at], tokens[at].upos, lemmas[at]])
            else:
                found.update(names.beside[side, distance, "end", "", ""])
    if first:
        at = first - 2 if words[first - 1] == "the" and first > 1 else first - 1
        found.update(names.near[words[at], words[last] if last < len(tokens) else "end"])


def _of_beside(side: str, distance: int, word: str, upos: str, lemma: str) -> Iterator[str]:
    """`upos` is empty where the sentence has no such word."""
    yield f"{side}{distance}={word}"
    if distance < 3 and upos:
        yield f"{side}{distance} {upos}"
        for sort in classes().get(lemma, ()):
            yield f"{side}{distance} {sort}"


def _of_near(word: str, after: str) -> Iterator[str]:
    yield f"near={word}"
    yield f"near={word} after={after}"


def _around(sentence: Sentence, first: int, last: int, head: int, names: Names, found: set[str]) -> None:
    """What depends on the name, and what the sentence is about."""
    tokens, lemmas = sentence.tokens, sentence.lemmas
    for child in sentence.children(head):
        if not first <= child < last and tokens[child].deprel not in ("punct", "case"):
            found.update(names.child[tokens[child].deprel, lemmas[child]])
    for at in range(max(0, head - NEAR), min(head + NEAR + 1, len(tokens))):
        if tokens[at].upos in _TELLING and not first <= at < last:
            found.update(names.word[lemmas[at],])


def _of_child(relation: str, lemma: str) -> Iterator[str]:
    yield f"child={relation}"
    yield f"child={relation}:{lemma}"


def _of_word(lemma: str) -> Iterator[str]:
    yield f"word={lemma}"
    for sort in classes().get(lemma, ()):
        yield f"near word is {sort}"


def subject_matter(sentence: Sentence) -> Iterator[str]:
    """What the model sees of the sentence whatever the name."""
    known = classes()
    counts: dict[str, int] = {}
    for token, lemma in zip(sentence.tokens, sentence.lemmas, strict=True):
        if token.upos in ("NOUN", "VERB"):
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
    for sort, lemmas in rows("word_classes.tsv"):
        for lemma in lemmas.split():
            if sort not in found.get(lemma, ()):
                found[lemma] = (*found.get(lemma, ()), sort)
    return found


@cache
def weights() -> dict[str, int]:
    """Feature to weight, in thousandths of a logit; "bias" is added always."""
    return {feature: int(weight) for feature, weight in rows("metonymy.tsv")}


@cache
def weighed() -> Names:
    """The names that have a weight."""
    return Names(weights().__contains__)


def stands_for_actor(sentence: Sentence, first: int, last: int, kind: str) -> bool:
    """Whether the place's name at tokens `first` up to `last` stands for who acts there."""
    known = weights()
    beside = sum([known[feature] for feature in features(sentence, first, last, kind, weighed())])
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
