"""A parsed sentence in Universal Dependencies, and the port by which any parser gives it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Final, Protocol

from dateline.enricher.memo import Memo

ROOT: Final = -1
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that have a subject of their own."""
HELD: Final = FINITE | {"MD"}
"""Tags of the verb that a sentence has."""


class Token:
    """One word: `index` and `head` are indexes in the sentence, the head of the root is ROOT; `start` and `end` are str
    indexes into the text that was parsed."""

    # Written out, for a worker makes a hundred thousand a second and a compiled dataclass makes them slowly.
    __slots__ = ("deprel", "end", "head", "index", "lemma", "start", "text", "upos", "xpos")

    def __init__(
        self, index: int, start: int, end: int, text: str, lemma: str, upos: str, xpos: str, head: int, deprel: str
    ) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.head = head
        self.deprel = deprel

    def __repr__(self) -> str:
        return f"Token({self.index}, {self.text!r}, {self.upos}, {self.xpos}, {self.head}, {self.deprel!r})"


def are_tree(tokens: Sequence[Token]) -> bool:
    """Whether one word is the root and every other hangs on it, over others or by itself."""
    roots = 0
    reached = [False] * len(tokens)
    for token in tokens:
        at, path = token.index, list[int]()
        while not reached[at]:
            if len(path) > len(tokens):
                return False
            path.append(at)
            head = tokens[at].head
            if head == ROOT:
                roots += 1
                break
            at = head
        for seen in path:
            reached[seen] = True
    return roots == 1


class Sentence:
    """Tokens in the order of the text, which do not overlap, as a tree with one root, whose index is `root`."""

    __slots__ = ("_children", "_lemmas", "_words", "end", "root", "start", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        if not tokens:
            raise ValueError("a sentence has at least one token; leave the empty one out")
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.root = next(token.index for token in tokens if token.head == ROOT)
        self._children: list[list[int]] | None = None
        self._words: list[str] | None = None
        self._lemmas: list[str] | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __repr__(self) -> str:
        return f"Sentence({self.start}, {self.end}, {' '.join(t.text for t in self.tokens)!r})"

    @property
    def words(self) -> list[str]:
        """The tokens' texts in lower case; not to be changed."""
        if self._words is None:
            self._words = [token.text.lower() for token in self.tokens]
        return self._words

    @property
    def lemmas(self) -> list[str]:
        """The tokens' lemmas in lower case; not to be changed."""
        if self._lemmas is None:
            self._lemmas = [token.lemma.lower() for token in self.tokens]
        return self._lemmas

    @property
    def families(self) -> list[list[int]]:
        """Of each token its children; not to be changed."""
        found = self._children
        if found is None:
            found = self._children = [[] for _ in self.tokens]
            for token in self.tokens:
                if token.head != ROOT:
                    found[token.head].append(token.index)
        return found

    def children(self, index: int) -> list[int]:
        """The indexes of the tokens whose head is `index`, in order; not to be changed."""
        found = self._children
        return self.families[index] if found is None else found[index]

    def children_by(self, index: int, *deprels: str) -> list[int]:
        """The children of `index` whose relation is one of `deprels` or a subtype of one (`obl` finds
        `obl:agent`)."""
        children = self.children(index)
        if not children:
            return []
        tokens, wanted = self.tokens, _WANTED[deprels]
        return [child for child in children if wanted[tokens[child].deprel]]

    def subtree(self, index: int) -> list[int]:
        """`index` and all that depends on it, in order."""
        found = [index]
        for at in found:
            found.extend(self.children(at))
        found.sort()
        return found

    def ancestors(self, index: int) -> Iterator[int]:
        """The head of `index`, the head of that, up to the root."""
        at = self.tokens[index].head
        while at != ROOT:
            yield at
            at = self.tokens[at].head


@lru_cache(maxsize=1 << 10)
def main_relation(deprel: str) -> str:
    """A relation without its subtype: `obl` of `obl:agent`."""
    return deprel.partition(":")[0]


def _is_one_of(deprels: tuple[str, ...], deprel: str) -> bool:
    return deprel in deprels or main_relation(deprel) in deprels


_WANTED: Memo[tuple[str, ...], Memo[str, bool]] = Memo(
    lambda deprels: Memo(partial(_is_one_of, deprels), most=1 << 10), most=1 << 10
)


class Parser(Protocol):
    """What turns text into trees; speaks Universal Dependencies 2."""

    def parse(self, text: str) -> list[Sentence]:
        """The sentences of `text` in order; they do not overlap, and every offset is an index into `text`."""
        ...
