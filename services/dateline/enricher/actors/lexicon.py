"""The word lists of this folder: role nouns, titles, heads of organisations' names, pronouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from dateline.enricher.gazetteer.spelling import pieces


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun: what sector it says, whether it names a `person` or a `body`, and whether here several."""

    noun: str
    sector: str
    what: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Pronoun:
    number: str
    what: str
    gender: str


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a data file as cells, without comments and blank ones."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


class Roles:
    """Role nouns by their words, longest first."""

    def __init__(self) -> None:
        self._roles: dict[tuple[str, ...], Role] = {}
        self._lengths: dict[str, int] = {}
        for name in ("agents.tsv", "roles.tsv"):
            for sector, what, nouns in rows(name):
                for noun in nouns.split(";"):
                    self._add(noun.strip(), sector, what)

    def _add(self, noun: str, sector: str, what: str) -> None:
        singular = pieces(noun)
        many = singular[-1].endswith(("men", "people", "children")) and singular[-1] not in ("regimen", "specimen")
        self._put(singular, Role(noun, sector, what, many))
        for form in plurals(singular):
            if form not in self._roles or self._roles[form].sector != sector:
                self._put(form, Role(noun, sector, what, True))

    def _put(self, form: tuple[str, ...], role: Role) -> None:
        self._roles[form] = role
        self._lengths[form[0]] = self._lengths.get(form[0], 0) | 1 << len(form)

    def firsts(self) -> frozenset[str]:
        """The words that a role noun can begin with."""
        return frozenset(self._lengths)

    def match(self, words: Sequence[str], at: int) -> tuple[int, Role] | None:
        """The longest role noun that begins at word `at`, and how many words it has."""
        lengths = self._lengths.get(words[at], 0)
        while lengths:
            count = lengths.bit_length() - 1
            lengths ^= 1 << count
            role = self._roles.get(tuple(words[at : at + count]))
            if role is not None and at + count <= len(words):
                return count, role
        return None


_IRREGULAR: Final = {"man": "men", "woman": "women", "child": "children", "person": "persons"}
_HEADED: Final = frozenset({"of", "for", "in", "general"})


def plurals(noun: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The regular plurals of a noun of several words: of its head, which stands before "of" or "general"."""
    at = next((i for i, word in enumerate(noun) if i and word in _HEADED), len(noun)) - 1
    found = [(*noun[:at], plural(noun[at]), *noun[at + 1 :])]
    if at != len(noun) - 1 and noun[-1] == "general":
        found.append((*noun[:-1], "generals"))
    return found


def plural(word: str) -> str:
    """The regular plural of an English noun."""
    for end, many in _IRREGULAR.items():
        if word.endswith(end) and word not in ("german", "human"):
            return word[: -len(end)] + many
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


@cache
def roles() -> Roles:
    return Roles()


@cache
def honorifics() -> frozenset[str]:
    """Mr, Ayatollah, Gen.: what stands before a person's name."""
    return frozenset(word for cells in rows("titles.txt") for word in cells[0].split())


@cache
def short_titles() -> dict[str, Role]:
    """Gov., Sen.: titles in short, and the role nouns that they are short for."""
    found: dict[str, Role] = {}
    for noun, titles in rows("short_titles.tsv"):
        match = roles().match(pieces(noun), 0)
        if match is None:
            raise KeyError(f"short_titles.tsv: no role noun {noun!r}")
        found.update(dict.fromkeys(titles.split(), match[1]))
    return found


@cache
def given_names() -> frozenset[str]:
    """Mary, Ahmad, Pavel: given names of many languages."""
    return frozenset(word for cells in rows("given_names.txt") for word in cells[0].split())


@cache
def gender_of(given_name: str) -> str:
    """ "f" or "m"; empty for a name that both bear, or that is not known."""
    return _genders().get(given_name, "m" if given_name in given_names() else "")


@cache
def _genders() -> dict[str, str]:
    return {name: gender for gender, names in rows("gendered_names.tsv") for name in names.split()}


@cache
def organisation_heads() -> dict[str, str]:
    """Ministry, Party, Bank, ...: the word to the sector it says."""
    return {word: sector for sector, words in rows("organisation_heads.tsv") for word in words.split()}


@cache
def pronouns() -> dict[str, Pronoun]:
    return {
        w: Pronoun(number, what, gender) for number, what, gender, words in rows("pronouns.tsv") for w in words.split()
    }


@cache
def never_names() -> frozenset[str]:
    """Monday, Ramadan, GMT: words with a capital that name no actor."""
    return frozenset(word for cells in rows("never_names.txt") for word in cells[0].split())


@cache
def same_office() -> dict[str, tuple[frozenset[str], ...]]:
    """The words of each office that a noun is another word for: president of "head of state"."""
    return {
        noun: tuple(frozenset(office.split()) for office in offices.split(";"))
        for noun, offices in rows("same_office.tsv")
    }


@cache
def place_nouns() -> frozenset[str]:
    """City, province, airport: nouns of kinds of places."""
    return frozenset(word for cells in rows("place_nouns.txt") for word in cells[0].split())


@cache
def crossings() -> dict[str, tuple[bool, tuple[str, ...]]]:
    """Torkham, the Line of Control: by name, whether it is a border's by itself, and the countries on both sides."""
    return {
        name: (what == "line", tuple(countries.split()))
        for what, countries, names in rows("crossings.tsv")
        for name in names.split("; ")
    }


@cache
def speaking() -> frozenset[str]:
    """Said, told, added: forms of verbs whose subject speaks."""
    return frozenset(word for cells in rows("speaking.txt") for word in cells[0].split())


@cache
def ranks() -> frozenset[str]:
    """Nouns that are ranks and styles as much as offices: general, ayatollah, sheikh."""
    return frozenset(noun.strip() for sector, what, nouns in rows("ranks.tsv") for noun in nouns.split(";"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of `words.tsv`."""
    found = frozenset(word for kind, listed in rows("words.tsv") if kind == name for word in listed.split())
    if not found:
        raise KeyError(f"words.tsv has no list {name!r}")
    return found
