"""The words that show an attribution, by class."""

from importlib import resources
from typing import Final


def _read() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    text = resources.files(__package__).joinpath("data", "cues.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, lemmas = line.split(":")
        for lemma in lemmas.split():
            found.setdefault(lemma, []).append(name)
    return {lemma: tuple(dict.fromkeys(names)) for lemma, names in found.items()}


_CLASSES: Final = _read()
_OF_VERBS: Final = {lemma: tuple(name for name in names if name != "noun") for lemma, names in _CLASSES.items()}
_NOUNS: Final = frozenset(lemma for lemma, names in _CLASSES.items() if "noun" in names)


def verb_classes(lemma: str) -> tuple[str, ...]:
    """The classes of a verb or adjective, in the order of the file; empty for one that shows no attribution."""
    return _OF_VERBS.get(lemma, ())


CUE_WORDS: Final = frozenset(_CLASSES)
"""The lemmas that have any class."""


def is_cue_noun(lemma: str) -> bool:
    """Whether the noun takes a source and a content: "claim", "statement"."""
    return lemma in _NOUNS
