"""Whom a role noun in the plural means that the article has named: "the two presidents", "both governments"."""

from typing import Final

from dateline.enricher.actors.cast import last_word
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import Role, same_office, words
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.scene import Scene

PAIR: Final = frozenset({"both", "two"})


def pair(scene: Scene, phrase: Phrase, last: Role) -> tuple[Figure, ...]:
    """Whom "the two presidents", "both governments" or "the ministers of both countries" means."""
    whose = phrase.whose if phrase.whose is not None and phrase.whose.lone is not None else None
    if whose is not None and PAIR & {whose.determiner, *whose.modifiers}:
        of_state = scene.word(whose.last - 1) in words("bounds") | words("countrymen")
        return scene.focus.two_countries(governors(scene, phrase.head)) if of_state else ()
    if not PAIR & {phrase.determiner, *phrase.modifiers}:
        return ()
    if last.noun == "party":
        return scene.focus.both() or scene.focus.two_countries(governors(scene, phrase.head))
    if last.what == "person":
        return scene.focus.two_persons(last.noun, last.noun in words("any_office"))
    return scene.focus.two_countries(governors(scene, phrase.head)) if last.noun in words("governing") else ()


def all_of_them(scene: Scene, phrase: Phrase, last: Role, role: str) -> tuple[Figure, ...]:
    """Whom "the presidents" or "the leaders" means, where the article has named several and called nobody else so."""
    if not is_alone(phrase) or last.what != "person" or last_word(role) in scene.cast.called_by_role:
        return ()
    offices = same_office().get("leaders" if last.noun in words("any_office") else last.noun)
    return scene.focus.holders(offices or (frozenset(last.noun.split()),))


def is_alone(phrase: Phrase) -> bool:
    """Whether "the" and the noun are all: "the leaders"."""
    return phrase.determiner == "the" and phrase.nation is None and phrase.whose is None and not phrase.modifiers


def governors(scene: Scene, at: int) -> tuple[int, ...]:
    """The words whose subject is not among "both" at a token: its verb, and who urges that they do something."""
    verb = scene.tokens[at].head
    if verb < 0:
        return ()
    urging = scene.tokens[verb].head
    if urging >= 0 and scene.tokens[urging].lemma in words("urging"):
        return verb, urging
    return (verb,)
