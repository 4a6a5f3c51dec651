"""Deeds told by a noun that says to whom they are done by whose it is: "the editor's arrest"."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import is_noun, owner, subject_words, with_case
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import Party
from dateline_schemas.coded import HUMAN

OF: Final = frozenset(("of",))
STAYING: Final = ("remain", "stay")
CONFINED: Final = frozenset(("custody", "detention"))
PARTS: Final = ("flat", "compound", "amod", "det", "case", "nummod", "nmod:desc")
"""How the other words of somebody's name or description hang on its head."""


def owners(sentence: Sentence, noun: int) -> list[int]:
    """Whose something is."""
    return [owner(sentence, at) for at in sentence.children_by(noun, "nmod:poss")]


def undergoing(sentence: Sentence, noun: int) -> list[int]:
    """Whose the deed is that a noun tells, where that says to whom it is done, if they are people: "the editor's
    arrest", "whose release she demanded"; but not "Chad's arrest of editors"."""
    if sentence.lemmas[noun] in CONFINED:
        stays = sentence[noun].head if is_kept(sentence, noun) else noun
        if confined := subject_words(sentence, stays):
            return confined  # "nine suspects were in custody", "nine remain in custody"
    if sentence.lemmas[noun] not in verbs("undergoing") or with_case(sentence, noun, OF):
        return []
    return owners(sentence, noun)


def is_kept(sentence: Sentence, noun: int) -> bool:
    """Whether it is the custody in which somebody stays: what "will remain" is so already."""
    verb = sentence[noun].head
    return sentence.lemmas[noun] in CONFINED and verb != ROOT and sentence.lemmas[verb] in STAYING


def are_people(parties: Sequence[Party]) -> bool:
    """Whether they may be who suffers it: Chad's arrests are Chad's doing."""
    return all(party.kind in HUMAN for party in parties)


def suffers_another(sentence: Sentence, match: Match, at: int, parties: Sequence[Party]) -> bool:
    """Whether those at a word only suffer the deed that another noun tells: "condemned the editor's arrest"; who is the
    verb's own object is told so, and who opposes an acquittal opposes who is acquitted."""
    if match.phrase.type == "REJECT" or verbs("undergoing").isdisjoint(sentence.lemmas) or not are_people(parties):
        return False
    while sentence[at].deprel in PARTS:
        at = sentence[at].head
    nouns = [each for each in range(len(sentence)) if each != match.trigger and is_noun(sentence, each)]
    if at in nouns and undergoing(sentence, at):
        return True
    return sentence[at].head != match.trigger and any(at in undergoing(sentence, noun) for noun in nouns)
