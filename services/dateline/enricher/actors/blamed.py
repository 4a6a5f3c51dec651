"""Whom a pronoun means in the reason for taking somebody to task: who did what is told there."""

from collections.abc import Iterator
from typing import Final

from dateline.enricher.actors.coreference import is_meant
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import Pronoun, words
from dateline.enricher.actors.scene import Scene
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas.coded import ActorKind

FOR: Final = frozenset(("for", "over"))
CHARGES: Final = frozenset("charge charges claim claims allegation allegations accusation accusations".split())
DENYING: Final = frozenset(("deny", "reject", "dispute", "dismiss", "refute"))
ACCUSING: Final = frozenset(("accuse", "blame", "suspect"))
ON: Final = frozenset(("on", "against"))


def blamed(scene: Scene, at: int, pronoun: Pronoun) -> Figure | None:
    """Who is punished, blamed or thanked for what the pronoun at a word is said to have done: "sanctioned Chad after it
    had shelled", "praised Chad for its help", "thanked Chad for the tents that it gave"."""
    sentence = scene.sentence
    clause = sentence[at].head
    if clause != ROOT and sentence.lemmas[clause] in DENYING and sentence.words[max(0, at - 1)] in CHARGES:
        return _accused(scene, at, pronoun)
    if clause == ROOT:
        return None
    reason, how = clause, (sentence[at].deprel, sentence[clause].deprel)
    if how == ("nsubj", "acl:relcl") and sentence[sentence[clause].head].deprel == "obl":
        reason = sentence[clause].head
    elif how not in (("nsubj", "advcl"), ("nmod:poss", "obl")):
        return None
    verb = sentence[reason].head
    if verb == ROOT or sentence.lemmas[verb] not in words("blaming"):
        return None
    known = words("reason") if how == ("nsubj", "advcl") else FOR
    if known.isdisjoint(sentence.words[child] for child in sentence.children_by(reason, "mark", "case")):
        return None
    return _who_is(scene, verb, pronoun)


def _accused(scene: Scene, at: int, pronoun: Pronoun) -> Figure | None:
    """Who denies what was said before: "accused Chad of lying, charges it denies"."""
    accusing = [verb for verb in range(at) if scene.sentence.lemmas[verb] in ACCUSING]
    return _who_is(scene, accusing[-1], pronoun) if accusing else None


def _who_is(scene: Scene, verb: int, pronoun: Pronoun) -> Figure | None:
    """The one whom a verb takes to task, if the pronoun can mean them."""
    taken = set(_taken_to_task(scene.sentence, verb))
    mention = next((m for m in scene.read if m.head in taken and len(m.figures) == 1), None)
    return mention.figures[0] if mention is not None and _may_mean(pronoun, mention.figures[0]) else None


def _taken_to_task(sentence: Sentence, verb: int) -> Iterator[int]:
    """The object, and what "on" says it falls on: "imposed sanctions on Chad"."""
    things = sentence.children_by(verb, "obj")
    yield from things
    for at in (
        *sentence.children_by(verb, "obl"),
        *(at for thing in things for at in sentence.children_by(thing, "nmod")),
    ):
        if not ON.isdisjoint(sentence.words[case] for case in sentence.children_by(at, "case")):
            yield at


def _may_mean(pronoun: Pronoun, figure: Figure) -> bool:
    """Whether the pronoun is of a person for a person, and of their gender, or of a thing for a body."""
    if pronoun.what == "person":
        return is_meant(figure, pronoun)
    return pronoun.what == "thing" and figure.kind is not ActorKind.PERSON
