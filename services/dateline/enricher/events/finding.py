"""Finds the deeds of an article: phrases of the lexicon, with who does them, to whom, and all that stands around."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.enricher.attribution.lexicon import verb_classes
from dateline.enricher.dates import DateMention
from dateline.enricher.document import Document
from dateline.enricher.events.getting import getting_verb
from dateline.enricher.events.hanging import is_passive, is_undergone
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.matching import agreeing, matches
from dateline.enricher.events.named import Reading, Remembering
from dateline.enricher.events.participants import Participants
from dateline.enricher.events.parties import parties_of
from dateline.enricher.events.realis import realis_of
from dateline.enricher.events.recording import recorded
from dateline.enricher.events.sayings import without_bare_sayings
from dateline.enricher.events.scale import TYPES, is_material
from dateline.enricher.events.selecting import deeds_of
from dateline.enricher.events.setting import Scene, attribution_of, scenes_of
from dateline.enricher.events.verbs import verbs
from dateline.enricher.events.weighing import Scale
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Attribution, EventMention, EventType, Quantity, Realis
from dateline_schemas.coded import ORGANISED

THOUGHT: Final = frozenset(("think", "want", "adj"))
"""Classes of words by which somebody holds, feels or wants something, without saying it."""
WISHES: Final = frozenset(("SUPPORT", "COOPERATE", "AGREE"))
"""What may be, of these, is an aim that is spoken of, no deed."""
SUFFERED: Final = frozenset((EventType.ACCUSE, EventType.THREATEN, EventType.REJECT))
"""Types of words that tell something of whom they meet, whoever says them."""
EARLIER: Final = frozenset(("earlier", "previous", "original"))
ITSELF: Final = frozenset(("article", "story", "report", "dispatch", "headline", "item"))
DOUBTFUL: Final = 0.3
"""Below this confidence an attribution gives a deed no speaker: who signs or chairs something says nothing."""


def find(
    document: Document,
    reading: Reading,
    attributions: Sequence[Attribution],
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
) -> tuple[EventMention, ...]:
    """The deeds in the order of their triggers."""
    found: list[EventMention] = []
    thoughts: set[int] = set()
    objects: dict[int, int] = {}
    for scene in scenes_of(document, reading.named_places, attributions, dates, quantities):
        if is_correction(scene.sentence):
            continue
        tokens = scene.sentence.tokens
        phrases = matches(tokens, scene.sentence.words)
        if not phrases:
            continue
        tagged = agreeing(phrases, tokens)
        deeds = deeds_of(scene.sentence, tagged)
        scale = Scale(scene.sentence, phrases, tagged, deeds)
        named = Remembering(reading, scene.number, scene.sentence)
        for match in deeds:
            mention = mention_of(document, named, scene, scale, match, found)
            if mention is not None:
                found.append(mention)
                if THOUGHT & set(verb_classes(scene.sentence[match.trigger].lemma.lower())):
                    thoughts.add(mention.trigger.start)
                trigger = scene.sentence[match.trigger]
                if trigger.deprel == "obj":
                    objects[mention.trigger.start] = tokens[trigger.head].start
    return without_bare_sayings(found, attributions, thoughts, objects)


def is_correction(sentence: Sentence) -> bool:
    """Whether it tells what an article said before it was corrected: "An earlier version of this story said"."""
    if EARLIER.isdisjoint(sentence.words) or ITSELF.isdisjoint(sentence.words):
        return False
    return any(a in EARLIER and b == "version" for a, b in pairwise(sentence.words))


def mention_of(
    document: Document, named: Remembering, scene: Scene, scale: Scale, match: Match, told: Sequence[EventMention]
) -> EventMention | None:
    """The deed that the phrase tells after those `told` before; None where too little is known of who does it or has
    it done to them."""
    token = scene.sentence[match.trigger]
    if is_part_of_name(scene.sentence, match.trigger, named):
        return None
    attribution = attribution_of(scene, token.start, token.end)
    participants = parties_of(named, scene, match, attribution, told)
    if not is_told(scene, match, participants):
        return None
    if match.phrase.type in WISHES and realis_of(scene.sentence, match.trigger) is Realis.HYPOTHETICAL:
        return None
    weighed = scale.weigh(match, participants.actors, participants.recipients)
    sure = attribution if attribution is not None and attribution.confidence >= DOUBTFUL else None
    return recorded(document, scene, weighed, participants, sure)


def is_part_of_name(sentence: Sentence, at: int, named: Remembering) -> bool:
    """Whether a word belongs to the name of a body, and tells no deed: "the Bureau of Criminal Investigation"."""
    token = sentence[at]
    if not token.text[0].isupper() or token.upos == "VERB":
        return False
    spans = (party.span for party in named.parties(at) if party.span is not None and party.kind in ORGANISED)
    return any(s.start <= token.start and token.end <= s.end and s.end - s.start > len(token.text) for s in spans)


def is_told(scene: Scene, match: Match, participants: Participants) -> bool:
    """Whether enough is known to tell of the deed: words need one who says them, but for what is passive and done by
    saying it ("were sentenced to death"); of acts either side will do; and one of them who is of some country or
    sector, for PLOVER codes nobody else."""
    kind = TYPES[match.phrase.type]
    if not any(party.country or party.sector for party in (*participants.actors, *participants.recipients)):
        return False
    if match.phrase.says:
        return bool(participants.actors and participants.recipients)
    if kind is EventType.AID and len(match.tokens) == 1 and scene.sentence.lemmas[match.trigger] == "help":
        return bool(participants.recipients)  # "a study helped to explain it" is no aid
    if is_material(match) or kind is EventType.CONSULT:
        return bool(participants.actors or participants.recipients)
    commanded = kind is EventType.REQUEST and scene.sentence.lemmas[match.trigger] in verbs("commanding")
    if participants.actors or not participants.recipients or not (commanded or kind in SUFFERED):
        return bool(participants.actors)
    # "came under fire for his remarks"
    return getting_verb(scene.sentence, match) is not None or is_charged(scene.sentence, match.trigger)


def is_charged(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a passive, or one as in "a mayor charged with fraud"; but "the accused mayor" is what he is
    called."""
    if is_passive(sentence, verb):
        return True
    described = sentence[verb].deprel == "amod" or sentence.lemmas[verb] in ("accuse", "suspect")
    return is_undergone(sentence, verb) and not described
