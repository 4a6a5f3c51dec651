"""Persons by name, listed or not, and what becomes of a name that says nothing of what it names."""

from dateline.enricher.actors.figures import Mention
from dateline.enricher.actors.lexicon import place_nouns, ranks, words
from dateline.enricher.actors.located import unlisted_place
from dateline.enricher.actors.naming import is_beside_place, is_personal, is_placed
from dateline.enricher.actors.offices import country_of, owner, role_of
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.units import Unit
from dateline.enricher.actors.unlisted import Name
from dateline.enricher.gazetteer.spelling import pieces


def person(scene: Scene, phrase: Phrase, unit: Unit) -> Mention:
    """The mention of a phrase with a name: a person's, or for one that nobody lists what the words beside it say."""
    text = scene.text(unit)
    name = pieces(text)
    if scene.word(unit.first - 1) in words("ship") and scene.capital(unit.first - 1):
        return scene.mention(phrase, "", "name")
    if unit.what == "name":
        short = _abbreviation(scene, phrase, unit, text)
        if short is not None:
            return short
        if not phrase.roles and (is_placed(scene, unit) or not is_personal(scene, phrase, unit, name)):
            return _unknown(scene, phrase, unit, text, name)
    role, sector = role_of(scene, phrase)
    listed = [e for e in (unit.entry, *unit.others) if e is not None]
    modifiers = (*phrase.modifiers, *(phrase.apposed.modifiers if phrase.apposed else ()))
    rank = phrase.apposed is None and all(r.role is None or r.role.noun in ranks() for r in phrase.roles)
    country = country_of(scene, phrase) or (owner(scene, phrase) if phrase.roles else "")
    figure = scene.cast.person(text, name, country, role, sector, listed, modifiers, rank)
    titles = {scene.tokens[r.first].text.rstrip(".") for r in phrase.roles if r.what == "title"}
    if titles & words("masculine"):
        figure.gender = "m"
    elif titles & words("feminine"):
        figure.gender = "f"
    return scene.mention(phrase, "Person", "name", (figure,))


def _abbreviation(scene: Scene, phrase: Phrase, unit: Unit, name: str) -> Mention | None:
    """ "(SBAH)" after the name of a body is that body, here and from here on."""
    if not name.replace("-", "").isupper() or len(name) < 2:
        return None
    figure = scene.cast.abbreviations.get(name)
    if figure is None and scene.read and scene.word(unit.first - 1) == "(":
        last = scene.read[-1]
        if last.last == unit.first - 1 and last.entity == "Organisation" and len(last.figures) == 1:
            figure = scene.cast.abbreviations[name] = last.figures[0]
    return scene.mention(phrase, "Organisation", "name", (figure,)) if figure else None


def _unknown(scene: Scene, phrase: Phrase, unit: Unit, text: str, name: Name) -> Mention:
    """A name that may be anything: a place after "in" or before "province", a body in capitals, else left open."""
    if (place := unlisted_place(scene, unit, text)) is not None:
        return scene.mention(phrase, "Location", "name", (), place, met=False)
    before = scene.word(unit.first - 1)
    if before == "the":
        before = scene.word(unit.first - 2)
    spots = place_nouns()
    opened = scene.tokens[unit.first].text in words("place_opener") or is_placed(scene, unit)
    opened = opened or is_beside_place(scene, phrase)
    if opened or scene.word(unit.last) in spots or scene.word(unit.last - 1) in spots or before in words("locative"):
        return scene.mention(phrase, "Location", "name")
    sector = scene.cast.bodies.get(name)
    if sector is not None or (text.isupper() and 2 < len(text) < 9):
        return scene.mention(
            phrase, "Organisation", "name", (scene.cast.body(country_of(scene, phrase), text, sector or ""),)
        )
    return scene.mention(phrase, "", "name")
