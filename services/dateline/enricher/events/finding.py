"""Finds the deeds of an article: phrases of the lexicon, with who does them, to whom, and all that stands around."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.enricher.attribution.lexicon import verb_classes
from dateline.enricher.dates import DateMention
from dateline.enricher.document import Document
from dateline.enricher.events.addressed import CONDOLENCE
from dateline.enricher.events.again import doers_told
from dateline.enricher.events.asking import asked
from dateline.enricher.events.crowds import crowd
from dateline.enricher.events.doers import is_of_others
from dateline.enricher.events.getting import getting_verb
from dateline.enricher.events.hanging import is_noun, is_passive, is_undergone
from dateline.enricher.events.home import foreign, whose_news
from dateline.enricher.events.issued import issued_by
from dateline.enricher.events.judged import answered, judged, judges_it, quarrelled, retorted
from dateline.enricher.events.lexicon import Match, agreeing, matches
from dateline.enricher.events.named import Reading, Remembering, apart
from dateline.enricher.events.participants import Participants, participants_of
from dateline.enricher.events.realis import FOLDED, REFUSABLE, is_refused, realis_of
from dateline.enricher.events.retyping import Code, retyped
from dateline.enricher.events.scale import intensity_of, quad_of
from dateline.enricher.events.selecting import deeds_of
from dateline.enricher.events.setting import (
    Scene,
    attribution_of,
    date_of,
    is_historical,
    is_to_come,
    said_at,
    scenes_of,
)
from dateline.enricher.events.those import so_many_of_them, some_of_them
from dateline.enricher.events.together import of_one_mind, together
from dateline.enricher.events.verbs import verbs
from dateline.enricher.events.weighing import Scale, Weighed
from dateline.enricher.events.where import place_of
from dateline.enricher.evidence import quote_of
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import (
    ActorKind,
    Attribution,
    EventDate,
    EventMention,
    EventType,
    Party,
    Quad,
    Quantity,
    Realis,
    Span,
)

THOUGHT: Final = frozenset(("think", "want", "adj"))
"""Classes of words by which somebody holds, feels or wants something, without saying it."""
TYPES: Final = {kind.value: kind for kind in EventType}
WISHES: Final = frozenset(("SUPPORT", "COOPERATE", "AGREE"))
"""What may be, of these, is an aim that is spoken of, no deed."""
SUFFERED: Final = frozenset((EventType.ACCUSE, EventType.THREATEN, EventType.REJECT))
"""Types of words that tell something of whom they meet, whoever says them."""
EARLIER: Final = frozenset(("earlier", "previous", "original"))
ITSELF: Final = frozenset(("article", "story", "report", "dispatch", "headline", "item"))
DOUBTFUL: Final = 0.3
"""Below this confidence an attribution gives a deed no speaker: who signs or chairs something says nothing."""
REASONS: Final = {
    "actor": "the sentence names nobody who does it",
    "recipient": "the sentence names nobody it is done to",
    "mode": "the ontology has no mode for this phrase",
    "cameo": "no CAMEO code maps to it",
    "attribution": "the article says so itself",
}
"""Why a field is empty, where there is but one reason."""


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
    attribution = attribution_of(scene, token.start, token.end)
    participants = participants_of(named, scene.sentence, match)
    participants = spoken(participants, match, scene, attribution)
    if not participants.actors:
        actors = of_one_mind(scene.sentence, match, told) or issued_by(scene.sentence, match, told)
        actors = actors or some_of_them(scene.sentence, match, told)
        participants = replace(participants, actors=actors)
    if not participants.recipients:
        participants = replace(participants, recipients=so_many_of_them(scene.sentence, match, told))
    if not participants.actors:
        actors = doers_told(scene.sentence, match, participants.recipients, told)
        participants = replace(participants, actors=apart(actors, participants.recipients))
    participants = replace(participants, recipients=whom_it_meets(named, scene.sentence, match, participants, told))
    both = together(scene.sentence, match, participants.actors, told)
    if both != participants.actors:
        own = {party.country for party in both}
        others = tuple(party for party in participants.recipients if party.country not in own)
        participants = replace(participants, actors=both, recipients=others)
    recipients = foreign(scene.sentence, match, participants.recipients, participants.actors)
    participants = replace(participants, recipients=recipients)
    if not is_told(scene, match, participants):
        return None
    if match.phrase.type in WISHES and realis_of(scene.sentence, match.trigger) is Realis.HYPOTHETICAL:
        return None
    weighed = scale.weigh(match, participants.actors, participants.recipients)
    sure = attribution if attribution is not None and attribution.confidence >= DOUBTFUL else None
    return mention(document, scene, weighed, participants, sure)


def whom_it_meets(
    named: Remembering, sentence: Sentence, match: Match, participants: Participants, told: Sequence[EventMention]
) -> tuple[Party, ...]:
    """Those whom its words name, else those of the deed before that it takes up; what is only said of somebody has to
    name them."""
    actors = participants.actors
    if not actors or match.phrase.says:
        return participants.recipients
    if match.phrase.type == "ASSAULT":
        return crowd(sentence, match, actors, participants.recipients, told)
    contradicted = retorted(sentence, match, actors, told)
    if contradicted:
        return contradicted
    if participants.recipients and not judges_it(sentence, match):
        return participants.recipients
    taken_up = judged(sentence, match, actors, told) or asked(sentence, match, actors, told)
    taken_up = taken_up or participants.recipients or answered(sentence, match, actors, told)
    taken_up = taken_up or quarrelled(sentence, match, actors, told)
    return taken_up or (whose_news(named, match, actors) if participants.by_tree else ())


def spoken(participants: Participants, match: Match, scene: Scene, attribution: Attribution | None) -> Participants:
    """The participants with the speaker as the doer: of a verb of saying, of what is said as a judgement or promised,
    and of a meeting that is only the occasion of what is said."""
    speaker: Party | None = None
    said = said_at(scene, scene.sentence[match.trigger].start)
    if match.phrase.says:
        speaker = (attribution.speaker if attribution else None) or teller_above(scene, match.trigger)
        if speaker is None:
            return Participants((), participants.recipients)
    elif said and said.speaker and not (participants.actors and is_material(match)):
        speaker = said.speaker
    elif said and said.source and match.phrase.type == "STATEMENT" and not participants.by_tree:
        return Participants((), ())  # "a source said": nobody known, and nobody who stands near
    elif not participants.actors and attribution and (is_promise(scene, match) or is_ours(scene, match)):
        # "Ties will be strengthened, she said": the promise is hers; "what we signed" is what she signed.
        speaker = attribution.speaker
    elif not participants.actors and match.phrase.type == "CONSULT" and attribution is None:
        # "In a meeting with her counterpart, she said": she was there.
        speaker = teller_above(scene, match.trigger)
    if speaker is None or any(actor.actor == speaker.actor for actor in participants.actors):
        return participants  # "Norway and Chad agreed": the speaker is one of those who do it
    if getting_verb(scene.sentence, match) is not None:
        return participants  # "drew criticism from Chad"
    if is_undergone(scene.sentence, match.trigger) and speaker.actor in {
        party.actor for party in participants.recipients
    }:
        return participants  # "Chad has been blamed", which says nothing
    return Participants((speaker,), apart(participants.recipients, (speaker,)), participants.by_tree)


def is_promise(scene: Scene, match: Match) -> bool:
    """Whether what is said is a promise, which is the speaker's; not an offer that somebody considers."""
    of_others = is_noun(scene.sentence, match.trigger) and is_of_others(scene.sentence, match)
    return match.phrase.type == "AGREE" and not of_others


def is_ours(scene: Scene, match: Match) -> bool:
    """Whether those who speak do it: "we", "I"."""
    if is_passive(scene.sentence, match.trigger):
        return False
    subjects = scene.sentence.children_by(match.trigger, "nsubj")
    return any(scene.sentence[at].text.lower() in ("we", "i") for at in subjects)


def teller_above(scene: Scene, trigger: int) -> Party | None:
    """The speaker of the nearest verb of saying that the word hangs on."""
    if not scene.attributions:
        return None
    for at in scene.sentence.ancestors(trigger):
        said = said_at(scene, scene.sentence[at].start)
        if said and said.speaker:
            return said.speaker
    return None


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
    if participants.actors or not participants.recipients or kind not in SUFFERED:
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


def is_material(match: Match) -> bool:
    """Whether something is done, not only said."""
    return quad_of(TYPES[match.phrase.type]) in (Quad.MATERIAL_COOPERATION, Quad.MATERIAL_CONFLICT)


def mention(
    document: Document,
    scene: Scene,
    weighed: Weighed,
    participants: Participants,
    attribution: Attribution | None,
) -> EventMention:
    """The record of the deed."""
    phrase = weighed.match.phrase
    kind, mode, cameo = TYPES[phrase.type], phrase.mode, phrase.cameo
    token = scene.sentence[weighed.match.trigger]
    trigger = Span(start=token.start, end=token.end)
    realis = realis_of(scene.sentence, weighed.match.trigger)
    if phrase.negative and realis in (Realis.NEGATED, Realis.FUTURE):
        realis = Realis.ACTUAL  # "will not release" is a refusal of now: the words' "not" is the deed's own
    if realis is Realis.NEGATED and kind in REFUSABLE and is_refused(scene.sentence, weighed.match.trigger):
        kind, mode, cameo, realis = EventType.REJECT, None, None, Realis.ACTUAL
    event_date, no_date = date_of(scene, weighed.match.trigger, document.published, realis)
    happening = is_noun(scene.sentence, weighed.match.trigger) and token.lemma.lower() not in verbs("words")
    if realis is Realis.ACTUAL and happening and is_ahead(event_date, document):
        realis = Realis.FUTURE  # "ahead of a visit next month"
    if realis is Realis.FUTURE and kind in FOLDED:
        kind, mode, cameo = FOLDED[kind], None, None
    code = retyped(scene, weighed.match, participants, attribution, Code(kind, mode, cameo))
    kind, mode, cameo = code.kind, code.mode, code.cameo
    if realis is Realis.ACTUAL and is_historical(event_date, document.published):
        realis = Realis.HISTORICAL
    actors = participants.actors
    turned = kind is EventType.STATEMENT and phrase.type != kind.value
    recipients = () if turned else participants.recipients
    taken = [party.span for party in (*actors, *recipients) if party.span]
    place, no_place = place_of(scene, weighed.match, kind.value, taken)
    known = {"actor": actors, "recipient": recipients, "mode": mode, "cameo": cameo, "attribution": attribution}
    empty = {name: REASONS[name] for name, value in known.items() if not value}
    return EventMention(
        id=f"{trigger.start}-{trigger.end}",
        type=kind,
        mode=mode,
        contexts=scene.contexts(),
        quad=quad_of(kind),
        intensity=intensity_of(kind, mode),
        cameo=cameo,
        realis=realis,
        actors=actors,
        recipients=recipients,
        date=event_date,
        place=place,
        attribution=attribution.id if attribution else None,
        speaker=attribution.speaker if attribution else None,
        quantities=tuple(scene.quantities),
        trigger=trigger,
        sentence=scene.span,
        quote=quote_of(document.text, scene.span, trigger),
        empty=empty | ({"date": no_date} if no_date else {}) | ({"place": no_place} if no_place else {}),
        rule=f"{weighed.judge}:{phrase.cameo}:{phrase.text}",
        confidence=weighed.confidence,
    )


def is_ahead(event_date: EventDate | None, document: Document) -> bool:
    """Whether the date of a deed lies after the article's day, by the words of the text."""
    return event_date is not None and event_date.span is not None and is_to_come(event_date, document.published)


def without_bare_sayings(
    found: list[EventMention], attributions: Sequence[Attribution], thoughts: set[int], objects: dict[int, int]
) -> tuple[EventMention, ...]:
    """A saying whose content is a deed of the speaker's own (a promise, a demand, a judgement) is told by that deed,
    where both stand in one sentence; and so is one whose very object is a deed of the speaker's side: "affirmed
    Norway's support" (`objects` has by such a deed's trigger where its verb begins). A thought or wish of the speaker's
    own side (`thoughts` has where their words begin) is told by the saying."""
    deeds = [mention for mention in found if mention.type is not EventType.STATEMENT]
    starts = [mention.trigger.start for mention in deeds]
    told: set[int] = set()
    for said in attributions:
        if said.cue and said.speaker:
            inside = [m for s in said.content for m in deeds[bisect_left(starts, s.start) : bisect_left(starts, s.end)]]
            near = [m for m in inside if m.sentence.start <= said.cue.start < m.sentence.end]
            near = [m for m in near if m.realis is not Realis.NEGATED]  # "denied having targeted them" tells a denial
            if any(
                said.speaker.actor in {actor.actor for actor in mention.actors}
                or (
                    said.cue.start <= objects.get(mention.trigger.start, -1) < said.cue.end
                    and is_own_side(said.speaker, mention)
                )
                for mention in near
            ):
                told.add(said.cue.start)
    bare = {m.trigger.start for m in found if m.type is EventType.STATEMENT and m.cameo != CONDOLENCE}
    kept = [m for m in found if m.trigger.start not in told & bare]
    sayings = {m.trigger.start for m in kept if m.type is EventType.STATEMENT}
    content = {said.id: said for said in attributions if said.cue and said.cue.start in sayings}
    return tuple(
        m for m in kept if m.trigger.start not in thoughts or not is_within(m, content.get(m.attribution or ""))
    )


def is_within(mention: EventMention, said: Attribution | None) -> bool:
    """Whether the mention is a statement of the speaker's own side in what the sentence says that he says."""
    if mention.type is not EventType.STATEMENT or said is None or said.speaker is None or said.cue is None:
        return False
    near = mention.sentence.start <= said.cue.start < mention.sentence.end and said.cue.start != mention.trigger.start
    return near and is_own_side(said.speaker, mention)


def is_own_side(speaker: Party, mention: EventMention) -> bool:
    """Whether the deed is the speaker's, or that of the government of the speaker's country."""
    return any(
        actor.actor == speaker.actor
        or (actor.kind is ActorKind.GOVERNMENT and (actor.country, actor.sector) == (speaker.country, "GOV"))
        for actor in mention.actors
    )
