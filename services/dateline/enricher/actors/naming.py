"""Whether a name that nobody lists is a person's: by how it is made, by the words beside it, by the whole article."""

from typing import Final

from dateline.enricher.actors.lexicon import given_names, organisation_heads, place_nouns, roles, speaking, words
from dateline.enricher.actors.located import is_beside_place, is_on_the_map
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.places import PLACES
from dateline.enricher.actors.scene import Scene, outer
from dateline.enricher.actors.units import Unit, is_given
from dateline.enricher.actors.unlisted import LIKELY, UNLIKELY, Name
from dateline.enricher.gazetteer import surname

NAMING_NONE: Final = frozenset({"the", "a", "an", "this", "these", "those"})
LONG_CAPITALS: Final = 4  # letters; less in capitals is an abbreviation
BEHIND_AN_AGE: Final = frozenset({",", ".", ";", ")", "and", ""})
PARTICIPANT: Final = frozenset({"nsubj", "obj", "iobj", "appos", "conj", "vocative", "root"})


def is_placed(scene: Scene, unit: Unit, text: str) -> bool:
    """Whether a name is a place's by its first word, the words before it ("the village of Safina") or what it was said
    to be."""
    if scene.tokens[unit.first].text in words("place_opener") and unit.last - unit.first > 1:
        return True
    if scene.word(unit.last - 1) in place_nouns() and scene.capital(unit.first - 1):
        return True  # "Incirlik Air Base", of which the first is listed
    before = scene.word(unit.first - 1) == "of" and scene.word(unit.first - 2)
    return before in place_nouns() or before in words("settlement") or is_on_the_map(scene, unit, text)


def is_personal(scene: Scene, phrase: Phrase, unit: Unit, name: Name) -> bool:
    """Whether a name that nobody lists and nothing titles is a person's."""
    if phrase.apposed is not None:
        return not any(told.role is not None and told.role.what == "body" for told in phrase.apposed.roles)
    named = len(name) > 1 and name[0] in given_names()
    if _determined(scene, unit) and not named:  # "the Quartet", but "the Otieno camp", "the Amina Otieno case"
        return _before_its_noun(scene, phrase, unit) and scene.cast.called(name)
    if scene.tokens[unit.first].text in words("body_opener") or _is_thing(scene, unit):
        return False
    if is_of_an_age(scene, unit) or _is_told_of(scene, unit):
        return True
    if name in scene.cast.bodies and not scene.cast.called(name):
        return False
    likelihood = scene.cast.likelihoods.get(name, 0)
    return likelihood >= UNLIKELY and (
        _told_here(scene, phrase, unit, name) or (likelihood > LIKELY and _written_evenly(scene, unit))
    )


def _told_here(scene: Scene, phrase: Phrase, unit: Unit, name: Name) -> bool:
    """Whether the cast, the name's form or the words beside it tell that it is a person's."""
    cast = scene.cast
    if cast.called(name):
        return True
    if len(name) > 1 and (_opens_with_given_name(scene, unit, name) or _speaks_next(scene, unit)):
        return True
    if _abbreviated(scene, unit):
        return False
    if len(name) == 1 and _prominent(scene, unit, name):
        return True
    head = scene.tokens[phrase.head]
    if is_beside_place(scene, scene.tokens[phrase.head]):
        return False
    participant = head.upos == "PROPN" and head.deprel.partition(":")[0] in PARTICIPANT
    determined = scene.word(unit.first - 1) in ("the", "a", "an", "this", "our", "its", "(")
    if participant and not determined and _reads_as_person(scene, unit, name):
        return True
    before = scene.word(unit.first - 1)
    if before in speaking() and (len(name) > 1 or _speaks(scene, unit)):
        return True
    if len(name) == 1 and name[0] in given_names() and before not in words("locative"):
        return not determined and not scene.tokens[unit.first].text.isupper()
    return scene.word(unit.last) in speaking()


def is_of_an_age(scene: Scene, unit: Unit) -> bool:
    """ "14-year-old Tarik", "Jane Opondo, 42,"."""
    before, following = scene.word(unit.first - 1), scene.word(unit.last)
    if before == "year-old" or (before == "old" and scene.word(unit.first - 3) == "year"):
        return True
    age = scene.word(unit.last + 1) if following in (",", "(") else ""
    return age.isdigit() and len(age) == 2 and scene.word(unit.last + 2) in BEHIND_AN_AGE


def _is_thing(scene: Scene, unit: Unit) -> bool:
    """ "Brightwell, which"."""
    return scene.word(unit.last) == "," and scene.word(unit.last + 1) == "which"


def _is_told_of(scene: Scene, unit: Unit) -> bool:
    """ "Jane Opondo, who"."""
    following = scene.word(unit.last)
    if following == ",":
        return scene.word(unit.last + 1) in ("who", "whose")
    return following == "who"


def _opens_with_given_name(scene: Scene, unit: Unit, name: Name) -> bool:
    """ "Ang Lee" does, "ANG Airmen" does not."""
    first, last = scene.tokens[unit.first].text, scene.tokens[unit.last - 1].text
    return is_given(name[0], scene.cast.gazetteer) and (not first.isupper() or last.isupper())


def _determined(scene: Scene, unit: Unit) -> bool:
    """Whether a determiner stands before a name that is no mere owner of what follows: "the Moon"."""
    following = scene.word(unit.last)
    return scene.word(unit.first - 1) in NAMING_NONE and following not in words("governing")


def _before_its_noun(scene: Scene, phrase: Phrase, unit: Unit) -> bool:
    """Whether a name says whose or which the noun behind it is."""
    head = scene.tokens[phrase.head]
    return head.deprel in ("compound", "nmod") and unit.last <= head.head < len(scene.tokens)


def _written_evenly(scene: Scene, unit: Unit) -> bool:
    """Whether all words of a name are in capitals or none is, so that no label has run into it."""
    capitals = {token.text.isupper() for token in scene.tokens[unit.first : unit.last] if len(token.text) > 2}
    return len(capitals) < 2


def _prominent(scene: Scene, unit: Unit, name: Name) -> bool:
    """Whether a lone word is the surname of somebody known for an office; in another spelling than the gazetteer's only
    where it is no noun of ours or of the article's."""
    known = scene.cast.prominent(name)
    token = scene.tokens[unit.first].text
    if not known or (token.isupper() and len(token) < LONG_CAPITALS):
        return False
    if any(surname(entry) == name[-1] for entry in known):
        return True
    noun = token in organisation_heads() or name[0] in place_nouns() or roles().match(name, 0) is not None
    likely = token in scene.document.words if unit.first == 0 else name[0] not in scene.document.words
    return not noun and likely


def _abbreviated(scene: Scene, unit: Unit) -> bool:
    """Whether a name is one word in capitals among words that are not: no person's."""
    token = scene.tokens[unit.first]
    if unit.last - unit.first > 1 or not token.text.isupper() or len(token.text) < 3:
        return False
    return any(other.text.islower() and len(other.text) > 2 for other in scene.tokens)


def _speaks_next(scene: Scene, unit: Unit) -> bool:
    """Whether a name ends an apposition before a verb of saying that goes on: ", Jane Opondo, said that"."""
    if scene.word(unit.last) != "," or scene.word(unit.last + 1) not in speaking():
        return False
    return scene.word(unit.last + 2) not in words("determiner") and not scene.capital(unit.last + 2)


def _speaks(scene: Scene, unit: Unit) -> bool:
    """Whether one unlisted name is the subject of the verb before it: "says Amara"."""
    token = scene.tokens[unit.last - 1]
    return token.upos == "PROPN" and token.deprel == "nsubj" and token.head < unit.first and not token.text.isupper()


def _reads_as_person(scene: Scene, unit: Unit, name: Name) -> bool:
    """Two to four capitalised words tied as a name, none of them of a place or a body; or one given name."""
    tokens = scene.tokens[unit.first : unit.last]
    if len(name) == 1:
        return is_given(name[0], scene.cast.gazetteer) and not tokens[0].text.isupper()
    opening = scene.cast.gazetteer.named(tokens[0].text)
    if len(name) > 4 or (opening and opening[0].kind in PLACES):
        return False
    first = outer(scene.tokens, unit.first, unit.last)
    tied = all(t.deprel.startswith("flat") or t.upos == "PUNCT" for t in tokens if t.index != first)
    plain = all(t.upos in ("PROPN", "PUNCT") and not (t.text.isupper() and len(t.text) > 2) for t in tokens)
    return tied and plain and not any(t.text.lower() in place_nouns() or t.text in organisation_heads() for t in tokens)
