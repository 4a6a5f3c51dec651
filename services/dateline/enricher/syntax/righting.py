"""Mends trees in which the main verb was taken for a participle: "Greek rescuers dug for survivors".

The past tense of most English verbs is their participle too, and where a name or a rare noun stands before it the net
now and then reads a clause without a finite verb, or a passive without an auxiliary. A sentence that ends with a full
stop has a verb that says something.
"""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.syntax.attachment import right_attachment
from dateline.enricher.syntax.auxiliaries import right_parted
from dateline.enricher.syntax.clauses import right_clauses
from dateline.enricher.syntax.coordination import right_coordination
from dateline.enricher.syntax.described import right_described
from dateline.enricher.syntax.headlines import right_headline
from dateline.enricher.syntax.misread import (
    right_asides,
    right_finite,
    right_fused_clauses,
    right_gerunds,
    right_nouns,
    right_objects,
    right_only_pasts,
    right_particles,
    right_receivers,
    right_sayings_aside,
    right_sayings_between,
    right_suspects,
    right_verb_before_determiner,
)
from dateline.enricher.syntax.nouns import right_each_other, right_named, right_states
from dateline.enricher.syntax.objects import right_lost_objects
from dateline.enricher.syntax.passives import calls_for, done_to, make_participle, right_passives, right_second_passives
from dateline.enricher.syntax.reduced import right_reduced
from dateline.enricher.syntax.relatives import right_after_relatives, right_claims, right_relatives, right_told_clauses
from dateline.enricher.syntax.subjects import CLITICS, right_subjects
from dateline.enricher.syntax.tree import ROOT, Token, are_tree
from dateline.enricher.syntax.verbless import right_verbless
from dateline.enricher.syntax.words import intransitive

PARTICIPLE, PAST, GERUND = "VBN", "VBD", "VBG"
NOMINAL: Final = ("NOUN", "PROPN", "PRON")
OBJECTS: Final = ("obj", "xcomp", "ccomp", "compound:prt")
"""Relations of what an active verb has and a participle behind its noun has not."""
MISREAD: Final = (
    "advmod",
    "nmod",
    "obl",
    "obl:npmod",
    "obl:tmod",
    "obl:unmarked",
    "compound",
    "dep",
    "nsubj:pass",
    "nsubj",
)
"""What a subject is called where its verb was misread."""
NAMES: Final = ("compound", "flat", "appos")
"""Relations of a noun that stands beside another."""
PASTS_IN_N: Final = frozenset({"began", "ran", "spun", "won"})
FARTHEST: Final = 12
"""Words before the verb: further on, a noun without a verb is no mere misreading."""


def righted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with its main verb as such, where the net took it for a participle; changed in place. Where the
    rules together would make no tree of it, it stays as the net has it."""
    before = [(token.head, token.deprel, token.upos, token.xpos, token.lemma) for token in tokens]
    _right(tokens)
    if not are_tree(tokens):
        for token, given in zip(tokens, before, strict=True):
            token.head, token.deprel, token.upos, token.xpos, token.lemma = given
    return tokens


def _right(tokens: Sequence[Token]) -> None:
    right_headline(tokens)
    right_verbless(tokens)
    right_after_relatives(tokens)
    right_states(tokens)
    right_named(tokens)
    right_attachment(tokens)
    right_each_other(tokens)
    right_parted(tokens)
    right_clauses(tokens)
    right_particles(tokens)
    right_nouns(tokens)
    right_finite(tokens)
    right_only_pasts(tokens)
    right_gerunds(tokens)
    right_suspects(tokens)
    right_objects(tokens)
    right_relatives(tokens)
    right_told_clauses(tokens)
    right_claims(tokens)
    right_asides(tokens)
    right_sayings_aside(tokens)
    right_fused_clauses(tokens)
    right_passives(tokens)
    right_receivers(tokens)
    right_described(tokens)
    root = next((token for token in tokens if token.head == ROOT), None)
    if root is None:
        return
    if root.upos in NOMINAL and tokens[-1].text == ".":
        right_verb_before_determiner(tokens, root)
    if root.xpos == PARTICIPLE and root.upos == "VERB":
        _right_passive(tokens, root)
    elif root.xpos == PAST:
        _right_past(tokens, root)
        _right_said_clause(tokens)
    elif root.upos in NOMINAL and tokens[-1].text == ".":
        _right_clause(tokens, root)
    elif root.xpos == GERUND and root.upos == "VERB" and root.index == 0:
        _right_gerund(tokens, root)
    right_reduced(tokens)
    right_subjects(tokens)
    right_lost_objects(tokens)
    right_coordination(tokens)
    right_second_passives(tokens)
    right_sayings_between(tokens)


def _right_passive(tokens: Sequence[Token], verb: Token) -> None:
    """ "Japan donated ambulances": no passive has an object, or an agent without "by"."""
    children = [token for token in tokens if token.head == verb.index]
    if any(child.deprel.startswith(("aux", "cop")) for child in children):
        return
    subjects = [child for child in children if child.index < verb.index and child.deprel in MISREAD]
    subjects = [child for child in subjects if child.upos in NOMINAL and not _has_preposition(tokens, child)]
    agents = [child for child in children if child.deprel == "obl:agent" and not _has_preposition(tokens, child)]
    suffered = verb.text.lower() in done_to() and any(child.deprel == "nsubj:pass" for child in children)
    objects = [child for child in children if child.deprel in OBJECTS]  # "down" of "three drones shot down" is none
    active = bool(agents) or any(child.deprel != "compound:prt" or not suffered for child in objects)
    if not subjects or not (active or verb.lemma.lower() in intransitive()):
        return
    _make_active(verb, subjects[-1])
    for agent in agents:
        if agent.index > verb.index:
            agent.deprel = "obj"


def _right_past(tokens: Sequence[Token], verb: Token) -> None:
    """ "The minister brushed aside the complaint": a past tense has no passive subject."""
    children = [token for token in tokens if token.head == verb.index]
    if not any(child.deprel.startswith("aux") for child in children):
        for child in children:
            if child.deprel == "nsubj:pass":
                child.deprel = "nsubj"


def _right_clause(tokens: Sequence[Token], noun: Token) -> None:
    """ "Rescuers dug for survivors": the noun is the subject, and what hangs on it behind the verb is the verb's."""
    children = [token for token in tokens if token.head == noun.index]
    if any(child.deprel == "cop" or child.deprel.startswith(("nsubj", "parataxis")) for child in children):
        _right_object(tokens, noun, children)
        return
    verb = _participle_behind(tokens, noun)
    if verb is None:
        _right_object(tokens, noun, children)
        return
    if verb.xpos not in (PARTICIPLE, PAST) or verb.index > FARTHEST:
        return
    if tokens[verb.index - 1].text == "," or not _can_be_past(verb):
        return
    own = [token for token in tokens if token.head == verb.index]
    if any(token.deprel.startswith(("nsubj", "aux", "mark", "obl:agent")) for token in own):
        return
    has_object = any(token.deprel in OBJECTS for token in own) or _is_between(tokens, noun, verb)
    if not has_object and verb.lemma.lower() not in intransitive() and not calls_for(tokens, verb):
        return
    bearer = tokens[verb.head] if _is_between(tokens, noun, verb) else None
    verb.head, verb.deprel, noun.head = ROOT, "root", verb.index
    for child in children:
        if child.index > verb.index:
            child.head = verb.index
    if bearer is not None:
        bearer.head, bearer.deprel = verb.index, "obj"
    _make_active(verb, noun)


def _right_object(tokens: Sequence[Token], noun: Token, children: Sequence[Token]) -> None:
    """ "A court convicted Ito", "rebels usurped power": the verb right behind its subject was taken for an adjective of
    its object."""
    verb = next((c for c in children if c.deprel == "amod" and (c.xpos == PARTICIPLE or c.text.endswith("ed"))), None)
    if verb is None or not 0 < verb.index < noun.index or any(child.deprel == "cop" for child in children):
        return
    subject = tokens[verb.index - 1]
    plural = subject.deprel == "compound" and subject.xpos == "NNS"
    if subject.head != noun.index or not (subject.deprel == "nsubj" or plural) or not _can_be_past(verb):
        return
    make_participle(verb)
    verb.head, verb.deprel, noun.head, noun.deprel = ROOT, "root", verb.index, "obj"
    tokens[-1].head = verb.index
    _make_active(verb, subject)


def _right_said_clause(tokens: Sequence[Token]) -> None:
    """ "Turkish jets struck rebel camps, he said": the same where the clause is what somebody says."""
    for verb in tokens[1:]:
        if verb.deprel != "amod" or verb.xpos != PARTICIPLE or not _can_be_past(verb):
            continue
        subject, noun = tokens[verb.index - 1], tokens[verb.head]
        plural = subject.xpos == "NNS" and subject.deprel == "compound" and subject.head == noun.index
        if not plural or noun.index < verb.index or noun.deprel not in ("obj", "ccomp") or noun.head < noun.index:
            continue
        verb.head, verb.deprel = noun.head, "ccomp"
        noun.head, noun.deprel = verb.index, "obj"
        _make_active(verb, subject)


def _right_gerund(tokens: Sequence[Token], gerund: Token) -> None:
    """ "Fighting between the two flared": the finite verb is the sentence's, the gerund its subject."""
    children = [token for token in tokens if token.head == gerund.index]
    verb = next((child for child in children if child.deprel == "advcl" and child.xpos == PAST), None)
    if verb is None or tokens[verb.index - 1].text == ",":
        return
    if any(token.head == verb.index and token.deprel.startswith(("nsubj", "mark", "aux")) for token in tokens):
        return
    verb.head, verb.deprel = ROOT, "root"
    for child in children:
        if child.index > verb.index:
            child.head = verb.index
    gerund.head, gerund.deprel = verb.index, "nsubj"


def _participle_behind(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The participle that hangs on the noun from behind, or on another that stands with it without a comma."""
    for token in tokens[noun.index + 1 :]:
        if not token.deprel.startswith(("acl", "amod")):
            continue
        before = tokens[token.index - 1]
        if token.head == noun.index:
            return token
        if token.head == before.index and before.head == noun.index and before.deprel in NAMES:
            return token  # "a cargo plane delivered": of two nouns the first was taken for the head
        if _is_between(tokens, noun, token):
            return token
    return None


def _is_between(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """Whether the verb was taken for an adjective of its object: "the agency funded meals"."""
    if verb.deprel != "amod" or verb.xpos != PARTICIPLE or verb.head < verb.index or verb.index != noun.index + 1:
        return False
    return tokens[verb.head].head == noun.index and tokens[verb.head].deprel in ("appos", "obj")


def _make_active(verb: Token, subject: Token) -> None:
    verb.xpos = PAST
    subject.head, subject.deprel = verb.index, "nsubj"


def _can_be_past(verb: Token) -> bool:
    """Whether the form is not a participle alone: "taken", "seen"."""
    return not verb.text.lower().endswith("n") or verb.text.lower() in PASTS_IN_N


def _has_preposition(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether a preposition stands before the noun."""
    marks = (token for token in tokens if token.head == noun.index and token.deprel == "case")
    return any(mark.text not in CLITICS for mark in marks)
