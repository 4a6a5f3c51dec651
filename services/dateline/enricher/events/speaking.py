"""Deeds that are done by saying something: who says it does them."""

from typing import Final

from dateline.enricher.events.doers import is_of_others
from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.getting import getting_verb
from dateline.enricher.events.hanging import is_noun, is_passive, is_undergone
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import apart
from dateline.enricher.events.participants import Participants
from dateline.enricher.events.scale import is_material
from dateline.enricher.events.setting import Scene, said_at
from dateline_schemas import Attribution, Party

US: Final = frozenset(("us", "me"))


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


def met_by(found: Participants, match: Match, scene: Scene, attribution: Attribution | None) -> tuple[Party, ...]:
    """Whom the deed is done to; of "they attacked us" who says so."""
    speaker = attribution.speaker if attribution else None
    if found.recipients or speaker is None or match.phrase.says:
        return found.recipients
    ours = any(scene.sentence.words[at] in US for at in done_to_words(scene.sentence, match))
    return apart((speaker,), found.actors) if ours else ()


def is_promise(scene: Scene, match: Match) -> bool:
    """Whether what is said is a promise, which is the speaker's; not an offer that somebody considers."""
    of_others = is_noun(scene.sentence, match.trigger) and is_of_others(scene.sentence, match)
    return match.phrase.type == "AGREE" and not of_others


def is_ours(scene: Scene, match: Match) -> bool:
    """Whether those who speak do it: "we", "I"; also of the second verb of "we met and agreed"."""
    if is_passive(scene.sentence, match.trigger):
        return False
    verb = match.trigger
    while scene.sentence[verb].deprel == "conj" and not scene.sentence.children_by(verb, "nsubj"):
        verb = scene.sentence[verb].head
    return any(scene.sentence[at].text.lower() in ("we", "i") for at in scene.sentence.children_by(verb, "nsubj"))


def teller_above(scene: Scene, trigger: int) -> Party | None:
    """The speaker of the nearest verb of saying that the word hangs on."""
    if not scene.attributions:
        return None
    for at in scene.sentence.ancestors(trigger):
        said = said_at(scene, scene.sentence[at].start)
        if said and said.speaker:
            return said.speaker
    return None
