"""Places, peoples and countries: what they name, and when they stand for who governs there."""

from typing import Final

from dateline.enricher.actors.belonging import country_of, owner
from dateline.enricher.actors.cast import OF_NATION
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.halves import is_half_of_a_word
from dateline.enricher.actors.lexicon import crossings, words
from dateline.enricher.actors.metonymy import stands_for_actor
from dateline.enricher.actors.phrases import CLITICS, Phrase
from dateline.enricher.actors.scene import Scene, outer
from dateline.enricher.actors.several import governors
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Entry, Kind
from dateline.enricher.gazetteer.spelling import key
from dateline_schemas.coded import ActorKind

PLACES: Final = frozenset({Kind.CAPITAL, Kind.CITY, Kind.REGION, Kind.SEAT, Kind.COUNTRY})
BEFORE_ACCORD: Final = 1
"""Words between a town and what is named after it: "the Paris climate accord"."""
ONE: Final = frozenset(("a", "an", "the", "one", "another"))
NOMINAL: Final = frozenset(("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "xcomp"))
ATTRIBUTES: Final = ("amod", "compound", "nmod:desc", "flat")
GOVERNED: Final = frozenset({Kind.CAPITAL, Kind.SEAT, Kind.COUNTRY})


def place(scene: Scene, phrase: Phrase, unit: Unit, entry: Entry) -> Mention:
    """A place that stands by itself."""
    how = "country" if entry.kind is Kind.COUNTRY else "place"
    if is_half_of_a_word(scene.tokens, unit):
        return scene.mention(phrase, "Location", how, (), entry, met=False)
    if entry.kind is not Kind.COUNTRY and is_name_of_accord(scene, unit):
        return scene.mention(phrase, "Location", how, (), entry, met=False)
    met = acts(scene, unit, entry)
    figures = _union(scene, unit, entry) or figures_of(scene, unit, entry)
    return scene.mention(phrase, "Location", how, figures, entry, met)


def _union(scene: Scene, unit: Unit, entry: Entry) -> tuple[Figure, ...]:
    """The European Union, whose seat Brussels is, in an article that does not name Belgium more
    often than the Union."""
    if scene.word(unit.first) not in words("seat_of_the_union") or entry.country in scene.cast.stated:
        return ()
    return tuple(scene.cast.listed(union) for union in scene.cast.gazetteer.named("European Union")[:1])


def is_name_of_accord(scene: Scene, unit: Unit) -> bool:
    """Whether a town has given its name to what was agreed there: "the Paris climate accord"."""
    for at in range(unit.last, unit.last + 1 + BEFORE_ACCORD):
        if scene.word(at) in words("named_after_towns"):
            return True
        if scene.word(at) in ("", ",", ".") or scene.tokens[at].upos not in ("NOUN", "ADJ", "PROPN"):
            return False
    return False


def nation(scene: Scene, unit: Unit, entry: Entry) -> Mention:
    """A nation within a phrase, as a mention of its own."""
    if entry.kind is Kind.PEOPLE:
        return scene.inner(unit, "Nationality", "people")
    return scene.inner(unit, "Location", "country", figures_of(scene, unit, entry), entry, acts(scene, unit, entry))


def figures_of(scene: Scene, unit: Unit, entry: Entry) -> tuple[Figure, ...]:
    """Who a place can stand for: the government of a country, its capital or its seat; else those who live there,
    unless the words say that something is done in the place."""
    if not entry.country:
        return ()
    if entry.kind in GOVERNED:
        return (scene.cast.government(entry.country),)
    before = scene.word(unit.first - 1)
    if before in words("locative") or before == "between":  # "a road between Mombasa and Nakuru"
        return ()
    if sides := _on_both_sides(scene, unit, entry):
        return sides
    head = scene.tokens[outer(scene.tokens, unit.first, unit.last)]
    if head.deprel == "nsubj" and scene.sentence.lemmas[head.head] in words("done_by_rulers"):
        return (scene.cast.body(entry.country, f"authorities of {entry.name}", "GOV", rule="gazetteer: city"),)
    return (_townspeople(scene, entry),)


def _townspeople(scene: Scene, entry: Entry) -> Figure:
    name = f"people of {entry.name}"
    return scene.cast.body(entry.country, name, entry.sector or "CVL", ActorKind.PEOPLE, "gazetteer: city")


def _on_both_sides(scene: Scene, unit: Unit, entry: Entry) -> tuple[Figure, ...]:
    """The two governments between which a way across the border lies: "closed the Torkham crossing"."""
    line, countries = crossings().get(entry.name, (False, ()))
    if not countries:
        return ()
    token = scene.tokens[outer(scene.tokens, unit.first, unit.last)]
    way = scene.tokens[token.head] if token.deprel in ("compound", "amod", "nmod:poss", "conj") else token
    across = scene.word(unit.first - 2) == "across" and scene.word(unit.first - 1) == "the"
    if not line and way.text not in words("way_across"):
        return ()
    if not (line and across) and (way.head < 0 or scene.sentence.lemmas[way.head] not in words("done_to_borders")):
        return ()
    return tuple(scene.cast.government(country) for country in countries)


def acts(scene: Scene, unit: Unit, entry: Entry) -> bool:
    """Whether a place stands for who acts there; a city that is no seat of government never does. Places tied by
    "and" are read alike."""
    head = scene.tokens[outer(scene.tokens, unit.first, unit.last)]
    if head.deprel == "conj" and head.head in scene.readings:
        return scene.readings[head.head]
    if entry.kind not in GOVERNED:
        scene.readings[head.index] = False
        return False
    found = stands_for_actor(scene.sentence, unit.first, unit.last, entry.kind.value)
    scene.readings[head.index] = found
    return found


def spot(scene: Scene, phrase: Phrase) -> Mention:
    """ "The city" is a place, "the Iraqi capital" is Baghdad; "both countries", "the two sides", "his country" are
    governments."""
    noun = scene.word(phrase.last - 1)
    capital = _capital_of(scene, phrase) if noun == "capital" else None
    if capital is not None:
        return scene.mention(phrase, "Location", "place", (scene.cast.government(capital.country),), capital, met=False)
    stands_for_state = noun in words("countrymen") or noun in words("bounds")
    figures = _countrymen(scene, phrase, noun) if stands_for_state else _people_of(phrase, scene)
    if not figures and _governs(scene, phrase, noun):
        figures = (scene.cast.body("", f"authorities of the {noun}", "GOV", rule="role noun"),)
    if noun in ("side", "sides") and not figures:
        return scene.mention(phrase, "", "spot")
    return scene.mention(phrase, "Location", "description" if figures else "spot", figures)


def _capital_of(scene: Scene, phrase: Phrase) -> Entry | None:
    """The town that is meant by the capital of a country that the words name, or of the only one that is told of; where
    the town is named beside it that is enough."""
    of_money = phrase.determiner != "the" and scene.word(phrase.first - 1) not in words("locative")
    if of_money and scene.word(phrase.last - 2) not in CLITICS:
        return None  # "raised Chinese capital"
    following = scene.word(phrase.last + (scene.word(phrase.last) == ","))
    country = country_of(scene, phrase)
    if not country and phrase.determiner == "the" and len(scene.cast.told) == 1:
        country = next(iter(scene.cast.told))
    town = scene.cast.gazetteer.capital_of(country)
    return None if town is None or following in key(town.name).split()[:1] else town


def _governs(scene: Scene, phrase: Phrase, noun: str) -> bool:
    """Whether "the city" or "the state" is who rules it: it does, or has done to it, what only rulers do."""
    bare = phrase.determiner == "the" and phrase.nation is None and not phrase.modifiers
    head = scene.tokens[phrase.head]
    if not bare or noun not in words("local_government") or head.head < 0:
        return False
    verb = scene.sentence.lemmas[head.head]
    return (head.deprel == "nsubj" and verb in words("done_by_rulers")) or (
        head.deprel == "obj" and verb in words("done_to_rulers")
    )


def _people_of(phrase: Phrase, scene: Scene) -> tuple[Figure, ...]:
    """Those who live in "the Israeli town of ...", or hold what is no home: "Armenian positions"."""
    nation = phrase.nation
    if nation is None or nation.entry is None or not nation.entry.country:
        return ()
    country, noun = nation.entry.country, scene.word(phrase.last - 1)
    if noun in words("held_by_armies"):
        state = scene.cast.government(country).name
        return (scene.cast.body(country, f"military of {state}", "MIL", rule=OF_NATION),)
    if noun in words("held_by_states"):
        return (scene.cast.government(country),)
    if nation.entry.kind in (Kind.CITY, Kind.REGION):
        if nation.entry.name in crossings():
            return _on_both_sides(scene, nation, nation.entry)
        return (_townspeople(scene, nation.entry),)
    return (scene.cast.people(country, nation.entry, nation.entry.sector),)


def _countrymen(scene: Scene, phrase: Phrase, noun: str) -> tuple[Figure, ...]:
    country = country_of(scene, phrase) if noun == "side" or noun in words("bounds") else ""
    if not country and {phrase.determiner, *phrase.modifiers} & {"both", "two"}:
        return scene.focus.two_countries(governors(scene, phrase.head))
    if (
        not country
        and noun in ("country", "nation")
        and phrase.determiner in words("possessive") | {"our", "the", "this"}
    ):
        country = owner(scene, phrase) or scene.focus.country(phrase.determiner)
    return (scene.cast.government(country),) if country else ()


def named_as_adjective(scene: Scene, phrase: Phrase, unit: Unit) -> Entry | None:
    """The country or region whose name is its adjective too, where it stands as the name: "in the US", "the Baltic",
    not "the US economy"."""
    entry = unit.entry
    country = next(
        (e for e in unit.others if e.kind in (Kind.COUNTRY, Kind.REGION) and entry and e.country == entry.country), None
    )
    token = scene.tokens[phrase.head]
    attribute = token.deprel in ATTRIBUTES and token.head >= phrase.last
    return None if attribute or scene.word(phrase.last) in ("side", "delegation") else country


def people(scene: Scene, phrase: Phrase, entry: Entry) -> Mention:
    """ "Iranian", "Americans", "an Iranian": the adjective alone names nobody but shows the country; the plural its
    people, and with an article one of them, or who of them was named last."""
    text = scene.tokens[phrase.head].text
    following = scene.word(phrase.last)
    if following in ("side", "delegation"):
        government = (scene.cast.government(entry.country),) if entry.country else ()
        return Mention(
            scene.index, phrase.first, phrase.last + 1, phrase.last, "Organisation", "description", government
        )
    plural = text.endswith(("s", "men", "women")) and not text.endswith(("ss", "U.S.", "US"))
    if plural or (
        phrase.determiner == "the"
        and not text.isupper()
        and "." not in text
        and following in (",", ".", "are", "were", "have")
    ):
        figure = scene.cast.people(entry.country, entry, entry.sector)
        return scene.mention(phrase, "Organisation", "people", (figure,))
    if phrase.lone is not None and is_half_of_a_word(scene.tokens, phrase.lone):
        return scene.mention(phrase, "Nationality", "adjective")  # "a Saudi-backed force"
    article = phrase.determiner or scene.word(phrase.first - 1)
    if article in ONE and entry.country and _is_somebody(scene, phrase):
        known = [f for f in scene.focus.persons if f.country == entry.country and article == "the"]
        one = known[-1] if known else scene.cast.people(entry.country, entry, entry.sector)
        return scene.mention(phrase, "Nationality", "people", (one,))
    government = (scene.cast.government(entry.country),) if entry.country else ()
    return scene.mention(phrase, "Nationality", "adjective", government)


def _is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether what may be an adjective has no noun behind it: "a Kenyan", but "a Kenyan coffee"."""
    token = scene.tokens[phrase.head]
    if token.text.isupper() or "." in token.text or token.deprel.partition(":")[0] not in NOMINAL:
        return False
    behind = scene.tokens[phrase.last] if phrase.last < len(scene.tokens) else None
    return behind is None or not (behind.xpos == "VB" or behind.upos in ("NOUN", "PROPN", "ADJ"))
