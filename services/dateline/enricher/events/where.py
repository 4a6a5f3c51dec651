"""Where a deed is done: which of the places that its sentence names."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.events.hanging import AT, BETWEEN, hangs_by
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.setting import Scene, is_told_of_someone, nearest
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import Place, Span

APART: Final = frozenset("after before following since until despite over about".split())
"""What stands before another happening, whose place is not the deed's."""
TOLD: Final = ("ccomp", "parataxis", "acl:relcl", "csubj")
"""Relations of clauses that tell of something else."""
OF_WORDS: Final = frozenset("STATEMENT AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())
"""Deeds of words: what they are about is elsewhere."""
MATTERS: Final = ("obj", "xcomp", "ccomp")
BORDERS: Final = frozenset(("border", "frontier"))
LEAD: Final = 4
"""Words before a place among which "border with" is looked for: "the border with the eastern Congo"."""
OF: Final = frozenset(("of", "for"))
INSIDE: Final = frozenset("in at near inside outside across around throughout within off".split())
UPON: Final = frozenset(("on", "into", "onto", "over"))
NAMING: Final = ("compound", "flat", "amod", "nmod", "appos", "conj")
"""How a place hangs on the noun that it is part of: "the town of Gao", "a Gao suburb"."""
NO_PLACE: Final = "the sentence names no place"
ELSEWHERE: Final = "the places that the sentence names are of something else"
COUNTRY: Final = "gazetteer: country"


def place_of(scene: Scene, match: Match, kind: str, taken: Sequence[Span]) -> tuple[Place | None, str]:
    """The place named in the sentence nearest to the deed that is not an actor there and tells of nothing else, or the
    reason why there is none. Of a country and a town in it the town."""
    if not scene.places:
        return None, NO_PLACE
    sentence = scene.sentence
    free: list[Place] = []
    named = False
    for place in scene.places:
        at = head_of(sentence, place.span)
        is_actor = any(span.start < place.span.end and place.span.start < span.end for span in taken)
        if is_actor and (kind in OF_WORDS or not is_scene_too(sentence, at, place)):
            continue
        if is_end_of_a_way(sentence, at) or is_beyond_a_border(sentence, at):
            continue
        named = True
        if is_where(sentence, match, at, kind):
            free.append(place)
    number = nearest([place.span for place in free], sentence[match.trigger].start)
    if number is None:
        return None, ELSEWHERE if named else NO_PLACE
    best = free[number]
    if best.rule == COUNTRY:
        best = next((place for place in free if place.rule != COUNTRY and place.country == best.country), best)
    return best, ""


def head_of(sentence: Sentence, span: Span) -> int:
    """The first of the words at a span that hangs on another beside it; the sentence's own root for none."""
    inside = [token for token in sentence if token.start < span.end and span.start < token.end]
    within = range(inside[0].index, inside[-1].index + 1) if inside else range(0)
    return next((token.index for token in inside if token.head not in within), sentence.root)


def is_scene_too(sentence: Sentence, at: int, place: Place) -> bool:
    """Whether a place by which a party is known is where the deed is done all the same: "shelled a bus in Gao", "a raid
    on Gao"; of a country not "a raid on Mali"."""
    inside = INSIDE if place.rule == COUNTRY else INSIDE | UPON
    for _ in range(LEAD):
        cases = {sentence.words[child] for child in sentence.children_by(at, "case")}
        if cases & inside:
            return True
        if (cases and "of" not in cases) or sentence[at].deprel not in NAMING or sentence[at].head == ROOT:
            return False
        at = sentence[at].head
    return False


def is_end_of_a_way(sentence: Sentence, at: int) -> bool:
    """Whether the place is one of two that something lies between: "a road between Nakuru and Mbale"."""
    while sentence[at].deprel in ("conj", "compound", "flat") and sentence[at].head != ROOT:
        at = sentence[at].head
    return hangs_by(sentence, at, BETWEEN)


def is_beyond_a_border(sentence: Sentence, at: int) -> bool:
    """Whether the place is what another borders on: "in western Chad near the border with Niger"."""
    before = sentence.lemmas[max(0, at - LEAD) : at]
    return "with" in before and not BORDERS.isdisjoint(before[: before.index("with")][-1:])


def is_where(sentence: Sentence, match: Match, at: int, kind: str) -> bool:
    """Whether the place at a word may be where the deed is done: it hangs on the deed, or the deed on what it hangs on,
    and neither way leads through what is said, or came before or after."""
    trigger = match.trigger
    above = (trigger, *sentence.ancestors(trigger))
    path = [at]
    while path[-1] not in above:
        if sentence[path[-1]].head == ROOT:
            return True
        path.append(sentence[path[-1]].head)
    meeting = path.pop()
    if any(_leads_away(sentence, each) for each in path[1:]):  # "flew over Chad", but not "over the war in Chad"
        return False
    if meeting == trigger:
        of_words = kind in OF_WORDS or sentence.lemmas[trigger] in verbs("discussing")
        matter = of_words and bool(path) and _is_matter(sentence, path)
        return not matter or _is_of_phrase(sentence, match, path)
    if is_told_of_someone(sentence, trigger) and meeting != sentence[trigger].head:
        return False
    return not any(_leads_away(sentence, each) for each in above[: above.index(meeting)])


def _is_of_phrase(sentence: Sentence, match: Match, path: Sequence[int]) -> bool:
    """Whether the place is that of a noun without which the words would tell no deed: "signed a pact in Goma"."""
    if len(path) > 1:
        return path[-1] in match.tokens and hangs_by(sentence, path[-2], AT)
    first = min((path[0], *sentence.children(path[0])))
    return first - 1 in match.tokens and hangs_by(sentence, path[0], AT)


def _leads_away(sentence: Sentence, at: int) -> bool:
    return sentence[at].deprel in TOLD or any(
        sentence.words[child] in APART for child in sentence.children_by(at, "case", "mark")
    )


def _is_matter(sentence: Sentence, path: Sequence[int]) -> bool:
    """Whether the place on a path from it up to words tells what they are about; parsers hang "in Goma" of "condemned
    the attack in Goma" on the verb."""
    top = sentence[path[-1]]
    if any(sentence[each].deprel in MATTERS for each in path):
        return True
    if top.deprel == "advcl":
        return any(sentence.words[child] in OF for child in sentence.children_by(top.index, "mark", "case"))
    before = sentence[max(0, min((path[-1], *sentence.children(path[-1]))) - 1)]
    return top.deprel == "obl" and before.deprel == "obj" and before.head == top.head and before.upos == "NOUN"
