"""What a phrase says of somebody's country, office and sector, or whom it belongs to says for it."""

from typing import Final

from dateline.enricher.actors.cast import FORMER, PRIVATE_SECTORS
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import Role, ranks, words
from dateline.enricher.actors.phrases import BODIES, Phrase, clitic_before
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.things import of_several
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer.spelling import pieces
from dateline_schemas.coded import ORGANISED

WORLDS: Final = "IGO"
SEAT_OF_COURTS: Final = "The Hague"
"""What has officers whose sector is its own."""


def country_of(scene: Scene, phrase: Phrase) -> str:
    """The country that a phrase, its apposition or whom it belongs to says; empty where none does."""
    for source in (phrase, phrase.apposed, phrase.whose):
        if source is not None and source.nation is not None and source.nation.entry is not None:
            return WORLDS if _is_of_the_world(source) else source.nation.entry.country
    named = phrase.whose.name if phrase.whose is not None else None
    if named is not None and phrase.whose is not None and (named.what == "person" or phrase.whose.roles):
        listed = [e for e in (named.entry, *named.others) if e is not None]
        return scene.cast.person(scene.text(named), pieces(scene.text(named)), "", "", "", listed).country
    return ""


def _is_of_the_world(phrase: Phrase) -> bool:
    """Whether it is a court that sits where those of the world do: "a tribunal in The Hague"."""
    role = phrase.roles[-1].role if phrase.roles else None
    entry = phrase.nation.entry if phrase.nation is not None else None
    return role is not None and role.sector == "JUD" and entry is not None and entry.name == SEAT_OF_COURTS


def role_of(scene: Scene, phrase: Phrase) -> tuple[str, str]:
    """The office a phrase says, and its sector: that of the last noun that is no mere rank, else of what it leads."""
    source = phrase if any(unit.role for unit in phrase.roles) else phrase.apposed or phrase
    named = [unit.role for unit in source.roles if unit.role is not None]
    if not named:
        return "", ""
    telling = [role.sector for role in named if role.sector != "UNK" and role.noun not in ranks()]
    sector = telling[-1] if telling else next((r.sector for r in reversed(named) if r.sector != "UNK"), "UNK")
    if named[-1].noun == "officer" and len(named) == 1 and _tells_of_police(scene):
        sector = "COP"
    bodies = [role.sector for role in named[:-1] if role.what == "body" and role.sector != "UNK"]
    if sector == "GOV" and bodies and words("any_body_has").issuperset(named[-1].noun.replace("-", " ").split()):
        sector = bodies[-1]  # "union officials", "the university president"
    if sector == "GOV" and not words("of_no_state").isdisjoint((scene.word(source.first - 1), *source.modifiers)):
        sector = "UNK"  # "the zoo president"
    nation = source.nation
    of_soldiers = sector == "BUS" and named[-1].noun == "company"  # "two companies of the Border Guard"
    if (of_soldiers or sector in ("UNK", "GOV")) and nation is not None and nation.what in BODIES:
        sector = (nation.entry.sector_on(scene.document.published) if nation.entry else nation.sector) or sector
    if sector == "UNK" and source.whose is not None:
        sector = _sector_of_whose(scene, source.whose, named[-1].noun.split()[-1]) or sector
    if sector == "UNK" and named[-1].noun == "counterpart" and scene.focus.persons:
        sector = scene.focus.persons[-1].sector  # that of whose counterpart it is
    if FORMER.intersection(source.modifiers) and sector not in PRIVATE_SECTORS:
        sector = "ELI"
    title = " ".join(_called(scene, unit, unit.role) for unit in source.roles if unit.role)
    return f"{'acting ' if 'acting' in source.modifiers else ''}{title}".lower(), sector


def _called(scene: Scene, unit: Unit, role: Role) -> str:
    """The role as it stands there; the noun of a title, and the rebels of "rebel positions"."""
    text = scene.text(unit)
    owner = role.plural and role.noun == of_several(text.lower())
    return role.noun if owner or unit.what == "title" else text


def _sector_of_whose(scene: Scene, whose: Phrase, noun: str) -> str:
    """The sector of the body that somebody leads, or of whom somebody speaks for: "the head of the parliament's
    committee", "a spokesman for President Opondo"."""
    role = whose.roles[-1].role if whose.roles else None
    if role is not None and (role.what == "body" or noun in words("speaking_for")):
        return role.sector
    if whose.body is not None:
        return whose.body.entry.sector_on(scene.document.published) if whose.body.entry else whose.body.sector
    entry = whose.name.entry if whose.name is not None else None
    if entry is not None and noun in words("speaking_for"):
        return entry.sector_on(scene.document.published)
    return ""


def sector_of_state(noun: str) -> str:
    """The sector of a state's somebody whose noun says none: its leader is of its government, its critics are not."""
    if noun in words("against_the_state"):
        return "OPP"
    return "CVL" if noun in words("of_no_office") else "GOV"


def _tells_of_police(scene: Scene) -> bool:
    """Whether an article tells more of police than of soldiers."""
    if words("of_police").isdisjoint(scene.document.words):
        return False
    if words("of_army").isdisjoint(scene.document.words):
        return True
    told = [word for sentence in scene.document.sentences for word in sentence.words]
    return sum(word in words("of_police") for word in told) > sum(word in words("of_army") for word in told)


def owner(scene: Scene, phrase: Phrase) -> str:
    """The country of whose they are: "Assad's forces", "its army", "his delegation"."""
    countries = {figure.country for figure in _owners(scene, phrase)}
    return countries.pop() if len(countries) == 1 else ""


def sector_of_owner(scene: Scene, phrase: Phrase, sector: str) -> str:
    """The sector of the body whose officer somebody is, where the office says none but a government's: "the union's
    secretary", "a spokesman for the ministry"; of who speaks for somebody, that of whom."""
    owners = _owners(scene, phrase) if sector in ("UNK", "GOV") else ()
    speaks = sector == "UNK" and scene.word(phrase.head) in words("spokespersons")
    known = [figure.sector for figure in owners if (figure.kind in ORGANISED or speaks) and figure.sector]
    if len(known) == 1:
        return known[0]
    if phrase.whose is not None and (speaks or (sector == "UNK" and phrase.apposed is not None)):
        return role_of(scene, phrase.whose)[1] or sector
    return sector


def _owners(scene: Scene, phrase: Phrase) -> tuple[Figure, ...]:
    for at in (phrase.first, phrase.first - 1):
        if scene.word(at) == "whose":  # "Abiy, whose troops"
            return next((m.figures for m in reversed(scene.read) if at - 1 <= m.last <= at), ())
    owned = phrase.determiner in words("possessive")
    at = phrase.first if owned else clitic_before(scene.tokens, phrase.first) - 1
    role = phrase.roles[0].role if phrase.roles else None
    if at < 0 < phrase.first and role is not None and role.plural and scene.tokens[phrase.first - 1].upos == "PROPN":
        at = phrase.first - 1  # "Castillo supporters"
    return next((m.figures for m in reversed(scene.read) if m.first <= at < m.last), ())
