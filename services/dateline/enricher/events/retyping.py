"""What a deed is that its phrase alone would call something else: by who does it, to whom, and in what mood."""

from typing import Final, NamedTuple

from dateline.enricher.actors.lexicon import place_nouns
from dateline.enricher.events.again import OUTLAWS
from dateline.enricher.events.codes import CEASEFIRE, OBSTRUCTION, RIOT, STRIKE, WALKING_OUT
from dateline.enricher.events.crowds import is_raid
from dateline.enricher.events.hanging import words_of
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.participants import Participants
from dateline.enricher.events.realis import may_be
from dateline.enricher.events.setting import Scene
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import ActorKind, Attribution, EventType, Party
from dateline_schemas.coded import HUMAN

MENACING: Final = frozenset((EventType.ASSAULT, EventType.COERCE, EventType.SANCTION))
STATE: Final = frozenset(("GOV", "MIL"))
POLITICAL: Final = frozenset(("GOV", "PTY", "LEG", "ELI", "OPP"))
"""Sectors of those who mostly fight with words."""
ARMED: Final = frozenset(
    "gun knife bomb bullet fist weapon rifle pistol machete acid stone army troop jet airstrike face head jaw "
    "nose".split()
)
FIGHTING: Final = frozenset(("REB", "UAF", "PRM", "MIL", "GOV", "CRM"))
"""Sectors of those who do not protest with fire and stones: they attack."""
QUOTES: Final = frozenset(('"', "”", "’", "''"))
ENDS: Final = (".", ",", ":", ";")
RELIEVING: Final = frozenset((None, "SOC", "MED", "REL", "BUS", "EDU"))
"""Sectors of those whose operations are no war."""
WORKING: Final = frozenset(("LAB", "MED", "EDU"))
ARMED_FORCES: Final = frozenset(("REB", "UAF", "PRM", "MIL"))
GUARDING: Final = frozenset(("COP", "MIL", "GOV"))
"""Sectors of those who do not protest with barricades: they bar the way."""
LAWLESS: Final = frozenset(("UAF", "CRM"))
ARREST, SEIZURE = "arrest", "seize"
DRILLS: Final = frozenset(("exercise", "drill", "wargame"))
TOGETHER: Final = frozenset(
    "joint jointly together with alongside between involving combined allied multinational bilateral".split()
)
"""Words that tell of others who take part."""
EJECTING: Final = ("throw", "kick", "boot")


class Code(NamedTuple):
    """What a deed is called: PLOVER's type and mode, and CAMEO's code."""

    kind: EventType
    mode: str | None
    cameo: str | None


def retyped(
    scene: Scene, match: Match, participants: Participants, attribution: Attribution | None, code: Code
) -> Code:
    """The code of the deed that the phrase tells, given all that is known of it."""
    sentence, trigger = scene.sentence, match.trigger
    if code.kind in MENACING and may_be(sentence, trigger) and is_menace(participants, attribution):
        code = Code(EventType.THREATEN, None, None)
    if code.kind is EventType.THREATEN and is_foreboding(sentence, trigger):
        code = Code(EventType.STATEMENT, None, "010")
    if code.kind is EventType.ASSAULT and code.mode is None and is_attack_in_words(sentence, match, participants):
        code = Code(EventType.ACCUSE, "disapprove", "110")
    if code.kind is EventType.COOPERATE and is_show_of_force(scene, match, participants):
        code = Code(EventType.MOBILIZE, "troops", "150")
    if code.kind is EventType.ASSAULT and is_hacking(sentence, trigger):
        code = Code(EventType.COERCE, "cyber", "176")
    if is_raid(sentence, match):
        code = Code(EventType.ASSAULT, None, "190")
    if code.kind is EventType.PROTEST and is_diplomatic(scene, match, participants):
        code = Code(EventType.ACCUSE, "disapprove", "110")
    if code.cameo == RIOT and is_attack_of_fighters(sentence, trigger, participants):
        code = Code(EventType.ASSAULT, None, "190")  # "insurgents torched stalls", "police stormed the embassy"
    armed = {actor.sector for actor in participants.actors} & ARMED_FORCES
    if code.cameo == STRIKE and armed and sentence.lemmas[trigger] == "strike":
        code = Code(EventType.ASSAULT, None, "190")  # "the third strike of the navy"
    if code.cameo == OBSTRUCTION and any(actor.sector in GUARDING for actor in participants.actors):
        code = Code(EventType.COERCE, "restrict", "191")  # "police blocked the gates"
    if is_abduction(sentence, match, participants, code):
        code = Code(EventType.ASSAULT, "abduct", "181")
    sectors = {actor.sector for actor in participants.actors}
    if code.cameo == CEASEFIRE and sectors and sectors <= RELIEVING:
        code = Code(EventType.SANCTION, "discontinue", "162")  # "the charity suspended its operations"
    if code.cameo == WALKING_OUT and sectors & WORKING and sentence.lemmas[trigger] == "walk":
        code = Code(EventType.PROTEST, "strike", STRIKE)
    charities = bool(participants.actors) and all(a.country == "NGO" or a.sector == "SOC" for a in participants.actors)
    if code.kind is EventType.THREATEN and charities and sentence.lemmas[trigger] == "warn":
        code = Code(EventType.STATEMENT, None, "014")  # who relieves foretells, and does not threaten
    told = bool(participants.recipients) and all(r.sector == "JRN" for r in participants.recipients)
    if code.kind is EventType.REQUEST and told and sentence.lemmas[trigger] == "tell":
        code = Code(EventType.STATEMENT, None, "010")  # "told reporters the decision to go in was taken"
    if code.kind is EventType.ASSAULT and is_retort(sentence, trigger):
        code = Code(EventType.STATEMENT, None, "010")
    if code.kind is EventType.REJECT and is_expulsion(sentence, match, participants):
        code = Code(EventType.SANCTION, "expel", "166")
    return code


def is_retort(sentence: Sentence, trigger: int) -> bool:
    """Whether who shoots or hits back does so with words: '"A lie," she shot back'."""
    behind = sentence.words[trigger + 1 : trigger + 3]
    quoted = any(token.text in QUOTES for token in sentence.tokens[:trigger])
    return quoted and behind[:1] == ["back"] and (behind[1:] or ["."])[0] in ENDS


def is_attack_of_fighters(sentence: Sentence, trigger: int, participants: Participants) -> bool:
    """Whether those who do it do not protest with fire and stones; nor do police who storm something."""
    fighters = FIGHTING | {"COP"} if sentence.lemmas[trigger] == "storm" else FIGHTING
    return any(actor.sector in fighters for actor in participants.actors)


def is_abduction(sentence: Sentence, match: Match, participants: Participants, code: Code) -> bool:
    """Whether outlaws hold somebody, or people are seized by nobody of the state: "gunmen whisked away the chief"."""
    if code.mode == ARREST:
        return any(actor.sector in LAWLESS for actor in participants.actors)
    people = participants.recipients and all(is_person(sentence, party) for party in participants.recipients)
    seized = code.mode == SEIZURE and sentence.lemmas[match.trigger] == "seize"
    return seized and bool(people) and all(actor.sector in OUTLAWS for actor in participants.actors)


def is_person(sentence: Sentence, party: Party) -> bool:
    """Whether it is somebody with a name or a role, and not those of a place: "seized Goma", "a Malian village"."""
    own = words_of(sentence, party.span)
    called = any(token.upos == "NOUN" and token.lemma not in place_nouns() for token in own)
    return party.kind is ActorKind.PERSON or (party.kind in HUMAN and called)


def is_hacking(sentence: Sentence, trigger: int) -> bool:
    """Whether what strikes is no weapon but a program: "was hit by a cyberattack", "ransomware struck hospitals"."""
    strikers = sentence.children_by(trigger, "nsubj", "obl:agent", "obl")
    strikers += [at for striker in strikers for at in sentence.children_by(striker, "nmod")]  # "a wave of cyberattacks"
    words_of = {sentence.lemmas[at] for striker in strikers for at in (striker, striker - 1)}
    return not words_of.isdisjoint(verbs("hacking"))


def is_expulsion(sentence: Sentence, match: Match, participants: Participants) -> bool:
    """Whether it is people that are thrown out, and no plan."""
    people = participants.recipients and all(party.kind in HUMAN for party in participants.recipients)
    return bool(people) and sentence.lemmas[match.trigger] in EJECTING


def is_menace(participants: Participants, attribution: Attribution | None) -> bool:
    """Whether it is the doer's own side that says what might be done: PLOVER's THREATEN."""
    speaker = attribution.speaker if attribution else None
    if speaker is None or not (speaker.country or speaker.sector in STATE):
        return False
    return any(actor.actor == speaker.actor or is_of_state(actor, speaker) for actor in participants.actors)


def is_of_state(actor: Party, speaker: Party) -> bool:
    """Whether both are of one state's rulers or soldiers, as far as is known: "Chad would close it, a general said"."""
    return speaker.country in (actor.country, None) and {actor.sector, speaker.sector} <= STATE


def is_foreboding(sentence: Sentence, trigger: int) -> bool:
    """Whether a warning is of what may come without anybody's doing: "warned that the floods could get worse"."""
    if sentence.lemmas[trigger] not in verbs("warning"):
        return False
    for clause in sentence.children_by(trigger, "ccomp"):
        subjects = sentence.children_by(clause, "nsubj")
        things = subjects and all(sentence[at].upos == "NOUN" for at in subjects)
        if things and may_be(sentence, clause):
            return True
    return False


def is_attack_in_words(sentence: Sentence, match: Match, participants: Participants) -> bool:
    """Whether one politician goes for another, or for others at home, and no weapon is told of, or anybody for what
    others say or decide: "attacked the ruling"."""
    if sentence.lemmas[match.trigger] not in verbs("assailing") or sentence[match.trigger].upos != "VERB":
        return False
    things = sentence.children_by(match.trigger, "obj")
    if things and all(sentence.lemmas[at] in verbs("thoughts") for at in things) and ARMED.isdisjoint(sentence.lemmas):
        return True
    actors, recipients = participants.actors, participants.recipients
    politicians = actors and all(actor.kind is ActorKind.PERSON and actor.sector in POLITICAL for actor in actors)
    if not politicians or not recipients or not ARMED.isdisjoint(sentence.lemmas):
        return False
    home = {actor.country for actor in actors}
    return all(party.kind is ActorKind.PERSON or party.country in home for party in recipients)


def is_show_of_force(scene: Scene, match: Match, participants: Participants) -> bool:
    """Whether it is an exercise that one country holds alone, on whoever's doorstep: PLOVER's MOBILIZE."""
    if TOGETHER & set(scene.sentence.words) or not any(element.words & DRILLS for element in match.phrase.elements):
        return False
    if participants.recipients and scene.sentence.lemmas[match.tokens[0]] not in verbs("staging"):
        return False
    return len({actor.country for actor in participants.actors}) == 1


def is_diplomatic(scene: Scene, match: Match, participants: Participants) -> bool:
    """Whether those who "protest" are governments, which do it in words."""
    protests = scene.sentence.lemmas[match.trigger] == "protest"
    return protests and bool(participants.actors) and all(actor.sector == "GOV" for actor in participants.actors)
