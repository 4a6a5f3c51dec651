"""Who goes on speaking: "he added" is whoever spoke last, not whom the sentence before names most prominently."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas.coded import ActorKind, Party

GOES_ON: Final = frozenset({"add", "continue", "conclude"})
PRONOUNS: Final = frozenset({"he", "she"})
Said = tuple[int, Candidate]
"""A candidate with its number."""


def going_on(
    candidates: Sequence[Candidate | None], speakers: Sequence[Party | None], sentences: Sequence[Sentence]
) -> list[Party | None]:
    """The speakers, in the order of the cues; a pronoun that goes on is the person who spoke last in the sentence
    before, and what the same pronoun says besides is that person's too."""
    found = list(speakers)
    before: tuple[int, Party] | None = None
    numbered = ((at, candidate) for at, candidate in enumerate(candidates) if candidate is not None)
    for number, group in groupby(numbered, key=lambda said: said[1].sentence):
        said = list(group)
        if before is not None and before[0] == number - 1:
            for at in continued(said, sentences[number]):
                found[at] = before[1]
        persons = [party for at, _ in said if (party := found[at]) is not None and party.kind is ActorKind.PERSON]
        before = (number, persons[-1]) if persons else None
    return found


def continued(said: Sequence[Said], sentence: Sentence) -> list[int]:
    """The numbers of the sayings of a pronoun that goes on."""
    places = {at: pronoun(candidate, sentence) for at, candidate in said}
    going = {places[at] for at, candidate in said if sentence[candidate.head].lemma.lower() in GOES_ON} - {None}
    return [at for at, place in places.items() if place in going]


def pronoun(candidate: Candidate, sentence: Sentence) -> int | None:
    """Where the source stands, if it is nothing but "he" or "she"."""
    if candidate.source is None or candidate.source[1] - candidate.source[0] != 1:
        return None
    first = candidate.source[0]
    return first if sentence[first].text.lower() in PRONOUNS else None
