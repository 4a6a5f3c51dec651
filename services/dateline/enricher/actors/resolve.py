"""From phrases to mentions: who each phrase of a sentence stands for."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.enricher.actors.blamed import blamed
from dateline.enricher.actors.coreference import OBJECT, SUBJECT, Place
from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.halves import is_half_of_a_word
from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.offices import body, body_figure, office, sharing
from dateline.enricher.actors.persons import person
from dateline.enricher.actors.phrases import BODIES, Phrase
from dateline.enricher.actors.places import PLACES, named_as_adjective, nation, people, place, spot
from dateline.enricher.actors.quoted import speakers
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token
from dateline_schemas.coded import ActorKind

PRESS: Final = "JRN"
COUNTRY: Final = Kind.COUNTRY.value
COMPLEMENTS: Final = frozenset(("of", "to", "for", "against"))
"""What opens that for which somebody is taken to task, or to which he is asked."""
NOBODY: Final = frozenset(("no", "nobody", "none"))
OWNING: Final = ("thing", "any")
"""What pronouns stand for of which more than one stands about: a state, a body, several."""


def resolve(scene: Scene, found: Sequence[Phrase]) -> Iterator[Mention]:
    """The mentions of a sentence, in order, each noted in the focus as it is read."""
    scene.focus.begin(scene.index)
    for order, phrase in enumerate(found):
        for mention in _mentions(scene, phrase):
            if mention.figures and not _is_of_the_dateline(scene, mention):
                token = scene.tokens[mention.head]
                weight, tied = _weight(scene, mention, order), token.deprel == "conj"
                quoted = token.index in scene.quoted
                scene.focus.note(mention.figures, Place(weight, token.head, token.index, tied, quoted))
            scene.read.append(mention)
            yield mention


def _is_of_the_dateline(scene: Scene, mention: Mention) -> bool:
    """Whether it is the agency that sends the article: no "broadcaster" or "agency" of the text takes it up."""
    return scene.index in scene.document.datelines and any(f.sector == PRESS for f in mention.figures)


def _weight(scene: Scene, mention: Mention, order: int) -> int:
    """Subjects weigh most, what is quoted least; with no tree, what stands first."""
    relation = scene.tokens[mention.head].deprel
    if mention.head in scene.quoted:
        return 0
    if relation.startswith("nsubj"):
        above = scene.tokens[mention.head].head
        return OBJECT if above >= 0 and scene.tokens[above].deprel == "acl:relcl" else SUBJECT
    if relation in ("dep", "root") and order == 0:
        return 2
    return 1 if relation in ("obj", "iobj", "obl:agent", "conj") else 0


def _mentions(scene: Scene, phrase: Phrase) -> Iterator[Mention]:
    unit = phrase.nation
    in_name = unit is not None and unit.what == COUNTRY and phrase.body is not None and phrase.body.first == unit.last
    if unit is not None and phrase.first <= unit.first and unit.last <= phrase.last and not in_name:
        if unit.what in BODIES:
            yield scene.inner(unit, "Organisation", "name", (body_figure(scene, unit, ""),))
        elif unit.entry is not None:
            yield nation(scene, unit, unit.entry)
    found = _whole(scene, phrase)
    if found is not None:
        yield found


def _whole(scene: Scene, phrase: Phrase) -> Mention | None:
    """The mention that the whole phrase is."""
    if phrase.name is not None:
        return person(scene, phrase, phrase.name)
    beside = phrase.body or phrase.lone
    if beside is not None and beside.what in BODIES and is_half_of_a_word(scene.tokens, beside):
        return scene.mention(phrase, "Organisation", "name")  # "a Hamas-linked charity" is not Hamas
    if phrase.body is not None:
        return body(scene, phrase, phrase.body)
    if phrase.roles:
        return office(scene, phrase)
    unit = phrase.lone
    if unit is None:
        return None
    if phrase.shares is not None and (shared := sharing(scene, phrase, phrase.shares)) is not None:
        return shared
    if unit.what == "pronoun":
        return _pronoun(scene, phrase, unit)
    if unit.what == "spot":
        return spot(scene, phrase)
    if unit.entry is None:
        return None
    if unit.entry.kind is Kind.PEOPLE:
        country = named_as_adjective(scene, phrase, unit)
        return people(scene, phrase, unit.entry) if country is None else place(scene, phrase, unit, country)
    if unit.entry.kind in PLACES:
        return place(scene, phrase, unit, unit.entry)
    entity = "Person" if unit.entry.kind is Kind.PERSON else "Organisation"
    return scene.mention(phrase, entity, "name", (scene.cast.listed(unit.entry),))


def _opens_side_clause(scene: Scene, token: Token) -> bool:
    """Whether it is the subject of a clause that tells more of another: "will fly to Kampala, where he is to speak"."""
    clause = scene.tokens[token.head].deprel if token.head >= 0 else ""
    return token.deprel.startswith("nsubj") and clause in ("advcl", "acl", "acl:relcl")


def _subjects_verb(scene: Scene, verb: int) -> int:
    """The verb that has the subject of this one: "thanked" in "thanked the queen and invited her", "vowed" in "vowed to
    support it"."""
    tokens, children_by = scene.tokens, scene.sentence.children_by
    while verb >= 0 and tokens[verb].deprel in ("conj", "xcomp") and not children_by(verb, "nsubj"):
        above = tokens[verb].head
        if tokens[verb].deprel == "xcomp" and children_by(above, "obj"):
            break  # "urged Chad to support it"
        verb = above
    return verb


def _whose_doing(scene: Scene, its: Token) -> Figure | None:
    """Whose is what a verb is done to that is done with one's own: who does it ("Peru said Kenya recalled its
    envoy")."""
    if its.deprel != "nmod:poss":
        return None
    thing = scene.tokens[its.head]
    verb = thing.head
    if verb < 0 or thing.deprel not in ("obj", "obl") or scene.tokens[verb].lemma not in words("own_doing"):
        return None
    return scene.focus.doer(_subjects_verb(scene, verb))


def _doer_above(scene: Scene, it: Token) -> Figure | None:
    """Who "it" is in a clause that describes what somebody does something to: who does that. "Asked Chad to free clerks
    it held"."""
    tokens = scene.tokens
    if it.deprel != "nsubj" or tokens[it.head].deprel != "acl:relcl":
        return None
    for above in scene.sentence.ancestors(it.head):
        asked = scene.sentence.children_by(tokens[above].head, "obj", "iobj") if tokens[above].deprel == "xcomp" else []
        doer = scene.focus.at(asked[0]) if asked else scene.focus.doer(_subjects_verb(scene, above))
        if doer is not None:
            return doer
    return None


def _is_of_somebody(scene: Scene, it: Token) -> bool:
    """Whether "it" is somebody to whom the verb's subject does something, and no matter: "sent troops against it",
    "accused it of", but "backed it"."""
    if it.deprel.startswith("obl"):
        return True
    besides = scene.sentence.children_by(it.head, "xcomp", "ccomp", "obl", "advcl") if it.head >= 0 else []
    return any(it.index < at and not COMPLEMENTS.isdisjoint(_opening(scene, at)) for at in besides)


def _opening(scene: Scene, at: int) -> set[str]:
    """The words that hang a phrase or clause on its verb."""
    return {scene.word(mark) for mark in scene.sentence.children_by(at, "case", "mark")}


def _is_nobody(scene: Scene, token: Token) -> bool:
    """Whether a pronoun stands for nobody, who is said to tell it: "no one said they had done it"."""
    verb = token.head
    if token.deprel != "nsubj" or verb < 0 or scene.tokens[verb].deprel != "ccomp":
        return False
    for teller in scene.sentence.children_by(scene.tokens[verb].head, "nsubj"):
        own = {scene.word(at) for at in (teller, *scene.sentence.children_by(teller, "det"))}
        if teller < token.index and not own.isdisjoint(NOBODY):
            return True
    return False


def _whom_it_describes(scene: Scene, subject: Token) -> frozenset[str]:
    """Whom the clause describes of which a pronoun is the subject: "Otieno, whom he was to meet" is not he."""
    verb = scene.tokens[subject.head]
    if subject.deprel != "nsubj" or verb.deprel != "acl:relcl" or subject.head < subject.index:
        return frozenset()
    return frozenset(f.id for mention in scene.read if mention.head == verb.head for f in mention.figures)


def _who_says_so(scene: Scene, pronoun: Token) -> frozenset[str]:
    """Who says the quotation in which "he" or "they" stands: speakers do not speak of themselves so."""
    if pronoun.index not in scene.quoted:
        return frozenset()
    names = speakers(scene.tokens, scene.quoted)
    known = ((figure.id, figure.name.split()) for figure in scene.focus.known())
    return frozenset(who for who, words_of in known if words_of[0] in names or words_of[-1] in names)


def _pronoun(scene: Scene, phrase: Phrase, unit: Unit) -> Mention:
    pronoun = unit.pronoun
    assert pronoun is not None
    figures: tuple[Figure | None, ...] = ()
    entity = "Person" if pronoun.number == "s" else "Organisation"
    token = scene.tokens[unit.first]
    object_of_verb = token.deprel.partition(":")[0] in ("obj", "iobj", "obl") and not token.text.endswith(
        ("self", "selves")
    )
    governor = token.head if object_of_verb else -1
    barred = scene.focus.beside(governor, _subjects_verb(scene, governor)) | _whom_it_describes(scene, token)
    taken_to_task = blamed(scene, unit.first, pronoun)
    if _is_nobody(scene, token):
        return scene.mention(phrase, entity, "pronoun")
    if taken_to_task is not None:
        figures = (taken_to_task,)
    elif pronoun.what in OWNING and (doer := _whose_doing(scene, token)) is not None:
        figures = (doer,)
    elif pronoun.what == "person":
        above = scene.sentence.ancestors(token.head) if _opens_side_clause(scene, token) else ()
        main = token.deprel == "nsubj" and token.head == scene.sentence.root
        barred |= _who_says_so(scene, token)
        figures = (scene.focus.person(pronoun, barred, unit.first in scene.quoted, above, main),)
    elif pronoun.what == "thing" and (doer := _doer_above(scene, token)) is not None:
        figures = (doer,)
    elif pronoun.what == "thing":
        figures = (scene.focus.thing(barred if _is_of_somebody(scene, token) else frozenset()),)
    if pronoun.what == "thing":
        entity = ""
    if pronoun.what == "any" and not figures:
        figures = scene.focus.several(barred | _who_says_so(scene, token))
    elif pronoun.what == "both":
        figures = scene.focus.both() or scene.focus.two_countries()
    elif pronoun.what == "latter":
        last = scene.focus.last()
        figures = (last,)
        entity = "Person" if last and last.kind is ActorKind.PERSON else ""
    return scene.mention(phrase, entity, "pronoun", tuple(figure for figure in figures if figure))
