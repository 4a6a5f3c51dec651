"""What a deed's words leave to the place: whose country it is done in."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.states import people_of
from dateline.enricher.events.aside import is_spoken
from dateline.enricher.events.codes import CONFINING, SIGNING
from dateline.enricher.events.hanging import AT, OF, is_noun, subject_words, with_case, within, words_of
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering
from dateline.enricher.events.partners import are_partners
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import ActorKind, Party, Span
from dateline_schemas.coded import HUMAN

PLACED: Final = frozenset("in at near outside across through around inside".split())
BORDERING: Final = frozenset("near around off along opposite beside outside".split())
SUFFERED: Final = frozenset(("ASSAULT", "COERCE", "AID", "SANCTION"))
"""Deeds whose victims are where they are done."""
HARMED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))
NUMBERS: Final = frozenset("dozens scores hundreds thousands several many others".split())
VICTIMS: Final = ("obj", "nsubj:pass", "nsubj")
AT_HOME: Final = ("COP", "JUD")
"""Sectors of those who act in their own country."""
DONE_IN: Final = frozenset(("RETREAT", "SANCTION", "AID", "MOBILIZE", "ASSAULT", "COERCE"))
"""Deeds whose scene is to whom they are done, where the words name nobody."""
FROM_ABROAD: Final = frozenset(("AGREE", "SUPPORT"))
"""What outsiders promise, and whom they praise."""
IN_FORCE: Final = frozenset("in on at across over throughout".split())
RULING: Final = ("GOV", "MIL", "COP")
COURTEOUS: Final = frozenset(("AGREE", "CONSULT"))


def located(
    named: Remembering,
    sentence: Sentence,
    match: Match,
    heads: Sequence[int],
    parties: tuple[Party, ...],
    actors: tuple[Party, ...],
) -> tuple[Party, ...]:
    """The victims; of no known country, as being of where it is done: "shot villagers at a school in Gao"."""
    if match.phrase.type not in SUFFERED or any(party.country or party.kind not in HUMAN for party in parties):
        return parties
    found = scene_of(named, sentence, (*match.tokens, *heads), actors) if parties else None
    return tuple(party.model_copy(update={"country": found}) for party in parties) if found else parties


def scene_of(named: Remembering, sentence: Sentence, heads: Sequence[int], actors: tuple[Party, ...]) -> str | None:
    """The country in which something is done; what police do, in theirs."""
    places = [at for head in heads for at in (*with_case(sentence, head, PLACED), *place_before(sentence, head))]
    places += [at for place in places for at in with_case(sentence, place, PLACED)]
    places += [at for place in places for at in sentence.children_by(place, "appos")]
    found = next((state[0].country for at in places if (state := named.state(at))), None)
    return found or next((actor.country for actor in actors if actor.sector in AT_HOME), None)


def counted(
    named: Remembering, sentence: Sentence, match: Match, heads: Sequence[int], actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The people of where it is done, of victims who are but a number: "detained 40 in Lima"."""
    head = next(iter(heads), None)
    if match.phrase.type not in HARMED or head is None or named.first(within(sentence, head)):
        return ()
    token = sentence[head]
    if token.deprel not in VICTIMS or not (token.upos == "NUM" or sentence.words[head] in NUMBERS):
        return ()
    country = scene_of(named, sentence, (*match.tokens, head), actors)
    return people_of(country, Span(start=token.start, end=token.end)) if country else ()


def hosts(named: Remembering, sentence: Sentence, match: Match, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose guest one is in a town, or to whom what is promised to it is promised: the government of the country."""
    if match.phrase.type not in COURTEOUS or len(parties) != 1 or parties[0].kind is not ActorKind.PEOPLE:
        return parties
    names = [token.index for token in words_of(sentence, parties[0].span) if token.upos == "PROPN"]
    return next((state for at in names if (state := named.state(at))), parties)


def without_own_scene(
    sentence: Sentence, match: Match, parties: tuple[Party, ...], actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The recipients without the doer's own government where that is but a town: nobody where a state's forces shoot
    something down "over Kyiv", the people where they open fire "in Khartoum"."""
    if match.phrase.type not in HARMED:
        return parties
    own = {actor.country for actor in actors if actor.sector in RULING}
    scenes = {party: how for party in parties if party.country in own and (how := _case_of(sentence, party))}
    if not scenes:
        return parties
    kept = tuple(party for party in parties if party not in scenes)
    if kept or "over" in scenes.values():
        return kept
    if any(at not in match.tokens for at in sentence.children_by(match.trigger, "obj")):
        return parties  # "attacked the palace in Khartoum"
    first = next(iter(scenes))
    return people_of(first.country, first.span) if first.country else ()


def _case_of(sentence: Sentence, party: Party) -> str:
    """The word before a government's town that says where something is done; empty where it is no such town."""
    own = words_of(sentence, party.span) if party.kind is ActorKind.GOVERNMENT else []
    cases = (sentence.words[child] for token in own for child in sentence.children_by(token.index, "case"))
    return next((word for word in cases if word in IN_FORCE), "")


def foreign(
    sentence: Sentence, match: Match, parties: tuple[Party, ...], actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of several governments those that are not the doer's own: "Ruto praised the ties between Nairobi and Cairo". Of
    words what is only said to be of the speaker's country is nobody: "asked for a lower duty on Kenyan tea"."""
    own = {actor.country for actor in actors}
    others = tuple(p for p in parties if p.kind is not ActorKind.GOVERNMENT or p.country not in own)
    if others or not parties:
        return others
    starts = {party.span.start for party in parties if party.span}
    official = any(actor.sector == "GOV" for actor in actors)
    own_by_name = any(token.start in starts and token.xpos == "PRP$" for token in sentence.tokens)
    if official and own_by_name and match.phrase.type == "SUPPORT":
        return ()  # "conveyed his government's gratitude", to whom it is not said
    adjective = any(token.start in starts and token.upos == "ADJ" for token in sentence.tokens)
    own_goods = official and adjective and len(parties) == 1 and is_spoken(sentence, match)
    return () if own_goods else parties


def bordering(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Near whose country forces are massed."""
    if match.phrase.type != "MOBILIZE":
        return ()
    own = {actor.country for actor in actors}
    heads = [*match.tokens, *(at for used in match.tokens for at in with_case(sentence, used, OF))]
    heads += sentence.children_by(match.trigger, "obj")
    states = (named.state(at) for head in heads for at in with_case(sentence, head, BORDERING))
    return next((state for state in states if state and state[0].country not in own), ())


def abroad(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The foreign country in which it is done: "suspended its deliveries in Goma"; of an attack by nobody known, the
    people there."""
    if match.phrase.type not in DONE_IN:
        return ()
    own = {actor.country for actor in actors}
    heads = [*match.tokens, *sentence.children_by(match.trigger, "obj", "nsubj:pass")]
    places = [at for head in heads for at in (*with_case(sentence, head, AT), *place_before(sentence, head))]
    if not actors and match.phrase.type == "ASSAULT":  # "a missile struck a house in Odesa"
        return next((people for at in places if (people := _dwellers(named, at))), ())
    if not own or None in own:
        return ()
    return next((state for at in places if (state := named.state(at)) and state[0].country not in own), ())


def faced_at_home(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The government of the town whose people protest: "students in Lima staged a sit-in"."""
    if match.phrase.type != "PROTEST" or is_noun(sentence, match.trigger):
        return ()
    if any(at not in match.tokens for at in sentence.children_by(match.trigger, "obj")):
        return ()  # "farmers in Peru boycotted the fair"
    places = [at for who in subject_words(sentence, match.trigger) for at in with_case(sentence, who, AT)]
    own = {actor.country for actor in actors}
    return next((state for at in places if (state := named.state(at)) and state[0].country in own), ())


def whose_news(named: Remembering, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The country whose news it is that others praise, or promise something: "Portugal pledged boats" in news of a
    flood in Chad."""
    if match.phrase.type not in FROM_ABROAD or match.phrase.cameo == SIGNING or are_partners(match, actors):
        return ()
    home = named.home()
    own = {actor.country for actor in actors}
    return home if home and None not in own and home[0].country not in own else ()


def confined(named: Remembering, sentence: Sentence, match: Match, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The people of where there is a curfew: of the place, else of whose authorities impose it."""
    if match.phrase.cameo not in CONFINING:
        return ()
    heads = [*match.tokens, *sentence.children_by(match.trigger, "obj", "nsubj:pass")]
    places = [at for head in heads for at in with_case(sentence, head, IN_FORCE)]
    found = next((people for at in places if (people := _dwellers(named, at))), ())
    ruling = (actor.country for actor in actors if actor.sector in RULING and actor.country)
    token = sentence[match.trigger]
    return found or people_of(next(ruling, ""), Span(start=token.start, end=token.end))


def protesters(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """The people of where a protest without protesters is: "a rally filled the streets of Lima"."""
    if match.phrase.type != "PROTEST":
        return ()
    trigger = match.trigger
    heads = [trigger]
    if is_noun(sentence, trigger) and sentence[trigger].head != ROOT and sentence[trigger].deprel == "nsubj":
        heads.append(sentence[trigger].head)
    places = [at for head in heads for at in with_case(sentence, head, PLACED)]
    filled = [at for head in heads for at in sentence.children_by(head, "obj")]
    places += [at for head in filled for at in with_case(sentence, head, OF)] + place_before(sentence, trigger)
    return next((people for at in places if (people := _dwellers(named, at))), ())


def place_before(sentence: Sentence, verb: int) -> list[int]:
    """The place that a clause with "where" tells of: "in Lima, where thousands rallied"."""
    where = next((at for at in sentence.children_by(verb, "advmod") if sentence.words[at] == "where"), 0)
    before = where - 2 if where > 1 and sentence.words[where - 1] == "," else where - 1
    return [before] if before > 0 else []


def _dwellers(named: Remembering, place: int) -> tuple[Party, ...]:
    state = named.state(place)
    return people_of(state[0].country, state[0].span) if state and state[0].country else ()
