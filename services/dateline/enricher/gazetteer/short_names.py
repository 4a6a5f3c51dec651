"""How the news calls those who hold office where that is not one word at the end of their name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.enricher.gazetteer.entry import UNNAMED, Entry, Kind
from dateline.enricher.gazetteer.files import Named
from dateline.enricher.gazetteer.lookup import FAMILY_FIRST
from dateline.enricher.gazetteer.spelling import PARTICLES, key, pieces

CALLED_BY_GIVEN_NAME: Final = frozenset({"ETH", "ERI", "MYS", "THA", "IDN"})
"""Where the news calls persons by their first name: Abiy, Prayuth."""
WRITTEN_APART: Final = frozenset("de da do dos del di la le van von".split())
"""Particles that are part of a surname where they have a capital: "Von der Leyen", "Le Pen"."""
WHERE_A_NAME: Final = frozenset({"VNM"})  # Van is a given name there
SHORTEST: Final = 4  # letters of such a name


def short_names(named: Sequence[Named]) -> Iterator[Named]:
    """For persons of a named office what is theirs alone: a surname of two halves (Akufo-Addo), one with a particle
    (Von der Leyen), or the name that their country calls them by."""
    borne = Counter(piece for entry, names in named for piece in _all_pieces(entry, names))
    given = {pieces(name)[0] for entry, names in named if entry.kind is Kind.PERSON for name in names if " " in name}
    found = {
        entry.id: (entry, {key(form): form for name in names for form in _forms(entry, name, given)})
        for entry, names in named
        if entry.kind is Kind.PERSON and _is_titled(entry)
    }
    bearers = Counter(form for _, forms in found.values() for form in forms)
    for entry, forms in found.values():
        own = [form for at, form in forms.items() if bearers[at] == 1 and ("-" in form or borne[at.split()[-1]] == 1)]
        if own:
            yield entry, own


def _is_titled(entry: Entry) -> bool:
    return any(office.title not in UNNAMED for office in entry.offices) or entry.id[1:].isdigit()


def _all_pieces(entry: Entry, names: Sequence[str]) -> set[str]:
    """The words of somebody's names, or the names of what is nobody."""
    if entry.kind is not Kind.PERSON:
        return {key(name) for name in names}
    return {piece for name in names for piece in pieces(name)}


def _forms(entry: Entry, name: str, given: set[str]) -> Iterator[str]:
    """Short forms of one name; no surname's first half is somebody's given name, as in Jean-Pierre."""
    words = name.split()
    if len(words) < 2 or entry.country in FAMILY_FIRST:
        return
    halves = words[-1].split("-")
    is_double = len(halves) == 2 and all(half[:1].isupper() and len(half) > 2 for half in halves)
    if is_double and halves[0].lower() not in PARTICLES and key(halves[0]) not in given:
        yield words[-1]
    at = next((at for at, word in enumerate(words[:-1]) if at and word.lower() in WRITTEN_APART), 0)
    if at and entry.country not in WHERE_A_NAME:
        yield " ".join(words[at:])
    if entry.country in CALLED_BY_GIVEN_NAME and len(words[0]) >= SHORTEST and words[0].isalpha():
        yield words[0]
