"""The words that tell a topic or a context, read from the data files."""

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

TELLING: Final = 3
"""Points of a word that tells its subject alone; another word has one."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Subjects with their labels, and for each word or phrase of two or more words the subjects it tells."""

    labels: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = field(default_factory=dict)
    """By first word: the whole phrase, its subject, its points."""

    def add(self, subject: str, label: str, words: str) -> None:
        self.labels[subject] = label
        for word in words.split():
            points = TELLING if word.endswith("!") else 1
            parts = tuple(word.rstrip("!").split("_"))
            if len(parts) == 1:
                self.words.setdefault(parts[0], []).append((subject, points))
            else:
                self.phrases.setdefault(parts[0], []).append((parts, subject, points))


@cache
def topics() -> Lexicon:
    """The IPTC Media Topics."""
    lexicon = Lexicon()
    for line in _lines("topics.tsv"):
        code, label, words = line.split("\t")
        lexicon.add(code, label, words)
    return lexicon


@cache
def contexts() -> Lexicon:
    """PLOVER's contexts."""
    lexicon = Lexicon()
    for line in _lines("contexts.txt"):
        name, words = line.split("\t")
        lexicon.add(name, name, words)
    return lexicon


@cache
def broader() -> dict[str, str]:
    """Each lower topic's top one: the file has it above its lower ones."""
    found: dict[str, str] = {}
    top = ""
    for code in topics().labels:
        if code.endswith("000000"):
            top = code
        else:
            found[code] = top
    return found


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
