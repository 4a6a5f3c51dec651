"""Persons by name, listed or not, and what becomes of a name that says nothing of what it names."""

from dateline.enricher.actors.belonging import country_of, owner, role_of, sector_of_owner
from dateline.enricher.actors.cast import PRIVATE
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import organisation_heads, place_nouns, ranks, words
from dateline.enricher.actors.located import is_beside_place, unlisted_place, whose
from dateline.enricher.actors.naming import is_of_an_age, is_personal, is_placed
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.ships import crew_of
from dateline.enricher.actors.units import Unit
from dateline.enricher.actors.unlisted import Name
from dateline.enricher.gazetteer.spelling import pieces
from dateline_schemas.coded import ORGANISED


def person(scene: Scene, phrase: Phrase, unit: Unit) -> Mention:
    """The mention of a phrase with a name: a person's, or for one that nobody lists what the words beside it say."""
    text = scene.text(unit)
    name = pieces(text)
    if (crew := crew_of(scene, unit)) is not None:
        return scene.mention(phrase, "", "name", crew)
    if unit.what == "name":
        placed = is_placed(scene, unit, text)
        short = _abbreviation(scene, phrase, unit, text) or (None if placed else _body(scene, phrase, unit, text))
        if short is not None:
            return short
        if not phrase.roles and (placed or not is_personal(scene, phrase, unit, name)):
            return _unknown(scene, phrase, unit, text, name)
    role, sector = role_of(scene, phrase)
    office = phrase if phrase.roles else phrase.apposed
    if office is not None:
        sector = sector_of_owner(scene, office, sector)
    listed = [e for e in (unit.entry, *unit.others) if e is not None]
    modifiers = (*phrase.modifiers, *(phrase.apposed.modifiers if phrase.apposed else ()))
    rank = bool(phrase.roles or phrase.apposed is None) and all(
        r.role is None or r.role.noun in ranks() for r in phrase.roles
    )
    country = country_of(scene, phrase) or (owner(scene, office) if office is not None else "")
    if not country and not listed and (owning := whose(scene, unit.first)) is not None:
        country = owning.country
    figure = scene.cast.person(text, name, country, role, sector, listed, modifiers, rank)
    if figure.rule == "pattern: name" and not figure.sector and is_of_an_age(scene, unit):
        figure.sector, figure.rule = "CVL", PRIVATE  # the news gives the age of those who hold no office
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


def _by_head(scene: Scene, unit: Unit, text: str) -> Figure | None:
    """The body named last whose name has the word that "the" stands before: "the Department" of Foreign Affairs."""
    if text not in organisation_heads() or scene.word(unit.first - 1) != "the":
        return None
    return next((f for f in reversed(scene.focus.bodies) if f.kind in ORGANISED and text in f.name.split()), None)


def _body(scene: Scene, phrase: Phrase, unit: Unit, text: str) -> Mention | None:
    """A body that "the union, Unite" has told to be one, here and from here on, or the first word of its name."""
    apposed = phrase.apposed.roles if phrase.apposed is not None else ()
    called = apposed[-1].role if apposed else None
    if called is not None and called.what == "body" and phrase.apposed is not None and not phrase.roles:
        _, sector = role_of(scene, phrase.apposed)
        figure: Figure | None = scene.cast.body(country_of(scene, phrase.apposed), text, sector)
    else:
        alone = not phrase.roles and not scene.cast.called(pieces(text))
        figure = (scene.cast.named_bodies.get(text) or _by_head(scene, unit, text)) if alone else None
    return scene.mention(phrase, "Organisation", "name", (figure,)) if figure is not None else None


def _opens_dateline(scene: Scene, unit: Unit, text: str) -> bool:
    """Whether a name in capitals is where an article is sent from: "ZELBRUCK (Lake Wire) -"."""
    datelines = [scene.document.dateline, *scene.document.datelines]
    return unit.first == 0 and text.isupper() and scene.index in datelines


def _unknown(scene: Scene, phrase: Phrase, unit: Unit, text: str, name: Name) -> Mention:
    """A name that may be anything: a place after "in" or before "province", a body in capitals, else left open."""
    if all(token.upos == "PUNCT" or unit.first <= token.index < unit.last for token in scene.tokens):
        return scene.mention(phrase, "", "name")  # a heading, or the "END" of a statement
    if (place := unlisted_place(scene, unit, text)) is not None:
        scene.readings[phrase.head] = False
        return scene.mention(phrase, "Location", "name", (), place, met=False)
    before = scene.word(unit.first - 1)
    if before == "the":
        before = scene.word(unit.first - 2)
    spots = place_nouns()
    opened = is_placed(scene, unit, text) or is_beside_place(scene, scene.tokens[phrase.head])
    opened = opened or _opens_dateline(scene, unit, text)
    if opened or scene.word(unit.last) in spots or scene.word(unit.last - 1) in spots or before in words("locative"):
        return scene.mention(phrase, "Location", "name")
    sector = scene.cast.bodies.get(name)
    if sector is not None or (text.isupper() and 2 < len(text) < 9):
        figure = scene.cast.body(country_of(scene, phrase), text, sector or "")
        if name[:1] in scene.cast.bodies:
            scene.cast.named_bodies.setdefault(text.split()[0], figure)
        return scene.mention(phrase, "Organisation", "name", (figure,))
    return scene.mention(phrase, "", "name")
