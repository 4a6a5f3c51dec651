"""What reading one sentence needs: its words, the article's cast and focus, and the mentions read so far."""

from collections.abc import Sequence

from dateline.enricher.actors.cast import Cast
from dateline.enricher.actors.coreference import Focus
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.units import Unit
from dateline.enricher.document import Document
from dateline.enricher.gazetteer import Entry
from dateline.enricher.syntax.tree import Token


class Scene:
    """One sentence while it is read."""

    def __init__(
        self, document: Document, index: int, cast: Cast, focus: Focus, quoted: frozenset[int] = frozenset()
    ) -> None:
        self.document = document
        self.index = index
        self.sentence = document.sentences[index]
        self.tokens = self.sentence.tokens
        self.cast = cast
        self.focus = focus
        self.quoted = quoted
        self.read: list[Mention] = []
        self.readings: dict[int, bool] = {}
        """Of the head of each place's name: whether it stands for an actor."""

    def text(self, unit: Unit) -> str:
        """The words of a unit as they stand."""
        return self.document.text[self.tokens[unit.first].start : self.tokens[unit.last - 1].end]

    def word(self, index: int) -> str:
        """A token in lower case; empty where there is none."""
        words = self.sentence.words
        return words[index] if 0 <= index < len(words) else ""

    def capital(self, index: int) -> bool:
        """Whether the token there is written with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()

    def mention(
        self,
        phrase: Phrase,
        entity: str,
        how: str,
        figures: tuple[Figure, ...] = (),
        place: Entry | None = None,
        met: bool = True,
    ) -> Mention:
        """A mention that covers a phrase."""
        return Mention(self.index, phrase.first, phrase.last, phrase.head, entity, how, figures, place, met)

    def inner(
        self,
        unit: Unit,
        entity: str,
        how: str,
        figures: tuple[Figure, ...] = (),
        place: Entry | None = None,
        met: bool = True,
    ) -> Mention:
        """A mention that covers one unit of a phrase."""
        return Mention(self.index, unit.first, unit.last, unit.last - 1, entity, how, figures, place, met)


def outer(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a name that depends on something outside it."""
    return next((i for i in range(first, last) if not first <= tokens[i].head < last), last - 1)
