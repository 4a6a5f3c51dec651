"""Whom "the company", "the group", "the bloc" or "the rebels" takes up: a body that the article has named before."""

from functools import cache
from typing import Final

from dateline.enricher.actors.cast import NAMED
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import rows, words
from dateline.enricher.actors.namesakes import WORLDWIDE
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import ROOT
from dateline_schemas.coded import ORGANISED

OF_MANY_STATES: Final = "*"
WITHOUT_BORDERS: Final = {"NGO": "SOC", "MNC": "BUS", "IMG": "UAF"}
"""Of listed bodies without a sector, the one that the place of their country says."""
BEARING_ARMS: Final = frozenset({"UAF", "REB", "PRM", "CRM"})
GOVERNING: Final = "GOV"
AGENCY: Final = "agency"
DESCRIBING: Final = ("acl", "acl:relcl", "nmod", "amod", "compound", "nmod:poss")


def taken_up(scene: Scene, phrase: Phrase, noun: str) -> Figure | None:
    """The body of the noun's sectors that is named last, where "the" stands before the bare noun."""
    sectors = taking_up().get(noun)
    bare = phrase.determiner in ("the", "this") and phrase.nation is None
    if not sectors or not bare or not words("conviction").issuperset(phrase.modifiers) or _is_described(scene, phrase):
        return None
    role = phrase.roles[-1].role
    if role is not None and role.sector in BEARING_ARMS:
        sectors &= BEARING_ARMS  # "the terror group"
    if role is not None and role.sector == GOVERNING and GOVERNING not in sectors:
        return None  # "the state broadcaster" is not Reuters
    return last_named(scene, sectors)


def _is_described(scene: Scene, phrase: Phrase) -> bool:
    """Whether more than the noun's own phrase tells which one is meant; a clause behind a comma only adds to it, and
    "accused the group of lying" tells what it did."""
    apart = scene.word(phrase.last) == ","
    above = scene.tokens[phrase.head].head
    accused = above != ROOT and scene.sentence.lemmas[above] == "accuse"
    for child in scene.sentence.children_by(phrase.head, *DESCRIBING):
        within = phrase.first <= child < phrase.last
        charge = accused and any(scene.word(mark) == "of" for mark in scene.sentence.children_by(child, "mark", "case"))
        if not within and not charge and not (apart and scene.tokens[child].deprel.startswith("acl")):
            return True
    return False


def last_named(scene: Scene, sectors: frozenset[str]) -> Figure | None:
    """The body of one of the sectors that the article named last, by a name of its own."""
    return next((f for f in reversed(scene.focus.bodies) if _has_a_name(f) and _kind_of(f) in sectors), None)


def instead_of(scene: Scene, unit: Unit) -> Figure | None:
    """Whom a listed name that is a plain noun means here: "the bloc" is the European Union, unless another one has
    been named."""
    last = scene.tokens[unit.last - 1].text
    sectors = taking_up().get(last)
    return last_named(scene, sectors) if sectors else None


def _has_a_name(figure: Figure) -> bool:
    return figure.kind in ORGANISED and (figure.entry is not None or figure.rule == NAMED)


def _kind_of(figure: Figure) -> str:
    if figure.entry is not None and figure.entry.kind is Kind.COMPANY:
        return "BUS"
    if figure.country in WORLDWIDE and figure.sector in ("", "MIL"):
        return OF_MANY_STATES
    return figure.sector or WITHOUT_BORDERS.get(figure.country, "")


@cache
def taking_up() -> dict[str, frozenset[str]]:
    """The sectors by noun."""
    return {noun: frozenset(sectors.split()) for sectors, nouns in rows("taking_up.tsv") for noun in nouns.split()}


def called_by_alias(scene: Scene, unit: Unit, figure: Figure) -> Figure:
    """The figure, which the last word of what it is called here means from now on: "the agency" after "the UN Refugee
    Agency", UNHCR."""
    word = scene.tokens[unit.last - 1].text.lower()
    if unit.last - unit.first > 1 and (word == AGENCY or word in words("kind_of_body")):
        called = scene.cast.called_by_role.setdefault(word, [])
        if figure not in called:
            called.append(figure)
    return figure
