"""What is known of who stands behind the words of a sentence."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from dateline.enricher.events.hanging import within
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Actor, Party, Place

PARTS: Final = ("compound", "amod", "nmod:poss", "det", "nummod")


class Reading(Protocol):
    """What the deeds need of the actors' stage."""

    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def named_places(self) -> tuple[Place, ...]: ...
    def parties(self, sentence_index: int, token_index: int) -> tuple[Party, ...]: ...
    def state(self, sentence_index: int, token_index: int) -> tuple[Party, ...]: ...
    def home(self, sentence_index: int) -> tuple[Party, ...]: ...
    def body_at_home(self, sentence_index: int, sector: str) -> tuple[Party, ...]: ...
    def issuer(self, sentence_index: int) -> tuple[Party, ...]: ...


class Remembering:
    """A reading of one sentence that looks each word up once."""

    def __init__(self, reading: Reading, number: int, sentence: Sentence) -> None:
        self._reading = reading
        self._number = number
        self._sentence = sentence
        self._known: dict[int, tuple[Party, ...]] = {}

    def parties(self, token_index: int) -> tuple[Party, ...]:
        found = self._known.get(token_index)
        if found is None:
            named = not is_named_after(self._sentence, token_index)
            found = self._known[token_index] = self._reading.parties(self._number, token_index) if named else ()
        return found

    def first(self, positions: Iterable[int]) -> tuple[Party, ...]:
        """The parties at the first of the words that has any."""
        return next((found for at in positions if (found := self.parties(at))), ())

    def first_within(self, heads: Sequence[int]) -> tuple[Party, ...]:
        """The parties of the first noun phrase that has any: its own, else those named within it."""
        return self.first(heads) or self.first(at for head in heads for at in within(self._sentence, head))

    def state(self, token_index: int) -> tuple[Party, ...]:
        """The government of the country in which the place at a token is."""
        return self._reading.state(self._number, token_index)

    def home(self) -> tuple[Party, ...]:
        """The government of the country whose news the sentence is."""
        return self._reading.home(self._number)

    def body_at_home(self, sector: str) -> tuple[Party, ...]:
        """The police, or the court, of that country, where the article has named it."""
        return self._reading.body_at_home(self._number, sector)

    def issuer(self) -> tuple[Party, ...]:
        """The body whose communiqué the sentence is a clause of."""
        return self._reading.issuer(self._number)


def is_named_after(sentence: Sentence, at: int) -> bool:
    """Whether a word belongs to the name of a thing, which nobody stands behind: "the Brussels Agreement", "U.S.
    dollars"."""
    token = sentence[at]
    thing = sentence[token.head] if token.deprel in PARTS and token.head >= 0 else token
    lemma = thing.lemma.lower()
    if lemma in verbs("posted"):  # "the Facebook page"
        return any(sentence.lemmas[child] in verbs("medium") for child in sentence.children_by(thing.index, "compound"))
    return lemma in verbs("currency") or (lemma in verbs("naming") and thing.text[0].isupper())


def apart(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties who are not among the others."""
    if not parties or not others:
        return parties
    ids = {party.actor for party in others}
    return tuple(party for party in parties if party.actor not in ids)


def of_a_country(named: Remembering, heads: Iterable[int], but: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of those a deed is done to the first who are of a country: of "sent experts to Kenya" Kenya, for PLOVER's
    recipient is whom it is for, and experts are anybody's."""
    for head in heads:
        found = apart(named.parties(head), but)
        if any(party.country for party in found):
            return found
    return ()
