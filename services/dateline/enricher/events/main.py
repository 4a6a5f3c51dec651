"""The deed that a text is about, and the words that name its two sides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.enricher.document import Document
from dateline.enricher.events.doers import doer_words
from dateline.enricher.events.done_to import done_to_words
from dateline.enricher.events.features import merged, told_as
from dateline.enricher.events.hanging import CIRCUMSTANCES, NOUNS, hangs_by
from dateline.enricher.events.judging import main_type_of
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.matching import agreeing, matches
from dateline.enricher.events.partners import MUTUAL
from dateline.enricher.events.selecting import deeds_of
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import Actor, EventMention, EventType, Party, Span

DAYS: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow January February March "
    "April May June July August September October November December".split()
)
PRONOUNS: Final = frozenset("he she it they him her them his its their who which that we i us our".split())
ASIDES: Final = CIRCUMSTANCES | {"over"}
"""What opens a noun that tells when or why, and no longer which."""
LONGEST_PHRASE: Final = 14
"""Words of a noun phrase that are kept from its start."""

UNSURE: Final = 0.8
"""Below this confidence of the classifier the lexicon is as often right about a text's main deed, or more often."""
BODILY: Final = (EventType.ASSAULT, EventType.COERCE)
FORCEFUL: Final = (*BODILY, EventType.PROTEST)
"""Deeds whose target is the thing itself, wherever and whosever it is."""


@dataclass(frozen=True)
class Sides:
    """The words for the doer and the done-to; None where the sentence has none."""

    source: Span | None
    target: Span | None


def main_type(text: str) -> EventType:
    """The type that the classifier gives the text as a whole; RETREAT where it says YIELD, which is two types."""
    return EventType(told_as(main_type_of(text).label))


def type_of_main(text: str, main: EventMention | None) -> EventType:
    """The type of a text's main deed: the classifier's, or where that is unsure the one that it was coded with."""
    judged = main_type_of(text)
    if main is None or main.type is EventType.STATEMENT or judged.confidence >= UNSURE:
        return EventType(told_as(judged.label))
    return main.type


def main_event(document: Document, mentions: Sequence[EventMention]) -> EventMention | None:
    """Of the deeds coded in the text, the first of its main type, those with both sides before those with one; where
    there is none, the first deed that is more than a saying."""
    wanted = merged(main_type(document.text).value)
    ranked = sorted(
        mentions,
        key=lambda m: (
            merged(m.type.value) != wanted,
            m.type is EventType.STATEMENT,
            not m.actors,
            not (m.recipients or len(m.actors) > 1),
            m.trigger.start,
        ),
    )
    return ranked[0] if ranked else None


def main_sides(document: Document, mention: EventMention | None, actors: Sequence[Actor] = ()) -> Sides:
    """The words for the two sides of the main deed, also where no known actor stands behind them; for a pronoun the
    name of whom it stands for, where `actors` has it."""
    for sentence in document.sentences:
        for match in deeds_of(sentence, agreeing(matches(sentence.tokens), sentence.tokens)):
            if mention is None or sentence[match.trigger].start == mention.trigger.start:
                sides = phrases_of_sides(sentence, match, mention)
                if mention is not None:
                    source = named_by(document, sides.source, mention.actors, actors)
                    return Sides(source, named_by(document, sides.target, mention.recipients, actors))
                if sides.source or sides.target:
                    return sides
    return Sides(None, None)


def named_by(document: Document, span: Span | None, parties: Sequence[Party], actors: Sequence[Actor]) -> Span | None:
    """The span, or in a pronoun's place the words that name the party first."""
    if span is None or not parties or document.text[span.start : span.end].lower() not in PRONOUNS:
        return span
    spans = [at for actor in actors if actor.id == parties[0].actor for at in actor.spans]
    return next((at for at in spans if document.text[at.start : at.end].lower() not in PRONOUNS), span)


def phrases_of_sides(sentence: Sentence, match: Match, mention: EventMention | None) -> Sides:
    """The phrases of the two sides; of partners in one coordination, the first and the second."""
    doers, done_to = doer_words(sentence, match), done_to_words(sentence, match)
    source = phrase_for(sentence, doers, mention.actors if mention else ())
    partners = [c for d in doers[:1] for c in sentence.children_by(d, "conj") if sentence[c].upos in NOUNS]
    if partners and match.phrase.type in MUTUAL and not (mention and mention.recipients):
        return Sides(noun_phrase(sentence, doers[0], partners), noun_phrase(sentence, partners[0]))
    thing = thing_of(sentence, match, done_to)
    recipients = mention.recipients if mention else ()
    if thing is not None and (not recipients or is_in(recipients[0].span, sentence, thing)):
        return Sides(source, noun_phrase(sentence, thing))
    whole = next((at for at in done_to if sentence[at].deprel == "obj" and at not in match.tokens), None)
    if mention and mention.place and not mention.recipients and whole is None:
        return Sides(source, phrase_with(mention.place.span, [noun_phrase(sentence, head) for head in done_to]))
    if EventType(match.phrase.type) not in FORCEFUL:  # not "an investigation" but into what
        done_to = [at for at in done_to if at not in match.tokens] or done_to
    return Sides(source, phrase_for(sentence, done_to, recipients))


def thing_of(sentence: Sentence, match: Match, done_to: Sequence[int]) -> int | None:
    """The object of violence or force, which is its target whole ("a mosque in Mosul"), not the country within it."""
    if sentence[match.trigger].upos in NOUNS or EventType(match.phrase.type) not in BODILY:
        return None
    for head in done_to:
        if sentence[head].deprel in ("obj", "nsubj:pass") and head not in match.tokens:
            return head
    return None


def is_in(span: Span | None, sentence: Sentence, head: int) -> bool:
    """Whether a party stands within the phrase of `head`."""
    if span is None:
        return False
    reach = sentence.subtree(head)
    return sentence[min(reach)].start <= span.start and span.end <= sentence[max(reach)].end


def phrase_with(place: Span, phrases: Sequence[Span]) -> Span:
    """The first of the phrases that has the place in it, else the place alone."""
    return next((span for span in phrases if span.start <= place.start and place.end <= span.end), place)


def phrase_for(sentence: Sentence, heads: Sequence[int], parties: Sequence[Party]) -> Span | None:
    """The phrase that names the side: an owner's alone ("Iran" of "Iran's plan"), else all that the party stands in."""
    named = parties[0].span if parties else None
    if named is None:
        return noun_phrase(sentence, heads[0]) if heads else None
    covered = [token.index for token in sentence if token.start < named.end and named.start < token.end]
    if not covered:
        return named
    head = next((at for at in reversed(covered) if sentence[at].head not in covered), covered[-1])
    if sentence[head].deprel == "nmod:poss":
        return named
    while sentence[head].deprel in ("amod", "compound", "flat", "det") and sentence[head].head != ROOT:
        head = sentence[head].head
    whole = noun_phrase(sentence, head)
    return Span(start=min(whole.start, named.start), end=max(whole.end, named.end))


def noun_phrase(sentence: Sentence, head: int, but: Sequence[int] = ()) -> Span:
    """The words of a head's phrase with its appositions, without the clauses that are set off from it and asides."""
    kept = {head}
    queue = [head]
    for at in queue:
        for child in sentence.children(at):
            relation = sentence[child].deprel.partition(":")[0]
            verbal = sentence[child].upos in ("VERB", "AUX") and relation != "amod"
            set_off = relation in ("punct", "cc", "parataxis", "nsubj", "advcl", "ccomp", "cop", "mark")
            if (
                child in but
                or set_off
                or sentence[child].text in DAYS
                or (relation == "case" and at == head)
                or (relation == "nmod" and hangs_by(sentence, child, ASIDES))  # "a newspaper over an opinion"
                or (verbal and relation in ("acl", "conj") and sentence[child].xpos != "VBN")
                or sentence[child].deprel == "acl:relcl"
            ):
                continue
            kept.add(child)
            queue.append(child)
    first = last = head
    while first - 1 in kept or (first > 1 and first - 2 in kept):
        first -= 1 if first - 1 in kept else 2
    while last + 1 in kept or (last + 2 < len(sentence) and last + 2 in kept):
        last += 1 if last + 1 in kept else 2
    last = max(head, min(last, first + LONGEST_PHRASE - 1))
    return Span(start=sentence[first].start, end=sentence[last].end)
