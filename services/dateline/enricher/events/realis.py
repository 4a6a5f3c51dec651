"""Whether a deed is told as done, by PLOVER 2.0's auxiliary modes."""

from typing import Final

from dateline.enricher.events.framing import framed, is_marked_history
from dateline.enricher.events.hanging import NOUNS, hangs_by
from dateline.enricher.events.suffering import is_kept
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import ROOT, Sentence
from dateline_schemas import EventType, Realis

NEGATIONS: Final = frozenset("not n't never no without neither nor cannot".split())
NOBODY: Final = frozenset("none nobody nothing no-one noone neither".split())
"""Who or what takes no part in a deed that so is none: "ratified nothing"."""
COMPARED: Final = frozenset(("fewer", "less", "more"))
WEAKENED: Final = frozenset("only just merely simply far long".split())
"""After "not" they deny nothing: "not only attacked", "not far from"."""
FUTURE: Final = frozenset("will shall 'll wo".split())
POSSIBLE: Final = frozenset("may might could would can should must".split())
MAY: Final = frozenset("may might could".split())
CONDITIONS: Final = frozenset("if unless whether should lest once".split())
PLANS: Final = frozenset(
    "plan expect schedule set due intend prepare going aim seek want hope wish propose consider like "
    "poised slate ready willing likely".split()
)
"""Verbs and adjectives whose infinitive is still to come: "is expected to visit"."""
BE: Final = frozenset("am is are was were".split())
"""Before "to" they announce: "is to visit"."""
AT: Final = frozenset(("at",))
DEFINITE: Final = frozenset("the this that these those".split())
CIRCUMSTANCES: Final = frozenset("because due after before since despite amid over during following until".split())
"""Before a noun that tells why or when: "cannot unload because of the strike" denies no strike."""
DECISIONS: Final = frozenset(("decision", "move"))
INDEFINITE: Final = frozenset(("a", "an", "any"))
IMAGINED: Final = frozenset(("would", "could", "might", "may"))
WEIGHING: Final = frozenset("weighing mulling considering contemplating discussing pondering eyeing debating".split())
REACH: Final = 4
"""Words before a verb among which its auxiliaries stand, adverbs between them."""
FOLDED: Final = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
    EventType.PROTEST: EventType.THREATEN,
    EventType.SANCTION: EventType.THREATEN,
    EventType.MOBILIZE: EventType.THREATEN,
    EventType.COERCE: EventType.THREATEN,
    EventType.ASSAULT: EventType.THREATEN,
}
"""What a deed that is announced is coded as."""
REFUSABLE: Final = (
    EventType.AGREE,
    EventType.CONSULT,
    EventType.SUPPORT,
    EventType.COOPERATE,
    EventType.AID,
    EventType.CONCEDE,
    EventType.RETREAT,
)
"""What is refused by who says that he will not do it: PLOVER's REJECT."""


def realis_of(sentence: Sentence, trigger: int) -> Realis:
    """Told of the deed whose word is `trigger`, by its auxiliaries and by what it hangs on."""
    if under_condition(sentence, trigger):
        return Realis.HYPOTHETICAL
    before = small_words(sentence, trigger)
    frame = framed(sentence, trigger)
    if frame in (Realis.NEGATED, Realis.ACTUAL):
        return frame
    if is_negated(sentence, trigger, before):
        return Realis.NEGATED
    if frame is not None:
        return frame
    if is_kept(sentence, trigger):
        return Realis.ACTUAL
    if is_to_come(sentence, trigger, before):
        return Realis.FUTURE
    if before & POSSIBLE:
        return Realis.HYPOTHETICAL
    if "to" in before:
        return of_infinitive(sentence, trigger)
    if is_imagined(sentence, trigger):
        return Realis.HYPOTHETICAL
    return Realis.HISTORICAL if is_marked_history(sentence, trigger) else Realis.ACTUAL


def is_imagined(sentence: Sentence, trigger: int) -> bool:
    """Whether it is only said what it would bring, or thought about: "an attack on Chad would widen the war", "is
    weighing sending troops"."""
    token = sentence[trigger]
    if token.upos in NOUNS and token.deprel.startswith("nsubj") and token.head != ROOT:
        some = {sentence.words[child] for child in sentence.children_by(trigger, "det")}
        return bool(some & INDEFINITE and auxiliaries(sentence, token.head) & IMAGINED)
    return token.xpos == "VBG" and trigger > 0 and sentence.words[trigger - 1] in WEIGHING


def of_infinitive(sentence: Sentence, trigger: int) -> Realis:
    """Told by a verb with "to": a purpose, or what somebody came to do, is as real as the verb that it hangs on."""
    verb = carrier(sentence, trigger)
    token = sentence[verb]
    if is_undone(sentence, verb):
        return Realis.NEGATED
    if sentence.lemmas[verb] == "blame" and verb > 1 and sentence.words[verb - 2] in BE:
        return Realis.ACTUAL  # "the rebels are to blame"
    if "have" in (sentence.words[child] for child in sentence.children_by(verb, "aux")):
        # "is said to have attacked" tells it as done, "was to have attacked" as what did not come about.
        return Realis.HYPOTHETICAL if planned(sentence, verb) else Realis.ACTUAL
    if token.head != ROOT:
        purpose = token.deprel == "advcl" and verb == trigger
        asked = {sentence.lemmas[at] for at in sentence.children_by(token.head, "obj")} & verbs("calls")
        carried = token.deprel == "xcomp" and not asked  # "prompting calls for him to resign"
        if purpose or (carried and sentence.lemmas[token.head] in verbs("carrying")):
            return realis_of(sentence, token.head)
        if token.deprel == "xcomp" and sentence.lemmas[token.head] in verbs("attempting"):
            told = realis_of(sentence, token.head)
            return Realis.HYPOTHETICAL if told is Realis.ACTUAL else told
        if token.deprel == "xcomp" and sentence.lemmas[token.head] == "able" and was(sentence, token.head):
            return Realis.ACTUAL
        if token.deprel == "acl" and sentence.lemmas[token.head] in DECISIONS and verb == trigger:
            return Realis.ACTUAL  # "Chad's decision to expel them angered"
        if token.deprel == "acl" and sentence[token.head].deprel == "obj":
            using = sentence[token.head].head
            if sentence.lemmas[using] == "use":
                return realis_of(sentence, using)  # "used drones to attack"
    near = sentence[trigger].deprel != "obl" or trigger - verb <= REACH
    return Realis.FUTURE if near and planned(sentence, verb) else Realis.HYPOTHETICAL


def was(sentence: Sentence, state: int) -> bool:
    """Whether a state is past: "was able to", and not "may have been able to"."""
    beside = {sentence.words[at] for at in sentence.children_by(state, "cop", "aux", "advmod")}
    return not beside.isdisjoint(("was", "were")) and beside.isdisjoint(POSSIBLE | NEGATIONS)


def is_undone(sentence: Sentence, verb: int) -> bool:
    """Whether what the infinitive hangs on says that it was not done: "has yet to", "did not want to", "is unable
    to"."""
    to = next((at for at in range(verb - 1, max(0, verb - 1 - REACH), -1) if sentence.words[at] == "to"), 0)
    if to and sentence.words[to - 1] == "yet":
        return True
    head = sentence[verb].head
    if sentence[verb].deprel != "xcomp" or head == ROOT:
        return False
    wanting = sentence.lemmas[head]
    if wanting == "unable":
        return True
    wished = wanting in PLANS or wanting in verbs("wishing") or sentence.words[head] == "going"
    return wished and bool(auxiliaries(sentence, head) & NEGATIONS)


def is_negated(sentence: Sentence, trigger: int, before: set[str]) -> bool:
    """Whether the verb's small words deny it, or one that takes part in it is nobody: "none of them resigned"."""
    if before & NEGATIONS:
        return True
    token = sentence[trigger]
    if token.deprel == "xcomp" and sentence.lemmas[token.head] in verbs("seeming"):
        return bool(auxiliaries(sentence, token.head) & NEGATIONS)  # "does not seem keen"
    verb = trigger
    if token.upos in NOUNS:
        if token.deprel not in ("obj", "nsubj:pass") or token.head == ROOT:
            return False
        verb = token.head
    sides = sentence.children_by(verb, "nsubj", "obj", "iobj", "obl:agent")
    if is_second_verb(sentence, verb):
        sides = [*sides, *sentence.children_by(sentence[verb].head, "nsubj")]
    return any(is_nobody(sentence, side) for side in sides)


def is_nobody(sentence: Sentence, noun: int) -> bool:
    """Whether it is "nobody", "none of the ministers", "no soldier", or "neither Chad nor Niger"."""
    words = sentence.words
    beside = (at for at in sentence.children_by(noun, "det", "advmod", "cc") if not is_weakened(sentence, at))
    return words[noun] in NOBODY or any(words[child] in ("no", "neither") for child in beside)


def is_refused(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb says that it will not be done."""
    before = small_words(sentence, trigger)
    return is_negated(sentence, trigger, before) and is_to_come(sentence, trigger, before)


def is_to_come(sentence: Sentence, trigger: int, before: set[str]) -> bool:
    """Whether the verb's small words say that it will be done."""
    return bool(before & FUTURE) or ("would" in before and is_reported(sentence, trigger))


def may_be(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb's small words say that it may be done."""
    return not small_words(sentence, trigger).isdisjoint(MAY)


def is_reported(sentence: Sentence, trigger: int) -> bool:
    """Whether a verb in the past says it: "said it would", of what will be."""
    tokens = sentence.tokens
    at = trigger
    while tokens[at].deprel in ("conj", "xcomp") and tokens[at].head >= 0:
        at = tokens[at].head
    head = tokens[at].head
    return tokens[at].deprel == "ccomp" and head >= 0 and tokens[head].xpos in ("VBD", "VBN")


def is_second_verb(sentence: Sentence, trigger: int) -> bool:
    """Whether the verb shares another one's small words: "agreed to meet and sign"."""
    token = sentence[trigger]
    own_subject = any(sentence[child].deprel.startswith("nsubj") for child in sentence.children(trigger))
    alike = token.xpos not in ("VBD", "VBZ") or token.head == ROOT or sentence[token.head].xpos == token.xpos
    return token.deprel == "conj" and token.upos == "VERB" and alike and not own_subject  # not "is to meet but left"


def small_words(sentence: Sentence, trigger: int) -> set[str]:
    """The verb's own small words, else those of the verb that it shares them with."""
    own = auxiliaries(sentence, trigger)
    if not own and is_second_verb(sentence, trigger):
        return auxiliaries(sentence, sentence[trigger].head)
    return own


def carrier(sentence: Sentence, trigger: int) -> int:
    """The verb whose small words are the deed's: its own, or the one that a noun is the object of."""
    token = sentence[trigger]
    light = token.upos in NOUNS and token.deprel in ("obj", "obl", "nsubj:pass") and token.head != ROOT
    if not light or hangs_by(sentence, trigger, CIRCUMSTANCES) or is_known(sentence, trigger):
        return trigger
    return token.head


def is_known(sentence: Sentence, noun: int) -> bool:
    """Whether the verb only takes up a deed that was done whatever becomes of the verb: "will investigate the
    killing", but not "would welcome a withdrawal"; "will meet at the request of", "did not carry out its threat"."""
    if sentence.lemmas[noun] in verbs("words"):
        if hangs_by(sentence, noun, AT):
            return True
        if sentence.children_by(noun, "nmod:poss") and sentence.lemmas[sentence[noun].head] not in verbs("uttering"):
            return True
    if sentence.lemmas[sentence[noun].head] not in verbs("taking_up"):
        return False
    owned = bool(sentence.children_by(noun, "nmod:poss"))
    return owned or any(sentence.words[child] in DEFINITE for child in sentence.children_by(noun, "det"))


def auxiliaries(sentence: Sentence, trigger: int) -> set[str]:
    """The small words that belong to the verb: its children where the tree has them, and those just before it."""
    tokens = sentence.tokens
    found = {
        sentence.words[child]
        for child in sentence.children_by(trigger, "aux", "advmod", "mark", "det")
        if child < trigger and not is_weakened(sentence, child)
    }
    if tokens[trigger].upos in NOUNS:
        verb = carrier(sentence, trigger)
        return found if verb == trigger else found | auxiliaries(sentence, verb)
    for at in range(trigger - 1, max(-1, trigger - 1 - REACH), -1):
        word = sentence.words[at]
        if is_weakened(sentence, at):
            continue
        if tokens[at].upos in NOUNS:
            break  # "freed in May attacked"
        if word in NEGATIONS or word in FUTURE or word in POSSIBLE or word == "to":
            found.add(word)
        elif tokens[at].upos not in ("ADV", "AUX", "PART") and not word.endswith("ly"):
            break
    return found


def is_weakened(sentence: Sentence, at: int) -> bool:
    """Whether the word is the "not" of "not only", or the "no" of "no fewer than nine"."""
    following = sentence.words[at + 1] if at + 1 < len(sentence) else ""
    return sentence.words[at] in ("not", "no") and (following in WEAKENED or following in COMPARED)


def under_condition(sentence: Sentence, trigger: int) -> bool:
    tokens = sentence.tokens
    for at in (trigger, *sentence.ancestors(trigger)):
        for child in sentence.children(at):
            relation = tokens[child].deprel
            if relation.startswith("mark") and tokens[child].text.lower() in CONDITIONS:
                return True
            if relation == "aux" and is_inverted(sentence, child):
                return True
        if tokens[at].head == 0 and tokens[at].deprel in ("xcomp", "ccomp") and is_had_been(sentence, at):
            return True
        if tokens[at].deprel in ("root", "ccomp", "acl:relcl", "parataxis"):
            return False
    return False


def is_had_been(sentence: Sentence, verb: int) -> bool:
    """Whether a sentence opens with "had" and its subject, read as who had it done: "had the police fired"."""
    if sentence.words[0] != "had" or sentence.words[-1] == "?" or sentence[verb].xpos not in ("VBN", "VBD"):
        return False
    return bool(sentence.children_by(verb, "nsubj", "nsubj:pass"))


def is_inverted(sentence: Sentence, auxiliary: int) -> bool:
    """Whether an auxiliary stands before its subject without a question: "had the police fired"."""
    if sentence.words[auxiliary] not in ("had", "should", "were") or sentence.words[-1] == "?":
        return False
    verb = sentence[auxiliary].head
    subjects = [at for at in sentence.children_by(verb, "nsubj", "nsubj:pass") if at < verb]
    opens = auxiliary == 0 or sentence.words[auxiliary - 1] in (",", "“", '"')
    return opens and bool(subjects) and subjects[0] > auxiliary


def planned(sentence: Sentence, verb: int) -> bool:
    """Whether "to" and the word before it announce the verb: "is due to visit", "is to visit", but not "the aim is to
    visit"."""
    for at in range(verb - 1, max(0, verb - 2 - REACH), -1):
        if sentence.words[at] == "to":
            if sentence.lemmas[at - 1] in PLANS or sentence.words[at - 1] == "going":
                return True
            subjects = sentence.children_by(verb, "nsubj")
            aims = any(sentence.lemmas[subject] in verbs("aims") for subject in subjects)
            if any(max(sentence.subtree(subject), default=-1) == at - 1 for subject in subjects):
                return not aims  # "Chad to visit Niger": a headline
            return sentence.words[at - 1] in BE and not aims
    return False
