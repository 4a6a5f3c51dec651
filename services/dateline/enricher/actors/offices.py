"""Offices and bodies by role noun: "the Iraqi president", "Iranian forces", "a spokesman for the ministry"."""

from collections.abc import Iterable
from typing import Final

from dateline.enricher.actors.abbreviations import abbreviated
from dateline.enricher.actors.belonging import country_of, owner, role_of, sector_of_owner, sector_of_state
from dateline.enricher.actors.cast import NAMED, OF_NATION, last_word
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.lexicon import Role, place_nouns, roles, same_office, words
from dateline.enricher.actors.phrases import BODIES, Phrase
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.several import all_of_them, is_alone, pair
from dateline.enricher.actors.ships import crew_of
from dateline.enricher.actors.taking_up import called_by_alias, instead_of, taken_up
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.gazetteer.spelling import pieces
from dateline_schemas.coded import ActorKind

FAR: Final = 3  # verbs between a subject and what is said of it
BASES: Final = ("base", "bases")
WITH_ARMS: Final = frozenset({"MIL", "SPY", "BUS", "CVL"})
"""Sectors of which the role nouns name things too."""
OFFICE: Final = "pattern: nation and office"
REGIONAL: Final = "pattern: of a part of the world"  # so of no one country, whatever the article's is
_WORLD: Final = frozenset({"international", "global", "world", "wider"})
FIGHTERS: Final = frozenset({"UAF", "REB", "MIL", "PRM", "UNK"})
FORCES: Final = ("air force", "army", "navy", "military", "coast guard", "police")


def office(scene: Scene, phrase: Phrase) -> Mention | None:
    """A phrase with a role noun and no name; None where it names a kind and nobody."""
    last = next((unit.role for unit in reversed(phrase.roles) if unit.role is not None), None)
    if last is None:
        return None
    one = last.what == "person" and not last.plural
    if last.noun == "opposition" and scene.word(phrase.last) == "to" and scene.tokens[phrase.last].upos == "ADP":
        return None  # "their opposition to the deal", but "urged the opposition to join"
    if last.noun == "bank" and scene.word(phrase.head - 1) in words("side_of_a_river"):
        return None  # "fired from the opposite bank"
    alone = last.noun in words("only_taking_up") and phrase.apposed is None
    if alone and (last.plural or taken_up(scene, phrase, last.noun) is None):
        return None  # "the paper" that the article has named, and no white paper
    named = phrase.apposed.body or phrase.apposed.lone if phrase.apposed is not None else None
    if phrase.apposed is not None and named is not None and named.what in BODIES:
        known = body(scene, phrase.apposed, named).figures
        for each in known:
            each.sector = last.sector if each.rule == NAMED and last.sector != "UNK" else each.sector
        return scene.mention(phrase, "Organisation", "role", known)
    if last.noun in words("of_the_world") and not _WORLD.isdisjoint(phrase.modifiers):
        world = scene.cast.body("", f"international {last.noun}", "", ActorKind.PEOPLE, REGIONAL)
        return scene.mention(phrase, "Organisation", "role", (world,))  # of no country
    if last.noun == "party" and last.plural and not words("at_odds").isdisjoint(phrase.modifiers):
        return None  # "the warring parties" are sides, which stand for no election
    if one and (_bare(scene, phrase) or _names_a_thing(scene, phrase, last)):
        return None
    role, sector = role_of(scene, phrase)
    sector = sector_of_owner(scene, phrase, sector)
    country = country_of(scene, phrase)
    if last.noun not in words("of_another"):  # "his counterpart" is of another country than he is
        country = country or owner(scene, phrase)
    located = last.sector != "LEG" and scene.word(phrase.head) in place_nouns()
    entity = "Person" if one else "Location" if located else "Organisation"
    if last.plural and not country:
        several = pair(scene, phrase, last) or all_of_them(scene, phrase, last, role)
        if several:
            return scene.mention(phrase, "Organisation", "description", several)
    subject = _said_of(scene, phrase) if one else None
    if subject is not None and subject.entity in ("Organisation", "Location"):
        return scene.mention(phrase, "", "role", subject.figures)
    figure: Figure | None
    if phrase.apposed is not None and phrase.apposed.name is not None:
        name = phrase.apposed.name
        listed = [e for e in (name.entry, *name.others) if e is not None]
        text = scene.text(name)
        if last.what == "body" and not listed:
            figure = scene.cast.body(country, text, sector)
        else:
            figure = scene.cast.person(text, pieces(text), country, role, sector, listed, phrase.modifiers)
    elif is_arm(last):
        return scene.mention(phrase, "", "role", _bearer(scene, phrase, country, sector))
    elif one:
        figure = _holder(scene, phrase, country, role, sector, last)
    else:
        figure = _several(scene, phrase, country, role, sector, last)
    mention = scene.mention(phrase, entity, "role", (figure,) if figure else ())
    if last.what == "person" and last.plural and _one_of(scene, phrase):
        mention.first = mention.head = phrase.first - 2
        mention.entity = "Person"
    return mention


def sharing(scene: Scene, phrase: Phrase, noun: Phrase) -> Mention | None:
    """A nation that shares the noun of the phrase behind it: "Kenyan and Chadian forces"."""
    whole = Phrase(phrase.first, phrase.last, phrase.head, phrase.lone, noun.roles, modifiers=noun.modifiers)
    found = office(scene, whole)
    if found is None or not found.figures or phrase.lone is None:
        return None
    if phrase.lone.what == Kind.PEOPLE.value:
        return scene.mention(phrase, "Nationality", "adjective", found.figures)
    return scene.mention(phrase, "Location", "country", found.figures, phrase.lone.entry)


def _said_of(scene: Scene, phrase: Phrase) -> Mention | None:
    """Of whom a phrase is said with a form of "be": "Chad is, and will go on to be, a key player"."""
    sentence, at = scene.sentence, phrase.head
    if not sentence.children_by(at, "cop"):
        return None
    for _ in range(FAR):
        if sentence[at].deprel not in ("xcomp", "conj") or sentence.children_by(at, "nsubj"):
            break
        at = sentence[at].head
    subjects = sentence.children_by(at, "nsubj")
    return next((m for m in scene.read if subjects and m.head == subjects[0]), None)


def _one_of(scene: Scene, phrase: Phrase) -> bool:
    """Whether one of several is meant: "one of the ministers"."""
    return scene.word(phrase.first - 1) == "of" and scene.word(phrase.first - 2) == "one"


def is_arm(role: Role) -> bool:
    """Whether a role noun is of a thing: tanks, missiles, a ship."""
    noun = role.noun.split()[-1]
    return role.sector in WITH_ARMS and (noun in words("arm") or noun.removesuffix("s") in words("arm"))


def _bearer(scene: Scene, phrase: Phrase, country: str, sector: str) -> tuple[Figure, ...]:
    """Whose a thing is that cannot act: a state's military, a listed body; nobody where the words do not tell."""
    nation = phrase.nation
    if nation is not None and nation.what in BODIES:
        return (body_figure(scene, nation, country),)
    if nation is None and scene.word(phrase.head) in BASES:
        return ()  # "the party lost its base"
    if not words("unarmed").isdisjoint(phrase.modifiers):
        return ()
    if not country:  # "air force jets" of a country that is told elsewhere
        spoken = scene.document.text[scene.tokens[phrase.first].start : scene.tokens[phrase.last - 1].end].lower()
        force = next((force for force in FORCES if spoken.startswith(force)), "")
        return (scene.cast.body("", force, sector, ActorKind.ORGANISATION, "role noun"),) if force else ()
    noun = "military" if sector == "MIL" else " ".join(unit.role.noun for unit in phrase.roles if unit.role)
    name = f"{noun} of {_nation_name(scene, phrase, country)}"
    return (scene.cast.body(country, name, sector, ActorKind.ORGANISATION, OF_NATION),)


def _bare(scene: Scene, phrase: Phrase) -> bool:
    """Whether a singular noun stands without an article, so that it names a kind and nobody; headlines have none."""
    if phrase.determiner or phrase.nation is not None or phrase.apposed is not None or phrase.first == 0:
        return False
    if scene.word(phrase.first - 1) == "whose":
        return False
    head, before = scene.tokens[phrase.last - 1], scene.tokens[phrase.first - 1]
    if scene.document.is_headline(scene.index) and not (before.upos == "PROPN" and before.head == head.index):
        return False  # "gunman kills mayor", but "Putin aide"
    common = head.upos == "NOUN" and head.text[0].islower()
    return common and head.deprel not in ("appos", "root") and len(phrase.roles) == 1


def _names_a_thing(scene: Scene, phrase: Phrase, last: Role) -> bool:
    """Whether a noun for somebody is here a word of something else: "tourist offices", "Figure 2", "a source of"."""
    head, following = scene.tokens[phrase.head], scene.word(phrase.last)
    if head.deprel in ("amod", "compound") and head.head >= phrase.last:
        return scene.tokens[head.head].upos == "NOUN"
    if following[:1].isdigit() and not phrase.determiner and phrase.last - phrase.first == 1:
        return True
    return following == "of" and last.noun in words("thing_of")


def _holder(scene: Scene, phrase: Phrase, country: str, role: str, sector: str, last: Role) -> Figure | None:
    """One person by office: of the cast, of the gazetteer on the day, or nobody known by name."""
    cast = scene.cast
    if last.noun in words("of_another"):
        figure = _counterpart(scene, country)
        if figure is not None:
            return figure
    if country:
        leading = last.noun == "leader" or last.noun in words("of_another")  # "the Slovak guest"
        figure = cast.holder(country, last.noun) or (scene.focus.leader(country) if leading else None)
        if figure is not None:
            return figure
        of_state = phrase.nation is not None and phrase.nation.what not in BODIES
        if sector == "UNK" and of_state and last.noun in ("leader", "spokesman"):
            sector = "GOV"
        name = f"{role} of {_nation_name(scene, phrase, country)}"
        return cast.body(country, name, sector, ActorKind.PERSON, OFFICE)
    if phrase.determiner in ("the", "this", ""):
        wanted = set(last.noun.split()) - words("modifier")  # "the top leader" is the leader named before
        meant = [wanted, *same_office().get(last.noun, ())]
        fitting = [
            (f, [set(r.split()) for r in held_by(f) if any(w <= set(r.split()) for w in meant)])
            for f in scene.focus.persons
        ]
        other_rank = words("rank") - wanted  # "the minister" is not the prime minister where there is another one
        held = [(any(role.isdisjoint(other_rank) for role in roles), f.last_at, f) for f, roles in fitting if roles]
        if held:
            best = max(held, key=lambda one: one[:2])
            return _own(scene, phrase, last, [f for fits, _, f in held if fits == best[0]]) or best[2]
    if phrase.determiner in ("the", "a", "an", "one", "another", "") and sector != "UNK":
        return cast.body("", role, sector, ActorKind.PERSON, "role noun")
    return None


def _own(scene: Scene, phrase: Phrase, last: Role, held: list[Figure]) -> Figure | None:
    """Whom an office's own page calls "the President", with a capital, whoever visits him: who is named first."""
    principals, noun = scene.cast.principals, last.noun
    if noun not in principals and phrase.first and scene.tokens[phrase.head].text[0].isupper():
        principals[noun] = next((figure for figure in scene.cast.figures.values() if figure in held), held[0])
    return principals.get(noun)


def _of_own_page(scene: Scene, phrase: Phrase) -> str:
    """Whose "the Government", with a capital, is on such a page: that of the first whom it names."""
    principals = scene.cast.principals.values()
    if not principals or not is_alone(phrase) or not scene.tokens[phrase.head].text[0].isupper():
        return ""
    return next((figure.country for figure in scene.cast.figures.values() if figure in principals), "")


def held_by(figure: Figure) -> Iterable[str]:
    """The offices by which somebody is called; of who has no other name that: "spokesman of Ethiopia"."""
    return figure.roles or ((figure.name.partition(" of ")[0],) if figure.rule == OFFICE else ())


def _counterpart(scene: Scene, country: str) -> Figure | None:
    """ "His Iraqi counterpart": who holds in the other country the office of the person named last; without a country
    whoever of another one was named last of those who hold an office like it."""
    other = next((person for person in reversed(scene.focus.persons) if person.country != country), None)
    if other is None:
        return None
    if not country:
        offices = {word for role in held_by(other) for word in role.split()} - words("modifier")
        fitting = (f for f in reversed(scene.focus.persons) if f.country and f.country != other.country)
        return next((f for f in fitting if any(offices & set(role.split()) for role in held_by(f))), None)
    for role in sorted(other.roles, key=lambda r: (len(r), r)):
        figure = scene.cast.holder(country, " ".join(role.split(" of ")[0].split()[-2:]))
        if figure is not None:
            return figure
    return None


def _several(scene: Scene, phrase: Phrase, country: str, role: str, sector: str, last: Role) -> Figure | None:
    """A body or a group of people by role noun."""
    cast = scene.cast
    noun = last_word(role)
    entry = phrase.nation.entry if phrase.nation is not None else None
    if entry is not None and (entry.kind is Kind.ARMED_GROUP or entry.terms) and sector in FIGHTERS:
        return cast.listed(entry)  # "Boko Haram fighters"
    if entry is not None and last.what == "body" and not last.plural:
        says_kind = noun in words("kind_of_body") or (entry.kind is Kind.AGENCY and noun == "agency")
        if says_kind and _is_tight(phrase):
            return cast.listed(entry)  # "the Hamas movement"
        named = scene.focus.body_of(entry) if noun in words("part_of_body") and phrase.determiner == "the" else None
        if named is not None:
            return named  # "the UN agency"
    if last.what == "body" and noun in words("governing") and not country:
        country = _of_own_page(scene, phrase)
    if last.what == "body" and noun in words("governing") and country:
        called = cast.called_by_role.setdefault(noun, [])
        if cast.government(country) not in called:
            called.append(cast.government(country))
        return cast.government(country)
    if sector == "UNK":
        region = phrase.nation is not None and _is_of_many_states(scene, phrase.nation)
        of_state = (country or region) and last.what == "person"
        sector = sector_of_state(last.noun) if of_state else ""
    kind = ActorKind.ORGANISATION
    if last.what == "person" or sector == "CVL":
        kind = ActorKind.PEOPLE
    elif sector in ("REB", "UAF", "PRM"):
        kind = ActorKind.ARMED_GROUP
    if country:
        return cast.body(country, f"{role} of {_nation_name(scene, phrase, country)}", sector, kind, OF_NATION)
    if last.what == "body" and phrase.determiner in ("the", "this"):
        for figure in reversed(scene.focus.bodies):
            if _is_called(figure, noun):
                return figure
    before = taken_up(scene, phrase, noun) or _named_before(scene, phrase, role)
    if before is not None:
        return before
    if last.noun == "party" and phrase.determiner == "both":
        return None  # two sides, which stand for no election
    people = phrase.nation is not None and phrase.nation.what == Kind.PEOPLE.value
    if last.what == "body" and not last.plural:
        role = f"{_compound(scene, phrase)}{role}"
    name = (
        f"{scene.text(phrase.nation)} {role}" if phrase.nation is not None and people else role
    )  # "Kurdish officials"
    many = phrase.nation is not None and people and _is_of_many_states(scene, phrase.nation)
    return cast.body("", name, sector, kind, REGIONAL if many else "role noun") if sector else None


def _named_before(scene: Scene, phrase: Phrase, role: str) -> Figure | None:
    """ "The leaders", after "ASEAN leaders", "the regime", after "Myanmar's military regime": the only ones whom the
    article has called so."""
    if not is_alone(phrase):
        return None
    called = scene.cast.called_by_role.get(last_word(role), [])
    return called[0] if len(called) == 1 else None


def _compound(scene: Scene, phrase: Phrase) -> str:
    """The noun right before that of a body, and a blank: "port" of "the port authority"."""
    before = phrase.roles[0].first - 1
    token = scene.tokens[before] if before >= 0 else None
    if token is None or token.upos != "NOUN" or token.deprel != "compound" or token.head != phrase.head:
        return ""
    return f"{token.text.lower()} "


def _is_called(figure: Figure, noun: str) -> bool:
    """Whether a body's name says the noun of what it is: "ministry" of the Ministry of Health, not "union" of union
    officials."""
    parts = pieces(figure.name)
    return noun in parts and (parts[-1] == noun or figure.rule != "role noun")


def _is_of_many_states(scene: Scene, nation: Unit) -> bool:
    """Whether an adjective is of a part of the world: "European", "African"."""
    return any(scene.word(at) in words("of_many_states") for at in range(nation.first, nation.last))


def _is_tight(phrase: Phrase) -> bool:
    """Whether a listed body stands right before the role noun."""
    unit = phrase.nation
    return unit is not None and unit.what in BODIES and unit.last == phrase.roles[0].first


def _nation_name(scene: Scene, phrase: Phrase, country: str) -> str:
    unit = phrase.nation or (phrase.whose.nation if phrase.whose is not None else None)
    if unit is not None and unit.entry is not None and unit.what in BODIES:
        return unit.entry.name
    entry = scene.cast.gazetteer.get(f"{country}/country")
    at = unit.entry if unit is not None else None  # "a tribunal in The Hague" is of no state
    return entry.name if entry else at.name if at is not None else country


def body(scene: Scene, phrase: Phrase, unit: Unit) -> Mention:
    """A body by its name; one named like another state's ("Chile's Defense Department") is this state's, and so is a
    state's part of one without borders ("the Kenya Red Cross")."""
    if (crew := crew_of(scene, unit)) is not None:
        return scene.mention(phrase, "", "name", crew)  # "the frigate TCG Burgazada"
    country, listed = country_of(scene, phrase), unit.entry
    states, nation = scene.cast.states, phrase.nation
    if listed is not None and nation is not None and listed.country == "NGO" and nation.last == unit.first:
        name = f"{_nation_name(scene, phrase, country)} {scene.text(unit)}"
        return scene.mention(phrase, "Organisation", "name", (scene.cast.body(country, name, listed.sector or "SOC"),))
    if listed is not None and country in states and listed.country in states and country != listed.country:
        parts = pieces(scene.text(unit))
        role = roles().match(parts, 0)
        sector = role[1].sector if role is not None and role[0] == len(parts) else listed.sector
        figure = scene.cast.body(country, f"{scene.text(unit)} of {_nation_name(scene, phrase, country)}", sector)
    else:
        figure = _body_of_a_region(scene, phrase, unit) or body_figure(scene, unit, country)
        if figure.name == scene.text(unit) and (longer := _name_with_nation(scene, phrase, unit)):
            figure.name = longer
    return scene.mention(phrase, "Organisation", "name", (figure,))


def _name_with_nation(scene: Scene, phrase: Phrase, unit: Unit) -> str:
    """The whole name of a body whose name a nation opens: "the Bulgarian Judges Association"."""
    nation = phrase.nation
    if nation is None or unit.what != "body" or unit.entry is not None or nation.last != unit.first:
        return ""
    tokens = scene.tokens[nation.first : unit.last]
    behind_the = nation.first > 0 and scene.tokens[nation.first - 1].text.lower() == "the"
    whole = behind_the and unit.last - unit.first > 1 and all(token.text.isalpha() for token in tokens)
    return scene.document.text[tokens[0].start : tokens[-1].end] if whole else ""


def _body_of_a_region(scene: Scene, phrase: Phrase, unit: Unit) -> Figure | None:
    """A body that an adjective of no single state opens, as "the European Farmers' Council": it is of no country."""
    nation = phrase.nation
    if nation is None or nation.last != unit.first or unit.entry is not None or not _is_of_many_states(scene, nation):
        return None
    name = scene.document.text[scene.tokens[nation.first].start : scene.tokens[unit.last - 1].end]
    return scene.cast.body("", name, unit.sector, rule=REGIONAL)


def body_figure(scene: Scene, unit: Unit, country: str) -> Figure:
    """The figure of a body's name."""
    if unit.entry is not None and unit.what != "body":
        figure = abbreviated(scene, unit) or instead_of(scene, unit) or scene.cast.listed(unit.entry)
        return called_by_alias(scene, unit, figure)
    if unit.entry is not None:
        country = country or unit.entry.country
    elif not country and unit.sector == "GOV":  # "the Clinton Administration"
        leaders = scene.cast.prominent(pieces(scene.tokens[unit.first].text))
        country = leaders[0].country if leaders else ""
    return scene.cast.body(country, scene.text(unit), unit.sector)
