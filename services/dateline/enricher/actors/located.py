"""Places that the gazetteer does not have: a name that an article's own words put on the map."""

from typing import Final

from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.places import PLACES
from dateline.enricher.actors.scene import Scene, outer
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Entry, Kind, made_id
from dateline.enricher.gazetteer.spelling import key
from dateline.enricher.syntax.tree import Token

IDEAS: Final = tuple(sorted(words("idea_ending")))
"""How names of fields and of ideas end: "a degree in Linguistics"."""
LONGEST: Final = 3  # words of the name of the larger place behind a comma, or before "'s"
CLITICS: Final = ("'s", "’s")


def unlisted_place(scene: Scene, unit: Unit, text: str) -> Entry | None:
    """The place that a name is by the words beside it ("in Mbororo, Cameroon", "the village of Safina"), or that it was
    said to be before; without coordinates, and of the larger place's country, or of the only one that is told of."""
    known = scene.cast.located.get(key(text))
    if known is not None or not _is_located(scene, unit, text):
        return known
    within = _larger(scene, unit.last) or whose(scene, unit.first)
    told = scene.cast.told
    country = within.country if within is not None else next(iter(told)) if len(told) == 1 else ""
    place = Entry(made_id(country, "place", text), text, Kind.CITY, country)
    scene.cast.located[key(text)] = place
    return place


def is_on_the_map(scene: Scene, unit: Unit, text: str) -> bool:
    """Whether a name that nobody lists was said to be a place's before, or here is what only a place is: entered,
    retaken, "a town in the north"."""
    if key(text) in scene.cast.located:
        return True
    head = scene.tokens[outer(scene.tokens, unit.first, unit.last)]
    if head.head < 0:
        return False
    above = scene.sentence.lemmas[head.head]
    if head.deprel == "nsubj":
        return above in words("settlement") and head.head > head.index
    return above in words("done_to_places") and head.deprel in ("obj", "nsubj:pass")


def is_beside_place(scene: Scene, head: Token) -> bool:
    """Whether the head of a name is tied to that of one that is read as a place: "between Mombasa and Ain Sokhna"."""
    return head.deprel == "conj" and scene.readings.get(head.head) is False


def _is_located(scene: Scene, unit: Unit, text: str) -> bool:
    before, following = scene.word(unit.first - 1), scene.word(unit.last)
    settlements = words("settlement")
    if following in settlements or is_on_the_map(scene, unit, text):
        return True
    if before == "of" and scene.word(unit.first - 2) in settlements:
        return True
    if following == "state" and whose(scene, unit.first) is not None:
        return True
    is_name = not text.isupper() and scene.tokens[unit.last - 1].upos == "PROPN" and not text.endswith(IDEAS)
    return is_name and before in words("whereabouts") and following not in ("'s", "’s", "-")


def whose(scene: Scene, at: int) -> Entry | None:
    """The listed place whose a name at a token is: "Nigeria's Kebbi state", "Chad's Oumar Saleh"."""
    if scene.word(at - 1) not in CLITICS:
        return None
    for first in range(max(0, at - 1 - LONGEST), at - 1):
        listed = scene.cast.gazetteer.named(" ".join(token.text for token in scene.tokens[first : at - 1]))
        if listed and listed[0].kind in PLACES:
            return listed[0]
    return None


def _larger(scene: Scene, at: int) -> Entry | None:
    """The listed place behind a comma at a token: "Safina, Cameroon"."""
    if scene.word(at) != ",":
        return None
    tokens = scene.tokens[at + 1 : at + 1 + LONGEST]
    for count in range(len(tokens), 0, -1):
        listed = scene.cast.gazetteer.named(" ".join(token.text for token in tokens[:count]))
        if listed and listed[0].kind in PLACES:
            return listed[0]
    return None
