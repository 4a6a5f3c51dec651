"""Companies, groups and other bodies that nobody lists, told by what an article's own words say of a name."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.enricher.actors.lexicon import given_names, roles, words
from dateline.enricher.actors.scene import outer
from dateline.enricher.actors.units import Unit, Vocabulary
from dateline.enricher.actors.unlisted import LIKELY, Name, name_of
from dateline.enricher.document import Document
from dateline.enricher.syntax.tree import ROOT, Sentence

APPOSED: Final = 8  # words behind a comma in which a noun says what a name is
OWNED: Final = 4  # words behind an owner among which is what it owns
OWNER: Final = frozenset({"'s", "’s", "'", "’"})
OF: Final = frozenset({"of", "at", "from", "with", "by"})
ENDS: Final = frozenset({",", ".", ";", ")", "that", "which", "based", "in", "of", "with", "whose", ""})
"""What stands behind the noun of an apposition."""


def bodies_told(
    document: Document, found: Sequence[Sequence[Unit]], vocabulary: Vocabulary, likelihoods: dict[Name, int]
) -> dict[Name, str]:
    """Of each unlisted name that a body bears, in pieces, the sector that the words say, or none. `found` are the units
    of each sentence, `likelihoods` how likely each name is a person's."""
    told: dict[Name, str] = {}
    longer: dict[Name, None] = {}
    things: set[Name] = set()
    for sentence, units in zip(document.sentences, found, strict=True):
        for unit in units:
            if unit.what != "name" or not (name := name_of(document, sentence.tokens, unit)):
                continue
            a_surname = len(name) == 1 and name[0] in vocabulary.gazetteer.surnames
            behind_the = sentence.words[unit.first - 1 : unit.first] == ["the"]
            determined = behind_the and len(name) > 1 and name[0] not in given_names()
            if sentence.words[unit.last : unit.last + 2] == [",", "which"]:
                things.add(name)
                determined = True
            if len(name) > 1 and likelihoods.get(name, 0) > LIKELY and not sentence[unit.first].text.isupper():
                longer[name] = None
            if determined or not (likelihoods.get(name, 0) > LIKELY or vocabulary.is_given(name) or a_surname):
                for sector in _told(sentence, unit):
                    told[name] = told.get(name) or sector
    for name in longer:
        if name[:1] in things and name[:1] in told:
            told.setdefault(name, told[name[:1]])  # "Brightwell Vale", as "Brightwell, which has" says
    return told


def _told(sentence: Sentence, unit: Unit) -> Iterator[str]:
    """The sector of a body, or none, for each thing beside a mention of it that tells that it is one."""
    texts, of_a_body = sentence.words, words("of_a_body")
    behind = texts[unit.last : unit.last + APPOSED]
    if (sector := _apposed(behind)) is not None:
        yield sector
    called = roles().match(behind, 0) if behind and behind[0] not in words("governing") else None
    if called is not None and called[1].what == "body" and called[1].sector not in ("UNK", "GOV", "MIL"):
        yield called[1].sector  # "the Europe Now party"
    owned = behind[1 : 1 + OWNED] if behind and behind[0] in OWNER else behind[:2]
    if not of_a_body.isdisjoint(owned) or _owned_before(sentence, unit) or _acts(sentence, unit):
        yield ""


def _owned_before(sentence: Sentence, unit: Unit) -> bool:
    """Whether what a body has stands before a name: "members of the Wolf Pack", not "a leader of the Lima protest"."""
    before = [word for word in sentence.words[max(0, unit.first - 3) : unit.first] if word != "the"]
    if len(before) < 2 or before[-1] not in OF or before[-2] not in words("of_a_body"):
        return False
    return sentence[outer(sentence.tokens, unit.first, unit.last)].head < unit.last


def _apposed(behind: Sequence[str]) -> str | None:
    """The sector of ", a budget airline," behind a name; nothing where no body is named there."""
    if len(behind) < 3 or behind[0] != "," or behind[1] not in words("determiner"):
        return None
    for at in range(2, len(behind)):
        match = roles().match(behind, at)
        if match is not None and match[1].what == "body":
            end = at + match[0]
            return match[1].sector if (behind[end] if end < len(behind) else "") in ENDS else None
        if behind[at] in ENDS:
            break
    return None


def _acts(sentence: Sentence, unit: Unit) -> bool:
    """Whether a mention is of somebody who does, or to whom is done, what only persons and bodies do or bear."""
    head = sentence[outer(sentence.tokens, unit.first, unit.last)]
    if head.head == ROOT:
        return False
    doing = {"nsubj": "acting", "obj": "addressed", "nsubj:pass": "addressed"}.get(head.deprel)
    return doing is not None and sentence.lemmas[head.head] in words(doing)
